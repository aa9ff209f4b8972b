"""Runs of thousands of digits, which Python refuses to read as numbers: in texts, in files, in settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import check_paragraph
from workbench.engine.sentence.polish import polish
from workbench.formats import filter_of
from workbench.glossary import Glossary
from workbench.problem import WorkbenchError
from workbench.project.settings.settings import read_settings
from workbench.text.house_style import NO_STYLE, PRESETS, restyled
from workbench.text.references import referred
from workbench.translation import ParagraphRecord, State

LONG = "7" * 5_000
PIECES = (
    *(LONG, f"{LONG},5", ".", ":", "/", "-", " ", "1", ",", f"{LONG}.000", "1" + ",777" * 2_000, "1" + " 777" * 2_000),
    *(
        " Uhr",
        " Prozent",
        "%",
        " Mio. Euro",
        "Mai ",
        "am ",
        "zu ",
        "€",
        " km",
        "§",
        "st",
        ". Tag",
        "p.m.",
        "er",
        "s",
        "(",
    ),
    *("hundred ", "bis ", "von ", " people", "No. ", "half past ", " per cent", "X", "’", "+49 "),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))
def test_no_check_and_no_style_stumbles_over_them(text: str) -> None:
    record = ParagraphRecord(german=text, english=text, state=State.TRANSLATED)
    for style in (NO_STYLE, PRESETS["guardian"].style):
        list(check_paragraph(0, record, Glossary(()), house=style))
        restyled(text, style)
    polish(text, text)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", f"<article><h1>Titel</h1><p title='&#{LONG};'>Der Text &#{LONG}; hier ist lang.</p></article>"),
        ("a.html", f"<article><ol start='{LONG}'><li value='{LONG}'>Ein Punkt ist da.</li></ol></article>"),
        ("a.md", f"{LONG}. Ein Punkt &#{LONG}; ist da.[^{LONG}]\n\n[^{LONG}]: Das ist die Note.\n"),
        ("a.srt", f"{LONG}\n00:00:01,000 --> 00:00:02,000\nGuten Tag &#{LONG};\n"),
        ("a.vtt", f"WEBVTT\n\n{LONG}:00:01.000 --> 00:00:02.000\nGuten Tag &#{LONG};\n"),
        ("a.po", f'msgid "Eine Datei"\nmsgid_plural "Dateien"\nmsgstr[{LONG}] ""\n'),
        (
            "a.xlf",
            f"<xliff version='1.2'><file><body><trans-unit id='1'><source>Ja &#{LONG};</source></trans-unit></body>",
        ),
    ],
)
def test_no_file_with_them_ends_in_anything_but_paragraphs_or_a_problem(name: str, content: str) -> None:
    try:
        assert filter_of(name).read(content.encode(), Path(name)).paragraphs is not None
    except WorkbenchError as error:
        assert str(error)


def test_a_limit_with_them_is_told(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text(f"style:\n  headline: {LONG}\n  teaser: 60\n", encoding="utf-8")
    read = read_settings(tmp_path)
    assert read.settings.style.limits.teaser == 60
    assert [problem.line for problem in read.problems] == [2]


def test_references_are_read_and_those_that_stand_for_nothing_are_the_sign_for_that() -> None:
    assert referred("K&ouml;ln &#228;&#x41;&#0000000065;") == "Köln äAA"
    assert referred(f"a&#{LONG};b") == "a\ufffdb"
