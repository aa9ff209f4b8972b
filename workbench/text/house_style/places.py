"""Places in Ukraine and Belarus: Kyiv or Kiev."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.text.house_style.use import Use, whole
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_PAIRS = {
    "Kyiv": "Kiev", "Odesa": "Odessa", "Kharkiv": "Kharkov", "Lviv": "Lvov", "Mykolaiv": "Nikolaev",
    "Chernihiv": "Chernigov", "Luhansk": "Lugansk", "Zaporizhzhia": "Zaporozhye", "Vinnytsia": "Vinnitsa",
    "Ternopil": "Ternopol", "Rivne": "Rovno", "Kryvyi Rih": "Krivoy Rog", "Kremenchuk": "Kremenchug",
    "Dnipropetrovsk": "Dnepropetrovsk", "Donbas": "Donbass",
}  # fmt: skip
_ONLY_NEW = {
    "Nikolayev": "Mykolaiv", "Zaporozhia": "Zaporizhzhia", "Byelorussia": "Belarus", "Belorussia": "Belarus",
    "Byelorussian": "Belarusian", "Belorussian": "Belarusian", "Byelorussians": "Belarusians",
    "Belorussians": "Belarusians",
}  # fmt: skip
"""Further forms of before, for which today's is always right."""

_GERMAN = {
    "Kiew": "Kyiv", "Charkiw": "Kharkiv", "Charkow": "Kharkiv", "Lwiw": "Lviv", "Mykolajiw": "Mykolaiv",
    "Tschernihiw": "Chernihiv", "Saporischschja": "Zaporizhzhia", "Winnyzja": "Vinnytsia",
    "Dnipropetrowsk": "Dnipropetrovsk", "Belorußland": "Belarus",
}  # fmt: skip
"""German forms, which are no English in any style."""

_NEW_OF = {old: new for new, old in _PAIRS.items()} | _ONLY_NEW
_PLACE = lazy_pattern(rf"(?<![\w-])(?:{'|'.join((*_PAIRS, *_NEW_OF, *_GERMAN))})(?!\w)")
_ANOTHER_BEFORE = lazy_pattern(r"(?:[Cc]hicken |\bà la )$")
_ANOTHER_AFTER = lazy_pattern(r",? (?:Texas|Florida|Rus\b|File\b)")


def is_german_place(word: str) -> bool:
    """Whether a word is the German name of a place that the setting `places` knows."""
    return word in _GERMAN


def places(text: str) -> Iterator[Use]:
    """Names of places in their form of today or of before; not chicken Kiev, nor Odessa in Texas."""
    for match in _PLACE.finditer(text):
        if _ANOTHER_BEFORE.search(text, max(0, match.start() - 10), match.start()) or _ANOTHER_AFTER.match(
            text, match.end()
        ):
            continue
        name, span = match[0], Span(*match.span())
        if name in _PAIRS:
            yield whole("places", span, name, frozenset({"Kyiv"}), {"Kiev": _PAIRS[name]})
        elif name in _GERMAN:
            new = _GERMAN[name]
            yield whole("places", span, name, frozenset(), {"Kyiv": new, "Kiev": _PAIRS.get(new, new)})
        else:
            yield whole("places", span, name, frozenset({"Kiev"}), {"Kyiv": _NEW_OF[name]})
