"""One name, one spelling in a document: what is told, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import Finding, check_document
from workbench.glossary import Entry, Glossary
from workbench.translation import Override, ParagraphRecord, State, TranslationRecord

NONE = Glossary(())
LUKASHENKO = Entry(("Lukaschenko",), "Lukashenko", also=("Lukashenka",), kind="person")
CSTO = Entry(("Organisation des Vertrags",), "Treaty Organisation", also=("Treaty Organization",), kind="organisation")
UKRAINE = Entry(("Ukraine",), "Ukraine", also=("Ukrainian", "Kyiv government"), kind="place")
INTERIOR = Entry(
    ("Innenministerium",), "Ministry of the Interior", also=("Ministry of Internal Affairs",), kind="organisation"
)


def spelt(*pairs: tuple[str, str], glossary: Glossary = NONE) -> list[tuple[int, str, str | None]]:
    """Paragraph, spelling and wanted spelling of what is told."""
    return [(f.paragraph, f.about, f.wanted) for f in findings(*pairs, glossary=glossary)]


def findings(*pairs: tuple[str, str], glossary: Glossary = NONE) -> list[Finding]:
    record = TranslationRecord("a.txt", tuple(ParagraphRecord(de, en, State.TRANSLATED) for de, en in pairs))
    return [finding for finding in check_document(record, glossary) if finding.check == "name-spelling"]


def test_the_rarer_spelling_is_told_with_the_other_its_count_and_where_it_is() -> None:
    german = "Friedman sprach."
    english = ("Friedman spoke.", "Then Friedman’s wife spoke.", "They heard Friedmann speak.")
    (finding,) = findings(*((german, text) for text in english))
    assert (finding.paragraph, finding.severity, finding.about) == (2, "warning", "Friedmann")
    assert finding.english is not None
    assert english[2][slice(*finding.english)] == "Friedmann"
    assert "“Friedman” elsewhere (2 times, first in paragraph 1)" in finding.message


@pytest.mark.parametrize(
    ("german", "one", "other"),
    [
        ("Selenskyj", "Zelensky", "Zelenskyy"),
        ("Selenskyj", "Zelensky", "Zelenskiy"),
        ("Tichanowskaja", "Tikhanovskaya", "Tichanowskaya"),
        ("Zichanouskaja", "Tsikhanouskaya", "Tikhanovskaya"),
        ("Lukaschenko", "Lukashenko", "Lukashenka"),
        ("Janukowytsch", "Yanukovych", "Yanukovich"),
        ("Gorbatschow", "Gorbachev", "Gorbatschow"),
        ("Müller", "Müller", "Mueller"),
        ("Orbán", "Orban", "Orbán"),
    ],
)
def test_two_spellings_of_a_name_without_an_entry(german: str, one: str, other: str) -> None:
    told = spelt((f"Es sprach {german}.", f"{one} spoke."), (f"Es ging {german}.", f"Later {other} left."))
    assert [(about, wanted) for _, about, wanted in told] in ([(other, one)], [(one, other)])


def test_a_name_that_the_german_itself_spells_in_two_ways_is_told() -> None:
    assert spelt(("Selenskyj kam.", "Zelensky came."), ("Selenski ging.", "Zelenskyi left."))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Friedman sprach.", "Friedman spoke."), ("Friedmann ging.", "Friedmann left.")),
        (("Herr Meyer kam.", "Mr Meyer came."), ("Herr Meier ging.", "Mr Meier left.")),
        (("Nawalny starb.", "Navalny died."), ("Nawalnys Frau Nawalnaja kam.", "Navalny’s wife Navalnaya came.")),
        (("In Belarus ist es kalt.", "Belarus is cold."), ("Die Belarussen frieren.", "Belarusians are cold.")),
        (("Russland schweigt.", "Russia is silent."), ("Ein Russe sprach.", "A Russian spoke.")),
        (("Kasachstan hilft.", "Kazakhstan helps."), ("Die Kasachen helfen.", "The Kazakhs help.")),
        (("Die Friedmans kamen.", "The Friedmans came."), ("Friedman ging.", "Friedman left.")),
        (("Der Minister kam.", "Minister Weber came."), ("Das Ministerium schwieg.", "The Ministry was silent.")),
        (("Andrej Sannikow kam.", "Andrei Sannikov came."), ("Andrej Below ging.", "Andrey Belov left.")),
        (("Die armenische Sprecherin Aramjan kam.", "The Armenian Aramyan came."), ("Er ging.", "Armenia left.")),
        (("Die Lage ist ruhig.", "Their situation is calm."), ("Da ist sie.", "There she is.")),
    ],
)
def test_different_names_and_forms_of_one_word_are_not_told(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert spelt(first, second) == []


def test_a_plural_is_not_told_because_a_third_spelling_is_like_both() -> None:
    """A wrong word between them made the plural one of the name's spellings."""
    told = spelt(
        ("Die Belarussen kamen.", "The Belarusian came."),
        ("Die Belarussen kamen.", "The Belarusian came."),
        ("Belarussen gingen.", "Belarussen went."),
        ("Die Belarussen schwiegen.", "The Belarusians said nothing."),
    )
    assert told == [(2, "Belarussen", "Belarusian")]


def test_capitals_possessives_and_sentence_starts_are_no_other_spelling() -> None:
    german = "Tichanowskaja sprach."
    english = ("TIKHANOVSKAYA SPEAKS", "Tikhanovskaya’s voice", "So said Tikhanovskaya.", "The Tikhanovskaya-led group")
    assert spelt(*((german, text) for text in english)) == []


def test_spellings_that_one_entry_accepts_are_told_and_its_other_words_are_not() -> None:
    glossary = Glossary((LUKASHENKO, CSTO, UKRAINE, INTERIOR))
    german = "Lukaschenko sprach."
    told = spelt((german, "Lukashenka spoke."), (german, "Lukashenko spoke."), glossary=glossary)
    assert told == [(0, "Lukashenka", "Lukashenko")]
    german = "Die Organisation des Vertrags tagt."
    told = spelt((german, "The Treaty Organization met."), (german, "The Treaty Organisation met."), glossary=glossary)
    assert told == [(0, "Organization", "Organisation")]
    german = "Das Innenministerium der Ukraine schweigt."
    english = ("The Ukrainian Ministry of the Interior is silent.", "Ukraine’s Ministry of Internal Affairs is silent.")
    assert spelt(*((german, text) for text in english), glossary=glossary) == []


def test_every_place_of_the_rarer_spelling_is_told_and_skipped_paragraphs_do_not_count() -> None:
    german = "Friedman sprach, und Friedman ging."
    usual = ("Friedman sprach.", "Friedman spoke of Friedman and Friedman.")
    assert len(findings(usual, (german, "Friedmann spoke, and Friedmann left."))) == 2
    skipped = ParagraphRecord(german, "Friedmann spoke.", State.SKIPPED)
    record = TranslationRecord("a.txt", (ParagraphRecord(*usual, State.TRANSLATED), skipped))
    assert [f for f in check_document(record, NONE) if f.check == "name-spelling"] == []


def test_a_spelling_can_be_let_stand_in_its_paragraph() -> None:
    german, reason = "Friedman sprach.", "his own spelling"
    paragraphs = (
        ParagraphRecord(german, "Friedman spoke, Friedman left.", State.REVIEWED),
        ParagraphRecord(
            german, "Friedmann spoke.", State.REVIEWED, overrides=(Override("name-spelling", "Friedmann", reason),)
        ),
    )
    found = check_document(TranslationRecord("a.txt", paragraphs), NONE)
    (finding,) = [finding for finding in found if finding.check == "name-spelling"]
    assert (finding.severity, finding.overridden) == ("info", True)
    assert finding.message.endswith(f"let stand: {reason}")


NAMES = st.sampled_from(
    ["Friedman", "Friedmann", "Zelensky", "Zelenskyy", "Selenskyj", "Müller", "Mueller", "der", ". ", "’s "]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.lists(NAMES).map(" ".join), st.one_of(st.lists(NAMES).map(" ".join), st.text(max_size=40))))
)
def test_whatever_the_texts_each_place_has_the_spelling_that_is_told(pairs: list[tuple[str, str]]) -> None:
    for finding in findings(*pairs):
        assert finding.english is not None
        assert pairs[finding.paragraph][1][slice(*finding.english)].casefold() == finding.about.casefold()
        assert finding.wanted != finding.about
