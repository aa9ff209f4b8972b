"""The last line of what is handed over, as the house style has it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.export.credit import credit_line, with_last_line
from workbench.formats import filter_of
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.translation import Origin, TranslationRecord, english_text, rematch

DAY = date(2026, 9, 3)


@pytest.mark.parametrize(
    ("dates", "told"),
    [("", "3 September 2026"), ("April 9, 2022", "September 3, 2026"), ("Sept. 9, 2022", "Sept. 3, 2026")],
)
def test_the_date_is_written_as_the_style_writes_dates(dates: str, told: str) -> None:
    assert credit_line(HouseStyle(credit="Translated {date}", dates=dates), Origin(), DAY) == f"Translated {told}"


def test_the_source_its_title_and_site_are_filled_in() -> None:
    style = HouseStyle(credit="From “{title}”, {site}: {source}")
    origin = Origin("https://a.example/lage", "Die Lage", "A-Zeitung")
    assert credit_line(style, origin, DAY) == "From “Die Lage”, A-Zeitung: https://a.example/lage"
    assert credit_line(NO_STYLE, origin, DAY) == ""


@pytest.mark.parametrize(
    ("name", "german", "wanted"),
    [
        ("a.txt", "Die Lage.\n\nRuhig.\n", "Die Lage.\n\nRuhig.\n\nBy A. Weber.\n"),
        ("a.md", "# Lage\n\n- eins\n- zwei\n", "# Lage\n\n- eins\n- zwei\n\nBy A. Weber.\n"),
        ("a.md", "| a | b |\n|---|---|\n| c | d |\n", "| a | b |\n|---|---|\n| c | d |\n"),
    ],
)
def test_the_line_comes_after_the_last_paragraph_that_another_can_follow(name: str, german: str, wanted: str) -> None:
    document = filter_of(name).read(german.encode(), Path(name))
    record = rematch(TranslationRecord(name, ()), document)
    assert english_text(with_last_line(record, "By A. Weber."), mark_unreviewed=False) == wanted
    assert with_last_line(record, "") is record
