"""Opening a source file: what is read, and what is said when it cannot be."""

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.formats import SUFFIXES_TOLD, Document, Paragraph, read_document
from workbench.formats.decoding import decode
from workbench.problem import WorkbenchError
from workbench.text import clean

ARTICLE = (
    "Übung an der Grenze endet früher\n\n"
    "Die Übung im Süden des Landes ist am Dienstag früher als geplant zu Ende gegangen. Größere "
    "Zwischenfälle habe es nicht gegeben, hieß es aus dem Ministerium.\n\n"
    "„Wir ziehen die Kräfte ab“, sagte ein Sprecher – mehr wollte er nicht sagen.\n"
)
ENGLISH = "The exercise in the south of the country came to an end earlier than planned, a spokesman said. " * 5
POLISH = "Ćwiczenia na południu kraju zakończyły się wcześniej niż planowano, powiedział rzecznik armii. " * 5
RUSSIAN = "Учения на юге страны закончились раньше, чем планировалось, сообщил представитель армии. " * 5


def written(folder: Path, data: bytes | str, name: str = "artikel.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def told(path: Path) -> str:
    with pytest.raises(WorkbenchError) as caught:
        read_document(path)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def test_an_article_is_read_into_paragraphs(tmp_path: Path) -> None:
    document = read_document(written(tmp_path, "Erste Zeile\n\nZweite Zeile\n"))
    assert document == Document(
        name="artikel.txt",
        paragraphs=(
            Paragraph("Erste Zeile", "", "headline", native="Erste Zeile"),
            Paragraph("Zweite Zeile", "\n\n", "headline", native="Zweite Zeile"),
        ),
        tail="\n",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_usual_encoding_reads_the_same(tmp_path: Path, encoding: str, line_break: str) -> None:
    path = written(tmp_path, ARTICLE.replace("\n", line_break).encode(encoding))
    assert read_document(path) == read_document(written(tmp_path, ARTICLE))


def test_utf_16_of_the_other_byte_order(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xfe\xff" + ARTICLE.encode("utf-16-be"))
    assert read_document(path).paragraphs[0].text == "Übung an der Grenze endet früher"


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    assert read_document(written(tmp_path, ARTICLE, "ARTIKEL.TXT")).name == "ARTIKEL.TXT"


def test_text_from_a_file_holds_no_escape(tmp_path: Path) -> None:
    document = read_document(written(tmp_path, "Der \x1b[31mrote\x1b[0m Faden\u202e, z.\u00a0B. hier\n"))
    assert document.paragraphs[0].text == "Der rote Faden, z. B. hier"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "no text", id="empty"),
        pytest.param(b" \n\t\n\xc2\xa0\n", "no text", id="blank"),
        pytest.param(b"\xef\xbb\xbf", "no text", id="nothing but a byte order mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image", id="image"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file", id="pdf"),
        pytest.param(b"{\\rtf1\\ansi Guten Tag}", "an RTF document", id="rtf"),
        pytest.param(b"Text\0Text\0", "binary", id="zero bytes"),
        pytest.param("Nachricht".encode("utf-16-le"), "binary", id="utf-16 without a mark"),
        pytest.param(bytes(range(1, 32)) * 20, "binary", id="control characters"),
        pytest.param(b"\xff\xfeN\0a\xd8\0", "byte order mark", id="half a utf-16 file"),
        pytest.param(b"Erste Zeile\n\x9d\x81\x8d", ":2: byte 0x9d is neither", id="no known encoding"),
        pytest.param("Grüße aus Köln\nsüß".encode() + b"\xc3 und \xff", ":2: damaged UTF-8", id="damaged"),
        pytest.param(ENGLISH.encode(), "it looks English", id="English"),
        pytest.param(POLISH.encode(), "it looks Polish", id="Polish"),
        pytest.param(RUSSIAN.encode(), "it looks Russian", id="Russian"),
    ],
)
def test_what_is_no_german_text_is_refused_with_the_reason(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in told(written(tmp_path, data))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gipfel in Eriwan", id="a headline"),
        pytest.param("1/6\n\n*\n", id="furniture only"),
        pytest.param("Swjatlana Zichanouskaja, Pawel Latuschka, Maryja Kalesnikawa, Minsk, Homel, " * 8, id="names"),
        pytest.param("KRIEG AN DER GRENZE: MINSK SCHICKT KEINE SOLDATEN " * 10, id="capitals"),
        pytest.param("Your email address will not be published. Required fields are marked *", id="a footer"),
        pytest.param(ENGLISH + "\n\n" + ARTICLE * 2, id="German with an English part"),
    ],
)
def test_what_may_be_german_is_read(tmp_path: Path, text: str) -> None:
    assert read_document(written(tmp_path, text)).paragraphs


def test_a_missing_file(tmp_path: Path) -> None:
    assert "no such file" in told(tmp_path / "fehlt.txt")
    assert "no such file" in told(written(tmp_path, ARTICLE) / "darunter.txt")


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "texte.txt"
    folder.mkdir()
    assert "a folder" in told(folder)


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, ARTICLE)
    path.chmod(0)
    assert "no permission" in told(path)


def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "rohr.txt"
    os.mkfifo(pipe)
    assert "not an ordinary file" in told(pipe)
    endless = tmp_path / "endlos.txt"
    endless.symlink_to("/dev/zero")
    assert "not an ordinary file" in told(endless)


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    link = tmp_path / "kreis.txt"
    link.symlink_to(link)
    assert "cannot be read" in told(link)


@pytest.mark.parametrize("name", ["artikel.pages", "artikel"])
def test_another_format_is_told_which_ones_are_read(tmp_path: Path, name: str) -> None:
    assert SUFFIXES_TOLD in told(written(tmp_path, ARTICLE, name))


def test_a_renamed_office_document(tmp_path: Path) -> None:
    path = tmp_path / "artikel.txt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    assert "a zip file or an office document" in told(path)


def test_a_file_larger_than_5_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "gross.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "too large (50.0 MB; at most 5 MB)" in told(path)


def test_a_file_of_a_million_lines_is_refused(tmp_path: Path) -> None:
    assert "too many lines (1,000,000; at most 100,000)" in told(written(tmp_path, "a\n" * 1_000_000))


def test_a_name_no_file_can_have() -> None:
    with pytest.raises(WorkbenchError, match="no possible file name"):
        read_document(Path("arti\0kel.txt"))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_utf_8_is_never_taken_for_windows_1252(text: str) -> None:
    assert clean(decode(text.encode("utf-8"), Path("a.txt")).text) == clean(text.removeprefix("\ufeff"))


@settings(deadline=None)
@given(st.binary(max_size=80), st.sampled_from([".txt", ".md"]))
def test_any_bytes_are_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = written(tmp_path_factory.getbasetemp(), data, f"zufall{suffix}")
    try:
        assert read_document(path).paragraphs
    except WorkbenchError as error:
        assert "\n" not in str(error)
