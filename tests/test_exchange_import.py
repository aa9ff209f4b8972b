"""What an import would change, what a translator decides, and how it is written into the glossary."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry, read_glossary
from workbench.glossary.exchange import Changes, Decision, ImportPlan, decided, plan_import, write_import
from workbench.glossary.file.contradictions import Claim, claim
from workbench.problem import WorkbenchError

OURS = """\
# Our glossary
- de: Kiew            # the capital
  en: Kyiv
  avoid: [Kiev]
  kind: place
- de: [AFU]
  en: AFU
  also: [Armed Forces of Ukraine]
- {de: ODKB, en: CSTO, note: ours}
- de: Straße
  en: street
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text(OURS, encoding="utf-8")
    return path


def there(path: Path) -> tuple[Entry, ...]:
    return read_glossary(path).glossary.entries


def plan(path: Path, *come: Entry) -> ImportPlan:
    return plan_import(there(path), come)


def imported(path: Path, decision: Decision, *come: Entry) -> Changes:
    """Import with one decision for all conflicts."""
    changes = decided(plan(path, *come), lambda conflict: decision)
    write_import(path, changes)
    return changes


# --- The plan -----------------------------------------------------------------------------------------------


def test_new_and_same(glossary: Path) -> None:
    minsk, kyiv = Entry(("Minsk",), "Minsk"), Entry(("Kiew",), "Kyiv")
    assert plan(glossary, minsk, kyiv) == ImportPlan(new=(minsk,), same=(kyiv,))


@pytest.mark.parametrize("german", ["STRASSE", "Strasse", "Straße"])
def test_german_is_compared_as_the_finder_does(glossary: Path, german: str) -> None:
    (conflict,) = plan(glossary, Entry((german,), "road", line=7)).conflicts
    assert conflict.existing.line == 10
    assert conflict.incoming.line == 7
    assert conflict.reason == "the English is 'street' there, 'road' here"


def test_an_entry_that_knows_more_is_no_conflict(glossary: Path) -> None:
    more = Entry(("Kiew", "Kyjiw"), "Kyiv", ("Kyiv city",), ("Kieff",), note="the capital", first="Kyiv, the capital")
    (addition,) = plan(glossary, more).richer
    assert addition.existing.line == 2
    assert addition.what == (
        "German 'Kyjiw'",
        "also 'Kyiv city'",
        "avoid 'Kieff'",
        "first 'Kyiv, the capital'",
        "a note",
    )
    assert addition.result == Entry(
        ("Kiew", "Kyjiw"),
        "Kyiv",
        ("Kyiv city",),
        ("Kiev", "Kieff"),
        "place",
        "the capital",
        first="Kyiv, the capital",
        line=2,
    )


@pytest.mark.parametrize(
    ("come", "reason"),
    [
        (Entry(("Kiew",), "Kiev"), "'Kiev' is forbidden there, and the English here"),
        (Entry(("Kiew",), "Kyiv", also=("Kiev",)), "'Kiev' is forbidden there, allowed here"),
        (Entry(("Kiew",), "Kyiv", kind="organisation"), "the kind is place there, organisation here"),
        (
            Entry(("AFU",), "Armed Forces of Ukraine"),
            "'AFU' is preferred there and 'Armed Forces of Ukraine' allowed; "
            "here 'Armed Forces of Ukraine' is preferred",
        ),
        (
            Entry(("AFU",), "AFU", avoid=("Armed Forces of Ukraine",)),
            "'Armed Forces of Ukraine' is allowed there, forbidden here",
        ),
    ],
)
def test_each_way_to_contradict_is_told(glossary: Path, come: Entry, reason: str) -> None:
    (conflict,) = plan(glossary, come).conflicts
    assert conflict.reason == reason
    assert conflict.about == "entry"


def test_another_note_is_told_apart_from_contradictions(glossary: Path) -> None:
    (conflict,) = plan(glossary, Entry(("ODKB",), "CSTO", note="theirs")).conflicts
    assert (conflict.about, conflict.reason) == ("note", "the note is 'ours' there, 'theirs' here")


def test_a_file_that_contradicts_itself(glossary: Path) -> None:
    bank, bench = Entry(("Bank",), "bank", line=1), Entry(("Bank",), "bench", line=9)
    made = plan(glossary, bank, bench)
    assert made.new == (bank,)
    (conflict,) = made.conflicts
    assert (conflict.existing, conflict.incoming, conflict.inside) == (bank, bench, True)


def test_a_file_that_contradicts_what_it_adds_to_ours(glossary: Path) -> None:
    made = plan(glossary, Entry(("Straße",), "street", avoid=("road",)), Entry(("Straße",), "street", ("road",)))
    assert [addition.what for addition in made.richer] == [("avoid 'road'",)]
    (conflict,) = made.conflicts
    assert conflict.reason == "the file contradicts itself: 'road' is forbidden there, allowed here"


def test_a_file_that_repeats_itself(glossary: Path) -> None:
    one, other = Entry(("Minsk",), "Minsk"), Entry(("Minsk",), "Minsk", note="the capital")
    made = plan(glossary, one, one, other)
    assert made.new == (other,)
    assert made.same == (one,)


def test_an_entry_that_belongs_to_two_of_ours_is_compared_with_both(glossary: Path) -> None:
    made = plan(glossary, Entry(("Kiew", "ODKB", "Kyjiw"), "Kyiv"))
    assert [addition.what for addition in made.richer] == [("German 'Kyjiw'",)]
    assert [conflict.reason for conflict in made.conflicts] == ["the English is 'CSTO' there, 'Kyiv' here"]


def test_a_name_that_another_entry_forbids(glossary: Path) -> None:
    """A compound name would bring in the English that the entry of its part avoids."""
    region = Entry(("Kiewer Gebiet",), "Kiev Region", kind="place")
    (conflict,) = plan(glossary, region).conflicts
    assert conflict.about == "names"
    assert conflict.existing.line == 2
    assert conflict.reason == "'Kiev Region' is wanted here, but 'Kiev' is forbidden there"
    before = glossary.read_bytes()
    assert imported(glossary, "replace", region).left == (conflict,)
    assert glossary.read_bytes() == before


# --- Decisions ----------------------------------------------------------------------------------------------


def test_keep_writes_what_is_new_and_nothing_else(glossary: Path) -> None:
    changes = imported(glossary, "keep", Entry(("Kiew",), "Kiev"), Entry(("Minsk",), "Minsk"))
    assert glossary.read_text(encoding="utf-8") == OURS + "- de: Minsk\n  en: Minsk\n"
    assert [conflict.incoming.de for conflict in changes.left] == [("Kiew",)]


def test_also_allows_the_english_that_comes(glossary: Path) -> None:
    imported(glossary, "also", Entry(("Straße",), "road", also=("lane",)))
    assert glossary.read_text(encoding="utf-8") == OURS + "  also: [road, lane]\n"


def test_also_does_not_allow_what_the_glossary_forbids(glossary: Path) -> None:
    changes = imported(glossary, "also", Entry(("Kiew",), "Kiev"))
    assert [conflict.incoming.en for conflict in changes.left] == ["Kiev"]
    assert glossary.read_text(encoding="utf-8") == OURS


def test_replace_takes_what_comes_and_keeps_what_it_does_not_say(glossary: Path) -> None:
    imported(glossary, "replace", Entry(("Kiew", "Kyjiw"), "Kiev"), Entry(("ODKB",), "CSTO", note="theirs"))
    kyiv, _, csto, _ = there(glossary)
    assert kyiv == Entry(("Kiew", "Kyjiw"), "Kiev", kind="place", line=2)
    assert csto.note == "theirs"
    assert "# the capital" in glossary.read_text(encoding="utf-8")


def test_only_new_leaves_our_entries_alone(glossary: Path) -> None:
    made = plan(glossary, Entry(("Kiew",), "Kyiv", note="more"), Entry(("Minsk",), "Minsk"))
    write_import(glossary, decided(made, lambda conflict: "keep", only_new=True))
    assert glossary.read_text(encoding="utf-8") == OURS + "- de: Minsk\n  en: Minsk\n"


def test_the_english_of_both_where_the_file_contradicts_itself(glossary: Path) -> None:
    imported(glossary, "also", Entry(("Bank",), "bank"), Entry(("Bank",), "bench"))
    assert there(glossary)[-1] == Entry(("Bank",), "bank", ("bench",), line=12)


# --- Writing ------------------------------------------------------------------------------------------------


def test_many_entries_in_one_write_in_the_files_own_style(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_bytes(b"  - de: Kiew\r\n    en: Kyiv\r\n\r\n  - de: Minsk\r\n    en: Minsk\r\n")
    write_import(path, Changes(added=tuple(Entry((f"Wort{n}",), f"word {n}") for n in range(4))))
    added = "".join(f"\r\n  - de: Wort{n}\r\n    en: word {n}\r\n" for n in range(4))
    assert path.read_bytes().decode().endswith("    en: Minsk\r\n" + added)


def test_a_glossary_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    imported(path, "keep", Entry(("Kiew",), "Kyiv"), Entry(("Minsk",), "Minsk"), Entry(("Riga",), "Riga"))
    assert path.read_text(encoding="utf-8").startswith("#")
    assert [entry.en for entry in there(path)] == ["Kyiv", "Minsk", "Riga"]


def test_all_or_nothing_when_an_entry_was_changed_meanwhile(glossary: Path) -> None:
    changes = decided(plan(glossary, Entry(("Straße",), "road"), Entry(("Riga",), "Riga")), lambda conflict: "replace")
    glossary.write_text(OURS.replace("en: street", "en: way"), encoding="utf-8")
    before = glossary.read_bytes()
    with pytest.raises(WorkbenchError, match="'Straße' was changed in the file meanwhile – import again"):
        write_import(glossary, changes)
    assert glossary.read_bytes() == before


def test_all_or_nothing_when_a_new_entry_was_added_meanwhile(glossary: Path) -> None:
    changes = decided(plan(glossary, Entry(("Riga",), "Riga"), Entry(("Wilna",), "Vilnius")), lambda conflict: "keep")
    glossary.write_text(OURS + "- {de: Wilna, en: Wilno}\n", encoding="utf-8")
    before = glossary.read_bytes()
    with pytest.raises(WorkbenchError, match="'Wilna' cannot be written so that it is read again – import again"):
        write_import(glossary, changes)
    assert glossary.read_bytes() == before


def test_problems_in_other_entries_are_no_hindrance(glossary: Path) -> None:
    broken = OURS + "- de: Kiew\n  en: Kiev\n- de: [half\n- de: Riga\n  en: Riga\n"
    glossary.write_text(broken, encoding="utf-8")
    imported(glossary, "also", Entry(("Wilna",), "Vilnius"), Entry(("Riga",), "Riga city"))
    assert glossary.read_text(encoding="utf-8") == broken + "  also: Riga city\n- de: Wilna\n  en: Vilnius\n"


def test_a_line_that_belongs_to_no_entry_is_told(glossary: Path) -> None:
    glossary.write_text(OURS + "stray: yes\n", encoding="utf-8")
    with pytest.raises(WorkbenchError, match="12: line belongs to no entry"):
        imported(glossary, "keep", Entry(("Riga",), "Riga"))


# --- Any two glossaries -------------------------------------------------------------------------------------

WORDS = ("Kiew", "kiew", "Straße", "STRASSE", "Bank", "Rat", "Räte", "Raete", "Ost-West", "Ostwest")
ENGLISH = ("a", "b", "c", "d e", "f: #g")


@st.composite
def small_entries(draw: st.DrawFn) -> Entry:
    """Entries of few words, so that they often meet."""
    en = draw(st.sampled_from(ENGLISH))
    some = st.lists(st.sampled_from(ENGLISH), max_size=2, unique=True)
    also = tuple(form for form in draw(some) if form != en)
    first = draw(st.sampled_from(("", *ENGLISH)))
    first = "" if first == en else first
    return Entry(
        de=tuple(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique_by=claim))),
        en=en,
        also=also,
        avoid=tuple(form for form in draw(some) if form not in (en, first, *also)),
        kind=draw(st.sampled_from(("term", "place"))),
        note=draw(st.sampled_from(("", "one", "two"))),
        first=first,
    )


def is_whole(entries: list[Entry]) -> list[Entry]:
    """As a glossary has them: each German form in one entry."""
    known: set[object] = set()
    left = []
    for entry in entries:
        german = tuple(form for form in entry.de if claim(form) not in known)
        known.update(map(claim, german))
        left += [replace(entry, de=german)] if german else []
    return left


small_files = st.lists(small_entries(), max_size=6)


def german_of(entries: Iterable[Entry]) -> set[Claim]:
    return {claim(form) for entry in entries for form in entry.de}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(small_files.map(is_whole), small_files, st.sampled_from(("keep", "also", "replace")), st.booleans())
def test_any_import_is_written_whole_and_a_second_one_brings_nothing_new(
    ours: list[Entry], come: list[Entry], decision: Decision, only_new: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "glossary.yaml"
        write_import(path, Changes(added=tuple(ours)))
        before = path.read_bytes()
        made = plan_import(there(path), come)
        changes = decided(made, lambda conflict: decision, only_new=only_new)
        write_import(path, changes)
        if decision == "keep" and only_new:
            assert path.read_bytes().startswith(before)
        german = german_of(there(path))
        assert german >= german_of(ours)
        again = plan_import(there(path), come)
        if not changes.left and not only_new:
            assert german == german_of((*ours, *come))
            assert not again.new
        met = [conflict.existing for conflict in made.conflicts] + [addition.existing for addition in made.richer]
        if decision == "replace" and not only_new and come == is_whole(come) and len(met) == len(set(met)):
            assert not [conflict for conflict in again.conflicts if conflict.about == "entry"]


@settings(max_examples=60, deadline=None)
@given(small_files.map(is_whole))
def test_what_is_there_is_the_same(ours: list[Entry]) -> None:
    assert plan_import(ours, ours) == ImportPlan(same=tuple(ours))
