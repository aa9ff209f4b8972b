"""Reading a record as this program wrote it, some ten times as fast as YAML can be read.

Only files that nobody has touched since are read here; whatever is not exactly so is left to `yaml_file`.
"""

from __future__ import annotations

from functools import lru_cache

from workbench.formats import Part
from workbench.text import Inline, clean_line, is_clean
from workbench.text.lazy_pattern import lazy_pattern
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
from workbench.translation.yaml_dump import HEAD, ORIGIN, REMOVED, Dump

_QUOTED = r'"(?:[^"\\\n]|\\.)*+"'
_WORD = rf"(?:{_QUOTED}|[^\W\d_][\w .()-]*+)"


def _text(indent: int) -> str:
    return rf"(?:{_QUOTED}|\|-(?:\n(?: {{{indent}}}[^\n]*+|(?=\n)))++)"


_OVERRIDE = lazy_pattern(rf"\n  - check: ({_WORD})\n    about: ({_WORD})(?:\n    reason: ({_text(6)}))?")
_OVERRIDES = rf"(?:\n  - check: {_WORD}\n    about: {_WORD}(?:\n    reason: {_text(6)})?)++"
_TERM = lazy_pattern(rf"({_WORD}), ({_WORD}), ({_WORD})")
_LOSS = lazy_pattern(rf"\n    - \[({'|'.join(LOST)}), ({_WORD})\]")
_ORIGIN = lazy_pattern(rf"  ({'|'.join(ORIGIN)}): ({_WORD})\n")
_TOP = lazy_pattern(
    rf"source: ({_WORD})\n(?:form: (2)\n)?(?:origin:\n((?:  (?:{'|'.join(ORIGIN)}): {_WORD}\n)++))?paragraphs:( \[\])?"
)
_PARAGRAPH = lazy_pattern(
    rf"({_text(4)})"
    rf"(?:\n  en: ({_text(4)}))?"
    r"(?:\n  part: (split|inserted))?"
    r"(?:\n  joined: \[(\d+(?:, \d+)*)\])?"
    r"\n  state: (\w++)"
    rf"(?:\n  note: ({_text(4)}))?"
    rf"(?:\n  overrides:({_OVERRIDES}))?"
    rf"(?:\n  old_de: ({_text(4)}))?"
    r'(?:\n  seen: "((?:-|[0-9a-f]{8}) (?:-|[0-9a-f]{8}))")?'
    rf"(?:\n  draft:\n    package: ({_WORD})\n    en: ({_text(6)})"
    r"(?:\n    unsure: \[([1-9]\d{0,3}(?:, [1-9]\d{0,3})*)\])?"
    r"(?:\n    terms:((?:\n    - \[[^\n]*\])++))?(?:\n    words:((?:\n    - \[[^\n]*\])++))?"
    rf"(?:\n    lost:((?:\n    - \[(?:{'|'.join(LOST)}), {_WORD}\])++))?"
    r"(?:\n    memory:((?:\n    - \[[^\n]*\])++))?)?"
)
_LAYOUT = lazy_pattern(rf"\n  before: {_QUOTED}(?=\n)|(?<=\n)tail: {_QUOTED}\n")
"""What records of form 1 kept of the source file."""
_ESCAPED = lazy_pattern(r"\\(?:x(..)|u(....)|(.))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r"}
_STATES = {state.value: state for state in State}
_PARTS: dict[str | None, Part] = {None: "", "split": "split", "inserted": "inserted"}
_BEGINS, _REMOVED = "\n\n- de: ", "\n" + REMOVED.rstrip("\n")


class _OtherError(Exception):
    """The file is not as this program writes it."""


def read_own(data: bytes, dump: Dump) -> TranslationRecord | None:
    """The record in these bytes if they are what `dump` makes of it, every text clean; None if they are not.

    `dump` has each paragraph's bytes then: the next dump writes only what has changed.
    """
    try:
        content = _LAYOUT.sub("", data.decode("utf-8"))
        record = _record(content)
    except (UnicodeDecodeError, ValueError, _OtherError):
        return None
    return record if dump.of(record) == content.encode() else None


def _record(content: str) -> TranslationRecord:
    if not content.startswith(HEAD) or not content.endswith("\n") or not is_clean(content):
        raise _OtherError
    kept, _, removed = content[len(HEAD) : -1].partition(_REMOVED)
    head, *blocks = kept.split(_BEGINS)
    top = _TOP.fullmatch(head.rstrip("\n"))
    if top is None or (not top[2] and "⟨" in content):
        raise _OtherError
    paragraphs = tuple([_paragraph(block.rstrip("\n")) for block in blocks])
    gone = tuple([_paragraph(block) for block in removed.split(_BEGINS)[1:]])
    origin = _origin(top[3]) if top[3] else NO_ORIGIN
    return TranslationRecord(_value(top[1]), paragraphs, gone, form=int(top[2] or 1), origin=origin)


def _origin(lines: str) -> Origin:
    said = {name: _value(value) for name, value in _ORIGIN.findall(lines)}
    if any(value != clean_line(value) for value in said.values()):
        raise _OtherError
    return Origin(**said)


def _paragraph(block: str) -> ParagraphRecord:
    found = _PARAGRAPH.fullmatch(block)
    if found is None:
        raise _OtherError
    german, english, part, joints, state_name, note, overrides, old_german, seen, *drafted = found.groups()
    draft = _draft(*drafted) if drafted[0] else None
    state = _STATES.get(state_name)
    if state is None:
        raise _OtherError
    target = expected_english(state, draft) if english is None else Inline.parsed(_value(english))
    if settled(state, target, draft) is not state or (state is State.NEW and target != Inline("")):
        raise _OtherError
    source = Inline.parsed(_value(german))
    return ParagraphRecord(
        german=source.text,
        english=target.text,
        state=state,
        draft=draft,
        note=_value(note),
        overrides=_overrides(overrides) if overrides else (),
        old_german=_value(old_german),
        seen=seen or "",
        codes=source.codes,
        english_codes=target.codes,
        part=_PARTS[part],
        joints=tuple(map(int, joints.split(", "))) if joints else (),
    )


def _draft(
    package: str,
    english: str,
    unsure: str | None,
    terms: str | None,
    words: str | None,
    lost: str | None,
    memory: str | None,
) -> Draft:
    target = Inline.parsed(_value(english, 6))
    names = tuple(unsure.split(", ")) if unsure else ()
    gone = tuple((what, _value(german)) for what, german in _LOSS.findall(lost)) if lost else ()
    return Draft(
        target.text,
        _value(package),
        terms=_terms(terms),
        codes=target.codes,
        unsure=names,
        words=_terms(words),
        lost=gone,
        memory=_terms(memory),
    )


def _overrides(lines: str) -> tuple[Override, ...]:
    found = _OVERRIDE.finditer(lines)
    return tuple(Override(_value(hit[1]), _value(hit[2]), _value(hit[3], 6)) for hit in found)


def _terms(lines: str | None) -> tuple[tuple[str, str, str], ...]:
    return tuple(_term(line) for line in lines.split("\n")[1:]) if lines else ()


@lru_cache(maxsize=5_000)
def _term(line: str) -> tuple[str, str, str]:
    found = _TERM.fullmatch(line, len("    - ["), len(line) - 1)
    if found is None:
        raise _OtherError
    return _value(found[1]), _value(found[2]), _value(found[3])


def _value(written: str | None, indent: int = 4) -> str:
    """What a value says: nothing, a block literal, a quoted text or a plain word."""
    if not written:
        return ""
    if written.startswith("|-\n"):
        return written[2:].replace("\n" + " " * indent, "\n")[1:]
    if not written.startswith('"'):
        return written
    value = written[1:-1]
    if "\\" in value:
        value = _ESCAPED.sub(lambda hit: _unescaped(*hit.groups()), value)
        if not is_clean(value):
            raise _OtherError
    return value


def _unescaped(two: str | None, four: str | None, letter: str | None) -> str:
    if code := two or four:
        return chr(int(code, 16))
    return _LETTERS.get(letter or "", letter or "")
