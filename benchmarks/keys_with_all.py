"""A draft corrected with everything that the desk has: other English, the dictionary, letters over words, completion.

At each place that has to be another, in their order: other English of the sentence, or of its rest from the cursor on
(Ctrl+\\), is looked at where much is to be changed, and the dictionary (Ctrl+F9) where a word is to be another; what
brings the text nearest is put in. What is typed is typed with completion, figures and terms by their keys, capitals by
Ctrl+F3. A word is gone to by the letters over it (F7) where that is shorter. What was looked at in vain counts in
`Hands.in_vain`, not among the keys.
"""

from __future__ import annotations

import asyncio
from typing import Any

from textual.screen import Screen

from benchmarks.hands import (
    PAUSE,
    SEEN,
    Hands,
    changes,
    completing,
    deleting,
    fixed,
    moving,
    one_key,
    typed,
)
from workbench.project.completing.writing import sentence_starts
from workbench.project.dictionary import chosen_form
from workbench.project.memories.offers import sentence_at, with_offer
from workbench.text import Inline, sentence_spans
from workbench.tui.dialogs.alternatives import AlternativesDialog, Chosen
from workbench.tui.dialogs.dictionary import DictionaryDialog
from workbench.tui.widgets.jump import labels, words

MUCH = 12
"""Keys from which on other English of a sentence is looked at."""
SAVES = 2
"""Keys that what is put in has to save, beside its own."""
LETTERS = 0.5
"""Keys that a letter is taken to need with completion."""
LONG = 4
"""Letters of a word from which on the dictionary is looked at."""


async def with_everything(hands: Hands, german: str, english: str, *, keys: bool) -> None:
    """The draft corrected from its beginning on, with whatever helps most at each place."""
    if keys:
        await fixed(hands, english)
    await hands.press("enter", "ctrl+home")
    looked_at = -1
    for _ in range(200):
        change = next(iter(changes(hands.english, english)), None)
        if change is None:
            return
        start, end, put = change
        await go_to(hands, start, end if put else start)
        if start > looked_at:
            looked_at = start
            if await other_english(hands, german, english, start) or await dictionary(hands, english, *change):
                continue
        if await capitals(hands, *change):
            continue
        await delete(hands, start, end)
        await type_helped(hands, german, hands.english[:start] + put, hands.english[start:])


def cost(text: str, wanted: str) -> float:
    """The keys that making a text the one that is wanted is taken to need."""
    shift, keys = 0, 0.0
    for start, end, put in changes(text, wanted):
        keys += 2 + len(deleting(text, start - shift, end - shift)) + LETTERS * len(put)
        shift += len(put) - (end - start)
    return keys


async def go_to(hands: Hands, place: int, end: int) -> None:
    """Go to a place by words, or by the letters over the word there, which is selected then if it ends by `end`."""
    if hands.at == place:
        return
    by_words, there = moving(hands.english, hands.at, place), words(hands.english)
    found = next((pair for pair in zip(there, labels(len(there)), strict=False) if pair[0].start == place), None)
    if found is not None:
        by_letters = ["f7", *found[1], *["left"] * (found[0].end > end)]
        if len(by_letters) < len(by_words):
            await hands.press(*by_letters)
            return
    await hands.press(*by_words)


async def delete(hands: Hands, start: int, end: int) -> None:
    """Delete a stretch; a word that is selected is deleted by what is typed over it."""
    chosen = hands.app._desk.sheet.english.selected_span
    if not (chosen.start == start < chosen.end == end):
        await hands.press(*deleting(hands.english, start, end))


async def type_helped(hands: Hands, german: str, wanted: str, after: str) -> None:
    """Type on from the cursor, with what stands behind it, until `wanted` stands before it."""
    chosen = hands.app._desk.sheet.english.selected_span
    after = after[chosen.end - chosen.start :]
    first = chosen.start < chosen.end
    while first or hands.english[: len(hands.english) - len(after)] != wanted:
        there = hands.english[: chosen.start if first else len(hands.english) - len(after)]
        rest = wanted[len(there) :]
        if not rest or not wanted.startswith(there):
            return
        pressed = [] if first else one_key(hands, german, there, after, rest)
        if not pressed and not first:
            await hands.rested(PAUSE)
            await asyncio.sleep(SEEN)
            pressed = completing(*hands.app._desk.sheet.english.suggested, rest)
        await hands.press(*(pressed or typed(rest[:3] if rest.startswith(" – ") else rest[:1])))
        first = False


async def capitals(hands: Hands, start: int, end: int, put: str) -> bool:
    """Press Ctrl+F3 where a word has to have other capitals; whether that made it right."""
    old = hands.english[start:end]
    if old == put or old.casefold() != put.casefold() or not old.isalpha():
        return False
    ways = [old.lower(), old.capitalize(), old.upper()]
    presses = (ways.index(put) - ways.index(old)) % 3 if put in ways and old in ways else 0
    await hands.press(*["ctrl+f3"] * presses)
    return hands.english[start:end] == put


async def other_english(hands: Hands, german: str, english: str, place: int) -> bool:
    """Look at other English of the sentence here and put the best in; whether one helps."""
    if cost(hands.english, english) < MUCH:
        return False
    before = len(hands.keys)
    dialog = await opened(hands, "ctrl+backslash")
    if not isinstance(dialog, AlternativesDialog):
        count_in_vain(hands, before)
        return False
    ways = dialog._ways[:9]
    costs = [cost(with_way(hands, german, way, place), english) for way in ways]
    if min(costs) + SAVES + 2 > cost(hands.english, english):
        await in_vain(hands, before)
        return False
    await hands.press(str(costs.index(min(costs)) + 1))
    await hands.rested(PAUSE)
    return True


def with_way(hands: Hands, german: str, way: Chosen, place: int) -> str:
    """The English with a way to say the sentence, or its rest, in its place."""
    kind, text = way
    there = hands.english
    if kind == "rest":
        starts = sentence_starts(there[place:])
        stood = there[place:][: starts[1]] if len(starts) > 1 else there[place:]
        return there[:place] + text + stood[len(stood.rstrip()) :] + there[place + len(stood) :]
    spans = sentence_spans(german)
    at = min(len(sentence_starts(there[:place])), len(spans)) - 1
    records = hands.app.session.paragraphs
    found = sentence_at(records, 0, spans[at].start)
    return with_offer(records[0], found[0], Inline(text)).text if found else there


async def dictionary(hands: Hands, english: str, start: int, end: int, put: str) -> bool:
    """Look at what the dictionary has for the word here and put the right English in; whether it has that."""
    old = hands.english[start:end]
    if len(put) < LONG or not old.replace(" ", "").isalpha() or not put.replace(" ", "").isalpha():
        return False
    before = len(hands.keys)
    dialog = await opened(hands, "ctrl+f9")
    if not isinstance(dialog, DictionaryDialog):
        count_in_vain(hands, before)
        return False
    while not dialog.prepared:
        await asyncio.sleep(0.02)
    place = await asyncio.wrap_future(dialog._asked.place)
    there = hands.english
    for number, reading in enumerate(dialog._shown[:9], start=1):
        if place is None:
            break
        becomes = there[: place.start] + chosen_form(reading, there[slice(*place)]) + there[place.end :]
        if cost(becomes, english) + SAVES + 2 <= cost(there, english):
            await hands.press(str(number))
            await hands.rested(PAUSE)
            return True
    await in_vain(hands, before)
    return False


async def in_vain(hands: Hands, before: int) -> None:
    """Leave what was looked at; the keys for it were in vain."""
    await hands.press("escape")
    count_in_vain(hands, before)


def count_in_vain(hands: Hands, before: int) -> None:
    """The keys since there were so many helped nothing."""
    hands.in_vain += len(hands.keys) - before
    del hands.keys[before:]


async def opened(hands: Hands, key: str) -> Screen[Any]:
    """What stands on the screen when a key was pressed and the hands rested."""
    await hands.press(key)
    await hands.rested(PAUSE)
    return hands.app.screen
