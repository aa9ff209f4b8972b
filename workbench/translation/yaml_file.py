"""Reading a record's YAML file, which people edit and git merges: every mistake is told with its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, TypeVar

from workbench.files import Versions, read_regular, versions
from workbench.files.yaml_tree import Fields, Items, Node, Text, fail, read_tree
from workbench.formats import Part
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean, clean_line
from workbench.translation.kept_file import LARGEST
from workbench.translation.record import (
    LOST,
    NO_ORIGIN,
    Draft,
    Origin,
    Override,
    ParagraphRecord,
    State,
    TranslationRecord,
)
from workbench.translation.settling import expected_english, settled
from workbench.translation.yaml_dump import ORIGIN, Dump
from workbench.translation.yaml_own import read_own

_TOP = ("source", "form", "origin", "paragraphs", "removed", "tail")
_PARAGRAPH = ("de", "en", "part", "joined", "state", "note", "overrides", "old_de", "seen", "draft", "before")
"""`tail` and `before` are of form 1, which kept the source file's layout; nothing is made of them."""
_DRAFT = ("package", "en", "unsure", "terms", "words", "lost", "memory")
_TEXTS = ("de", "en", "note", "old_de", "seen")
_SEEN = re.compile(r"(?:-|[0-9a-f]{8}) (?:-|[0-9a-f]{8})")
_FORMS = ("1", "2")
_PARTS: dict[str, Part] = {"": "", "split": "split", "inserted": "inserted"}
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

    Where git has left what two people made of it, it is what both come to (see `merge_records`).
    Raises WorkbenchError, with the line in `where`, when they hold none.
    """
    found = read_own(data, dump)
    if found is None and (both := versions(data)):
        found = merged_record(both, where)
    return found or cleaned(parse_record(data, where))


def merged_record(both: Versions, where: Path | str) -> TranslationRecord | None:
    """The record that two people's come to; None where one of them cannot be read, or they do not belong together."""
    from workbench.translation.merge import merge_records

    with suppress(WorkbenchError):
        ours, theirs = (clean_record(side, where, Dump()) for side in (both.ours, both.theirs))
        base = None
        with suppress(WorkbenchError):  # it is only looked at: without it what differs is looked at by somebody
            base = clean_record(both.base, where, Dump()) if both.base else None
        return merge_records(base, ours, theirs)
    return None


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
        removed=tuple(_clean_paragraph(p) for p in record.removed),
        origin=Origin(**{name: clean_line(getattr(record.origin, name)) for name in ORIGIN}),
    )


def _clean_paragraph(paragraph: ParagraphRecord) -> ParagraphRecord:
    draft = paragraph.draft
    if draft:
        said = _clean_inline(draft.target)
        draft = replace(
            draft,
            english=said.text,
            codes=said.codes,
            package=clean(draft.package),
            terms=_clean_triples(draft.terms),
            words=_clean_triples(draft.words),
            lost=_clean_losses(draft.lost),
            memory=_clean_triples(draft.memory),
        )
    source, target = _clean_inline(paragraph.source), _clean_inline(paragraph.target)
    state = settled(paragraph.state, target, draft) or State.NEW
    made = (Override(clean(o.check), clean(o.about), clean(o.reason)) for o in paragraph.overrides)
    cleaned_one = replace(
        paragraph,
        german=source.text,
        codes=source.codes,
        draft=draft,
        note=clean(paragraph.note),
        overrides=tuple(made),
        old_german=clean(paragraph.old_german),
    )
    return cleaned_one.with_target(Inline("") if state is State.NEW else target, state)


def _clean_triples(said: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((clean(german), clean(english), clean(way)) for german, english, way in said)


def _clean_losses(said: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((what, clean(german)) for what, german in said)


def _seen(said: str) -> str:
    """What was seen of a bilingual source; what is no such thing was mended by hand, and is looked at anew."""
    return said if _SEEN.fullmatch(said) else ""


def _clean_inline(inline: Inline) -> Inline:
    return inline.carried(clean(inline.text))


class _Reader:
    """Makes a record of the tree of one file, whose name is told with every problem."""

    def __init__(self, where: Path | str) -> None:
        self._where = where
        self._form = 1

    def record(self, data: bytes) -> TranslationRecord:
        root = read_tree(data, self._where)
        if root is None:
            self._fail(None, "is empty", "take it from a backup or git, or delete it to begin anew")
        fields = self._mapping(root, _TOP, "a translation")
        if "source" not in fields or "paragraphs" not in fields:
            gone = "source" if "source" not in fields else "paragraphs"
            self._fail(root, f"has no `{gone}:`", "this is no translation record; move it away or mend it")
        self._form = self._known_form(fields["form"]) if "form" in fields else 1
        return TranslationRecord(
            source=self._text(fields["source"], "source"),
            paragraphs=self._list(fields["paragraphs"], "paragraphs", self._paragraph),
            removed=self._list(fields.get("removed"), "removed", self._paragraph),
            form=self._form,
            origin=self._origin(fields["origin"]) if fields.get("origin") else NO_ORIGIN,
        )

    def _origin(self, node: Node) -> Origin:
        fields = self._mapping(node, ORIGIN, "where an article came from")
        return Origin(**{key: self._text(value, key) for key, value in fields.items()})

    def _known_form(self, node: Node) -> int:
        said = self._text(node, "form")
        if said not in _FORMS:
            what = f"is of form {clean_line(said)[:20]}, which this version does not know"
            self._fail(node, what, "it was made by a newer workbench: use that one")
        return int(said)

    def _inline(self, text: str) -> Inline:
        """A text with its codes; in a record of form 1 it has none."""
        return Inline.parsed(text) if self._form > 1 else Inline(text)

    def _paragraph(self, node: Node) -> ParagraphRecord:
        fields = self._mapping(node, _PARAGRAPH, "a paragraph")
        if "de" not in fields:
            self._fail(node, "the paragraph has no `de:`", "put its German there, as the source file has it")
        said = {key: self._text(fields[key], key) for key in _TEXTS if key in fields}
        draft = self._draft(fields["draft"]) if fields.get("draft") else None
        state = self._state(fields["state"]) if "state" in fields else State.DRAFT if draft else State.NEW
        target = self._inline(said["en"]) if "en" in said else expected_english(state, draft)
        fits = settled(state, target, draft)
        if fits is None:
            what = f"the paragraph is {state.value} but has no `en:`"
            self._fail(fields["state"], what, "add it, or say `state: new`")
        source = self._inline(said["de"])
        paragraph = ParagraphRecord(
            german=source.text,
            draft=draft,
            note=said.get("note", ""),
            overrides=self._list(fields.get("overrides"), "overrides", self._override),
            old_german=said.get("old_de", ""),
            seen=_seen(said.get("seen", "")),
            codes=source.codes,
            part=self._part(fields.get("part")),
            joints=self._list(fields.get("joined"), "joined", self._offset),
        )
        return paragraph.with_target(Inline("") if fits is State.NEW else target, fits)

    def _part(self, node: Node | None) -> Part:
        said = self._text(node, "part") if node else ""
        if said not in _PARTS:
            self._fail(
                node, f"the part `{clean_line(said)[:40]}` is not known", "say `split` or `inserted`, or nothing"
            )
        return _PARTS[said]

    def _offset(self, node: Node) -> int:
        said = self._text(node, "joined")
        if not re.fullmatch(r"[0-9]{1,9}", said):
            self._fail(node, "`joined:` is a list of places in the German", "give numbers, or delete it")
        return int(said)

    def _state(self, node: Node) -> State:
        name = self._text(node, "state")
        try:
            return State(name)
        except ValueError:
            known = ", ".join(state.value for state in State)
            self._fail(node, f"the state `{clean_line(name)[:40]}` is not known", f"use one of {known}")

    def _draft(self, node: Node) -> Draft:
        fields = self._mapping(node, _DRAFT, "a draft")
        if "package" not in fields or "en" not in fields:
            self._fail(node, "the draft has no `package:` or no `en:`", "add it, or delete the draft")
        terms = self._list(fields.get("terms"), "terms", self._triple("terms", "a term"))
        target = self._inline(self._text(fields["en"], "en"))
        unsure = self._list(fields.get("unsure"), "unsure", lambda part: self._number(part, "unsure"))
        words = self._list(fields.get("words"), "words", self._triple("words", "a word that was put right"))
        lost = self._list(fields.get("lost"), "lost", self._loss)
        memory = self._list(fields.get("memory"), "memory", self._triple("memory", "what had been translated before"))
        package = self._text(fields["package"], "package")
        return Draft(target.text, package, terms, target.codes, unsure, words, lost, memory)

    def _loss(self, node: Node) -> tuple[str, str]:
        parts = self._list(node, "lost", lambda part: self._text(part, "lost"))
        if len(parts) != 2 or parts[0] not in LOST:
            self._fail(node, "what a draft lost is [words, German] or [verb, German]", "give both, or delete it")
        return (parts[0], parts[1])

    def _number(self, node: Node, key: str) -> str:
        said = self._text(node, key)
        if not (said.isascii() and said.isdigit() and len(said) <= 4 and said[0] != "0"):
            self._fail(node, f"`{key}:` is a list of numbers of codes", "give numbers from 1, or delete it")
        return said

    def _triple(self, key: str, one: str) -> Callable[[Node], tuple[str, str, str]]:
        def read(node: Node) -> tuple[str, str, str]:
            parts = self._list(node, key, lambda part: self._text(part, key))
            if len(parts) != 3:
                said = "German, percent, place" if key == "memory" else "German, English, way"
                self._fail(node, f"{one} is [{said}]", "give all three, or delete it")
            return (parts[0], parts[1], parts[2])

        return read

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
