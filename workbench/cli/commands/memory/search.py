"""`workbench memory search TEXT`: what was translated before that is like a text, or has its words."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cli.commands.remembering import remember_here
from workbench.cli.commands.telling import say, say_json, tell
from workbench.cli.offers import memories, offer
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

if TYPE_CHECKING:
    from workbench.project.memories.asking import Found, Match, Memory, Pair

NAME = "search"
HELP = "what was translated before that is like a text, or has its words"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`TEXT [--english] [--least N] [--memory NAME] [--json]`."""
    parser.add_argument("text", metavar="TEXT", help="a sentence, or words in any of their forms")
    parser.add_argument("--english", action="store_true", help="the words are English")
    parser.add_argument(
        "--least", type=int, default=70, metavar="N", help="sentences from N percent on (50 to 100; 70)"
    )
    where = parser.add_argument(
        "--memory", default="", metavar="NAME", help="only this one (default: that of the project here, and all others)"
    )
    offer(where, memories)
    parser.add_argument("--json", action="store_true", help="for programs")


def run(options: argparse.Namespace) -> int:
    """Tell the sentences that are like the text, then those that have its words; 1 where there is none.

    A memory that cannot be read is told, and the others are asked.
    """
    from workbench.project.memories.asking import asked, opened

    if not 50 <= options.least <= 100:
        raise WorkbenchError(Problem("--least", f"cannot be {options.least}", "give 50 to 100 percent"))
    if not options.memory:
        remember_here()
    rows: list[dict[str, Any]] = []
    for name in asked(options.memory, Path()):
        try:
            with opened(name, Path()) as memory:
                rows += _rows(memory, options)
        except WorkbenchError as error:
            if options.memory:
                raise
            tell(error)
    rows.sort(key=lambda row: -row["percent"])
    if options.json:
        say_json(rows, sys.stdout)
    else:
        for row in rows:
            _tell(row)
    if not rows:
        tell(f"“{clean_line(options.text)[:100]}” was not found, nor a sentence like it")
    return int(not rows)


def _rows(memory: Memory, options: argparse.Namespace) -> list[dict[str, Any]]:
    """What a memory has: matches with their percent, places of the words with 0."""
    from workbench.project.memories.asking import matches

    like = () if options.english else matches(memory, options.text, options.least)
    rows = [_row(match, match.pair, match.percent) for match in like]
    known = {(row["german"], row["english"]) for row in rows}
    for found in memory.concordance(options.text, "en" if options.english else "de"):
        row = _row(found, found.pair, 0)
        if (row["german"], row["english"]) not in known:
            rows.append(row)
    return rows


def _row(found: Match | Found, pair: Pair, percent: int) -> dict[str, Any]:
    return {
        "percent": percent,
        "german": pair.source.text,
        "english": pair.target.text,
        "memory": found.memory,
        "document": pair.document,
        "paragraph": pair.place + 1,
        "trust": pair.trust,
        "made": pair.made,
    }


def _tell(row: dict[str, Any]) -> None:
    place = f"{row['document']} ¶{row['paragraph']}" if row["paragraph"] and row["document"] else row["document"]
    said = (row["memory"], place, row["made"][:10], "" if row["trust"] == "reviewed" else row["trust"])
    say(f"{row['percent']:>3} %  {row['german']}" if row["percent"] else f"       {row['german']}")
    say(f"       {row['english']}")
    say(f"       ({', '.join(part for part in said if part)})")
