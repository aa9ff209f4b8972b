"""Names that only contain a name of the glossary: Belaruskali is no compound with Belarus, as Belarusgrenze is.

German compounds with a name end in a common noun for something of it (Kremlsprecher, Ukrainehilfe), and mostly have an
article. Names of companies, broadcasters and towns end in what they make or are (Kali, Funk, Grad), and stand bare, or
behind the noun that says what they are (der Hersteller Belaruskali).
"""

from __future__ import annotations

import re

from workbench.glossary.entry import Kind
from workbench.glossary.finding import lexicon
from workbench.glossary.finding.folding import fold, words

_WORDS_ALWAYS = """
kali funk rundfunk radio star telekom bank pharma mobil fon net air avia rail
"""
_WORDS_BARE = """
film markt gas oel stahl energie strom kohle zement metall chemie bau auto bahn post holz milch fleisch bier zucker salz
tabak wasser wein technik media news info presse werft werk werke invest trans transport express kurier bote echo woche
blatt spiegel report magazin verlag studio theater museum arena turm plaza hotel park center zentrum klub club
versicherung kredit kapital holding agrar textil glas papier diamant gold silber
platin aluminium titan welt zeit stimme
"""
_ALWAYS, _BARE = frozenset(_WORDS_ALWAYS.split()), frozenset(_WORDS_BARE.split())
_TOWNS = frozenset(("grad", "stadt", "burg", "abad", "hafen", "dorf", "ort"))
"""The ends of towns that are named after people: Stalingrad, Stalinstadt."""
_SAYS_WHAT_IT_IS = re.compile(
    r"(?:hersteller|konzern|unternehmen|agentur|firma|bank|sender|zeitung|zeitschrift|verlag|station|klub|club|verein|marke"
    r"|hotel|betreiber|reederei|portal|studio|stiftung|anbieter|gesellschaft|kombinat|holding|magazin|blatt|kanal|fabrik"
    r"|brauerei|airline|haltestelle|band|roman|serie|produzent|lieferant|kette|händler|mine|raffinerie|werft|redaktion"
    r"|rundfunk|metrostation|siedlung|dorf|städtchen|stadt|jacht|yacht|frachter|tanker|schiff|wodka|zigarette|app)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|[iz]m|zum|zur|am|vom|beim|ins|ans|(?:ein|kein|mein|sein|ihr|unser|dies|jen|jed)\w{0,2})$",
    re.IGNORECASE,
)
_NEAR = 60


def may_be_name(kind: Kind, token: str, end: int) -> bool:
    """Whether what stands around it decides if a word, with a name of this kind up to `end`, is a name itself."""
    return kind != "term" and end < len(token) and token[0].isupper()


def is_name(kind: Kind, token: str, end: int, before: str) -> bool:
    """Whether a word that begins with a name, up to `end`, is a name of its own; `before`: the text before it."""
    rest = fold(token[end:])
    base = rest.removesuffix("s")
    if kind == "person":
        return rest in _TOWNS or base in _TOWNS
    if rest in _ALWAYS or base in _ALWAYS:
        return True
    near = before[-_NEAR:]
    last = words(near)[-1:] if near.endswith(" ") else []
    if last and last[0][0].isupper() and _SAYS_WHAT_IT_IS.search(last[0]):
        return True
    return (rest in _BARE or base in _BARE) and not (last and _goes_before_a_noun(last[0]))


def _goes_before_a_noun(word: str) -> bool:
    """Whether a word is an article or an adjective."""
    return _ARTICLE.match(word) is not None or (word.islower() and lexicon.is_adjective(word))
