"""What the columns of a table are, by the words in its first row, German or English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.formats.languages import shown, tag
from workbench.glossary.exchange.column_words import (
    COUNTRIES,
    FIELDS,
    LABELS,
    LANGUAGES,
    OF_LANGUAGES,
    OF_NUMBERS,
    OF_TERMS,
    OFTEN_UNREAD,
    OTHER_LANGUAGES,
    SIDES,
    Field,
)
from workbench.glossary.exchange.languages import CODES

_WORD = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")
_LONGEST = 60
_NAMES: dict[Field, str] = {
    "de": "German",
    "en": "English",
    "from": "language of the source",
    "to": "language of the target",
    "same": "whether it is translated",
    "kept": "whether it stays as it is",
    "id": "number of the concept",
}
_FROM_TO: dict[str, Field] = {"source": "from", "target": "to"}


class Column(NamedTuple):
    """A column that is read: its place (from 0), what it holds, and of which language.

    `owner`: the place of the term column that a status or a yes/no beside it is about. `label`: what a note is. `side`:
    the side of the translation that its name speaks of (see `SIDES`), "" for none.
    """

    place: int
    field: Field
    tag: str = ""
    owner: int = -1
    label: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table. `header`: whether its first row names them; `unread`: the names of those not used.

    `several`: whether a cell may hold several terms. It may where the columns have names, but not where the names are
    language codes, as Google wants them. `name`: the place of a column with what the program calls the concept.
    """

    read: tuple[Column, ...]
    header: bool
    unread: tuple[str, ...] = ()
    several: bool = False
    name: int = -1

    @property
    def swapped(self) -> Columns:
        """German and English the other way round, but for columns that name their language."""
        other: dict[Field, Field] = {"de": "en", "en": "de"}
        turned = (c if c.tag else c._replace(field=other.get(c.field, c.field)) for c in self.read)
        return replace(self, read=tuple(turned))

    def __str__(self) -> str:
        """`German, English, note`."""
        return ", ".join(map(_told, self.read))


def _told(column: Column) -> str:
    name = _NAMES.get(column.field, column.field)
    country = f" ({shown(column.tag)})" if "-" in column.tag and column.field in ("de", "en") else ""
    return column.label or f"{name}{country}"


PAIRS = Columns((Column(0, "de"), Column(1, "en")), header=False)
"""A table without names: German, then English."""

PAIRS_WITH_NOTE = Columns((*PAIRS.read, Column(2, "note")), header=False)


def named_columns(row: Sequence[str]) -> Columns | None:
    """The columns a first row names; None if it names none for German and for English (it is a row of terms)."""
    read: list[Column] = []
    unread = []
    for place, name in enumerate(row):
        column = column_of(place, name, read)
        if column:
            read.append(column)
        elif name.strip():
            unread.append(name.strip())
    read, general = _without_needless(read)
    unread += [row[column.place].strip() for column in general]
    fields = [column.field for column in read]
    if "de" not in fields or not {"en", "preferred"} & set(fields):
        return None
    codes = [_TAG.match(row[column.place].strip()) for column in read if column.field in ("de", "en")]
    return Columns(tuple(read), header=True, unread=tuple(unread), several=not all(codes), name=_name(general))


def _without_needless(read: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """The columns, and apart from them those of terms that others make needless.

    `term` where a column `de` stands is what the program calls the concept; `Quelle` beside `Begriff` and
    `Übersetzung`, or `Quelle (de)` beside `Deutsch`, is where a term was found.
    """
    general = [column for column in read if _is_needless(column, read)]
    return [column for column in read if column not in general], general


def _is_needless(column: Column, read: Sequence[Column]) -> bool:
    if column.field not in ("de", "en"):
        return False
    others = [other for other in read if other.field == column.field and other.place != column.place]
    with_language = {other.side for other in others if other.tag}
    if column.tag:
        return column.side == "source" and not with_language <= {"source"}
    return bool(with_language) or _is_of_the_other_side(column, others, read)


def _is_of_the_other_side(column: Column, others: Sequence[Column], read: Sequence[Column]) -> bool:
    """Of `term` and `source`, both German: `source` goes with `target`, and `term` with a translation."""
    has_target = any(other.side == "target" for other in read)
    needless, needed = ("term", "source") if has_target else ("source", "term")
    return column.side == needless and needed in {other.side for other in others}


def _name(needless: Sequence[Column]) -> int:
    """The place of the column of what the program calls the concepts; -1 if there is none."""
    return next((column.place for column in needless if column.side == "term"), -1)


def joined_names(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...] | None:
    """The names of columns that stand in two rows: a language over several columns, and below it what each of them is.

    None where the second row is none of names, or the first has one for each column.
    """
    if all(name.strip() for name in above[: len(below)]) or not _are_names(below):
        return None
    names, over = [], ""
    for place, name in enumerate(below):
        over = (above[place].strip() if place < len(above) else "") or over
        names.append(over if over == name.strip() else f"{over} {name.strip()}".strip())
    return tuple(names)


def _are_names(row: Sequence[str]) -> bool:
    """Whether the cells of a row have only words that columns are called by, or mostly such, terms among them."""
    known = OF_TERMS.union(SIDES, LABELS, LANGUAGES, OFTEN_UNREAD, *(words for _, words in FIELDS))
    filled = [words_of(name) for name in row if name.strip()]
    number = sum(bool(words) and known.issuperset(words) for words in filled)
    has_terms = any(OF_TERMS & set(words) for words in filled)
    return bool(filled) and (number == len(filled) or (has_terms and 2 * number >= len(filled) > 1))


def names_german_only(row: Sequence[str]) -> bool:
    """Whether a first row that is no row of names yet seems to be one: it names German once, and no English."""
    found = [
        LANGUAGES[word.casefold()] for name in row for word in _WORD.findall(name)[:1] if word.casefold() in LANGUAGES
    ]
    return found == ["de"]


def other_languages(row: Sequence[str]) -> tuple[str, ...]:
    """The languages a first row names, where it names languages only, but not both German and English."""
    names = [name.strip() for name in row if name.strip().casefold() not in ("", "pos", "description")]
    languages = tuple(dict.fromkeys(tag(name) for name in names))
    codes = [_TAG.match(name) and tag(name).partition("-")[0] in CODES for name in names]
    if len(languages) > 1 and all(codes):
        return languages
    known = [_language_named(name) for name in names]
    return tuple(names) if len(set(known)) > 1 and all(known) and not {"", "de"} & set(known) else ()


def _language_named(name: str) -> str:
    """The language that a name is the name of, or one that is neither German nor English as it is; "" for none."""
    words = words_of(name)
    if len(words) != 1:
        return ""
    return LANGUAGES.get(words[0], "") or (OTHER_LANGUAGES.get(words[0], ""))


def column_of(place: int, name: str, before: Sequence[Column] = ()) -> Column | None:
    """The column a name means, beside those before it; None for one that is not read."""
    words = words_of(name)
    language, side = _meaning(words, LANGUAGES), _side_of(words)
    if OF_NUMBERS & set(words):
        return _number(place, words)
    if side in _FROM_TO and not language and OF_LANGUAGES & set(words):
        return Column(place, _FROM_TO[side])
    field = next((field for field, known in FIELDS if known & set(words)), None)
    if field is None:
        return _side(place, words, language, side)
    column = Column(place, field, _tag_of(field, language, words), _owner(before))
    return column._replace(label=_meaning(words, LABELS)) if field == "note" else _of_its_language(column, language)


def _number(place: int, words: Sequence[str]) -> Column | None:
    if {"concept", "entry", "konzept", "eintrag"} & set(words):
        return Column(place, "id")
    return Column(place, "number") if OF_NUMBERS.issuperset(words) else None


def _of_its_language(column: Column, language: str) -> Column | None:
    """A column beside the terms, where its name has a language too."""
    if language and column.field == "kind":
        return None  # `Type [de]`: full form, abbreviation
    if language == "de" and column.field in ("avoid", "forbidden"):
        return None
    return Column(column.place, "de", "de") if language == "de" and column.field in ("also", "preferred") else column


def _tag_of(field: Field, language: str, words: Sequence[str]) -> str:
    """The language that a column beside the terms is about, where that matters."""
    if field in ("also", "preferred"):
        return _tag("en", words)
    return language if field in ("case", "status") else ""


def words_of(name: str) -> list[str]:
    """The words of a column's name, those run together (`TermNote`) too; none of a text that is too long for one."""
    return [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", name))] if len(name) <= _LONGEST else []


def _meaning(words: Sequence[str], meanings: Mapping[str, str]) -> str:
    """What the first word means that is known; "" if none is."""
    return next((meanings[word] for word in words if word in meanings), "")


def _side(place: int, words: Sequence[str], language: str, side: str) -> Column | None:
    """A column of terms, by its language or by being the source or the target."""
    if language and not OF_TERMS.union(LANGUAGES, SIDES, COUNTRIES).issuperset(words):
        return None  # `Gender [de]` says something about the German, and is none
    if language:
        return Column(place, "de" if language == "de" else "en", _tag(language, words), side=side)
    field: Field = "en" if side in ("target", "translation") else "de"
    return Column(place, field, side=side) if side else None


def _side_of(words: Sequence[str]) -> str:
    """The side that a name speaks of; `Term (target)` is one of the target."""
    sides = [SIDES[word] for word in words if word in SIDES]
    return next((side for side in sides if side != "term"), "term" if sides else "")


def _owner(before: Sequence[Column]) -> int:
    """The nearest column of terms before: what a status or a yes or no is about; -1 for none."""
    return next((column.place for column in reversed(before) if column.field in ("de", "en", "also", "preferred")), -1)


def _tag(language: str, words: Sequence[str]) -> str:
    country = _meaning(words, COUNTRIES)
    return f"{language}-{country}" if country else language
