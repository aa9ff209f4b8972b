"""Machine drafts as a record keeps them: names written out where the document first has them, short after that."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.formats import behind_tabs, stretches_in
from workbench.glossary import Entry, Glossary, with_mentions
from workbench.problem import WorkbenchError
from workbench.text import Code, Inline, Span
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.translation import UNTOUCHED, Draft, ParagraphRecord

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…:][\"“”’»)]*$")
AS_THEY_ARE = frozenset({"caption", "quotation"})
"""What paragraphs of these roles call somebody is not changed."""

if TYPE_CHECKING:
    from workbench.engine import Drafter, ParagraphDraft
    from workbench.project.memories.filling import Exact


class With(NamedTuple):
    """What drafts are made with. Drafts made before, with the same package and entries, come from the file `cache`.

    `drafter`: asked where something is to be drafted. `memories`: what was translated before, which fills by itself.
    """

    glossary: Glossary
    drafter: Callable[[], Drafter]
    cache: Path | None
    style: HouseStyle = NO_STYLE
    memories: Exact | None = None


def wanted(records: Sequence[ParagraphRecord], among: Collection[int] | None = None) -> list[int]:
    """The paragraphs that take a draft, because nobody has worked on them; `among` some, if they are given.

    One with a match that was put in by itself takes none: that stays till somebody has looked at it.
    """
    indexes = range(len(records)) if among is None else sorted(among)
    return [index for index in indexes if records[index].state in UNTOUCHED and not has_match(records[index])]


def has_match(record: ParagraphRecord) -> bool:
    """Whether a match of less than 100 % was put into the draft by itself."""
    return record.draft is not None and bool(record.draft.matches)


def drafts(
    records: Sequence[ParagraphRecord],
    wanted: Sequence[int],
    using: With,
    first: Callable[[], Iterable[int]] = tuple,
    firsts: Mapping[Entry, int] | None = None,
) -> Iterator[tuple[int, Draft]]:
    """Draft paragraphs of a document, yielding (index, draft) as each is made.

    What was translated before to the letter comes from the memories, and stays as it is there: no package is asked for
    it. Elsewhere a name is written out where the document has it first, as its entry's `first` says, and short else.
    `first()` is asked again and again which paragraphs the user is looking at; these go first. `firsts`: the paragraph
    of each entry's first mention, where it is known already (see `workbench.checks.where_first`). The house style is
    put on at last: another style costs no new draft.
    Raises WorkbenchError when the package cannot be used, with all drafts made that need none.
    """
    from workbench.checks import where_first
    from workbench.engine import Apart, DraftCache, coded, draft_paragraphs, in_style
    from workbench.project.memories.filling import Fills, told_of, with_codes_filled

    fills = Fills(records, using.memories)
    try:
        whole_drafter = using.drafter()
    except WorkbenchError:
        yield from fills.whole(wanted)
        if fills.are_all(wanted):
            return
        raise
    mentioned = where_first(records, using.glossary) if firsts is None else firsts
    place = {index: position for position, index in enumerate(wanted)}

    def seen() -> list[int]:
        return [place[index] for index in first() if index in place]

    def apart(position: int) -> Apart:
        record = records[wanted[position]]
        code = stretches_in("code", record.source, record.markup)
        return Apart(code, behind_tabs(record.source, record.markup), fills.of(wanted[position]).given)

    kept = DraftCache(using.cache)
    drafter = whole_drafter.of_document([record.german for record in records], using.style.dialect)
    try:
        texts = [records[index].german for index in wanted]
        for position, draft in draft_paragraphs(texts, using.glossary, drafter, kept, seen, apart):
            index = wanted[position]
            record, fill = records[index], fills.of(index)
            if fill.whole:
                yield index, fill.whole
                continue
            placed = coded(record.source, draft, drafter, kept)
            codes = with_codes_filled(record, Inline(draft.english, placed.codes), draft.pairs, fill)
            headline, keep = record.role == "headline", fill.places(draft.pairs)
            styled, codes = in_style(draft, using.style, codes, headline=headline, keep=keep)
            made = as_record(styled, index, record, mentioned, codes, tuple(fill.given.values()))
            yield index, replace(made, unsure=placed.unsure, memory=told_of(record, fill.sentences))
    finally:
        kept.close()


def as_record(
    draft: ParagraphDraft,
    index: int,
    paragraph: ParagraphRecord,
    firsts: Mapping[Entry, int],
    codes: tuple[Code, ...] = (),
    keep: Sequence[str] = (),
) -> Draft:
    """The draft of paragraph `index` (from 0) for its record; `codes`: where those of its German are in it.

    `keep`: English that stays as it is, since a person wrote it.

    `firsts`: the paragraph of each entry's first mention (see `workbench.checks.where_first`). There the draft has
    the entry's `first` form, elsewhere the short one; headlines have the short one, captions and quotations what they
    have.
    """
    english, changed = draft.english, set[Entry]()
    if paragraph.role not in AS_THEY_ARE:
        english, changed = _with_mentions(draft, index, firsts, keep)
    terms: list[tuple[str, str, str]] = []
    to_come = {entry for entry, first in firsts.items() if first == index}
    for term in draft.terms:
        entry, kept = term.hit.entry, term.hit.kept
        wanted = entry.first if kept in to_come else entry.en
        way = "put in" if kept in changed and term.way != "missing" else term.way
        terms.append((term.hit.surface, wanted, way))
        to_come.discard(kept)
    target = Inline(draft.english, codes).carried(english)
    return Draft(target.text, draft.package, tuple(terms), target.codes, words=_words(draft), lost=_lost(draft))


def _with_mentions(
    draft: ParagraphDraft, index: int, firsts: Mapping[Entry, int], keep: Sequence[str]
) -> tuple[str, set[Entry]]:
    """The English of a draft with names written out or short, and the entries for which that changed it."""
    english, changed = draft.english, set[Entry]()
    for kept, entry in {term.hit.kept: term.hit.entry for term in reversed(draft.terms)}.items():
        mended = with_mentions(english, entry, first=firsts.get(kept) == index) if entry.first else english
        if mended != english and _has_still(mended, keep, english):
            english = mended
            changed.add(kept)
    return english, changed


def _has_still(text: str, kept: Iterable[str], before: str) -> bool:
    """Whether a text has what is to be kept, as often as before."""
    return all(text.count(one) >= before.count(one) for one in kept)


def _words(draft: ParagraphDraft) -> tuple[tuple[str, str, str], ...]:
    return tuple((word.german, word.english, word.way) for word in draft.words)


def _lost(draft: ParagraphDraft) -> tuple[tuple[str, str], ...]:
    """What the draft lost, with so much of the German around it, of its sentence first, that it stands there once."""
    return tuple((loss.kind, _told_apart(draft.source, loss.span)) for loss in draft.lost)


def _told_apart(german: str, span: Span) -> str:
    words = [Span(*match.span()) for match in _WORD.finditer(german)]
    first = max((at for at, word in enumerate(words) if word.start <= span.start), default=0)
    last = max((at for at, word in enumerate(words) if word.start < span.end), default=0)
    start, end = span
    while german.count(german[start:end]) > 1 and (first or last + 1 < len(words)):
        if first and not _goes_on(german, words, first, last):
            first -= 1
            start = words[first].start
        else:
            last += 1
            end = words[last].end
    return german[start:end]


def _goes_on(german: str, words: Sequence[Span], first: int, last: int) -> bool:
    """Whether the sentence of a stretch of words goes on behind it, and begins with it."""
    ends = last + 1 == len(words) or _SENTENCE_END.search(german[: words[last].end])
    return not ends and _SENTENCE_END.search(german[: words[first - 1].end]) is not None
