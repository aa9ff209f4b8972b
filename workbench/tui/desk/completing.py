"""At the desk: what may follow the cursor while English is written, and other ways to say a sentence."""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial

from textual.timer import Timer

from workbench.problem import WorkbenchError
from workbench.project.commands import TakeOffer
from workbench.project.completing.at_desk import Completing, Typed, known_of
from workbench.project.completing.writing import Known, Writing, sentence_starts, writing_of
from workbench.project.memories.known import InContext
from workbench.project.memories.offers import sentence_at, with_offer
from workbench.text import Inline, Span
from workbench.text.inline import MARK
from workbench.tui.desk import memory
from workbench.tui.desk.workplace import Workplace

PAUSE = 0.12
"""Seconds without a key after which the package is asked: while it works, it takes the processor from the keys."""
_OFF = "Nothing is shown behind the cursor any more; T (F10 while writing) shows it again."
_ON = "What may follow is shown behind the cursor: Tab takes a word, Shift+Tab all of it, Esc hides it."


def attach(desk: Workplace) -> None:
    """From now on the English cell shows what may follow."""
    if desk.sheet.english.asks is None:
        following = _Following(desk)
        desk.sheet.english.asks = following.show


class _Following:
    """Shows for the open cell what may follow in it."""

    def __init__(self, desk: Workplace) -> None:
        self._desk = desk
        self._completing = Completing(desk.session, partial(self.show, late=True))
        self._at: tuple[str, int] | None = None
        self._pause: Timer | None = None

    def show(self, *, late: bool = False, ask: bool = False) -> None:
        """What may follow as the cell is now. `late`: something has come that was not there at the last letter.

        `ask`: the keys pause, so that the package may be asked.
        """
        desk, editor = self._desk, self._desk.sheet.english
        if desk.sheet.opened is None or not editor.is_attached:
            return
        if self._at != (desk.session.document, desk.sheet.opened):
            self._at = desk.session.document, desk.sheet.opened
            editor.opened_anew()
        if desk.session.project.settings.completion == "off" or editor.read_only:
            return
        index, offers = desk.sheet.opened, memory.here(desk)
        if not editor.takes_suggestions:
            self._completing.begin(index, offers)
            return
        found = self._completing.suggestion(Typed(index, *editor.around_cursor), offers, ask=ask)
        text = "" if found is None else found.word if editor.code_follows else found.text
        editor.suggest(text, found.word if found else "", late=late)
        self._ask_in_a_pause(found is None and not ask)

    def _ask_in_a_pause(self, wanted: bool) -> None:
        """Have the package asked when the keys pause, if that is wanted; not any more for what was typed before."""
        if self._pause is not None:
            self._pause.stop()
        if wanted:
            self._pause = self._desk.sheet.english.set_timer(PAUSE, partial(self.show, late=True, ask=True))


def switch(desk: Workplace) -> None:
    """Show what may follow, or no more; it is kept for this project on this machine."""
    off = desk.session.project.settings.completion == "on"
    with desk.status.telling():
        desk.session.project.set(completion="off" if off else "on")
    editor = desk.sheet.english
    editor.suggest("", "")
    editor.opened_anew()
    if not off and editor.asks is not None:
        editor.asks()
    desk.status.tell(_OFF if off else _ON)


# Other ways to say it


async def alternatives(desk: Workplace) -> None:
    """Choose another English of the sentence; while writing, another rest from the cursor on, too."""
    from workbench.tui.dialogs.alternatives import AlternativesDialog

    if not desk.writable() or desk.session.translation.locked(desk.index):
        return
    desk.take_typed()
    session, index = desk.session, desk.index
    found = _asked_for(desk)
    if found is None:
        desk.status.tell("There is no German here.")
        return
    sentence, writing = found
    record = session.paragraphs[index]
    draft = record.draft.english if record.draft else ""
    known = known_of(record.german, draft, session.termbase.hits(record.german))
    desk.status.tell("The package is asked for other English …")
    work = partial(_ways, desk, known, sentence.span, writing)
    asked: Future[tuple[tuple[str, ...], tuple[str, ...]]]
    asked = session.lanes.model.submit(work, name="alternatives", urgent=True)
    try:
        rests, wholes = await desk.result(asked)
    except WorkbenchError as error:
        desk.status.tell_problem(error)
        return
    desk.status.rest()
    if not rests and not wholes:
        desk.status.tell("The package knows no other English for this sentence.")
        return
    chosen = await desk.ask(AlternativesDialog(rests, wholes))
    if chosen is None or session.paragraphs[index] != record or desk.index != index:
        return
    kind, text = chosen
    if kind == "rest":
        _put_rest(desk, text)
    else:
        _put_whole(desk, text, sentence)


def _ways(
    desk: Workplace, known: Known, place: Span, writing: Writing | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """In the lane: rests from the cursor on, and whole sentences. Raises WorkbenchError where the package is gone."""
    from workbench.project.completing.alternatives import rests, whole_sentences

    project = desk.session.project
    style = project.settings.style
    germans = [record.german for record in desk.session.paragraphs]
    drafter = project.drafter.of_document(germans, style.dialect)
    wholes = whole_sentences(known, writing.german if writing else place, drafter, style)
    return (rests(writing, known, drafter, style) if writing else ()), wholes


def _asked_for(desk: Workplace) -> tuple[InContext, Writing | None] | None:
    """The sentence, and what is written of it where the cursor is in the English."""
    session, sheet, index = desk.session, desk.sheet, desk.index
    record, place, writing = session.paragraphs[index], None, None
    if sheet.opened is not None and sheet.english.has_focus:
        known = known_of(record.german, record.draft.english if record.draft else "", ())
        before, behind = sheet.english.around_cursor
        writing = writing_of(known, before, behind)
        place = writing.german.start if writing else None
    elif sheet.opened is not None:
        place = sheet.german.selected_span.start
    found = sentence_at(session.paragraphs, index, place)
    return (found[0], writing if writing and writing.english.strip() else None) if found else None


def _put_rest(desk: Workplace, text: str) -> None:
    """Write a rest in the place of what stands from the cursor to the sentence's end; codes there go behind it."""
    editor = desk.sheet.english
    behind = editor.text_behind
    at, starts = len(editor.text) - len(behind), sentence_starts(behind)
    stood = behind[: starts[1]] if len(starts) > 1 else behind
    blanks = stood[len(stood.rstrip()) :]
    editor.select_place(Span(at, at + len(stood)))
    editor.write(text + "".join(MARK.findall(stood)) + blanks)


def _put_whole(desk: Workplace, text: str, sentence: InContext) -> None:
    record = desk.session.paragraphs[desk.index]
    target = record.target.carried(with_offer(record, sentence, Inline(text)).text)
    if desk.do(TakeOffer(desk.index, target, "another English of the sentence")):
        desk.session.paragraph_left()
        desk.status.tell("Saved: another English of the sentence. u undoes.")
