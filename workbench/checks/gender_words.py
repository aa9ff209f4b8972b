"""German words for a woman or for a man, and English titles that are only one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.glossary.finding.lexicon import lemma
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.word_lists import any_of, words_of


class Title(NamedTuple):
    """The words for one title, each a list for `any_of`; the German ones are ends of words."""

    german_woman: str
    german_man: str
    english_woman: str
    english_man: str


TITLES = (
    Title("[Ss]precherin(?:nen)?", "[Ss]prechers?n?", "spokeswom[ae]n", "spokesm[ae]n"),
    Title(
        r"(?:[Dd]ie|[Ee]ine)_(?:\w+_)?Vorsitzende [Pp]räsidentin Obfrau",
        r"""
        (?:[Dd]e[rnms]|[Ee]ine?[mns]?)_(?:\w+_)?Vorsitzende [Vv]orsitzende[rn] [Pp]räsident(?:en)? [Cc]hefs? Obmann
        """,
        "chairwom[ae]n",
        "chairm[ae]n",
    ),
    Title(
        "[Ff]rau [Uu]nternehmerin [Hh]ändlerin",
        "[Mm]ann(?:es)? [Mm]ännern? [Ll]eute [Uu]nternehmern?s? [Hh]ändlern?s?",
        "businesswom[ae]n",
        "businessm[ae]n",
    ),
    Title(
        "[Pp]olizistin(?:nen)? [Bb]eamtin",
        r"[Pp]olizist(?:en)? [Bb]eamte[rn]? [Pp]olizei\w*",
        "policewom[ae]n",
        "policem[ae]n",
    ),
    Title("[Kk]amerafrau", r"[Kk]ameram[aä]nn\w* [Kk]amera\w{0,9}leute", "camerawom[ae]n", "cameram[ae]n"),
    Title("[Kk]önigin", r"[Kk]önigs? [Kk]önige[ns]? [Kk]önigs\w+", "queens?", "kings?"),
    Title("[Pp]rinzessin(?:nen)?", "[Pp]rinz(?:en)?", "princess(?:es)?", "princes?"),
    Title("[Kk]ellnerin", "[Kk]ellnern?s?", "waitress(?:es)?", "waiters?"),
    Title(
        "[Ss]chauspielerin(?:nen)? [Dd]arstellerin",
        "[Ss]chauspielern?s? [Dd]arstellern?s? [Aa]kteuren?",
        "actress(?:es)?",
        "(?!)",  # an actor may be a woman
    ),
)


class Persons(NamedTuple):
    """Whom a German text speaks of: women, men, others (several women, a name, a word that English calls he or she at
    will); and which pronouns it has.
    """

    women: tuple[Span, ...]
    men: tuple[Span, ...]
    others: bool
    she: bool
    he: bool


_WOMEN = words_of(
    "Frau Mutter Tochter Schwester Königin Witwe Dame Oma Großmutter Ehefrau Gattin Mama Prinzessin Tante Nichte Nonne "
    "Hebamme Lady Kauffrau Geschäftsfrau Fürstin Gräfin Herzogin Zarin Cousine Stewardess"
)
_MEN = words_of(
    "Herr Herrn Mann Mannes Männer Vater Vaters Sohn Sohnes Bruder Bruders König Königs Witwer Prinz Prinzen Papst "
    "Papstes Opa Großvater Ehemann Ehemannes Gatte Papa Onkel Neffe Mönch Junge Jungen Kaufmann Geschäftsmann Fürst "
    "Graf Herzog Zar Bischof Kardinal Pfarrer Gott Lord Kerl Typ Boss Star Mensch Menschen Chef Chefs"
)
_ENDS_OF_WOMEN = tuple(
    words_of(
        "sprecherin ministerin präsidentin kanzlerin chefin führerin leiterin richterin anwältin politikerin "
        "kommissarin beamtin vertreterin meisterin lehrerin forscherin kämpferin beraterin "
        "direktorin sekretärin journalistin"
    )
)
_ENDS_OF_MEN = lazy_pattern(
    any_of(
        """
        er or ent ant ist at eur är arzt alt ef und eld irt ürst im an önig ert oge ege euge ose ese unde ote erbe sse
        rke äne ole iere og es os ot än ol
        """
    )
    + r"$"
)
_NO_WOMEN = words_of("Konstantin Termin Berlin Medizin Benzin Magazin Harlekin Kamin Martin Valentin Bassin Hündin")
_WITHOUT_UMLAUT = str.maketrans("äöüÄÖÜ", "aouAOU")
_LONGEST = 40

_WORD = lazy_pattern(r"[^\W\d_]+")
_SHE = lazy_pattern(r"\b(?:sie|ihr(?:e[mnrs]?)?)\b", re.IGNORECASE)
_HE = lazy_pattern(r"\b(?:er|ihn|ihm|sein(?:e[mnrs]?)?|dessen)\b", re.IGNORECASE)
_ANYBODY = lazy_pattern(
    r"\b"
    + any_of(
        r"""
        jeder jedem jeden wer wem wen niemand\w* jemand\w* einer keiner dieser diesen diesem Person Geisel Wache Mädchen
        Kind Opfer Schiff\w* \w{0,20}boot Fähre Jacht Fregatte Dampfer Hund\w* Katze Tier\w* Kuh Pferd\w*
        Baby Leiche
        """
    )
    + r"\b"
)
_ONE_MAN = lazy_pattern(r"\b(?:[DdEe](?:er|in|inen|inem|em|en)|Herrn?)(?: [a-zäöüß]+e[nr]?){0,2} $")
_IS_FRAU = lazy_pattern(r"\bFrau (?:\w+ )?$")
_PLACE = lazy_pattern(r"\b(?:[Ii]n|[Nn]ach|[Aa]us|bei|von|zu)$")
_ONE_WOMAN = lazy_pattern(
    r"\b(?:[Dd]ie|[Dd]er|[Ee]iner?) (?:[a-zäöüß]+en? ){0,2}(Vorsitzende|Abgeordnete|Angeklagte|Verdächtige|Beauftragte|"
    r"Gefangene|Angestellte|Überlebende|Tote|Verletzte|Verwandte|Bekannte|Jugendliche)\b(?! [a-zäöü]+en\b)"
)


@lru_cache(maxsize=20_000)
def persons(german: str) -> Persons:
    """The persons of a German paragraph. Linear in the text; nothing is guessed from given names."""
    women = [Span(*match.span(1)) for match in _ONE_WOMAN.finditer(german)]
    men: list[Span] = []
    names: list[Span] = []
    several = False
    for span in _capitalised(german):
        word = german[slice(*span)]
        if is_woman(word):
            women.append(span)
        elif is_man(word) and not _IS_FRAU.search(german[max(0, span.start - 40) : span.start]):
            men.append(span)
        elif word.endswith("innen") and is_woman(word[:-3]):
            several = True
        elif span.start and not lemma(word):
            names.append(span)
    others = several or _ANYBODY.search(german) is not None or _has_stranger(german, names, women)
    she, he = _SHE.search(german) is not None, _HE.search(german) is not None
    return Persons(tuple(sorted(women)), tuple(men), others, she, he)


def _capitalised(german: str) -> Iterator[Span]:
    for match in _WORD.finditer(german):
        if match[0][0].isupper() and len(match[0]) <= _LONGEST:
            yield Span(*match.span())


def is_one_man(german: str, place: Span) -> bool:
    """Whether the word for a man at a place is one man, by what stands before it."""
    before = german[max(0, place.start - 60) : place.start]
    return _ONE_MAN.search(before) is not None or german[slice(*place)] in ("Herr", "Herrn")


@lru_cache(maxsize=20_000)
def is_woman(word: str) -> bool:
    """Sprecherin, Ärztin, Kollegin; Frau, Mutter."""
    if word in _WOMEN or word.lower().endswith(_ENDS_OF_WOMEN):
        return True
    if not word.endswith("in") or word in _NO_WOMEN or lemma(word) != word:
        return False
    return any(_ENDS_OF_MEN.search(form) and lemma(form)[:1].isupper() for form in _masculine(word[:-2]))


@lru_cache(maxsize=20_000)
def is_man(word: str) -> bool:
    """Sprecher, Anwalts, Kollegen: what has a feminine; Herr, Vater."""
    if word in _MEN or (word.endswith(("mann", "mannes")) and len(word) > 6):
        return True
    bases = {word, *(word.removesuffix(ending) for ending in ("s", "n", "en", "es"))}
    return any(is_woman(f"{base.removesuffix('e')}in") for base in bases if len(base) > 3)


def _masculine(stem: str) -> Iterator[str]:
    """Sprecher of Sprecherin, Arzt of Ärztin, Kollege of Kollegin."""
    plain = stem.translate(_WITHOUT_UMLAUT)
    yield from (stem, f"{stem}e", plain, f"{plain}e")


def _has_stranger(german: str, names: list[Span], women: list[Span]) -> bool:
    """Whether a name is neither the woman's, right behind her title or said again, nor a place's behind in or nach."""
    hers: set[str] = set()
    ends = {woman.end for woman in women}
    for name in names:
        word = german[slice(*name)]
        if german[name.start - 1 : name.start] == " " and name.start - 1 in ends:
            ends.add(name.end)
            hers |= {word, f"{word}s"}
        elif word not in hers and not _PLACE.search(german[max(0, name.start - 6) : name.start].rstrip()):
            return True
    return False
