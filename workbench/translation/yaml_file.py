"""Reading a record's YAML file, which people edit and git merges: every mistake is told with its line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, TypeVar

from workbench.files import read_regular
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean, clean_line
from workbench.translation.kept_file import LARGEST
from workbench.translation.record import Draft, Override, ParagraphRecord, State, TranslationRecord
from workbench.translation.settling import expected_english, settled
from workbench.translation.yaml_dump import Dump, usual_before
from workbench.translation.yaml_own import read_own
from workbench.translation.yaml_tree import Fields, Items, Node, Text, fail, read_tree

_TOP = ("source", "tail", "paragraphs", "removed")
_PARAGRAPH = ("de", "en", "state", "note", "overrides", "old_de", "draft", "before")
_TEXTS = ("de", "en", "note", "old_de", "before")
_T = TypeVar("_T")


def read_record(path: Path) -> TranslationRecord:
    """The record in a translation's YAML file, its text cleaned as all text from outside is.

    Raises WorkbenchError, with the line, when the file cannot be read or is not such a record.
    """
    data = read_regular(path, LARGEST, "this is no translation record; move it away")
    if data is None:
        raise WorkbenchError(Problem(path, "cannot be read: there is no such file", "check its name and folder"))
    return clean_record(data, path, Dump())


def clean_record(data: bytes, where: Path | str, dump: Dump) -> TranslationRecord:
    """The record that these bytes hold, its text cleaned; `dump` has its paragraphs then, if it wrote the bytes.

    Raises WorkbenchError, with the line in `where`, when they hold none.
    """
    return read_own(data, dump) or cleaned(parse_record(data, where))


def parse_record(data: bytes, where: Path | str) -> TranslationRecord:
    """The record that these bytes of YAML hold, exactly as written. `where` is named in problems.

    Raises WorkbenchError, with the line, when they hold none.
    """
    return _Reader(where).record(data)


def cleaned(record: TranslationRecord) -> TranslationRecord:
    """The record with every text made safe to show: no control characters, no bidi overrides, NFC."""
    return replace(
        record,
        paragraphs=tuple(_clean_paragraph(p) for p in record.paragraphs),
        tail=clean(record.tail),
        removed=tuple(_clean_paragraph(p) for p in record.removed),
    )


def _clean_paragraph(paragraph: ParagraphRecord) -> ParagraphRecord:
    draft = paragraph.draft
    if draft:
        terms = tuple((clean(german), clean(english), clean(way)) for german, english, way in draft.terms)
        draft = Draft(clean(draft.english), clean(draft.package), terms)
    english = clean(paragraph.english)
    state = settled(paragraph.state, english, draft) or State.NEW
    made = (Override(clean(o.check), clean(o.about), clean(o.reason)) for o in paragraph.overrides)
    return replace(
        paragraph,
        german=clean(paragraph.german),
        english="" if state is State.NEW else english,
        state=state,
        draft=draft,
        note=clean(paragraph.note),
        overrides=tuple(made),
        old_german=clean(paragraph.old_german),
        before=clean(paragraph.before),
    )


class _Reader:
    """Makes a record of the tree of one file, whose name is told with every problem."""

    def __init__(self, where: Path | str) -> None:
        self._where = where

    def record(self, data: bytes) -> TranslationRecord:
        root = read_tree(data, self._where)
        if root is None:
            self._fail(None, "is empty", "take it from a backup or git, or delete it to begin anew")
        fields = self._mapping(root, _TOP, "a translation")
        if "source" not in fields or "paragraphs" not in fields:
            gone = "source" if "source" not in fields else "paragraphs"
            self._fail(root, f"has no `{gone}:`", "this is no translation record; move it away or mend it")
        return TranslationRecord(
            source=self._text(fields["source"], "source"),
            paragraphs=self._paragraphs(fields["paragraphs"]),
            tail=self._text(fields["tail"], "tail") if "tail" in fields else "\n",
            removed=self._list(fields.get("removed"), "removed", self._paragraph),
        )

    def _paragraphs(self, node: Node) -> tuple[ParagraphRecord, ...]:
        found = self._list(node, "paragraphs", self._paragraph)
        said = isinstance(node, Items) and node.items and "before" in self._mapping(node.items[0], _PARAGRAPH, "")
        return found if said or not found else (replace(found[0], before=usual_before(first=True)), *found[1:])

    def _paragraph(self, node: Node) -> ParagraphRecord:
        fields = self._mapping(node, _PARAGRAPH, "a paragraph")
        if "de" not in fields:
            self._fail(node, "the paragraph has no `de:`", "put its German there, as the source file has it")
        said = {key: self._text(fields[key], key) for key in _TEXTS if key in fields}
        draft = self._draft(fields["draft"]) if fields.get("draft") else None
        state = self._state(fields["state"]) if "state" in fields else State.DRAFT if draft else State.NEW
        english = said.get("en", expected_english(state, draft))
        fits = settled(state, english, draft)
        if fits is None:
            what = f"the paragraph is {state.value} but has no `en:`"
            self._fail(fields["state"], what, "add it, or say `state: new`")
        return ParagraphRecord(
            german=said["de"],
            english="" if fits is State.NEW else english,
            state=fits,
            draft=draft,
            note=said.get("note", ""),
            overrides=self._list(fields.get("overrides"), "overrides", self._override),
            old_german=said.get("old_de", ""),
            before=said.get("before", usual_before(first=False)),
        )

    def _state(self, node: Node) -> State:
        name = self._text(node, "state")
        try:
            return State(name)
        except ValueError:
            known = ", ".join(state.value for state in State)
            self._fail(node, f"the state `{clean_line(name)[:40]}` is not known", f"use one of {known}")

    def _draft(self, node: Node) -> Draft:
        fields = self._mapping(node, ("package", "en", "terms"), "a draft")
        if "package" not in fields or "en" not in fields:
            self._fail(node, "the draft has no `package:` or no `en:`", "add it, or delete the draft")
        terms = self._list(fields.get("terms"), "terms", self._term)
        return Draft(self._text(fields["en"], "en"), self._text(fields["package"], "package"), terms)

    def _term(self, node: Node) -> tuple[str, str, str]:
        parts = self._list(node, "terms", lambda part: self._text(part, "terms"))
        if len(parts) != 3:
            self._fail(node, "a term is [German, English, way]", "give all three, or delete it")
        return (parts[0], parts[1], parts[2])

    def _override(self, node: Node) -> Override:
        fields = self._mapping(node, ("check", "about", "reason"), "an override")
        if "check" not in fields or "about" not in fields:
            self._fail(node, "the override has no `check:` or no `about:`", "add it, or delete the override")
        return Override(**{key: self._text(value, key) for key, value in fields.items()})

    def _mapping(self, node: Node, known: tuple[str, ...], of: str) -> dict[str, Node]:
        if not isinstance(node, Fields):
            self._fail(node, f"{of} is expected here, as `key: value` lines", "check the indentation")
        fields: dict[str, Node] = {}
        for key, value in zip(node.items[::2], node.items[1::2], strict=True):
            name = key.value if isinstance(key, Text) else "?"
            if name not in known:
                self._fail(key, f"the key `{clean_line(name)[:40]}` is not known for {of}", f"use {', '.join(known)}")
            if name in fields:
                self._fail(key, f"the key `{name}` is there twice", "keep one of them")
            fields[name] = value
        return fields

    def _list(self, node: Node | None, key: str, read: Callable[[Node], _T]) -> tuple[_T, ...]:
        if node is None or (isinstance(node, Text) and not node.value):
            return ()
        if not isinstance(node, Items):
            self._fail(node, f"`{key}:` must be a list", "begin each of its items with `- `")
        return tuple([read(item) for item in node.items])

    def _text(self, node: Node, key: str) -> str:
        if not isinstance(node, Text):
            self._fail(node, f"`{key}:` must be text", "put the text in quotes")
        return node.value

    def _fail(self, at: Node | None, what: str, mend: str) -> NoReturn:
        fail(self._where, at.line if at else None, what, mend)
