"""Carrying commands out on a document and on the glossary, and taking a whole batch back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial, singledispatch
from typing import TYPE_CHECKING, NamedTuple

from workbench.problem import Problem, WorkbenchError
from workbench.project import commands as c
from workbench.project.history import Batch, EntryStep, SegmentStep, StructureStep, WordStep
from workbench.project.termbase import Termbase
from workbench.project.words import ProjectWords
from workbench.translation import (
    UNTOUCHED,
    Override,
    ParagraphRecord,
    Reshaped,
    State,
    Step,
    Steps,
    Translation,
    reshaping,
    wants_original,
    with_mark,
)

if TYPE_CHECKING:  # the memory is loaded after the first screen
    from workbench.project.memories.following import Followers


class Done(NamedTuple):
    """What was done: the steps, the act's name for undo (“accept of paragraph 3”), and what is told of it.

    `at`: the paragraph (from 0) where it was; None where it was in several.
    """

    steps: Steps
    name: str
    told: str
    at: int | None = None


def of_document(translation: Translation, command: c.OfDocument, followers: Followers | None = None) -> Done:
    """Carry out a command on a document; `followers`: what an accept means elsewhere.

    Raises WorkbenchError, with nothing changed, when it cannot be done.
    """
    if isinstance(command, c.Accept):
        return _accept(translation, command, followers)
    if isinstance(command, c.SkipFurniture):
        return _skip_furniture(translation)
    if isinstance(command, c.TakeOver):
        return _take_over(translation, command)
    if isinstance(command, c.TakeAligned):
        return _take_aligned(translation, command)
    done = _done(command, translation)
    return done._replace(name=f"{done.name} of {_number(command)}", at=command.index)


def _accept(translation: Translation, command: c.Accept, followers: Followers | None) -> Done:
    number, index = _number(command), command.index
    overrides = [Override(finding.check, finding.about, command.reason) for finding in command.although]
    if followers is None:
        return Done(translation.accept(index, overrides), f"accept of {number}", f"{number} accepted", index)
    steps = translation.accept(index, overrides, followers.drafts)
    parts = [f"{number} accepted", followers.told(translation.record.source)]
    return Done(steps, f"accept of {number}", "; ".join(filter(None, parts)), index)


def _skip_furniture(translation: Translation) -> Done:
    steps = translation.skip_furniture()
    lines = f"{len(steps)} line{'' if len(steps) == 1 else 's'} of the page"
    return Done(steps, f"leaving out {lines}", f"{lines} left out of the English" if steps else "")


def _take_over(translation: Translation, command: c.TakeOver) -> Done:
    from workbench.project.review import merging

    made = merging.made(translation.record, command.taken, command.noted, reviewed=command.reviewed)
    steps = translation.correct(made)
    count = len(command.taken)
    what = f"{count} correction{'' if count == 1 else 's'}"
    if command.noted:
        what += f", {len(command.noted)} left to decide"
    return Done(steps, f"taking over {what}", f"taken over: {what}", steps[0].index if steps else None)


def _take_aligned(translation: Translation, command: c.TakeAligned) -> Done:
    from workbench.translation.decisions import corrected

    paragraphs = translation.paragraphs
    steps = translation.correct(
        {index: corrected(paragraphs[index], one.target, (), one.reviewed) for index, one in command.english.items()}
    )
    what = f"the English of {len(steps)} paragraph{'' if len(steps) == 1 else 's'}"
    return Done(steps, f"taking {what}", f"taken: {what}", steps[0].index if steps else None)


@singledispatch
def _done(command: c.OfSegment, translation: Translation) -> Done:
    raise NotImplementedError(command)


@_done.register
def _edit(command: c.Edit, translation: Translation) -> Done:
    return Done(translation.edit(command.index, command.english), "edit", "")


@_done.register
def _skip(command: c.Skip, translation: Translation) -> Done:
    steps = translation.skip(command.index)
    if translation.paragraphs[command.index].state is State.SKIPPED:
        return Done(steps, "skip", f"{_number(command)} is left out of the English")
    return Done(steps, "taking up", f"{_number(command)} taken up again")


@_done.register
def _back_to_draft(command: c.BackToDraft, translation: Translation) -> Done:
    return Done(translation.back_to_draft(command.index), "back to draft", f"{_number(command)} is the draft again")


@_done.register
def _write_note(command: c.WriteNote, translation: Translation) -> Done:
    return Done(translation.set_note(command.index, command.text), "note", f"note on {_number(command)}")


@_done.register
def _ask_for_original(command: c.AskForOriginal, translation: Translation) -> Done:
    note = with_mark(translation.paragraphs[command.index].note)
    steps = translation.set_note(command.index, note)
    if wants_original(note):
        return Done(steps, "mark", f"the original of {_number(command)} is wanted, and goes on the list for the editor")
    return Done(steps, "mark", f"the original of {_number(command)} is not wanted any more")


@_done.register
def _put_right(command: c.PutRight, translation: Translation) -> Done:
    steps = translation.edit(command.index, command.english)
    translation.save_record()
    return Done(steps, "fix", command.told)


@_done.register
def _take_offer(command: c.TakeOffer, translation: Translation) -> Done:
    steps = translation.edit(command.index, command.target)
    translation.save_record()
    return Done(steps, "offer", command.told)


@_done.register
def _take_match(command: c.TakeMatch, translation: Translation) -> Done:
    before = translation.paragraphs[command.index]
    if before.state not in UNTOUCHED or not translation.set_draft(command.index, command.draft):
        return Done((), "match", "")
    return Done((Step(command.index, before, translation.paragraphs[command.index]),), "match", command.told)


@_done.register
def _put_earlier(command: c.PutEarlier, translation: Translation) -> Done:
    known = {code.id for code in translation.paragraphs[command.index].codes}
    fits = all(code.id in known for code in command.target.codes)  # the German may have had others then
    steps = translation.edit(command.index, command.target if fits else command.target.text)
    translation.save_record()
    return Done(steps, "putting back", command.told)


@_done.register
def _let_stand(command: c.LetStand, translation: Translation) -> Done:
    checks, several = " and ".join(dict.fromkeys(one.check for one in command.findings)), len(command.findings) > 1
    steps: Steps = ()
    for one in command.findings:
        if command.reason is None:
            steps = (*steps, *translation.drop_override(command.index, one.check, one.about))
        else:
            steps = (*steps, *translation.set_override(command.index, Override(one.check, one.about, command.reason)))
    if command.reason is None:
        are = "are" if several else "is"
        return Done(steps, "taking back a reason", f"{checks} {are} told again in {_number(command)}")
    return Done(steps, "reason", f"{checks} {'stand' if several else 'stands'} in {_number(command)}")


def _number(command: c.OfSegment) -> str:
    return f"paragraph {command.index + 1}"


def of_structure(translation: Translation, command: c.OfStructure) -> tuple[Reshaped, Batch]:
    """Cut, join or add paragraphs. Raises WorkbenchError, with nothing changed, when it cannot be done."""
    number, record = command.index + 1, translation.record
    match command:
        case c.Split(index, german):
            english = _where_it_goes_on(record.paragraphs[index], german)
            change, label = reshaping.split(record, index, german, english), f"cutting paragraph {number} in two"
        case c.Join(index):
            change, label = reshaping.join(record, index), f"joining paragraphs {number} and {number + 1}"
        case c.Insert(index):
            change, label = reshaping.insert(record, index), f"new paragraph after {number}"
    done = translation.reshape(change)
    return done, Batch(label, (StructureStep(record.source, done),))


def _where_it_goes_on(paragraph: ParagraphRecord, german: int) -> int:
    """The place in the English at which it is cut when the German is: by sentences, else by length, between words."""
    from workbench.memory import sentences_beside

    english = paragraph.english
    for source, target in sentences_beside(paragraph.german, english):
        if source.start >= german:
            return target.start
    near = round(len(english) * german / max(1, len(paragraph.german)))
    spaces = [at for at, letter in enumerate(english) if letter == " "]
    return min(spaces, key=lambda at: abs(at - near), default=len(english))


def of_glossary(termbase: Termbase, command: c.OfGlossary) -> tuple[EntryStep, str]:
    """Carry out a command on the glossary; what was done, and its name. Raises WorkbenchError, with nothing changed."""
    match command:
        case c.AddEntry(entry):
            return EntryStep(None, entry, termbase.add(entry)), f"entry {entry.de[0]} → {entry.en}"
        case c.ChangeEntry(old, new):
            return EntryStep(old, new, termbase.replace(old, new)), f"change of entry {new.de[0]} → {new.en}"
        case c.RemoveEntry(entry):
            return EntryStep(entry, None, termbase.remove(entry)), f"deleting entry {entry.de[0]} → {entry.en}"


def know_word(words: ProjectWords, command: c.KnowWord) -> tuple[Batch | None, str]:
    """Take a word into the project's list; None where it was there, and what is told of it.

    Raises WorkbenchError, with nothing changed.
    """
    told = f"“{command.word}” is known in this project"
    if not words.know(command.word):
        return None, told
    return Batch(f"word “{command.word}”", (WordStep(command.word),)), f"{told} from now on"


def put_back(
    batch: Batch, document: Callable[[str], Translation], termbase: Termbase, words: ProjectWords, *, redo: bool
) -> tuple[SegmentStep, ...]:
    """Make everything that a batch touched what it was before it, or with `redo` after it; the paragraphs' steps then.

    All of it or nothing: what was done is taken back where a later part fails. Raises WorkbenchError then, and when
    a paragraph of another document than the one on the desk has been changed meanwhile.
    """
    match batch.steps[0]:
        case StructureStep(name, shape):
            document(name).reshape(shape if redo else shape.back)
        case WordStep(word):
            (words.know if redo else words.forget)(word)
        case _:
            return _put_steps_back(batch, document, termbase, redo=redo)
    return ()


def _put_steps_back(
    batch: Batch, document: Callable[[str], Translation], termbase: Termbase, *, redo: bool
) -> tuple[SegmentStep, ...]:
    """The same for entries and paragraphs, of which one act may have many."""
    by_document = _by_document(batch)
    entries = [step for step in batch.steps if isinstance(step, EntryStep)]
    opened = {name: document(name) for name in by_document}
    for name, steps in by_document.items():
        _must_be_as_they_were(opened[name], steps, redo=redo)
    done: list[Callable[[], object]] = []
    made: list[SegmentStep] = []
    try:
        done.extend(_entry_back(termbase, entry, redo=redo) for entry in (entries if redo else reversed(entries)))
        for name, steps in by_document.items():
            put = _segments_back(opened[name], steps, redo=redo)
            made += put
            done.append(partial(_segments_back, opened[name], put, redo=False))
    except WorkbenchError:
        for take_back in reversed(done):
            take_back()
        raise
    return tuple(made)


def _by_document(batch: Batch) -> dict[str, list[SegmentStep]]:
    found: dict[str, list[SegmentStep]] = defaultdict(list)
    for step in batch.steps:
        if isinstance(step, SegmentStep):
            found[step.document].append(step)
    return found


def _must_be_as_they_were(translation: Translation, steps: Iterable[SegmentStep], *, redo: bool) -> None:
    for step in steps:
        left_as = step.before if redo else step.after
        now = translation.paragraphs[step.index] if step.index < len(translation.paragraphs) else None
        if now is None or (now.has_own_english and now.target != left_as.target):
            what = f"paragraph {step.index + 1} has been changed meanwhile"
            raise WorkbenchError(Problem(step.document, what, "look at it on the desk; nothing was undone"))


def _segments_back(translation: Translation, steps: list[SegmentStep], *, redo: bool) -> list[SegmentStep]:
    """Take steps in a document back, or do them again; what that made of its paragraphs."""
    wanted: dict[int, ParagraphRecord] = {}
    left: dict[int, ParagraphRecord] = {}
    for step in steps if redo else reversed(steps):
        wanted[step.index] = step.after if redo else step.before
        left.setdefault(step.index, step.before if redo else step.after)
    name = translation.record.source
    return [SegmentStep(name, step.index, step.before, step.after) for step in translation.restore(wanted, left)]


def _entry_back(termbase: Termbase, step: EntryStep, *, redo: bool) -> Callable[[], object]:
    """To the letter where nobody else has changed the file since; else the entry alone, wherever it is now."""
    patch = step.patch.reversed() if step.patch and redo else step.patch
    if patch is None or not termbase.put_back(patch):
        _entry_changed_back(termbase, step, redo=redo)
    return lambda: _entry_back(termbase, step, redo=not redo)


def _entry_changed_back(termbase: Termbase, step: EntryStep, *, redo: bool) -> None:
    wrong, right = (step.before, step.after) if redo else (step.after, step.before)
    if wrong and right:
        termbase.replace(wrong, right)
    elif right:
        termbase.add(right)
    elif wrong:
        termbase.remove(wrong)
