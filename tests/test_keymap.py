"""The setting `keys`: other keys for what is done at the desk, told where they cannot be, and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import desk_on
from workbench.project import State
from workbench.project.settings.settings import read_settings, user_file
from workbench.tui.keymap import SETS, VI, key_map, textual_name
from workbench.tui.keys import CELL, DESK, MOVES, OTHER_OFFERS, PANEL, Key, id_of, name_of, spelt


def settings(text: str) -> None:
    user_file().parent.mkdir(parents=True, exist_ok=True)
    user_file().write_text(text, encoding="utf-8")


def test_every_action_has_a_name_of_its_own() -> None:
    names = [id_of(key) for key in (*DESK, *OTHER_OFFERS, *MOVES, *PANEL)]
    assert len(names) == len(set(names))
    assert all(name == name.strip() and " " not in name for name in names)


@pytest.mark.parametrize("table", [(*DESK, *MOVES, *PANEL, *OTHER_OFFERS), CELL], ids=["desk", "cell"])
def test_no_key_stands_for_two_actions(table: tuple[Key, ...]) -> None:
    keys = Counter(one for key in table for one in key.keys.split(","))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("key", sorted({one for key in (*DESK, *MOVES) for one in key.keys.split(",")} - {"ctrl+at"}))
def test_a_key_is_written_as_the_help_shows_it(key: str) -> None:
    if key not in ("ctrl+circumflex_accent", "ctrl+@", "ctrl+underscore", "ctrl+right_square_bracket"):
        assert textual_name(name_of(key)) == key


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12))
def test_what_is_no_key_is_an_error_and_nothing_else(typed: str) -> None:
    try:
        assert textual_name(typed)
    except ValueError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"acept": "a"}, "`keys`: no action is called `acept`"),
        ({"accept": "Alt+a"}, "cannot tell `Alt+a` from Esc and a"),
        ({"accept": "Hyper+a"}, "`Hyper+a` is no key that a terminal sends"),
        ({"accept": "x", "skip it": "y"}, "no action is called `skip it`"),
        ({"accept": "F10", "hand over": "F10"}, "F10 is for `Accept` and for `Hand over`"),
        ({"find": "v"}, "`Show only` has no key any more"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(wanted: dict[str, str], told: str) -> None:
    (problem,) = key_map(wanted, "settings.yaml").problems
    assert told in str(problem)
    assert str(problem).startswith("settings.yaml: ")


def test_a_key_that_another_action_had_goes_over_and_the_other_keeps_its_rest() -> None:
    keys = key_map({"accept": "x Ctrl+S"}, "")
    assert keys.changed == {"accept": "x,ctrl+s", "hand-over": "ctrl+e"}
    assert keys.problems == ()


def test_the_settings_take_lines_or_a_set(tmp_path: Path) -> None:
    settings("keys:\n  like: vi\n  Leave out: X\n")
    read = read_settings(tmp_path)
    assert (read.settings.keys, read.problems) == ({"like": "vi", "leave out": "X"}, ())
    settings("keys: vi\n")
    assert read_settings(tmp_path).settings.keys == {"like": "vi"}
    for wrong, told in {
        "keys: emacs\n": "`keys` cannot be `emacs`",
        "keys:\n  like: emacs\n": "`like` of `keys` cannot be `emacs`",
        "keys:\n  accept: [a, b]\n": "`accept` of `keys` must be keys on one line",
        "keys:\n  accept: a\n  Accept: b\n": "`accept` of `keys` is set twice",
    }.items():
        settings(wrong)
        assert told in str(read_settings(tmp_path).problems[0])


@pytest.mark.parametrize("name", SETS)
def test_a_set_leaves_no_action_without_a_key(name: str) -> None:
    assert key_map({"like": name}, "").problems == ()


def test_the_page_tells_which_keys_actions_keep_that_give_one_up_to_vi() -> None:
    keys, page = key_map({"like": "vi"}, ""), (Path(__file__).parents[1] / "docs" / "keys.md").read_text("utf-8")
    told = " ".join(page.partition("Actions that give up a letter keep their other key:")[2].partition(".")[0].split())
    lost = [key for key in keys.of((*DESK, *MOVES, *PANEL)) if id_of(key) in keys.changed.keys() - _ids(VI)]
    assert lost and sorted(told.split(", ")) == sorted(f"{key.label} {spelt(key)}" for key in lost)


def _ids(names: Iterable[str]) -> set[str]:
    return {name.replace(" ", "-") for name in names}


@pytest.mark.parametrize("key", [*DESK, *OTHER_OFFERS, *MOVES, *PANEL], ids=id_of)
def test_every_action_can_have_another_key(key: Key) -> None:
    keys = key_map({key.label: "Ctrl+Shift+F12"}, "settings.yaml")
    assert keys.changed[id_of(key)] == "ctrl+shift+f12" and keys.problems == ()


@pytest.mark.feature("keys of one’s own")
async def test_the_desk_goes_by_the_users_keys_and_shows_them(project_folder: Path) -> None:
    settings("keys:\n  accept: X\n  hand over: a\n")
    async with desk_on(project_folder) as desk:
        await desk.press("X")
        assert desk.state(1) is State.REVIEWED
        assert "X Accept" in desk.shown() and "a Accept" not in desk.shown()
        await desk.press("question_mark")
        row = next(line for line in desk.shown().splitlines() if "accept, and go to the next open" in line)
        assert row.split()[:2] == ["X", "accept,"] or row.split()[1] == "X"
        await desk.press("escape")
        await desk.press("a")
        assert "Hand over" in desk.shown()


async def test_vi_keys(project_folder: Path) -> None:
    settings("keys: vi\n")
    async with desk_on(project_folder) as desk:
        await desk.press("G")
        assert desk.number == 6
        await desk.press("g", "g")
        assert desk.number == 1
        await desk.press("l", "j", "h")
        assert desk.number == 2
        await desk.press("slash", *"in", "enter")
        here = desk.number
        await desk.press("n")
        assert desk.number != here
        await desk.press("N")
        assert desk.number == here
        await desk.press("g", "i")
        assert desk.screen.sheet.opened == 0
        await desk.press("h", "escape")
        assert "h" in desk.english(1)
        await desk.press("u")
        await desk.press("colon")
        assert desk.app.screen is not desk.screen


async def test_every_action_is_in_the_palette_with_its_keys(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.press("enter")
        commands = list(desk.app.get_system_commands(desk.app.screen))
        there = {(one.title, one.help) for one in commands}
        for key in (*DESK, *OTHER_OFFERS, *MOVES, *PANEL, *CELL):
            assert (key.label, f"{key.about} ({spelt(key)})") in there, key
        assert len(commands) == len(there)
