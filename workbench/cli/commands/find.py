"""`workbench find WORDS [FILE…]`: words in all documents, and other words in their place."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say, say_json, tell, tell_progress
from workbench.cli.offers import articles, offer
from workbench.problem import Problem, WorkbenchError
from workbench.text import Span, clean_line

if TYPE_CHECKING:
    from workbench.project import Change, Session
    from workbench.project.doubting.most import Share
    from workbench.project.searching.query import Field, How, Query
    from workbench.project.searching.search import Hit, Search

NAME = "find"
HELP = "find words in all documents: as letters, words, in any form, by a pattern; replace them"
_AROUND = 60
_FIELDS: dict[str, Field] = {"german": "german", "english": "english", "notes": "note", "findings": "finding"}
_STATES = ("new", "draft", "translated", "reviewed", "skipped")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is looked for, in which files, how, where, in which order; how it is told; what is put in its place."""
    parser.description = f"{HELP}. Exit status: 0 where something was found, 1 where nothing was."
    parser.add_argument(
        "words",
        nargs="?",
        default="",
        metavar="WORDS",
        help="what to look for; nothing, or '', with --in notes, --state, --changed or --doubtful: all of them",
    )
    files = parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="articles (default: all of the project here)"
    )
    offer(files, articles)
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--word", dest="how", action="store_const", const="word", help="only as whole words")
    how.add_argument("--forms", dest="how", action="store_const", const="inflected", help="in any of their forms")
    how.add_argument(
        "--regex", dest="how", action="store_const", const="regex", help="WORDS are a pattern (a regular expression)"
    )
    parser.add_argument(
        "--any-order",
        action="store_true",
        help='all of the words, wherever they stand in the paragraph; "two words" in quotation marks stay together',
    )
    parser.add_argument("--capitals", action="store_true", help="upper and lower case are not the same")
    parser.add_argument(
        "--in",
        dest="fields",
        type=_fields,
        default=("german", "english"),
        metavar="FIELD,…",
        help=f"where: {', '.join(_FIELDS)} (default: german,english)",
    )
    parser.add_argument(
        "--state", type=_states, default=(), metavar="STATE,…", help=f"only paragraphs that are {', '.join(_STATES)}"
    )
    parser.add_argument(
        "--changed",
        metavar="WHO-WHEN",
        default="",
        help="only paragraphs that were changed last by somebody, in some time: 'Wilma', '2026-11', 'Wilma today', "
        "'2026-11-03..2026-11-28'; as this machine's journal and git know it",
    )
    parser.add_argument(
        "--doubtful",
        action="store_true",
        help="only drafts that nobody has touched, with words of which the package was unsure; the most doubtful first",
    )
    parser.add_argument(
        "--most",
        choices=("tenth", "fifth", "half", "all"),
        help="with --doubtful: how many of these (default: the most doubtful fifth; with WORDS all that have these)",
    )
    parser.add_argument(
        "--outside",
        action="append",
        type=Path,
        metavar="PATH",
        help="look in this file, or the files in this folder, outside of any project, in place of the articles",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to report (default: text)")
    parser.add_argument(
        "--replace",
        metavar="TEXT",
        help="show what would change if TEXT stood in the place of what is found in English",
    )
    parser.add_argument("--yes", action="store_true", help="with --replace: change it")


def _fields(given: str) -> tuple[Field, ...]:
    return tuple(_FIELDS[one] for one in _named(given, tuple(_FIELDS)))


def _states(given: str) -> tuple[str, ...]:
    return _named(given, _STATES)


def _named(given: str, known: Sequence[str]) -> tuple[str, ...]:
    named = tuple(one.strip() for one in given.split(",") if one.strip())
    for one in named:
        if one not in known:
            raise argparse.ArgumentTypeError(f"“{one}” is none of {', '.join(known)}")
    return named


def run(options: argparse.Namespace) -> int:
    """Tell what is found, or replace it; 1 where nothing is found, 2 where something could not be looked through."""
    from workbench.cli.commands.naming import document_meant
    from workbench.project import Session, find_layout

    _refuse_what_cannot_be(options)
    if options.outside:
        return _find_outside(options)
    if (options.doubtful or options.changed) and Path(options.words).is_file():  # nothing is looked for in it
        options.words, options.files = "", [Path(options.words), *options.files]
    meant = [document_meant(file) for file in options.files]
    roots = {root for root, _ in meant} or {find_layout(Path())[0].root}
    if len(roots) > 1:
        raise WorkbenchError(Problem(options.files[0], "these files are of several projects", "name those of one"))
    with Session.open(roots.pop(), read_only=not options.yes) as session:
        query = _query(options, tuple(name for _, name in meant))
        return _replace(session, query, options) if options.replace is not None else _find(session, query, options)


def _refuse_what_cannot_be(options: argparse.Namespace) -> None:
    """Raises WorkbenchError for options that do not go together."""
    if options.yes and options.replace is None:
        raise WorkbenchError(Problem("--yes", "there is nothing to replace", "say --replace TEXT"))
    if options.most and not options.doubtful:
        raise WorkbenchError(Problem("--most", "that is of drafts with words in doubt", "say --doubtful, too"))
    if options.any_order and options.how == "regex":
        raise WorkbenchError(Problem("--any-order", "a pattern has an order of its own", "leave out --regex"))
    of_project = {
        "FILE": options.files,
        "--state": options.state,
        "--changed": options.changed,
        "--doubtful": options.doubtful,
        "--replace": options.replace is not None,
        "--in findings": "finding" in options.fields,
    }
    if options.outside and (given := next((name for name, value in of_project.items() if value), None)):
        raise WorkbenchError(Problem("--outside", f"does not go with {given}, which is of a project", "leave one out"))


def _query(options: argparse.Namespace, documents: tuple[str, ...]) -> Query:
    from workbench.project import State
    from workbench.project.searching.changed import last_change
    from workbench.project.searching.query import Query

    fields: tuple[Field, ...] = ("english",) if options.replace is not None else options.fields
    states = frozenset(State(state) for state in options.state)
    how: How = options.how or "plain"
    return Query(
        options.words,
        how,
        options.capitals,
        frozenset(fields),
        states,
        documents,
        options.doubtful,
        options.any_order,
        last_change(options.changed),
    )


def _search(session: Session, query: Query) -> Search:
    from workbench.project.records import Records
    from workbench.project.searching.documents import Documents
    from workbench.project.searching.search import Search

    return Search(Documents(Records(session.project, None), session.known_findings.steps), query)


def _find(session: Session, query: Query, options: argparse.Namespace) -> int:
    search = _search(session, query)
    return _tell_all(_hits(session, search, options.most), search, options)


def _find_outside(options: argparse.Namespace) -> int:
    """Look through files that are of no project."""
    from workbench.project.searching.outside import Outside
    from workbench.project.searching.search import Search

    search = Search(Outside(options.outside), _query(options, ()))
    return _tell_all(_as_found(search), search, options)


def _tell_all(hits: Iterable[Hit], search: Search, options: argparse.Namespace) -> int:
    found = []
    count = 0
    for hit in hits:
        count += 1
        if options.format == "json":
            found.append(_as_json(hit))
        else:
            say(_line(hit))
    if options.format == "json":
        say_json(found, sys.stdout)
    return _ended(search, count)


def _hits(session: Session, search: Search, most: Share | None) -> Iterable[Hit]:
    """What is found, as it is found, or the most doubtful first, of these as many as were asked for."""
    if not search.query.doubtful:
        return _as_found(search)
    from workbench.project.doubting.most import USUAL
    from workbench.project.doubting.ordered import first_of

    share = most or ("all" if search.query.text else USUAL)
    hits = _doubtful(session, search)
    told = first_of(hits, share)
    if len(told) < len(hits):
        of = f"{_paragraphs(told)} of {_paragraphs(hits)} drafts with words in doubt"
        tell(f"This is the most doubtful {share}, {of}: --most all lists every one.")
    return told


def _paragraphs(hits: Sequence[Hit]) -> str:
    return f"{len({(hit.document, hit.paragraph) for hit in hits}):,}"


def _as_found(search: Search) -> Iterable[Hit]:
    """What is found; how far it is, where somebody is looking."""
    for some in search.collect():
        yield from some
        if sys.stderr.isatty() and not sys.stdout.isatty():
            done, of = search.looked_through
            tell_progress(f"{done} of {of} documents", done=search.complete)


def _doubtful(session: Session, search: Search) -> Sequence[Hit]:
    """What is found in drafts with words in doubt, in order; how far weighing is, where somebody is looking."""
    from workbench.project.doubting.ordered import most_doubtful_first

    steps = most_doubtful_first(tuple(_as_found(search)), session.drafting.weigher)
    while True:
        try:
            done, of = next(steps)
        except StopIteration as end:
            found: Sequence[Hit] = end.value
            return found
        if sys.stderr.isatty():
            tell_progress(f"{done} of {of} drafts weighed", done=done == of)


def _ended(search: Search, count: int) -> int:
    for problem in search.problems:
        tell(problem)
    if search.passed_over > 1:
        tell(f"{search.passed_over} paragraphs were passed over.")
    if not count and not search.problems:
        tell(search.query.not_found)
    return 2 if search.problems else int(not count)


def _line(hit: Hit) -> str:
    """A hit on one line, with the places in brackets: `gipfel.txt ¶3 english: There, the [CSTO] met.`"""
    label = f"{hit.field} ({hit.check})" if hit.check else hit.field
    label += f", {hit.hand.told}" if hit.hand else ""
    label += f", doubt {hit.doubt:.2f}" if hit.doubt else ""
    return f"{clean_line(hit.document)} ¶{hit.paragraph + 1} {label}: {_marked(hit.text, hit.places)}"


def _marked(text: str, places: Sequence[Span]) -> str:
    start = max(0, places[0].start - _AROUND) if places else 0
    end = min(len(text), (places[-1].end if places else start) + _AROUND)
    marked, at = "… " if start else "", start
    for place in places:
        marked += f"{text[at : place.start]}[{text[slice(*place)]}]"
        at = place.end
    return clean_line(marked + text[at:end] + (" …" if end < len(text) else ""))


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.document,
        "paragraph": hit.paragraph + 1,
        "field": hit.field,
        "state": str(hit.record.state),
        "text": hit.text,
        "places": [{"start": place.start, "end": place.end} for place in hit.places],
        **({"check": hit.check} if hit.check else {}),
        **({"changed": {"by": hit.hand.by, "at": hit.hand.at.isoformat()}} if hit.hand else {}),
        **({"doubt": round(hit.doubt, 4)} if hit.doubt else {}),
    }


# Replacing


def _replace(session: Session, query: Query, options: argparse.Namespace) -> int:
    from workbench.project.searching.replacing import replacements

    search = _search(session, query)
    changes = tuple(replacements(tuple(_hits(session, search, options.most)), query, options.replace))
    for change in changes:
        say(f"{clean_line(change.document)} ¶{change.paragraph + 1} {change.state}: {_diff(change)}")
    if options.yes and changes:
        return max(_apply(session, changes, query, options.replace), _ended(search, len(changes)))
    if changes:
        say(f"{len(changes)} sentence{'s' * (len(changes) > 1)} would change: --yes changes them.")
    return _ended(search, len(changes))


def _diff(change: Change) -> str:
    """The sentence with what goes and what comes: `in [-Kiev-]{+Kyiv+}.`"""
    shown, at = "", 0
    for cut, put in zip(change.cut, change.put, strict=True):
        shown += f"{change.before[at : cut.start]}[-{change.before[slice(*cut)]}-]{{+{change.after[slice(*put)]}+}}"
        at = cut.end
    return clean_line(shown + change.before[at:])


def _apply(session: Session, changes: Sequence[Change], query: Query, replacement: str) -> int:
    """Change what is to be changed, and tell; 1 where something of it could not be, 2 where nothing could."""
    session.put_on_desk(changes[0].document)
    *_, done = session.rewording(changes, f"replacing {query.told} by “{clean_line(replacement)}”")
    for problem in done.left:
        tell(problem)
    say(f"{done.places} changed in {done.documents} document{'s' * (done.documents != 1)}.")
    return (1 if done.steps else 2) if done.left else 0
