"""What is the glossary's word in another form, and what only looks like it: names, ß, feminines, lists, compounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness import compound_words
from harness.term_sentences import FORMS, FORMS_HELD_OUT, found
from workbench.engine.terms.forms import required_form
from workbench.glossary import Entry, Glossary, Kind, read_glossary
from workbench.glossary.finding.printed import meant, not_read

SOLDIER = Entry(("Soldat",), "soldier")


def hits(german: str, *entries: Entry) -> list[tuple[str, str]]:
    return [(hit.surface, hit.entry.en) for hit in Glossary(entries).find(german)]


@pytest.mark.parametrize(
    "german", ["Kalihersteller Belaruskali", "Bei Belarusfilm", "Die Belarusbank", "Konzern Belarusstein"]
)
def test_a_name_that_only_contains_a_name_is_another_name(german: str) -> None:
    assert hits(f"{german} schweigt.", Entry(("Belarus",), "Belarus", kind="place")) == []


def test_compounds_with_a_name_have_it_in_them() -> None:
    belarus = Entry(("Belarus",), "Belarus", kind="place")
    assert hits("An der Belarusgrenze und in der Belaruspolitik", belarus) == [("Belarus", "Belarus")] * 2


@pytest.mark.parametrize(
    ("term", "german", "there"),
    [
        ("Masse", "Maße", False),
        ("Maß", "Massen", False),
        ("Buße", "Busse", False),
        ("Bus", "Bußen", False),
        ("Schoß", "Schoss", False),
        ("Masse", "MASSEN", True),
        ("Straße", "Strassen", True),
        ("Ausmaß", "Ausmasse", True),
        ("Fluß", "Fluss", True),
    ],
)
def test_sharp_s_parts_words_only_where_there_are_two(term: str, german: str, there: bool) -> None:
    assert bool(hits(f"Dort sind {german}.", Entry((term,), "x"))) is there


def test_measure_and_mass_are_two_entries(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text("- {de: Maße, en: measures}\n- {de: Masse, en: mass}\n", encoding="utf-8")
    read = read_glossary(tmp_path / "glossary.yaml")
    assert (len(read.glossary.entries), read.problems) == (2, ())


@pytest.mark.parametrize(
    "written",
    ["Soldatin", "Soldatinnen", "SoldatInnen", "Soldat:in", "Soldat*innen", "Soldat_innen", "Soldat/-innen",
     "Soldat/innen", "Soldat(inn)en", "Soldatinnen und Soldaten"],
)  # fmt: skip
def test_women_and_both_are_found_from_the_masculine(written: str) -> None:
    assert hits(f"Dort stehen {written} bereit.", SOLDIER) == [(written, "soldier")]


@pytest.mark.parametrize(
    ("term", "english", "german", "fits"),
    [
        ("Sprecher", "spokesman", "Die Sprecherin", "spokeswoman"),
        ("Sprecher", "spokesman", "Die Sprecherinnen", "spokeswomen"),
        ("Sprecher", "spokesman", "Die Sprecher:innen", "spokespeople"),
        ("König", "king", "Die Königin", "queen"),
        ("Franzose", "Frenchman", "Die Französin", "Frenchwoman"),
        ("Beamter", "official", "Die Beamtinnen", "officials"),
        ("Arzt", "doctor", "Die Ärztin", "doctor"),
        ("Arzt", "doctor", "Die Ärzt*innen", "doctors"),
        ("Schauspielerin", "actress", "Der Schauspieler", "actor"),
        ("Soldatin", "female soldier", "Der Soldat", "soldier"),
        ("Kollegin", "colleague", "Zwei Kollegen", "colleagues"),
    ],
)
def test_the_english_fits_a_man_or_a_woman(term: str, english: str, german: str, fits: str) -> None:
    entry = Entry((term,), english)
    (hit,) = Glossary([entry]).find(f"{german} kam.")
    assert required_form(f"{german} kam.", hit) == fits
    assert hit.kept == entry


@pytest.mark.parametrize(
    ("term", "german"),
    [("Kost", "Kosten"), ("Term", "Termin"), ("Mediziner", "Medizin"), ("Termin", "Term")],
)
def test_what_only_ends_like_a_feminine_is_none(term: str, german: str) -> None:
    assert hits(f"Dort ist {german}.", Entry((term,), "x")) == []


@pytest.mark.parametrize(
    ("form", "forms"),
    [
        ("der Soldat, -en", ["Soldat"]),
        ("Grenze, die; -, -n", ["Grenze"]),
        ("Rat, -es, Räte", ["Rat", "Räte"]),
        ("Beauftragte(r)", ["Beauftragter", "Beauftragte"]),
        ("Kriegsgefangene/r", ["Kriegsgefangener", "Kriegsgefangene"]),
        ("Soldat/-in", ["Soldat", "Soldatin"]),
        ("(bewaffneter) Angriff", ["Angriff", "bewaffneter Angriff"]),
        ("Angriff, bewaffneter", ["bewaffneter Angriff"]),
        ("Abkommen n", ["Abkommen"]),
        ("Geheimdienst {m}", ["Geheimdienst"]),
        ("Streitkräfte pl.", ["Streitkräfte"]),
        ("Waffenruhe/Waffenstillstand", ["Waffenruhe", "Waffenstillstand"]),
        ("Organisation für Sicherheit (OSZE)", ["Organisation für Sicherheit", "OSZE"]),
        *(
            (name, [name])
            for name in ("Bündnis 90/Die Grünen", "Die Linke", "F.A.Z.", "Vitamin C", "LinkedIn", "C++ (a|b)*")
        ),
    ],
)
def test_a_printed_form_is_read_as_what_it_means(form: str, forms: list[str]) -> None:
    assert list(meant(form)) == forms


def test_printed_forms_are_found_in_texts() -> None:
    entry = Entry(("der Rekrut, -en",), "recruit")
    (hit,) = Glossary([entry]).find("Drei Rekruten flohen.")
    assert (hit.surface, hit.kept, required_form("Drei Rekruten flohen.", hit)) == ("Rekruten", entry, "recruits")


def test_what_is_not_read_in_a_printed_form_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text(
        "- de: Rekrut\n  en: recruit\n- de: Soldat, Kämpfer\n  en: soldier\n", encoding="utf-8"
    )
    (problem,) = read_glossary(tmp_path / "glossary.yaml").problems
    assert problem.line == 3
    assert "'Soldat, Kämpfer', which is looked for as it is written" in problem.what


@pytest.mark.parametrize(
    ("term", "kind", "german", "surface"),
    [
        ("Wagner-Gruppe", "organisation", "Die Wagner Gruppe zog ab.", "Wagner Gruppe"),
        ("Wagner-Gruppe", "organisation", "Die „Wagner“-Gruppe zog ab.", "Wagner“-Gruppe"),
        ("G7", "organisation", "Die G 7 tagen.", "G 7"),
        ("G 7", "organisation", "Die G7 tagen.", "G7"),
        ("UN-Sicherheitsrat", "organisation", "Der UN Sicherheitsrat tagt.", "UN Sicherheitsrat"),
        ("UN-Sicherheitsrat", "organisation", "Der UN–Sicherheitsrat tagt.", "UN–Sicherheitsrat"),
        ("Asow Bataillon", "organisation", "Das Asow-Bataillon zog ab.", "Asow-Bataillon"),
        ("UN-Sicherheitsrat", "organisation", "Der UNO-Sicherheitsrat tagt.", ""),
        ("EU-Sanktionen", "term", "Dass die EU Sanktionen plant, ist bekannt.", ""),
        ("Ukraine-Krieg", "term", "Seit in der Ukraine Krieg herrscht, fehlt Weizen.", ""),
    ],
)
def test_blanks_stand_for_hyphens_where_no_article_parts_the_words(
    term: str, kind: Kind, german: str, surface: str
) -> None:
    assert [found for found, _ in hits(german, Entry((term,), "x", kind=kind))] == ([surface] if surface else [])


def test_short_words_are_found_at_the_end_of_compounds_that_are_of_their_kind() -> None:
    entries = Entry(("Krieg",), "war"), Entry(("Rat",), "council"), Entry(("Land",), "country")
    text = "Angriffskriege, Stadträte, Nachbarland; Verrat, Heirat, Ausland, Griechenland, Kriegsende"
    assert [surface for surface, _ in hits(text, *entries)] == ["kriege", "räte", "land"]


@pytest.mark.parametrize("part", [compound_words.TUNED, compound_words.HELD_OUT])
def test_compounds_with_short_words_are_told_from_others(part: str) -> None:
    precision, recall = compound_words.precision_and_recall(compound_words.words(part))
    assert precision >= 0.98 and recall >= 0.9


def test_precision_and_recall_of_the_form_sentences() -> None:
    for table in (FORMS, FORMS_HELD_OUT):
        wanted = {(text, mark) for _, text, marks in table for mark in marks}
        got = {(text, mark) for glossary, text, _ in table for mark in found(glossary, text)}
        assert len(wanted & got) / len(got) >= 0.97
        assert len(wanted & got) / len(wanted) >= 0.95


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_form_means_something(form: str) -> None:
    assert meant(form) and (all(meant(form)) or not form)
    assert isinstance(not_read(form), str)
    again = [plain for each in meant(form) for plain in meant(each)]
    assert len(again) <= 36
