"""Beside or below the columns: the current paragraph's terms, findings and note."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from workbench.checks import Finding
from workbench.project import Session, TermRow

SIGNS = {"error": "✗", "warning": "!", "info": "i"}


class Panel(Container):
    """What the glossary and the checks say of the paragraph the user is at: terms, and findings with notes."""

    def __init__(self) -> None:
        super().__init__(id="panel")
        self._terms = Static(markup=False)
        self._findings = Static(markup=False)

    def compose(self) -> ComposeResult:
        yield VerticalScroll(self._terms, can_focus=False)
        yield VerticalScroll(self._findings, can_focus=False)

    def show(self, session: Session, index: int) -> None:
        """Show this paragraph's."""
        record = session.paragraphs[index]
        terms = [_term_line(row) for row in session.termbase.rows(record)]
        self._terms.update(_block("Terms", terms or [Text("none here", style="dim")]))
        findings = [finding_line(finding) for finding in session.findings_of(index)]
        blocks = [_block("The German was", [Text(record.old_german)])] if record.old_german else []
        blocks.append(_block("Findings", findings or [Text("none", style="dim")]))
        if record.note:
            blocks.append(_block("Note", [Text(record.note)]))
        self._findings.update(Text("\n\n").join(blocks))
        for side in self.query(VerticalScroll):
            side.scroll_home(animate=False)


def _block(title: str, lines: Sequence[Text]) -> Text:
    return Text("\n").join([Text(title, style="bold"), *lines])


def _term_line(row: TermRow) -> Text:
    entry = row.hit.entry
    line = Text()
    if row.forbidden:
        line.append("✗ ", "bold red")
    else:
        line.append("✓ " if row.english else "○ ", "bold green" if row.english else "bold yellow")
    line.append(row.hit.surface, "underline").append(" → ").append(entry.en, "bold")
    if row.forbidden:
        line.append("  (avoid " + ", ".join(entry.avoid) + ")", "red")
    elif not row.english:
        line.append("  not in the English", "yellow")
    elif row.way not in ("", "free"):
        line.append(f"  ({row.way})", "dim")
    if entry.first:
        line.append(f"  first: {entry.first}", "dim")
    if entry.also:
        line.append("  also: " + ", ".join(entry.also), "dim")
    if row.hit.gave_way:
        line.append("  also there: " + ", ".join(f"{e.de[0]} → {e.en}" for e in row.hit.gave_way), "dim")
    if entry.note:
        line.append(" – " + entry.note, "italic dim")
    return line


def finding_line(finding: Finding) -> Text:
    """A finding as it is shown: a sign for its severity, and what it says."""
    style = {"error": "bold red", "warning": "yellow", "info": "dim"}[finding.severity]
    return Text.assemble((f"{SIGNS[finding.severity]} ", style), finding.message)
