"""What a text denies: the German words that say no, and whatever in English may."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.text.denial_words import MAY_DENY
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span
from workbench.text.word_lists import any_of

_AS_GOOD_AS_YES = any_of(
    r"""
    nur zuletzt selten umsonst nehmen(?:,|_lassen) wenige?r?n? minder allein blo(?:ß|ss) lediglich ausschließlich ohne
    un(?!ter|s\b|d\b)[a-zäöü]{4,} anders
    lange, schlecht übel verkehrt dumm falsch \w+er_(?:\w+,?_){0,2}als früher eher vergessen mehr_als
    vor_(?!zu\b)(?:\w+_)?(?:Uhr|\d|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Sam|Sonn|Ende|Mitte)
    """
)
"""Behind “nicht”: together they deny nothing, or English says it without a no."""
_GERMAN = lazy_pattern(
    rf"\b(?:(?<!oder )nicht(?!\s+{_AS_GOOD_AS_YES})|nichts(?!\s+(?:als|anderes,? als|weniger als)\b)|"
    r"kein(?:e|en|em|er|es|erlei|eswegs|esfalls)?(?!\s+(?:Un[a-z]|Wunder\b|Zweifel\b|Geheimnis\b|Frage\b))|"
    r"nix|nie|niemals|niemand(?:en|em|es)?|nirgends|nirgendwo|weder)\b(?![-–])",
    re.IGNORECASE,
)
_WITHOUT = lazy_pattern(
    r"(?<!nicht )\bohne\b(?! (?:Zweifel|weiteres|Frage)\b)(?=[^.;:!?]{0,200}(?:\bda(?:ss|ß)\b|\bzu \w+en\b|zu\w+en\b))"
)
_OF_DENYING = lazy_pattern(
    r"\b"
    + any_of(
        r"""
        bestreite[tn]? bestritt(?:en)? leugne(?:t|te|ten|n)? geleugnet dementier(?:t|te|ten|en|e) verneint(?:e|en)?
        verweiger(?:t|te|ten|n|e) weiger(?:t|te|ten|n|e) geweigert untersag(?:t|te|ten|en) verbiete[tn]? verbot(?:en)?
        lehn(?:t|te|ten|en)\b(?=[^.;:!?]{0,80}\bab\b) abgelehnt ablehn(?:t|te|ten|en)
        schl(?:ießt|ießen|oss|ossen)\b(?=[^.;:!?]{0,80}\baus(?:[.,;:!?–]|_und\b|$)) ausgeschlossen auszuschließen
        verhinder(?:t|te|ten|n) missl[ai]ng(?:en)? misslungen
        (?-i:kaum|Kaum(?=_(?:jemand|einer|eine?|etwas|noch|Hoffnung)\b))
        un(?:fähig|gültig|schuldig|möglich|wahr|zufrieden|verletzt|zulässig|rechtmäßig|wirksam|bewaffnet|bestätigt)(?:e[mnrs]?)?
        un(?:begründet|beteiligt)(?:e[mnrs]?)?
        (?<!nicht_)ohne(?!_(?:(?:jeden?_)?Zweifel|weiteres|Frage)\b)(?=_\w)
        """
    )
    + r"\b",
    re.IGNORECASE,
)
_CONTEST = r"\w{0,20}(?:spiel|partie|match|rennen|duell|finale|saison|kampf|unterhalt|turnier|programm)e?[ns]?\b"
_TO_CONTEST = lazy_pattern(
    rf"\b{_CONTEST}[^,.;:!?–]{{0,60}}\bbestr[ei]\w+|\bbestr[ei]\w+[^,.;:!?–]{{0,60}}\b{_CONTEST}", re.IGNORECASE
)
"""“bestreiten” that is no denying: eine Partie, den Lebensunterhalt."""
_NO = any_of(r"nicht kein\w* nie niemand\w*")
_LACKING = any_of(
    r"""
    fehl\w* be(?:streit|stritt|zweif)\w* zu_(?:leugnen|übersehen) \w{0,20}zweif\w* verhehl\w* verheimlich\w*
    aus(?:ge|zu)?schl(?:oss|ieß)\w* ver(?:ges|giss|hinder)\w* ab(?:ge|zu)?lehn\w*
    un(?!d\b|s\b|ter|ser|gar|iv|ion|iform|gefähr|fall|fälle|glück)\w{4,}
    """
)
_DENIED_TWICE = lazy_pattern(
    rf"\b{_NO}\b[^,.;:!?–]{{0,120}}?\b{_LACKING}\b|"
    rf"\b(?:fehlt?e?n?|bestreitet|leugnet|zweifel\w*|vergesst?e?n?|vergiss)\b[^,.;:!?–]{{0,120}}?\b{_NO}\b|"
    r"\bun\w+lich[^,.;:!?–]{0,120}\bnicht\b",
    re.IGNORECASE,
)
_AND = lazy_pattern(r"[^,;:.!?]{0,60}\b(?:und|oder|noch|sowie)(?: auch)? ")
_DENIES = lazy_pattern(
    r"n['’]t\b|\b"
    + any_of(
        """
        (?:could|would|should|was|were|is|are|has|have|had|does|did|wo|do|ca)nt not no nor never none nobody nothing
        nowhere neither cannot without nil zero yet_to anything_but small_wonder defunct
        """
    )
    + r"\b",
    re.IGNORECASE,
)
_ENGLISH = lazy_pattern(rf"\b{any_of(' '.join(english for english, _ in MAY_DENY))}\b", re.IGNORECASE)
_MAY_DENY = tuple(
    (
        lazy_pattern(rf"\b{any_of(english)}\b", re.IGNORECASE),
        lazy_pattern(rf"\b{any_of(german)}\b", re.IGNORECASE),
    )
    for english, german in MAY_DENY
)
_LACKING_A_THING = lazy_pattern(r"\b\w{0,20}ohne\b|\w{3}los(?:e[mnrs]?)?\b", re.IGNORECASE)
_ENGLISH_WITHOUT = lazy_pattern(r"\bwithout\b", re.IGNORECASE)
_NOT_ONLY = lazy_pattern(r"\bnicht (?:nur|allein|blo(?:ß|ss)|lediglich|ausschlie(?:ß|ss)lich)\b", re.IGNORECASE)
_GERMAN_ONLY = lazy_pattern(
    rf"\b{any_of('nur erst allein blo(?:ß|ss) lediglich einzig noch gerade eben')}\b", re.IGNORECASE
)
_ONLY = lazy_pattern(r"\b(?:only|just|merely|solely|exclusively)\b", re.IGNORECASE)
_BEYOND = lazy_pattern(r"\b(?:than|beyond|besides|further|apart|aside)\b", re.IGNORECASE)
_DENIES_NOTHING = lazy_pattern(
    r"\bnot (?:only|least)\b|\bno (?:doubt|matter|man['’]s land)\b|\bno\. ?\d", re.IGNORECASE
)


class Denials(NamedTuple):
    """What a German stretch denies: plainly, by nicht, kein, nie, ohne … zu; by a word, as bestreiten, kaum, ungültig.

    What is denied by a word English may say in any other way that denies.
    """

    plain: tuple[Span, ...]
    by_word: tuple[Span, ...]


def denial(german: str) -> Span | None:
    """The first nicht, kein, nie, niemand, nichts, nirgends or weder; none of “nicht nur”, “nicht unwahrscheinlich” and
    the like, which deny nothing.
    """
    found = _GERMAN.search(german)
    return Span(*found.span()) if found else None


def denials(german: str) -> Denials:
    """All that a German stretch denies, in text order; nothing that a clause denies twice (fehlt in keiner Liste)."""
    german = _DENIED_TWICE.sub(lambda match: "#" * len(match[0]), german)
    plain = sorted(Span(*match.span()) for pattern in (_GERMAN, _WITHOUT) for match in pattern.finditer(german))
    alone = (place for before, place in zip((None, *plain), plain, strict=False) if not _goes_on(german, before, place))
    contests = _TO_CONTEST.sub(lambda match: "#" * len(match[0]), german)
    return Denials(tuple(alone), tuple(Span(*match.span()) for match in _OF_DENYING.finditer(contests)))


def _goes_on(german: str, before: Span | None, place: Span) -> bool:
    """Whether a denial only goes on with the one before, so that English says no once: nicht ehrlich und nicht klug."""
    return before is not None and _AND.fullmatch(german, before.end, place.start) is not None


def may_deny(english: str) -> bool:
    """Whether anything in the English denies, in whatever way: not, fail, refuse, without, un-."""
    return _DENIES.search(english) is not None or _ENGLISH.search(english) is not None


def denies_so_often(english: str, german: str, often: int) -> bool:
    """Whether the English may deny as often as the German plainly does.

    not, no, without … count (no “without” that stands for an “ohne Geld”), and every word that may deny in its own way
    (fail, refuse, too, un-), but for those that stand for a German word of their own (scheitern, zu, un-). Linear in
    the texts.
    """
    english = _DENIES_NOTHING.sub(" ", english)
    lacking = len(_LACKING_A_THING.findall(german)) - len(_WITHOUT.findall(german))
    count = len(_DENIES.findall(english)) - min(max(0, lacking), len(_ENGLISH_WITHOUT.findall(english)))
    for ours, theirs in _MAY_DENY:
        if count >= often:
            return True
        found = len(ours.findall(english))
        if found:
            count += max(0, found - len(theirs.findall(german)))
    return count >= often


def lost_not_only(german: str, english: str) -> Span | None:
    """The “nicht nur” of a German stretch whose English has an only that nothing denies: they do only work by day."""
    found = _NOT_ONLY.search(german)
    if found is None or not _ONLY.search(english) or _DENIES.search(english) or _BEYOND.search(english):
        return None
    return None if _GERMAN_ONLY.search(_NOT_ONLY.sub(" ", german)) else Span(*found.span())
