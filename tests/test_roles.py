"""What a paragraph is in its document, as the source file is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.formats import read_document
from workbench.formats.roles import role_by_look
from workbench.project import Project
from workbench.translation import ParagraphRecord, TranslationRecord
from workbench.translation.rematch import rematch


@pytest.mark.parametrize(
    ("german", "role"),
    [
        ("Lukaschenko spricht von „vernünftigem Schritt“", "headline"),
        ("Von: Henning Marquardt", "headline"),
        ("Putin reiste nicht an.", "body"),
        ("„Putin reist nicht an.“ (dpa/hma)", "quotation"),
        ("„Putin reist nicht an“, sagte er.", "body"),
        ("„Nein“, sagte er. „Nie.“", "body"),
        ("• Minsk", "item"),
        ("1:45", "furniture"),
        ("1/6", "furniture"),
        ("|", "furniture"),
        ("Foto: Agentur/dpa", "furniture"),
        ("Jetzt melden", "furniture"),
        ("Required fields are marked *", "furniture"),
        ("Gesendet von meinem iPhone", "furniture"),
        ("Themen: Belarus, Ukraine", "furniture"),
        ("Themen der Woche sind Belarus und die Ukraine", "headline"),
        ("Karte: Die Front im Osten", "caption"),
        ("12 Kommentare", "furniture"),
        ("Diese E-Mail ist nur für den Empfänger bestimmt.", "furniture"),
        ("Jetzt melden sich die Retter zu Wort.", "body"),
        ("Um 1:45 Uhr begann der Angriff.", "body"),
        ("Kommentare aus Minsk blieben aus.", "body"),
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
    assert [paragraph.role for paragraph in read_document(tmp_path / "a.md").paragraphs] == [
        "headline",
        "body",
        "quotation",
    ]


def test_a_record_is_told_the_roles_when_it_meets_its_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gipfel ohne Ergebnis\n\nDie Lage ist ernst.\n", "utf-8")
    record = TranslationRecord(
        "a.txt", (ParagraphRecord("Gipfel ohne Ergebnis"), ParagraphRecord("Die Lage ist ernst."))
    )
    again = rematch(record, read_document(tmp_path / "a.txt"))
    assert [paragraph.role for paragraph in again.paragraphs] == ["headline", "body"]


def test_a_record_that_was_saved_has_them_when_it_is_opened_again(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Gipfel ohne Ergebnis\n\nDie Lage ist ernst.\n", "utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.edit(1, "The situation is grave.")
        translation.accept(1)
        translation.save()
        again = project.open_document("a.txt")
        assert [paragraph.role for paragraph in again.record.paragraphs] == ["headline", "body"]
        assert again.saved


def test_marks_say_more_than_looks(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Lage\n\n- Minsk\n- Die Lage ist ernst.\n\n| Ort | Zeit |\n|---|---|\n| Minsk | 1:45 |\n\nFoto: Agentur\n",
        "utf-8",
    )
    assert [(paragraph.text, paragraph.role) for paragraph in read_document(tmp_path / "a.md").paragraphs] == [
        ("Lage", "headline"),
        ("Minsk", "item"),
        ("Die Lage ist ernst.", "item"),
        ("Ort", "cell"),
        ("Zeit", "cell"),
        ("Minsk", "cell"),
        ("1:45", "cell"),
        ("Foto: Agentur", "furniture"),
    ]


def test_what_stands_between_headline_and_byline_is_a_teaser(tmp_path: Path) -> None:
    lines = ("Nachts klingelt das Telefon", "Eine Stelle in Vilnius hilft.", "Von: Miriam Tesch", "Putin schweigt.")
    (tmp_path / "a.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    roles = [paragraph.role for paragraph in read_document(tmp_path / "a.txt").paragraphs]
    assert roles == ["headline", "teaser", "headline", "body"]


def test_without_a_byline_nothing_is_a_teaser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nachts klingelt das Telefon\n\nEine Stelle hilft.\n\nPutin schweigt.\n", "utf-8")
    assert [p.role for p in read_document(tmp_path / "a.txt").paragraphs] == ["headline", "body", "body"]
