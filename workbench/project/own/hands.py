"""Who changed a paragraph last, and when: from the journal of this machine, and from git."""

from __future__ import annotations

import getpass
import shutil
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from workbench.problem import WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.team.authors import Committed, Hand, committed
from workbench.project.team.git import Git
from workbench.text import clean_line
from workbench.translation import Done, Journal, State, Stood, TranslationRecord, found_again

_NOBODYS = frozenset({State.NEW, State.DRAFT})
"""The states of paragraphs that nobody has changed."""


def user_name(folder: Path) -> str:
    """What the user is called: by git around a folder, else by the system; empty where neither knows. Any thread."""
    with suppress(WorkbenchError):
        if shutil.which("git") and (name := Git(folder).asked("config", "--get", "user.name", fine=range(256))):
            return clean_line(name.decode(errors="replace"))
    with suppress(KeyError, OSError, ImportError):
        return clean_line(getpass.getuser())
    return ""


def last_hands(layout: Layout, file: Path, record: TranslationRecord) -> Mapping[int, Hand]:
    """Who changed each paragraph (from 0) of a document last, and when, as far as that is known; any thread may ask.

    `file`: its record. The journal is believed where a paragraph is as it left it, else git where it is as it was
    committed; of others, and of what nobody has changed, nothing is told. Raises WorkbenchError as `committed` does.
    """
    found = dict(_of_git(committed(layout.root, file), record))
    for index, act in _last_acts(Journal(layout.private, record.source).read().acts, record).items():
        now = record.paragraphs[index]
        if act.now == Stood(now.target.shown(), now.state) and now.state not in _NOBODYS:
            found[index] = Hand(act.by, act.at)
    return found


def _of_git(paragraphs: tuple[Committed, ...], record: TranslationRecord) -> Iterator[tuple[int, Hand]]:
    by_german: dict[str, deque[Committed]] = defaultdict(deque)
    for one in paragraphs:
        by_german[one.paragraph.source.shown()].append(one)
    for index, now in enumerate(record.paragraphs):
        same = by_german.get(now.source.shown())
        if same:
            was = same.popleft()
            if was.paragraph.target == now.target and was.paragraph.state is now.state and now.state not in _NOBODYS:
                yield index, was.hand


def _last_acts(acts: tuple[Done, ...], record: TranslationRecord) -> dict[int, Done]:
    """The last act in each paragraph, under whatever id and German it had then."""
    newest = {(act.id, act.german): act for act in acts}
    kept = sorted(newest, key=lambda key: newest[key].at, reverse=True)
    last: dict[int, Done] = {}
    for key, index in zip(kept, found_again(kept, record), strict=True):
        if index is not None:
            last.setdefault(index, newest[key])
    return last
