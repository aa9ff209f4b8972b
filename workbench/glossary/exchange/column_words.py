"""The words that columns of tables are called by, and what they mean: German and English, languages in others too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Field = Literal[
    "de", "en", "first", "also", "avoid", "forbidden", "preferred", "kind", "note", "status", "case", "id",
    "from", "to", "same", "kept", "number",
]  # fmt: skip
"""What a column holds. `forbidden` and `preferred` hold terms, or a yes or no about the term beside them; `from` and
`to` the languages of a row's source and target; `same` a yes where the term is translated and a no where it stays as
it is, `kept` the other way round; `number` a number of the row, or of its concept."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def _each(meanings: Mapping[str, str]) -> dict[str, str]:
    """Each word with what it means, from what is meant by several words."""
    return {word: meant for meant, text in meanings.items() for word in text.split()}


LANGUAGES = _each(
    {
        "de": "de deu ger german deutsch deutsche allemand alemán aleman tedesco alemão duits niemiecki немецкий"
        " німецька",
        "en": "en eng english englisch englische anglais inglés ingles inglese inglês engels angielski английский"
        " англійська",
    }
)
OTHER_LANGUAGES = _each(
    {
        "fr": "french französisch français",
        "it": "italian italienisch italiano",
        "es": "spanish spanisch español",
        "pt": "portuguese portugiesisch",
        "nl": "dutch niederländisch",
        "pl": "polish polnisch",
        "cs": "czech tschechisch",
        "ru": "russian russisch",
        "uk": "ukrainian ukrainisch",
        "be": "belarusian belarussisch belarusisch",
        "tr": "turkish türkisch",
        "hu": "hungarian ungarisch",
        "sv": "swedish schwedisch",
        "ar": "arabic arabisch",
        "zh": "chinese chinesisch",
        "ja": "japanese japanisch",
    }
)
SIDES = _each(
    {
        "source": "source quelle quellsprache ausgangssprache quellterm quellbegriff",
        "target": "target ziel zielsprache zielterm zielbegriff",
        "translation": "translation übersetzung",
        "term": "term begriff stichwort",
    }
)
"""Columns of terms without a language: German are `source` and `term`, English are `target` and `translation`."""

COUNTRIES = _each(
    {
        "us": "us usa states american amerikanisch",
        "gb": "uk gb kingdom british britisch",
        "at": "at austria österreich",
        "de": "germany deutschland",
        "ch": "ch switzerland schweiz",
    }
)
LABELS = _each(
    {
        "definition": "definition def",
        "context": "context kontext",
        "example": "example beispiel",
        "usage": "usage verwendung gebrauch",
        "subject": "domain domains subject fachgebiet sachgebiet themengebiet",
        "part of speech": "pos speech wortart",
    }
)
_NOTES = """note notes comment comments remark remarks remarque kommentar kommentare anmerkung anmerkungen bemerkung
    bemerkungen hinweis hinweise notiz notizen description beschreibung explanation erläuterung erklärung"""
FIELDS: tuple[tuple[Field, frozenset[str]], ...] = (
    ("id", words("cid conceptid entryid")),
    ("note", words(_NOTES) | LABELS.keys()),
    ("first", words("first erstnennung ersterwähnung")),
    ("status", words("status state info evaluation bewertung")),
    ("kept", words("translate dnt")),
    ("avoid", words("avoid avoided vermeiden falsch not nicht")),
    ("forbidden", words("forbidden prohibited deprecated verboten unzulässig")),
    ("also", words("also allowed admitted alternative alternatives variant variants synonym synonyms synonyme auch")
     | words("erlaubt zugelassen zulässig variante varianten")),
    ("preferred", words("preferred bevorzugt vorzugsbenennung")),
    ("case", words("case casesensitive großschreibung")),
    ("same", words("translatable übersetzbar")),
    ("kind", words("kind type typ art kategorie category")),
)  # fmt: skip
"""What words in a column's name mean, the first that fits."""

OF_TERMS = words("term terms begriff benennung wort word text language sprache locale united great britain")
"""What else may stand in the name of a column of terms, beside a language, a side and a country."""

OFTEN_UNREAD = words(
    "quelle source genus gender geschlecht numerus plural stand datum date nr no id url link beleg autor"
)
"""What other columns are called that are no matter here."""

OF_NUMBERS = words("id uid nr no nummer number lfd")
"""What is in the name of a column with numbers, be it of the rows or of the concepts."""

OF_LANGUAGES = words("language languages lang sprache locale code sprachcode sprachkürzel")
"""What is in the name of a column that says which language the others are in."""
