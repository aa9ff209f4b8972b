"""The sentences of paragraphs as they are drafted, and their drafts in the cache: what decides one is its key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from workbench.engine.cache import DraftCache
from workbench.engine.draft import Loss, LossKind, SentenceDraft, TermOutcome, Way, WordOutcome, WordWay
from workbench.engine.drafter import Drafter
from workbench.glossary import TermHit
from workbench.text import Span

_WAYS, _WORD_WAYS, _LOST = (frozenset(get_args(of)) for of in (Way, WordWay, LossKind))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph: where it stands; its hits and what is held have offsets into the sentence.

    `asked`: the hits as the draft should write them. `given`: its English, where that is known.
    """

    span: Span
    text: str
    hits: tuple[TermHit, ...]
    asked: tuple[TermHit, ...]
    held: tuple[Span, ...] = ()
    given: str | None = None


def key_of(sentence: Sentence, drafter: Drafter) -> str:
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


def keep(made: Mapping[str, SentenceDraft], drafter: Drafter, cache: DraftCache) -> None:
    """Put drafts into the cache; a sentence on which the package failed (score −∞) is tried again next time."""
    lasting = {key: draft for key, draft in made.items() if draft.score > float("-inf")}
    if lasting:
        names = {key: _of_dialect(key, drafter) if draft.of_dialect else key for key, draft in lasting.items()}
        cache.put_many({names[key]: _dumps(draft) for key, draft in lasting.items()})


def kept(by_key: Mapping[str, Sentence], drafter: Drafter, cache: DraftCache) -> dict[str, SentenceDraft]:
    """The drafts that are in the cache."""
    found = cache.get_many([form for key in by_key for form in (key, _of_dialect(key, drafter))])
    drafts: dict[str, SentenceDraft] = {}
    for key, sentence in by_key.items():
        known = _loads(sentence, found.get(key) or found.get(_of_dialect(key, drafter), ""))
        if known:
            drafts[key] = known
    return drafts


def _of_dialect(key: str, drafter: Drafter) -> str:
    """The key of a draft that would be another one in another dialect: a change of that makes no others anew."""
    return f"{key}-{drafter.dialect}"


def _dumps(draft: SentenceDraft) -> str:
    words = [[*word.span, word.english, word.way] for word in draft.words]
    lost = [[loss.kind, *loss.span] for loss in draft.lost]
    ways = [term.way for term in draft.terms]
    return json.dumps([draft.english, draft.score, ways, words, lost], ensure_ascii=False)


def _loads(sentence: Sentence, value: str) -> SentenceDraft | None:
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
