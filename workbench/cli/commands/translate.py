"""`workbench translate FILE…`: drafts without the screen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.cli.commands.remembering import remember
from workbench.cli.commands.telling import say, tell, tell_orphan, tell_problems, tell_progress
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

NAME = "translate"
HELP = "draft articles into translations/, without the screen"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE… [--print]`."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a German article (.txt, .md, .docx, .html …)"
    )
    parser.add_argument(
        "--print", action="store_true", dest="to_stdout", help="print the English instead; nothing is written"
    )


def run(options: argparse.Namespace) -> int:
    """Draft each file; what was reviewed or edited already stays as it is. A bad file does not stop the others."""
    status = 0
    for path in options.files:
        try:
            _translate(path, options.to_stdout)
        except WorkbenchError as error:
            tell(error)
            status = 2
    return status


def _translate(path: Path, to_stdout: bool) -> None:
    from workbench.project import Project, english_text
    from workbench.project.drafting import wanted

    if path.is_dir():
        mend = f"name the articles in it, or open it: {run_again('PATH')}"
        raise WorkbenchError(Problem(path, "this is a folder", mend))
    with Project.open(path, read_only=to_stdout) as project:
        if project.read_only and not to_stdout:
            raise WorkbenchError(Problem(path, project.read_only_reason, f"{project.read_only_mend}; or use --print"))
        tell_problems(project)
        name = project.wanted or path.name
        translation = project.open_document(name)
        for remark in translation.remarks:
            tell(remark)
        if not any(record.has_work for record in translation.paragraphs):
            tell_orphan(project, name)
        remember(project)
        todo = len(wanted(translation.paragraphs))
        known = 0
        for done, (index, draft) in enumerate(project.drafting(translation.paragraphs), start=1):
            translation.set_draft(index, draft)
            known += bool(draft.memory)
            from_memory = f", {known} of them from the memory" if known else ""
            _progress(f"{path.name}: {done}/{todo} paragraphs drafted{from_memory}", done=done == todo)
        for problem in project.memories.problems:
            tell(problem)
        if to_stdout:
            sys.stdout.write(english_text(translation.record, mark_unreviewed=False))
            return
        translation.save()
        say(translation.path)


def _progress(line: str, *, done: bool) -> None:
    """One line that is written over on a terminal; only the end of it elsewhere."""
    if sys.stderr.isatty() or done:
        tell_progress(line, done=done)
