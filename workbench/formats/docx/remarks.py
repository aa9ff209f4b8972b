"""What the user should know of how a Word file was read: what was resolved, and what of it stays German."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.formats.docx.contents import lines_of, lost_lines
from workbench.formats.docx.names import local
from workbench.formats.docx.package import Package
from workbench.formats.docx.staying import staying
from workbench.formats.docx.stories import Entry, Story
from workbench.problem import Problem

_INDEXES = ("TOA", "INDEX", "RD")
_ANEW = "put the cursor in it in Word and press F9: it is made of the English then"
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
    yield from _contents(where, stories, entries)
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


def _contents(where: Path, stories: Sequence[Story], entries: Sequence[Entry]) -> Iterator[Problem]:
    """Tables of contents of other lines than the headings that there are, and indexes."""
    lines = [line for story in stories for line in lines_of(story.part.root, story.fields)]
    lost = lost_lines(lines, entries) if lines else 0
    if any(kind in _INDEXES for story in stories for kind in story.fields.kinds):
        yield Problem(where, "an index stays in German", _ANEW)
    if lost:
        yield Problem(where, f"{_counted(lost, 'line')} of a table of contents {_stays(lost)}", _ANEW)


def _fields(where: Path, stories: Sequence[Story], entries: Sequence[Entry]) -> Iterator[Problem]:
    """Fields whose result is text that stays as it is."""
    told = ("TOC", *_INDEXES)
    kinds = Counter(kind for story in stories for kind in story.fields.kinds if kind not in told)
    for entry in entries:
        if entry.content is not None:
            kinds.update(kind for kind in entry.content.fields if kind not in _SILENT)
    if count := kinds.total():
        names = ", ".join(sorted(filter(None, kinds))[:5]) or "of no known kind"
        what = f"what {_counted(count, 'field')} ({names}) {'shows' if count == 1 else 'show'} stays as it is"
        yield Problem(where, what, "look at it in the English file; F9 in Word brings a field up to date")


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
