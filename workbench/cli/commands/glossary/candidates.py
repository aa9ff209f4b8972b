"""`workbench glossary candidates FILE…`: names, abbreviations and terms that the glossary does not have yet."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import tell, tell_problems

if TYPE_CHECKING:
    from workbench.glossary import Glossary
    from workbench.glossary.candidates import Candidate, Proposal

NAME = "candidates"
HELP = "list names, abbreviations and terms of articles that the glossary lacks, with English for the names"
_AROUND = 40  # characters of context on either side
_MOST_PROPOSALS = 4


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph with the place it is told by: `gipfel.txt:3`."""

    place: str
    german: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE… [--format text|json|yaml] [--all]`."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a German article (.txt, .md, .docx, .html …)"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "yaml"),
        default="text",
        help="text: to read; yaml: entries to paste into glossary.yaml; json: for another program (default: text)",
    )
    parser.add_argument("--all", action="store_true", help="also what may be no name, and single nouns that recur")


def run(options: argparse.Namespace) -> int:
    """List what the glossary of the files' project lacks; several files are counted together."""
    from workbench.glossary.candidates import candidates

    texts, glossary = _read(options.files)
    found = candidates([text.german for text in texts], glossary)
    shown = [one for one in found if one.sure or options.all]
    if options.format == "json":
        print(json.dumps([_as_json(one, texts) for one in shown], ensure_ascii=False, indent=2))
        return 0
    for one in shown:
        print("\n".join(_as_yaml(one, texts) if options.format == "yaml" else _as_text(one, texts)))
    if options.format == "text":
        hidden = len(found) - len(shown)
        print(f"{len(shown)} candidates" + (f", {hidden} more in doubt: --all" if hidden else ""))
    return 0


def _read(files: list[Path]) -> tuple[list[_Text], Glossary]:
    """Every paragraph of the files, and the glossary of the first one's project."""
    from workbench.formats import read_document
    from workbench.project import Project
    from workbench.text import clean_line

    texts = []
    for path in files:
        document = read_document(path)
        for remark in document.remarks:
            tell(remark)
        name = clean_line(path.name)
        texts += [_Text(f"{name}:{i}", p.text) for i, p in enumerate(document.paragraphs, start=1)]
    with Project.open(files[0], read_only=True) as project:
        tell_problems(project)
        return texts, project.termbase.glossary


def _as_text(candidate: Candidate, texts: list[_Text]) -> list[str]:
    more = f", {candidate.short}" if candidate.short else ""
    doubt = "" if candidate.sure else ", in doubt"
    lines = [f"{candidate.count:4}  {candidate.german}{more}  ({candidate.kind}, {candidate.reason}{doubt})"]
    if candidate.english:
        lines.append("      → " + "; ".join(_told(one) for one in candidate.english[:_MOST_PROPOSALS]))
    return [*lines, f"      {_context(candidate, texts)}"]


def _told(proposal: Proposal) -> str:
    short = f", {proposal.short}" if proposal.short else ""
    return f"{proposal.english}{short} ({proposal.source})"


def _context(candidate: Candidate, texts: list[_Text]) -> str:
    """The first place of the base form, or of any, with some words around it."""
    in_full = (one for one in candidate.contexts if texts[one[0]].german[one[1].start : one[1].end] == candidate.german)
    index, span = next(in_full, candidate.contexts[0])
    text = texts[index].german
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before = text[start : span.start].partition(" ")[2] if start else text[: span.start]
    after = text[span.end : end].rpartition(" ")[0] if end < len(text) else text[span.end :]
    quote = f"{'… ' if start else ''}{before}{text[span.start : span.end]}{after}{' …' if end < len(text) else ''}"
    return f"{texts[index].place}  {quote}"


def _as_yaml(candidate: Candidate, texts: list[_Text]) -> list[str]:
    """An entry to paste, with what else it could be as comments; a comment throughout where there is no English."""
    from workbench.glossary.candidates import as_entry
    from workbench.glossary.file.yaml_write import lines_of

    head = f"# {candidate.count} × {_context(candidate, texts)}"
    if not candidate.english:
        return [head, *(f"# {line}" for line in lines_of(as_entry(candidate, "…"))), ""]
    first, *others = candidate.english
    lines = lines_of(as_entry(candidate, first.english, first.short))
    comments = [f"  # or {_told(one)}" for one in others[: _MOST_PROPOSALS - 1]]
    return [head, *lines, f"  # {first.source}", *comments, ""]


def _as_json(candidate: Candidate, texts: list[_Text]) -> dict[str, object]:
    return {
        "german": candidate.german,
        "short": candidate.short,
        "kind": candidate.kind,
        "reason": candidate.reason,
        "sure": candidate.sure,
        "count": candidate.count,
        "contexts": [{"place": texts[i].place, "start": s.start, "end": s.end} for i, s in candidate.contexts],
        "english": [
            {"english": one.english, "short": one.short, "source": one.source, "cyrillic": one.note}
            for one in candidate.english
        ],
    }
