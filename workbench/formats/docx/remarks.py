"""What the user should know of how a Word file was read: what was resolved, and what of it stays German."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from workbench.formats.docx.names import local
from workbench.formats.docx.package import Package
from workbench.formats.docx.staying import staying
from workbench.formats.docx.stories import Entry, Story
from workbench.problem import Problem

_CONTENTS = ("TOC", "TOA", "INDEX", "RD")
_SILENT = (
    "HYPERLINK", "PAGE", "NUMPAGES", "SEQ", "PAGEREF", "SECTION", "SECTIONPAGES", "FORMCHECKBOX", "NOTEREF", "SYMBOL",
    "EQ",
)  # fmt: skip


def remarks_on(
    package: Package, revisions: int, stories: Sequence[Story], entries: Sequence[Entry]
) -> Iterator[Problem]:
    """What is to be told of a file that was read, each as one line."""
    where = package.where
    if revisions:
        what = f"{_counted(revisions, 'tracked change')} {_are(revisions)} taken as accepted, in the English file too"
        yield Problem(where, what, "to keep some out, reject them in Word and take the file anew")
    yield from _fields(where, stories, entries)
    contents = [entry.content for entry in entries if entry.content is not None]
    if any(content.hidden for content in contents):
        yield Problem(where, "text that is hidden in Word stays in German", "show it in Word, if it is for readers")
    if bound := sum(content.is_bound for content in contents):
        what = f"{_counted(bound, 'content control')} {_are(bound)} filled from the document's properties"
        yield Problem(where, what, "in the English file they hold their text themselves")
    for kind, count in sum((staying(part.root) for part in package.parts), package.left).items():
        what = f"1 {kind[0]} stays as it is" if count == 1 else f"{count:,} {kind[1]} stay as they are"
        yield Problem(where, what, "change what is German in the English file, in Word")
    yield from _properties(package)
    if "signature" in package.others:
        yield Problem(where, "is signed; no signature holds for the English file", "have it signed anew, if it must be")


def _properties(package: Package) -> Iterator[Problem]:
    """What the file's properties say in German, which programs show in their lists and in a PDF."""
    core = package.other("core")
    said = {local(child): (child.text or "").strip() for child in (() if core is None else core)}
    if named := [name for name in ("title", "subject", "keywords") if any(map(str.isalpha, said.get(name, "")))]:
        what = f"the {' and the '.join(named)} in the file's properties {_stays(len(named))}"
        yield Problem(package.where, f"{what}: “{said[named[0]][:60]}”", "change it in Word (File, Info)")


def _stays(count: int) -> str:
    return "stays as it is" if count == 1 else "stay as they are"


def _fields(where: Path, stories: Sequence[Story], entries: Iterable[Entry]) -> Iterator[Problem]:
    """Fields whose result is text that stays as it is."""
    running = Counter(kind for story in stories for kind in story.fields.kinds)
    if any(running.pop(kind, 0) for kind in _CONTENTS):
        what = "a table of contents or an index stays in German"
        yield Problem(where, what, "put the cursor in it in Word and press F9: it is made of the English then")
    for entry in entries:
        if entry.content is not None:
            running.update(kind for kind in entry.content.fields if kind not in _SILENT)
    if count := sum(running.values()):
        names = ", ".join(sorted(filter(None, running))[:5]) or "of no known kind"
        what = f"what {_counted(count, 'field')} ({names}) {'shows' if count == 1 else 'show'} stays as it is"
        yield Problem(where, what, "look at it in the English file; F9 in Word brings a field up to date")


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
