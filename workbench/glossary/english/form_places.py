"""Where an English form stands in a text as words, in singular and plural."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from workbench.glossary.english.letters import Writing, how_written
from workbench.glossary.english.plural import has_two_plurals, plural
from workbench.glossary.entry import Entry
from workbench.text import Span

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_ALIKE = (_HYPHENS, "'\u2018\u2019\u02bc\u0060\u00b4", '"“”„«»')
"""Marks that stand for each other."""
_PART = re.compile(r"(?P<word>[^\W_]+)|(?P<space>\s+)|(?P<other>.)", re.DOTALL)
_BOTH = re.compile(r"(?:wo)?man |state party$", re.IGNORECASE)
"""What has the plural in two words: `women soldiers`, `states parties`."""


def form_places(form: str, english: str, entry: Entry | None = None) -> Iterator[Span]:
    """Where an English form stands as words (see `judge`), its plural too, in text order; overlaps with others too.

    `entry`: whose form it is: what is another word in small letters (`may` for May) is none of it.
    """
    return (span for span, _ in written_places(form, english, entry))


def may_stand(form: str, english: str) -> bool:
    """Whether a text has the beginnings of all words of a form: quick to tell, and mostly it has not."""
    small = _small(english)
    return all(map(small.__contains__, _must_have(form)))


def written_places(form: str, english: str, entry: Entry | None) -> Iterator[tuple[Span, Writing]]:
    """The same places, each with how the form is written there (`letters.how_written`)."""
    for match in _matches(form, english):
        writing = how_written(form, english, *match.span(), entry) if match[0] else None
        if writing:
            yield Span(*match.span()), writing


def _matches(form: str, english: str) -> Iterator[re.Match[str]]:
    """Where the form's pattern is in a text.

    A pattern is slow to make and to look for, and mostly there is nothing to find. So what must be there is looked
    for first, in small letters, and the pattern only where the first word may begin.
    """
    if not may_stand(form, english):
        return
    small, needed = _small(english), _must_have(form)
    pattern = _pattern(form)
    if not (needed and needed[0] and form.strip()[0].isalnum() and len(small) == len(english)):
        yield from pattern.finditer(english)
        return
    at = small.find(needed[0])
    while at >= 0:
        match = pattern.match(english, at)
        if match:
            yield match
        at = small.find(needed[0], match.end() if match else at + 1)


@lru_cache(maxsize=100)
def _small(text: str) -> str:
    """A text in small letters. Asked for with each form that is looked for in it."""
    return _folded(text)


def _folded(text: str) -> str:
    """Without capitals; letters that a pattern takes for one are one."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


@lru_cache(maxsize=50_000)
def _must_have(form: str) -> tuple[str, ...]:
    """What stands in every text that has the form, in small letters: of each word what no plural changes."""
    words = (part["word"] for part in _PART.finditer(form) if part["word"])
    return tuple(_beginning(_folded(_regular(word)[0]), _folded(plural(word))) for word in words)


def _beginning(one: str, other: str) -> str:
    """What both words begin with."""
    size = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:size]


@lru_cache(maxsize=50_000)
def _pattern(form: str) -> re.Pattern[str]:
    """The form's pattern. One word may take a plural: `Ministry of Defence` has `Ministries of Defence`."""
    form = form.strip()
    ways = dict.fromkeys("".join(_parts(form, changes)) for changes in _inflected(form))
    either = next(iter(ways)) if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return re.compile(rf"(?<![^\W_]){either}(?![^\W_])", re.IGNORECASE)


def _parts(form: str, changes: Collection[int]) -> Iterator[str]:
    for number, part in enumerate(_PART.finditer(form)):
        if part["word"]:
            yield _word(part["word"]) if number in changes else re.escape(part["word"])
        elif part["space"]:
            yield rf"(?:\s+|[{_HYPHENS}])"
        else:
            yield _mark(part["other"])


def _inflected(form: str) -> tuple[frozenset[int], ...]:
    """Which parts of a form differ in the plural: the noun's, not every word (`exiles governments`).

    The last word, too, of what has several behind its preposition (`prisoner of war camps`), both of `woman doctor`.
    Where usage varies, the first or the last: `courts martial` and `court martials`.
    """
    parts = list(_PART.finditer(form))
    words = [at for at, part in enumerate(parts) if part["word"]]
    if not words:
        return (frozenset(),)
    changed = _changed(form, parts, words)
    if words.index(changed[0]) + 3 <= words.index(words[-1]):
        changed.append(words[-1])
    if _BOTH.match(form) and changed == words[1:]:
        changed.append(words[0])
    if has_two_plurals(form):
        return tuple(frozenset({at}) for at in dict.fromkeys((*changed, *_heads(parts, words))))
    return (frozenset(changed),)


def _changed(form: str, parts: Sequence[re.Match[str]], words: Sequence[int]) -> list[int]:
    """The words that `plural` changes; the last one where it changes none, or more than the words."""
    several = [part[0] for part in _PART.finditer(plural(form))]
    if len(several) != len(parts):
        return list(words[-1:])
    return [at for at in words if several[at] != parts[at][0]] or list(words[-1:])


def _heads(parts: Sequence[re.Match[str]], words: Sequence[int]) -> tuple[int, int]:
    """The last word, and the noun before it: `coup` of `coup d’état`."""
    before = [at for at in words[:-1] if parts[at]["word"].lower() != "d"]
    return words[-1], (before or words)[-1]


def _word(word: str) -> str:
    """The word in singular and plural; an irregular plural beside the regular one (people, persons)."""
    stem, endings = _regular(word)
    regular, irregular = rf"{re.escape(stem)}(?:{'|'.join(endings)})", plural(word)
    if irregular.lower() in (f"{stem}{ending}".lower() for ending in endings):
        return regular
    return f"(?:{regular}|{re.escape(irregular)})"


def _regular(word: str) -> tuple[str, tuple[str, ...]]:
    """What a word has in singular and plural, and how it ends then."""
    if len(word) < 2 or not word[-1].isalpha():
        return word, ("",)
    lower = word.lower()
    if len(word) > 3 and lower.endswith("man"):
        return word[:-2], ("an", "en")
    if lower.endswith("y") and lower[-2] not in "aeiou":
        return word[:-1], ("y", "ies", "ys")
    return word, ("", "s", "es") if lower.endswith(("s", "x", "z", "ch", "sh", "o")) else ("", "s")


def _mark(mark: str) -> str:
    for marks in _ALIKE:
        if mark in marks:
            return f"[{marks}]"
    return rf"{re.escape(mark)}?" if mark == "." else re.escape(mark)
