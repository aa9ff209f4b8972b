"""What belongs to the page and not to the article is told when an article is opened; one key leaves it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk import desk_on
from workbench.formats.furniture import is_byline, is_page_furniture
from workbench.project import Session, State
from workbench.project.commands import Accept, Edit, SkipFurniture, Undo

ARTICLE = """\
Gipfel in Eriwan ohne Ergebnis

Von: Pawel Harbatschou

Foto: Agentur

1/6

Lukaschenko reiste am Donnerstag nach Eriwan.

Jetzt anmelden

12 Kommentare
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        *("1:45", "0:00 / 1:45", "1/6", "3 von 12", "|", "***", "Foto: Agentur", "Fotos: dpa, Reuters", "© Bildstelle"),
        *(
            "Jetzt melden",
            "Jetzt kostenlos anmelden",
            "Hier Newsletter abonnieren",
            "Artikel teilen",
            "Teilen per WhatsApp",
        ),
        *(
            "Kommentare (19)",
            "12 Kommentare",
            "Kommentare anzeigen",
            "Mehr zum Thema",
            "Lesen Sie auch: Minsk schweigt",
        ),
        *("Themen: Belarus, Polen", "Lesedauer: 4 Minuten", "ca. 5 Min. Lesezeit", "Anzeige", "Zur Startseite"),
        *("Gesendet von meinem iPhone", "Von meinem Smartphone gesendet", "Required fields are marked *", "Read more"),
        "Your email address will not be published. Required fields are marked *",
        "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",
    ],
)
def test_lines_of_a_page_are_known(line: str) -> None:
    assert is_page_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Um 1:45 Uhr begann der Angriff.",
            "Es stand 3:1.",
            "Von den Zahlen: 3 von 12 Grenzorten.",
            "Foto: Der Moment.",
        ),
        *(
            "Jetzt melden sich die Retter zu Wort.",
            "Hier testen sie Drohnen",
            "Artikel 5 gilt.",
            "Kommentare aus Minsk",
        ),
        *(
            "Themen der Woche",
            "Mehr Waffen für Kiew",
            "Suche nach Vermissten",
            "Anzeige gegen Lukaschenko",
            "Karte: Die Front",
        ),
        *(
            "Weiter Kämpfe um Charkiw",
            "Von: Miriam Tesch",
            "Kontakt zu Putin abgebrochen",
            "Bild der Zerstörung",
            "5. Mai",
        ),
    ],
)
def test_lines_of_an_article_are_not_taken_for_them(line: str) -> None:
    assert not is_page_furniture(line)


def test_bylines() -> None:
    assert is_byline("Von: Pawel Harbatschou")
    assert is_byline("Von Jonas Reuter und Katrin Ostermann")
    assert not is_byline("Von Minsk aus regiert er.")


def test_one_command_leaves_all_of_it_out_and_one_undo_takes_it_back(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")
        session.do(Edit(2, "Photo: Agency"))
        session.do(Accept(2))
        done = session.do(SkipFurniture())
        assert done.told == "3 lines of the page left out of the English"
        skipped = [i for i, p in enumerate(session.paragraphs) if p.state is State.SKIPPED]
        assert skipped == [3, 5, 6]
        assert session.paragraphs[2].state is State.REVIEWED
        assert session.do(Undo()).told == "undone: leaving out 3 lines of the page"
        assert not any(p.state is State.SKIPPED for p in session.paragraphs)


def test_where_nothing_is_left_to_leave_out_nothing_is_done(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")
        session.do(SkipFurniture())
        assert not session.do(SkipFurniture()).segments


async def test_the_screen_offers_it_and_one_key_does_it(folder: Path) -> None:
    async with desk_on(folder) as desk:
        assert "4 lines of the page, not of the article: S leaves them out." in desk.status
        await desk.press("S")
        assert [desk.state(number) for number in (3, 4, 6, 7)] == [State.SKIPPED] * 4
        assert "4 lines of the page left out" in desk.status
        await desk.press("S")
        assert "No line here" in desk.status
        await desk.press("u")
        assert desk.state(3) is not State.SKIPPED
