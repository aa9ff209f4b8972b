"""A page that a browser saved as one file (MHTML) comes in as a page with a folder beside it."""

from __future__ import annotations

from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.formats.web_archive import unpacked
from workbench.problem import WorkbenchError
from workbench.project import find_layout, make_project
from workbench.project.folder.sources import find_sources

ADDRESS = "https://zeitung.example/politik/gipfel.html"
PAGE = """<html lang="de"><head><meta charset="utf-8"><title>Der Gipfel | Zeitung</title>
<link rel="stylesheet" href="cid:css-1@mhtml.blink"><style>p { background: url("/bild.png") }</style></head>
<body><p>Die Lage blieb am Donnerstag ruhig – größer war der Gipfel nie.</p>
<img src="https://zeitung.example/bild.png" srcset="/bild.png 1x, https://zeitung.example/b.png?w=2&amp;h=1 2x"
alt="Saal">
<a href="https://zeitung.example/anderes">Anderes</a></body></html>
"""


def archive() -> bytes:
    made = MIMEMultipart("related", type="text/html")
    made["From"] = "<Saved by Blink>"
    made["Snapshot-Content-Location"] = ADDRESS
    style = MIMEText('@import "https://zeitung.example/mehr.css"; p { background: url(bild.png) }', "css", "utf-8")
    style["Content-Location"] = "cid:css-1@mhtml.blink"
    more = MIMEText("b {}", "css", "utf-8")
    more["Content-Location"] = "https://zeitung.example/mehr.css"
    small, large = MIMEImage(b"one", "png"), MIMEImage(b"two", "png")
    small["Content-Location"] = "https://zeitung.example/bild.png"
    large["Content-Location"] = "https://zeitung.example/b.png?w=2&h=1"
    odd = MIMEApplication(b"x")
    odd["Content-ID"] = "<../../etc/passwd>"
    page = MIMEText(PAGE, "html", "utf-8")
    page["Content-Location"] = ADDRESS
    for part in (page, style, more, small, large, odd):
        made.attach(part)
    return made.as_bytes()


def test_the_page_leads_to_its_files_and_to_nothing_else_of_the_archive() -> None:
    found = unpacked(archive(), Path("a.mhtml"), "Der Gipfel_files")
    page = found.page.decode()
    names = {name.rpartition("-")[0]: name for name in found.files}
    assert found.address == ADDRESS
    assert {found.files[names["bild"]], found.files[names["b"]]} == {b"one", b"two"}
    assert f'src="Der%20Gipfel_files/{names["bild"]}"' in page
    assert f'srcset="Der%20Gipfel_files/{names["bild"]} 1x, Der%20Gipfel_files/{names["b"]} 2x"' in page
    assert f'url("Der%20Gipfel_files/{names["bild"]}")' in page
    assert 'href="https://zeitung.example/anderes"' in page
    assert "größer war der Gipfel nie" in page
    (style,) = (text for text in found.files.values() if b"@import" in text)
    assert names["mehr"].encode() in style
    assert not any("/" in name or name.startswith(".") for name in found.files)


def test_it_is_taken_in_and_the_page_goes_out_with_its_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_project(tmp_path / "project").root
    monkeypatch.chdir(root)
    (tmp_path / "Der Gipfel.mhtml").write_bytes(archive())
    assert main(["import", str(tmp_path / "Der Gipfel.mhtml")]) == 0
    assert find_sources(find_layout(root)[0]).names == ("Der Gipfel.html",)
    files = {path.name for path in (root / "sources" / "Der Gipfel_files").iterdir()}
    assert len(files) == 5
    record = (root / "translations" / "Der Gipfel.yaml").read_text(encoding="utf-8")
    assert f'address: "{ADDRESS}"' in record
    assert main(["export", "sources/Der Gipfel.html", "--to", "html", "--what", "english"]) == 0
    assert {path.name for path in (root / "exports" / "Der Gipfel_files").iterdir()} == files
    assert main(["import", str(tmp_path / "Der Gipfel.mhtml")]) == 0
    assert "is there already" in capsys.readouterr().out


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"From: <Saved by Blink>\r\n",
        b"<p>Ja</p>",
        archive()[:200],
        archive()[:-90],
        b"\0" * 500,
        b"\x89PNG" + bytes(range(256)),
    ],
    ids=range(7),
)
def test_what_is_no_such_page_is_told_in_one_line(data: bytes) -> None:
    with pytest.raises(WorkbenchError, match="MHTML") as error:
        unpacked(data, Path("a.mhtml"), "a_files")
    assert "\n" not in str(error.value)
