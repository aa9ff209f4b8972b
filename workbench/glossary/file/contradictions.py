"""Entries that contradict each other: one German with two Englishes, or a name that another entry forbids.

Forms under `avoid` are often right elsewhere (`Recht` is not “right”, but `recht` is), so only names are compared:
persons, places and organisations of which one is part of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, product
from operator import eq

from workbench.glossary.entry import Entry
from workbench.glossary.finding.folding import fold, words
from workbench.glossary.finding.printed import meant
from workbench.glossary.finding.sharp_s import has_twin

Claim = tuple[str, bool]
Tell = Callable[[int | None, str, str], None]
"""Takes a problem: its line (or None), what it is, what to do."""

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u2011](?=[^\W\d_])")
_PLURAL = re.compile(r"(?:ies|es|s|y)$")
_ENDINGS = frozenset(("", "s", "er", "ers", "n", "en"))
_MOST_COMPARED, _MOST_FORMS = 10_000, 20

_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """`demanding` wants `english`, which has the form `avoided`, and `forbidding` forbids that for the same name."""

    demanding: Entry
    forbidding: Entry
    english: str
    avoided: str


def claim(form: str) -> Claim:
    """What two German forms have in common if they would be found at the same places.

    A form as printed lists have it claims what it means; a word with ß that is another with ss claims itself.

    >>> claim("Kreml-Sprecher") == claim("Kremlsprecher"), claim("Recht") == claim("recht")
    (True, False)
    >>> claim("der Soldat, -en") == claim("Soldat"), claim("Maße") == claim("Masse")
    (True, False)
    """
    form = meant(form)[0]
    joined = _HYPHEN.sub("", form)
    sharp = f" {form.lower()}" if "ß" in form and has_twin(form) else ""
    return " ".join(_german(joined)) + sharp, form[:1].isupper()


def without_claimed(entry: Entry, own: Iterable[Claim], claims: dict[Claim, Entry], tell: Tell) -> Entry | None:
    """The entry without the German forms an earlier one has (told); None if no form is left to it.

    `own`: the claim of each of its forms; `claims`: those of the entries before, to which these are added.
    """
    left = []
    for form, wanted in zip(entry.de, own, strict=True):
        first = claims.setdefault(wanted, entry)
        if first is entry:
            left.append(form)
        elif first.en == entry.en:
            tell(entry.line, f"'{form}' is already at line {first.line}", "delete one of the two")
        else:
            what = f"'{form}' is '{entry.en}' here, but '{first.en}' at line {first.line} (in force)"
            tell(entry.line, what, "delete one of the two, or put the other English under 'also'")
    if len(left) == len(entry.de):
        return entry
    return replace(entry, de=tuple(left)) if left else None


def tell_clashes(entries: Iterable[Entry], tell: Tell) -> None:
    """Tell every clash between entries, at the later one's line; all of them stay in force."""
    for clash in clashes(entries, entries):
        mend = f"delete '{clash.avoided}' under 'avoid' there, or change the English here"
        what = f"'{clash.english}' is wanted here, but line {clash.forbidding.line} avoids '{clash.avoided}'"
        line = clash.demanding.line
        if clash.forbidding.line > line:
            mend = f"delete it here, or change '{clash.english}' there"
            what = f"'{clash.avoided}' is avoided here, but line {line} wants '{clash.english}'"
            line = clash.forbidding.line
        tell(line, what, mend)


def clashes(demanding: Iterable[Entry], forbidding: Iterable[Entry]) -> Iterator[Clash]:
    """The clashes in which the first entries demand (as `en` or `first`) what the second ones avoid for the same name.

    The names are the same if both are of one kind, not `term`, and the German words of one stand in the other. A form
    that is longer or shorter than the entry's own English (`Putin` avoided for `Vladimir Putin`) is no other spelling.
    Two entries are told once. The cost grows with the number of entries; of a file made to be slow, the first 10,000
    pairs are compared, and the first twenty forms of an entry.
    """
    told: set[tuple[Entry, Entry]] = set()
    for clash, wrong in islice(_suspects(demanding, forbidding), _MOST_COMPARED):
        pair = (clash.demanding, clash.forbidding)
        if pair not in told and _another_spelling(clash.forbidding, wrong) and _one_name(*pair):
            told.add(pair)
            yield clash


def _suspects(demanding: Iterable[Entry], forbidding: Iterable[Entry]) -> Iterator[tuple[Clash, _Words]]:
    """Entries of one kind where the English of the first has an avoided form of the second, and that form's words."""
    avoided: dict[tuple[str, _Words], list[tuple[Entry, str]]] = {}
    for entry in forbidding:
        for form in entry.avoid if entry.kind != "term" else ():
            avoided.setdefault((entry.kind, _english(form)), []).append((entry, form))
    longest = max((len(wrong) for _, wrong in avoided), default=0)
    for entry in demanding if avoided else ():
        for english in (entry.en, entry.first) if entry.kind != "term" else ():
            for part in _parts(_english(english), longest):
                for other, form in avoided.get((entry.kind, part), ()):
                    if other is not entry:
                        yield Clash(entry, other, english, form), part


def _another_spelling(entry: Entry, avoided: _Words) -> bool:
    """Whether an avoided form is neither a part of an accepted one nor has one in it."""
    accepted = [_english(form) for form in entry.accepted[:_MOST_FORMS]]
    return not any(_has(own, avoided) or _has(avoided, own) for own in accepted)


def _one_name(one: Entry, other: Entry) -> bool:
    """Whether the German of one entry stands in the other's, word by word (`Kiew` in `Kiewer Gebiet`)."""
    pairs = product(
        [_german(form) for form in one.de[:_MOST_FORMS]], [_german(form) for form in other.de[:_MOST_FORMS]]
    )
    return any(_has(a, b, _inflected) or _has(b, a, _inflected) for a, b in pairs)


def _has(whole: _Words, part: _Words, same: Callable[[str, str], bool] = eq) -> bool:
    starts = range(len(whole) - len(part) + 1)
    return bool(part) and any(all(map(same, whole[start:], part)) for start in starts)


def _inflected(word: str, base: str) -> bool:
    return word.startswith(base) and word[len(base) :] in _ENDINGS


def _german(form: str) -> _Words:
    return tuple(fold(word) for word in words(form))


def _english(form: str) -> _Words:
    """The words of an English form, without plural endings."""
    return tuple(_PLURAL.sub("", word.lower()) for word in words(form))


def _parts(whole: _Words, longest: int) -> list[_Words]:
    """Every run of up to `longest` words, each once."""
    ends = range(1, len(whole) + 1)
    return list(dict.fromkeys(whole[start:end] for end in ends for start in range(max(0, end - longest), end)))
