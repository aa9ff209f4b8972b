"""Finding a glossary's terms in German text: what a hit covers, and which one wins."""

from __future__ import annotations

import re
import string
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.term_sentences import DATA
from workbench.glossary import Entry, Glossary, Kind, TermHit, read_glossary, without_link
from workbench.glossary.finding.printed import meant

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


@pytest.mark.feature("terms are found in all their forms")
@pytest.mark.parametrize("text", ["Putin’s Rede", "Putin's Rede", "Putins Rede"])
def test_every_genitive_is_part_of_the_hit(text: str) -> None:
    assert surfaces(text, Entry(("Putin",), "Putin", kind="person")) == [text.removesuffix(" Rede")]


def test_a_closing_quotation_mark_is_no_genitive() -> None:
    scholz = Entry(("Scholz",), "Scholz", kind="person")
    assert surfaces("Er rief ‘Weg mit Scholz’ und ging.", scholz) == ["Scholz"]
    assert surfaces("Das war Scholz’ letzter Satz.", scholz) == ["Scholz’"]


@pytest.mark.feature("terms are found in all their forms")
@pytest.mark.parametrize("written", ["Weißrussland", "Weissrussland", "WEISSRUSSLAND", "Weißrußland"])
@pytest.mark.parametrize("kept", ["Weißrussland", "Weissrussland"])
def test_old_new_and_swiss_spellings_meet(written: str, kept: str) -> None:
    assert surfaces(f"In {written} schneit es.", Entry((kept,), "Belarus", kind="place")) == [written]


@pytest.mark.parametrize(
    ("term", "german"),
    [
        ("11. Brigade", "Die 111. Brigade rückt vor."),
        ("111. Brigade", "Die 1111. Brigade rückt vor."),
        ("100 Tage", "Nach 1000 Tagen Krieg."),
        ("Minsk II", "Minsk III wird verhandelt."),
        ("Minsk III", "Minsk II galt als tot."),
        ("9K11", "Das System 9K111 traf."),
        ("Kapitel XX", "Siehe Kapitel XXX im Anhang."),
    ],
)
def test_digits_and_roman_numerals_are_what_they_are(term: str, german: str) -> None:
    assert not Glossary([Entry(de=(term,), en="x")]).find(german)


def test_names_that_differ_by_a_numeral_are_two_entries(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text(
        "- {de: Minsk II, en: Minsk II}\n- {de: Minsk III, en: Minsk III}\n"
        "- {de: 11. Brigade, en: 11th Brigade}\n- {de: 111. Brigade, en: 111th Brigade}\n",
        encoding="utf-8",
    )
    read = read_glossary(tmp_path / "glossary.yaml")
    assert (len(read.glossary.entries), read.problems) == (4, ())


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


def test_of_a_compound_linking_letters_are_not_part_of_the_hit() -> None:
    ministry = Entry(("Verteidigungsministerium",), "Ministry of Defence", kind="organisation")
    text = "Verteidigungsministeriumssprecher, Verteidigungsministeriums-Sprecher, des Verteidigungsministeriums"
    assert surfaces(text, ministry) == [*["Verteidigungsministerium"] * 2, "Verteidigungsministeriums"]


@pytest.mark.parametrize(
    ("rest", "word"),
    [("swahl", "wahl"), ("s-Wahl", "-Wahl"), ("schutz", "schutz"), ("staatssekretär", "staatssekretär"),
     ("sstaatssekretär", "staatssekretär"), ("sprecher", "sprecher"), ("enführer", "führer"), ("sinterne", "interne"),
     ("xyz", "xyz")],
)  # fmt: skip
def test_letters_that_only_link_a_compound_are_told_apart(rest: str, word: str) -> None:
    assert without_link(rest) == word


@pytest.mark.feature("terms are found in all their forms")
def test_a_term_is_found_at_the_end_of_a_compound() -> None:
    text = "Klimaabkommen, Ostukraine, Westukrainer, Vizepräsidenten, Stellvertreter"
    entries = Entry(("Abkommen",), "x"), Entry(("Ukraine",), "y", kind="place"), Entry(("Präsident",), "z")
    assert surfaces(text, *entries, Entry(("Vertreter",), "v")) == ["abkommen", "ukraine", "präsidenten"]


def test_a_term_with_a_hyphen_is_found_at_the_beginning_of_a_longer_word() -> None:
    commission = Entry(("EU-Kommission",), "European Commission", kind="organisation")
    text = "EU-Kommissionssprecher, UN-Kommissionssprecher, Kommissionssprecher"
    assert surfaces(text, commission) == ["EU-Kommission"]


def test_inside_a_term_quotation_marks_of_any_kind_may_stand() -> None:
    movement = Entry(("Bewegung „Freies Wort“",), "Free Word Movement", kind="organisation")
    text = "Bewegung «Freies Wort» und Bewegung Freies Wort"
    assert surfaces(text, movement) == ["Bewegung «Freies Wort»", "Bewegung Freies Wort"]


def test_soft_hyphens_do_not_hide_a_term() -> None:
    assert surfaces("Luka\u00adschen\u00adkos Rede", LUKASHENKO) == ["Luka\u00adschen\u00adkos"]


@pytest.mark.parametrize("german", ["Pеskow", "Kоtow", "كييف", "\u202eKreml\u202c-\u0301", "ﬁ ﬀ ʼ ͅ"])
def test_look_alikes_and_other_scripts_are_other_words(german: str) -> None:
    entries = Entry(("Peskow",), "Peskov", kind="person"), Entry(("Kotow",), "Kotov", kind="person")
    assert surfaces(german, *entries, Entry(("كييف الكبرى",), "Kyiv", kind="place")) == []


def test_names_in_other_scripts_are_found_too() -> None:
    assert surfaces("Das Wort Путин steht da, كييف auch.", Entry(("Путин", "كييف"), "x")) == ["Путин", "كييف"]


# Which one wins, and who gave way


def gave_way(german: str, *entries: Entry) -> list[tuple[str, list[str]]]:
    return [(hit.surface, [entry.en for entry in hit.gave_way]) for hit in Glossary(entries).find(german)]


def test_a_hit_tells_the_entries_that_gave_way_to_it() -> None:
    war = Entry(("Ukraine-Krieg",), "war in Ukraine")
    ukraine = Entry(("Ukraine",), "Ukraine", kind="place")
    assert gave_way("Im Ukraine-Krieg siegt die Ukraine nicht.", ukraine, war) == [
        ("Ukraine-Krieg", ["Ukraine"]),
        ("Ukraine", []),
    ]


def test_two_entries_alike_and_a_part_are_told_in_text_order_each_once() -> None:
    full = Entry(("Wladimir Putin",), "Vladimir Putin", kind="person")
    entries = Entry(("Putin",), "Putin", kind="person"), full, Entry(("Wladimir",), "W"), Entry(("Putin",), "P")
    assert gave_way("Wladimir Putins Rede", *entries) == [("Wladimir Putins", ["W", "Putin", "P"])]


def test_an_entry_does_not_give_way_to_itself() -> None:
    csto = Entry(("Organisation des Vertrags über kollektive Sicherheit", "kollektive Sicherheit"), "CSTO")
    assert gave_way("die Organisation des Vertrages über kollektive Sicherheit", csto) == [
        ("Organisation des Vertrages über kollektive Sicherheit", [])
    ]


def test_one_that_overlaps_two_hits_gave_way_to_both() -> None:
    entries = [Entry((german,), german) for german in ("Alpha Beta Gamma", "Delta Epsilon Zeta", "Gamma Delta")]
    assert gave_way("Alpha Beta Gamma Delta Epsilon Zeta", *entries) == [
        ("Alpha Beta Gamma", ["Gamma Delta"]),
        ("Delta Epsilon Zeta", ["Gamma Delta"]),
    ]


# Size


def test_twenty_thousand_entries_find_the_same_as_one() -> None:
    letters = string.ascii_lowercase
    many = [Entry((f"Q{a}{b}{c}{n}",), "x") for a in letters for b in letters for c in letters[:10] for n in "123"]
    assert len(many) > 20_000
    assert surfaces("Laut Lukaschenkos Sprecher", *many, LUKASHENKO) == ["Lukaschenkos"]


def test_a_paragraph_of_a_megabyte_is_searched_to_its_end() -> None:
    german = "Lukaschenko’ Rede - www.kreml.example/Kreml ‚sonst und so weiter’ " * 16_000
    assert len(german) > 1_000_000
    assert len(Glossary([LUKASHENKO, KREMLIN]).find(german)) == 16_000


def test_terms_that_all_overlap_do_no_harm() -> None:
    chain = Entry(("Alpha Beta",), "x"), Entry(("Beta Alpha",), "y"), Entry(("Alphabeta",), "z")
    assert len(Glossary(chain).find("Alpha Beta " * 5_000)) == 5_000
    assert len(Glossary(chain).find("Alpha-Beta-" * 5_000)) == 5_000
    assert Glossary(chain).find("Alphabeta" * 110_000) == ()


def test_many_threads_find_the_same() -> None:
    glossary = Glossary([LUKASHENKO, KREMLIN, AFU])
    texts = [f"Lukaschenkos Kremlsprecher {n} und der AFU-Generalstab" for n in range(300)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(glossary.find, texts))
    assert found == [Glossary(glossary.entries).find(text) for text in texts]


# What always holds


WORDS = st.text("abcdeknorstuäöüßABEKÖ", min_size=1, max_size=9)
FORMS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join).filter(lambda form: meant(form) == (form,))
KINDS = st.sampled_from(["person", "place", "organisation", "term"])
ENTRIES = st.builds(
    Entry, de=st.lists(FORMS, min_size=1, max_size=2).map(tuple), en=WORDS, kind=KINDS
)  # fmt: skip
TEXTS = st.lists(st.one_of(WORDS, FORMS, st.sampled_from("-.’ ")), max_size=12).map(" ".join)
REAL = read_glossary(DATA / "term_entries.yaml").glossary
SENTENCES = [
    re.sub(r"\[\[([^|]*)\|[^]]*\]\]", r"\1", line)
    for line in (DATA / "term_sentences.txt").read_text(encoding="utf-8").splitlines()
    if "ß" in line and not line.startswith("#")
]
NEWS = st.lists(
    st.one_of(
        st.sampled_from([form for entry in REAL.entries for form in entry.de]),
        st.sampled_from(["der", "im", "und", "Sprecher", "s", "Chef", "-", "–", ",", ".", "„", "“", "’", "ß", "1"]),
    ),
    max_size=12,
).flatmap(lambda parts: st.sampled_from([" ", ""]).map(lambda blank: blank.join(parts)))


@settings(max_examples=60, deadline=None)
@given(st.lists(ENTRIES, max_size=6), TEXTS)
def test_hits_are_in_order_without_overlaps_and_read_as_the_text(entries: list[Entry], german: str) -> None:
    hits = Glossary(entries).find(german)
    assert all(hit.surface == german[hit.start : hit.end] and hit.surface for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))
    assert all(hit.kept in entries for hit in hits)


@settings(max_examples=100, deadline=None)
@given(NEWS)
def test_who_gave_way_is_found_there_when_the_winner_is_not_in_the_glossary(german: str) -> None:
    for hit in REAL.find(german):
        assert hit.entry not in hit.gave_way
        assert len(set(hit.gave_way)) == len(hit.gave_way)
        for loser in hit.gave_way:
            there = Glossary([loser]).find(german)
            assert any(other.start < hit.end and hit.start < other.end for other in there)


@settings(max_examples=100, deadline=None)
@given(NEWS)
def test_what_each_entry_finds_alone_is_found_or_gave_way(german: str) -> None:
    hits = REAL.find(german)
    for entry in REAL.entries:
        for alone in Glossary([entry]).find(german):
            there = [hit for hit in hits if hit.start < alone.end and alone.start < hit.end]
            found = any(hit.kept == entry or entry in hit.gave_way for hit in there)
            assert found or is_end_of_what_a_name_begins(german, alone)


def is_end_of_what_a_name_begins(german: str, hit: TermHit) -> bool:
    """Only who knows that Minsk is a place knows that the MinskBank is a name of its own."""
    word = next(word for word in re.finditer(r"\w+", german) if word.start() <= hit.start < word.end())
    names = [form for entry in REAL.entries if entry.kind != "term" for form in entry.de]
    return hit.start > word.start() and any(word[0].startswith(name) for name in names)


def test_a_gender_behind_a_noun_is_no_part_of_it() -> None:
    assert surfaces("Die Aa fließt dort.", Entry(("Aa f",), "Aa", kind="place")) == ["Aa"]


@settings(max_examples=60, deadline=None)
@given(ENTRIES, WORDS, WORDS)
def test_a_term_written_as_in_the_glossary_is_always_found(entry: Entry, before: str, after: str) -> None:
    form = entry.de[0]
    german = f"{before}, {form}, {after}"
    covered = {i for hit in Glossary([entry]).find(german) for i in range(hit.start, hit.end)}
    start = len(before) + 2
    assert covered.issuperset(i for i in range(start, start + len(form)) if german[i] != " ")


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_a_term_standing_alone_is_found_whole(entry: Entry) -> None:
    for form in entry.de:
        assert [(hit.start, hit.end) for hit in Glossary([entry]).find(form)] == [(0, len(form))]


@pytest.mark.parametrize("german", SENTENCES)
def test_sharp_s_and_ss_make_no_difference(german: str) -> None:
    def told(text: str) -> list[tuple[str, str]]:
        return [(hit.surface.replace("ß", "ss"), hit.entry.en) for hit in REAL.find(text)]

    assert told(german) == told(german.replace("ß", "ss"))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=4), KINDS, st.text(max_size=200))
def test_any_text_and_any_terms_are_borne(forms: list[str], kind: Kind, german: str) -> None:
    for text in (german, " ".join(forms), f"{german}{forms[0]}-{german}"):
        for hit in Glossary([Entry(tuple(forms), "x", kind=kind)]).find(text):
            assert hit.surface == text[hit.start : hit.end]
