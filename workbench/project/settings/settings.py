"""Settings: the user's for all projects, a project's for all who work on it, this machine's for one project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Literal

from workbench.files import read_regular, stamp, write_inside
from workbench.files.yaml_tree import Fields, Text, read_tree
from workbench.problem import Problem, WorkbenchError
from workbench.project.settings.choice import not_known
from workbench.project.settings.column_setting import HOW, column_lines, columns_said
from workbench.project.settings.key_setting import KEY_SETS, key_lines, keys_said
from workbench.project.settings.line_below import with_line_below
from workbench.project.settings.memory_setting import (
    BELOW,
    LEAST_MATCH,
    MATCH,
    MemorySetting,
    match_said,
    memories_said,
    memory_lines,
    order_said,
    put_in_said,
)
from workbench.project.settings.style_setting import STYLE_NAMES, house_style, style_lines
from workbench.text import clean_line
from workbench.text.house_style import NO_STYLE, PRESETS, HouseStyle
from workbench.translation.scalars import word

Place = Literal["user", "project", "machine"]
PROJECT_FILE = "project.yaml"

_NESTED: Mapping[str, Callable[[Fields, Path, Callable[[Problem], None]], dict[str, str]]] = {
    "style": style_lines,
    "columns": column_lines,
    "memories": memory_lines,
    "keys": key_lines,
}
_ONLY_LINES: Mapping[str, str] = {"columns": HOW, "memories": BELOW}
"""Settings that have no value of their own, and how the lines below them are written."""
_LARGEST = 100_000
_LONGEST_VALUE = 600
_MEND = "this is no settings file; move it away"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. Each field is read from the user's file, then the project's, then this machine's; the last wins.

    How the files look, which field may stand in which, and an example: docs/settings.md.
    """

    package: str = ""
    """The package that makes the drafts: an id as `workbench model list` shows it. Empty (the default): the one that
    is built in. In the user's, the project's and this machine's file."""

    theme: str = ""
    """The screen's colours: the name of a theme as the command palette (Ctrl+P) lists them. Empty (the default): the
    program's own; so it is for a name that it does not know. In the user's and this machine's file."""

    panel: Literal["shown", "hidden"] = "shown"
    """Whether the panel with terms and findings stands beside the text: `shown` (the default) or `hidden`. In the
    user's and this machine's file."""

    plain: bool = False
    """Whether `workbench` goes line by line, for a screen reader, as `--plain` does: `on` or `off` (the default). In
    the user's and this machine's file."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys for what is done on the screen (`keys:`), by the names of the actions: `accept: a Ctrl+S`; or a set,
    `vi`. Unset (the default): the keys of docs/keys.md. In the user's file."""

    clock: Literal["on", "off"] = "on"
    """Whether the time that you spend on each paragraph is kept, on this machine: `on` (the default) or `off`. In the
    user's and this machine's file."""

    doubt: Literal["on", "off"] = "off"
    """Whether words of untouched drafts of which the package was unsure are shaded from the beginning: `on`, or `off`
    (the default), as long as nobody asks for the next one. In the user's and this machine's file."""

    light: Literal["on", "off"] = "on"
    """Whether the words that the one at the cursor stands for are lit in the other text of the open paragraph: `on`
    (the default) or `off`. In the user's and this machine's file. See docs/typing.md."""

    start: Literal["article", "documents"] = "article"
    """What the screen begins with: `article` (the default), the first one that is not finished, or `documents`, the
    list of all. An article that is named on the command line comes first all the same. In the user's and this
    machine's file."""

    completion: Literal["on", "off"] = "on"
    """Whether what may follow is shown behind the cursor while English is typed: `on` (the default) or `off`. In the
    user's and this machine's file. See docs/typing.md."""

    typing: Literal["smart", "plain"] = "smart"
    """What is typed and pasted in the English: `smart` (the default), quotes, dashes and apostrophes become those of
    the house style as they are typed, and what is pasted is cleaned; `plain`: all stays. In all three files."""

    style: HouseStyle = NO_STYLE
    """How the English is written (`style:`): the name of a style guide, or single settings, or both. Unset (the
    default): nothing is judged, and drafts are as the package writes them. In the project's file. See docs/style.md."""

    hand_over: str = ""
    """What is handed over, as the screen remembers it: `english own, bilingual html, only reviewed, without findings`
    (`own`: the source's format). Empty (the default): English in the source's format. In the project's and this
    machine's file."""

    columns: Mapping[str, str] = field(default_factory=dict)
    """Of tables, by their names in `sources/`: which column is German and which gets the English (`columns:`), as in
    `namen.csv: B > C`; `B` alone is both. Unset (the default): as the table's own head says. In the project's file."""

    memories: tuple[MemorySetting, ...] = ()
    """The translation memories that are asked beside the project's own, by their names, each with what is taken off its
    matches in percent (`memories:`), as in `eu-2023: 5`; that of a file in `memories/` by the file's name. Those of the
    user's file, then those of the project's."""

    match: int = MATCH
    """From how many percent on a match of a memory is offered: 50 to 100; 70 unless it is set. In the user's and the
    project's file."""

    order: Literal["percent", "date", "memory"] = "percent"
    """How the five best matches are shown: the highest percentage first (`percent`, the default), the newest (`date`),
    or by the memories, the project's own first (`memory`). In the user's and the project's file."""

    put_in: int = 0
    """From how many percent on the best match of less than 100 % is put in in the place of a draft, marked: 50 to 99;
    `off` (the default): never. In the user's and the project's file."""

    repair: bool = True
    """Whether the package repairs matches that are less than 100 %: `on` (the default) or `off`. In the user's and the
    project's file."""

    shared: bool = False
    """Whether what is reviewed goes into the memory over all projects, too, and that one is asked: `yes` or `no` (the
    default). In the user's file."""


_MAY_STAND_IN: Mapping[str, tuple[Place, ...]] = {
    "package": ("user", "project", "machine"),
    "theme": ("user", "machine"),
    "panel": ("user", "machine"),
    "plain": ("user", "machine"),
    "keys": ("user",),
    "clock": ("user", "machine"),
    "doubt": ("user", "machine"),
    "light": ("user", "machine"),
    "start": ("user", "machine"),
    "completion": ("user", "machine"),
    "typing": ("user", "project", "machine"),
    "style": ("project",),
    "hand_over": ("project", "machine"),
    "columns": ("project",),
    "memories": ("user", "project"),
    "match": ("user", "project"),
    "order": ("user", "project"),
    "put_in": ("user", "project"),
    "repair": ("user", "project"),
    "shared": ("user",),
}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "panel": ("shown", "hidden"),
    "plain": ("on", "off"),
    "keys": KEY_SETS,
    "clock": ("on", "off"),
    "doubt": ("on", "off"),
    "light": ("on", "off"),
    "start": ("article", "documents"),
    "completion": ("on", "off"),
    "typing": ("smart", "plain"),
    "style": STYLE_NAMES,
    "match": tuple(map(str, range(LEAST_MATCH, 101))),
    "order": ("percent", "date", "memory"),
    "put_in": ("off", *map(str, range(LEAST_MATCH, 100))),
    "repair": ("on", "off"),
    "shared": ("yes", "no"),
}
_NAMES: Mapping[Place, str] = {"user": "your own settings", "project": "a project's settings", "machine": "settings"}


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings in force, and what was wrong in the files: that is left out, and the rest is in force."""

    settings: Settings
    problems: tuple[Problem, ...] = ()


def user_file() -> Path:
    """The user's settings for all projects: `workbench/settings.yaml` in the folder that the system has for them."""
    from platformdirs import user_config_path

    return user_config_path("workbench", appauthor=False) / "settings.yaml"


def machine_file(root: Path) -> Path:
    """This machine's settings for the project `root`."""
    return root / ".workbench" / "settings.yaml"


def settings_stamp(root: Path) -> tuple[int, int] | None:
    """What tells that the file of the project `root` was changed; None where there is none."""
    return stamp(root / PROJECT_FILE)


def read_settings(root: Path) -> ReadSettings:
    """The settings for the project `root`, from the three files. A missing file sets nothing; nothing is raised."""
    problems: list[Problem] = []
    said: dict[str, str] = {}
    places: tuple[tuple[Place, Path], ...] = (
        ("user", user_file()),
        ("project", root / PROJECT_FILE),
        ("machine", machine_file(root)),
    )
    for place, path in places:
        said |= _read(path, place, problems.append)
    return ReadSettings(_settings(said), tuple(problems))


def own_settings() -> Settings:
    """What the user has chosen for every project, where there is none. What is wrong there is not in force."""
    return _settings(_read(user_file(), "user", lambda problem: None))


def write_settings(root: Path, changes: Mapping[str, str]) -> None:
    """Keep changed settings in this machine's file; what else is set there stays.

    Raises WorkbenchError when that cannot be done.
    """
    kept = _read(machine_file(root), "machine", lambda problem: None) | dict(changes)
    text = "".join(f"{field.name}: {word(kept[field.name])}\n" for field in fields(Settings) if field.name in kept)
    write_inside(root, machine_file(root), text.encode())


def known_style(name: str) -> str:
    """The name of a house style as `PRESETS` has it, whatever its capitals. Raises WorkbenchError for another."""
    if fault := _not_a_choice("style", name.casefold()):
        raise WorkbenchError(Problem("--style", *fault))
    return name.casefold()


def begin_style(root: Path, name: str) -> None:
    """Begin the settings of the project `root` with a house style, by its name in `PRESETS`.

    Settings that the project has already stay as they are. Raises WorkbenchError where these do not say the same.
    """
    path = root / PROJECT_FILE
    if not read_regular(path, _LARGEST, _MEND):
        text = f"# The house style of the English: {PRESETS[name].reference}. See docs/style.md\nstyle: {name}\n"
        write_inside(root, path, text.encode())
    elif read_settings(root).settings.style.name != name:
        raise WorkbenchError(Problem(path, "is there already and stays as it is", f"write into it: style: {name}"))


def _settings(said: Mapping[str, str]) -> Settings:
    panel: Literal["shown", "hidden"] = "hidden" if said.get("panel") == "hidden" else "shown"
    style = house_style(said)
    package, theme, hand_over = (said.get(name, "") for name in ("package", "theme", "hand_over"))
    return Settings(
        package=package,
        theme=theme,
        panel=panel,
        plain=said.get("plain") == "on",
        keys=keys_said(said),
        clock=_unless_off(said, "clock"),
        doubt="on" if said.get("doubt") == "on" else "off",
        light=_unless_off(said, "light"),
        start="documents" if said.get("start") == "documents" else "article",
        completion=_unless_off(said, "completion"),
        typing="plain" if said.get("typing") == "plain" else "smart",
        style=style,
        hand_over=hand_over,
        columns=columns_said(said),
        memories=memories_said(said),
        match=match_said(said),
        order=order_said(said),
        put_in=put_in_said(said),
        repair=said.get("repair") != "off",
        shared=said.get("shared") == "yes",
    )


def _unless_off(said: Mapping[str, str], name: str) -> Literal["on", "off"]:
    return "off" if said.get(name) == "off" else "on"


def _read(path: Path, place: Place, tell: Callable[[Problem], None]) -> dict[str, str]:
    """What one file sets, as it is written (`no` is a word); the rest is told."""
    try:
        data = read_regular(path, _LARGEST, _MEND)
        root = read_tree(data, path) if data else None
    except WorkbenchError as error:
        tell(error.problem)
        return {}
    if isinstance(root, Fields):
        return _lines(root, path, place, tell)
    if root is not None and (not isinstance(root, Text) or root.value):
        tell(Problem(path, "holds no settings", "write them as `key: value` lines, or delete it", root.line))
    return {}


def _lines(root: Fields, path: Path, place: Place, tell: Callable[[Problem], None]) -> dict[str, str]:
    said: dict[str, str] = {}
    for key, value in zip(root.items[::2], root.items[1::2], strict=True):
        name = key.value if isinstance(key, Text) else ""
        nested = isinstance(value, Fields) and name in _NESTED and place in _MAY_STAND_IN[name]
        fault = None if nested else _fault(name, value.value if isinstance(value, Text) else None, place)
        if not fault and name in said:
            fault = f"`{name}` is set twice", "keep one of them"
        if fault:
            tell(Problem(path, *fault, key.line))
        elif isinstance(value, Text):
            said[name] = value.value
        elif isinstance(value, Fields):
            said |= {name: "", **_NESTED[name](value, path, tell)}
    return said


def columns_of(root: Path, name: str) -> str:
    """The columns that the project `root` has chosen for a table, by its name in `sources/`; empty where none."""
    return columns_said(_read(root / PROJECT_FILE, "project", lambda problem: None)).get(name, "")


def choose_columns(root: Path, name: str, columns: str) -> None:
    """Write into the project's file which columns of a table are meant; its other lines stay as they are.

    Raises WorkbenchError, with the file as it was, when that cannot be done.
    """
    _put_below(root, "columns", name, columns, word(columns), "the columns of a table")


def choose_memory(root: Path, name: str, penalty: int) -> None:
    """Write into the project's file that a memory is asked, and what is taken off its matches; its other lines stay.

    Raises WorkbenchError, with the file as it was, when that cannot be done.
    """
    there = memories_said(_read(root / PROJECT_FILE, "project", lambda problem: None))
    named = next((one.name for one in there if one.name.casefold() == name.casefold()), name)
    _put_below(root, "memories", named, str(penalty), str(penalty), "a memory")


def _put_below(root: Path, setting: str, name: str, value: str, written: str, what: str) -> None:
    path = root / PROJECT_FILE
    before = read_regular(path, _LARGEST, _MEND) or b""
    text = with_line_below(before.decode("utf-8", "surrogateescape"), setting, name, written)
    after = text.encode("utf-8", "surrogateescape")
    if _below(after, path, setting) != {**_below(before, path, setting), name: value}:
        mend = f"write below `{setting}:`, as its lines stand there: {word(name)}: {written}"
        raise WorkbenchError(Problem(path, f"{what} cannot be written into it", mend))
    write_inside(root, path, after)


def _below(data: bytes, path: Path, setting: str) -> dict[str, str]:
    """The lines that a project's file has below a setting."""
    tree = read_tree(data, path)
    said = _lines(tree, path, "project", lambda problem: None) if isinstance(tree, Fields) else {}
    begins = f"{setting}."
    return {name.removeprefix(begins): value for name, value in said.items() if name.startswith(begins)}


def _fault(name: str, value: str | None, place: Place) -> tuple[str, str] | None:
    """What is wrong with one line of a file, and what to do about it."""
    allowed = [known for known, places in _MAY_STAND_IN.items() if place in places]
    if name not in _MAY_STAND_IN:
        return f"the setting `{clean_line(name)[:40]}` is not known", f"use {', '.join(allowed)}, or delete the line"
    if name not in allowed:
        return f"`{name}` does not belong in {_NAMES[place]}", f"move it to {_files_for(name)}"
    if name in _ONLY_LINES and value:
        return f"`{name}` must be lines below it", _ONLY_LINES[name]
    if value is None or value != clean_line(value) or len(value) > _LONGEST_VALUE:
        return f"`{name}` must be a few words on one line", "write it as `key: value`"
    return _not_a_choice(name, value.casefold() if name == "style" else value)


def _files_for(name: str) -> str:
    """The files that a setting may stand in, for a sentence."""
    files = {"project": PROJECT_FILE, "machine": str(machine_file(Path())), "user": str(user_file())}
    return " or to ".join(path for place, path in files.items() if place in _MAY_STAND_IN[name])


def _not_a_choice(name: str, value: str) -> tuple[str, str] | None:
    choices = _CHOICES.get(name, ())
    if name == "hand_over" and (part := not_known(value)):
        mend = "write it as `english own, bilingual html, only reviewed, without findings`"
        return f"`hand_over` cannot be `{part[:40]}`", mend
    if choices and value and value not in choices:
        mend = f"use one of {', '.join(choices)}"
        if name == "match":
            mend = f"give a whole number from {LEAST_MATCH} to 100, without a sign"
        elif name == "put_in":
            mend = f"give a whole number from {LEAST_MATCH} to 99, without a sign, or off"
        return f"`{name}` cannot be `{value[:40]}`", mend
    return None
