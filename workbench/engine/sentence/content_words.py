"""The words of a German sentence that say something: nouns, names, figures, adjectives, verbs; none that only hold it
together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workbench.dictionary.phrases import is_in_phrase
from workbench.engine.sentence.function_words import is_german_function_word
from workbench.engine.sentence.wordlists import GERMAN_IN_HEADLINES, GERMAN_PREPOSITIONS
from workbench.glossary.finding.lexicon import lemma
from workbench.text import Span
from workbench.text.word_lists import words_of

Kind = Literal["noun", "figure", "verb", "other", ""]
"""A noun or name, a figure, a verb, an adjective or adverb; "": a word that a translation may leave out."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:-?[a-zäöüß]+)?|[^\W\d_](?:\w|[-'’](?=\w))*|\w+")
_BEGINS = re.compile(r"[.!?:\"„“”»«‚‘]\W*$")
_APART = re.compile(r"[^\w\s]")
_YEAR = re.compile(r"\s+\d{4}\b")
_DECADE = re.compile(r"\der$|\d-er$")
_YEARS = words_of("Jahr Jahre Jahren")
_IN_PHRASES = words_of(
    """
    Abrede Anschluss Anspruch Aussicht Betracht Betrieb Bezug Ebene Einklang Endeffekt Erwägung Falle Folge Frage
    Gang Ganzen Gegensatz Gegenzug Grunde Großen Hilfe Hinblick Hinsicht Höhe Inneren Innern Kauf Kraft Lage Last
    Laufe Linie Nähe Rahmen Rechnung Regel Richtung Sinne Stande Stelle Uhr Verbindung Verfügung Vergleich Weise
    Zeit Zuge Zusammenhang
    """
)
"""Nouns of fixed phrases (in Höhe von, an erster Stelle, zur Verfügung), which English says in one small word."""
_LEFT_OUT = words_of(
    """
    allem aller alles allerdings also anderem anderen anderer anderes anhand ansonsten aufgrund außerdem außerhalb
    beide beiden beider beides bereits besonders bevor bislang bisher bzw ca circa dabei dadurch dafür dagegen daher
    dahin damals damit danach daran darauf daraus darin darüber darum darunter davon davor dazu demnach dennoch
    derer derselbe derzeit deshalb deswegen dieselbe dasselbe durchs eben ebenfalls ebenso eher eigentlich einfach
    einige einigen einiger einiges einmal entlang entsprechend entsprechende entsprechenden erneut etwa etwas euer
    eure falls fast fürs ganz gar gemäß genau gerade gleich gleichzeitig gäbe gibt halt her herum heute gestern
    hierbei hierfür hiermit hierzu hin hinterher hinweg höchstens immer indem innerhalb insbesondere insgesamt
    inwieweit inzwischen irgend irgendein irgendeine irgendeinen irgendwie jedoch jeweilige jeweiligen jeweils je
    jetzt knapp konnte konnten könnten kannst kurzem langem lang lange lassen lässt laut letztlich ließ ließen mag
    man mancher manchen meist meisten meistens mindestens mittels mittlerweile mochte möchte möchten mögen morgen
    musste mussten müsste müssten nachdem nachher nahe nahezu nämlich natürlich nunmehr oberhalb obgleich
    obwohl offenbar oft ohnehin per pro rund samt schließlich selber seitdem seither sobald sodass sofern sogar
    solange solche solchen solcher solches somit sondern sowie sowieso sowohl stets teils teilweise trotzdem
    überhaupt übrigens ums umso unterhalb vielmehr vorher weder weiter weitere weiteren weiterer weiteres weiterhin
    wenigstens weswegen wiederum wieso wobei wodurch wofür wohin womit woran worauf woraus worin worüber wovon wozu
    zuerst zuvor zudem zugleich zumindest zunächst große großen ganze ganzen zurzeit durfte durften dürfte dürften
    sollten solle solltest wolle wollten wärst hast hattest bist warst wirst
    """
)
_PARTICLES = words_of(
    """
    ab an auf aus bei bereit bevor dar davon dazu durch ein empor entgegen ernst fest fort frei heraus herein hervor
    hinaus hinein hinzu hoch kennen los mit nach nieder statt teil über um unter vor voraus vorbei wahr weg weiter
    zu zurück zusammen
    """
)
"""Parts of verbs that stand by themselves (Er nimmt teil)."""
_LIGHT = words_of(
    """
    abgeben anstellen aufnehmen aufweisen ausüben aussehen befinden bekommen bestehen betragen bieten bilden bleiben
    brauchen bringen darstellen dienen durchführen eingehen entsprechen erfolgen ergreifen erhalten erheben erteilen
    erzielen fallen finden folgen führen geben gehen gehören gelingen gelten haben halten handeln heißen kommen
    laufen legen leisten leiten liegen machen nehmen richten sagen scheinen schlagen sehen sein setzen sorgen
    stattfinden stehen stellen tätigen treffen treten tun üben umfassen unternehmen verfügen verleihen verschaffen
    vornehmen werden wirken wissen zeigen ziehen
    """
)
"""Verbs that say little beside their noun (Einspruch erheben): English often has one verb for both."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: where it stands, what it is, and whether a mark parts it from the one before."""

    span: Span
    text: str
    kind: Kind
    apart: bool


@lru_cache(maxsize=1_000)
def words_with_kinds(german: str) -> tuple[Word, ...]:
    """All words of a sentence (a figure with its points, and a compound with hyphens, is one), each with its kind."""
    spans = [Span(*match.span()) for match in _WORD.finditer(german)]
    return tuple(_words(german, spans))


def _words(german: str, spans: Sequence[Span]) -> Iterator[Word]:
    end = 0
    for number, span in enumerate(spans):
        text, between = german[slice(*span)], german[end : span.start]
        begins = not (number or between.strip()) or _BEGINS.search(between) is not None
        of_year = text in _YEARS and (_YEAR.match(german, span.end) or _DECADE.search(german, max(0, end - 4), end))
        kind: Kind = "" if of_year or is_in_phrase(german, span) else _kind(text, begins)
        yield Word(span, text, kind, _APART.search(between) is not None)
        end = span.end


def _kind(word: str, begins: bool) -> Kind:
    low = word.lower()
    if word[0].isdigit():
        return "figure"
    if len(word) < 3 or word in _IN_PHRASES or is_left_out(low):
        return ""
    has_capital = word[0].isupper()
    if has_capital and (not begins or (lemma(word) and not lemma(low))):
        return "noun"
    return "" if has_capital else _of_small(low)


def _of_small(low: str) -> Kind:
    base = lemma(low) or low
    if base in _LIGHT or low in _LIGHT:
        return ""
    return "verb" if base.endswith("n") and len(base) > 3 else "other"


def is_left_out(low: str) -> bool:
    """Whether a translation may have nothing for a word (in small letters)."""
    return (
        low in _LEFT_OUT
        or low in _PARTICLES
        or low in GERMAN_IN_HEADLINES
        or low in GERMAN_PREPOSITIONS
        or is_german_function_word(low)
    )
