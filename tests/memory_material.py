"""A small project whose sentences come again, in the document and in another, for tests of the memory."""

from __future__ import annotations

import time
from pathlib import Path

from workbench.memory import Memory, Pair
from workbench.project import ParagraphRecord, Session
from workbench.project.folder.layout import layout_of
from workbench.project.memories.keeping import Keeping
from workbench.project.memories.opened import Memories
from workbench.project.memories.places import own_memory
from workbench.project.settings.settings import Settings
from workbench.text import Inline

THANKS = "Vielen Dank für Ihre Geduld."
FIRST = f"""\
Der Rat tagt heute.

{THANKS}

Am Montag kam niemand. {THANKS} Dann begann die Sitzung.

Die Lage ist ernst. Der Rat tagt heute.

{THANKS}
"""
SECOND = f"""\
Der Rat tagt heute.

{THANKS}

Es regnet seit Tagen.
"""


def make(root: Path, articles: dict[str, str] | None = None) -> Path:
    """A project of these articles."""
    (root / "sources").mkdir(parents=True)
    for name, text in (articles or {"a.txt": FIRST, "b.txt": SECOND}).items():
        (root / "sources" / name).write_text(text, encoding="utf-8")
    (root / "glossary.yaml").write_text("", encoding="utf-8")
    return root


def settled(session: Session) -> None:
    """Wait until nothing is to be done in any lane."""
    until = time.monotonic() + 120
    while not session.lanes.idle:
        assert time.monotonic() < until
        time.sleep(0.005)


Known = set[tuple[str, int, str, str, str | None, str | None]]


def known(memory: Memory) -> Known:
    """What a memory knows, when it was made aside."""
    return {_known(pair) for pair in memory.pairs()}


def _known(pair: Pair) -> tuple[str, int, str, str, str | None, str | None]:
    return pair.document, pair.place, pair.source.shown(), pair.target.shown(), pair.before, pair.after


def made_anew(root: Path) -> Known:
    """What a new memory knows when it was made from the records on the disk."""
    own = own_memory(root)
    aside = own.with_suffix(".aside")
    if own.exists():
        own.rename(aside)
    memories = Memories(layout_of(root), Settings, read_only=False)
    for _ in Keeping(memories, layout_of(root)).make():
        pass
    found = known(memories.own)
    memories.close()
    for file in own.parent.glob(f"{own.stem}.sqlite*"):
        file.unlink()
    if aside.exists():
        aside.rename(own)
    return found


def untouched(*german: str) -> tuple[ParagraphRecord, ...]:
    """Paragraphs with codes, as they are shown (`⟨1⟩neu⟨/1⟩`), that nobody has worked on."""
    sources = [Inline.parsed(text) for text in german]
    return tuple(ParagraphRecord(source.text, codes=source.codes) for source in sources)
