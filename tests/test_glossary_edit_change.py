"""Changing and removing an entry by hand's rules: what a person wrote stays as that person wrote it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from workbench.glossary import Entry, add_entry, read_glossary, remove_entry, replace_entry
from workbench.problem import WorkbenchError

GLOSSARY = """\
# Our glossary  (house style: Kyiv)

# --- Places ---
- de: ['Kiew', "Kyjiw"]      # both spellings
  # Not Kiev!
  en:   Kyiv
  avoid:
    - Kiev     # Soviet
    # very wrong:
    - 'Kiew'
  note: >
    The capital of Ukraine.
    On the Dnipro.
  kind: place

- {de: EU, en: EU, case: exact}   # not Eu
- en: Minsk
  de: Minsk
  # of Belarus

# --- People ---
- de: Putin
  en: Putin
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_bytes(GLOSSARY.encode())
    return path


def entry(path: Path, german: str) -> Entry:
    return next(entry for entry in read_glossary(path).glossary.entries if entry.de[0] == german)


def changed(path: Path, german: str, **fields: Any) -> tuple[str, str]:
    """The lines that went and the lines that came when these fields of an entry were changed."""
    before = path.read_text().split("\n")
    old = entry(path, german)
    replace_entry(path, old, replace(old, **fields))
    after = path.read_text().split("\n")
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return "\n".join(before), "\n".join(after)


def removed(path: Path, german: str) -> str:
    remove_entry(path, entry(path, german))
    return path.read_text()


# --- Changing ----------------------------------------------------------------------------------------


def test_only_the_value_that_changes_is_rewritten(path: Path) -> None:
    assert changed(path, "Kiew", en="Kiyv") == ("  en:   Kyiv", "  en:   Kiyv")
    assert changed(path, "Kiew", kind="term") == ("  kind: place", "")
    assert changed(path, "Minsk", en="Mensk") == ("- en: Minsk", "- en: Mensk")


def test_a_list_keeps_its_members_as_they_are_written(path: Path) -> None:
    assert changed(path, "Kiew", de=("Kiew", "Kyjiw", "Kyjiv")) == (
        "- de: ['Kiew', \"Kyjiw\"]      # both spellings",
        "- de: ['Kiew', \"Kyjiw\", Kyjiv]      # both spellings",
    )
    assert changed(path, "Kiew", de=("Kiew", "Kyjiv")) == (
        "- de: ['Kiew', \"Kyjiw\", Kyjiv]      # both spellings",
        "- de: ['Kiew', Kyjiv]      # both spellings",
    )
    assert changed(path, "Kiew", de=("Kiew", "die Stadt Kiew")) == (
        "- de: ['Kiew', Kyjiv]      # both spellings",
        "- de: ['Kiew', die Stadt Kiew]      # both spellings",
    )


def test_an_empty_value_is_filled_and_the_first_member_replaced(path: Path) -> None:
    path.write_text("- de: [a, b]\n  en: c\n  also:\n  avoid: []\n  first: ''  # none\n")
    assert changed(path, "a", de=("A", "b"), also=("d",), avoid=("e", "f"), first="c, long")[1] == (
        "- de: [A, b]\n  en: c\n  also: d\n  avoid: [e, f]\n  first: 'c, long'  # none"
    )


def test_a_list_of_lines_stays_one_and_no_comment_is_lost(path: Path) -> None:
    assert changed(path, "Kiew", avoid=("Kiev", "Kiew", "Kijew")) == ("", "    - Kijew")
    assert changed(path, "Kiew", avoid=("Kiew", "Kijew")) == ("    - Kiev     # Soviet", "    # Soviet")
    assert changed(path, "Kiew", avoid=("Kiyev", "Kiew", "Kijew")) == ("", "    - Kiyev")


def test_a_block_stays_a_block(path: Path) -> None:
    note = "The capital of Ukraine, on the Dnipro; the house style is the Ukrainian form."
    assert changed(path, "Kiew", note=note) == (
        "    The capital of Ukraine.\n    On the Dnipro.",
        "    The capital of Ukraine, on the Dnipro; the house style\n    is the Ukrainian form.",
    )
    assert entry(path, "Kiew").note == note


def test_a_new_key_comes_to_its_usual_place_and_an_empty_one_goes(path: Path) -> None:
    assert changed(path, "Putin", first="Vladimir Putin", kind="person", note="yes: him") == (
        "",
        "  first: Vladimir Putin\n  kind: person\n  note: 'yes: him'",
    )
    assert changed(path, "Putin", first="", note="") == (
        "  first: Vladimir Putin\n  kind: person\n  note: 'yes: him'",
        "  kind: person",
    )
    assert changed(path, "Kiew", avoid=()) == (
        "  avoid:\n    - Kiev     # Soviet\n    # very wrong:\n    - 'Kiew'",
        "  # Soviet\n  # very wrong:",
    )


def test_an_entry_in_braces_stays_in_braces(path: Path) -> None:
    was = "- {de: EU, en: EU, case: exact}   # not Eu"
    assert changed(path, "EU", also=("European Union", "Union, the")) == (
        was,
        "- {de: EU, en: EU, also: [European Union, 'Union, the'], case: exact}   # not Eu",
    )
    assert changed(path, "EU", also=(), note="a: b") == (
        "- {de: EU, en: EU, also: [European Union, 'Union, the'], case: exact}   # not Eu",
        "- {de: EU, en: EU, note: 'a: b', case: exact}   # not Eu",
    )
    assert changed(path, "EU", note="", de=("EU", "E.U."))[1] == "- {de: [EU, E.U.], en: EU, case: exact}   # not Eu"


def test_the_first_key_can_go_from_the_dash(path: Path) -> None:
    path.write_text("- note: x\n  de: a\n  en: b\n- kind: place # c\n  de: d\n  en: e\n")
    changed(path, "a", note="")
    changed(path, "d", kind="term")
    assert path.read_text() == "- de: a\n  en: b\n-\n  # c\n  de: d\n  en: e\n"


def test_nothing_is_written_where_nothing_changes(path: Path) -> None:
    before = path.stat()
    replace_entry(path, entry(path, "Kiew"), entry(path, "Kiew"))
    assert path.stat().st_ino == before.st_ino
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_member_that_is_not_in_force_is_left_for_its_author_to_mend(path: Path) -> None:
    path.write_text("- de: Kiew\n  en: Kyiv\n- de: [Kiew, Kijew]\n  en: Kyiv city\n  also: ['', \"a\\e\", Kyiv town]\n")
    old = entry(path, "Kijew")
    replace_entry(path, old, replace(old, de=("Kijew", "Kyjiw"), also=("the city", "Kyiv town")))
    assert path.read_text().endswith(
        "- de: [Kiew, Kijew, Kyjiw]\n  en: Kyiv city\n  also: [the city, '', \"a\\e\", Kyiv town]\n"
    )


# --- Removing ----------------------------------------------------------------------------------------


def test_a_removed_entry_takes_its_own_comments_but_no_heading(path: Path) -> None:
    assert removed(path, "Minsk") == GLOSSARY.replace("- en: Minsk\n  de: Minsk\n  # of Belarus\n\n", "\n").replace(
        "\n\n\n", "\n\n"
    )
    text = removed(path, "Kiew")
    assert text.startswith("# Our glossary  (house style: Kyiv)\n\n# --- Places ---\n\n- {de: EU")
    assert removed(path, "EU").endswith("# --- Places ---\n\n# --- People ---\n- de: Putin\n  en: Putin\n")
    assert removed(path, "Putin").endswith("# --- Places ---\n\n# --- People ---\n")
    assert read_glossary(path).problems == ()


def test_comments_behind_a_blank_line_or_at_the_margin_stay(path: Path) -> None:
    path.write_text(
        "- de: a\n  en: b\n  # its own\n# at the margin\n- de: c\n  en: d\n\n  # --- Next ---\n\n- de: e\n  en: f\n"
    )
    removed(path, "a")
    assert removed(path, "c") == "# at the margin\n\n  # --- Next ---\n\n- de: e\n  en: f\n"


# --- What is refused ---------------------------------------------------------------------------------


def test_an_entry_that_moved_meanwhile_is_found_by_its_content(path: Path) -> None:
    old = entry(path, "Putin")
    path.write_text("# a line more\n" + GLOSSARY)
    replace_entry(path, old, replace(old, kind="person"))
    assert path.read_text() == "# a line more\n" + GLOSSARY + "  kind: person\n"


def test_an_entry_that_changed_meanwhile_is_refused_with_its_line(path: Path) -> None:
    old = entry(path, "Putin")
    path.write_text(GLOSSARY + "  note: by hand\n")
    changes: tuple[Callable[[], object], ...] = (
        lambda: replace_entry(path, old, replace(old, en="X")),
        lambda: remove_entry(path, old),
    )
    for change in changes:
        with pytest.raises(
            WorkbenchError, match=r"glossary.yaml:22: 'Putin' was changed in the file meanwhile – look at"
        ):
            change()
    path.write_text("# all gone\n")
    with pytest.raises(WorkbenchError, match=r"glossary.yaml: 'Putin' is no longer in the file – add it again"):
        remove_entry(path, old)
    assert path.read_text() == "# all gone\n"


def test_a_change_that_contradicts_another_entry_is_refused_with_its_line(path: Path) -> None:
    old = entry(path, "Minsk")
    with pytest.raises(WorkbenchError, match=r"glossary.yaml:4: 'Kiew' is already here, as 'Kyiv'"):
        replace_entry(path, old, replace(old, de=("Minsk", "Kiew")))
    with pytest.raises(WorkbenchError, match=r"glossary.yaml:4: 'Kiev' is avoided here, for 'Kiew'"):
        replace_entry(path, old, replace(old, de=("Stadt Kiew",), en="City of Kiev", kind="place"))
    with pytest.raises(WorkbenchError, match="'en' is empty"):
        replace_entry(path, old, replace(old, en=""))
    assert path.read_text() == GLOSSARY


def test_what_contradicted_before_does_not_hinder_another_change(path: Path) -> None:
    with path.open("a") as file:
        file.write("- {de: Kiewer Gebiet, en: Kiev Oblast, kind: place}\n")
    assert len(read_glossary(path).problems) == 1
    assert changed(path, "Kiew", note="")[0].startswith("  note: >")


@pytest.mark.parametrize("item", ["- ? de\n  : a\n  ? en\n  : b\n", "- de: a\n---\n  en: b\n"])
def test_an_entry_that_cannot_be_changed_in_place_is_left_to_an_editor(path: Path, item: str) -> None:
    path.write_text("# x\n" + item + "- de: c\n  en: d\n")
    old = entry(path, "a")
    try:
        replace_entry(path, old, replace(old, de=("a", "A."), note="x", first="y", also=("z",)))
    except WorkbenchError as error:
        assert str(error).endswith(":2: 'a' is written in a way that cannot be changed here – change it in an editor")
        assert path.read_text() == "# x\n" + item + "- de: c\n  en: d\n"
    else:
        assert entry(path, "a").note == "x"


# --- When writing fails ------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["add", "replace", "remove"])
@pytest.mark.parametrize("fails", ["write", "fsync", "replace"])
def test_a_write_that_fails_midway_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, change: str, fails: str
) -> None:
    old = entry(path, "Putin")
    write = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) < 100:
            raise OSError(errno.ENOSPC, "full")
        return write(handle, data[:100])

    def broken(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(
        *{"write": (os, "write", full), "fsync": (os, "fsync", broken), "replace": (os, "replace", broken)}[fails]
    )
    with pytest.raises(WorkbenchError, match="cannot be written"):
        {
            "add": lambda: add_entry(path, Entry(("neu",), "new")),
            "replace": lambda: replace_entry(path, old, replace(old, en="X")),
            "remove": lambda: remove_entry(path, old),
        }[change]()
    assert path.read_text() == GLOSSARY
    assert {found.name for found in path.parent.iterdir()} <= {path.name, ".workbench"}


@pytest.mark.parametrize("times", [1, 2, 3, 5])
def test_a_change_by_hand_at_the_same_moment_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    from workbench.glossary.file import opened
    from workbench.glossary.file.yaml_file import read_data as read

    saved = iter(range(times))

    def read_and_then_someone_saves(*arguments: Any) -> bytes:
        data = read(*arguments)
        for time in saved:
            path.write_text(GLOSSARY + "# by hand\n" * (time + 1))
            break
        return data

    old = entry(path, "Putin")
    monkeypatch.setattr(opened, "read_data", read_and_then_someone_saves)
    if times < 3:
        assert replace_entry(path, old, replace(old, en="X")).en == "X"
        assert path.read_text().endswith("# by hand\n" * times)
    else:
        with pytest.raises(WorkbenchError, match="is being changed by another program again and again – try again"):
            replace_entry(path, old, replace(old, en="X"))
        assert path.read_text() == GLOSSARY + "# by hand\n" * 3
