"""Drafting on a thread of its own: what is made is handed to the screen no faster than it can draw."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from workbench.problem import WorkbenchError
from workbench.project import Project
from workbench.translation import Draft, ParagraphRecord, Translation
from workbench.tui.widgets.masthead import bar

SHOW_EVERY = 0.1
"""Seconds between two showings of new drafts."""
Item = TypeVar("Item")


def draft_for_screen(
    project: Project,
    records: tuple[ParagraphRecord, ...],
    first: Callable[[], Iterable[int]],
    show: Callable[[list[tuple[int, Draft]], str], bool],
) -> str:
    """Draft the untouched paragraphs; what went wrong as one line, or nothing.

    `show(drafts, activity)` gets the drafts as they are made, with a few words on how far it is;
    when it returns False nobody looks any more and drafting ends.
    """
    todo = sum(record.state in Translation.UNTOUCHED for record in records)
    done = 0
    try:
        for drafts in in_time(project.drafting(records, first), SHOW_EVERY):
            done += len(drafts)
            if not show(drafts, f"drafting {bar(done, todo)} {done}/{todo}"):
                break
    except WorkbenchError as error:
        return str(error)
    return ""


def in_time(items: Iterable[Item], seconds: float) -> Iterator[list[Item]]:
    """The items in lists, one list about every `seconds`; the first item at once, none held back at the end."""
    held: list[Item] = []
    last = float("-inf")
    for item in items:
        held.append(item)
        if time.monotonic() - last >= seconds:
            yield held
            held, last = [], time.monotonic()
    if held:
        yield held
