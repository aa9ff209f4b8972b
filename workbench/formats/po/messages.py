"""A PO file as lines and entries, and the strings in it that are translated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.formats.document import SegmentState
from workbench.formats.parted import Content, content_of, given_of
from workbench.formats.po.entries import Entry, Field


@dataclass(frozen=True, slots=True)
class PoFile:
    """The lines of a file, its entries, how it is encoded, how its lines end, and a byte order mark if it has one."""

    lines: tuple[str, ...]
    entries: tuple[Entry, ...]
    encoding: str
    end: str
    mark: str = ""

    @property
    def header(self) -> Entry | None:
        """The entry that says what the file is."""
        return next((entry for entry in self.entries if entry.is_header), None)

    def said(self, name: str) -> str:
        """What the header says under a name."""
        lines = self.header.strings[0].text.split("\n") if self.header and 0 in self.header.strings else []
        begins = f"{name.lower()}:"
        return next((line.partition(":")[2].strip() for line in lines if line.lower().startswith(begins)), "")


@dataclass(frozen=True, slots=True)
class Message:
    """One string to be translated: the entry that it is in, and the number of its form."""

    place: str
    entry: Entry
    form: int
    source: Content
    given: Content | None
    state: SegmentState


def messages(file: PoFile) -> Iterator[Message]:
    """The strings to be translated: one of each entry, or two where it has a plural."""
    for number, entry in enumerate(file.entries):
        if entry.is_header or entry.source is None:
            continue
        for form, field in enumerate([entry.source, *([entry.plural] if entry.plural else [])]):
            source = _content(field)
            if source.inline.text:
                yield _message(f"message {number}, form {form}", entry, form, source)


def _message(place: str, entry: Entry, form: int, source: Content) -> Message:
    there, fuzzy = entry.strings.get(form), "fuzzy" in entry.flags
    given = given_of(source, _content(there, source) if there else None, not fuzzy)
    state: SegmentState = "new" if given is None else "translated" if fuzzy else "reviewed"
    return Message(place, entry, form, source, given, state)


def _content(field: Field, like: Content | None = None) -> Content:
    return content_of([field.text], str, preserve=True, like=like)
