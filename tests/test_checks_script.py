"""Words in another script, and broken characters."""

from __future__ import annotations

import pytest

from workbench.checks import check_paragraph
from workbench.glossary import Entry, Glossary
from workbench.translation import ParagraphRecord, State


def told(german: str, english: str, *entries: Entry) -> list[tuple[str, str]]:
    record = ParagraphRecord(german, english, State.TRANSLATED)
    findings = check_paragraph(0, record, Glossary(entries))
    return [(finding.severity, finding.about) for finding in findings if finding.check == "script"]


@pytest.mark.parametrize(
    ("german", "english", "found"),
    [
        ("In Minsk (Мінск) regnet es.", "It is raining in Minsk (Мінск).", []),
        ("In Minsk (Мінск) regnet es.", "It is raining in Minsk.", [("warning", "Мінск")]),
        ("Das Lied „Ой у лузі“ erklang.", "The song “О� ^^” sounded.", [("error", "\ufffd"), ("warning", "Ой у лузі")]),
        ("Er kam ✊.", "He came.", []),
        ("Łukašenka kam.", "Lukashenko came.", []),
    ],
)
def test_what_is_lost_or_broken_is_told(german: str, english: str, found: list[tuple[str, str]]) -> None:
    assert told(german, english) == found


def test_what_the_glossary_translates_may_go() -> None:
    assert told("Die УНИАН meldet.", "UNIAN reports.", Entry(("УНИАН",), "UNIAN")) == []
