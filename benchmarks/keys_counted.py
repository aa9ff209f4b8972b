"""A paragraph translated on the real desk, with every key counted, in ways that end in the same English.

    uv run python -m benchmarks.keys_counted
    uv run python -m benchmarks.keys_counted --german a.txt --english a.en.txt [--earlier old.txt old.en.txt]
    uv run python -m benchmarks.keys_counted --article a.txt --english some.en.txt [--ways 1,3,7]

`typed`: every letter. `typed, keys`: figures and terms by their keys where that is shorter. `typed, completion`: the
same, with Tab or Shift+Tab for what stands behind the cursor where it is what comes next. `draft`: the draft corrected
with nothing but moves by word, deleting and letters. `draft, keys`: the same after `f` has put right what it can, and
with terms and figures by their keys. `memory, keys`: the same after `z` has put in, sentence by sentence (`y`), what
the memory offers, where that is nearer than what stands there; in the memory is an earlier article (a line a sentence
in both files). In the other ways the memory is empty. `draft, everything`: what `draft, keys` has, with other English,
the dictionary, letters over words, and completion besides (`benchmarks/keys_with_all.py`).

With `--article` the paragraphs of an article are taken that `--english` has, each as `NUMBER: English`, an empty line
between; each stands alone on the desk, with an empty memory unless `--earlier` fills it.

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
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.hands import (
    PAUSE,
    SEEN,
    Hands,
    changes,
    completing,
    deleting,
    fixed,
    like,
    moving,
    one_key,
    type_up_to,
    typed,
)
from benchmarks.keys_with_all import with_everything
from workbench.project import Session
from workbench.project.commands import Accept, Edit
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
MOST_OFFERS = 8
"""How often `z` is tried in a sentence."""


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


async def by_correcting(hands: Hands, german: str, english: str, *, keys: bool) -> None:
    """The draft corrected from its beginning on; `keys`: with what keys do."""
    if keys:
        await fixed(hands, english)
    await hands.press("enter", "ctrl+home")
    for start, end, put in changes(hands.english, english):
        await hands.press(*moving(hands.english, hands.at, start))
        await hands.press(*deleting(hands.english, start, end))
        wanted = hands.english[:start] + put
        await type_up_to(hands, german, wanted, hands.english[start:], keys=keys)


WAYS = (
    ("typed", by_letters, False),
    ("typed, keys", by_letters, True),
    ("typed, completion", with_completion, True),
    ("draft", by_correcting, False),
    ("draft, keys", by_correcting, True),
    ("memory, keys", from_memory, True),
    ("draft, everything", with_everything, True),
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


async def counted(german: str, english: str, style: str, way: int, earlier: Pairs) -> tuple[Hands, str]:
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
                return hands, left


def of_article(article: Path, english: Path) -> Iterator[tuple[str, str]]:
    """The paragraphs of an article that an English is given for, and that."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "sources").mkdir()
        shutil.copy(article, root / "sources")
        with Session.open(root / "sources" / article.name) as session:
            session.put_on_desk(article.name)
            germans = [one.german for one in session.paragraphs]
    for paragraph in re.split(r"\n\s*\n", english.read_text(encoding="utf-8").strip()):
        number, _, text = paragraph.partition(":")
        yield germans[int(number) - 1], " ".join(text.split())


def count(paragraphs: Iterable[tuple[str, str]], style: str, ways: Sequence[int], earlier: Pairs) -> None:
    """Print the keys of each way, for each paragraph and for all of them."""
    sums = dict.fromkeys(ways, 0)
    several = 0
    for german, english in paragraphs:
        print(f"{len(german.split())} German words, {len(english.split())} English ones, {len(english)} characters")
        several += 1
        first = 0
        for way in ways:
            name, act, _ = WAYS[way]
            if act is from_memory and not earlier:
                continue
            hands, left = asyncio.run(counted(german, english, style, way, earlier))
            keys = len(hands.keys)
            sums[way] += keys
            first = first or keys
            same = "" if left == english else f"   NOT the same English: {left}"
            vain = f"   and {hands.in_vain} for looking in vain" if hands.in_vain else ""
            print(f"{name:17} {keys:5} keys  {100 * keys / first:5.1f} %{vain}{same}", flush=True)
    if several > 1:
        print("together")
        for way, keys in sums.items():
            print(f"{WAYS[way][0]:17} {keys:5} keys  {100 * keys / sums[ways[0]]:5.1f} %")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the keys of each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--german", type=Path, help="a file with one paragraph")
    parser.add_argument("--article", type=Path, help="an article, of which some paragraphs are taken")
    parser.add_argument("--english", type=Path, help="the English that is wanted")
    parser.add_argument("--style", default="bbc")
    parser.add_argument("--earlier", type=Path, nargs=2, metavar=("DE", "EN"), help="what was translated before")
    parser.add_argument("--ways", default=",".join(str(way) for way in range(1, len(WAYS) + 1)), help="1 to 7")
    options = parser.parse_args(arguments)
    earlier: Pairs = () if options.german or options.article else EARLIER
    if options.earlier:
        old, new = (path.read_text(encoding="utf-8").splitlines() for path in options.earlier)
        earlier = tuple(zip(old, new, strict=True))
    if options.article:
        paragraphs = list(of_article(options.article, options.english))
    else:
        german = options.german.read_text(encoding="utf-8").strip() if options.german else GERMAN
        paragraphs = [(german, options.english.read_text(encoding="utf-8").strip() if options.english else ENGLISH)]
    count(paragraphs, options.style, [int(way) - 1 for way in options.ways.split(",")], earlier)


if __name__ == "__main__":
    main()
