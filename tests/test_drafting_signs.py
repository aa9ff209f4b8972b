"""What happens to signs, numbers and furniture around the package: quotation marks, dates, capitals, addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.sentence.capitals import calmed, is_shouted
from workbench.engine.sentence.polish import (
    articles,
    capital_first,
    end_as,
    english_numbers,
    english_quotes,
    polish,
    restore_addresses,
    spaced_dashes,
    undouble,
)
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.sentence.units import LONGEST, cut, is_copied
from workbench.glossary import Entry, TermHit, sounds_open

TEXT = st.text(st.sampled_from("abcÄß .,;:!?„“”‚‘’»«\"'–-()0129…/@\u00a0"), max_size=60)


@pytest.mark.parametrize(
    ("german", "draft", "english"),
    [
        ("„Wir bleiben“, sagte sie.", '"We are staying," she said.', "“We are staying,” she said."),
        ("Er rief: „Sie sagte ‚nein‘!“", "He called: \"She said 'no'!\"", "He called: “She said ‘no’!”"),
        ("»Das ist’s«, sagte er.", '"That\'s it," he said.', "“That’s it,” he said."),
        ("Er sagte: „Wir warten.", 'He said: "We wait.', "He said: “We wait."),
        ("Dann gehen wir.“", 'Then we go."', "Then we go.”"),
        ("Die „Bergdörfer“ (ODKB)", 'The " mountain villages"', "The “mountain villages”"),
        ("Das Haus der Meyers", "The Meyers' house", "The Meyers’ house"),
    ],
)
def test_quotation_marks_become_english_and_keep_their_nesting(german: str, draft: str, english: str) -> None:
    assert english_quotes(german, draft) == english


@pytest.mark.parametrize(
    ("german", "draft", "english"),
    [
        ("35.000 bis 40.000 Mann", "35.000 to 40.000 men", "35,000 to 40,000 men"),
        ("Es sind 23,5 Prozent.", "It is 23,5 percent.", "It is 23.5 percent."),
        ("1.234.567,89 Euro", "1,234,567,89 euros", "1,234,567.89 euros"),
        ("am 24.11.2022", "on 24.11,2022", "on 24.11.2022"),
        ("im Jahr 2022", "in 2,022", "in 2022"),
        ("Version 1.2.3", "version 1.2.3", "version 1.2.3"),
        ("um 14.30 Uhr", "at 14.30", "at 14:30"),
        ("Es kostet 5,5 oder 55 Euro.", "It costs 55 euros.", "It costs 55 euros."),
    ],
)
def test_numbers_are_written_as_english_writes_them(german: str, draft: str, english: str) -> None:
    assert english_numbers(german, draft) == english


def test_dates_times_dashes_and_doubled_words_are_mended() -> None:
    assert polish("Am 24. November kam er.", "He came on 24. November.") == "He came on 24 November."
    assert polish("Am 24. November kam er.", "On the 24th In November, he came.") == "On 24 November, he came."
    assert polish("Am 24. November kam er.", "On the 24. In November he came.") == "On 24 November he came."
    assert (
        polish("Es waren 24. Im November mehr.", "There were 24. More in November.")
        == "There were 24. More in November."
    )
    assert polish("Es war 14.30 Uhr.", "It was 14:30 p.m.") == "It was 14:30."
    assert spaced_dashes("Minsk - It is quiet -- for now") == "Minsk – It is quiet – for now"
    assert undouble("Er ging offenbar.", "He apparently apparently went.") == "He apparently went."
    assert undouble("Er ging sehr, sehr weit.", "He said that that was far.") == "He said that that was far."


def test_the_draft_ends_as_the_german_does() -> None:
    assert end_as("Wer kommt?", "Who is coming.") == "Who is coming?"
    assert end_as("Ruhe an der Grenze", "Calm at the border.") == "Calm at the border"
    assert end_as("Er kam (am 3. Mai).", "He came (on 3 May)") == "He came (on 3 May)."
    assert end_as("Das sagte sie.“", "She said so.") == 'She said so."'
    assert end_as("Aus den USA", "From the U.S.") == "From the U.S."


def test_a_sentence_begins_with_a_capital_only_where_the_german_does() -> None:
    assert capital_first("Panzer rollten.", "tanks rolled.") == "Tanks rolled."
    assert capital_first("„Nein“, sagte er.", '"no," he said.') == '"No," he said.'
    assert capital_first("eine Ausnahme", "an exception") == "an exception"
    assert capital_first("Das iPhone fehlt.", "iPhone is missing.") == "iPhone is missing."


@pytest.mark.parametrize(
    ("word", "opens"),
    [
        ("AFU", True),
        ("FSB", True),
        ("hour", True),
        ("escape", True),
        ("NATO", False),
        ("KGB", False),
        ("union", False),
        ("European", False),
    ],
)
def test_the_article_follows_the_sound(word: str, opens: bool) -> None:
    assert sounds_open(word) is opens
    assert articles(f"a {word} there") == f"{'an' if opens else 'a'} {word} there"


def test_addresses_come_out_as_they_went_in() -> None:
    german = "Siehe https://a.example/a_b_c?d=1."
    assert restore_addresses(german, "See https://a.wiki/a_b?") == "See https://a.example/a_b_c?d=1?"
    assert restore_addresses("Mail an a_b@c.example", "Mail to a_b @c.example") == "Mail to a_b@c.example"


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT)
def test_polishing_never_fails_and_changes_no_digit_outside_an_address(german: str, draft: str) -> None:
    once = polish(german, draft)
    assert "\n" not in once
    if not any(sign in german for sign in ("@", "://")):  # an address is written as the German has it
        assert [sign for sign in once if sign.isdigit()] == [sign for sign in draft if sign.isdigit()]


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_preparing_keeps_every_offset(german: str) -> None:
    assert len(plain_marks(german)) == len(german)


def test_a_headline_in_capitals_is_calmed_and_names_keep_their_case() -> None:
    text = "DIE AFU WARNT VOR NEUEN ANGRIFFEN"
    hit = TermHit(Entry(("AFU",), "AFU", kind="organisation"), 4, 7, "AFU")
    assert is_shouted(text)
    assert not is_shouted("Die AFU, die ODKB und die UNO")
    assert calmed(text, (hit,)).text == "Die AFU warnt vor neuen Angriffen"


def _units(text: str, count: int = 1) -> list[tuple[str, str | None]]:
    return [(unit.text, unit.english) for unit in cut(text, (), lambda part: count * len(part.split()))]


def test_furniture_is_taken_off_before_drafting() -> None:
    assert _units("Foto: Erika Beispiel, © Agentur Nord") == [
        ("Foto:", "Photo:"),
        ("Erika Beispiel, © Agentur Nord", "Erika Beispiel, © Agentur Nord"),
    ]
    assert _units("Das sagte er in Minsk. (dpa/eb)") == [("Das sagte er in Minsk.", None), ("(dpa/eb)", "(dpa/eb)")]
    assert _units("* Pflichtfelder sind markiert *") == [("*", "*"), ("Pflichtfelder sind markiert", None), ("*", "*")]
    assert _units("Das Bündnis (ODKB)") == [("Das Bündnis (ODKB)", None)]


@pytest.mark.parametrize("text", ["1/6", "* * *", "https://a.example/b_c", "a@b.example", "Required fields are marked"])
def test_what_has_nothing_to_translate_is_copied(text: str) -> None:
    assert is_copied(text)
    assert "".join(english or "?" for _, english in _units(text)).replace(" ", "") == text.replace(" ", "")


def test_a_long_sentence_is_cut_at_its_strongest_sign_and_never_in_a_term() -> None:
    text = " ".join(["Wort"] * 40) + "; " + " ".join(["Wort"] * 60)
    assert [len(part.split()) for part, _ in _units(text)] == [40, 60]
    plain = " ".join(["Wort"] * 100)
    term = TermHit(Entry((plain[200:300],), "x"), 200, 300, plain[200:300])
    parts = cut(plain, (term,), lambda part: len(part.split()))
    assert all(len(part.text.split()) <= LONGEST for part in parts)
    assert [hit.surface for part in parts for hit in part.hits] == [term.surface]


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_cutting_loses_no_character_but_blanks(text: str) -> None:
    units = cut(text, (), len)
    assert "".join("".join(unit.text for unit in units).split()) == "".join(text.split())
    assert all(text[slice(*unit.span)] == unit.text for unit in units)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Von Anna Muster", "By Anna Muster"),
        ("Von Anna Muster und Karl Beispiel, Minsk", "By Anna Muster and Karl Beispiel, Minsk"),
        ("VON EDITA VILKIENĖ", "BY EDITA VILKIENĖ"),
        ("Von: Miriam Tesch", "By: Miriam Tesch"),
        ("Von: redaktion@zeitung.example", "From: redaktion@zeitung.example"),
        ("Von Soldaten und Generälen", None),
        ("Von Minsk und Kiew", None),
        ("Von Minsk aus regiert er.", None),
    ],
)
def test_names_in_a_byline_stay_as_they_are(german: str, english: str | None) -> None:
    units = cut(german, (), len)
    fixed = " ".join(unit.english or "" for unit in units) if all(unit.english for unit in units) else None
    assert fixed == english


def test_a_byline_with_a_name_of_the_glossary_is_written_by() -> None:
    assert polish("Von Wladimir Petrow", "From Vladimir Petrov") == "By Vladimir Petrov"
    assert polish("Von Soldaten und Generälen", "From soldiers and generals") == "From soldiers and generals"
