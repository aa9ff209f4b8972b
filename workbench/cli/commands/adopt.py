"""`workbench adopt [ARTICLE]`: the work of a record whose article was renamed goes to the article."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say
from workbench.cli.offers import articles, offer
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

if TYPE_CHECKING:
    from workbench.project import Project

NAME = "adopt"
HELP = "give a renamed or moved article the work of its old record"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[ARTICLE] [--from RECORD]`."""
    parser.description = f"{HELP}; without an article, tell which records have none, and what each fits."
    article = parser.add_argument(
        "article", nargs="?", type=Path, default=Path(), metavar="ARTICLE", help="the article as it is called now"
    )
    offer(article, articles)
    parser.add_argument(
        "--from", dest="record", type=Path, metavar="RECORD", help="the old record (default: the one that fits best)"
    )


def run(options: argparse.Namespace) -> int:
    """List the records without an article (1 if there are any), or give one to an article."""
    from workbench.cli.commands.naming import document_meant
    from workbench.project import Project

    if options.article.is_dir() and options.record is None:
        with Project.open(options.article, read_only=True) as project:
            return _list(project)
    root, name = document_meant(options.article)
    with Project.open(root) as project:
        record = options.record.absolute() if options.record else _fitting(project, name)
        record = record.parent.resolve() / record.name
        project.adopt(name, record)
        translation = project.open_document(name)
        done = translation.progress
        where = clean_line(str(translation.path))
        say(f"{where}: {done.reviewed} of {done.total} paragraphs are reviewed; it was {clean_line(record.name)}")
        if left := len(translation.record.removed):
            say(f"{left} {'paragraph' if left == 1 else 'paragraphs'} with work found no place, and stay at its end")
    return 0


def _list(project: Project) -> int:
    from workbench.project import as_problem

    orphans = project.orphans()
    for orphan in orphans:
        say(clean_line(str(as_problem(orphan, project.layout))))
    if not orphans:
        say("Every record has its article.")
    return int(bool(orphans))


def _fitting(project: Project, name: str) -> Path:
    """The record that fits an article best. Raises WorkbenchError if none does."""
    fits = [(fit.share, orphan.record) for orphan in project.orphans() for fit in orphan.fits if fit.name == name]
    if not fits:
        mend = f"{run_again('adopt')} lists the records without an article; --from names one"
        raise WorkbenchError(Problem(project.layout.sources / name, "no record without an article fits it", mend))
    return max(fits)[1]
