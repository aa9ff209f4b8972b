"""PO files of gettext as sources: German msgid, English msgstr; every line that does not change stays as it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.formats.document import Document, Paragraph, SegmentState
from workbench.formats.exact_text import exactly
from workbench.formats.filter import States, Target
from workbench.formats.languages import ENGLISH, must_be_german_to_english
from workbench.formats.parted import Content, all_markup, content_of, given_of, written_content
from workbench.formats.po_entries import Entry, Field, entries_in, is_wrapped, lines_in, written
from workbench.formats.roles import role_by_look
from workbench.formats.text_file import MOST_BYTES, MOST_LINES
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean, clean_line
from workbench.text.inline import Inline

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_PLURALS = "nplurals=2; plural=(n != 1);"
_FIXED = "a message of a program stays as it is"
_MEND = "save it as UTF-8, with `charset=UTF-8` in its header (msgconv -t UTF-8)"


@dataclass(frozen=True, slots=True)
class _Message:
    """One string to be translated: the entry that it is in, and the number of its form."""

    place: str
    entry: Entry
    form: int
    source: Content
    given: Content | None
    state: SegmentState


@dataclass(frozen=True, slots=True)
class _File:
    """A PO file as lines, its entries, how it is encoded and how its lines end."""

    lines: tuple[str, ...]
    entries: tuple[Entry, ...]
    encoding: str
    end: str

    @property
    def header(self) -> Entry | None:
        return next((entry for entry in self.entries if entry.is_header), None)


class PoFilter:
    """GNU gettext's PO, and the POT that it begins from."""

    suffixes = (".po", ".pot")
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The messages of a file; a fuzzy one is translated, any other that has English is reviewed.

        Raises WorkbenchError, with the line, for what is no PO, or not from German into English.
        """
        file = _opened(data, where)
        paragraphs = tuple(_paragraph(one, first=not number) for number, one in enumerate(_messages(file)))
        return Document(where.name, paragraphs, original=data)

    def write(self, document: Document, target: Target, states: States | None = None) -> bytes:
        """The file with these msgstr; what is not reviewed is fuzzy. See `BilingualFilter`.

        Raises WorkbenchError where the document has no file, or its encoding has not the letters.
        """
        where = Path(clean_line(document.name))
        file = _opened(document.original, where)
        messages = {one.place: one for one in _messages(file)}
        made: dict[str, tuple[Inline, SegmentState]] = {}
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
            words, message = target.get(key), messages.get(paragraph.place)
            if message is None or words is None:
                continue
            state = (states or {}).get(key)
            same = message.given is not None and words == paragraph.given
            empty = not words.text.strip()
            if not (same and state in (None, message.state)) and not (empty and message.given is None):
                made[paragraph.place] = words, "new" if empty else state or "translated"
        text = "".join(_edited(file, list(messages.values()), made)) if made else "".join(file.lines)
        try:
            return text.encode(file.encoding)
        except UnicodeEncodeError as error:
            what = f"its encoding ({file.encoding}) has no “{error.object[error.start]}”, which the English has"
            raise WorkbenchError(Problem(where, what, _MEND)) from None


def _opened(data: bytes, where: Path) -> _File:
    found = _CHARSET.search(data[:20_000])
    encoding = found[1].decode("ascii").lower() if found else "utf-8"
    encoding = "utf-8" if encoding == "charset" else encoding
    text = exactly(data, encoding)
    if text is None or "\0" in text:
        raise WorkbenchError(Problem(where, f"is no text in its encoding ({clean_line(encoding)[:40]})", _MEND))
    lines = lines_in(text)
    if len(lines) > MOST_LINES:
        what = f"has too many lines ({len(lines):,}; at most {MOST_LINES:,})"
        raise WorkbenchError(Problem(where, what, "split it into several files"))
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    file = _File(lines, tuple(entries_in(lines, where)), encoding, end)
    must_be_german_to_english(_said(file, "X-Source-Language"), _said(file, "Language"), where)
    for entry in file.entries:
        if max(entry.strings) > 1:
            what = "this message has more than two forms, and English has two: one and many"
            raise WorkbenchError(Problem(where, what, "give a file that is made for English", entry.start + 1))
    return file


def _said(file: _File, name: str) -> str:
    """What the header says under a name."""
    header = file.header
    lines = header.strings[0].text.split("\n") if header and 0 in header.strings else []
    return next((line.partition(":")[2].strip() for line in lines if line.lower().startswith(f"{name.lower()}:")), "")


def _messages(file: _File) -> Iterator[_Message]:
    """The strings to be translated: one of each entry, or two where it has a plural."""
    for number, entry in enumerate(file.entries):
        if entry.is_header or entry.source is None:
            continue
        for form, field in enumerate([entry.source, *([entry.plural] if entry.plural else [])]):
            source = _content(field)
            if source.inline.text:
                there = entry.strings.get(form)
                fuzzy = "fuzzy" in entry.flags
                given = given_of(source, _content(there, source) if there else None, not fuzzy)
                state: SegmentState = "new" if given is None else "translated" if fuzzy else "reviewed"
                yield _Message(f"message {number}, form {form}", entry, form, source, given, state)


def _content(field: Field, like: Content | None = None) -> Content:
    return content_of([field.text], str, preserve=True, like=like)


def _paragraph(one: _Message, *, first: bool) -> Paragraph:
    role = role_by_look(one.source.inline.text)
    return Paragraph(
        one.source.inline.text,
        "" if first else "\n\n",
        "body" if role == "furniture" else role,
        one.source.inline.codes,
        all_markup(one.source, one.given),
        place=one.place,
        fixed=_FIXED,
        given=one.given.inline if one.given else None,
        given_state=one.state,
        note=_note(one),
    )


def _note(one: _Message) -> str:
    """What the programmer and the translators say of a message, and where it is used; a line each."""
    entry = one.entry
    notes = [f"Context: {entry.context.text}"] if entry.context and entry.context.text else []
    notes += [line[2:].strip() for _, line in entry.comments if line.startswith(("#.", "# "))]
    notes += ["the form for several" if one.form else "the form for one"] if entry.plural else []
    return clean("\n".join(" ".join(note.split()) for note in notes if note)).strip()


def _edited(file: _File, messages: Sequence[_Message], made: dict[str, tuple[Inline, SegmentState]]) -> Iterator[str]:
    """The lines of the file, with those of changed messages and of the header in place of what was there."""
    instead: dict[int, tuple[int, list[str]]] = {}
    wrapped = is_wrapped(file.lines)
    of_entry: dict[int, list[_Message]] = defaultdict(list)
    for one in messages:
        of_entry[one.entry.start].append(one)
    for group in of_entry.values():
        if any(one.place in made for one in group):
            instead |= _strings(file, group, made, wrapped)
            states = [made[one.place][1] if one.place in made else one.state for one in group]
            instead |= _flags(file, group[0].entry, fuzzy=any(state in ("draft", "translated") for state in states))
    if file.header is not None:
        plural = any(one.entry.plural is not None for one in messages)
        instead |= _header(file, file.header, plural=plural)
    at = 0
    for number in range(len(file.lines) + 1):
        if number in instead:
            end, lines = instead[number]
            yield from lines
            at = max(at, end)
        if number >= at and number < len(file.lines):
            yield file.lines[number]


Lines = dict[int, tuple[int, list[str]]]
"""By the line (from 0) where they come: the line up to which what was there goes, and the new lines."""


def _strings(
    file: _File, group: Sequence[_Message], made: dict[str, tuple[Inline, SegmentState]], wrapped: bool
) -> Lines:
    """The msgstr of one entry."""
    found: Lines = {}
    entry = group[0].entry
    new: dict[int, list[str]] = {}
    for one in group:
        words = made[one.place][0] if one.place in made else None
        if words is None or (one.given and words == one.given.inline):
            continue
        text = written_content(one.source, one.given, words, str) if words.text.strip() else ""
        new[one.form] = written(f"msgstr[{one.form}]" if entry.plural else "msgstr", text, file.end, wrapped=wrapped)
    for form, there in sorted(entry.strings.items()):
        lines = new.pop(form, list(file.lines[there.start : there.end]))
        if form == max(entry.strings) and new:  # a form that is not there comes behind the last
            lines = [*_ended(lines, file.end), *(line for _, more in sorted(new.items()) for line in more)]
        found[there.start] = there.end, lines
    return found


def _ended(lines: list[str], end: str) -> list[str]:
    return [*lines[:-1], lines[-1].rstrip("\r\n") + end]


def _flags(file: _File, entry: Entry, *, fuzzy: bool) -> Lines:
    """The comments of an entry with the flag or without it; what the message was before goes with the flag."""
    if ("fuzzy" in entry.flags) is fuzzy:
        return {}
    flags = [(number, line) for number, line in entry.comments if line.startswith("#,")]
    if fuzzy and flags:
        number, line = flags[0]
        return {number: (number + 1, [f"#, fuzzy,{line[2:]}{file.end}"])}
    before = [number for number, line in entry.comments if line.startswith("#|")]
    if fuzzy:
        at = min([*before, entry.start])
        return {at: (at, [f"#, fuzzy{file.end}"])}
    found: Lines = {number: (number + 1, []) for number in before}
    for number, line in flags:
        left = [flag.strip() for flag in line[2:].split(",") if flag.strip() not in ("fuzzy", "")]
        found[number] = number + 1, [f"#, {', '.join(left)}{file.end}"] if left else []
    return found


def _header(file: _File, header: Entry, *, plural: bool) -> Lines:
    """The header with the language, and with the plural forms of English where there are plurals."""
    there = header.strings.get(0)
    if there is None:
        return {}
    text = _with_field(there.text, "Language", ENGLISH, lambda said: not said)
    if plural:
        text = _with_field(text, "Plural-Forms", _PLURALS, lambda said: "nplurals=2" not in said.replace(" ", ""))
    text = re.sub(r"(?i)charset=charset\b", "charset=UTF-8", text)
    found = _flags(file, header, fuzzy=False)
    if text != there.text:
        found[there.start] = there.end, written("msgstr", text, file.end, wrapped=False)
    return found


def _with_field(text: str, name: str, value: str, wanting: Callable[[str], bool]) -> str:
    """A header with another value under a name, where what stands there is wanting."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.lower().startswith(f"{name.lower()}:"):
            if wanting(line.partition(":")[2].strip()):
                lines[number] = f"{name}: {value}"
            return "\n".join(lines)
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{name}: {value}\n"
