"""The text of a PDF comes in as paragraphs, and what a PDF cannot give is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf_files import column, locked, pdf
from workbench.cli import main
from workbench.formats.pdf import text_of_pdf
from workbench.formats.pdf_lines import Line, without_repeats
from workbench.problem import WorkbenchError
from workbench.project import Project, make_project

HEADLINE = (70.0, 800.0, 18.0, "Die Lage an der Grenze bleibt ruhig")
FIRST = [
    "Die Regierung in Minsk kündigte am Donnerstag neue Ver-",
    "handlungen an, über die Luft- und Seestreitkräfte der",
    "Ukraine-Mission, sagte eine „Sprecherin“ am Abend.",
]
SECOND = ["Am Freitag reiste der Minister nach Eriwan, wo er mit", "den Delegationen sprach."]


def paragraphs(data: bytes) -> list[str]:
    return text_of_pdf(data, Path("a.pdf")).text.strip().split("\n\n")


def told(data: bytes) -> str:
    with pytest.raises(WorkbenchError) as error:
        text_of_pdf(data, Path("a.pdf"))
    return str(error.value)


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    assert paragraphs(pdf([[HEADLINE, *column([*FIRST, "", *SECOND])]])) == [
        "Die Lage an der Grenze bleibt ruhig",
        "Die Regierung in Minsk kündigte am Donnerstag neue Verhandlungen an, über die Luft- und Seestreitkräfte der "
        "Ukraine-Mission, sagte eine „Sprecherin“ am Abend.",
        "Am Freitag reiste der Minister nach Eriwan, wo er mit den Delegationen sprach.",
    ]


def test_an_indent_begins_a_paragraph_where_no_space_does() -> None:
    lines = [*column(FIRST), (84.0, 760 - 3 * 14.3, 11.0, SECOND[0]), (70.0, 760 - 4 * 14.3, 11.0, SECOND[1])]
    assert [text[:10] for text in paragraphs(pdf([lines]))] == ["Die Regier", "Am Freitag"]


@pytest.mark.parametrize("drawn", ["by columns", "by rows"])
def test_columns_are_read_one_after_the_other(drawn: str) -> None:
    words = ["Die", "Delegation", "sprach", "lange", "über", "den", "Vertrag", "und"]
    left = [" ".join([*words[n % 3 :], f"links{n}"]) for n in range(20)]
    right = [" ".join([*words[n % 3 :], f"rechts{n}"]) for n in range(19)] + ["am Ende ruhig."]
    one, two = column(left, x=50, size=8), column(right, x=310, size=8)
    lines = [*one, *two] if drawn == "by columns" else [line for row in zip(one, two, strict=True) for line in row]
    text = " ".join(paragraphs(pdf([lines])))
    assert text.index("links19") < text.index("rechts0")
    assert text.count("links") == 20


def test_what_repeats_on_the_pages_is_left_out_and_told() -> None:
    pages = [
        [
            (70.0, 820.0, 9.0, "Minsker Wochenblatt, Nr. 12"),
            *column([f"Auf Seite {number} steht der Satz, der nur dort zu", "lesen ist und sonst nirgends steht."]),
            (290.0, 30.0, 9.0, f"– {number} –"),
        ]
        for number in range(1, 5)
    ]
    found = text_of_pdf(pdf(pages), Path("a.pdf"))
    assert found.text.count("Minsker") == 0
    assert [line[:11] for line in found.text.split("\n\n")] == [f"Auf Seite {n}" for n in range(1, 5)]
    remarks = [str(remark) for remark in found.remarks]
    assert "only its text was taken" in remarks[0]
    assert "left out what repeats on its pages: “Minsker Wochenblatt, Nr. 12”, “page numbers”" in remarks[1]


def test_a_head_close_to_the_text_is_one_where_most_pages_have_it() -> None:
    def page(number: int) -> list[Line]:
        texts = ("Bericht zur Lage", f"Am Tag {'abc'[number]} war es", "ruhig, sagte er.", f"Seite {number}")
        return [Line(70, 700 - 14 * place, 11, text) for place, text in enumerate(texts)]

    kept, left = without_repeats([page(number) for number in range(3)])
    assert [line.text for line in kept][:2] == ["Am Tag a war es", "ruhig, sagte er."]
    assert (len(kept), left) == (6, ["Bericht zur Lage", "page numbers"])
    assert without_repeats([page(0), page(1)])[1] == []


def test_a_paragraph_goes_on_over_a_page() -> None:
    pages = [column(FIRST[:2], top=200), column([FIRST[2], "", *SECOND])]
    assert [text[-20:] for text in paragraphs(pdf(pages))] == ["precherin“ am Abend.", " Delegationen sprach"[1:] + "."]


def test_what_has_no_text_or_cannot_be_opened_is_one_line() -> None:
    file = pdf([column(FIRST)])
    assert "only pictures of pages (a scan)" in told(pdf([[], []]))
    assert "is locked by a password" in told(locked(file, "geheim"))
    assert "is no PDF file" in told(b"PK\x03\x04")
    for damaged in (file[: len(file) // 3], b"%PDF-1.4\n%nothing", file.replace(b"/Kids", b"/Kinder")):
        assert "\n" not in told(damaged)
    assert "„Sprecherin“" in text_of_pdf(locked(file, ""), Path("a.pdf")).text


def test_pages_without_text_are_told() -> None:
    remarks = [str(remark) for remark in text_of_pdf(pdf([column(FIRST), [], column(SECOND)]), Path("a.pdf")).remarks]
    assert "page 2 of 3 has no text" in remarks[-1]


@pytest.mark.feature("PDF")
def test_a_pdf_becomes_a_text_and_one_in_sources_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(tmp_path / "project").root
    file = root / "sources" / "lage.pdf"
    file.write_bytes(pdf([[HEADLINE, *column([*FIRST, "", *SECOND])]]))
    with Project.open(root) as project:
        assert project.sources().names == ()
        assert "a PDF file is no article as it is – take its text in: workbench import" in str(
            project.sources().problems[0]
        )
    assert main([str(file)]) == 2
    assert main(["translate", str(file)]) == 2
    assert "take its text in: workbench import" in capsys.readouterr().err
    assert main(["import", str(file), "--project", str(root)]) == 0
    assert "only its text was taken" in capsys.readouterr().err
    with Project.open(root) as project:
        assert project.sources().names == ("lage.txt",)
        assert len(project.read_source("lage.txt").paragraphs) == 3
        assert project.open_document("lage.txt").record.origin.address == "lage.pdf"
