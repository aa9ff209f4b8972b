"""Where stretches of a German text are in the English of its draft, by word alignment, and how sure that is."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence

from workbench.engine.cache import DraftCache
from workbench.engine.codes.word_parts import initial, is_initial, part_of, whole_words
from workbench.engine.draft import ParagraphDraft
from workbench.engine.drafter import Drafter
from workbench.engine.sentence.function_words import (
    Kind,
    is_english_function_word,
    is_german_function_word,
    kinds_at_start,
    of_kind,
)
from workbench.text import Span

Links = Sequence[tuple[Span, Span]]
"""Places in the German and in the English of words that stand for each other."""

_OPENING, _CLOSING = "\"'“„‘‚«»(‹›[", "\"'”“’‘»«)›‹].,;:!?…"
_MARKS = re.compile(f"[{re.escape(_CLOSING)}]+")
_LAST = re.compile(r"[\s.!?…\"”’»)]*$")
_WORD_BEFORE = re.compile(r"(?<![\w’'])([\w’']+) $")
_CURRENCY_BEFORE = re.compile(r"(?:US|C|A|NZ)?[$€£¥]$")
_WORD = re.compile(r"\w+")
_UP_TO_MARK = re.compile(r"(?: [\w’']+)+(?=[.,;:!?…)\"”’»]|$)")


class Places:
    """Where stretches of the German are in the English of a draft."""

    def __init__(self, german: str, draft: ParagraphDraft, drafter: Drafter, cache: DraftCache) -> None:
        self._german, self._english = german, draft.english
        self._draft, self._drafter, self._cache = draft, drafter, cache
        self._known: dict[Span, Links] = {}

    def of(self, german: Span, within: Span) -> tuple[Span, bool]:
        """The place of a stretch, in `within` if it can be, and whether it is sure.

        A stretch whose words have no English is an empty place behind what stands for the words before it. One that
        cuts a word is where its letters are in the English for the word, else around all of that.
        """
        if is_initial(self._german, german):
            return self._initial(german, within)
        word = whole_words(self._german, german)
        if word != german:
            place, sure = self.of(word, within)
            return self._part(german, word, place) or place, sure
        if surely := self._whole(german) or self._letter_for_letter(german, within):
            return self._with_marks(german, surely), True
        links = self._links(german)
        words = self._own(german, within, links)
        if not words:
            at = self.behind(german.start)
            return Span(at, at), False
        others = [en for de, en in links if not de.meets(german) and self._counts(en)]
        place = _densest(words, [one for one in others if one not in words])
        place = self._with_unaligned(german, place, links)
        sure = self._is_sure(german, place, links, words, others)
        return self._with_marks(german, self._with_function_words(german, place)), sure

    def behind(self, at: int) -> int:
        """The place in the English behind the words that stand for those before a place in the German."""
        before, after = self._german[:at].strip(), self._german[at:].strip()
        if not before or not after:
            return len(self._english) if before else 0
        word = whole_words(self._german, Span(at, at))
        if word.start < word.end:
            return self._in_word(at, word)
        if not after.strip(_CLOSING + " "):
            end = _LAST.search(self._english)
            return end.start() if end else len(self._english)
        nearest = self._after_nearest(at)
        if nearest is None:
            return next((en.start for de, en in self._draft.pairs if de.start <= at <= de.end), len(self._english))
        return self._behind_marks(nearest, before[-1], after[0])

    def _behind_marks(self, at: int, before: str, after: str) -> int:
        """The place behind the marks at a place of the English, where these belong before the code.

        They do where one stands `before` it in the German, too, and a stop does that is not `after` it there: it is
        that of an abbreviation (Ms., Dr.).
        """
        marks = _MARKS.match(self._english, at)
        is_abbreviated = self._english[at : at + 1] == "." and after not in _CLOSING
        return marks.end() if marks and (before in _CLOSING or is_abbreviated) else at

    def _in_word(self, at: int, word: Span) -> int:
        """The place behind the letters that a German word has before a place, else behind all of its English."""
        place, _ = self.of(word, Span(0, len(self._english)))
        part = self._part(Span(word.start, at), word, place)
        return part.end if part else place.end

    def _initial(self, german: Span, within: Span) -> tuple[Span, bool]:
        """The first letter of the English, whatever letter it is."""
        first = initial(self._english)
        if first.start < within.start or first.end > within.end or first.start == first.end:
            return Span(within.start, within.start), False
        return self._with_marks(german, first), True

    def _part(self, german: Span, word: Span, place: Span) -> Span | None:
        """Where a part of a word is in the place of the word."""
        text = self._german
        cut = text[word.start : german.start], text[slice(*german)], text[german.end : word.end]
        found = part_of(cut, self._english[slice(*place)])
        return found and Span(found.start + place.start, found.end + place.start)

    def _whole(self, german: Span) -> Span | None:
        """The English of whole sentences."""
        inside = [(de, en) for de, en in self._draft.pairs if german.start <= de.start and de.end <= german.end]
        if not inside:
            return None
        first, last = inside[0], inside[-1]
        as_much = self._bare(german) == self._bare(Span(first[0].start, last[0].end))
        return Span(first[1].start, last[1].end) if as_much else None

    def _bare(self, german: Span) -> str:
        return self._german[slice(*german)].strip().strip(_CLOSING)

    def _letter_for_letter(self, german: Span, within: Span) -> Span | None:
        """Names, figures and code that the English has as the German has them, once."""
        words = self._german[slice(*german)].strip()
        alike = [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self._english)]
        inside = [span for span in alike if within.start <= span.start and span.end <= within.end]
        return inside[0] if len(inside) == 1 and len(words) > 1 else None

    def _own(self, german: Span, within: Span, links: Links) -> list[Span]:
        """The English words that stand for a stretch: those with a meaning of their own, else all of them."""
        own = {en for de, en in links if de.meets(german) and en.start >= within.start and en.end <= within.end}
        return sorted([en for en in own if self._counts(en)] or own)

    def _counts(self, english: Span) -> bool:
        """Whether a word has a meaning of its own. Alignments of `of`, `the` and `has` tell next to nothing."""
        return not is_english_function_word(self._english[slice(*english)])

    def _is_sure(self, german: Span, place: Span, links: Links, words: Sequence[Span], others: Sequence[Span]) -> bool:
        """Whether every word with a meaning is told by the alignment: none lost, none outside, none strange inside."""
        linked = [de for de, en in links if place.start <= en.start and en.end <= place.end]
        if self._unaligned(german, linked):
            return False
        strange = any(one.meets(place) and one not in words for one in others)
        return not strange and all(place.start <= word.start and word.end <= place.end for word in words)

    def _after_nearest(self, at: int) -> int | None:
        """The end of the English words of the nearest German word before a place that has some."""
        before = [(de, en) for de, en in self._links(Span(max(at - 1, 0), at)) if de.end <= at]
        nearest = max((de for de, _ in before), key=lambda de: de.end, default=None)
        return max((en.end for de, en in before if de == nearest), default=None)

    def _links(self, german: Span) -> list[tuple[Span, Span]]:
        """The words of the sentences that a stretch lies in, with their places in the paragraph."""
        found = []
        for de, en in self._draft.pairs:
            if de.start <= german.end and german.start <= de.end:
                if de not in self._known:
                    self._known[de] = self._align(self._german[slice(*de)], self._english[slice(*en)])
                found += [
                    (Span(a.start + de.start, a.end + de.start), Span(b.start + en.start, b.end + en.start))
                    for a, b in self._known[de]
                ]
        return found

    def _align(self, german: str, english: str) -> Links:
        digest = hashlib.blake2b("\0".join((self._drafter.fingerprint, german, english)).encode(), digest_size=16)
        key = f"links:{digest.hexdigest()}"
        kept = self._cache.get_many([key]).get(key)
        if kept is None:
            made = self._drafter.align(german, english)
            kept = json.dumps(made)
            self._cache.put_many({key: kept})
        return [(Span(*de), Span(*en)) for de, en in json.loads(kept)]

    def _with_unaligned(self, german: Span, place: Span, links: Links) -> Span:
        """With the word before it that stands for no German word, where one of the German's has no English."""
        if self._unaligned(german, [de for de, _ in links]):
            word = _WORD_BEFORE.search(self._english[: place.start])
            if (
                word
                and not is_english_function_word(word[1])
                and not Span(*word.span(1)).meets(*(en for _, en in links))
            ):
                return Span(word.start(), place.end)
        return place

    def _unaligned(self, german: Span, linked: Sequence[Span]) -> bool:
        """Whether a German word with a meaning is none of the linked ones."""
        for word in _WORD.finditer(self._german, german.start, german.end):
            if not is_german_function_word(word[0]) and not Span(*word.span()).meets(*linked):
                return True
        return False

    def _with_function_words(self, german: Span, place: Span) -> Span:
        """With the prepositions, articles and auxiliaries before it whose kind the German begins with, too.

        And where the German goes to the end of its clause, with those that end the English clause.
        """
        wanted = kinds_at_start(self._german[slice(*german)])
        passed: set[Kind] = {*wanted, "article", "possessive"} if "preposition" in wanted else wanted
        start = at = place.start
        while (word := _WORD_BEFORE.search(self._english[:at])) and any(of_kind(word[1], one) for one in passed):
            at = word.start()
            if any(of_kind(word[1], one) for one in wanted):
                start = at
        end = place.end
        if not self._german[german.end : german.end + 1].strip(_CLOSING):
            rest = _UP_TO_MARK.match(self._english, end)
            if rest and all(is_english_function_word(word) for word in _WORD.findall(rest[0])):
                end = rest.end()
        return Span(start, end)

    def _with_marks(self, german: Span, place: Span) -> Span:
        """With the quotation marks and the closing mark that the German has inside, and the sign of a currency."""
        text, (start, end) = self._german[slice(*german)], place
        if sign := _CURRENCY_BEFORE.search(self._english[:start]):
            start = sign.start()
        if text[0] in _OPENING and start and self._english[start - 1] in _OPENING:
            start -= 1
        while text[-1] in _CLOSING and self._english[end : end + 1] and self._english[end] in _CLOSING:
            end += 1
        return Span(start, end)


def _densest(words: Sequence[Span], others: Sequence[Span]) -> Span:
    """The stretch that holds most of the words, and none of the others."""
    runs: list[list[Span]] = [[words[0]]]
    for word in words[1:]:
        gap = Span(runs[-1][-1].end, word.start)
        if gap.meets(*others):
            runs.append([word])
        else:
            runs[-1].append(word)
    best = max(runs, key=lambda run: sum(word.end - word.start for word in run))
    return Span(best[0].start, best[-1].end)
