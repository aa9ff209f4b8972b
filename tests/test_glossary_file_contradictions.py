"""Entries of glossary.yaml that contradict each other are told with both lines; what only looks so is not told."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.glossary import GlossaryFile, read_glossary


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "glossary.yaml"


def read(path: Path, text: str) -> GlossaryFile:
    path.write_text(text, encoding="utf-8")
    return read_glossary(path)


def told(file: GlossaryFile) -> list[str]:
    """The problems as the user sees them, without the folder."""
    return [str(problem).split("glossary.yaml:", 1)[1] for problem in file.problems]


def german(file: GlossaryFile) -> list[str]:
    return [form for entry in file.glossary.entries for form in entry.de]


def both(first: str, second: str) -> str:
    return f"- {{{first}}}\n- {{{second}}}\n"


def test_two_entries_that_contradict_each_other_are_told_with_both_lines(path: Path) -> None:
    file = read(path, "- de: Weißrussland\n  en: Belarus\n- de: [Weissrussland, Belorussland]\n  en: Belorussia\n")
    assert told(file) == [
        "3: 'Weissrussland' is 'Belorussia' here, but 'Belarus' at line 1 (in force)"
        " – delete one of the two, or put the other English under 'also'"
    ]
    assert german(file) == ["Weißrussland", "Belorussland"]


def test_the_same_entry_twice_is_told(path: Path) -> None:
    file = read(path, "- de: Kiew\n  en: Kyiv\n- de: Kiew\n  en: Kyiv\n")
    assert told(file) == ["3: 'Kiew' is already at line 1 – delete one of the two"]
    assert german(file) == ["Kiew"]


def test_a_noun_and_an_adjective_of_the_same_letters_do_not_contradict_each_other(path: Path) -> None:
    assert read(path, "- de: Recht\n  en: law\n- de: recht\n  en: right\n").problems == ()


@pytest.mark.parametrize("other", ["Kremlsprecher", "Kreml-Sprecher", "KREMLSPRECHER", "Kreml\u2011Sprecher"])
def test_a_compound_is_the_same_german_with_and_without_its_hyphen(path: Path, other: str) -> None:
    file = read(path, f"- de: Kremlsprecher\n  en: Kremlin spokesman\n- de: {other}\n  en: spokesman\n")
    assert told(file) == [
        f"3: '{other}' is 'spokesman' here, but 'Kremlin spokesman' at line 1 (in force)"
        " – delete one of the two, or put the other English under 'also'"
    ]


def test_a_name_that_another_entry_for_the_same_name_avoids_is_told_with_both_lines(path: Path) -> None:
    surname = "- de: Lukaschenko\n  en: Lukashenko\n  avoid: [Lukashenka]\n  kind: person\n"
    name = "- de: Alexander Lukaschenko\n  en: Alexander Lukashenka\n  kind: person\n"
    assert told(read(path, surname + name)) == [
        "5: 'Alexander Lukashenka' is wanted here, but line 1 avoids 'Lukashenka'"
        " – delete 'Lukashenka' under 'avoid' there, or change the English here"
    ]
    assert told(read(path, name + surname)) == [
        "4: 'Lukashenka' is avoided here, but line 1 wants 'Alexander Lukashenka'"
        " – delete it here, or change 'Alexander Lukashenka' there"
    ]
    assert len(read(path, name + surname).glossary.entries) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("de: Kiew, en: Kyiv, avoid: Kiev, kind: place", "de: Kiewer Gebiet, en: Kiev Oblast, kind: place"),
        ("de: Ukraine, en: Ukraine, avoid: X, kind: place", "de: Westen der Ukraine, en: west of X, kind: place"),
        ("de: Sascha Blau, en: Sasha B, avoid: Sascha, kind: person", "de: Sascha, en: Sascha, kind: person"),
        ("de: Blau, en: Blow, avoid: Blau, kind: person", "de: Max Blau, en: M. B., first: Max Blau, kind: person"),
    ],
)
def test_wherever_the_names_german_stands_in_the_other(path: Path, first: str, second: str) -> None:
    assert len(read(path, both(first, second)).problems) == 1
    assert len(read(path, both(second, first)).problems) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # What is wrong for one word is right for another.
        ("de: Recht, en: law, avoid: right", "de: recht, en: right"),
        ("de: Rat, en: advice, avoid: council", "de: Räte, en: councils"),
        ("de: Krieg, en: war, avoid: struggle", "de: Kampf, en: struggle"),
        ("de: Kiew, en: Kyiv, avoid: Kiev, kind: place", "de: Hähnchen Kiew, en: chicken Kiev"),
        ("de: Kiew, en: Kyiv, avoid: Kiev, kind: place", "de: Dynamo Kiew, en: Dynamo Kiev, kind: organisation"),
        ("de: Kiew, en: Kyiv, avoid: Kiev, kind: place", "de: Rus, en: Kiev Rus, kind: place"),
        # Longer or shorter is not another spelling.
        ("de: Putin, en: Putin, avoid: Vladimir Putin, kind: person", "de: W. Putin, en: Vladimir Putin, kind: person"),
        ("de: W. Putin, en: Vladimir Putin, avoid: Putin, kind: person", "de: Putin, en: Putin, kind: person"),
        # Nor is a form that is only part of a word.
        ("de: Rom, en: Rome, avoid: Roma, kind: place", "de: Romanija, en: Romanija, kind: place"),
    ],
)
def test_what_is_right_elsewhere_is_no_contradiction(path: Path, first: str, second: str) -> None:
    assert read(path, both(first, second)).problems == ()
    assert read(path, both(second, first)).problems == ()
