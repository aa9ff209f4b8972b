"""Names that the package reads as words, or garbles, are names in the drafts; what only looks like one stays a word."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from workbench.engine import Drafter, SentenceDraft, embedded_package
from workbench.engine.words.name_evidence import names_seen
from workbench.glossary import Entry, Glossary

MISREAD = (
    ("Herr Kurz wollte sich am Dienstag nicht zu den Vorwürfen äußern.", "Kurz", "Shortly"),
    ("Ein Radfahrer aus Singen wurde bei dem Unfall schwer verletzt.", "Singen", "singing"),
    ("Ministerin Frühling will das Gesetz ändern.", "Frühling", "Spring"),
    ("In Füssen begann am Freitag der Prozess.", "Füssen", "feet"),
    ("Der Kabarettist Uwe Täglich tritt am Samstag auf.", "Täglich", "Täääglich"),
)
NO_GLOSSARY = Glossary(())


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


@pytest.fixture(scope="module")
def old_drafter() -> Drafter:
    return Drafter(embedded_package(), readings=False)


def drafted(drafter: Drafter, sentences: Sequence[str], glossary: Glossary = NO_GLOSSARY) -> list[SentenceDraft]:
    return drafter.draft([(sentence, glossary.find(sentence)) for sentence in sentences])


def seen(german: str, *known: str) -> list[str]:
    return [one.name for one in names_seen(german, known)]


@pytest.mark.parametrize(("german", "name", "word"), MISREAD)
def test_a_name_that_was_read_as_a_word_is_a_name(
    drafter: Drafter, old_drafter: Drafter, german: str, name: str, word: str
) -> None:
    (before,), (after,) = drafted(old_drafter, [german]), drafted(drafter, [german])
    assert word in before.english and name not in before.english
    assert name in after.english and word not in after.english
    told = {each.german: each for each in after.words}[name]
    assert (told.english, told.way, german[slice(*told.span)]) == (name, "name", name)


@pytest.mark.parametrize(
    "german",
    [
        "Nach Regen und Sturm schien am Abend wieder die Sonne.",
        "In Bergen und Tälern hat es geschneit.",
        "In Lauf und Sprung waren die Norweger überlegen.",
        "Der Trainer gab dem Spieler Wasser.",
        "Karl trinkt Bier und Otto Wein.",
        "Wenn mein Kollege Recht hat, gehen wir.",
        "Die Frau Präsidentin eröffnete die Sitzung.",
        "Seine Frau Kurzsichtigkeit vorzuwerfen, war falsch.",
        "Mutter Erde ist müde.",
        "Die Prager Börse schloss früher.",
        "Miguel hat Größe 8 und Anna Größe 9.",
    ],
)
def test_a_word_beside_a_name_or_an_office_stays_a_word(german: str) -> None:
    assert seen(german) == []


@pytest.mark.parametrize(
    ("german", "names"),
    [
        ("Herr Kurz und Frau Dr. Klein kamen.", ["Kurz", "Klein"]),
        ("Pfarrer Mut hielt die Predigt.", ["Mut"]),
        ("Das Landgericht Hof wies die Klage ab.", ["Hof"]),
        ("Weil am Rhein liegt an der Grenze.", []),  # at the head of a sentence a capital tells nothing
        ("Die Stadt liegt bei Himmelkron.", ["Himmelkron"]),
        ("Der Zug fährt nach München und nach Wien.", []),  # English has names of its own for these
    ],
)
def test_names_are_seen_by_what_stands_beside_them(german: str, names: list[str]) -> None:
    assert seen(german) == names


def test_a_surname_of_the_document_is_seen_where_it_stands_alone() -> None:
    assert seen("Kurz sagte nichts dazu.", "Kurz") == ["Kurz"]
    assert seen("Kurz sagte nichts dazu.") == seen("Kurz sagte er etwas dazu.", "Kurz") == []
    assert seen("Dazu sagte Kurz nichts.", "Kurz") == ["Kurz"]


def test_a_term_of_the_glossary_is_not_overruled(drafter: Drafter) -> None:
    glossary = Glossary([Entry(("Frühling",), "Vesna", kind="person")])
    (draft,) = drafted(drafter, [MISREAD[2][0]], glossary)
    assert "Vesna" in draft.english and "Frühling" not in draft.english
    assert not [word for word in draft.words if word.way == "name"]


def test_a_name_stays_where_terms_come_in(drafter: Drafter) -> None:
    glossary = Glossary([Entry(("Gesetz",), "statute")])
    (draft,) = drafted(drafter, [MISREAD[2][0]], glossary)
    assert "Frühling" in draft.english and "statute" in draft.english


def test_drafts_without_it_have_another_fingerprint(drafter: Drafter, old_drafter: Drafter) -> None:
    assert drafter.fingerprint != old_drafter.fingerprint
