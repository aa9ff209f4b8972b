"""PO files of gettext as sources: German msgid, English msgstr; every line that does not change stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.formats.changed import changes, noted
from workbench.formats.document import Document, Paragraph
from workbench.formats.exact_text import exactly
from workbench.formats.filter import Notes, States, Target
from workbench.formats.languages import BRITISH, English, is_english_to_german, must_be_german_to_english
from workbench.formats.parted import all_markup, note_of
from workbench.formats.po.entries import entries_in, lines_in
from workbench.formats.po.messages import Message, PoFile, messages
from workbench.formats.po.writing import edited
from workbench.formats.text_file import MOST_BYTES, MOST_LINES
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_NAME = re.compile(r"[a-z][A-Za-z0-9]*(?:[._:/-][A-Za-z0-9]+)+")
_GERMAN_TEAM = re.compile(r"(?:german|deutsch)\b", re.IGNORECASE)
_FIXED = "a message of a program stays as it is"
_MEND = "save it as UTF-8, with `charset=UTF-8` in its header (msgconv -t UTF-8)"


class PoFilter:
    """GNU gettext's PO, and the POT that it begins from."""

    suffixes = (".po", ".pot")
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The messages of a file; a fuzzy one is translated, any other that has English is reviewed.

        Raises WorkbenchError, with the line, for what is no PO, or not from German into English.
        """
        return _document(_opened(data, where), data, where)

    def read_turned(self, data: bytes, where: Path) -> Document | None:
        """See `BilingualFilter`."""
        file = _any_po(data, where)
        if not is_english_to_german(*_languages(file)):
            return None
        _must_be_usable(file, where)
        return _document(file, data, where)

    def write(
        self,
        document: Document,
        target: Target,
        states: States | None = None,
        notes: Notes | None = None,
        *,
        language: English = BRITISH,
    ) -> bytes:
        """The file with these msgstr; what is not reviewed is fuzzy, notes are comments (`# `). See `BilingualFilter`.

        Raises WorkbenchError where the document has no file, or its encoding has not the letters.
        """
        where = Path(clean_line(document.name))
        file = _opened(document.original, where)
        wanted = changes(document, target, states)
        edits = edited(file, list(messages(file)), wanted, noted(document, notes), language)
        text = file.mark + "".join(edits)
        try:
            return text.encode(file.encoding)
        except UnicodeEncodeError as error:
            what = (
                f"its encoding ({file.encoding}) has no “{error.object[error.start]}”, which the English or a note has"
            )
            raise WorkbenchError(Problem(where, what, _MEND)) from None


def _document(file: PoFile, data: bytes, where: Path) -> Document:
    paragraphs = tuple(_paragraph(one, first=not number) for number, one in enumerate(messages(file)))
    return Document(where.name, paragraphs, original=data)


def _opened(data: bytes, where: Path) -> PoFile:
    """The file, if it is one, of the right languages, and has texts."""
    file = _any_po(data, where)
    must_be_german_to_english(*_languages(file), where)
    _must_be_usable(file, where)
    return file


def _languages(file: PoFile) -> tuple[str, str]:
    return file.said("X-Source-Language"), file.said("Language") or _of_team(file)


def _any_po(data: bytes, where: Path) -> PoFile:
    found = _CHARSET.search(data[:20_000])
    encoding = found[1].decode("ascii").lower() if found else "utf-8"
    encoding = "utf-8" if encoding == "charset" else encoding
    text = exactly(data, encoding)
    if text is None or "\0" in text:
        raise WorkbenchError(Problem(where, f"is no text in its encoding ({clean_line(encoding)[:40]})", _MEND))
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = lines_in(text.removeprefix(mark))
    if len(lines) > MOST_LINES:
        what = f"has too many lines ({len(lines):,}; at most {MOST_LINES:,})"
        raise WorkbenchError(Problem(where, what, "split it into several files"))
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    return PoFile(lines, tuple(entries_in(lines, where)), encoding, end, mark)


def _must_be_usable(file: PoFile, where: Path) -> None:
    """Raises WorkbenchError for a file without texts, and for one with more forms than English and German have."""
    _must_have_texts(file, where)
    for entry in file.entries:
        if max(entry.strings) > 1:
            what = "this message has more than two forms, and English has two: one and many"
            raise WorkbenchError(Problem(where, what, "give a file that is made for English", entry.start + 1))


def _of_team(file: PoFile) -> str:
    """The language of a file that names none, by its team (`German <de@li.org>`); empty where that says nothing."""
    return "de" if _GERMAN_TEAM.match(file.said("Language-Team")) else ""


def _must_have_texts(file: PoFile, where: Path) -> None:
    """Raises WorkbenchError for a file whose msgid are the names of messages, and none of them their German."""
    texts = [entry.source.text for entry in file.entries if entry.source is not None and entry.source.text]
    names = [text for text in texts if _NAME.fullmatch(text)]
    if len(names) > len(texts) / 2:
        what = f"has names of messages as msgid ({clean_line(names[0])[:40]}), and not their German"
        raise WorkbenchError(Problem(where, what, "give a file with German msgid (Weblate: download it as XLIFF)"))


def _paragraph(one: Message, *, first: bool) -> Paragraph:
    return Paragraph(
        one.source.inline.text,
        "" if first else "\n\n",
        "body",
        one.source.inline.codes,
        all_markup(one.source, one.given),
        place=one.place,
        fixed=_FIXED,
        given=one.given.inline if one.given else None,
        given_state=one.state,
        note=_note(one),
    )


def _note(one: Message) -> str:
    """What the programmer and the translators say of a message, and where it is used; a line each."""
    entry = one.entry
    notes = [f"Context: {entry.context.text}"] if entry.context and entry.context.text else []
    notes += [line[2:].strip() for _, line in entry.comments if line.startswith(("#.", "# "))]
    notes += ["the form for several" if one.form else "the form for one"] if entry.plural else []
    return note_of(notes)
