"""What each decision makes of a paragraph: plain functions from one record to the next. Nothing is saved here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.formats import Document
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean
from workbench.translation.record import Draft, Override, ParagraphRecord, State

UNTOUCHED = frozenset({State.NEW, State.DRAFT})
"""The states of paragraphs that nobody has worked on: these take new drafts."""
FINISHED = frozenset({State.REVIEWED, State.SKIPPED})
"""The states of paragraphs with which nothing is to be done any more."""


def is_open_furniture(now: ParagraphRecord) -> bool:
    """Whether a paragraph belongs to the page and not to the article, and nobody has decided on it."""
    return now.role == "furniture" and now.state in UNTOUCHED and not now.has_work


def must_be_unlocked(document: Document, index: int, now: ParagraphRecord, wanted: ParagraphRecord) -> None:
    """Raises WorkbenchError where the English or the state of a paragraph that its file has locked would change."""
    why = document.paragraphs[index].locked
    if why and (wanted.target, wanted.state) != (now.target, now.state):
        mend = "leave it as it is; what you think of it can stand in its note"
        raise WorkbenchError(Problem(document.name, f"paragraph {index + 1} cannot be changed: {why}", mend))


def drafted(now: ParagraphRecord, draft: Draft) -> ParagraphRecord:
    """With a new machine draft: shown where nobody has touched the paragraph, else only kept, if it is the first."""
    if now.draft == draft:
        return now
    if now.state in UNTOUCHED:
        return replace(now, draft=draft).with_target(draft.target, State.DRAFT)
    if now.draft is None:
        target = draft.target if now.state is State.SKIPPED and not now.english else now.target
        return replace(now, draft=draft).with_target(target, now.state)
    return now


def edited(now: ParagraphRecord, english: str | Inline) -> ParagraphRecord:
    """With English that the translator typed: `translated`; the draft if it is that again; `new` if it is empty.

    Codes stay at their words where only the text is given.
    """
    target = _with_codes(now, english)
    if target == now.target:
        return now
    if now.draft and target == now.draft.target and target.text.strip() and now.state is not State.REVIEWED:
        return now.with_target(target, State.DRAFT)
    return _written(now, target)


def _written(now: ParagraphRecord, target: Inline) -> ParagraphRecord:
    """With a person's English: `translated`, or `new` where there is none."""
    return now.with_target(target, State.TRANSLATED) if target.text.strip() else now.with_target(Inline(""), State.NEW)


def _with_codes(now: ParagraphRecord, english: str | Inline) -> Inline:
    if isinstance(english, str):
        return now.target.carried(clean(english))
    return english if english.text == clean(english.text) else english.carried(clean(english.text))


def accepted(now: ParagraphRecord, overrides: Iterable[Override] = ()) -> ParagraphRecord:
    """Reviewed; rules that were broken on purpose join its overrides."""
    return replace(now, state=State.REVIEWED, overrides=joined(now.overrides, overrides), old_german="")


def skipped(now: ParagraphRecord) -> ParagraphRecord:
    """Left out of the English version, or taken in again if it was: `translated` if a person wrote its English."""
    if now.state is not State.SKIPPED:
        return replace(now, state=State.SKIPPED)
    state = State.TRANSLATED if now.has_own_english else State.DRAFT if now.draft else State.NEW
    target = now.target if state is State.TRANSLATED else now.draft.target if now.draft else Inline("")
    return now.with_target(target, state)


def redrafted(now: ParagraphRecord) -> ParagraphRecord:
    """With the machine draft, or nothing, in the place of its English."""
    target, state = (now.draft.target, State.DRAFT) if now.draft else (Inline(""), State.NEW)
    return replace(now, overrides=(), old_german="").with_target(target, state)


def noted(now: ParagraphRecord, text: str) -> ParagraphRecord:
    """With another note; empty takes it away."""
    return replace(now, note=clean(text).strip())


def overridden(now: ParagraphRecord, override: Override) -> ParagraphRecord:
    """With a reason to let a finding stand, in the place of an earlier one about the same thing."""
    said = Override(override.check, override.about, clean(override.reason).strip())
    return replace(now, overrides=joined(now.overrides, (said,)))


def told_again(now: ParagraphRecord, check: str, about: str) -> ParagraphRecord:
    """Without the override that kept a finding quiet."""
    return replace(now, overrides=tuple(o for o in now.overrides if (o.check, o.about) != (check, about)))


def reworded(now: ParagraphRecord, english: str) -> ParagraphRecord:
    """With other English, in the state it had: reviewed stays reviewed, and what is left out is left out.

    A draft is a draft no more, and a paragraph of which no English is left is `new`.
    """
    target = now.target.carried(clean(english))
    if now.state is State.SKIPPED:
        return now.with_target(target, State.SKIPPED)
    made = _written(now, target)
    return replace(made, state=now.state) if made.english and now.has_own_english else made


def corrected(
    now: ParagraphRecord, english: Inline | None, notes: Iterable[str] = (), reviewed: bool | None = None
) -> ParagraphRecord:
    """With a reviewer's English (None: as it is), and what they wrote beside it at the end of the note.

    `reviewed`: whether they marked it as good; else English that is another is `translated`.
    """
    if english is not None and english != now.target:
        now = _written(now, _with_codes(now, english))
    if reviewed and now.english.strip() and now.state is not State.SKIPPED:
        now = accepted(now)
    elif reviewed is False and now.state is State.REVIEWED:
        now = now.with_target(now.target, State.TRANSLATED)
    added = [note for note in map(str.strip, notes) if note]
    return noted(now, "\n".join((now.note, *added))) if added else now


def restored(wanted: ParagraphRecord, left: ParagraphRecord, now: ParagraphRecord) -> ParagraphRecord:
    """As it was at another time, but with the draft of now if one was made since an act left the paragraph as `left`.

    Where the act itself brought the draft, that goes with it.
    """
    if now.draft is None or now.draft in (wanted.draft, left.draft):
        return wanted
    if wanted.has_own_english or wanted.state is State.SKIPPED:
        return replace(wanted, draft=now.draft)
    return replace(wanted, draft=now.draft).with_target(now.draft.target, State.DRAFT)


def joined(overrides: Iterable[Override], added: Iterable[Override]) -> tuple[Override, ...]:
    """Both, one for each check and thing; the later one says why."""
    return tuple({(o.check, o.about): o for o in (*overrides, *added)}.values())
