"""What the form of an entry needs: the live hint under it, and how it is saved."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from functools import partial

from workbench.glossary import Entry
from workbench.project import Changed, Session
from workbench.project.commands import OfGlossary
from workbench.project.terms.preview import preview
from workbench.text import clean_line
from workbench.tui.glossary.questions import times


def saving(session: Session, command: Callable[[Entry], OfGlossary]) -> Callable[[Entry], Awaitable[Changed]]:
    """How a form saves its entry: by a command to the session. Raises WorkbenchError when that cannot be done."""

    async def save(entry: Entry) -> Changed:
        return await asyncio.wrap_future(session.change_glossary(command(entry)))

    return save


def term_preview(session: Session, instead_of: Entry | None = None) -> Callable[[Entry], Future[str]]:
    """What to say of an entry that is being typed: how often its German stands in the document, who has it already.

    `instead_of`: the entry that is being edited. It is found out in the look-up lane, where the latest wins.
    """
    texts = [paragraph.german for paragraph in session.paragraphs]
    document = session.document

    def said(entry: Entry) -> str:
        if not entry.de:
            return ""
        seen = preview(session.termbase, entry, texts, instead_of)
        inside = f", {seen.inside} of them inside longer terms" if seen.inside else ""
        where = f"in {clean_line(document)}"
        lines = [f"Stands {times(seen.places)} {where}{inside}." if seen.places else f"Stands nowhere {where}."]
        for form, other in seen.there[:3]:
            lines.append(f"! “{form}” is found already: line {other.line}, {other.de[0]} → {other.en}.")
        return "\n".join(lines)

    return lambda entry: session.lanes.look_up.submit(partial(said, entry), name="preview")
