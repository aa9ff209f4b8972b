"""A page that a browser saved has a folder beside it: it comes in with the page, and goes out with the English one."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.cli import main
from workbench.project import find_layout, make_project
from workbench.project.folder import page_files
from workbench.project.folder.page_files import belongs_to_page, folders_of
from workbench.project.folder.sources import find_sources

PAGE = """<html lang="de"><head><link href="./Der Gipfel_files/s.css" rel="stylesheet"></head><body>
<p>Die Lage blieb am Donnerstag ruhig, und es wurde nicht geschossen.</p>
<img src="./Der%20Gipfel_files/bild.jpg" alt="Der Saal"></body></html>
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_project(tmp_path / "project").root
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A page as a browser saves it, with its folder."""
    folder = tmp_path / "saved" / "Der Gipfel_files"
    (folder / "mehr").mkdir(parents=True)
    (folder / "bild.jpg").write_bytes(b"\xff\xd8 picture")
    (folder / "s.css").write_bytes(b"p {}")
    (folder / "saved_resource.html").write_text("<p>Ein Rahmen, der kein Artikel ist.</p>")
    (folder / "mehr" / "x.png").write_bytes(b"x")
    page = folder.parent / "Der Gipfel.html"
    page.write_text(PAGE, encoding="utf-8")
    return page


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


FOUR = [f"Der Gipfel_files/{name}" for name in ("bild.jpg", "mehr/x.png", "s.css", "saved_resource.html")]


def test_the_folder_comes_in_with_its_page_and_goes_out_with_the_english_one(
    project: Path, saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(saved)]) == 0
    assert "4 files of the page beside it" in capsys.readouterr().err
    assert below(project / "sources") == ["Der Gipfel.html", *FOUR]
    assert find_sources(find_layout(project)[0]).names == ("Der Gipfel.html",)
    assert main(["export", "sources/Der Gipfel.html", "--to", "html", "--what", "english"]) == 0
    assert below(project / "exports") == ["Der Gipfel.en.html", *FOUR]
    assert "./Der%20Gipfel_files/bild.jpg" in (project / "exports" / "Der Gipfel.en.html").read_text(encoding="utf-8")
    assert (
        main(["export", "sources/Der Gipfel.html", "--to", "html", "--what", "english", "-o", f"{tmp_path}/out/a.html"])
        == 0
    )
    assert below(tmp_path / "out") == [*FOUR, "a.html"]


def test_a_bilingual_document_and_standard_output_have_no_folder(
    project: Path, saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(saved)]) == 0
    assert main(["export", "sources/Der Gipfel.html", "--to", "html", "--what", "bilingual"]) == 0
    assert main(["export", "sources/Der Gipfel.html", "--to", "html", "--what", "english", "-o", "-"]) == 0
    assert below(project / "exports") == ["Der Gipfel.de-en.html"]


def test_all_of_a_folder_is_named_and_that_of_the_page_is_no_mistake(project: Path, saved: Path) -> None:
    assert main(["import", *map(str, sorted(saved.parent.iterdir()))]) == 0
    assert len(below(project / "sources")) == 5


def test_nothing_that_is_there_is_written_over_and_that_is_told(
    project: Path, saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(saved)]) == 0
    (saved.parent / "Der Gipfel_files" / "bild.jpg").write_bytes(b"another")
    saved.write_text(PAGE.replace("Donnerstag", "Freitag"), encoding="utf-8")
    capsys.readouterr()
    assert main(["import", str(saved)]) == 0
    assert "1 of its files were there already and are others" in capsys.readouterr().err
    assert (project / "sources" / "Der Gipfel_files" / "bild.jpg").read_bytes() == b"\xff\xd8 picture"
    assert find_sources(find_layout(project)[0]).names == ("Der Gipfel-2.html", "Der Gipfel.html")


def test_no_link_is_followed_and_nothing_is_written_through_one(
    project: Path, saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "geheim.txt").write_text("nein")
    files = saved.parent / "Der Gipfel_files"
    (files / "geheim.txt").symlink_to(secret / "geheim.txt")
    (files / "ordner").symlink_to(secret)
    assert main(["import", str(saved)]) == 0
    assert "has 2 links in it, which are not followed" in capsys.readouterr().err
    assert below(project / "sources") == ["Der Gipfel.html", *FOUR]
    (project / "exports").mkdir(exist_ok=True)
    (project / "exports" / "Der Gipfel_files").symlink_to(secret)
    assert main(["export", "sources/Der Gipfel.html", "--to", "html", "--what", "english"]) == 0
    assert "is a symbolic link" in capsys.readouterr().err
    assert below(secret) == ["geheim.txt"]


def test_a_folder_that_is_a_link_or_is_missing_is_told(
    project: Path, saved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = saved.parent / "Der Gipfel_files"
    files.rename(saved.parent / "woanders")
    assert main(["import", str(saved)]) == 0
    assert "is not there" in capsys.readouterr().err
    files.symlink_to(saved.parent / "woanders")
    assert main(["import", str(saved)]) == 0
    assert "no link is followed" in capsys.readouterr().err
    assert below(project / "sources") == ["Der Gipfel.html"]


def test_a_folder_has_limits(
    project: Path, saved: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_files, "MOST_FILES", 2)
    assert main(["import", str(saved)]) == 0
    assert "has more in it than is copied" in capsys.readouterr().err
    assert len(below(project / "sources")) == 3


@pytest.mark.parametrize(
    ("page", "folders"),
    [
        ('<img src="a_files/b.jpg"><img src="./a_files/c.jpg">', ("a_files",)),
        ("<img src='Die Lage-Dateien/b.jpg'>", ("Die Lage-Dateien",)),
        ('<img src="L&amp;M_files/b.jpg"><img src="%C3%9Cber_files/b.jpg">', ("L&M_files", "Über_files")),
        ('<img src="https://a.example/b_files/c.jpg"><img src="/b_files/c.jpg">', ()),
        ('<img src="../b_files/c.jpg"><img src="..%2fb_files/c.jpg"><img src=".._files/x">', ()),
        ('<img src="bilder/c.jpg">', ()),
    ],
)
def test_a_page_tells_which_folders_it_has(page: str, folders: tuple[str, ...]) -> None:
    assert folders_of(page.encode()) == folders


def test_a_folder_of_articles_is_none_of_a_page() -> None:
    assert not belongs_to_page("alte-Dateien", ["gipfel.html", "alte-Dateien"])
    assert not belongs_to_page("gipfel_files", ["gipfel.txt"])
    assert belongs_to_page("gipfel-Dateien", ["gipfel-2.html"])
