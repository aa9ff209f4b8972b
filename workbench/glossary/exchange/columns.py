"""What the columns of a table are, by the words in its first row, German or English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from workbench.glossary.exchange.languages import CODES, shown, tag

Field = Literal["de", "en", "first", "also", "avoid", "forbidden", "preferred", "kind", "note", "status", "case", "id"]
"""What a column holds. `forbidden` and `preferred` hold terms, or a yes or no about the term beside them."""

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")
_LONGEST = 60


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _each(meanings: Mapping[str, str]) -> dict[str, str]:
    """Each word with what it means, from what is meant by several words."""
    return {word: meant for meant, text in meanings.items() for word in text.split()}


_LANGUAGES = _each(
    {
        "de": "de deu ger german deutsch",
        "en": "en eng english englisch",
    }
)
_SIDES = _each(
    {
        "de": "source quelle quellsprache ausgangssprache quellterm term begriff",
        "en": "target ziel zielsprache zielterm translation übersetzung",
    }
)
_COUNTRIES = _each(
    {
        "us": "us usa states american amerikanisch",
        "gb": "uk gb kingdom british britisch",
        "at": "at austria österreich",
        "de": "germany deutschland",
        "ch": "ch switzerland schweiz",
    }
)
_LABELS = _each(
    {
        "definition": "definition def",
        "context": "context kontext",
        "example": "example beispiel",
        "usage": "usage",
        "subject": "domain subject fachgebiet sachgebiet",
        "part of speech": "pos speech wortart",
    }
)
_NOTES = """note notes comment comments remark remarks kommentar kommentare anmerkung anmerkungen bemerkung bemerkungen
    hinweis notiz description beschreibung explanation erläuterung erklärung"""
_FIELDS: tuple[tuple[Field, frozenset[str]], ...] = (
    ("id", _words("cid conceptid entryid")),
    ("note", _words(_NOTES) | _LABELS.keys()),
    ("first", _words("first erstnennung ersterwähnung")),
    ("status", _words("status state info")),
    ("avoid", _words("avoid avoided vermeiden falsch not nicht")),
    ("forbidden", _words("forbidden prohibited deprecated verboten unzulässig")),
    ("also", _words("also allowed admitted alternative alternatives variant variants synonym synonyms synonyme auch")
     | _words("erlaubt zugelassen zulässig variante varianten")),
    ("preferred", _words("preferred bevorzugt vorzugsbenennung")),
    ("case", _words("case casesensitive großschreibung")),
    ("kind", _words("kind type typ art kategorie category")),
)  # fmt: skip
"""What words in a column's name mean, the first that fits."""


_OF_TERMS = _words("term terms begriff benennung wort word text language sprache locale united great britain")
"""What else may stand in the name of a column of terms, beside a language, a side and a country."""


class Column(NamedTuple):
    """A column that is read: its place (from 0), what it holds, and of which language.

    `owner`: the place of the term column that a status or a yes/no beside it is about. `label`: what a note is.
    """

    place: int
    field: Field
    tag: str = ""
    owner: int = -1
    label: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table. `header`: whether its first row names them; `unread`: the names of those not used.

    `several`: whether a cell may hold several terms. It may where the columns have names, but not where the names are
    language codes, as Google wants them.
    """

    read: tuple[Column, ...]
    header: bool
    unread: tuple[str, ...] = ()
    several: bool = False

    @property
    def swapped(self) -> Columns:
        """German and English the other way round, but for columns that name their language."""
        other: dict[Field, Field] = {"de": "en", "en": "de"}
        turned = (c if c.tag else c._replace(field=other.get(c.field, c.field)) for c in self.read)
        return replace(self, read=tuple(turned))

    def __str__(self) -> str:
        """`German, English, note`."""
        names = {"de": "German", "en": "English"}
        return ", ".join(
            c.label or (f"English ({shown(c.tag)})" if "-" in c.tag else names.get(c.field, c.field)) for c in self.read
        )


PAIRS = Columns((Column(0, "de"), Column(1, "en")), header=False)
"""A table without names: German, then English."""

PAIRS_WITH_NOTE = Columns((*PAIRS.read, Column(2, "note")), header=False)


def named_columns(row: Sequence[str]) -> Columns | None:
    """The columns a first row names; None if it names none for German and for English (it is a row of terms)."""
    read: list[Column] = []
    unread = []
    for place, name in enumerate(row):
        column = _column(place, name, read)
        if column:
            read.append(column)
        elif name.strip():
            unread.append(name.strip())
    read, general = _explicit(read)
    unread += [row[column.place].strip() for column in general]
    fields = [column.field for column in read]
    if "de" not in fields or not {"en", "preferred"} & set(fields):
        return None
    codes = [_TAG.match(row[column.place].strip()) for column in read if column.field in ("de", "en")]
    return Columns(tuple(read), header=True, unread=tuple(unread), several=not all(codes))


def _explicit(read: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """The columns, and apart from them those that a language's own column makes needless.

    `term` where a column `de` stands is what the program calls the concept.
    """
    said = {column.field for column in read if column.tag and column.field in ("de", "en")}
    general = [column for column in read if column.field in said and not column.tag]
    return [column for column in read if column not in general], general


def joined_names(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...] | None:
    """The names of columns that stand in two rows: a language over several columns, and below it what each of them is.

    None where the second row is none of names, or the first has one for each column.
    """
    if all(name.strip() for name in above[: len(below)]) or not _are_names(below):
        return None
    names, over = [], ""
    for place, name in enumerate(below):
        over = (above[place].strip() if place < len(above) else "") or over
        names.append(f"{over} {name.strip()}".strip())
    return tuple(names)


def _are_names(row: Sequence[str]) -> bool:
    """Whether the cells of a row have only words that columns are called by."""
    known = _OF_TERMS.union(_SIDES, _LABELS, *(words for _, words in _FIELDS))
    filled = [_words_of(name) for name in row if name.strip()]
    return bool(filled) and all(words and known.issuperset(words) for words in filled)


def names_german_only(row: Sequence[str]) -> bool:
    """Whether a first row that is no row of names yet seems to be one: it names German once, and no English."""
    found = [
        _LANGUAGES[word.casefold()] for name in row for word in _WORD.findall(name)[:1] if word.casefold() in _LANGUAGES
    ]
    return found == ["de"]


def other_languages(row: Sequence[str]) -> tuple[str, ...]:
    """The languages a first row names, where it names languages only, but not both German and English."""
    names = [name.strip() for name in row if name.strip().casefold() not in ("", "pos", "description")]
    languages = tuple(dict.fromkeys(tag(name) for name in names))
    codes = [_TAG.match(name) and tag(name).partition("-")[0] in CODES for name in names]
    return languages if len(languages) > 1 and all(codes) else ()


def _column(place: int, name: str, before: Sequence[Column]) -> Column | None:
    """The column a name means, beside those before it; None for one that is not read."""
    words = _words_of(name)
    if "id" in words:
        return Column(place, "id") if {"concept", "entry"} & set(words) else None
    language = _meaning(words, _LANGUAGES)
    field = next((field for field, known in _FIELDS if known & set(words)), None)
    if field is None:
        return _side(place, words, language)
    if language == "de" and field in ("also", "preferred", "avoid", "forbidden"):
        return Column(place, "de", "de") if field in ("also", "preferred") else None
    label = _meaning(words, _LABELS) if field == "note" else ""
    spoken = _tag("en", words) if field in ("also", "preferred") else ""
    return Column(place, field, spoken, _owner(before), label)


def _words_of(name: str) -> list[str]:
    """The words of a column's name, those run together (`TermNote`) too; none of a text that is too long for one."""
    return [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", name))] if len(name) <= _LONGEST else []


def _meaning(words: Sequence[str], meanings: Mapping[str, str]) -> str:
    """What the first word means that is known; "" if none is."""
    return next((meanings[word] for word in words if word in meanings), "")


def _side(place: int, words: Sequence[str], language: str) -> Column | None:
    """A column of terms, by its language or by being the source or the target."""
    side = language or _meaning(words, _SIDES)
    if language and not _OF_TERMS.union(_LANGUAGES, _SIDES, _COUNTRIES).issuperset(words):
        return None  # `Gender [de]` says something about the German, and is none
    tagged = _tag(language, words) if language else ""
    return Column(place, "de" if side == "de" else "en", tagged) if side else None


def _owner(before: Sequence[Column]) -> int:
    """The nearest column of terms before: what a status or a yes or no is about; -1 for none."""
    return next((column.place for column in reversed(before) if column.field in ("de", "en", "also", "preferred")), -1)


def _tag(language: str, words: Sequence[str]) -> str:
    country = _meaning(words, _COUNTRIES)
    return f"{language}-{country}" if country else language
