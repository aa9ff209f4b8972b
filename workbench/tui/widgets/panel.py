"""Beside or below the columns: what is to be put right in the current paragraph, its terms, its note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from workbench.checks import Finding
from workbench.project import OF_TERMS, ParagraphRecord, Session, TermRow, WordOrigin, memory_origins, word_origins
from workbench.text.differences import word_diff
from workbench.tui.codes import legend
from workbench.tui.differences import append_difference
from workbench.tui.view import FINDING_SIGNS, NOTE_SIGN
from workbench.tui.wrapping import wrap

if TYPE_CHECKING:  # the memories are loaded after the first screen
    from workbench.project.memories.offers import OffersHere

BETWEEN = 3
"""Cells between two terms on one line."""
INDENT = 4
"""Cells before what else is known of a term."""


class Panel(VerticalScroll, can_focus=False):
    """What the glossary and the checks say of the paragraph the user is at, what is to be done first.

    It shows what is needed for the work; `more` shows all that is known. `away`: put away, or taken out, by the user;
    None as long as it goes away by itself where there is no room.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"panel--{look}" for look in ("head", "good", "warning", "error", "quiet", "strong")
    }

    def __init__(self) -> None:
        super().__init__(id="panel")
        self._shown = Static(markup=False)
        self._of: tuple[Session, int] | None = None
        self._offers: OffersHere | None = None
        self._kept = 0
        self.more = False
        self.away: bool | None = None

    def compose(self) -> ComposeResult:
        yield self._shown

    def show(self, session: Session, index: int, offers: OffersHere | None = None) -> None:
        """Show this paragraph's; `offers`: what the memories have for the sentence the user is at, if it is known.

        While it is not, what was known of the paragraph stays.
        """
        if self._of != (session, index):
            self.scroll_home(animate=False)
            self._offers, self._kept = None, 0
        self._of = session, index
        self._offers = offers or self._offers
        self._draw()

    @property
    def offers(self) -> OffersHere | None:
        """What the memories have for it, as far as that is known."""
        return self._offers

    def toggle_more(self) -> None:
        """Show everything that is known, or only what is needed again; a panel that is put away comes back."""
        self.more = not self.more
        self.put_away(False)
        self._draw()

    def put_away(self, away: bool | None = None) -> None:
        """Put the panel away (True) or show it (False); without either, the other of what it is now."""
        self.away = self.display if away is None else away
        self.set_class(self.away, "-away")
        self.set_class(not self.away, "-out")

    def on_resize(self) -> None:
        self._draw()

    # What is on it

    def _draw(self) -> None:
        if self._of is None or not self.is_attached:
            return
        session, index = self._of
        record = session.paragraphs[index]
        rows, findings = session.termbase.rows(record), session.findings_so_far(index)
        beside = self.app.screen.has_class("-wide")
        open_rows = [row for row in rows if _is_open(row, findings)]
        blocks = (
            ("To put right", self._problems(record, open_rows, findings)),
            self._memory(record, beside),
            ("Terms", self._terms([row for row in rows if row not in open_rows], beside)),
            ("From the dictionary", [self._origin(word) for word in word_origins(record)]),
            ("", list(self._rest(record, findings))),
        )
        lines = self._titled(blocks, beside=beside)
        shown = Text("\n").join(lines or [Text("No terms and no findings here.", self._look("quiet"))])
        if shown != self._shown.content:
            self._shown.update(shown)

    def _memory(self, record: ParagraphRecord, beside: bool) -> tuple[str, list[Text]]:
        """What the memories have, and what came from them.

        Beside the columns what stands below it does not move up till the next paragraph.
        """
        if self._offers is None:
            return "", []
        from workbench.tui.widgets import memory_block as block

        filled = [Text(f"· filled: {origin.told}", self._look("quiet")) for origin in memory_origins(record)]
        lines = block.lines(self._offers, self._look) + filled
        if beside:
            height = sum(str(line).count("\n") + 1 for line in lines)
            self._kept = max(self._kept, height)
            lines += [Text()] * (self._kept - height)
        return block.title(self._offers), lines

    def _problems(self, record: ParagraphRecord, rows: Sequence[TermRow], findings: Sequence[Finding]) -> list[Text]:
        """What is to be put right: terms first, then what else was found."""
        found = [self._finding(f) for f in findings if f.severity != "info" and f.check not in OF_TERMS]
        return [self._open_term(row, record) for row in rows] + found

    def _titled(self, blocks: Iterable[tuple[str, list[Text]]], *, beside: bool) -> list[Text]:
        """The blocks; beside the columns under their titles, with an empty line between two."""
        if not beside:
            return [line for _, block in blocks for line in block]
        lines: list[Text] = []
        for title, block in blocks:
            if block:
                head = [Text(title, self._look("head"))] if title else []
                lines += [*([Text()] if lines else []), *head, *block]
        return lines

    def _terms(self, rows: Sequence[TermRow], beside: bool) -> list[Text]:
        """A line each beside the columns, or with all that is known; else as many as a line takes."""
        lines = [self._term(row) for row in rows]
        if beside or self.more:
            return lines
        width = max(20, self.size.width - 3)
        packed: list[Text] = []
        for line in lines:
            if packed and packed[-1].cell_len + BETWEEN + line.cell_len <= width:
                packed[-1].append(" " * BETWEEN).append_text(line)
            else:
                packed.append(line)
        return packed

    def _rest(self, record: ParagraphRecord, findings: Sequence[Finding]) -> Iterator[Text]:
        """The note, what the German was, and what is merely worth knowing."""
        if record.note:
            yield Text.assemble((f"{NOTE_SIGN} ", self._look("strong")), record.note)
        if record.old_german:
            yield self._german_diff(record)
        for finding in findings:
            if finding.severity == "info":
                yield self._finding(finding)
        if codes := legend(record):
            yield Text(codes, self._look("quiet"))

    def _german_diff(self, record: ParagraphRecord) -> Text:
        """What has changed in the German: what is gone struck out and in brackets, what has come underlined."""
        line = Text.assemble(("The German has changed: ", self._look("head")))
        return append_difference(line, word_diff(record.old_german, record.german), self._look("error"))

    def _finding(self, finding: Finding) -> Text:
        look = "quiet" if finding.severity == "info" else finding.severity
        text = "quiet" if finding.severity == "info" else "text"
        return Text.assemble(
            (f"{FINDING_SIGNS[finding.severity]} ", self._look(look)), (finding.message, self._look(text))
        )

    def _open_term(self, row: TermRow, record: ParagraphRecord) -> Text:
        entry = row.hit.entry
        line = Text.assemble(("✗ ", self._look("error")), row.hit.surface, " → ", (entry.en, self._look("strong")))
        wrong = dict.fromkeys(record.english[span.start : span.end] for span in row.forbidden)
        said = "not " + ", ".join(f"“{form}”" for form in wrong) if wrong else "is missing"
        line.append(f"  {said}", self._look("error"))
        return self._with_more(line, row)

    def _term(self, row: TermRow) -> Text:
        met = bool(row.english) and not row.forbidden
        sign = ("✓ ", self._look("good")) if met else ("· ", self._look("quiet"))
        return self._with_more(
            Text.assemble(sign, (f"{row.hit.surface} → ", self._look("quiet")), row.hit.entry.en), row
        )

    def _with_more(self, line: Text, row: TermRow) -> Text:
        """The term with its other forms and its note, where these are wanted."""
        entry = row.hit.entry
        if self.more:
            said = (
                ("first", entry.first),
                ("also", ", ".join(entry.also)),
                ("never", ", ".join(entry.avoid)),
                ("also found here", ", ".join(f"{other.de[0]} → {other.en}" for other in row.hit.gave_way)),
                ("note", entry.note),
            )
            for name, text in said:
                for span in wrap(f"{name}: {text}", self.size.width - INDENT - 3) if text else ():
                    line.append("\n" + " " * INDENT + f"{name}: {text}"[slice(*span)], self._look("quiet"))
        return line

    def _origin(self, word: WordOrigin) -> Text:
        """`Schlangenmenschen → contortionists  · dictionary`: to be looked at, for no package wrote it."""
        line = Text.assemble(("· ", self._look("quiet")), (f"{word.german} → ", self._look("quiet")), word.english)
        return line.append(f"  · {word.origin}", self._look("quiet"))

    def _look(self, name: str) -> Style:
        return Style() if name == "text" else self.get_component_rich_style(f"panel--{name}", partial=True)

    def notify_style_update(self) -> None:
        """Themes change the colours."""
        super().notify_style_update()
        self._draw()


def _is_open(row: TermRow, findings: Iterable[Finding]) -> bool:
    """Whether a term's English is missing, or another stands there that must not, and nobody lets that stand."""
    open_ones = (f for f in findings if f.check in OF_TERMS and not f.overridden and f.severity != "info")
    places = (f.german for f in open_ones)
    return any(place is not None and place.start == row.hit.start for place in places)


def finding_lines(findings: Iterable[Sequence[Finding]]) -> list[Text]:
    """Findings as a dialog lists them, those that are told as one in a line: a sign for the gravest, what they say."""
    signs = ((FINDING_SIGNS[gravest.severity], told) for told in findings for gravest in told[:1])
    return [Text.assemble((f"{sign} ", "bold"), " · ".join(one.message for one in told)) for sign, told in signs]
