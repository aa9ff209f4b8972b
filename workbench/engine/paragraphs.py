"""Paragraphs in, their drafts out as they are made: the visible first, known ones from the cache."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from workbench.engine.cache import DraftCache
from workbench.engine.draft import Loss, LossKind, ParagraphDraft, SentenceDraft, TermOutcome, Way, WordOutcome, WordWay
from workbench.engine.drafter import Drafter
from workbench.engine.given import NOTHING, Apart, as_given, given_draft
from workbench.glossary import Glossary, TermHit, as_in_a_sentence, capitals_of_list
from workbench.text import Span, sentence_spans

# Sentences in a batch: the first is small, so that English is on the screen soon, the others so that it goes on coming.
FIRST_BATCH, GROWTH, BATCH = 4, 4, 64
_WAYS, _WORD_WAYS, _LOST = (frozenset(get_args(of)) for of in (Way, WordWay, LossKind))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a paragraph: where it stands; its hits and what is held have offsets into the sentence.

    `asked`: the hits as the draft should write them. `given`: its English, where that is known.
    """

    span: Span
    text: str
    hits: tuple[TermHit, ...]
    asked: tuple[TermHit, ...]
    held: tuple[Span, ...] = ()
    given: str | None = None


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
    Closing the iterator ends the work after the batch at hand.
    """
    waiting = dict.fromkeys(range(len(texts)))
    size = FIRST_BATCH
    with closing(_Ahead(texts)) as ahead:
        while waiting:
            chosen = _choose(texts, apart, _in_order(waiting, first()), size, glossary, ahead)
            drafts = _drafts(chosen, drafter, cache)
            for index, sentences in chosen.items():
                del waiting[index]
                yield index, _paragraph(texts[index], sentences, [drafts[one] for one in sentences], drafter)
            size = min(size * GROWTH, BATCH)


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
) -> dict[int, tuple[_Sentence, ...]]:
    """The next paragraphs, until they have `size` sentences."""
    chosen: dict[int, tuple[_Sentence, ...]] = {}
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


def _sentences(text: str, glossary: Glossary, spans: Sequence[Span], apart: Apart) -> tuple[_Sentence, ...]:
    hits = glossary.find(text)
    whole = _outside(apart.parted, (*((hit.start, hit.end) for hit in hits), *apart.given))
    in_small = capitals_of_list(glossary) == "all" if hits else False
    sentences = []
    for span in _parted(text, as_given(spans, apart.given), whole):
        inside = tuple(hit.moved(-span.start) for hit in hits if span.start <= hit.start and hit.end <= span.end)
        stays = tuple(Span(a - span.start, b - span.start) for a, b in apart.held if span.start <= a < b <= span.end)
        asked = tuple(map(_in_a_sentence, inside)) if in_small else inside
        english = apart.given.get(span)
        sentences.append(_Sentence(span, text[span.start : span.end], inside, asked, stays, english))
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


def _drafts(
    chosen: dict[int, tuple[_Sentence, ...]], drafter: Drafter, cache: DraftCache
) -> dict[_Sentence, SentenceDraft]:
    """The drafts of all sentences, from the cache or made now; each different sentence once."""
    everything = dict.fromkeys(sentence for sentences in chosen.values() for sentence in sentences)
    known = {one: given_draft(one.text, one.hits, one.given) for one in everything if one.given is not None}
    keys = {sentence: _key(sentence, drafter) for sentence in everything if sentence not in known}
    by_key = {key: sentence for sentence, key in keys.items()}
    drafts = _kept(by_key, drafter, cache)
    missing = [key for key in by_key if key not in drafts]
    made = dict(zip(missing, _made([by_key[key] for key in missing], drafter), strict=True))
    _keep(made, drafter, cache)
    drafts |= made
    return known | {sentence: drafts[key] for sentence, key in keys.items()}


def _keep(made: Mapping[str, SentenceDraft], drafter: Drafter, cache: DraftCache) -> None:
    """Put drafts into the cache; a sentence on which the package failed (score −∞) is tried again next time."""
    lasting = {key: draft for key, draft in made.items() if draft.score > float("-inf")}
    if lasting:
        names = {key: _of_dialect(key, drafter) if draft.of_dialect else key for key, draft in lasting.items()}
        cache.put_many({names[key]: _dumps(draft) for key, draft in lasting.items()})


def _kept(by_key: Mapping[str, _Sentence], drafter: Drafter, cache: DraftCache) -> dict[str, SentenceDraft]:
    """The drafts that are in the cache."""
    kept = cache.get_many([form for key in by_key for form in (key, _of_dialect(key, drafter))])
    drafts: dict[str, SentenceDraft] = {}
    for key, sentence in by_key.items():
        known = _loads(sentence, kept.get(key) or kept.get(_of_dialect(key, drafter), ""))
        if known:
            drafts[key] = known
    return drafts


def _of_dialect(key: str, drafter: Drafter) -> str:
    """The key of a draft that would be another one in another dialect: a change of that makes no others anew."""
    return f"{key}-{drafter.dialect}"


def _made(sentences: Sequence[_Sentence], drafter: Drafter) -> list[SentenceDraft]:
    if not sentences:  # nothing loads the model then
        return []
    made = drafter.draft([(item.text, item.asked) for item in sentences], [item.held for item in sentences])
    return [_with_hits(draft, item.hits) for draft, item in zip(made, sentences, strict=True)]


def _with_hits(draft: SentenceDraft, hits: Sequence[TermHit]) -> SentenceDraft:
    """The draft with the hits as the glossary has them."""
    terms = tuple(TermOutcome(hit, term.way) for hit, term in zip(hits, draft.terms, strict=True))
    return replace(draft, terms=terms)


def _key(sentence: _Sentence, drafter: Drafter) -> str:
    """What decides a draft: program, package, sentence, its names, what its hits' entries ask for (notes do not)."""
    terms = [
        [hit.start, hit.end, hit.entry.de, hit.entry.en, hit.entry.also, hit.entry.avoid, hit.entry.kind]
        for hit in sentence.asked
    ]
    markers = drafter.package.markers
    names = sorted(drafter.names_among(sentence.text))
    parts = [drafter.fingerprint, markers, sentence.text, terms, names, *(sentence.held and [sentence.held])]
    content = json.dumps(parts, ensure_ascii=False)
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _dumps(draft: SentenceDraft) -> str:
    words = [[*word.span, word.english, word.way] for word in draft.words]
    lost = [[loss.kind, *loss.span] for loss in draft.lost]
    ways = [term.way for term in draft.terms]
    return json.dumps([draft.english, draft.score, ways, words, lost], ensure_ascii=False)


def _loads(sentence: _Sentence, value: str) -> SentenceDraft | None:
    """The cached draft; None where the file holds something else."""
    try:
        english, score, ways, words, lost = json.loads(value)
        if not isinstance(english, str) or len(ways) != len(sentence.hits) or not _WAYS.issuperset(ways):
            return None
        terms = tuple(TermOutcome(hit, way) for hit, way in zip(sentence.hits, ways, strict=True))
        came = tuple(_word(sentence.text, *word) for word in words)
        gone = tuple(_loss(sentence.text, *loss) for loss in lost)
        return SentenceDraft(sentence.text, english, terms, float(score), came, gone)
    except (ValueError, TypeError):
        return None


def _word(sentence: str, start: int, end: int, english: str, way: WordWay) -> WordOutcome:
    """A word as it was kept; ValueError where it is none."""
    if not (0 <= start < end <= len(sentence) and isinstance(english, str) and way in _WORD_WAYS):
        raise ValueError("no such word")
    return WordOutcome(sentence[start:end], Span(start, end), english, way)


def _loss(sentence: str, kind: LossKind, start: int, end: int) -> Loss:
    """A loss as it was kept; ValueError where it is none."""
    if not (0 <= start < end <= len(sentence) and kind in _LOST):
        raise ValueError("no such loss")
    return Loss(kind, Span(start, end))


def _paragraph(
    text: str, sentences: Sequence[_Sentence], drafts: Sequence[SentenceDraft], drafter: Drafter
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
