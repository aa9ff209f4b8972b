"""Short nouns at the ends of compounds: where they are terms, how their absence is told, what drafts make of them."""

from __future__ import annotations

import pytest

from workbench.checks import Finding, check_document
from workbench.engine import Drafter, embedded_package
from workbench.glossary import Entry, Glossary
from workbench.translation import ParagraphRecord, State, TranslationRecord

NAMES = Glossary(
    [
        Entry(("Belarus",), "Belarus", kind="place"),
        Entry(("Gazprom",), "Gazprom", kind="organisation"),
        Entry(("Kreml",), "Kremlin", kind="place"),
        Entry(("Russland",), "Russia", kind="place"),
        Entry(("Kali",), "potash"),
        Entry(("Bank",), "bank"),
        Entry(("Funk",), "radio"),
        Entry(("Stern",), "star"),
        Entry(("Recht",), "law"),
        Entry(("Tal",), "valley"),
        Entry(("Stadt",), "city"),
    ]
)
LAND = Glossary([Entry(("Land",), "country")])
SPOKESMAN = Entry(("Sprecher",), "spokesman", first="press spokesman", avoid=("speaker",))


def surfaces(glossary: Glossary, german: str) -> list[str]:
    return [hit.surface for hit in glossary.find(german)]


def findings(entry: Entry, *pairs: tuple[str, str]) -> list[Finding]:
    """What is told of terms and mentions in paragraphs that a person wrote."""
    records = tuple(ParagraphRecord(german, english, State.TRANSLATED) for german, english in pairs)
    found = check_document(TranslationRecord("a.txt", records), Glossary([entry]))
    return [finding for finding in found if finding.check.startswith("term-") or finding.check.endswith("-mention")]


@pytest.mark.parametrize(
    "german",
    [
        "Der Hersteller Belaruskali zahlt.",
        "Die Belarusbank zahlt.",
        "Der Deutschlandfunk sendet.",
        "Die Gazprombank zahlt.",
        "Das Schiff „Kremlstern“ sank.",
        "Die Zeitung »Nordstern« schrieb darüber.",
        "Er lebt in Freital.",
    ],
)
def test_a_name_gives_no_hits_of_its_parts(german: str) -> None:
    assert surfaces(NAMES, german) == []


@pytest.mark.parametrize(
    ("german", "hits"),
    [
        ("Im Kinzigtal regnet es.", ["tal"]),
        ("Die Zentralbank senkt die Zinsen.", ["bank"]),
        ("Die Zeitung schreibt über das Völkerrecht.", ["recht"]),
        ("Er wirft dem Konzern Russlandgeschäfte vor.", ["Russland"]),
        ("Sie wirft der Partei Kremlnähe vor.", ["Kreml"]),
        ("Wohnungsnot in Hauptstadt", ["stadt"]),
    ],
)
def test_a_compound_is_no_name(german: str, hits: list[str]) -> None:
    assert surfaces(NAMES, german) == hits


@pytest.mark.parametrize(
    ("head", "compounds", "others"),
    [
        ("Haltung", "Grundhaltung Geisteshaltung", "Lebenserhaltung"),
        ("Kunde", "Stammkunde Bestandskunden", "Schrecksekunde"),
        ("Bildung", "Grundbildung Schulbildung", "Turnausbildung"),
        ("Tor", "Auswärtstor Stadttor", "Generator Operatoren"),
        ("Meter", "Quadratmeter", "Parametern Thermometer"),
        ("Amt", "Verteidigungsamt Sozialamt", ""),
        ("Recht", "Kinderrecht Völkerrecht", ""),
    ],
)
def test_a_compound_that_is_parted_elsewhere_has_no_such_noun(head: str, compounds: str, others: str) -> None:
    glossary = Glossary([Entry((head,), "x")])
    assert [word for word in compounds.split() if not glossary.find(word)] == []
    assert [word for word in others.split() if glossary.find(word)] == []


def test_a_short_noun_that_a_compound_has_another_english_for_is_told_as_a_hint() -> None:
    entry = LAND.entries[0]
    only, beside = (
        findings(entry, (german, english))
        for german, english in (
            ("Das Bundesland hilft.", "The federal state helps."),
            ("Das Bundesland hilft, das Land nicht.", "The federal state helps, others do not."),
        )
    )
    assert [(each.severity, each.message) for each in only] == [
        ("info", "“country” is not there for “land” in “Bundesland”, which may have another English")
    ]
    assert [(each.severity, each.message) for each in beside] == [("error", "“country” is missing for “Land”")]


def test_a_draft_keeps_the_word_of_its_own_that_the_package_has_for_a_compound() -> None:
    drafter = Drafter(embedded_package())
    german = "Das Bundesland Hessen will mehr Geld."
    free, draft = drafter.draft([(german, ()), (german, LAND.find(german))])
    assert draft.english == free.english
    assert [term.way for term in draft.terms] == ["missing"]


def test_a_draft_has_the_term_where_the_package_would_not_say_it() -> None:
    drafter = Drafter(embedded_package())
    german = "Der Warnstreik bei der Bahn endet."
    draft = drafter.draft([(german, Glossary([Entry(("Streik",), "walkout")]).find(german))])[0]
    assert "walkout" in draft.english


def test_a_woman_and_a_man_are_one_entry_with_one_first_mention() -> None:
    woman = "Die Sprecherin der Behörde schwieg am Montag lange."
    man = "Der Sprecher der Behörde schwieg auch am Dienstag."
    short = findings(SPOKESMAN, (woman, "The spokeswoman was silent."), (man, "The spokesman was silent."))
    assert [(each.check, each.paragraph, each.message) for each in short] == [
        ("first-mention", 0, "“spokeswoman” is named here first: write it out, “press spokeswoman”")
    ]
    again = findings(SPOKESMAN, (woman, "The press spokeswoman left."), (man, "The press spokesman left."))
    assert [(each.check, each.paragraph) for each in again] == [("later-mention", 1)]
    assert again[0].german is not None


def test_what_is_avoided_for_a_man_is_avoided_for_a_woman() -> None:
    found = findings(SPOKESMAN, ("Die Sprecherin der Behörde schwieg.", "The speaker of the authority was silent."))
    assert "“speaker” should be “spokeswoman” (or “spokesperson”)" in [each.message for each in found]


def test_an_entry_of_two_like_forms_is_found_as_it_is() -> None:
    entry = Entry(("Minsk", "Minsk"), "Minsk", kind="place")
    assert [hit.entry for hit in Glossary([entry]).find("Minsk")] == [entry]
