"""The check `spelling`, and `untranslated` for single words: which words are told, and which may stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import Finding, WholeDocument, check_document
from workbench.formats import Markup
from workbench.glossary import Entry, Glossary
from workbench.text import Code
from workbench.text.words import Vocabulary
from workbench.translation import Override, ParagraphRecord, State, TranslationRecord

NONE = Glossary(())


def found(*pairs: tuple[str, str], glossary: Glossary = NONE, own: Sequence[str] = ()) -> list[Finding]:
    records = [ParagraphRecord(german, english, State.TRANSLATED) for german, english in pairs]
    whole = WholeDocument(records, glossary, vocabulary=Vocabulary(frozenset(own)))
    findings = (finding for index in range(len(records)) for finding in whole.of(index))
    return [finding for finding in findings if finding.check in ("spelling", "untranslated")]


def told(*pairs: tuple[str, str], glossary: Glossary = NONE, own: Sequence[str] = ()) -> list[str]:
    return [finding.about for finding in found(*pairs, glossary=glossary, own=own)]


@pytest.mark.feature("spelling is checked")
def test_a_word_that_is_no_english_and_not_in_the_german_is_told_once_with_its_place() -> None:
    english = "The batllion came; the batllion left."
    (finding,) = found(("Das Bataillon kam; das Bataillon ging.", english))
    assert (finding.check, finding.severity, finding.about) == ("spelling", "warning", "batllion")
    assert finding.english is not None
    assert english[slice(*finding.english)] == "batllion"
    assert finding.message == "“batllion” is no English word, and not in the German"


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Pawel Harbatschous Bericht über Oschmjany.", "Harbatschou’s report on Oschmjany."),
        ("Die Grünen in Hoyerswerda und die Familie Müller.", "The Greens in Hoyerswerda and the Muellers."),
        ("Er isst Döner an einer Dönerbude.", "He eats doner at a doner stall."),
        ("Das Spiel im Fuchs-Park-Stadion.", "The match at Fuchspark stadium."),
        ("Ajatollah Chamenei sprach.", "Ayatollah Khamenei spoke."),
        ("Sergej Martschenko und Owtscharow sprachen.", "Sergei Marchenko and Ovcharov spoke."),
        ("Die Freien Wähler sind dagegen.", "The Freie Wähler are against it."),
        ("Die Zeitung „Bild“ berichtet.", "“Bild” reports it."),
        ("Sie besuchten das Künstlerhaus und die Hofburg.", "They visited the Künstlerhaus and the Hofburg."),
        ("Die Bundeswehr hilft.", "The Bundeswehr helps."),
        ("Ramsau bei Berchtesgaden liegt im Süden.", "Ramsau bei Berchtesgaden lies in the south."),
        ("Der Sprecher sagte, Plattner komme.", "The spokesman said Plattner would come."),
        ("Alle schwiegen. (dpa/pm)", "All said nothing. (dpa/pm)"),
    ],
)
def test_names_of_the_german_may_stand_in_its_spelling_or_in_english(german: str, english: str) -> None:
    assert told((german, english)) == []


def test_a_name_stands_anywhere_in_the_document() -> None:
    assert told(("Wann kommt er?", "When does Harbatschou come?")) == ["Harbatschou"]
    assert told(("Wann kommt er?", "When does Harbatschou come?"), ("Harbatschou kommt.", "He does.")) == []


def test_a_name_with_a_letter_lost_or_doubled_is_told() -> None:
    assert told(("Julian Jessop und Andy Meng.", "Julian Jesop and Andy Menng.")) == ["Jesop", "Menng"]


def test_the_glossary_and_the_projects_own_words_are_known() -> None:
    pair = ("Das Kollegium tagte.", "The Sowjet of the batka met.")
    assert told(pair) == ["Sowjet", "batka"]
    assert told(pair, glossary=Glossary((Entry(de=("Rat",), en="Sowjet", kind="term"),)), own=["batka"]) == []


@pytest.mark.parametrize(
    ("german", "english", "severity"),
    [
        ("Das Gesetz wurde verabschiedet.", "The Gesetz was passed.", "warning"),
        ("Die Märkte bleiben volatil.", "Markets remain volatil.", "error"),
        ("Nachdem der Kran umgestürzt war.", "After the Kran fell.", "warning"),
        ("Der Gipfel in Eriwan endete.", "The summit in Eriwan ended.", "warning"),
        ("Ein Regierungssprecher schwieg.", "A Regierungssprecher was silent.", "warning"),
        ("Obwohl es regnete, kamen alle.", "Obwohl it rained, everybody came.", "error"),
        ("Der Botschafter Oleh Rybak kam.", "The Botschafter Oleh Rybak came.", "warning"),
        ("Josip Babić rettete ein Kind.", "Josip Babić rettete a child.", "error"),
        ("Bauern verkauften Kartoffeln.", "Farmers sold Kartoffeln.", "warning"),
        (
            "Die Regierung lobte Anwohner als „mutige Leute“.",
            "The government praised locals as “mutige people”.",
            "error",
        ),
    ],
)
def test_a_german_word_left_in_the_english_is_told(german: str, english: str, severity: str) -> None:
    (finding,) = found((german, english))
    assert (finding.check, finding.severity) == ("untranslated", severity)
    assert finding.german is not None
    assert german[slice(*finding.german)] == finding.about


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Die Freien Wähler gewannen.", "The Freie Wähler won."),
        ("Hilfe kommt vom Bund für Umwelt.", "Help comes from the Bund für Umwelt."),
        ("Das nennt man „Gelassenheit“.", "This is called “Gelassenheit”."),
    ],
)
def test_a_name_or_a_word_in_marks_may_stay_german(german: str, english: str) -> None:
    assert found((german, english)) == []


def test_a_day_is_put_into_english() -> None:
    (finding,) = found(("Er kommt Freitag.", "He comes on Freitag."))
    assert finding.wanted == "Friday"


def test_the_english_of_a_place_is_what_belongs_there() -> None:
    (finding,) = found(("Der Gipfel in Eriwan endete.", "The summit in Eriwan ended."))
    assert finding.wanted == "Yerevan"


def test_nothing_is_said_of_words_without_a_vocabulary_or_of_skipped_paragraphs() -> None:
    record = ParagraphRecord("Nein.", "Matber.", State.TRANSLATED)
    assert WholeDocument([record], NONE).of(0) == ()
    skipped = ParagraphRecord("Nein.", "Matber.", State.SKIPPED)
    assert WholeDocument([skipped], NONE, vocabulary=Vocabulary()).of(0) == ()


def test_a_sentence_that_is_german_as_a_whole_is_not_told_word_by_word() -> None:
    german = "Das Gesetz wurde gestern nicht verabschiedet, weil niemand kam. Er ging dann."
    assert told((german, german)) == []
    assert told((german, "Das Gesetz wurde gestern nicht verabschiedet, weil niemand kam. He went to Matber.")) == [
        "Matber"
    ]


def test_code_is_not_read_as_words() -> None:
    codes = (Code(4, "1", "open"), Code(12, "1", "close"))
    record = ParagraphRecord("Das batllion läuft.", "The batllion runs.", State.TRANSLATED, codes=codes)
    as_code = replace(record, english_codes=codes, markup=(Markup("1", "code", "`", "`"),))
    assert WholeDocument([as_code], NONE, vocabulary=Vocabulary()).of(0) == ()


def test_a_reason_lets_one_stand() -> None:
    record = ParagraphRecord("Nein.", "Matber.", State.TRANSLATED, overrides=(Override("spelling", "Matber", "slang"),))
    (finding,) = check_document(TranslationRecord("a.txt", (record,)), NONE, vocabulary=Vocabulary())
    assert (finding.severity, finding.overridden) == ("info", True)


WORDS = (
    "Matber",
    "batka",
    "Kran",
    "der",
    "the",
    "volatil",
    "house",
    "Harbatschou",
    "Meng",
    "Menng",
    "Gesetz",
    "Eriwan",
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
PAIRS = st.tuples(TEXTS, TEXTS, st.sampled_from((State.TRANSLATED, State.SKIPPED)))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(PAIRS, min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 4), PAIRS), max_size=6),
    st.lists(st.frozensets(st.sampled_from(("Matber", "batka", "menng", "Kran")), max_size=3), max_size=3),
)
def test_kept_up_to_date_it_finds_what_it_finds_anew(
    begun: list[tuple[str, str, State]],
    changes: list[tuple[int, tuple[str, str, State]]],
    lists: list[frozenset[str]],
) -> None:
    records = [ParagraphRecord(*each) for each in begun]
    vocabulary = Vocabulary()
    whole = WholeDocument(records, NONE, vocabulary=vocabulary)
    for place, pair in changes:
        records[place % len(records)] = ParagraphRecord(*pair)
        whole.update({place % len(records): records[place % len(records)]})
    for own in lists:
        before, vocabulary = vocabulary, Vocabulary(own)
        words = vocabulary.beside(before)
        assert words is not None
        whole.know(vocabulary, words)
    assert dict(whole.findings) == dict(WholeDocument(records, NONE, vocabulary=vocabulary).findings)


@pytest.mark.parametrize("letter", ["a", "A"])
def test_what_is_no_word_by_its_length_is_not_cut_at_every_letter(letter: str) -> None:
    """Looked up at each of its letters, a line of a damaged file would take minutes, and the program stand still."""
    line = letter * 60_000
    record = ParagraphRecord(f"Es regnete in {line}.", f"It rained in {line}.", State.TRANSLATED)
    assert not [f for f in check_document(TranslationRecord("a.txt", (record,)), NONE) if f.severity == "error"]
