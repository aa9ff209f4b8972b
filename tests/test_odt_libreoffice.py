"""Texts and e-books that LibreOffice made come back as they were, and LibreOffice opens what is made of them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests import epub_files, odt_files
from tests.filter_contract import with_sources
from workbench.export.native import must_hold
from workbench.formats import Document, filter_of
from workbench.text import Code, Inline

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")

LETTER = Path(__file__).parent / "data" / "odt" / "letter.fodt"
"""A letter with a table, nested lists, notes, a comment, a box, a picture with caption and tracked changes."""


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def converted(self, source: Path, to: str, *options: str) -> Path:
        """A file converted into another format, beside it."""
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", *options, "--convert-to", to, "--outdir", str(source.parent)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=240)
        return source.with_suffix(f".{to.partition(':')[0]}")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def letter(office: Office) -> Path:
    return office.converted(Path(shutil.copy(LETTER, office.folder)), "odt")


@pytest.fixture(scope="module")
def by_way_of_word(office: Office, letter: Path) -> Path:
    word = office.converted(Path(shutil.copy(letter, office.folder / "word.odt")), "docx:MS Word 2007 XML")
    word.with_suffix(".odt").unlink()
    return office.converted(word, "odt")


@pytest.fixture(scope="module")
def book(office: Office, letter: Path) -> Path:
    return office.converted(letter, "epub")


def read(path: Path) -> Document:
    return filter_of(path.name).read(path.read_bytes(), path)


def in_other_words(document: Document) -> dict[str, Inline]:
    """For each paragraph its German with a word before and after it, every code one word later."""
    targets = {}
    for key, source in with_sources(document).items():
        codes = (Code(code.at + len("Word "), code.id, code.kind) for code in source.codes)
        targets[key] = Inline(f"Word {source.text} more", tuple(codes))
    return targets


def test_a_letter_is_read_with_all_that_is_in_it(letter: Path) -> None:
    document = read(letter)
    shown = [paragraph.source.shown() for paragraph in document.paragraphs]
    assert (
        "im vergangenen Jahr kamen ⟨1⟩so viele Menschen⟨/1⟩ wie nie zuvor⟨2/⟩ in unser Haus. Darüber freuen wir uns"
        " sehr. Der Winter war kalt, doch die ⟨3⟩Lesesäle⟨/3⟩ waren warm."
    ) in shown
    for said in (
        "Gezählt wird seit 1998 an der ⟨1⟩Drehtür⟨/1⟩.",
        "Bitte die Temperatur nennen.",
        "⟨1⟩Neu:⟨/1⟩ Die Bücherei hat jetzt auch am Sonntag geöffnet.",
        "Der große Lesesaal mit Blick auf den Markt",
        "Stadtbücherei Birkenfelde – Jahresbericht",
        "Spiele und Filme zusammen",
    ):
        assert said in shown
    roles = {paragraph.text: paragraph.role for paragraph in document.paragraphs}
    assert roles["Abbildung 1: Der Lesesaal nach dem Umbau"] == "caption"
    assert "1 insertion, 1 deletion" in str(document.remarks[0])


def test_texts_that_libreoffice_made_come_back_the_same(letter: Path, by_way_of_word: Path, book: Path) -> None:
    for path, shape_of in ((letter, odt_files), (by_way_of_word, odt_files), (book, epub_files)):
        document = read(path)
        again = filter_of(path.name).write(document, with_sources(document))
        before, after = shape_of.shape_of(path.read_bytes()), shape_of.shape_of(again)
        assert list(before) == list(after)
        assert [name for name in before if before[name] != after[name]] == []


def test_what_is_made_of_them_holds_every_word_and_code(letter: Path, by_way_of_word: Path, book: Path) -> None:
    for path in (letter, by_way_of_word, book):
        document = read(path)
        target = in_other_words(document)
        must_hold(filter_of(path.name).write(document, target), target, document, path)


def test_libreoffice_opens_what_is_made_of_the_letter_and_sets_it_on_as_many_pages(
    office: Office, letter: Path, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    document = read(letter)
    english = tmp_path / "english.odt"
    english.write_bytes(filter_of(letter.name).write(document, in_other_words(document)))
    text = office.converted(english, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    for said in ("Word im vergangenen Jahr kamen", "Word Spiele und Filme zusammen more"):
        assert said in text
    pages = [PdfReader(office.converted(path, "pdf")) for path in (letter, english)]
    assert len(pages[0].pages) == len(pages[1].pages)
    page = " ".join(pages[1].pages[0].extract_text().split())
    for said in ("Word Gezählt wird seit 1998", "Word Stadtbücherei Birkenfelde – Jahresbericht more", "Word Neu: Die"):
        assert said in page
