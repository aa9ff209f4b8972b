"""What the checks say of a translated paragraph, and what they keep quiet about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import CHECKS, Finding, check_document, check_paragraph
from workbench.glossary import Entry, Glossary
from workbench.translation import Override, ParagraphRecord, State, TranslationRecord

KREMLIN = Entry(de=("Kreml",), en="Kremlin", kind="place")
BELARUS = Entry(
    de=("Belarus", "Weißrussland"),
    en="Belarus",
    also=("Republic of Belarus",),
    avoid=("White Russia",),
    kind="place",
)
GLOSSARY = Glossary((KREMLIN, BELARUS))


def findings(german: str, english: str, check: str, state: State = State.TRANSLATED) -> list[Finding]:
    found = check_paragraph(0, ParagraphRecord(german, english, state), GLOSSARY)
    return [finding for finding in found if finding.check == check]


# Terms


@pytest.mark.feature("terms of the glossary are checked")
def test_a_term_whose_english_is_nowhere_in_the_paragraph_is_an_error() -> None:
    german = "Der Sprecher des Kremls schweigt."
    (finding,) = findings(german, "The spokesman is silent.", "term-missing")
    assert (finding.severity, finding.about) == ("error", "Kremlin")
    assert finding.german is not None
    assert german[slice(*finding.german)] == "Kremls"


def test_an_allowed_form_meets_a_term_and_a_term_is_told_once() -> None:
    assert findings("Belarus schweigt.", "The Republic of Belarus is silent.", "term-missing") == []
    twice = "Der Kreml schweigt, und wenn der Kreml schweigt, schweigen alle."
    assert len(findings(twice, "They are silent.", "term-missing")) == 1


@pytest.mark.feature("terms of the glossary are checked")
def test_a_forbidden_form_is_an_error_and_is_shown_where_it_stands() -> None:
    english = "He came from White Russia."
    (finding,) = findings("Er kam aus Weißrussland.", english, "term-forbidden")
    assert (finding.severity, finding.about) == ("error", "White Russia")
    assert finding.english is not None
    assert english[slice(*finding.english)] == "White Russia"
    assert "“Belarus”" in finding.message


MINISTRY = Entry(("Außenministerium",), "Foreign Ministry", kind="organisation")
TERMS = [Entry((f"Wort{word}",), f"{word} Word") for word in "ABCDEFGHIJKLMNOPQRSTUVW"]


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("The foreign ministry said so in Belarus.", [("term-capitals", "warning", "foreign ministry")]),
        ("The Foreign Ministry said so in belarus.", [("term-capitals", "error", "belarus")]),
        ("Hungary’s foreign ministry said so in Belarus.", []),
        ("The ministry said so in Belarus.", [("term-missing", "error", "")]),
    ],
)
def test_a_term_in_small_letters_is_told_as_what_it_is(english: str, told: list[tuple[str, str, str]]) -> None:
    record = ParagraphRecord("Das sagte das Außenministerium in Belarus.", english, State.TRANSLATED)
    found = [f for f in check_paragraph(0, record, Glossary((MINISTRY, BELARUS))) if f.check.startswith("term")]
    assert [(f.check, f.severity, english[slice(*f.english)] if f.english else "") for f in found] == told


def test_capitals_that_all_terms_of_a_list_have_are_not_asked_for() -> None:
    entry = Entry(("Luftabwehr",), "Air Defence System")
    record = ParagraphRecord("Die Luftabwehr schwieg.", "The air defence system was silent.", State.TRANSLATED)
    assert [f.check for f in check_paragraph(0, record, Glossary((entry,)))] == ["term-capitals"]
    assert check_paragraph(0, record, Glossary((entry, *TERMS))) == ()


def test_a_further_mention_in_small_letters_is_not_lost() -> None:
    german = "Belarus schweigt. Niemand sah Belarus."
    record = ParagraphRecord(german, "Belarus is silent. Nobody saw belarus.", State.TRANSLATED)
    assert [f.check for f in check_paragraph(0, record, GLOSSARY)] == ["term-capitals"]


# What a paragraph is


def test_what_is_not_translated_or_skipped_is_not_checked() -> None:
    german = "Der Kreml schweigt seit 1999."
    assert check_paragraph(0, ParagraphRecord(german), GLOSSARY) == ()
    assert check_paragraph(0, ParagraphRecord(german, "Nothing.", State.SKIPPED), GLOSSARY) == ()


def test_an_accepted_paragraph_without_english_is_an_error() -> None:
    (finding,) = check_paragraph(4, ParagraphRecord("Guten Tag.", " \n", State.REVIEWED), GLOSSARY)
    assert (finding.check, finding.severity, finding.paragraph) == ("empty", "error", 4)


def test_german_that_changed_under_a_translation_is_told() -> None:
    record = ParagraphRecord("Es regnet heute.", "It rains.", State.TRANSLATED, old_german="Es regnet.")
    assert [finding.check for finding in check_paragraph(0, record, GLOSSARY)] == ["source-changed"]


def test_a_term_marker_left_in_the_english_is_an_error() -> None:
    english = "The ⟦Kremlin is silent."
    (finding,) = findings("Der Kreml schweigt.", english, "markers")
    assert finding.severity == "error"
    assert finding.english is not None
    assert english[slice(*finding.english)] == "⟦"


@pytest.mark.parametrize(
    ("english", "about"), [("Too short.", "shorter"), ("So much longer than it ought to be. " * 4, "longer")]
)
def test_english_much_shorter_or_longer_than_the_german_is_told(english: str, about: str) -> None:
    german = "Die Zeitung berichtete am Abend über den Streit."
    assert [finding.about for finding in findings(german, english, "length")] == [about]


# German left over


@pytest.mark.parametrize(
    "same",
    ["Reuters", "Anna Berger", "1/6", "www.beispiel.de", "© Bildwerk/Anna Berger", "Minsk", "AFP, dpa"],
)
def test_names_addresses_and_figures_may_be_the_same_in_both_languages(same: str) -> None:
    assert findings(same, same, "untranslated") == []


def test_german_left_whole_or_for_a_sentence_is_an_error() -> None:
    german = "Der Zug kam nicht. Wir haben auf der Brücke gewartet."
    (whole,) = findings(german, german, "untranslated")
    assert (whole.severity, whole.about) == ("error", "paragraph")
    english = "The train did not come. Wir haben auf der Brücke gewartet."
    (sentence,) = findings(german, english, "untranslated")
    assert sentence.english is not None
    assert english[slice(*sentence.english)] == "Wir haben auf der Brücke gewartet."


def test_a_german_title_quoted_in_english_is_no_untranslated_german() -> None:
    english = "The magazine “Der Spiegel” and the paper “Die Zeit” reported it."
    assert findings("Der „Spiegel“ und die „Zeit“ berichteten darüber.", english, "untranslated") == []


# Quotes


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("„Ja“, sagte er.", "“Yes,” he said."),
        ("„Ja“, sagte er.", "‘Yes,’ he said."),
        ("»Ja«, sagte er.", '"Yes," he said.'),
        ("„Er rief: ‚Halt!‘ und lief“, sagte sie.", "“He shouted ‘Stop!’ and ran,” she said."),
        ("„Ja“, sagte er, „aber nicht heute.“", "“Yes,” he said, “but not today.”"),
        ("„Ein langes Zitat beginnt.", "“A long quotation begins."),
        ("Es geht weiter.", "“It goes on."),
        ("Peters Hund und Jans Katze", "Peter’s dog and Jan’s cat in the ’90s"),
    ],
)
def test_quotations_that_correspond_are_no_finding(german: str, english: str) -> None:
    assert [finding for finding in findings(german, english, "quotes") if finding.severity != "info"] == []


def test_a_quotation_lost_added_or_left_open_is_a_warning() -> None:
    (lost,) = findings("Er sprach von einem „Zeichen“.", "He spoke of a sign.", "quotes")
    (added,) = findings("Er sprach von einem Zeichen.", "He spoke of a “sign”.", "quotes")
    (unended,) = findings("„Ja“, sagte er.", "“Yes, he said.", "quotes")
    assert [f.about for f in (lost, added, unended)] == ["number", "number", "unbalanced"]
    assert {f.severity for f in (lost, added, unended)} == {"warning"}


def test_straight_quotation_marks_are_only_told() -> None:
    (finding,) = findings("„Ja“, sagte er.", '"Yes," he said.', "quotes")
    assert finding.severity == "info"


# Punctuation and slips


@pytest.mark.parametrize(
    ("german", "english", "severity", "about"),
    [
        ("Kommt er?", "He is coming.", "warning", "? ."),
        ("Er kommt.", "He is coming", "info", ". none"),
        ("Er kommt, sagt sie.", "He is coming , she says.", "info", "space ,"),
        ("Er kommt heute.", "He  is coming today.", "info", "spaces"),
        ("Er kommt „heute“.", "He comes „today“.", "warning", "„"),
    ],
)
def test_slips_of_punctuation(german: str, english: str, severity: str, about: str) -> None:
    (finding,) = findings(german, english, "punctuation")
    assert (finding.severity, finding.about) == (severity, about)


def test_a_final_mark_inside_or_outside_the_quotation_is_the_same() -> None:
    assert findings("Er sagte: „Ich komme.“", "He said: “I am coming”.", "punctuation") == []
    assert findings("Und dann …", "And then ...", "punctuation") == []


def test_a_word_typed_twice_is_a_warning() -> None:
    english = "He saw the the dog."
    (finding,) = findings("Er sah den Hund.", english, "doubled-word")
    assert (finding.severity, finding.about) == ("warning", "the")
    assert finding.english is not None
    assert english[slice(*finding.english)] == "the the"


@pytest.mark.parametrize(
    "english",
    [
        "He had had enough.",
        "She said that that dog bit.",
        "They moved to Baden Baden.",
        "It was very very late.",
    ],
)
def test_words_that_may_stand_twice(english: str) -> None:
    assert findings("Ein Satz.", english, "doubled-word") == []


@pytest.mark.parametrize(
    "english",
    [
        "The minister said said said it.",
        "The army of the army of the army of the country.",
        "Poland and the states, the states, the states agreed.",
        "We want to go home we want to go home.",
        "Hahahahahahahahaha he laughed.",
        "The minister arrived in the city. The minister arrived in the city.",
    ],
)
def test_the_loops_of_a_translation_model_are_warnings(english: str) -> None:
    (finding,) = findings("Der Minister kam in die Stadt.", english, "repetition")
    assert finding.severity == "warning"
    assert finding.english is not None
    assert english[slice(*finding.english)].strip()


def test_what_the_german_repeats_the_english_may_repeat() -> None:
    assert findings("„Nein, nein, nein!“, rief er.", "“No, no, no!” he shouted.", "repetition") == []
    assert findings("Sie lief und lief.", "She ran and ran.", "repetition") == []
    assert findings("Die Straße war lang.", "The road went on and on and on.", "repetition") == []


# Negation


@pytest.mark.feature("numbers, names, negation, lost sentences")
@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Er kommt nicht.", "He is coming."),
        ("Niemand hat das gesehen.", "Somebody saw that."),
        ("Das Amt hat keine Antwort gegeben.", "The office gave an answer."),
        ("Das Dorf ist seit Mai ohne Strom.", "The village has had electricity since May."),
        ("Ohne Hilfe schaffen wir das nicht.", "Without help we will manage that."),
        ("Wir werden ihn nicht unterstützen.", "We are going to support him."),
        ("Sie handelt nicht nur mit Obst.", "She does only trade in fruit."),
        ("Er hat noch nie ein Tor geschossen.", "He has ever scored a goal."),
    ],
)
def test_a_lost_negation_is_a_warning(german: str, english: str) -> None:
    (finding,) = findings(german, english, "negation")
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Er kommt nicht.", "He isn’t coming."),
        ("Er konnte nicht kommen.", "He was unable to come."),
        ("Er kam nicht.", "He failed to come."),
        ("Das Amt hat keine Antwort.", "The office lacks an answer."),
        ("Das ist nicht möglich.", "That is impossible."),
        ("Er ist nicht nur klug.", "He is clever as well."),
        ("Sie handelt nicht nur mit Obst.", "She sells more than just fruit."),
        ("Er fuhr davon, ohne zu halten.", "He drove off without stopping."),
        ("Sie wird auch das zweite Spiel bestreiten.", "She will play the second game, too."),
        ("Er trat das Nicht-Raucher-Schild um.", "He kicked the smoking sign over."),
    ],
)
def test_english_that_denies_in_its_own_way_is_no_finding(german: str, english: str) -> None:
    assert findings(german, english, "negation") == []


# The document, overrides, the table


def test_the_same_german_translated_in_two_ways_is_told_at_the_later_paragraph() -> None:
    paragraphs = (
        ParagraphRecord("Mehr zum Thema", "More on this", State.REVIEWED),
        ParagraphRecord("Es regnet.", "It is raining.", State.REVIEWED),
        ParagraphRecord("Mehr zum Thema", "Read more", State.REVIEWED),
    )
    (finding,) = check_document(TranslationRecord("a.txt", paragraphs), GLOSSARY)
    assert (finding.check, finding.paragraph, finding.severity) == ("consistency", 2, "info")
    assert "paragraph 1" in finding.message


def test_a_document_gives_the_findings_of_its_paragraphs_in_order() -> None:
    paragraphs = (
        ParagraphRecord("Der Kreml schweigt.", "They are silent.", State.DRAFT),
        ParagraphRecord("Es kamen 40.", "There came 50.", State.DRAFT),
    )
    found = check_document(TranslationRecord("a.txt", paragraphs), GLOSSARY)
    assert [(finding.paragraph, finding.check) for finding in found] == [(0, "term-missing"), (1, "numbers")]


def test_an_override_lowers_its_finding_to_information_with_the_reason() -> None:
    record = ParagraphRecord("Der Kreml schweigt.", "They are silent.", State.REVIEWED)
    (error,) = check_paragraph(0, record, GLOSSARY)
    overridden = ParagraphRecord(
        record.german,
        record.english,
        record.state,
        overrides=(Override(error.check, error.about, "named just before"),),
    )
    (finding,) = check_paragraph(0, overridden, GLOSSARY)
    assert finding.severity == "info"
    assert finding.message.endswith("– let stand: named just before")


def test_an_override_of_one_thing_leaves_another_in_force() -> None:
    record = ParagraphRecord(
        "Der Kreml und Belarus schweigen.",
        "They are silent.",
        State.REVIEWED,
        overrides=(Override("term-missing", "Kremlin"),),
    )
    assert [(f.severity, f.about) for f in check_paragraph(0, record, GLOSSARY)] == [
        ("error", "Belarus"),
        ("info", "Kremlin"),
    ]


def test_errors_come_first() -> None:
    record = ParagraphRecord("Der Kreml schweigt nicht?", "They  talk talk.", State.DRAFT)
    severities = [finding.severity for finding in check_paragraph(0, record, GLOSSARY)]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert set(severities) == {"error", "warning", "info"}


def test_every_check_has_a_line_to_be_told_by() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    for check in CHECKS:
        assert check.says
    whole = {check.name for check in CHECKS if check.paragraph is None and check.by_style is None}
    expected = {"first-mention", "later-mention", "name-spelling", "relative-dates", "spelling", "consistency"}
    assert whole == expected


HOSTILE = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="aA0.,:„“”\"'‚‘’»« ⟦⟧-–\n½Uhr", max_size=80),
    st.sampled_from(
        ["a" * 10_000, "ab " * 3_000, "1." * 4_000, "„" * 5_000, "x@" * 4_000, "9 " * 5_000, "eins" * 2_500]
    ),
)


@settings(max_examples=80, deadline=None)
@given(HOSTILE, HOSTILE)
def test_no_text_makes_a_check_fail_and_every_place_lies_in_its_text(german: str, english: str) -> None:
    for finding in check_paragraph(0, ParagraphRecord(german, english, State.REVIEWED), GLOSSARY):
        assert finding.check in {check.name for check in CHECKS}
        for text, place in ((german, finding.german), (english, finding.english)):
            assert place is None or 0 <= place.start < place.end <= len(text)


def test_the_documentation_has_every_check_with_its_severity() -> None:
    page = (Path(__file__).parent.parent / "docs" / "checks.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `([a-z-]+)` \| (\w+)", page, re.MULTILINE)
    assert sorted(told) == sorted((check.name, check.severity) for check in CHECKS)
