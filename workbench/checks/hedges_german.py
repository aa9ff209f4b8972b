"""German words by which a text does not vouch for what it says: soll … haben, angeblich, laut, offenbar, dürfte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.reported import without_quotations
from workbench.text.word_lists import any_of

_SOURCE = any_of(
    """
    Angaben? Aussagen? Auskunft Berichten? Bericht Darstellung Einschätzung(?:en)? Ansicht Meinung Auffassung Worten
    Erkenntnissen Informationen Medienberichten Überzeugung Schätzungen
    """
)
_SOURCE_BEFORE = any_of("Angaben Ansicht Einschätzung Meinung Auffassung Aussage Überzeugung Darstellung")
_AFTER_LAUT = any_of(
    "(?:ein|dies|sein|ihr|unser|jen|eigen|offiziell|amtlich|neu|jüngst)e[mnrs] d(?:er|em|es|en) ih[mr] ihnen"
)
_WORDS = any_of(
    r"""
    angeblich(?:e[mnrs]?)? mutma(?:ß|ss)lich(?:e[mnrs]?)? so_?genannte[mnrs]? sog\. vermeintlich(?:e[mnrs]?)?
    offenbar offensichtlich anscheinend scheinbar vermutlich möglicherweise womöglich wahrscheinlich
    höchstwahrscheinlich voraussichtlich vielleicht wohl dürften? zufolge aus_Sicht
    """
)
_HEDGE = lazy_pattern(
    rf"\b(?:{_WORDS}|nach(?: \w+){{0,3}} {_SOURCE}|{_SOURCE_BEFORE} nach"
    rf"|laut(?= (?:(?-i:[A-ZÄÖÜ„»“\"])|{_AFTER_LAUT}\b)))(?:\b|(?<=\.))",
    re.IGNORECASE,
)
_NO_HEDGE = lazy_pattern(
    r"\b"
    + any_of(
        r"""
        sehr_wohl leb(?:e|t|en_Sie)?_wohl wohl_oder_übel wohl_(?:bekomms|kaum|nicht|wissend|überlegt|fühl\w*|bekannt)
        (?:fühl|befind|befand)\w*(?:_\w+){0,4}_(?:(?:so|sehr|nicht|richtig)_)?wohl
        wohl(?:_\w+){0,2}_(?:zu_)?(?:ge)?fühl\w* wohl_(?:ge|ver|be)\w+te[mnrs]? kann_man_wohl aber_wohl
        (?:so|zu|sehr|ganz|besonders|wie|nicht|und|oder|lang)_laut
        laut_(?:um|und)
        (?:wenn|ob|nicht|man|ich)(?:_\w+){0,3}_dürften? dürften?(?:_\w+){0,2}_(?:ich|wir|man|eigentlich)
        (?:nicht|wie|so|sehr|mehr_als|un|weniger|für)_wahrscheinlich (?:ganz|zu)_offensichtlich
        (?:ist|war|wird|wurde|sind|waren|scheint)_(?:\w+_)?(?:offenbar|offensichtlich|wahrscheinlich)(?=\s*[.,;!])
        """
    ),
    re.IGNORECASE,
)
_PARTICIPLE = any_of(
    r"\w*ge\w+(?:t|en) (?:be|ent|er|ver|zer|miss|über|unter|wider)\w{2,}(?:t|en) \w+iert worden gewesen"
)
_STATE = any_of("stammen wissen verfügen besitzen leiden")
_HEARSAY = lazy_pattern(
    rf"\bsoll(?:en)?\b(?:(?!\b(?:soll|sollen|um|damit)\b)[^.;:!?])*?"
    rf"(?:\b{_PARTICIPLE}(?: worden)? (?:haben|sein)\b|\b{_STATE}\b(?=\s*(?:[.,;]|\Z|und\b)))"
    r"|\b[Ee]s soll(?:en)?\b[^.,;:!?]*\bgeben\b"
    r"|\b(?:[Dd]ort|[Dd]arunter|[Dd]abei|[Dd]aneben) soll(?:en)? es\b[^.,;:!?]*\bgeben\b"
    r"|\bsoll(?:en)? noch (?:immer|heute)\b"
)
_SOLL = lazy_pattern(r"\bsoll(?:en)?\b")


@lru_cache(maxsize=20_000)
def hedges_in(german: str) -> tuple[Span, ...]:
    """The words of a paragraph that hedge, in text order, quotations and what only looks like them left out.

    soll … haben and soll … sein with a participle are what is heard; soll … werden is a plan, du sollst an order.
    """
    plain = without_quotations(german)
    words = _NO_HEDGE.sub(lambda match: "#" * len(match[0]), plain)
    return tuple(sorted((*_words(words), *_hearsay(plain))))


def _words(plain: str) -> Iterator[Span]:
    for match in _HEDGE.finditer(plain):
        is_noun = match[0] == "Wohl" and match.start() > 0
        if not is_noun and match[0] != "Zufolge":
            yield Span(*match.span())


def _hearsay(plain: str) -> Iterator[Span]:
    if plain.rstrip().endswith("?"):
        return
    for match in _HEARSAY.finditer(plain):
        soll = _SOLL.search(plain, match.start())
        if soll:
            yield Span(*soll.span())
