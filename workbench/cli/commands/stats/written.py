"""Writing figures: to standard output, or to a file that is not there yet."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say, say_json
from workbench.files import must_be_free, write_atomically
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.project.figures.figures import Figures


def write(figures: Figures, to: str, output: Path | None) -> None:
    """Write the figures in a format. Raises WorkbenchError where that cannot be done; nothing is written over."""
    data = _bytes(figures, to)
    if output is None or str(output) == "-":
        if to == "xlsx" and sys.stdout.isatty():
            raise WorkbenchError(Problem("stats", "a spreadsheet is nothing for a terminal", "name a file: -o FILE"))
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    must_be_free(output, mend="choose another name")
    write_atomically(output, data)
    say(output)


def _bytes(figures: Figures, to: str) -> bytes:
    from workbench.cli.commands.stats import as_json, as_text
    from workbench.export.figures import csv, xlsx
    from workbench.project.figures.tables import one_table, tables

    if to == "xlsx":
        return xlsx(tables(figures))
    if to == "csv":
        return csv(one_table(figures))
    made = io.StringIO()
    if to == "json":
        say_json(as_json.as_json(figures), made)
    else:
        made.writelines(f"{line.rstrip()}\n" for line in as_text.lines_of(figures))
    return made.getvalue().encode("utf-8", "surrogatepass")
