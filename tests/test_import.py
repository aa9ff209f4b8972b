"""`workbench import`: articles come into the project whole, from where the user says, and never over another one."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.loopback import leads_to, page, site
from workbench.cli import main
from workbench.files import create_inside
from workbench.project import Project, make_project
from workbench.project.intake.importing import file_name, slug

GERMAN = "Der Gipfel in Eriwan\n\nDie Lage blieb am Donnerstag ruhig, und es wurde nicht geschossen.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project, which the user stands in."""
    root = make_project(tmp_path / "project").root
    monkeypatch.chdir(root)
    return root


def imports(*arguments: str, stdin: bytes | None = None, monkeypatch: pytest.MonkeyPatch | None = None) -> int:
    if stdin is not None and monkeypatch is not None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
    return main(["import", *arguments])


def articles(root: Path) -> dict[str, bytes]:
    found = (path for path in (root / "sources").rglob("*") if path.is_file())
    return {path.relative_to(root / "sources").as_posix(): path.read_bytes() for path in found}


def test_a_file_is_copied_and_stays_where_it_is(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gipfel.txt"
    file.write_text(GERMAN, encoding="cp1252")
    assert imports(str(file)) == 0
    assert articles(project) == {"gipfel.txt": file.read_bytes()}
    told = capsys.readouterr()
    assert told.out == f"{project / 'sources' / 'gipfel.txt'}\n"
    assert told.err == ""  # no letter in it is another in Windows-1252
    assert not list((project / "translations").iterdir())


def test_the_same_file_is_there_already_and_another_gets_a_name_of_its_own(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Gipfel.txt"
    file.write_text(GERMAN, encoding="utf-8")
    (project / "sources" / "gipfel.txt").write_text("Ein anderer Gipfel fand nicht statt.\n", encoding="utf-8")
    assert imports(str(file)) == 0
    assert "another Gipfel.txt is there already; this one is called Gipfel-2.txt" in capsys.readouterr().err
    assert imports(str(file), str(project / "sources" / "Gipfel-2.txt")) == 0
    told = capsys.readouterr().out
    assert "Gipfel-2.txt is there already, the same to the letter" in told
    assert "Gipfel-2.txt is in the project already" in told
    assert set(articles(project)) == {"gipfel.txt", "Gipfel-2.txt"}


def test_what_cannot_be_read_is_one_line_and_stops_no_other(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "leer.txt").write_bytes(b"")
    (tmp_path / "english.txt").write_text("The summit in Yerevan ended without a result. " * 9, encoding="utf-8")
    (tmp_path / "bericht.rtf").write_bytes(b"{\\rtf1}")
    (tmp_path / "gut.txt").write_text(GERMAN, encoding="utf-8")
    names = ("bild.txt", "leer.txt", "english.txt", "bericht.rtf", "nichts.txt", ".", "gut.txt")
    assert imports(*(str(tmp_path / name) for name in names)) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 6
    for line, what in zip(
        told, ("PNG", "no text", "English", "cannot read .rtf", "no such file", "a folder"), strict=True
    ):
        assert what in line
    assert set(articles(project)) == {"gut.txt"}


def test_standard_input_is_a_text_named_by_its_first_words(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = "„Größer als gedacht“: Der Gipfel in Eriwan\n\nDie Lage blieb ruhig.\n".encode("cp1252")
    assert imports("-", stdin=data, monkeypatch=monkeypatch) == 0
    assert articles(project) == {
        "groesser-als-gedacht-der-gipfel-in-eriwan.txt": data.decode("cp1252").encode(),
    }
    assert "read as Windows-1252" in capsys.readouterr().err
    assert imports("-", "--name", "ausland/eriwan", stdin=GERMAN.encode(), monkeypatch=monkeypatch) == 0
    assert articles(project)["ausland/eriwan.txt"] == GERMAN.encode()
    assert imports("-", "--name", "../draussen", stdin=GERMAN.encode(), monkeypatch=monkeypatch) == 2
    assert imports("-", stdin=b"", monkeypatch=monkeypatch) == 2
    assert imports("-", stdin=b"%PDF-1.4", monkeypatch=monkeypatch) == 2
    assert len(articles(project)) == 2


@pytest.mark.parametrize("name", [".versteckt", "a/.b/gipfel.txt", "exports/gipfel", "ausland/Translations/gipfel.txt"])
def test_no_article_is_put_where_none_is_looked_for(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imports("-", "--name", name, stdin=GERMAN.encode(), monkeypatch=monkeypatch) == 2
    assert "would not be found again" in capsys.readouterr().err
    assert articles(project) == {}


def test_a_page_is_a_page_without_a_name_and_one_that_is_called_a_text_is_told(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = f"<!DOCTYPE html><html><title>Der Gipfel</title><p>{GERMAN}</p></html>".encode()
    for name in ("gipfel", "gipfel.txt"):
        (tmp_path / name).write_bytes(data)
    assert imports("-", "--name", "eriwan", stdin=data, monkeypatch=monkeypatch) == 0
    assert imports(str(tmp_path / "gipfel")) == 0
    assert set(articles(project)) == {"eriwan.html", "gipfel.html"}
    assert capsys.readouterr().err == ""
    assert imports(str(tmp_path / "gipfel.txt")) == 0
    assert "begins as a web page does, and its tags are read as text – name it .html" in capsys.readouterr().err


def test_one_name_is_for_one_article(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imports("a.txt", "b.txt", "--name", "c") == 2
    assert "names one article" in capsys.readouterr().err


def test_another_project_is_named(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gipfel.txt"
    file.write_text(GERMAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert imports(str(file), "--project", str(project)) == 0
    assert set(articles(project)) == {"gipfel.txt"}
    assert imports(str(file), "--project", str(tmp_path / "nowhere")) == 2
    assert "there is no such file or folder" in capsys.readouterr().err


def test_nothing_is_written_through_a_link(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (project / "sources").rmdir()
    (project / "sources").symlink_to(outside)
    file = tmp_path / "gipfel.txt"
    file.write_text(GERMAN, encoding="utf-8")
    assert imports(str(file)) == 2
    assert "is a symbolic link" in capsys.readouterr().err
    assert not list(outside.iterdir())


def test_an_article_that_comes_in_a_moment_before_is_not_written_over(project: Path) -> None:
    place = project / "sources" / "gipfel.txt"
    assert create_inside(project, place, b"first")
    assert not create_inside(project, place, b"second")
    assert place.read_bytes() == b"first"
    assert [path.name for path in place.parent.iterdir()] == ["gipfel.txt"]


@pytest.mark.feature("taking files in")
def test_a_page_comes_in_with_where_it_came_from(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = {"/gipfel": leads_to("/politik/gipfel.txt"), "/politik/gipfel.txt": page(GERMAN.encode(), "text/plain")}
    with site(pages) as (address, _):
        assert imports(f"{address}/gipfel") == 0
        assert articles(project) == {"gipfel.txt": GERMAN.encode()}
        assert main(["check"]) == 0
        assert "gipfel.txt: not translated yet" in capsys.readouterr().err
        with Project.open(project) as opened:
            assert not opened.is_begun("gipfel.txt")
            translation = opened.open_document("gipfel.txt")
            origin = translation.record.origin
            assert origin.address == f"{address}/politik/gipfel.txt"
            assert origin.site == "127.0.0.1"
            assert len(origin.fetched) == len("2026-11-28")
            translation.edit(0, "The summit in Yerevan")
            translation.accept(0)
            assert opened.is_begun("gipfel.txt")
        assert f'address: "{address}' in (project / "translations" / "gipfel.yaml").read_text(encoding="utf-8")
        assert imports(f"{address}/gipfel") == 0
    assert "there already" in capsys.readouterr().out
    with Project.open(project) as opened:
        assert opened.open_document("gipfel.txt").progress.reviewed == 1


@pytest.mark.parametrize("said", ["utf-8", "iso-8859-1", "windows-1252", "koi8-r", "no-such-thing", ""])
@pytest.mark.parametrize("real", ["utf-8", "cp1252"])
def test_a_text_is_read_by_its_bytes_where_its_server_says_something_else(project: Path, said: str, real: str) -> None:
    text = GERMAN + "„Größer als gedacht“, sagten die Österreicher.\n"
    kind = f"text/plain; charset={said}" if said else "text/plain"
    with site({"/gipfel.txt": page(text.encode(real), kind)}) as (address, _):
        assert imports(f"{address}/gipfel.txt") == 0
    with Project.open(project) as opened:
        read = opened.read_source("gipfel.txt").paragraphs[-1].text
    assert read == text.splitlines()[-1] or (said, real) == ("koi8-r", "cp1252")


@pytest.mark.parametrize(
    ("within", "told"),
    [
        ('<img src="bild.jpg">', True),
        ("<a class=x href=/politik>", True),
        ('<a href="#oben"> <img src="data:image/png;base64,AA"> <a href="https://zeitung.example/"> src="x"', False),
    ],
)
def test_a_fetched_page_that_lacks_what_lies_on_its_site_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], within: str, told: bool
) -> None:
    body = f"<html><title>Gipfel</title><p>{GERMAN}</p>{within}</html>".encode()
    with site({"/a": page(body)}) as (address, _):
        assert imports(f"{address}/a") == 0
    assert ("comes without pictures and styles" in capsys.readouterr().err) == told


@pytest.mark.parametrize(
    ("kind", "body", "message"),
    [
        ("image/png", b"\x89PNG", "is image/png, no article that can be read"),
        ("application/json", b"{}", "is application/json"),
        ("application/octet-stream", b"\0\1", "no article that can be read"),
        ("text/plain", b"", "no text"),
        ("application/pdf", b"<p>nein</p>", "is no PDF file"),
    ],
)
def test_what_is_no_article_is_told(
    project: Path, kind: str, body: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with site({"/a": page(body, kind)}) as (address, _):
        assert imports(f"{address}/a") == 2
    assert message in capsys.readouterr().err
    assert articles(project) == {}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("gipfel.txt", "gipfel.txt"),
        (".versteckt.txt", "versteckt.txt"),
        ('a:b*"c".txt', "a-b--c-.txt"),
        ("\x1b[2Jgipfel.txt", "gipfel.txt"),
        ("...", "text"),
    ],
)
def test_a_file_gets_a_name_that_it_can_have_everywhere(name: str, made: str) -> None:
    assert file_name(name) == made


def test_a_title_becomes_a_short_plain_name() -> None:
    assert slug("Größer als gedacht: Čapek & Söhne – „Ende“") == "groesser-als-gedacht-capek-soehne-ende"
    assert len(slug("Wort " * 50)) <= 60
    assert slug("🙂") == ""
