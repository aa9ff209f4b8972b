"""Finding a glossary's terms in German text: what a hit covers, and which one wins."""

from __future__ import annotations

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry, Glossary, TermHit

LUKASHENKO = Entry(("Lukaschenko",), "Lukashenko", kind="person")
KREMLIN = Entry(("Kreml",), "Kremlin", kind="place")
AFU = Entry(("AFU",), "AFU", kind="organisation")


def surfaces(german: str, *entries: Entry) -> list[str]:
    return [hit.surface for hit in Glossary(entries).find(german)]


def test_a_hit_says_which_entry_where_and_how_it_reads() -> None:
    hits = Glossary([LUKASHENKO]).find("Laut Lukaschenkos Sprecherin: nein.")
    assert hits == (TermHit(LUKASHENKO, 5, 17, "Lukaschenkos"),)


def test_an_empty_glossary_and_an_empty_text_find_nothing() -> None:
    assert Glossary().find("Lukaschenko schwieg.") == ()
    assert Glossary([LUKASHENKO]).find("") == ()


def test_of_a_compound_only_the_terms_part_is_the_hit() -> None:
    assert surfaces("Der AFU-Generalstab und der Kremlsprecher.", AFU, KREMLIN) == ["AFU", "Kreml"]


def test_the_longest_term_wins() -> None:
    full = Entry(("Alexander Lukaschenko",), "Alexander Lukashenko", kind="person")
    assert surfaces("Alexander Lukaschenkos Flugzeug", LUKASHENKO, full) == ["Alexander Lukaschenkos"]


def test_a_form_as_the_glossary_writes_it_wins_over_an_inflected_one() -> None:
    one = Entry(("Belarusse",), "Belarusian")
    many = Entry(("Belarussen",), "Belarusians")
    hits = Glossary([one, many]).find("Die Belarussen und der Belarusse")
    assert [hit.entry.en for hit in hits] == ["Belarusians", "Belarusian"]


def test_of_two_entries_alike_the_first_wins() -> None:
    first, second = Entry(("Rada",), "Rada"), Entry(("Rada",), "parliament")
    assert [hit.entry for hit in Glossary([first, second]).find("Die Rada tagt.")] == [first]


def test_exact_case_is_only_found_as_it_is_written() -> None:
    front = Entry(("Front",), "front line", case="exact")
    assert surfaces("Front, front, FRONT, Fronten", front) == ["Front", "Fronten"]


def test_abbreviations_are_only_found_in_capitals_but_in_compounds_too() -> None:
    assert surfaces("AFU, Afu, afu, AFUs, AFU-nah, Ex-AFU", AFU) == ["AFU", "AFUs", "AFU", "AFU"]


@pytest.mark.parametrize("text", ["Putin’s Rede", "Putin's Rede", "Putins Rede"])
def test_every_genitive_is_part_of_the_hit(text: str) -> None:
    assert surfaces(text, Entry(("Putin",), "Putin", kind="person")) == [text.removesuffix(" Rede")]


def test_a_closing_quotation_mark_is_no_genitive() -> None:
    scholz = Entry(("Scholz",), "Scholz", kind="person")
    assert surfaces("Er rief ‘Weg mit Scholz’ und ging.", scholz) == ["Scholz"]
    assert surfaces("Das war Scholz’ letzter Satz.", scholz) == ["Scholz’"]


@pytest.mark.parametrize("written", ["Weißrussland", "Weissrussland", "WEISSRUSSLAND", "Weißrußland"])
@pytest.mark.parametrize("kept", ["Weißrussland", "Weissrussland"])
def test_old_new_and_swiss_spellings_meet(written: str, kept: str) -> None:
    assert surfaces(f"In {written} schneit es.", Entry((kept,), "Belarus", kind="place")) == [written]


@pytest.mark.parametrize("written", ["Müller", "Mueller", "MÜLLER", "Mu\u0308ller"])
def test_umlauts_meet_however_they_are_written(written: str) -> None:
    assert surfaces(f"Frau {written} lacht.", Entry(("Müller",), "Müller", kind="person")) == [written]


def test_a_term_with_a_hyphen_is_found_in_one_word_and_the_other_way_round() -> None:
    war = Entry(("Ukraine-Krieg",), "war in Ukraine")
    boss = Entry(("Kremlchef",), "Kremlin leader")
    text = "Ukrainekrieg, Ukraine‑Kriegs, Kreml-Chef – Ukraine - Krieg"
    assert surfaces(text, war, boss) == ["Ukrainekrieg", "Ukraine‑Kriegs", "Kreml-Chef"]


def test_the_words_of_a_term_may_be_parted_by_a_line_end_or_a_hard_space() -> None:
    sea = Entry(("Schwarzes Meer",), "Black Sea", kind="place")
    assert surfaces("am Schwarzen\u00a0Meer, im Schwarzen\nMeer", sea) == [
        "Schwarzen\u00a0Meer",
        "Schwarzen\nMeer",
    ]


def test_the_words_of_a_term_are_not_found_across_a_full_stop_or_comma() -> None:
    sea = Entry(("Schwarzes Meer",), "Black Sea", kind="place")
    assert surfaces("Alles war schwarz. Schwarzes. Meer. Schwarzes, Meer", sea) == []


def test_signs_of_regular_expressions_are_only_signs() -> None:
    odd = Entry(("C++", "(.*)+", "a|b"), "odd")
    assert surfaces("C++ und C und (.*)+ und a|b und ab", odd) == ["C++", "a|b"]


def test_addresses_are_passed_over() -> None:
    assert surfaces("https://example.org/Kreml und info@Kreml.example", KREMLIN) == []
    assert surfaces("Der Kreml.Danach", KREMLIN) == ["Kreml"]


def test_forms_without_a_word_are_never_found() -> None:
    assert surfaces("– … ! – ???", Entry(("–", "???"), "dash")) == []


def test_long_words_and_long_terms_do_no_harm() -> None:
    long = "Wort " * 300
    assert surfaces(long, Entry((long,), "word")) == []
    assert surfaces("x" * 100_000, Entry(("x" * 100_000,), "x")) == []


def test_twenty_thousand_entries_find_the_same_as_one() -> None:
    letters = string.ascii_lowercase
    many = [Entry((f"Q{a}{b}{c}{n}",), "x") for a in letters for b in letters for c in letters[:10] for n in "123"]
    assert len(many) > 20_000
    assert surfaces("Laut Lukaschenkos Sprecher", *many, LUKASHENKO) == ["Lukaschenkos"]


WORDS = st.text("abcdeknorstuäöüßABEKÖ", min_size=1, max_size=9)
FORMS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
KINDS = st.sampled_from(["person", "place", "organisation", "term"])
ENTRIES = st.builds(
    Entry, de=st.lists(FORMS, min_size=1, max_size=2).map(tuple), en=WORDS, kind=KINDS
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(ENTRIES, max_size=6), st.lists(st.one_of(WORDS, FORMS, st.sampled_from("-.’ ")), max_size=12))
def test_hits_are_in_order_without_overlaps_and_read_as_the_text(entries: list[Entry], parts: list[str]) -> None:
    german = " ".join(parts)
    hits = Glossary(entries).find(german)
    assert all(hit.surface == german[hit.start : hit.end] and hit.surface for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert all(hit.entry in entries for hit in hits)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, WORDS, WORDS)
def test_a_term_written_as_in_the_glossary_is_always_found(entry: Entry, before: str, after: str) -> None:
    form = entry.de[0]
    german = f"{before}, {form}, {after}"
    covered = {i for hit in Glossary([entry]).find(german) for i in range(hit.start, hit.end)}
    start = len(before) + 2
    assert covered.issuperset(i for i in range(start, start + len(form)) if german[i] != " ")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), st.text(max_size=200))
def test_any_text_and_any_terms_are_borne(forms: list[str], german: str) -> None:
    for hit in Glossary([Entry(tuple(forms), "x")]).find(german):
        assert hit.surface == german[hit.start : hit.end]
