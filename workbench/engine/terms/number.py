"""How far a German noun's ending and the words before it say that it is one or several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from workbench.engine.terms.counted import SURE, counted
from workbench.glossary import TermHit

__all__ = ["SURE", "plural_evidence"]

# Nouns in a form that one and several can have: `Wähler`, `Unternehmen`, `Soldaten`, `Angeklagten`, `Angeklagte`,
# `Angeklagter`, `Klubs`.
_Either = Literal["same", "same -en", "weak", "adjective -en", "adjective -e", "adjective -er", "s", "rare s"]

_WITHOUT_UMLAUT = str.maketrans("äöü", "aou")
_OF_SEVERAL = frozenset(("e", "en", "n", "er", "ern", "se", "sen", "nen"))
_SIGNS = {"¨": SURE, "-": 0.0, "?": 0.0}
"""What an ending with a sign of `_parted` before it says."""
_ADJECTIVE_FORMS: dict[str, _Either] = {"en": "adjective -en", "er": "adjective -er"}
_SAME = re.compile(r".*(?:er|el|chen|lein)")
_WEAK = re.compile(
    r".*(?:[^i]ent|ant|ist|[dlnbktr]at|[lp]ot|et|og|af|ph|arch|nom|mensch|held|herr|fürst|graf|prinz|bär|nachbar"
    r"|kunde|junge|kollege|zeuge|experte|insasse|erbe|bote|sklave|laie|schütze|gatte|genosse|fährte|name|wille"
    r"|gedanke|riese|rivale|nachkomme|oge)"
)
_ADJECTIVAL = re.compile(
    r".*(?:[^g]igte|[^gdnp]ende|legierte|klagte|ordnete|letzte|lüchtete|tragte|sandte|wandte|kannte|beamte"
    r"|(?:ang|h)örige|fangene|triebene|wachsene|storbene|troffene|illige|jährige|flichtige|dächtige|liche|lose|elle"
    r"|ktive|vative|erale|phile|kranke|tote|deutsche|linke|rechte|grüne|schwangere|ältere|kundige|schuldige)"
)
_FEMININE = re.compile(r"^[-¨]?(?:\W|_)?in(?:nen)?$|^[-¨]?/?-in(?:nen)?$|^[-¨]?\(inn?\)?(?:nen\)|en)?$")
"""What a word has after the masculine of the glossary: `Soldatin`, `Ärztinnen`, `Soldat*innen`."""
_PLURAL_IN_S = re.compile(r".*(?:[aiouy]|[A-ZÄÖÜ]{2}|ub|ark|an|eam|ob|tar|ick|og|op|in|ent|ing|up|it|et)")
_FOREIGN = re.compile(r".*(?:um-(?:en|a)|(?:us|a|is|os)-en)")
"""Base and plural of `Ministerium`, `Virus`, `Firma`, `Basis`, `Mythos`."""
_ONE = re.compile(r"zum|zur|vom|beim|im|am|ans|ins|ein(?:e[nmrs]?)?|jed\w+|jeweilig\w+|de[ms]|das|1")
_DETERMINER = re.compile(r"(?P<stem>d|dies|jen|welch|solch|[kms]ein|ihr|unse?r|eue?r)(?P<end>er|ie|as|e[nmsr]?|)")
_ADJECTIVE = re.compile(r"[a-zäöüß-]{3,}(?P<end>e[nmrs]?)")
_BETWEEN = re.compile(r"sehr|rund|etwa|knapp|fast|über|besonders|mindestens|weit|und|[„\",]")
_PARTICIPLE = re.compile(r"\w+(?:nde|te|ene)[nr]?")
_MOST_BEFORE = 8

# By what stands before: an article like `die`, `den`, `seiner`; `der` after a noun (a genitive) and elsewhere; only an
# adjective in -e, -er, -en; nothing of these. By what stands after: a name (`Kanzler Scholz`), a verb in -en.
_EVIDENCE: dict[_Either, dict[str, float]] = {
    "same": {"die": 3, "noun der": 3, "der": -3, "den": -SURE, "seiner": 1, "+e": 3, "+er": 0, "+en": 1, "": 0},
    "same -en": {"die": 2, "noun der": 1, "der": -3, "den": 0, "seiner": 1, "+e": 2, "+er": 0, "+en": 0, "": -2},
    "weak": {"die": SURE, "noun der": 3, "der": 2, "den": 0, "seiner": 3, "+e": SURE, "+er": 3, "+en": 1, "": 3},
    "adjective -en": {
        "die": SURE, "noun der": 3, "der": 2, "den": 0, "seiner": 2, "+e": 4, "+er": 4, "+en": 1, "": 2,
    },
    "adjective -e": {
        "die": -2, "noun der": -3, "der": -SURE, "den": -4, "seiner": -2, "+e": 3, "+er": 0, "+en": 0, "": 4,
    },
    "adjective -er": {
        "die": -2, "noun der": -2, "der": -4, "den": -4, "seiner": 0, "+e": 0, "+er": 0, "+en": 0, "": -2,
    },
    "s": {"die": SURE, "noun der": 3, "der": 3, "den": 4, "seiner": 3, "+e": 4, "+er": 2, "+en": 0, "": 0},
    "rare s": {
        "die": SURE, "noun der": 3, "der": 2, "den": 4, "seiner": 2, "+e": 2, "+er": 0, "+en": -3, "": -SURE,
    },
}  # fmt: skip
_TITLE, _VERB_OF_SEVERAL, _VERB_OF_ONE = -4.0, 2.0, -1.0


def plural_evidence(sentence: str, hit: TermHit) -> float:
    """Above 0: several, below: one; SURE and beyond leaves no doubt, 0 leaves it to the sense.

    `den Behörden` 5, `des Gerichts` -5, `der Wähler` -3, `den Soldaten` 0. Roughly natural logarithms of the odds,
    as counted on wmt16 against the number in its references. Words inside a compound (`Börsen-` in
    `Börsenaufsicht`) and adjectives count as one, these with a capital, too (`Belarussische Volksfront`).
    """
    *own, written = hit.surface.split() or [""]
    before = sentence[: hit.start]
    ends_compound = before[-1:].isalpha()
    if re.match(r"-?\w", sentence[hit.end :]) or not (written[:1].isupper() or ends_compound):
        return -SURE
    base, ending = _parted(hit, written)
    if _FEMININE.search(ending):
        return SURE if "nn" in ending else -SURE
    form = -SURE if base[:1].islower() else _form(base, ending, written, hit.entry.en[:1].isupper())
    if isinstance(form, float):
        return form
    before = re.sub(r"(?:[\w-]+-|\w+)$", "", before)
    return _by_words(form, f"{before} {' '.join(own)}", sentence[hit.end :])


def _parted(hit: TermHit, written: str) -> tuple[str, str]:
    """The last word of the entry's nearest form, and what the text has after it.

    `¨` before an ending with an umlaut (Gerät-e, Vorschl-¨e), `-` where letters are lacking (`Angeklagte` for
    Angeklagter), `?` where the two are not alike.
    """
    bases = [form.split()[-1] for form in hit.entry.de if form.strip()] or [""]
    low = written.lower()
    base = max(bases, key=lambda form: (form == written, _alike(form.lower(), low)))
    own = base.lower()
    if low.startswith(own):
        return base, low[len(own) :]
    stem = _alike(low.translate(_WITHOUT_UMLAUT), own.translate(_WITHOUT_UMLAUT))
    if stem < len(own) - 2:
        return base, "?"
    umlaut = low[:stem] != own[:stem]
    return base, ("¨" if umlaut else "-") + low[stem:]


def _alike(one: str, other: str) -> int:
    """How many letters two words begin alike with."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _form(base: str, ending: str, written: str, capital: bool) -> _Either | float:
    """What the ending alone says, or which of the forms it is that tell nothing alone."""
    low = base.lower()
    if _is_adjectival(low, ending):
        return _ADJECTIVE_FORMS.get(written[-2:], "adjective -e" if written.endswith("e") else -SURE)
    if written == "Hause":
        return -SURE
    if ending in ("en", "n") and _is_weak(low, capital):
        return "weak"
    if ending == "s":
        return "s" if _PLURAL_IN_S.fullmatch(base) else "rare s"
    if ending == "":
        return _unchanged(low)
    return SURE if ending in _OF_SEVERAL or _FOREIGN.fullmatch(low + ending) else _SIGNS.get(ending[0], -SURE)


def _is_adjectival(low: str, ending: str) -> bool:
    """Whether a noun is inflected as an adjective is: `Angeklagte`, `Angeklagter`."""
    if low.endswith("er") and ending in ("-", "-n"):
        return True
    return ending in ("", "n", "r", "s", "m") and _ADJECTIVAL.fullmatch(low) is not None


def _is_weak(low: str, capital: bool) -> bool:
    """Whether all forms of a noun but the first end in -n or -en: `Soldat`, and the names in -e (`Russe`)."""
    return _WEAK.fullmatch(low) is not None or (capital and low.endswith("e"))


def _unchanged(low: str) -> _Either | float:
    """What a noun without an ending is: `Unternehmen`, `Wähler` may be several."""
    if low.endswith("en"):
        return "same -en"
    return "same" if _SAME.fullmatch(low) else -SURE


def _by_words(form: _Either, before: str, after: str) -> float:
    """What the words before a noun say of it; where no article does, those after it too."""
    evidence = _EVIDENCE[form]
    words = re.findall(r"[\w-]+|[^\w\s]", before)
    adjective = following = ""
    number = 0.0
    for at in range(len(words) - 1, max(-1, len(words) - 1 - _MOST_BEFORE), -1):
        word, low = words[at], words[at].lower()
        said = counted(words[: at + 1], after, takes_n=form == "same")
        if said is not None and said < SURE:
            number = said
            break
        if said is None:
            said = _by_article(low, words[at - 1] if at > 1 else "", evidence)
        if said is not None:
            return said
        if match := _ADJECTIVE.fullmatch(word):
            if match["end"] in ("em", "es"):
                return -SURE
            adjective = adjective or match["end"]
        elif not _goes_on(words[max(0, at - 1) : at + 1], following, adjective):
            break
        following = low
    return evidence[f"+{adjective}" if adjective else ""] + number + _by_what_follows(after)


def _goes_on(words: Sequence[str], following: str, adjective: str) -> bool:
    """Whether the last of these words may stand between an article and its noun; a comma only between adjectives."""
    word = words[-1]
    if word == ",":
        return bool(adjective) and _ADJECTIVE.fullmatch(words[0]) is not None
    return bool(_BETWEEN.fullmatch(word.lower())) or (word.islower() and _PARTICIPLE.fullmatch(following) is not None)


def _by_article(low: str, before: str, evidence: dict[str, float]) -> float | None:
    """What an article says of the noun it stands before; None where the word is none.

    `before`: the word before it.
    """
    if _ONE.fullmatch(low):
        return -SURE
    if low == "als":  # as one or as several, as what it says that of
        return min(evidence[""], 0.0)
    match = _DETERMINER.fullmatch(low)
    if match is None:
        return None
    article = _article(match["stem"], match["end"])
    if not article:
        return -SURE
    return evidence["noun der" if article == "der" and before[:1].isupper() else article]


def _by_what_follows(after: str) -> float:
    if re.match(r"\s+[A-ZÄÖÜ]\w+", after):
        return _TITLE
    if verb := re.match(r"\s+(?!seinen|einen|ihren|den|in|an)[a-zäöüß]*(?P<end>[^s]en|t)\b", after):
        return _VERB_OF_SEVERAL if verb["end"].endswith("en") else _VERB_OF_ONE
    return 0.0


def _article(stem: str, end: str) -> str:
    """The article that says as much: dieser as der, seine as die, ihren as den; "" for one that only one has."""
    if end == "er":
        return "der" if stem in ("d", "dies", "jen", "welch") else "seiner"
    return {"ie": "die", "e": "die", "en": "den"}.get(end, "")
