"""Names that only contain a name of the glossary: Belaruskali is no compound with Belarus, as Belarusgrenze is.

German compounds with a name end in a common noun for something of it (Kremlsprecher, Ukrainehilfe), and mostly have an
article. Names of companies, broadcasters and towns end in what they make or are (Kali, Funk, Grad), and stand bare, or
behind the noun that says what they are (der Hersteller Belaruskali, das Schiff „Kremlstern“). No part of such a name is
a term: neither Belarus nor Kali, neither Deutschland nor Funk; nor is there a Tal in Freital, which is a town.
"""

from __future__ import annotations

import re

from workbench.glossary.entry import Kind
from workbench.glossary.finding import lexicon
from workbench.glossary.finding.folding import fold, words
from workbench.glossary.finding.heads import plurals
from workbench.glossary.romanisation.exonyms import exonym
from workbench.text.lazy_pattern import lazy_pattern

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
_SAYS_WHAT_IT_IS = lazy_pattern(
    r"(?:hersteller|konzern|unternehmen|agentur|firma|bank|sender|zeitung|zeitschrift|verlag|station|klub|club|verein|marke"
    r"|hotel|betreiber|reederei|portal|studio|stiftung|anbieter|gesellschaft|kombinat|holding|magazin|blatt|kanal|fabrik"
    r"|brauerei|airline|haltestelle|band|roman|serie|produzent|lieferant|kette|händler|mine|raffinerie|werft|redaktion"
    r"|rundfunk|metrostation|siedlung|dorf|städtchen|stadt|jacht|yacht|frachter|tanker|schiff|wodka|zigarette|app|boot|fregatte"
    r"|kreuzer|segler|partei|bewegung|bündnis|fraktion|netzwerk|restaurant|café|cafe|kneipe|gaststätte|laden|werk|bank"
    r"|versicherer|stadion|operation|projekt|programm|plattform|kampagne|initiative|software|sendung|film|lied|song|gruppe)$",
    re.IGNORECASE,
)
_ARTICLE = lazy_pattern(
    r"(?:d(?:er|ie|as|en|em|es)|[iz]m|zum|zur|am|vom|beim|ins|ans|(?:ein|kein|mein|sein|ihr|unser|dies|jen|jed)\w{0,2})$",
    re.IGNORECASE,
)
_QUOTE = lazy_pattern(r"(?<!\s)\s*[„“”\"»«›‹‚‘'’]$")
_WORDS_OF_PLACES = """
tal berg burg dorf feld bach heim stein hof see hafen wald kirche bruck furt au rode hausen
"""
_OF_PLACES = frozenset(_WORDS_OF_PLACES.split())
"""The ends of places, beside `_TOWNS`, that are common nouns as well."""
_NO_NAME = lazy_pattern(
    r"(?:heit|keit|ung|schaft|nähe|hilfe|politik|treue|kontakt|bezug|verbindung|nahme|gegner|anhänger|kritiker|kämpfer|bürger|vertreter)s?$"
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
    if _is_called(token[end:], before):
        return True
    return (rest in _BARE or base in _BARE) and not _has_article(before)


def is_named_by_end(token: str, begin: int, before: str) -> bool:
    """Whether a compound, whose last part begins at `begin`, is a name: Deutschlandfunk, Freital.

    `before`: the text before it. For the entries of common nouns: `Funk` is not meant there.
    """
    first, rest = token[:begin], fold(token[begin:])
    if _is_called(token[begin:], before, only_quoted=True):
        return True
    if exonym(first) is not None:
        return is_name("place", token, begin, before)
    return rest in (_OF_PLACES | _TOWNS) and not _has_article(before) and not plurals(token)


def _is_called(rest: str, before: str, *, only_quoted: bool = False) -> bool:
    """Whether a noun before a word says what it is the name of; nothing that ends as abstract words or plurals do.

    “dem Konzern Russlandgeschäfte vorwerfen” has no name in it.
    """
    near = before[-_NEAR:]
    quote = _QUOTE.search(near)
    if not (quote or (near.endswith(" ") and not only_quoted)):
        return False
    last = words(near)[-1:]
    if not (last and near.rstrip(" „“”\"»«›‹‚‘'’").endswith(last[0])):
        return False
    if not (last[0][0].isupper() and _SAYS_WHAT_IT_IS.search(last[0])):
        return False
    return quote is not None or not (
        _NO_NAME.search(rest) or lexicon.lemma(rest.capitalize()) not in ("", rest.capitalize())
    )


def _has_article(before: str) -> bool:
    near = before[-_NEAR:]
    last = words(near)[-1:] if near.endswith(" ") else []
    return bool(last) and _goes_before_a_noun(last[0])


def _goes_before_a_noun(word: str) -> bool:
    """Whether a word is an article or an adjective."""
    return _ARTICLE.match(word) is not None or (word.islower() and lexicon.is_adjective(word))
