"""`workbench merge FILE`: what a reviewer changed in a bilingual file, told as diffs, and taken over."""

from __future__ import annotations

import argparse
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say, tell, tell_problems
from workbench.cli.offers import articles, offer
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean_line
from workbench.text.differences import Part

if TYPE_CHECKING:
    from workbench.project import Correction, Review, Session

NAME = "merge"
HELP = "take over what a reviewer changed in a bilingual file that came back"
_RANGE = re.compile(r"([1-9]\d{0,6})(?:[-–]([1-9]\d{0,6}))?")
_MOST = 100_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE [--into ARTICLE] [--all | --yes-to N,M…] [--reviewed] [--dry-run]`."""
    parser.description = (
        f"{HELP}. Without --all or --yes-to nothing is changed: what differs is listed, by the numbers of the "
        "paragraphs. Exit status: 1 where something is left to be decided, 0 where nothing is."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the reviewer's file (.docx, .xlsx, .xlf)")
    into = parser.add_argument(
        "--into", type=Path, metavar="ARTICLE", help="the article it is a review of (default: what the file says)"
    )
    offer(into, articles)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="take over everything that is no conflict")
    which.add_argument(
        "--yes-to",
        type=_numbers,
        default=(),
        metavar="N,M…",
        help="take over these paragraphs, conflicts too: 3,5-8",
    )
    parser.add_argument("--reviewed", action="store_true", help="what is taken over is reviewed by that")
    parser.add_argument("--dry-run", action="store_true", help="only tell what would be done")


def _numbers(given: str) -> tuple[range, ...]:
    """Numbers of paragraphs, and stretches of them, as they are typed: `3,5-8`."""
    found = []
    for word in given.replace(" ", "").strip(",").split(","):
        one = _RANGE.fullmatch(word)
        first, last = (int(one[1]), int(one[2] or one[1])) if one else (1, 0)
        if not first <= last <= _MOST:
            raise argparse.ArgumentTypeError(f"“{word}” is no number of a paragraph, as in 3,5-8")
        found.append(range(first, last + 1))
    return tuple(found)


def run(options: argparse.Namespace) -> int:
    """Tell what differs, and take over what was asked for; 1 where something is left to be decided."""
    from workbench.project import Session, article_of_review, compare, read_file

    returned = read_file(options.file)
    root, named = _meant(options)
    writes = (options.all or options.yes_to) and not options.dry_run
    with Session.open(root, read_only=not writes) as session:
        name = named or article_of_review(session.project, returned, options.file)
        session.put_on_desk(name)
        review = compare(session.translation.record, returned, str(options.file), session.translation.locked)
        taken = _taken(review, options)
        tell_problems(session.project)
        for remark in review.remarks:
            tell(remark)
        _list(review)
        left = _left(review, taken)
        if writes and review.corrections:
            _take(session, taken, left, options)
        elif options.all or options.yes_to:
            say(f"{_count(len(taken), 'correction')} would be taken over, {len(left)} left.")
    return int(bool(left if writes else review.corrections))


def _meant(options: argparse.Namespace) -> tuple[Path, str | None]:
    """The project, and the article where the user names one: that of the file's folder, or of the one here."""
    from workbench.cli.commands.naming import document_meant
    from workbench.project import find_layout

    if options.into is not None:
        return document_meant(options.into)
    for folder in options.file.absolute().parents:
        if (folder / "sources").is_dir():
            return folder, None
    return find_layout(Path())[0].root, None


def _taken(review: Review, options: argparse.Namespace) -> list[Correction]:
    """What the user asked for. Raises WorkbenchError for a number without a correction, and a stretch without any."""
    numbers = sorted(one.index + 1 for one in review.corrections)
    if unknown := [asked for asked in options.yes_to if not _within(asked, numbers)]:
        told = ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}-{one[-1]}" for one in unknown[:5])
        what = f"there is no correction of paragraph {told}"
        raise WorkbenchError(Problem(options.file, what, "name numbers that the list has; nothing was taken over"))
    if options.all:
        return list(review.free)
    return [one for one in review.corrections if any(one.index + 1 in asked for asked in options.yes_to)]


def _within(asked: range, numbers: Sequence[int]) -> bool:
    """Whether one of the numbers, which are sorted, lies in a stretch."""
    at = bisect_left(numbers, asked[0])
    return at < len(numbers) and numbers[at] in asked


def _left(review: Review, taken: Sequence[Correction]) -> list[Correction]:
    indexes = {one.index for one in taken}
    return [one for one in review.corrections if one.index not in indexes]


def _take(
    session: Session, taken: Sequence[Correction], left: Sequence[Correction], options: argparse.Namespace
) -> None:
    from workbench.project.commands import TakeOver

    conflicts = [one for one in left if one.kind == "conflict"] if options.all else []
    session.do(TakeOver(taken, conflicts, options.reviewed))
    session.translation.save()
    say(f"{session.translation.path}: {_count(len(taken), 'correction')} taken over, {len(left)} left.")
    if conflicts:
        say(f"The English of {_count(len(conflicts), 'conflict')} is kept in the notes; `check` tells of it (review).")


# Telling


def _list(review: Review) -> None:
    """The corrections, those that can be taken over before those that cannot."""
    for one in review.free:
        _tell_one(one)
    if review.conflicts:
        say("")
        say("Somebody has to decide:")
        for one in review.conflicts:
            _tell_one(one)
    if review.corrections:
        say("")
    told = [_count(len(review.free), "correction"), _count(len(review.conflicts), "conflict")]
    told += [f"{review.ours} changed here only"] * bool(review.ours)
    say(f"{clean_line(review.document)}: {', '.join(told)}, {_count(review.same, 'paragraph')} alike")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _tell_one(one: Correction) -> None:
    marks = {True: "marked as reviewed", False: "marked as not reviewed", None: ""}
    head = [f"¶{one.index + 1}", one.kind, *([one.why] if one.why else []), marks[one.reviewed]]
    say("  ".join(part for part in head if part))
    say(f"  German  {clean_line(one.german.shown())}")
    if one.kind == "conflict" and one.exported is not None:
        say(f"  ours    {_told(one.ours)}")
    if one.changes_english:
        say(f"  theirs  {_told(one.diff)}")
    for comment in one.comments:
        say(f"  »       {clean_line(comment)}")


def _told(parts: Iterable[Part]) -> str:
    """A diff on one line, readable without colours: `It [-rains-]{+pours+}.`"""
    frames = {"same": ("", ""), "cut": ("[-", "-]"), "put": ("{+", "+}")}
    texts = ((frames[part.kind], Inline.unmarked(part.text).shown().replace("\n", "↵ ")) for part in parts)
    return "".join(f"{before}{text}{after}" for (before, after), text in texts)
