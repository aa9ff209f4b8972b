"""A paragraph translated on the real desk, with every key counted, in ways that end in the same English.

    uv run python -m benchmarks.keys_counted
    uv run python -m benchmarks.keys_counted --german a.txt --english a.en.txt [--earlier old.txt old.en.txt]

`typed`: every letter. `typed, keys`: figures and terms by their keys where that is shorter. `typed, completion`: the
same, with Tab or Shift+Tab for what stands behind the cursor where it is what comes next. `draft`: the draft corrected
with nothing but moves by word, deleting and letters. `draft, keys`: the same after `f` has put right what it can, and
with terms and figures by their keys. `memory, keys`: the same after `z` has put in, sentence by sentence (`y`), what
the memory offers, where that is nearer than what stands there; in the memory is an earlier article (a line a sentence
in both files). In the other ways the memory is empty.

A quotation mark, an apostrophe and a dash are what is typed for them (`"`, `'`, ` - `). Who corrects knows where to go
and what helps: it is the least that each way takes, not what a hurried hand does. Opening the paragraph and accepting
it are counted. Each way is pressed on the screen, and the English that stands there in the end is compared with the one
that was wanted.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from textual.events import Key
from textual.keys import _character_to_key

from workbench.project import Session
from workbench.project.commands import Accept, Edit
from workbench.project.figure_wanted import next_figure
from workbench.text import sentence_spans
from workbench.tui import WorkbenchApp

GERMAN = (
    "Am 14. März 2023 stoppten Grenzschützer bei Brest um 14.30 Uhr einen Bus mit 48 Reisenden, teilte das "
    "belarussische Grenzkomitee mit. Die Kontrolle dauerte mehr als drei Stunden. „Niemand hat uns gesagt, worum es "
    "ging“, sagte eine Reisende, die in Kiew lebt. Die Strafe betrug 1.250 Euro, 12,5 Prozent mehr als im Vorjahr."
)
ENGLISH = (
    "On 14 March 2023 at 14:30, border guards near Brest stopped a bus carrying 48 passengers, the Belarusian border "
    "committee said. The check took more than three hours. “Nobody told us what it was about,” said a passenger who "
    "lives in Kyiv. The fine was 1,250 euros, 12.5% more than the year before."
)
"""A paragraph of our own that stands for one of an article, and its English."""
EARLIER = (
    (
        "Am 12. Februar 2023 stoppten Grenzschützer bei Grodno um 9.15 Uhr einen Bus mit 31 Reisenden, teilte das "
        "belarussische Grenzkomitee mit.",
        "On 12 February 2023 at 9:15, border guards near Grodno stopped a bus carrying 31 passengers, the Belarusian "
        "border committee said.",
    ),
    ("Die Kontrolle dauerte mehr als drei Stunden.", "The check took more than three hours."),
    (
        "Die Strafe betrug 980 Euro, 3,5 Prozent mehr als im Vorjahr.",
        "The fine was 980 euros, 3.5% more than the year before.",
    ),
)
"""What was translated a month before."""
GLOSSARY = Path(__file__).parent.parent / "glossary.yaml"
PAUSE = 0.4
"""Seconds for which the keys rest where something may come that helps."""
SEEN = 0.2
"""Seconds after which somebody has seen what has just come."""
MOST_OFFERS = 8
"""How often `z` is tried in a sentence."""
_BOUNDARY = re.compile(r"(?<=\W)(?=\w)|(?<=\w)(?=\W)")
_TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_NAMED = {"\n": "ctrl+j"}


@dataclass
class Hands:
    """The keys pressed on a desk, counted."""

    app: WorkbenchApp
    keys: list[str] = field(default_factory=list)

    @property
    def english(self) -> str:
        """What stands in the open cell."""
        return self.app._desk.sheet.english.inline.text

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


async def by_letters(hands: Hands, german: str, english: str, *, keys: bool) -> None:
    """Everything typed from nothing; `keys`: what a key puts in is put in by it."""
    await hands.press("enter", "ctrl+a", "delete")
    await type_up_to(hands, german, english, "", keys=keys)


async def with_completion(hands: Hands, german: str, english: str, *, keys: bool) -> None:
    """The same, letter by letter, with what stands behind the cursor."""
    await hands.press("enter", "ctrl+a", "delete")
    while (there := hands.english) != english:
        rest = english[len(there) :]
        if not english.startswith(there):
            return
        pressed = one_key(hands, german, there, "", rest) if keys else []
        if not pressed:
            await hands.rested(PAUSE)
            await asyncio.sleep(SEEN)
            pressed = completing(*hands.app._desk.sheet.english.suggested, rest)
        await hands.press(*(pressed or typed(rest[:3] if rest.startswith(" – ") else rest[:1])))


def completing(text: str, word: str, rest: str) -> list[str]:
    """The key that takes what stands behind the cursor, all or a word of it, if that comes next and is no shorter.

    >>> completing("ernment decided", "ernment", "ernment said"), completing("n", "n", "no")
    (['tab'], [])
    """
    for key, taken in (("shift+tab", text), ("tab", word)):
        if len(taken) > 1 and rest.startswith(taken) and not rest[len(taken) :][:1].isalnum():
            return [key]
    return []


async def from_memory(hands: Hands, german: str, english: str, *, keys: bool) -> None:
    """What the memory offers put in, a sentence after the other, then that corrected."""
    moves = 0
    for _ in sentence_spans(german):
        await hands.rested(PAUSE)
        taken = await offers_taken(hands, english)
        if taken:
            hands.keys += ["y"] * moves + ["z"] * taken
            moves = 0
        pressed = len(hands.keys)
        await hands.press("y")
        del hands.keys[pressed:]  # counted where it leads to something
        moves += 1
    await by_correcting(hands, german, english, keys=keys)


async def offers_taken(hands: Hands, english: str) -> int:
    """How often `z` is best pressed here: it is tried, all round, and left at the nearest to what is wanted."""
    session, pressed = hands.app.session, len(hands.keys)
    stood = [session.paragraphs[0].english]
    while len(stood) <= MOST_OFFERS:
        await hands.press("z")
        stood.append(session.paragraphs[0].english)
        if stood[-1] == stood[0]:
            break
        await hands.rested(PAUSE)
    best = max(range(len(stood)), key=lambda at: (like(stood[at], english), -at))
    for _ in range(MOST_OFFERS):
        if session.paragraphs[0].english == stood[best]:
            break
        await hands.press("z")
    del hands.keys[pressed:]  # who knows what helps presses no more
    return best


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


async def by_correcting(hands: Hands, german: str, english: str, *, keys: bool) -> None:
    """The draft corrected from its beginning on; `keys`: with what keys do."""
    if keys:
        await fixed(hands, english)
    await hands.press("enter", "ctrl+home")
    for start, end, put in changes(hands.english, english):
        await move_to(hands, start)
        await hands.press(*deleting(hands.english, start, end))
        wanted = hands.english[:start] + put
        await type_up_to(hands, german, wanted, hands.english[start:], keys=keys)


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


async def move_to(hands: Hands, place: int) -> None:
    """Go there from where the cursor is, by words as far as that goes."""
    at, text = hands.app._desk.sheet.english.selected_span.end, hands.english
    words = 0
    while (following := next_stop(text, at)) <= place and following > at:
        at, words = following, words + 1
    await hands.press(*["ctrl+right"] * words, *["right"] * (place - at))


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


WAYS = (
    ("typed", by_letters, False),
    ("typed, keys", by_letters, True),
    ("typed, completion", with_completion, True),
    ("draft", by_correcting, False),
    ("draft, keys", by_correcting, True),
    ("memory, keys", from_memory, True),
)
Pairs = Sequence[tuple[str, str]]


def remember(root: Path, earlier: Pairs) -> None:
    """An earlier article, reviewed: what the memory has."""
    (root / "sources" / "b.txt").write_text("\n\n".join(one for one, _ in earlier) + "\n", encoding="utf-8")
    with Session.open(root / "sources" / "b.txt") as session:
        session.put_on_desk("b.txt")
        for index, (_, english) in enumerate(earlier):
            session.do(Edit(index, english))
            session.do(Accept(index))
        session.save()


async def counted(german: str, english: str, style: str, way: int, earlier: Pairs) -> tuple[int, str]:
    """The keys that a way takes, and the English that stands there in the end."""
    _, act, keys = WAYS[way]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "sources").mkdir()
        (root / "translations").mkdir()
        (root / "sources" / "a.txt").write_text(german + "\n", encoding="utf-8")
        shutil.copy(GLOSSARY, root)
        if style:
            (root / "project.yaml").write_text(f"style: {style}\n", encoding="utf-8")
        if act is from_memory:
            remember(root, earlier)
        with Session.open(root / "sources" / "a.txt") as session:
            app = WorkbenchApp(session)
            async with app.run_test(size=(120, 40)):
                hands = Hands(app)
                while not session.paragraphs[0].english or session.drafts.running or not session.lanes.idle:
                    await asyncio.sleep(0.1)
                await asyncio.sleep(0.3)
                await act(hands, german, english, keys=keys)
                left = hands.english
                await hands.press("enter")
                return len(hands.keys), left


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the keys of each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--german", type=Path, help="a file with one paragraph")
    parser.add_argument("--english", type=Path, help="the English that is wanted")
    parser.add_argument("--style", default="bbc")
    parser.add_argument("--earlier", type=Path, nargs=2, metavar=("DE", "EN"), help="what was translated before")
    options = parser.parse_args(arguments)
    german = options.german.read_text(encoding="utf-8").strip() if options.german else GERMAN
    english = options.english.read_text(encoding="utf-8").strip() if options.english else ENGLISH
    print(f"{len(german.split())} German words, {len(english.split())} English ones, {len(english)} characters")
    first = 0
    earlier: Pairs = () if options.german else EARLIER
    if options.earlier:
        old, new = (path.read_text(encoding="utf-8").splitlines() for path in options.earlier)
        earlier = tuple(zip(old, new, strict=True))
    for way, (name, act, _) in enumerate(WAYS):
        if act is from_memory and not earlier:
            continue
        keys, left = asyncio.run(counted(german, english, options.style, way, earlier))
        first = first or keys
        same = "" if left == english else f"   NOT the same English: {left}"
        print(f"{name:17} {keys:5} keys  {100 * keys / first:5.1f} %{same}")


if __name__ == "__main__":
    main()
