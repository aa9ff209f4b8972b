"""What a change of an entry's English means for the English that people have written, and making it so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.glossary import Entry, Kind, TermHit, form_of, judge, reworded
from workbench.memory import sentences_beside
from workbench.problem import Problem, WorkbenchError
from workbench.project.history import SegmentStep
from workbench.project.terms.usages import FoundIn, Uses
from workbench.text import Span
from workbench.translation import State, Translation

_WRITTEN = (State.REVIEWED, State.TRANSLATED)


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence whose English would be another: `before` becomes `after`.

    `paragraph` counts from 0 in `document`. `hits`: the entry's places in `german`. `cut`: what goes out of
    `before`; `put`: what stands there in `after`; one for each place, in text order.
    `english`: the paragraph's whole English, in which `before` begins at `start`.
    """

    document: str
    paragraph: int
    state: State
    german: str
    hits: tuple[Span, ...]
    before: str
    after: str
    cut: tuple[Span, ...]
    put: tuple[Span, ...]
    english: str
    start: int


@dataclass(frozen=True, slots=True)
class Applied:
    """What has been done so far: sentences changed, documents changed, why others were left, and the steps."""

    sentences: int = 0
    documents: int = 0
    left: tuple[Problem, ...] = ()
    steps: tuple[SegmentStep, ...] = ()

    @property
    def places(self) -> str:
        """How many sentences, in words: `12 places`."""
        return f"{self.sentences} place{'s' if self.sentences != 1 else ''}"


def outdated(old: Entry, new: Entry) -> dict[str, str]:
    """The English that an edit of an entry makes wrong, each form with the one that should stand there.

    That is the preferred form and the form of the first mention, if they were changed, and what is newly forbidden.
    """
    first = old.first if new.first and old.first not in new.accepted else ""
    wrong = {form: new.en for form in new.avoid if form not in old.avoid}
    wrong |= {old.en: new.en} if old.en != new.en else {}
    return wrong | ({first: new.first} if first else {})


def changes(uses: Uses, old: Entry, new: Entry) -> Iterator[Change]:
    """The sentences that people wrote or accepted and in which outdated English stands for the entry.

    `new` is the entry as it is in force, with which `uses` was made. Sentences come in the documents' order, all
    of each paragraph that has the entry in its German, each with everything in it that would change. English
    that the entry allows or allowed (`also`, `first`), that belongs to another term of the sentence, or that is
    part of a longer allowed form stays.
    """
    forms = outdated(old, new)
    if forms:
        kept = tuple(form for form in (*new.accepted, *old.also, old.first) if form and form not in forms)
        wording = _Wording(forms, kept, new.kind)
        for found in uses.found_in(new):
            if found.record.state in _WRITTEN and any(wording.places(found.record.english)):
                yield from _in_paragraph(found, replace(old, line=new.line), new, wording)


@dataclass(frozen=True, slots=True)
class _Wording:
    """English that is looked for, each form with the right one, and English that is right and may contain it."""

    outdated: Mapping[str, str]
    kept: tuple[str, ...]
    kind: Kind

    def places(self, english: str) -> Iterator[Span]:
        """Where outdated English stands that is no part of what is right."""
        forms = tuple(self.outdated)
        right = judge(Entry(("",), self.kept[0], self.kept[1:], kind=self.kind), english).there
        for place in judge(Entry(("",), forms[0], forms[1:], kind=self.kind), english).there:
            over = [span for span in right if span.start <= place.start and place.end <= span.end]
            # `NATO` where `Nato` is right: the judge takes both for both.
            only_capitals = over == [place] and english[place.start :].startswith(forms)
            if not over or only_capitals:
                yield place

    def right(self, english: str, place: Span) -> tuple[Span, str]:
        """What is to be cut out at such a place, and what put there."""
        form = form_of(english[slice(*place)], tuple(self.outdated))
        return reworded(english, place, (form,), self.outdated[form])


def _in_paragraph(found: FoundIn, old: Entry, new: Entry, wording: _Wording) -> Iterator[Change]:
    record = found.record
    for german, english in sentences_beside(record.german, record.english):
        text, before = record.german[slice(*german)], record.english[slice(*english)]
        hits = _in_sentence(found.hits, german)
        as_before = [replace(hit, entry=old, of=None) if hit.kept == new else hit for hit in hits]
        others = _of_others(text, as_before, before, old)
        edits = [wording.right(before, place) for place in wording.places(before) if not place.meets(*others)]
        edits = [(cut, form) for cut, form in edits if before[slice(*cut)] != form]
        if edits:
            after, put = _edited(before, edits)
            yield Change(
                document=found.document,
                paragraph=found.paragraph,
                state=record.state,
                german=text,
                hits=tuple(Span(hit.start, hit.end) for hit in hits if hit.kept == new),
                before=before,
                after=after,
                cut=tuple(cut for cut, _ in edits),
                put=put,
                english=record.english,
                start=english.start,
            )


def _in_sentence(hits: Sequence[TermHit], sentence: Span) -> list[TermHit]:
    """The hits that begin in a sentence, with their places in it."""
    return [
        replace(hit, start=hit.start - sentence.start, end=min(hit.end, sentence.end) - sentence.start)
        for hit in hits
        if sentence.start <= hit.start < sentence.end
    ]


def _of_others(german: str, hits: Sequence[TermHit], english: str, own: Entry) -> list[Span]:
    """The places of a sentence's English that stand for its other terms."""
    from workbench.engine import placed

    places = placed(german, hits, english)
    return [place for hit, place in zip(hits, places, strict=True) if place and hit.entry != own]


def _edited(text: str, edits: Iterable[tuple[Span, str]]) -> tuple[str, tuple[Span, ...]]:
    """The text with each span replaced, and where the replacements stand in it."""
    parts, put, at, length = [], [], 0, 0
    for cut, new in edits:
        kept = text[at : cut.start]
        start = length + len(kept)
        put.append(Span(start, start + len(new)))
        parts += [kept, new]
        at, length = cut.end, start + len(new)
    return "".join([*parts, text[at:]]), tuple(put)


def apply(ticked: Iterable[Change], document: Callable[[str], Translation]) -> Iterator[Applied]:
    """Make changes, document by document; after each what has been done so far. `document` opens one by its name.

    Paragraphs keep their states. A paragraph that is no longer as it was when the change was found is left, and so is
    one that its file has locked, and a document that cannot be read or written; `Applied.left` says why.
    """
    groups: dict[str, list[Change]] = defaultdict(list)
    for change in ticked:
        groups[change.document].append(change)
    done = Applied()
    for name, group in groups.items():
        try:
            done = _apply_to(document(name), group, done)
        except WorkbenchError as error:
            done = replace(done, left=(*done.left, error.problem))
        yield done


def _apply_to(translation: Translation, group: Sequence[Change], done: Applied) -> Applied:
    """The changes of one document. Raises WorkbenchError when it cannot be written; it is then as it was."""
    by_paragraph: dict[int, list[Change]] = defaultdict(list)
    for change in group:
        by_paragraph[change.paragraph].append(change)
    name = translation.record.source
    english: dict[int, str] = {}
    left = list(done.left)
    count = 0
    for index, of_paragraph in by_paragraph.items():
        records = translation.paragraphs
        if index < len(records) and (why := translation.locked(index)):
            left.append(Problem(name, f"paragraph {index + 1} is left as it is: {why}", "tell its maker"))
        elif index < len(records) and records[index].english == of_paragraph[0].english:
            english[index] = _with_changes(of_paragraph)
            count += len(of_paragraph)
        else:
            what = f"paragraph {index + 1} has been changed meanwhile, and is left as it is"
            left.append(Problem(name, what, "look at it on the desk"))
    made = translation.reword(english)
    translation.save()
    steps = (*done.steps, *(SegmentStep(name, step.index, step.before, step.after) for step in made))
    return Applied(done.sentences + count, done.documents + bool(english), tuple(left), steps)


def _with_changes(of_paragraph: Sequence[Change]) -> str:
    english = of_paragraph[0].english
    for change in sorted(of_paragraph, key=lambda change: change.start, reverse=True):
        english = english[: change.start] + change.after + english[change.start + len(change.before) :]
    return english
