"""An allowed form that hides what is wrong: “the merchandise group Wagner”, or a “president” who is somebody else.

`die Söldnergruppe Wagner` is met by an allowed “Wagner”, but the words beside it are its German's, too; `der Präsident
und die Staatschefs` (heads of state, also: president) by the president, while something else stands for Staatschefs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workbench.engine.alignment import word_spans
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.defects import figures_kept
from workbench.engine.sentence.english_verbs import is_form_of_a_verb, is_irregular_form
from workbench.engine.sentence.function_words import of_kind
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.candidate import Candidate, Climb, gain, judged
from workbench.engine.terms.forms import both_numbers
from workbench.engine.terms.in_place import put_form
from workbench.engine.terms.kept import NOTHING, Links, Standing
from workbench.engine.terms.look import looks
from workbench.engine.terms.nouns import says
from workbench.glossary import TermHit
from workbench.text import Span

_TOUCH = frozenset({" ", "-"})
_REST = re.compile(r"-[\w-]+")
"""The rest of a compound with a hyphen."""


def whole_forms(climbs: Sequence[Climb], able: Abilities) -> None:
    """Put the preferred form over an allowed one and the words beside it that stand for the same German.

    Or in the place of those that do, where the allowed one stands for another German word. Only sentences are looked at
    that have a form with fewer words than the preferred one, or another word for a term; names of persons are as short
    as they like. No verb and no figure is taken away, nor a word of another term or of the compound's other part.
    """
    going = [item for item in climbs if any(_doubtful(item))]
    while going:
        looked = looks(going, able)
        changed = [item for item, look in zip(going, looked, strict=True) if _is_completed(item, look.links)]
        going = [item for item in changed if any(_doubtful(item))]


def _is_completed(item: Climb, links: Links) -> bool:
    """Whether one more of a sentence's allowed forms became a whole one; what comes in so has fewer doubtful ones."""
    before = item.best
    for number, place in _doubtful(item):
        hit = item.hits[number]
        whole = _whole(before.english, hit, place, links)
        if whole == place or not _may_go(item, hit, place, whole, links):
            continue
        english = put_form(item.source, hit, before.english, whole)
        changed = judged(item.source, item.hits, english, "put in", before)
        ways = tuple("put in" if at == number else way for at, way in enumerate(changed.ways))
        if _keeps_all(item, changed, links) and len(list(_doubtful(item.at(changed)))) < len(list(_doubtful(item))):
            item.best = replace(changed, ways=ways, score=before.score)
            return True
    return False


def _keeps_all(item: Climb, changed: Candidate, links: Links) -> bool:
    """Whether a draft has as many terms and figures as the best, and all that stands for other German words."""
    standing = Standing(item.source, item.hits, item.best.english, links)
    return (
        gain(changed) >= gain(item.best)
        and figures_kept(item.source, changed.english) >= figures_kept(item.source, item.best.english)
        and standing.loss(changed.english, changed.places) == NOTHING
    )


def _doubtful(item: Climb) -> Iterator[tuple[int, Span]]:
    """The hits, by number, that have a form with fewer words than the preferred one, or another word for a term."""
    for number, (hit, place) in enumerate(zip(item.hits, item.best.places, strict=True)):
        beside = item.source[max(0, hit.start - 1) : hit.start] + item.source[hit.end : hit.end + 1]
        is_part = any(map(str.isalnum, beside))
        if place and hit.entry.kind != "person" and not is_part and _is_other(hit, item.best.english[slice(*place)]):
            yield number, place


def _is_other(hit: TermHit, text: str) -> bool:
    """Whether a form has fewer words than the preferred one, or is another word for a term."""
    if _length(text) < _length(hit.entry.en):
        return True
    known = {form.casefold() for form in both_numbers(hit)}
    return hit.entry.kind == "term" and hit.surface[:1].isupper() and text.casefold() not in known


def _whole(english: str, hit: TermHit, place: Span, links: Links) -> Span:
    """A place with the words that touch it and stand for the hit's German alone.

    The place of these, where what the place has stands for another German word.
    """
    german = Span(hit.start, hit.end)
    others = {en for de, en in links if not de.meets(german)}
    own = {en for de, en in links if de.meets(german)} - others
    words = [en for en in sorted(own) if not en.meets(place) and _is_content(english, en)]
    if words and _stand_for(place, links) <= others:
        place = words[0]
    return _joined(english, words, place)


def _stand_for(place: Span, links: Links) -> set[Span]:
    """The words of a place that stand for any German; the place itself where none does."""
    return {en for _, en in links if en.meets(place)} or {place}


def _joined(english: str, words: Sequence[Span], place: Span) -> Span:
    """A place with the words that touch it."""
    for word in words:
        if word.start >= place.end and english[place.end : word.start] in _TOUCH:
            place = Span(place.start, word.end)
    for word in reversed(words):
        if word.end <= place.start and english[word.end : place.start] in _TOUCH:
            place = Span(word.start, place.end)
    return place


def _may_go(item: Climb, hit: TermHit, place: Span, whole: Span, links: Links) -> bool:
    """Whether the words that a place would be joined with are no other term's, no figures and no verb.

    And whether the other part of the hit's compound has words outside.
    """
    english = item.best.english
    held = [*filter(None, item.best.places)]
    held.remove(place)
    if whole.meets(*held) or not _rest_stays(item.source, hit, whole, links):
        return False
    nouns = _leads_noun(english, whole)
    return not any(
        _is_figure_or_verb(
            english[slice(*word)].lower(), hit, as_noun=nouns and (word < place or not whole.meets(place))
        )
        for word in word_spans(english)
        if word.meets(whole) and not word.meets(place)
    )


def _rest_stays(german: str, hit: TermHit, whole: Span, links: Links) -> bool:
    """Whether words outside a stretch stand for the rest of the hit's compound, if it has one."""
    rest = _REST.match(german, hit.end)
    return rest is None or any(de.meets(Span(*rest.span())) and not en.meets(whole) for de, en in links)


def _is_figure_or_verb(text: str, hit: TermHit, *, as_noun: bool) -> bool:
    """Whether a word is a figure or may be a verb; what may be either (group, support) is none where nouns stand.

    Nor is what the dictionary has for a word of the hit.
    """
    if any(map(str.isdigit, text)):
        return True
    if any(says(text, german) for german in hit.surface.split()):
        return False
    if is_irregular_form(text) or text.endswith(("ed", "ing", "ly")):
        return True
    return is_form_of_a_verb(text) and not as_noun


def _leads_noun(english: str, place: Span) -> bool:
    """Whether a noun stands at a place: at the beginning, behind an article, a preposition or a possessive."""
    before = english[: place.start]
    last = "".join(before.rsplit(maxsplit=1)[-1:]).lower()
    if not last or last.endswith(("’s", "'s")):
        return True
    return any(of_kind(last, kind) for kind in ("article", "preposition", "possessive"))


def _is_content(english: str, word: Span) -> bool:
    return english[slice(*word)].lower() not in ENGLISH_SMALL_WORDS


def _length(form: str) -> int:
    return len(word_spans(form))
