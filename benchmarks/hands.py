"""The keys that are pressed on a desk to write and correct an English: counted, and what each stretch of work takes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from textual.events import Key
from textual.keys import _character_to_key

from workbench.project.figure_wanted import next_figure
from workbench.tui import WorkbenchApp

PAUSE = 0.4
"""Seconds for which the keys rest where something may come that helps."""
SEEN = 0.2
"""Seconds after which somebody has seen what has just come."""
_BOUNDARY = re.compile(r"(?<=\W)(?=\w)|(?<=\w)(?=\W)")
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_NAMED = {"\n": "ctrl+j"}


@dataclass
class Hands:
    """The keys pressed on a desk, counted."""

    app: WorkbenchApp
    keys: list[str] = field(default_factory=list)
    in_vain: int = 0
    """Keys for looking at what did not help; not among `keys`."""

    @property
    def english(self) -> str:
        """What stands in the open cell."""
        return self.app._desk.sheet.english.inline.text

    @property
    def at(self) -> int:
        """Where the cursor is in the open cell, behind what is selected."""
        return self.app._desk.sheet.english.selected_span.end

    async def press(self, *keys: str) -> None:
        """Press keys as fast as they are taken."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else _NAMED.get(key, key)
            self.app.post_message(Key(name, key if len(key) == 1 else None))
            self.keys.append(key)
        await self.settled()

    async def settled(self) -> None:
        """Wait until what was pressed is done."""
        for _ in range(3):
            await asyncio.sleep(0.01)
            while not self.app.typed_ahead.idle:
                await asyncio.sleep(0.005)

    async def rested(self, seconds: float) -> None:
        """Wait for so long, and until nothing is looked up any more."""
        await asyncio.sleep(seconds)
        while not self.app.session.lanes.idle:
            await asyncio.sleep(0.02)
        await self.settled()


def typed(words: str) -> list[str]:
    """The keys for words: a straight mark for each round one, three for a dash with its blanks."""
    return list(words.translate(_TYPED).replace(" – ", " - "))


def completing(text: str, word: str, rest: str) -> list[str]:
    """The key that takes what stands behind the cursor, all or a word of it, if that comes next and is no shorter.

    >>> completing("ernment decided", "ernment", "ernment said"), completing("n", "n", "no")
    (['tab'], [])
    """
    for key, taken in (("shift+tab", text), ("tab", word)):
        if len(taken) > 1 and rest.startswith(taken) and not rest[len(taken) :][:1].isalnum():
            return [key]
    return []


async def type_up_to(hands: Hands, german: str, wanted: str, after: str, *, keys: bool) -> None:
    """Type on from the cursor until `wanted` stands before it; `after` stands behind."""
    while True:
        there = hands.english[: len(hands.english) - len(after)] if after else hands.english
        rest = wanted[len(there) :]
        if not wanted.startswith(there) or not rest:
            return
        if keys and (pressed := one_key(hands, german, there, after, rest)):
            await hands.press(*pressed)
        else:
            cut = re.match(r"\s?\S*", rest)
            await hands.press(*typed(cut[0] if cut and cut[0] else rest[0]))


def one_key(hands: Hands, german: str, there: str, after: str, rest: str) -> list[str]:
    """The keys that put the next words in, fewer than their letters; none where no key does."""
    session = hands.app.session
    style = session.project.settings.style
    figure = next_figure(german, there + after, len(there), style)
    if figure and starts(there, rest, figure.english):
        return ["f11"]
    rows = session.termbase.rows(session.paragraphs[0])
    forms = list(dict.fromkeys(row.hit.entry.en for row in sorted(rows, key=lambda row: bool(row.english))))
    missing = [row for row in rows if not row.english]
    for at, form in enumerate(forms):
        if starts(there, rest, form):
            alone = len(forms) == 1 or (len(missing) == 1 and missing[0].hit.entry.en == form)
            pressed = ["ctrl+@"] if alone else ["ctrl+@", *["down"] * at, "enter"]
            return pressed if len(pressed) < len(form) else []
    return []


def starts(there: str, rest: str, words: str) -> bool:
    """Whether words come next, with the blank that is put before them after a letter, and end there."""
    blank = " " if there[-1:].isalnum() or there[-1:] in tuple(".,;:!?") else ""
    return rest.startswith(blank + words) and not rest[len(blank + words) :][:1].isalnum()


async def fixed(hands: Hands, english: str) -> None:
    """Press `f` as long as it brings the English nearer to what is wanted; what it did too much is undone."""
    paragraph = hands.app.session.paragraphs
    while hands.app.session.first_problem(0) is not None:
        before = paragraph[0].english
        await hands.press("f")
        paragraph = hands.app.session.paragraphs
        after = paragraph[0].english
        if after == before:
            hands.keys.pop()
            return
        if like(after, english) < like(before, english):
            await hands.press("u")
            return


def like(text: str, other: str) -> float:
    """How like two texts are, 0 to 1."""
    return SequenceMatcher(None, text, other, autojunk=False).ratio()


def changes(text: str, wanted: str) -> Iterator[tuple[int, int, str]]:
    """What has to be changed, word by word: where it stands when those before are made, and what comes there."""
    ours, theirs = re.findall(r"\w+|\W", text), re.findall(r"\w+|\W", wanted)
    shift, at = 0, [0]
    for word in ours:
        at.append(at[-1] + len(word))
    spans: list[tuple[int, int, int, int]] = []
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if spans and a - spans[-1][1] <= 1:  # a blank between two changes is typed again
            spans[-1] = spans[-1][0], b, spans[-1][2], d
        else:
            spans.append((a, b, c, d))
    for a, b, c, d in spans:
        put = "".join(theirs[c:d])
        yield at[a] + shift, at[b] + shift, put
        shift += len(put) - (at[b] - at[a])


def moving(text: str, at: int, place: int) -> list[str]:
    """The keys from one place to another, by words as far as that goes."""
    if place < at:
        return ["ctrl+home", *moving(text, 0, place)]
    words = 0
    while (following := next_stop(text, at)) <= place and following > at:
        at, words = following, words + 1
    return ["ctrl+right"] * words + ["right"] * (place - at)


def next_stop(text: str, at: int) -> int:
    """Where Ctrl+→ goes: to the next end of a word, or the next beginning."""
    start = at + len(text[at:]) - len(text[at:].lstrip())
    found = _BOUNDARY.search(text[start:])
    return start + found.start() if found else len(text)


def deleting(text: str, start: int, end: int) -> list[str]:
    """The keys that delete a stretch from its beginning on, by words as far as that goes."""
    words = 0
    while (found := re.search(r"\s*\w+", text[start:])) and start + found.end() <= end:
        start, words = start + found.end(), words + 1
    return ["ctrl+delete"] * words + ["delete"] * (end - start)
