"""Which English form of a term a place in a sentence asks for, and how a marked source is written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.glossary import TermHit

_ADJECTIVE = re.compile(r"[a-zäöüß]{3,}(?:e|er|en)")
# Before these a masculine noun in -n or -en may still be one person (`dem Belarussen`, `zum Präsidenten`).
_ONE_BEFORE = re.compile(
    r"(?:d|jed|jen|dies|(?:k|m|s|d)?ein|ihr|unser|euer|welch)e[nms]|zum|vom|beim|im|am|ans|ins", re.IGNORECASE
)
_SAYS_NUMBER = re.compile(r"(?:die|der|viele|alle|beide|mehrere|einige|wenige|zahlreiche|zwei|drei|[\d.]+)r?", re.I)


def required_form(sentence: str, hit: TermHit) -> str:
    """The preferred English, in the plural where the German is one beyond doubt (`die Belarussen`)."""
    english = hit.entry.en
    if hit.entry.kind == "person" or english.isupper() or re.search(r"s$", english):
        return english
    return plural(english) if is_plural(sentence, hit) else english


def is_plural(sentence: str, hit: TermHit) -> bool:
    """Whether the German is a plural beyond doubt.

    That is a noun in another form than its base forms, without a genitive s and not before a name, with no
    word before it that a single person could have (`dem Belarussen`). A feminine noun in the singular never
    leaves its base form, so `die` and `der` say plural here.
    """
    return _is_inflected_noun(hit, sentence[hit.end :]) and _allows_plural(sentence[: hit.start].split())


def _is_inflected_noun(hit: TermHit, after: str) -> bool:
    """Whether the German is one noun in an ending that plurals have, and no part of a compound or title."""
    written = hit.surface
    for form in hit.entry.de:
        # `der Wehrpflichtige` is one person: such nouns are inflected like adjectives.
        if written == form or (form.endswith("er") and written == form[:-1]):
            return False
    if not written[:1].isupper() or " " in written or re.match(r"\w|-\w|\s+[A-ZÄÖÜ]", after):
        return False
    return written.endswith(("n", "e", "er", "s")) and not written.endswith("es") and not is_genitive(hit)


def _allows_plural(before: list[str]) -> bool:
    """Whether the words before a noun are such as only several have (or there are none that one has)."""
    several = True
    while before and not _SAYS_NUMBER.fullmatch(before[-1]):
        if _ONE_BEFORE.fullmatch(before[-1]):
            return False
        if not _ADJECTIVE.fullmatch(before[-1]):
            break
        # `belarussischen Soldaten`: only what stands before can tell; `belarussische Soldaten` tells itself.
        several = not before.pop().endswith("en")
        if several:
            break
    else:
        return bool(before) or several
    return several


def plural(english: str) -> str:
    """The regular plural (`security force` → `security forces`, `head of state` → `heads of state`)."""
    head, of, rest = english.partition(" of ")
    if re.search(r"(?:s|x|z|ch|sh)$", head):
        head += "es"
    elif re.search(r"[^aeiou]y$", head):
        head = head[:-1] + "ies"
    else:
        head += "s"
    return head + of + rest


def is_genitive(hit: TermHit) -> bool:
    """Whether the German is a base form with a genitive s (`Lukaschenkos`, `Minsks`)."""
    written = hit.surface.casefold().replace("'", "").replace("’", "")
    return any(written == form.casefold() + "s" for form in hit.entry.de)


def is_adjective(hit: TermHit) -> bool:
    """Whether the German is written small, as adjectives are (`belarussischen`)."""
    return hit.surface[:1].islower()


def marked_source(sentence: str, hits: Sequence[TermHit], markers: tuple[str, str]) -> str:
    """The German with each hit replaced by the required English between the package's markers.

    `des AFU-Generalstabs` → `des ⟦AFU⟧ Generalstabs`: a compound is parted, because packages were trained on
    markers around whole words. `Lukaschenkos Rede` → `⟦Lukashenko⟧s Rede`.
    """
    text = sentence
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        before, after = text[: hit.start], text[hit.end :]
        name = hit.entry.kind != "term"
        ending = "s" if name and is_genitive(hit) and after[:1] == " " else ""
        if re.match(r"-\w", after):
            after = " " + after[1:]
        elif re.match(r"\w", after):
            after = " " + after[0].upper() + after[1:]
        if re.search(r"\w-$", before):
            before = before[:-1] + " "
        elif re.search(r"\w$", before):
            before += " "
        text = before + markers[0] + required_form(sentence, hit) + markers[1] + ending + after
    return text
