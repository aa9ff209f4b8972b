"""Word documents: read into paragraphs, and written with other words in the same document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from workbench.formats.container import MOST_BYTES
from workbench.formats.document import Document, Paragraph
from workbench.formats.docx.contents import follow, lines_of
from workbench.formats.docx.kinds import Kinds
from workbench.formats.docx.language import set_default, set_english, set_property
from workbench.formats.docx.names import NOTE_MARKS, PPR, P, w
from workbench.formats.docx.noted import NoteMark, labels_of, marks_in, notes_of, take_comments_out, take_notes_out
from workbench.formats.docx.package import Package, package_of
from workbench.formats.docx.placing import Unit, copy_to_fallbacks, place, units
from workbench.formats.docx.remarks import remarks_on
from workbench.formats.docx.revisions import accept, note_marks
from workbench.formats.docx.stories import Entry, Story, story_of
from workbench.formats.docx.styles import Styles
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.roles import role_by_look, with_teaser
from workbench.formats.safe_xml import written
from workbench.problem import Problem, WorkbenchError

_NOTES = {NOTE_MARKS[0]: ("footnotes", w("footnote")), NOTE_MARKS[1]: ("endnotes", w("endnote"))}
_NOTES[w("commentReference")] = ("comments", w("comment"))


class DocxFilter:
    """Reads and writes Word documents: body, tables, text boxes, notes, comments, headers, footers, descriptions.

    What was read last is kept until it is written, or something else is read: writing need not read it anew then.
    `suffix`: of documents, of those with macros (which stay byte for byte), or of templates; each stays what it is.
    """

    largest = MOST_BYTES

    def __init__(self, suffix: str = ".docx") -> None:
        self.suffixes = (suffix,)
        self._last: tuple[bytes, _Source] | None = None
        self._taking = Lock()

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes. Raises WorkbenchError for what is no Word document, in one line."""
        source = _Source.of(data, where)
        self._last = (data, source)
        texts = [entry.source for entry in source.entries]
        roles = with_teaser(texts, [entry.role or role_by_look(entry.source) for entry in source.entries])
        paragraphs = tuple(
            Paragraph(
                text=entry.source,
                before="\n\n" if number else "",
                role=role,
                codes=() if entry.content is None else entry.content.inline.codes,
                markup=() if entry.content is None else entry.content.markup,
                block=entry.block,
                place=entry.place,
                fixed=entry.fixed,
            )
            for number, (entry, role) in enumerate(zip(source.entries, roles, strict=True))
        )
        return Document(where.name, paragraphs, remarks=source.remarks, original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The document with other words in the place of its paragraphs, its text tagged as English.

        Raises WorkbenchError where the document does not hold the file it was read from.
        """
        where = Path(document.name)
        if not document.original:
            raise WorkbenchError(Problem(where, "the Word file it was read from is not at hand", "put it back"))
        source = self._taken(document.original) or _Source.of(document.original, where)
        changed = source.placed(list(units(document, target, source.entries)))
        return source.written({element.getroottree().getroot() for element in changed}, language)

    def _taken(self, data: bytes) -> _Source | None:
        """What was read last, if that were these bytes: handed out once, since writing changes it."""
        with self._taking:
            last, self._last = self._last, None
        return last[1] if last is not None and last[0] is data else None


@dataclass(slots=True)
class _Source:
    """A Word file with its revisions resolved. `changed`: the roots of the parts that had any.

    `everything`: all paragraphs and descriptions, `entries`: those with text.
    """

    package: Package
    stories: list[Story]
    everything: list[Entry]
    entries: list[Entry]
    revisions: int
    changed: set[Any]

    @classmethod
    def of(cls, data: bytes, where: Path) -> _Source:
        package = package_of(data, where)
        changed, revisions = _accepted(package)
        kinds = Kinds(Styles(package.other("styles")), package.other("numbering"))
        labels = labels_of(part.root for part in package.parts)
        stories = [story_of(part, kinds, labels) for part in package.parts]
        everything = [entry for story in stories for entry in story.entries()]
        entries = [entry for entry in everything if entry.source]
        return cls(package, stories, everything, entries, revisions, changed)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What is to be told of it."""
        return tuple(remarks_on(self.package, self.revisions, self.stories, self.everything))

    def placed(self, made: Sequence[Unit]) -> list[Any]:
        """Put what has become of the paragraphs in their places; answers with elements of the changed parts."""
        plain = next((e.content for e in self.entries if e.role is None and not e.fixed and e.content), None)
        roots = [part.root for part in self.package.parts]
        noted = _notes_of(unit for unit in made if unit.says_something)
        silent = _notes_of(made) - noted
        marked = marks_in(roots)
        changed = [element for element in [place(unit, plain, noted) for unit in made] if element is not None]
        changed += take_comments_out(roots, silent)
        changed += take_notes_out(roots, (marked - marks_in(roots)) & silent)
        copy_to_fallbacks(changed)
        for story in self.stories:
            changed += follow(lines_of(story.part.root, story.fields), made, story.fields)
        return changed

    def written(self, touched: set[Any], language: English) -> bytes:
        """The file with the parts that were changed, and its text tagged as English."""
        touched = touched | self.changed
        made: dict[str, bytes] = {}
        for part in self.package.parts:
            if set_english(part.root, language) or part.root in touched:
                made[part.name] = written(part.root, like=part.data)
        for kind in ("styles", "settings", "numbering", "core"):
            name, root = self.package.others.get(kind, ""), self.package.other(kind)
            if root is not None and _tagged(kind, root, language):
                made[name] = written(root, like=self.package.container.read(name))
        return self.package.container.written(made)


def _notes_of(made: Iterable[Unit]) -> frozenset[NoteMark]:
    """The notes and comments that these stand in."""
    return frozenset(notes_of(entry.stands_at for unit in made for entry in unit.entries))


def _tagged(kind: str, root: Any, language: English) -> bool:
    if kind == "core":
        return set_property(root, language)
    changed = set_english(root, language)
    return (kind == "styles" and set_default(root, language)) or changed


def _accepted(package: Package) -> tuple[set[Any], int]:
    """Resolve the revisions of all parts; the roots of those that had any, and how many there were."""
    changed: set[Any] = set()
    count = 0
    gone: set[tuple[str, str]] = set()
    for part in package.parts:
        before = note_marks(part.root)
        if found := accept(part.root):
            gone |= before - note_marks(part.root)
            changed.add(part.root)
            count += found
    if gone:
        changed |= set(_emptied(package, gone))
    return changed, count


def _emptied(package: Package, gone: set[tuple[str, str]]) -> Iterator[Any]:
    """Notes and comments whose marks were deleted, which no reader sees any more, left without words."""
    wanted = {(*_NOTES[tag], key) for tag, key in gone}
    for part in package.parts:
        for note in part.root:
            if (part.kind, note.tag, note.get(w("id"))) in wanted:
                paragraphs = list(note.iterchildren(P))
                note[:] = paragraphs[:1]
                for paragraph in note:
                    paragraph[:] = [child for child in paragraph if child.tag == PPR]
                yield part.root
