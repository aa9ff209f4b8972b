"""The checks of meaning: what is only reported, hedged, denied, a woman, or told from the day of the article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.meaning_pairs import CHECKS, marked_pairs
from workbench.checks import Finding, WholeDocument, check_document, check_paragraph
from workbench.checks.beside import beside, english_of
from workbench.glossary import Glossary
from workbench.glossary.finding.lexicon import lemma
from workbench.text import Span
from workbench.text.plain_sentences import plain_sentences
from workbench.text.reported import reported
from workbench.text.word_lists import english_forms
from workbench.translation import Override, ParagraphRecord, State, TranslationRecord

NO_GLOSSARY = Glossary(())


def findings(german: str, english: str, check: str) -> list[Finding]:
    record = TranslationRecord("a.txt", (ParagraphRecord(german, english, State.TRANSLATED),))
    return [finding for finding in check_document(record, NO_GLOSSARY) if finding.check == check]


def told(german: str, english: str, check: str) -> str:
    """The German that the one finding of a check points at."""
    (finding,) = findings(german, english, check)
    assert finding.german is not None
    return german[slice(*finding.german)]


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("held_out", [False, True])
def test_nine_in_ten_of_the_told_pairs_are_wrong_and_six_in_ten_of_the_wrong_are_told(
    check: str, held_out: bool
) -> None:
    pairs = [pair for pair in marked_pairs(check) if pair.held_out == held_out]
    found = [pair for pair in pairs if findings(pair.german, pair.english, check)]
    right = [pair for pair in found if pair.wrong]
    assert len(right) >= 0.9 * len(found)
    assert len(right) >= 0.6 * sum(pair.wrong for pair in pairs)


# Attribution


@pytest.mark.feature("what was said and is now asserted")
def test_what_a_politician_said_is_not_asserted() -> None:
    german = "„Wir kommen“, sagte der Minister. Die Lage sei ernst."
    assert told(german, "“We are coming,” the minister said. The situation is serious.", "attribution") == "sei"
    assert findings(german, "“We are coming,” the minister said. The situation was serious.", "attribution") == []
    assert findings(german, "“We are coming,” the minister said. He called the situation serious.", "attribution") == []


def test_the_finding_shows_the_english_sentence_that_asserts() -> None:
    english = "Nobody was hurt. The bridge will be closed."
    (finding,) = findings("Niemand wurde verletzt. Die Brücke werde gesperrt.", english, "attribution")
    assert finding.severity == "warning"
    assert finding.english is not None
    assert english[slice(*finding.english)] == "The bridge will be closed."


def test_english_that_only_its_tense_moves_back_is_worth_knowing() -> None:
    (finding,) = findings("Sie habe nichts gewusst.", "She had known nothing.", "attribution")
    assert finding.severity == "info"


def test_a_headline_and_a_quotation_need_no_speaker() -> None:
    headline = ParagraphRecord(
        "Scholz: Die Lage sei ernst", "Scholz: the situation is serious", State.TRANSLATED, role="headline"
    )
    assert [each for each in check_paragraph(0, headline, NO_GLOSSARY) if each.check == "attribution"] == []
    assert findings("„Er sei krank“", "“He is ill”", "attribution") == []


@pytest.mark.parametrize(
    ("german", "verb"),
    [
        ("Der Krieg dauere an.", "dauere"),
        ("Die Behörde ermittle noch.", "ermittle"),
        ("Er gehe nicht.", "gehe"),
        ("Dort herrsche Ruhe.", "herrsche"),
        ("Die Truppen hätten gewonnen, hieß es.", "hätten"),
        ("Er sei da. Die Kinder kämen nach.", "sei"),
    ],
)
def test_the_konjunktiv_is_seen_by_its_form(german: str, verb: str) -> None:
    place = reported(german, lemma)[0].verb
    assert german[slice(*place)] == verb


@pytest.mark.parametrize(
    "german",
    [
        "Wir gehen, und die Kinder kommen mit.",
        "Ich habe das nicht gewusst und werde schweigen.",
        "Eine tolle Option ist das raue, abschüssige Gelände.",
        "Das Auto raste über die Brücke.",
        "Es lebe die Republik, es sei denn, sie stirbt.",
        "Man nehme drei Eier.",
        "Er tat, als ob er krank sei.",
        "Wenn sie kämen, wären wir bereit.",
        "Sei das wahr?",
    ],
)
def test_what_is_the_indicative_too_or_a_wish_is_no_report(german: str) -> None:
    assert reported(german, lemma) == ()


# Hedges


def test_a_lost_hedge_is_told_and_any_hedge_meets_it() -> None:
    german = "Der General soll geflohen sein."
    assert told(german, "The general has fled.", "hedges") == "soll"
    for english in ("The general is said to have fled.", "The general may have fled.", "The general reportedly fled."):
        assert findings(german, english, "hedges") == []


def test_a_plan_and_an_order_are_no_hearsay() -> None:
    assert findings("Die Brücke soll gesperrt werden.", "The bridge will be closed.", "hedges") == []
    assert findings("Du sollst nicht stehlen.", "Do not steal.", "hedges") == []


def test_so_called_is_only_worth_knowing() -> None:
    (finding,) = findings("Die sogenannte Mietpreisbremse gilt weiter.", "The rent cap stays in force.", "hedges")
    assert finding.severity == "info"


# Gender


def test_a_spokeswoman_is_no_spokesman() -> None:
    assert told("Die Sprecherin schwieg.", "The spokesman was silent.", "gender") == "Sprecherin"
    assert told("Frau Kern schwieg.", "Mr Kern was silent.", "gender") == "Frau Kern"
    assert told("Der Sprecher schwieg.", "The spokeswoman was silent.", "gender") == "Sprecher"


def test_he_is_told_only_where_one_woman_and_nobody_else_is_spoken_of() -> None:
    assert told("Die Ministerin packte ihre Akten.", "The minister packed his files.", "gender") == "Ministerin"
    for german in (
        "Die Ministerin packte seine Akten.",
        "Die Ministerin packte ihre Akten, der Sekretär half.",
        "Die Ministerin packte ihre Akten, Brzozowski half.",
        "Die Regierung packte ihre Akten.",
    ):
        assert findings(german, "The minister packed his files.", "gender") == []


# Negation


def test_a_not_lost_beside_another_is_told_in_its_sentence() -> None:
    german = "Er schickt auf keinen Fall Soldaten. Sein Nein begründet er nicht."
    assert told(german, "He sends soldiers in any case. He does not give reasons for his no.", "negation") == "keinen"
    kept = "He will under no circumstances send soldiers. He does not give reasons for his no."
    assert findings(german, kept, "negation") == []


def test_a_not_lost_beside_another_in_one_sentence_is_told_by_number() -> None:
    german = "Wer nicht arbeitet, soll auch nicht essen."
    (finding,) = findings(german, "Those who work shall not eat.", "negation")
    assert "less often" in finding.message


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Das ist nicht unwahrscheinlich.", "That is likely."),
        ("Er fehlt in keiner Liste.", "He is in every list."),
        ("Der Zug ist nicht schneller als das Auto.", "The train is as fast as the car."),
        ("Nicht nur Kiew, auch Minsk schwieg.", "Kyiv was silent, and so was Minsk."),
    ],
)
def test_what_is_denied_twice_or_only_seems_denied_may_be_said_without_a_no(german: str, english: str) -> None:
    assert findings(german, english, "negation") == []


def test_a_verb_that_denies_must_not_become_a_yes() -> None:
    assert told("Die Firma bestreitet den Betrug.", "The company admits the fraud.", "negation") == "bestreitet"
    assert findings("Die Firma bestreitet den Betrug.", "The company disputes the fraud.", "negation") == []


def test_an_english_word_that_stands_for_a_german_word_of_its_own_is_no_denial() -> None:
    """“Failed” is “scheiterte” here, so that nothing stands for “nicht”."""
    german = "Der Plan scheiterte und wurde nicht wiederholt."
    assert told(german, "The plan failed and was repeated.", "negation") == "nicht"
    assert findings("Der Plan wurde nicht erfüllt.", "The plan failed.", "negation") == []


# Relative dates


def article(*pairs: tuple[str, str]) -> tuple[ParagraphRecord, ...]:
    return tuple(ParagraphRecord(german, english, State.TRANSLATED) for german, english in pairs)


def test_days_that_hold_on_the_day_of_the_article_are_told_once_a_document_with_its_date() -> None:
    paragraphs = article(
        ("Ein Titel", "A title"),
        ("Gestern tagte das Kabinett.", "The cabinet met yesterday."),
        ("Am Montag wird gewählt.", "The election is on Monday."),
        ("Stand: 12.05.2023", "As of 12 May 2023"),
    )
    whole = WholeDocument(paragraphs, NO_GLOSSARY)
    (index,) = whole.findings
    (finding,) = whole.findings[index]
    assert (index, finding.severity) == (1, "info")
    assert "“Gestern” and 1 more" in finding.message
    assert "12.05.2023" in finding.message


def test_when_the_first_of_them_is_put_right_the_next_one_is_told() -> None:
    paragraphs = article(
        ("Gestern tagte das Kabinett.", "The cabinet met yesterday."),
        ("Am Montag wird gewählt.", "The election is on Monday."),
    )
    whole = WholeDocument(paragraphs, NO_GLOSSARY)
    (changed,) = article(("Gestern tagte das Kabinett.", "The cabinet met on 11 May."))
    assert whole.update({0: changed}) == {0, 1}
    assert list(whole.findings) == [1]


def test_a_weekday_with_its_date_is_no_relative_date() -> None:
    german, english = "Am Montag, dem 9. Mai, streikten alle.", "On Monday, 9 May, everyone went on strike."
    assert findings(german, english, "relative-dates") == []


# Overriding, and what stands beside what


@pytest.mark.parametrize(
    ("check", "german", "english"),
    [
        ("attribution", "Die Lage sei ernst.", "The situation is serious."),
        ("hedges", "Er ist angeblich krank.", "He is ill."),
        ("gender", "Die Sprecherin schwieg.", "The spokesman was silent."),
        ("negation", "Er kommt nicht.", "He is coming."),
        ("relative-dates", "Gestern kam er.", "He came yesterday."),
    ],
)
def test_every_one_of_them_can_be_let_stand(check: str, german: str, english: str) -> None:
    (finding,) = findings(german, english, check)
    stands = (Override(check, finding.about, "meant so"),)
    record = TranslationRecord("a.txt", (ParagraphRecord(german, english, State.REVIEWED, overrides=stands),))
    (lowered,) = [each for each in check_document(record, NO_GLOSSARY) if each.check == check]
    assert (lowered.severity, lowered.overridden) == ("info", True)


def test_two_german_sentences_that_english_joins_have_one_place() -> None:
    german = "Der Rat tagte in Bern. Er dauerte lange. Danach reisten alle Minister nach Wien und schwiegen."
    english = "The council met in Bern, and it took long. After that all the ministers left for Vienna and were silent."
    last = german.index("Danach")
    place = english_of(Span(last, last + 6), german, english)
    assert english[slice(*place)].startswith("After that")


def test_abbreviations_initials_and_ordinals_end_no_sentence() -> None:
    text = "Am 26. Mai sprach Dr. A. Meier (z. B. in Bern). Mr. Smith met the U.S. President. All was well."
    assert [text[slice(*span)][:8] for span in plain_sentences(text)] == ["Am 26. M", "Mr. Smit", "All was "]


TEXT = st.text(alphabet="aÄb .!?:“”„\n1Z", max_size=200)


@settings(max_examples=150, deadline=None)
@given(TEXT, TEXT)
def test_sentences_hold_all_of_a_text_and_every_german_one_has_a_place_in_the_english(
    german: str, english: str
) -> None:
    spans = plain_sentences(german)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    held = "".join(german[slice(*span)] for span in spans)
    assert [*filter(str.strip, held)] == [*filter(str.strip, german)]
    pairs = beside(german, english)
    if german.strip() and english.strip():
        assert pairs[0].german.start <= spans[0].start and pairs[-1].german.end >= spans[-1].end
    for pair in pairs:
        assert 0 <= pair.english.start <= pair.english.end <= len(english)


def test_the_forms_of_english_verbs() -> None:
    assert english_forms("state deny stress").split() == [
        *("state", "states", "stated", "stating"),
        *("deny", "denies", "denied", "denying"),
        *("stress", "stresses", "stressed", "stressing"),
    ]
