"""A line of the Ding dictionary: German wordings, their English, and what stands in brackets beside them.

A line is `German :: English`; ` | ` parts the word from its forms, compounds and examples, the same number of times on
both sides; `;` parts wordings that say the same. `{…}` holds grammar, `[…]` subjects and registers, `(…)` what makes
the sense clear, `/…/` an abbreviation, `<…>` another spelling. (Ding's own description: https://dict.tu-chemnitz.de/doc/syntax.html.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from workbench.dictionary.labels import labels_in
from workbench.text.english_verbs import IRREGULAR

Kind = Literal["noun", "verb", "adjective", "adverb", ""]
SEPARATOR = " | "

_BRACKETS = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>|\((?:[^()]|\([^()]*\))*\)|(?<!\S)/[^/\s][^/]*/(?![^\s;])")
_SOMEBODY = r"(?:etw|jdn|jdm|jds|jd)\."
_PREPOSITION = (
    r"(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|ohne|über|um|unter|von|vor|wegen|zu|zwischen)"
)
_PERSONS_DE, _PERSONS_EN = "(?:ich|du|er|sie|es|wir|ihr|man)", "(?:I|you|he|she|it|we|they)"
_HAS_DE, _HAS_EN = "(?:hat|hatte|ist|war)", "(?:has|had)"
_PLACEHOLDER_DE = re.compile(
    rf"^{_PERSONS_DE}(?:/{_PERSONS_DE})+(?: {_HAS_DE}(?:/{_HAS_DE})*)?(?= )"
    rf"|(?<!\S)(?:(?:{_PREPOSITION} )?{_SOMEBODY}(?:/{_SOMEBODY})*|sich)(?!\S)",
    re.IGNORECASE,
)
_PLACEHOLDER_EN = re.compile(
    rf"^{_PERSONS_EN}(?:/{_PERSONS_EN})+(?: {_HAS_EN}(?:/{_HAS_EN})+)?(?= )"
    r"|(?<!\S)(?:(?:sth|sb)\.?(?:[’']s)?(?:/(?:sth|sb)\.(?:[’']s)?)*)(?: else)?(?!\S)"
)
_GAP, _OWN = re.compile(r"(?<=[^\s\0]) \0(?: \0)*(?= [^\s\0])"), re.compile(r"[’']s")
_IN_A_WORD = re.compile(r"(?<=[^\W\d_])\(([^\W\d_]+)\)|\(([^\W\d_]+)\)(?=[^\W\d_])")
"""Letters in brackets that touch a word: colo(u)r, (up)on."""
_ALIKE = {
    verb: frozenset(form for parts in sets for forms in parts for form in forms)
    for verb, sets in IRREGULAR.items()
    if len(sets) > 1
}
"""Verbs that are alike in the infinitive only, with their forms: lie (lay, lain; lied)."""
_SENTENCE = re.compile(r"(?:\S+\s+){2,}.*(?<!etw)(?<!jd)(?<!jd[nms])[.!?…][“”’\"']?")
_ARTICLE, _ENDINGS = re.compile(r"^(?:der|die|das|ein|eine) "), re.compile(r"(?<=\we)/r(?:/s)?(?!\w)")
"""What a wording has besides the word: `die Polizei`, `letzte/r/s`."""
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_NO_LABELS: frozenset[str] = frozenset()
_HINT = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_GENDERS = frozenset(("m", "f", "n", "pl"))


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a line: `text` without brackets and placeholders (etw., sb.), and what stood in the brackets.

    `kind` is the part of speech, "" where the line does not say; `number` is "plural" where the line says so;
    `is_form`: it is an inflected form of the line's word (`Aale`, `rückt ab`) and no word of its own. `gender` has the
    letters of a noun's (m, f, n). `parts`: of an English verb that is two (lie), the past and participle that the line
    tells (“lied; lied”). An English wording has “…” where a placeholder stood amid its words, and then at its end, too
    (“to talk … out of …”).
    `labels`: registers, regions and subjects as Ding writes them (`coll.`, `Br.`, `zool.`). `hint`: what makes the
    sense clear, in the language of the wording (“of an animal”).
    """

    text: str
    kind: Kind = ""
    number: Literal["plural", ""] = ""
    labels: frozenset[str] = frozenset()
    hint: str = ""
    is_form: bool = False
    gender: str = ""
    parts: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """German wordings and English ones that stand for each other. `first`: it is the line's word, not a form of it."""

    german: tuple[Wording, ...]
    english: tuple[Wording, ...]
    first: bool


def read_line(line: str, key: str = "") -> tuple[Segment, ...]:
    """The segments of a line, in order; none for a comment or a line that is no entry.

    With a `key` (one of `key_of`) only the segments that may have it.

    >>> [segment] = read_line("Aalfang {m} [naut.] :: eel fishing")
    >>> segment.german[0].text, segment.german[0].kind, segment.english[0].text
    ('Aalfang', 'noun', 'eel fishing')
    """
    german, parted, english = line.strip().partition(" :: ")
    if not parted or line.startswith("#"):
        return ()
    head: Kind = ""
    found: list[Segment] = []
    wanted = key.partition(" ")[0]
    for at, (de, en) in enumerate(zip(german.split(SEPARATOR), english.split(SEPARATOR), strict=False)):
        if at and wanted not in de.casefold():
            continue
        words = tuple(_wordings(de))
        if at:
            words = tuple(_of_line(word, head) for word in words)
        elif words:
            head = words[0].kind
        found.append(Segment(words, tuple(_with_parts(word, english) for word in _english_wordings(en)), first=not at))
    return tuple(found)


def _of_line(wording: Wording, kind: Kind) -> Wording:
    """A later wording that says nothing of itself is a form of the line's word: `rückt ab` after `abrücken {vi}`."""
    if wording.number:
        return replace(wording, is_form=True)
    if wording.kind or not kind or wording.text[:1].isupper() != (kind == "noun"):
        return wording
    return replace(wording, kind=kind, is_form=True)


def _with_parts(wording: Wording, line: str) -> Wording:
    """A verb that is two with the forms that the line tells, in braces (`to lie {lied; lied}`) or further on."""
    forms = _ALIKE.get(wording.text.split(" ")[1]) if wording.text.startswith("to ") else None
    told = sorted(forms.intersection(re.findall("[a-z]+", line))) if forms else ()
    return replace(wording, parts="; ".join(told)) if told else wording


def is_sentence(german: str) -> bool:
    """Whether the German of a segment is a sentence, and no word or phrase."""
    return _SENTENCE.fullmatch(" ".join(_BRACKETS.sub(" ", german).split())) is not None


def key_of(german: str) -> str:
    """How a German wording is looked for: in small letters, one blank between words."""
    return " ".join(german.casefold().split())


def alternatives(segment: str) -> list[str]:
    """The wordings of a segment: its parts between semicolons that stand in no brackets.

    >>> alternatives("Abbau {m} (Druck; Vakuum); Schwund {m}")
    ['Abbau {m} (Druck; Vakuum)', 'Schwund {m}']
    """
    masked = _BRACKETS.sub(lambda match: match[0].replace(";", "\0"), segment)
    return [part.strip().replace("\0", ";") for part in masked.split(";") if part.strip()]


def _wordings(segment: str) -> Iterator[Wording]:
    """The German wordings of a segment. Where one says nothing of its grammar, the next one's holds for it, too."""
    found: list[Wording] = []
    parts = alternatives(segment)
    common = _common_labels(parts)
    for part in reversed(parts):
        plain = _wording(part, bare(part))
        if found and not plain.kind:
            plain = replace(plain, kind=found[-1].kind, number=found[-1].number, gender=found[-1].gender)
        found.append(replace(plain, labels=plain.labels | common) if common else plain)
    yield from (wording for wording in reversed(found) if wording.text)


def _english_wordings(segment: str) -> Iterator[Wording]:
    """The English wordings of a segment; of letters in brackets with and without them (colour, color).

    The kind holds for those before, too, but not the number: one message is no news.
    """
    found: list[Wording] = []
    parts = alternatives(segment)
    common = _common_labels(parts)
    for part in reversed(parts):
        for spelt in dict.fromkeys((_IN_A_WORD.sub("", part), _IN_A_WORD.sub(r"\1\2", part))):
            plain = _wording(spelt, _english_text(spelt))
            if found and not plain.kind:
                plain = replace(plain, kind=found[-1].kind)
            found.append(replace(plain, labels=plain.labels | common) if common else plain)
    yield from (wording for wording in reversed(found) if wording.text)


def _english_text(part: str) -> str:
    """An English alternative without brackets; what placeholders stood amid it are “…”, and one’s (sb.’s)."""
    text = _PLACEHOLDER_EN.sub(lambda one: " one’s " if _OWN.search(one[0]) else " \0 ", _BRACKETS.sub(" ", part))
    text, gaps = _GAP.subn(" …", " ".join(text.split()))
    if gaps:
        text = re.sub(r"\0$", "…", text)
    return " ".join(text.replace("\0", "").split()).removesuffix(" one’s").removeprefix("one’s ").strip(" ,")


def _common_labels(parts: list[str]) -> frozenset[str]:
    """What a bracket at the end of a segment says of all of it: `willy; willie ([children’s speech] for penis)`."""
    hints = _HINT.findall(parts[-1]) if parts else ()
    return _labels(" ".join(hints))


def _labels(text: str) -> frozenset[str]:
    brackets = _LABEL.findall(text)
    return frozenset().union(*map(labels_in, brackets)) if brackets else _NO_LABELS


def bare(part: str) -> str:
    """One alternative of a German segment without brackets and placeholders."""
    return " ".join(_PLACEHOLDER_DE.sub(" ", _BRACKETS.sub(" ", part)).split()).strip(" ,")


def _wording(part: str, text: str) -> Wording:
    brackets = [match[0] for match in _BRACKETS.finditer(part)]
    grammar = _grammar(brackets)
    kind = _kind(grammar)
    return Wording(
        _ARTICLE.sub("", text) if kind == "noun" else _ENDINGS.sub("", text),
        kind,
        "plural" if "pl" in grammar else "",
        _labels(part),
        "; ".join(" ".join(_LABEL.sub("", one[1:-1]).split()) for one in brackets if one[0] == "("),
        gender="".join(word for word in grammar if word in _GENDERS and word != "pl"),
    )


def _grammar(brackets: list[str]) -> list[str]:
    return [word for one in brackets if one[0] == "{" for word in re.split(r"[;,\s]+", one[1:-1])]


def _kind(grammar: list[str]) -> Kind:
    if _GENDERS.intersection(grammar):
        return "noun"
    if any(word in ("v", "vt", "vi", "vr") for word in grammar):
        return "verb"
    if "adj" in grammar:
        return "adjective"
    return "adverb" if "adv" in grammar else ""
