"""Each setting of a style guide stands in docs/style.md with its source, and none stands there that is not set."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.text.house_style import CHOICES, PRESETS

PAGE = (Path(__file__).parent.parent / "docs" / "style.md").read_text(encoding="utf-8")
GUIDES = [name for name in PRESETS if name not in ("british", "american")]


def rows(columns: int) -> list[list[str]]:
    """The rows of the page's tables that have so many columns and begin with a style's name."""
    lines = (line for line in PAGE.splitlines() if re.match(r"\| `\w+` \|", line))
    cells = ([cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines)
    return [row for row in cells if len(row) == columns and row[0] in PRESETS]


@pytest.mark.parametrize("name", GUIDES)
def test_every_setting_of_a_guide_has_a_source(name: str) -> None:
    sourced = {setting: value for guide, setting, value, source in rows(4) if guide == name and source}
    style = PRESETS[name].style
    assert sourced == {setting: style.of(setting) for setting in CHOICES if style.of(setting)}


@pytest.mark.parametrize("name", list(PRESETS))
def test_the_table_of_guides_is_what_is_in_force(name: str) -> None:
    (row,) = (row for row in rows(2 + len(CHOICES)) if row[0] == name)
    assert dict(zip(CHOICES, row[2:], strict=True)) == {setting: PRESETS[name].style.of(setting) for setting in CHOICES}


def test_what_is_called_british_and_american_is_what_these_guides_agree_on() -> None:
    british, american = PRESETS["british"].style, PRESETS["american"].style
    for name in ("guardian", "bbc", "eu"):
        assert all(british.of(one) in ("", PRESETS[name].style.of(one)) for one in CHOICES)
    for name in ("ap", "chicago"):
        other = PRESETS[name].style
        assert all(american.of(one) in ("", other.of(one)) for one in CHOICES if one != "dates")
