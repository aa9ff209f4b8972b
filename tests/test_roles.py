"""What a paragraph is in its document, as the source file is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.formats import read_document
from workbench.formats.roles import role_by_look
from workbench.translation import ParagraphRecord, TranslationRecord
from workbench.translation.rematch import rematch


@pytest.mark.parametrize(
    ("german", "role"),
    [
        ("Lukaschenko spricht von „vernünftigem Schritt“", "headline"),
        ("Von: Henning Marquardt", "headline"),
        ("Putin reiste nicht an.", "body"),
        ("„Putin reist nicht an.“ (dpa/hma)", "body"),
        ("Der Vorschlag sieht vor:", "body"),
        ("Lange " * 30 + "ohne Punkt", "body"),
        ("Putin am Flughafen. Foto: Agentur", "caption"),
        ("Gruppenbild ohne Putin. © Bildstelle/Lena Brandt", "caption"),
    ],
)
def test_headlines_and_captions_are_told_from_running_text(german: str, role: str) -> None:
    assert role_by_look(german) == role


def test_a_heading_is_a_headline_whatever_it_ends_with(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Kommt Putin nach Minsk? Der Kreml schweigt.\n\nEr schweigt auch am Montag.\n\n> Nein.\n", "utf-8"
    )
    assert [paragraph.role for paragraph in read_document(tmp_path / "a.md").paragraphs] == ["headline", "body", "body"]


def test_a_record_is_told_the_roles_when_it_meets_its_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gipfel ohne Ergebnis\n\nDie Lage ist ernst.\n", "utf-8")
    record = TranslationRecord(
        "a.txt", (ParagraphRecord("Gipfel ohne Ergebnis"), ParagraphRecord("Die Lage ist ernst."))
    )
    again = rematch(record, read_document(tmp_path / "a.txt"))
    assert [paragraph.role for paragraph in again.paragraphs] == ["headline", "body"]
