"""Adding an entry: every byte a person wrote stays, and the entry is there when the file is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry, Kind, add_entry, read_glossary
from workbench.glossary.finding.printed import not_read
from workbench.problem import WorkbenchError

KYIV = Entry(("Kiew", "Kyjiw"), "Kyiv", also=("Kyiv city",), avoid=("Kiev",), kind="place", note="Not Kiev.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "glossary.yaml"


def added(path: Path, old: str, entry: Entry = KYIV) -> str:
    """What stands in the file after the old text when an entry has been added."""
    path.write_bytes(old.encode())
    add_entry(path, entry)
    new = path.read_bytes().decode()
    assert new.startswith(old)
    return new.removeprefix(old)


def test_a_missing_file_is_made_with_a_header_that_says_how_it_is_kept(path: Path) -> None:
    add_entry(path, KYIV)
    text = path.read_text()
    assert text.startswith("# The glossary of this project:")
    assert text.endswith(
        "\n\n- de: [Kiew, Kyjiw]\n  en: Kyiv\n  also: Kyiv city\n  avoid: Kiev\n  kind: place\n  note: Not Kiev.\n"
    )
    file = read_glossary(path)
    assert file.problems == ()
    assert [replace(entry, line=0) for entry in file.glossary.entries] == [KYIV]


def test_comments_order_and_quoting_stay(path: Path) -> None:
    old = "# mine\n\n- en: 'Minsk'   # the capital\n  de: \"Minsk\"\n"
    assert added(path, old).startswith("- de: [Kiew, Kyjiw]\n  en: Kyiv\n")


def test_the_files_own_line_ends_spacing_and_indentation_are_used(path: Path) -> None:
    plain = Entry(("Kiew",), "Kyiv")
    assert added(path, "- de: a\r\n  en: b\r\n", plain) == "- de: Kiew\r\n  en: Kyiv\r\n"
    assert added(path, "  - de: a\n    en: b\n", plain) == "  - de: Kiew\n    en: Kyiv\n"
    assert added(path, "- de: a\n  en: b\n\n- de: c\n  en: d\n", plain) == "\n- de: Kiew\n  en: Kyiv\n"
    assert added(path, "- de: a\n  en: b", plain) == "\n- de: Kiew\n  en: Kyiv\n"
    assert added(path, "\ufeff# only a comment\n", plain) == "\n- de: Kiew\n  en: Kyiv\n"


@pytest.mark.parametrize("text", ["NO", "1999", "null", "a: b", "#x", "- y", "it's", '"q"', "x #y", "[z]", "*a", "ja,"])
def test_whatever_yaml_would_take_for_something_else_is_quoted(path: Path, text: str) -> None:
    add_entry(path, Entry((text, f"{text} zwei"), text, also=(f"{text} two",), note=text))
    assert [replace(entry, line=0) for entry in read_glossary(path).glossary.entries] == [
        Entry((text, f"{text} zwei"), text, also=(f"{text} two",), note=text)
    ]


def test_a_second_entry_for_a_term_is_refused_with_the_line_of_the_first(path: Path) -> None:
    path.write_text("# mine\n- de: Kiew\n  en: Kiev\n")
    with pytest.raises(WorkbenchError, match=r"glossary.yaml:2: 'Kiew' is already here, as 'Kiev'"):
        add_entry(path, KYIV)
    with pytest.raises(WorkbenchError, match=r"glossary.yaml:2: 'KIEW' is already here, with the same English"):
        add_entry(path, Entry(("KIEW",), "Kiev"))
    assert path.read_text() == "# mine\n- de: Kiew\n  en: Kiev\n"


def test_an_english_that_another_entry_avoids_for_the_same_name_is_refused_with_its_line(path: Path) -> None:
    old = "# mine\n- {de: Kiew, en: Kyiv, avoid: [Kiev], kind: place}\n"
    path.write_text(old)
    with pytest.raises(WorkbenchError, match=r"glossary.yaml:2: 'Kiev' is avoided here, for 'Kiew' – delete it there"):
        add_entry(path, Entry(("Kiewer Gebiet",), "Kiev Oblast", kind="place"))
    with pytest.raises(
        WorkbenchError, match=r"glossary.yaml:2: 'Kyiv' is the English here, of 'Kiew' – change it there"
    ):
        add_entry(path, Entry(("Oblast Kiew",), "the oblast", avoid=("Kyiv",), kind="place"))
    assert path.read_text() == old


@pytest.mark.parametrize(
    ("old", "told"),
    [
        (b"de: a\nen: b\n", "1: line belongs to no entry"),
        (b"- de: a\n  en: b\nstray\n", "3: line belongs to no entry"),
        ("- de: ß\n  en: b\n".encode("latin-1"), "1: is not UTF-8 text"),
        ("- de: a\n  en: b\n".encode("utf-16"), "1: is not UTF-8 text, but UTF-16"),
        (b"-\n" * 100_001, "100001: has more than 100,000 entries"),
    ],
)
def test_a_file_that_is_no_list_is_left_as_it_is(path: Path, old: bytes, told: str) -> None:
    path.write_bytes(old)
    with pytest.raises(WorkbenchError, match=told):
        add_entry(path, KYIV)
    assert path.read_bytes() == old


def test_a_broken_entry_elsewhere_is_no_hindrance(path: Path) -> None:
    for old in ("- de: [a, 'b\n  en: c\n- de: d\n", "- de: d"):
        added(path, old)
        assert [entry.en for entry in read_glossary(path).glossary.entries] == ["Kyiv"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Entry((), "x"), "entry has no German form"),
        (Entry(("",), "x"), "'de' is empty"),
        (Entry(("a",), ""), "'en' is empty"),
        (Entry(("a",), "x" * 201), "'en' has 201 characters"),
        (Entry(("…",), "x"), "has no letter or digit"),
        (Entry(("a",), "x", also=("y",), avoid=("y",)), "'y' is both accepted and avoided"),
        (Entry(("a",), "x", note="n" * 2_001), "note is longer than 2,000 characters"),
        (Entry(("a",), "x", kind=cast(Kind, "city")), "unknown kind or case"),
        (Entry(("a",), "x", first="y", avoid=("y",)), "'y' is both accepted and avoided"),
        (Entry(("a",), "x", first="x"), "'first' is 'x', as 'en' is"),
        (Entry(("a",), "x", first="y" * 201), "'first' has 201 characters"),
        (Entry(("M\u043eskau",), "Moscow"), "U\\+043E"),
        (Entry(("K\udcf6ln",), "Cologne"), "damaged letter"),
    ],
)
def test_an_entry_that_could_not_be_read_again_is_refused(path: Path, entry: Entry, told: str) -> None:
    with pytest.raises(WorkbenchError, match=told):
        add_entry(path, entry)
    assert not path.exists()


def test_text_from_the_screen_is_cleaned(path: Path) -> None:
    add_entry(path, Entry((" Ki\u00adew\n",), "Ky\x1b[31miv", note="two\nlines"))
    (entry,) = read_glossary(path).glossary.entries
    assert (entry.de, entry.en, entry.note) == (("Kiew",), "Kyiv", "two lines")


def test_a_folder_and_a_full_file_are_told(path: Path) -> None:
    path.write_text("# " + "x" * 9_999_990 + "\n")
    with pytest.raises(WorkbenchError, match="over the limit of 10 MB"):
        add_entry(path, KYIV)
    path.unlink()
    path.mkdir()
    with pytest.raises(WorkbenchError, match="is a folder"):
        add_entry(path, KYIV)


TEXT = st.text(min_size=1, max_size=20).map(lambda text: f"x{text}x").map(lambda text: " ".join(text.split()))
ENTRY = st.builds(Entry, de=st.tuples(TEXT), en=TEXT, also=st.lists(TEXT, max_size=2).map(tuple), note=TEXT)
OLD = st.sampled_from(["", "# c\n", "- de: Alt\n  en: old", "- de: Alt\r\n  en: old\r\n", " - de: Alt\n   en: old\n\n"])


@settings(max_examples=120, deadline=None)
@given(old=OLD, entry=ENTRY)
def test_what_is_added_is_read_again_and_the_old_bytes_stay(
    tmp_path_factory: pytest.TempPathFactory, old: str, entry: Entry
) -> None:
    path = tmp_path_factory.mktemp("any") / "glossary.yaml"
    path.write_bytes(old.encode())
    before = read_glossary(path).glossary.entries
    try:
        add_entry(path, entry)
    except WorkbenchError:
        assert path.read_bytes() == old.encode()
        return
    assert path.read_bytes().startswith(old.encode())
    file = read_glossary(path)
    as_written = [form for form in entry.de if not_read(form, entry.kind)]  # a/b: told, and in force
    assert len(file.problems) == len(as_written)
    assert len(file.glossary.entries) == len(before) + 1
    assert file.glossary.entries[-1].line > 0
