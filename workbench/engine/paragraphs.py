"""Paragraphs in, their drafts out as they are made: the visible first, known ones from the cache."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise

from workbench.engine.cache import DraftCache
from workbench.engine.draft import Loss, ParagraphDraft, SentenceDraft, TermOutcome, WordOutcome
from workbench.engine.drafter import Drafter
from workbench.engine.given import NOTHING, Apart, as_given, given_draft
from workbench.engine.kept_drafts import Sentence, keep, kept, key_of
from workbench.engine.shares import IN_HAND, SHARE
from workbench.glossary import Glossary, TermHit, as_in_a_sentence, capitals_of_list
from workbench.text import Span, sentence_spans

# Sentences in the first batch: few, so that English is on the screen soon; the others grow up to a share.
FIRST_BATCH, GROWTH = 4, 4
# Batches in hand until the first is done: what a third one asked would stand before the first's second tries.
_AT_FIRST = 2

_Begun = Callable[[], SentenceDraft]


def draft_paragraphs(
    texts: Sequence[str],
    glossary: Glossary,
    drafter: Drafter,
    cache: DraftCache,
    first: Callable[[], Iterable[int]] = tuple,
    apart: Callable[[int], Apart] = lambda index: NOTHING,
) -> Generator[tuple[int, ParagraphDraft], None, None]:
    """Draft every text (a paragraph each), yielding (index, draft) as each is made.

    `first()` is asked before each batch for the indexes the user sees now; these go first, then the others in
    order. A sentence drafted before, with the same package and the same content of the glossary
    entries found in it, comes from the cache. `apart(index)`: what of a text is not drafted as its sentences are; it is
    asked when the turn of that text has come.
    While one batch is finished the next ones are decoded. Closing the iterator ends the work after the batches at hand.
    """
    waiting = dict.fromkeys(range(len(texts)))
    size, most = FIRST_BATCH, _AT_FIRST
    in_hand: deque[dict[int, tuple[tuple[Sentence, ...], list[_Begun]]]] = deque()
    with closing(_Ahead(texts)) as ahead, closing(_Making(drafter, cache)) as making:
        while waiting or in_hand:
            while waiting and len(in_hand) < most:
                chosen = _choose(texts, apart, _in_order(waiting, first()), size, glossary, ahead)
                drafts = iter(making.begin([one for sentences in chosen.values() for one in sentences]))
                in_hand.append({index: (some, list(islice(drafts, len(some)))) for index, some in chosen.items()})
                for index in chosen:
                    del waiting[index]
                size = min(size * GROWTH, SHARE)
            most = IN_HAND
            for index, (sentences, begun) in in_hand.popleft().items():
                yield index, _paragraph(texts[index], sentences, [draft() for draft in begun], drafter)


class _Making:
    """Drafts sentences, or finds them in the cache: a few batches at a time, each different sentence once."""

    def __init__(self, drafter: Drafter, cache: DraftCache) -> None:
        self._drafter, self._cache = drafter, cache
        self._pool = ThreadPoolExecutor(IN_HAND, "drafting-batches")
        self._begun: dict[str, Future[dict[str, SentenceDraft]]] = {}

    def begin(self, sentences: Sequence[Sentence]) -> list[_Begun]:
        """Begin with a batch; what gives the draft of each sentence, as soon as it is there, or raises what drafting
        raised.
        """
        keys = [key_of(one, self._drafter) if one.given is None else "" for one in sentences]
        new = {key: one for one, key in zip(sentences, keys, strict=True) if key and key not in self._begun}
        self._begun |= dict.fromkeys(new, self._pool.submit(self._drafts, new))
        return [partial(self._draft, one, key) for one, key in zip(sentences, keys, strict=True)]

    def _draft(self, sentence: Sentence, key: str) -> SentenceDraft:
        if sentence.given is not None:
            return given_draft(sentence.text, sentence.hits, sentence.given)
        return self._begun[key].result()[key]

    def close(self) -> None:
        """Give up what has not been begun, and wait for what has."""
        self._pool.shutdown(cancel_futures=True)

    def _drafts(self, by_key: Mapping[str, Sentence]) -> dict[str, SentenceDraft]:
        drafts = kept(by_key, self._drafter, self._cache)
        missing = [key for key in by_key if key not in drafts]
        made = dict(zip(missing, _made([by_key[key] for key in missing], self._drafter), strict=True))
        keep(made, self._drafter, self._cache)
        return drafts | made


class _Ahead:
    """Finds the sentences of the texts in their order, on a thread of its own, while the package drafts."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._pool = ThreadPoolExecutor(1, "sentences-ahead")
        self._found = [self._pool.submit(sentence_spans, text) for text in texts]

    def sentences(self, index: int) -> tuple[Span, ...]:
        """The sentences of a text; found at once where its turn has not come yet."""
        found = self._found[index]
        return sentence_spans(self._texts[index]) if found.cancel() else found.result()

    def close(self) -> None:
        """Give up what has not been begun."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _choose(
    texts: Sequence[str],
    apart: Callable[[int], Apart],
    order: Sequence[int],
    size: int,
    glossary: Glossary,
    ahead: _Ahead,
) -> dict[int, tuple[Sentence, ...]]:
    """The next paragraphs, until they have `size` sentences."""
    chosen: dict[int, tuple[Sentence, ...]] = {}
    number = 0
    for index in order:
        chosen[index] = _sentences(texts[index], glossary, ahead.sentences(index), apart(index))
        number += len(chosen[index])
        if number >= size:
            break
    return chosen


def _in_order(waiting: Iterable[int], seen: Iterable[int]) -> list[int]:
    """The waiting indexes, those the user sees first, each once."""
    left = dict.fromkeys(waiting)
    return list(dict.fromkeys([index for index in seen if index in left] + list(left)))


def _sentences(text: str, glossary: Glossary, spans: Sequence[Span], apart: Apart) -> tuple[Sentence, ...]:
    hits = glossary.find(text)
    whole = _outside(apart.parted, (*((hit.start, hit.end) for hit in hits), *apart.given))
    in_small = capitals_of_list(glossary) == "all" if hits else False
    sentences = []
    for span in _parted(text, as_given(spans, apart.given), whole):
        inside = tuple(hit.moved(-span.start) for hit in hits if span.start <= hit.start and hit.end <= span.end)
        stays = tuple(Span(a - span.start, b - span.start) for a, b in apart.held if span.start <= a < b <= span.end)
        asked = tuple(map(_in_a_sentence, inside)) if in_small else inside
        english = apart.given.get(span)
        sentences.append(Sentence(span, text[span.start : span.end], inside, asked, stays, english))
    return tuple(sentences)


def _outside(cuts: Sequence[int], places: Sequence[tuple[int, int]]) -> list[int]:
    """The cuts that go through none of these places."""
    return [at for at in cuts if not any(start < at < end for start, end in places)]


def _in_a_sentence(hit: TermHit) -> TermHit:
    """The hit without capitals that its term has only because all terms of the glossary's list have them."""
    return replace(hit, entry=as_in_a_sentence(hit.entry), of=hit.kept)


def _parted(text: str, spans: Sequence[Span], cuts: Sequence[int]) -> Iterator[Span]:
    """The sentences, cut where a text is parted besides, without blanks at their ends."""
    for span in spans:
        places = [span.start, *(at for at in cuts if span.start < at < span.end), span.end]
        for start, end in pairwise(places):
            part = text[start:end].strip()
            begin = text.find(part, start)
            if part:
                yield Span(begin, begin + len(part))


def _made(sentences: Sequence[Sentence], drafter: Drafter) -> list[SentenceDraft]:
    if not sentences:  # nothing loads the model then
        return []
    made = drafter.draft([(item.text, item.asked) for item in sentences], [item.held for item in sentences])
    return [_with_hits(draft, item.hits) for draft, item in zip(made, sentences, strict=True)]


def _with_hits(draft: SentenceDraft, hits: Sequence[TermHit]) -> SentenceDraft:
    """The draft with the hits as the glossary has them."""
    terms = tuple(TermOutcome(hit, term.way) for hit, term in zip(hits, draft.terms, strict=True))
    return replace(draft, terms=terms)


def _paragraph(
    text: str, sentences: Sequence[Sentence], drafts: Sequence[SentenceDraft], drafter: Drafter
) -> ParagraphDraft:
    """The sentences' drafts joined by the white space that stands between the German ones."""
    english, at = "", 0
    pairs: list[tuple[Span, Span]] = []
    terms: list[TermOutcome] = []
    words: list[WordOutcome] = []
    lost: list[Loss] = []
    for sentence, draft in zip(sentences, drafts, strict=True):
        english += text[at : sentence.span.start]
        pairs.append((sentence.span, Span(len(english), len(english) + len(draft.english))))
        english += draft.english
        at = sentence.span.end
        terms += [_moved(term, sentence.span.start) for term in draft.terms]
        words += [word.moved(sentence.span.start) for word in draft.words]
        lost += [loss.moved(sentence.span.start) for loss in draft.lost]
    outcomes = tuple(terms), tuple(words), tuple(lost)
    return ParagraphDraft(text, english + text[at:], drafter.package.id, tuple(pairs), *outcomes)


def _moved(term: TermOutcome, by: int) -> TermOutcome:
    return replace(term, hit=term.hit.moved(by))
