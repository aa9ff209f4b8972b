"""Everything an entry says, and what is wrong with its lines in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from workbench.glossary import Entry
from workbench.problem import Problem


def details(entry: Entry, problems: Iterable[Problem]) -> Text:
    """All that an entry says, and the problems of its lines."""
    said = [
        ("", entry.kind),
        ("", f"line {entry.line}"),
        ("", "exact case" if entry.case == "exact" else ""),
        ("first: ", entry.first),
        ("also: ", ", ".join(entry.also)),
        ("avoid: ", ", ".join(entry.avoid)),
    ]
    lines = [
        Text.assemble((", ".join(entry.de), "bold"), " → ", (entry.en, "bold")),
        Text(" · ").join(Text.assemble((name, "dim"), value) for name, value in said if value),
    ]
    if entry.note:
        lines.append(Text(entry.note, "italic"))
    lines += [Text.assemble(("✗ ", "bold red"), told(problem)) for problem in problems]
    return Text("\n").join(lines)


def told(problem: Problem) -> str:
    """A problem of the glossary file, with its line; the file's name stands over the list."""
    place = f"line {problem.line}: " if problem.line else ""
    return f"{place}{problem.what} – {problem.mend}"


def problems_of(entry: Entry, entries: Sequence[Entry], problems: Iterable[Problem]) -> list[Problem]:
    """The problems between an entry's first line and that of the next one. `entries`: all, in the file's order."""
    following = next((other.line for other in entries if other.line > entry.line), None)
    return [
        problem
        for problem in problems
        if problem.line and entry.line <= problem.line and (following is None or problem.line < following)
    ]
