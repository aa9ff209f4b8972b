"""The check `codes`: what the English has lost of bold, links and footnote marks, and what it has misplaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.checks import check_paragraph
from workbench.formats import filter_of
from workbench.glossary import Glossary
from workbench.text import Inline
from workbench.translation import State, TranslationRecord, rematch

GERMAN = "Das **neue** Gesetz steht im [Amtsblatt](https://a.example)[^1]."


def found(shown: str, german: str = GERMAN) -> list[tuple[str, str]]:
    document = filter_of("a.md").read(german.encode(), Path("a.md"))
    record = rematch(TranslationRecord("a.md", ()), document).paragraphs[0]
    record = record.with_target(Inline.parsed(shown), State.TRANSLATED)
    return [(f.severity, f.message) for f in check_paragraph(0, record, Glossary(())) if f.check == "codes"]


def test_with_every_code_in_its_place_there_is_nothing_to_say() -> None:
    assert found("The ⟨1⟩new⟨/1⟩ law is in the ⟨2⟩gazette⟨/2⟩⟨3/⟩.") == []
    assert found("In the ⟨2⟩gazette⟨/2⟩⟨3/⟩ is the ⟨1⟩new⟨/1⟩ law.") == []
    assert found("No codes.", "Keine Zeichen.") == []


@pytest.mark.feature("codes are checked")
@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("The new law is in the ⟨2⟩gazette⟨/2⟩⟨3/⟩.", ("warning", "the bold of “neue” (1) is missing in the English")),
        (
            "The ⟨1⟩new⟨/1⟩ law is in the gazette⟨3/⟩.",
            ("error", "the link of “Amtsblatt” (2) is missing in the English"),
        ),
        ("The ⟨1⟩new⟨/1⟩ law is in the ⟨2⟩gazette⟨/2⟩.", ("error", "the footnote mark (3) is missing in the English")),
        (
            "The ⟨1⟩new law is in the ⟨2⟩gazette⟨/2⟩⟨3/⟩.",
            ("warning", "the bold of “neue” (1) is missing in the English"),
        ),
        (
            "The ⟨1⟩⟨/1⟩new law is in the ⟨2⟩gazette⟨/2⟩⟨3/⟩.",
            ("warning", "the bold of “neue” (1) has no words in the English"),
        ),
        (
            "The ⟨1⟩new⟨/1⟩ law is in the ⟨2⟩gazette⟨/2⟩⟨3/⟩⟨3/⟩.",
            ("error", "the footnote mark (3) is there once too often in the English"),
        ),
        (
            "The ⟨1⟩new law in the ⟨2⟩gaz⟨/1⟩ette⟨/2⟩⟨3/⟩.",
            ("warning", "the bold of “neue” (1) crosses another in the English"),
        ),
        (
            "The ⟨1⟩new⟨/1⟩ law in the ⟨/2⟩gazette⟨2⟩⟨3/⟩.",
            ("error", "the link of “Amtsblatt” (2) closes before it opens in the English"),
        ),
    ],
)
def test_what_is_amiss_is_told_with_its_german(english: str, told: tuple[str, str]) -> None:
    assert found(english) == [told]
