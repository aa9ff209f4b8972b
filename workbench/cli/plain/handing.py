"""Handing over, as the screen does: in the formats that were chosen there last, or in one that is named."""

from __future__ import annotations

from dataclasses import replace

from workbench.cli.plain.desk import PlainDesk
from workbench.project import Choice, Wanted, handed_over, ordered


def export(desk: PlainDesk, words: str) -> None:
    """`export` or `export html`: write the documents, and say where each lies."""
    from workbench.export import FORMATS, unreviewed

    session = desk.session
    choice = Choice.of(session.project.settings.hand_over)
    if words:
        if words not in FORMATS:
            desk.say(f"export knows {', '.join(FORMATS)}; without a word, what was handed over last.")
            return
        wanted = Wanted("english" if FORMATS[words].usual == "english" else "bilingual", words)
        choice = replace(choice, wanted=(wanted,))
    session.save()
    if left := len(unreviewed(session.translation.record)):
        desk.say(f"{left} paragraph{'s are' if left > 1 else ' is'} not accepted yet.")
    for outcome in handed_over(ordered(session.project, session.translation, choice)):
        desk.say(f"written: {outcome.path}" if outcome.path else f"not written: {outcome.problem}")
        for remark in outcome.remarks:
            desk.say(str(remark))
