"""A paragraph's draft in the house style of its project; spelling, marks and figures change, no word does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.engine.draft import ParagraphDraft, WordOutcome
from workbench.glossary import judge
from workbench.text import Code, Inline, Span
from workbench.text.house_style import HouseStyle, Restyled, restyled
from workbench.text.stands import stands_in


def in_style(
    draft: ParagraphDraft,
    style: HouseStyle,
    codes: tuple[Code, ...] = (),
    *,
    headline: bool = False,
    keep: Sequence[Span] = (),
) -> tuple[ParagraphDraft, tuple[Code, ...]]:
    """The draft with what surely deviates from the style put right, its pairs of sentences, words and codes with it.

    The glossary's terms in it stay, and so do names, addresses and code, and what is to be kept. It takes well under a
    millisecond and no model, so that drafts are kept (see `DraftCache`) as the package makes them: a change of style
    makes none anew.
    """
    if not style.is_set:
        return draft, codes
    entries = dict.fromkeys(term.hit.entry for term in draft.terms)
    terms = [place for entry in entries for place in judge(entry, draft.english).there]
    new = restyled(draft.english, style, (*terms, *keep), headline=headline)
    pairs = tuple((german, Span(new.moved(english.start), new.moved(english.end))) for german, english in draft.pairs)
    words = tuple(_word_in_style(word, new.text, style, headline=headline) for word in draft.words)
    return replace(draft, english=new.text, pairs=pairs, words=words), _carried(draft.english, codes, new)


def _word_in_style(word: WordOutcome, english: str, style: HouseStyle, *, headline: bool) -> WordOutcome:
    if stands_in(word.english, english):
        return word
    return replace(word, english=restyled(word.english, style, headline=headline).text)


def _carried(english: str, codes: tuple[Code, ...], new: Restyled) -> tuple[Code, ...]:
    if any(new.is_inside(code.at) for code in codes):
        return Inline(english, codes).carried(new.text).codes
    return tuple(replace(code, at=new.moved(code.at)) for code in codes)
