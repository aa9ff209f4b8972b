"""Stand-ins for what stays as it is (addresses, code, words of another script …), so that a package cannot harm it.

A package turns `Мінск` or ✊ into rubbish, `hilfe-fuer-minsk.de` into `help-fuer-minsk.de`, and what it does not know
takes words around it along. A short word that it copies stands in for each such run while the sentence is drafted; the
run takes its place in the English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workbench.engine.draft import Asked, Held, SentenceDraft, as_draft_of
from workbench.engine.offsets import THE_SAME, OffsetMap
from workbench.engine.sentence.defects import defects
from workbench.engine.sentence.losses import is_lost_in
from workbench.glossary import TermHit
from workbench.text import Span
from workbench.text.placeables import Placeable, placeables, stands_in, without_placeables
from workbench.text.scripts import has_own_letters

STAND_INS = (
    ("A1", "B2", "C3", "D4", "E5", "F6", "G7", "H8", "K9", "L1", "M2", "N3", "P4", "R5", "S6", "T7"),
    ("Oslo", "Lima", "Toronto", "Madrid", "Boston", "Quito"),
)
"""What a package for German and English copies: the first row as a rule, the second where that got lost.

Tried with the embedded package in the sentences of harness/data/passing_sentences.tsv (benchmarks/passing.py): codes
are copied as surely as names, and the words around them come out better.
"""

_MAY_STAY = frozenset({"designation", "entity"})
"""Kinds that packages mostly copy by themselves: they get a stand-in only in the second try."""
_END = re.compile(r"[.!?…\"“”’)»]*\s*$")
_MARK = re.compile(r"[.!?…:]\W*$")


@dataclass(frozen=True, slots=True)
class StoodIn:
    """A sentence that a package can read; `hits` have offsets into `plain`, `offsets` is that of the sentence.

    `runs`: stand-in, what it stands for.
    """

    plain: str
    hits: tuple[TermHit, ...]
    runs: tuple[tuple[str, str], ...]
    offsets: OffsetMap = THE_SAME

    @property
    def places(self) -> list[Span]:
        """Where the runs are in the sentence."""
        return [span for span, _ in self.offsets.pieces]


def draft_with_stand_ins(
    sentences: Sequence[Asked], held: Sequence[Held], draft: Callable[[Sequence[Asked]], list[SentenceDraft]]
) -> list[SentenceDraft]:
    """What `draft` makes of sentences with stand-ins, every run put back.

    A sentence whose draft lost a run, or has something else wrong with it, is drafted once more with other stand-ins.
    """
    tried = _tried(sentences, held, draft, row=0)
    poor = [at for at, (_, flaws) in enumerate(tried) if any(flaws)]
    if poor:
        again = _tried([sentences[at] for at in poor], [held[at] for at in poor], draft, row=1)
        for at, other in zip(poor, again, strict=True):
            tried[at] = min(tried[at], other, key=lambda made: made[1])
    return [draft for draft, _ in tried]


def _tried(
    sentences: Sequence[Asked],
    held: Sequence[Held],
    draft: Callable[[Sequence[Asked]], list[SentenceDraft]],
    row: int,
) -> list[tuple[SentenceDraft, tuple[int, int]]]:
    """The drafts with one row of stand-ins, each with its flaws: how many runs it lost, and what else is wrong."""
    stood = [with_stand_ins(*sentence, row, spans) for sentence, spans in zip(sentences, held, strict=True)]
    tried = []
    for asked, item, made in zip(sentences, stood, draft([(item.plain, item.hits) for item in stood]), strict=True):
        if item.runs or placeables(asked[0]):
            flaws = (number_lost(asked[0], made.english, item.runs), defects(item.plain, made.english))
            draft_of = as_draft_of(*asked, put_back(made.english, item.runs), made, item.offsets)
            tried.append((_without_runs(draft_of, item.places), flaws))
        else:
            tried.append((made, (0, 0)))
    return tried


def _without_runs(draft: SentenceDraft, runs: Sequence[Span]) -> SentenceDraft:
    """The draft without what is told of its stand-ins: what these stand for has its place in the English anyway."""
    words = tuple(word for word in draft.words if not word.span.meets(*runs))
    lost = tuple(
        loss
        for loss in draft.lost
        if not loss.span.meets(*runs) or is_lost_in(draft.source, loss, draft.english, but=runs)
    )
    return replace(draft, words=words, lost=lost)


def with_stand_ins(sentence: str, hits: tuple[TermHit, ...], row: int = 0, held: Held = ()) -> StoodIn:
    """A sentence with a stand-in of a row of STAND_INS for each run that is no glossary hit, and for what is held.

    One that consists of such runs only stays as it is, and so do hashtags in a row behind it.

    >>> with_stand_ins("In Minsk (belarussisch Мінск) regnet es.", ()).plain
    'In Minsk (belarussisch A1) regnet es.'
    """
    plain, at = "", 0
    runs: list[tuple[str, str]] = []
    pieces: list[tuple[Span, int]] = []
    free = [name for name in STAND_INS[row] if name not in sentence]
    for name, run in zip(free, _to_replace(sentence, hits, row, held), strict=False):
        plain += sentence[at : run.span.start] + name
        runs.append((name, run.english))
        pieces.append((run.span, len(name)))
        at = run.span.end
    offsets = OffsetMap(tuple(pieces))
    moved = tuple(hit.moved(offsets.there(Span(hit.start, hit.end)).start - hit.start) for hit in hits)
    return StoodIn(plain + sentence[at:], moved, tuple(runs), offsets)


def _to_replace(sentence: str, hits: tuple[TermHit, ...], row: int, held: Held) -> list[Placeable]:
    found = _with_held(sentence, held)
    if not found or not has_own_letters(without_placeables(sentence)):
        return []
    terms = [Span(hit.start, hit.end) for hit in hits]
    stay = _MAY_STAY if row == 0 else ()
    return [run for run in _in_the_sentence(sentence, found) if run.kind not in stay and not run.span.meets(*terms)]


def _with_held(sentence: str, held: Held) -> tuple[Placeable, ...]:
    """The placeables of a sentence, and what is held: that is one run, whatever is in it."""
    found = placeables(sentence)
    if not held:
        return found
    others = [run for run in found if not run.span.meets(*held)]
    whole = [Placeable(span, "code", sentence[slice(*span)]) for span in held if span.start < span.end]
    return tuple(sorted((*others, *whole), key=lambda run: run.span))


def put_back(english: str, runs: Sequence[tuple[str, str]]) -> str:
    """The English with each run in the place of its stand-in; at the end, in brackets, where that got lost."""
    lost = []
    for name, run in runs:
        stand_in = _stand_in(name)
        if stand_in.search(english):
            english = stand_in.sub(run.replace("\\", r"\\"), english)
        else:
            lost.append(run)
    for run in lost:
        end = _END.search(english)
        place = end.start() if end else len(english)
        english = f"{english[:place]} ({run}){english[place:]}"
    return english


def number_lost(sentence: str, english: str, runs: Sequence[tuple[str, str]]) -> int:
    """How many runs of a sentence its English lacks, or has more than once; `runs` as in `put_back`."""
    stood = {run for _, run in runs}
    harmed = sum(len(_stand_in(name).findall(english)) != 1 for name, _ in runs)
    return harmed + sum(not stands_in(run, english) for run in placeables(sentence) if run.english not in stood)


def _stand_in(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{name}(?![a-z0-9])", re.IGNORECASE)


def _in_the_sentence(sentence: str, found: tuple[Placeable, ...]) -> tuple[Placeable, ...]:
    """Without hashtags and addresses in a row at the end, or behind a final mark: these are none of its words."""
    end, kept = len(sentence.rstrip()), len(found)
    while (
        kept and found[kept - 1].span.end == end and found[kept - 1].kind in ("hashtag", "handle", "address", "e-mail")
    ):
        kept -= 1
        end = len(sentence[: found[kept].span.start].rstrip())
    return found[:kept] if len(found) - kept > 1 or _MARK.search(sentence[:end]) else found
