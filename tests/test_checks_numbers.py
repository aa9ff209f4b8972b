"""The checks `numbers` and `units`: the figures of the German and of the English.

More pairs than stand here are in data/figures: same.tsv and changed.tsv.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import Finding, check_paragraph
from workbench.glossary import Glossary
from workbench.translation import ParagraphRecord, State

NO_GLOSSARY = Glossary(())


DATA = Path(__file__).parent / "data" / "figures"


def pairs(name: str) -> list[tuple[str, ...]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def figures(german: str, english: str) -> list[Finding]:
    record = ParagraphRecord(german, english, State.TRANSLATED)
    return [finding for finding in check_paragraph(0, record, NO_GLOSSARY) if finding.check in ("numbers", "units")]


@pytest.mark.parametrize(("german", "english"), pairs("same.tsv"))
def test_a_figure_in_other_words_or_another_unit_is_no_finding(german: str, english: str) -> None:
    assert figures(german, english) == []


@pytest.mark.parametrize(("german", "english"), pairs("changed.tsv"))
def test_a_figure_unit_sign_or_notation_that_is_wrong_is_told(german: str, english: str) -> None:
    assert {finding.severity for finding in figures(german, english)} & {"error", "warning"}


def numbers(german: str, english: str) -> list[Finding]:
    record = ParagraphRecord(german, english, State.TRANSLATED)
    return [finding for finding in check_paragraph(0, record, NO_GLOSSARY) if finding.check == "numbers"]


SAME = [
    ("Das Dorf hat 35.000 Einwohner.", "The village has 35,000 inhabitants."),
    ("Die Preise stiegen um 23,5 Prozent.", "Prices rose by 23.5 per cent."),
    ("Am 26. Mai kam der Brief.", "The letter came on 26 May."),
    ("Am 26. Mai kam der Brief.", "The letter came on May 26."),
    ("Am 26. Mai kam der Brief.", "The letter came on the 26th of May."),
    ("Am 26.05.2011 kam der Brief.", "The letter came on 26 May 2011."),
    ("Am 26.5.22 kam der Brief.", "The letter came on 26 May 2022."),
    ("Am 3. September 2020 begann es.", "It began on 9/3/2020."),
    ("Rund 20 Tausend Karten wurden verkauft.", "Some 20,000 tickets were sold."),
    ("Das Amt zahlt 1,5 Mrd. Euro.", "The office pays €1.5bn."),
    ("Das Amt zahlt 1,5 Milliarden Euro.", "The office pays 1.5 billion euros."),
    ("Das Amt zahlt zwei Mrd. Euro.", "The office pays €2 billion."),
    ("Schulden von zwei Billionen Euro", "debts of two trillion euros"),
    ("20 bis 30 Millionen Menschen", "20m to 30m people"),
    ("Eine halbe Million kam.", "Half a million came."),
    ("Eine halbe Million kam.", "500,000 came."),
    ("Eine Million Bäume", "a million trees"),
    ("Um 14.30 Uhr war Schluss.", "It was over at 2.30pm."),
    ("Um 14.30 Uhr war Schluss.", "It was over at 2:30 p.m."),
    ("Um 14:30 Uhr war Schluss.", "It was over at 14:30."),
    ("Um 12 Uhr war Schluss.", "It was over at noon."),
    ("Um 8 Uhr ging es los.", "It started at eight o’clock."),
    ("Um halb drei ging es los.", "It started at 2.30."),
    ("Drei Schüler fehlten.", "Three pupils were missing."),
    ("Drei Schüler fehlten.", "3 pupils were missing."),
    ("Zwölf Stühle", "a dozen chairs"),
    ("Die zwei Brüder", "Both brothers"),
    ("Beide Brüder", "The 2 brothers"),
    ("Die vierjährige Amtszeit", "The four-year term"),
    ("ein 22-jähriger Mann", "a 22-year-old man"),
    ("Das dritte Treffen", "The 3rd meeting"),
    ("Im 21. Jahrhundert", "In the twenty-first century"),
    ("in den 1990er Jahren", "in the 1990s"),
    ("in den 90er-Jahren", "in the nineties"),
    ("die Saison 2014/15", "the 2014-15 season"),
    ("einundzwanzig Boote", "21 boats"),
    ("zweihundertfünfzig Boote", "two hundred and fifty boats"),
    ("zweieinhalb Stunden", "2.5 hours"),
    ("10 000 Euro", "10,000 euros"),
    ("Sie siegten 3:2.", "They won 3-2."),
    ("Rund um die Uhr geöffnet", "Open 24 hours"),
    ("Mehr dazu auf www.beispiel24.de", "More on www.beispiel24.de"),
    ("eine Fläche von 864 mm²", "an area of 864 mm2"),
    ("Eine Frau sah einen Hund.", "A woman saw a dog."),
]


@pytest.mark.parametrize(("german", "english"), SAME)
def test_the_same_figure_written_as_each_language_writes_it_is_no_finding(german: str, english: str) -> None:
    assert numbers(german, english) == []


CHANGED = [
    ("Das Dorf hat 35.000 Einwohner.", "The village has 36,000 inhabitants.", "35.000"),
    ("Das Amt zahlt 1,5 Milliarden Euro.", "The office pays 1.5 million euros.", "1,5 Milliarden"),
    ("Es kostet 300 Milliarden Euro.", "It costs 300 trillion euros.", "300 Milliarden"),
    ("Um 14.30 Uhr war Schluss.", "It was over at 4.30pm.", "14.30 Uhr"),
    ("Am 26. Mai kam der Brief.", "The letter came on 25 May.", "26. Mai"),
    ("Drei Schüler fehlten.", "Four pupils were missing.", "Drei"),
]


@pytest.mark.feature("numbers, names, negation, lost sentences")
@pytest.mark.parametrize(("german", "english", "about"), CHANGED)
def test_a_figure_that_became_another_is_an_error(german: str, english: str, about: str) -> None:
    (finding,) = numbers(german, english)
    assert (finding.severity, finding.about) == ("error", about)
    assert finding.german is not None
    assert german[slice(*finding.german)] == about
    assert finding.english is not None


def test_a_figure_left_the_german_way_is_told_as_such() -> None:
    (thousands,) = numbers("Das Dorf hat 35.000 Einwohner.", "The village has 35.000 inhabitants.")
    (decimals,) = numbers("Der Kurs stieg auf 10,40 Euro.", "The price rose to 10,40 euros.")
    assert thousands.severity == decimals.severity == "error"
    assert "the German way" in thousands.message
    assert "the German way" in decimals.message


def test_a_time_that_lost_its_half_of_the_day_is_a_warning_and_the_wrong_half_an_error() -> None:
    (lost,) = numbers("Um 14 Uhr war Schluss.", "It was over at 2 o’clock.")
    (wrong,) = numbers("Um 14.30 Uhr war Schluss.", "It was over at 2:30 a.m.")
    assert (lost.severity, wrong.severity) == ("warning", "error")
    assert "afternoon" in lost.message
    assert numbers("Um 14 Uhr war Schluss.", "It was over at 2 o’clock in the afternoon.") == []


def test_a_german_date_left_as_it_was_is_told_with_the_english_one() -> None:
    (finding,) = numbers("Am 09.04.2022 begann es.", "It began on 09.04.2022.")
    assert (finding.severity, finding.wanted) == ("error", "9 April 2022")


def test_a_unit_that_changed_is_an_error_and_one_that_was_lost_a_warning() -> None:
    (changed,) = figures("Es waren 5 km.", "It was 5 miles.")
    (lost,) = figures("Es waren 5 Prozent.", "It was 5.")
    assert (changed.check, changed.severity, changed.about) == ("units", "error", "5 km")
    assert (lost.check, lost.severity, lost.about) == ("units", "warning", "5 Prozent")


def test_a_figure_only_left_out_or_only_added_is_a_warning() -> None:
    (lost,) = numbers("Im Jahr 1971 erschien das Buch.", "The book came out.")
    (added,) = numbers("Das Buch erschien.", "The book came out in 1971.")
    assert (lost.severity, lost.about, lost.english) == ("warning", "1971", None)
    assert (added.severity, added.about, added.german) == ("warning", "1971", None)


def test_the_same_figure_twice_is_told_once() -> None:
    assert len(numbers("Von 700 Leuten kamen 700.", "Everybody came.")) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=13, max_value=999_999_999))
def test_any_number_grouped_with_points_equals_itself_grouped_with_commas(number: int) -> None:
    grouped = f"{number:,}"
    assert numbers(f"Es sind {grouped.replace(',', '.')} Stück.", f"There are {grouped} pieces.") == []
    assert numbers(f"Es sind {grouped.replace(',', '.')} Stück.", f"There are {number + 1:,} pieces.") != []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_makes_the_check_fail(german: str, english: str) -> None:
    for finding in numbers(german, english):
        for text, place in ((german, finding.german), (english, finding.english)):
            assert place is None or 0 <= place.start < place.end <= len(text)
