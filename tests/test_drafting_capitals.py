"""Headlines, paragraphs and words in capitals: read as sentences, and their English in capitals where all of it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.capitals import CAPITALS
from workbench.engine import DraftCache, Drafter, draft_paragraphs, embedded_package
from workbench.engine.sentence.capitals import calmed
from workbench.glossary import Entry, Glossary

GLOSSARY = Glossary(
    [
        Entry(("Waffenruhe",), "ceasefire"),
        Entry(("Weißrussland",), "Belarus", kind="place"),
        Entry(("Lukaschenko",), "Lukashenko", kind="person"),
        Entry(("Kreml",), "Kremlin", kind="organisation"),
        Entry(("ODKB",), "CSTO", kind="organisation"),
    ]
)


PARTS = ("KREML", "SPRECHER", "WEISSRUSSLAND", "DER", "ODKB", "-", " ", "İ", "ß", "FUER", "Waffenruhe", "nicht")


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


def drafted(drafter: Drafter, *german: str) -> list[str]:
    made = dict(draft_paragraphs(german, GLOSSARY, drafter, DraftCache(None)))
    return [made[index].english for index in range(len(german))]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("LUKASCHENKO TRIFFT PUTIN IN MINSK", "Lukaschenko trifft Putin in Minsk"),
        ("GRENZÜBERGANG GESCHLOSSEN", "Grenzübergang geschlossen"),
        ("SOLDATEN WARTEN AUF DEN BEFEHL DER REGIERUNG", "Soldaten warten auf den Befehl der Regierung"),
        ("NEUE REGIERUNG VERSPRICHT HILFE", "Neue Regierung verspricht Hilfe"),
        ("EU-GIPFEL IN BRÜSSEL: NATO BERÄT ÜBER UKRAINE", "EU-Gipfel in Brüssel: NATO berät über Ukraine"),
        ("WARUM SO VIELE JUNGE MENSCHEN DAS LAND VERLASSEN", "Warum so viele junge Menschen das Land verlassen"),
        ("DAS GROSSE SCHWEIGEN DER NACHBARN", "Das große Schweigen der Nachbarn"),
        ("DIE WICHTIGSTEN FRAGEN UND ANTWORTEN", "Die wichtigsten Fragen und Antworten"),
        ("STRASSENBAHN: MASSNAHMEN FUER DIE FUSSGÄNGER", "Straßenbahn: Maßnahmen für die Fußgänger"),
        ("AUSSAGE ÜBER DIE MASSE DER BUSSE", "Aussage über die Masse der Busse"),
        ("DIE NATO UND DIE EU", "Die NATO und die EU"),
        ("INTERVIEW", "Interview"),
        ("KREMLSPRECHER LOBT WAFFENRUHE IN WEISSRUSSLAND", "Kremlsprecher lobt Waffenruhe in Weißrussland"),
        ("ODKB", "ODKB"),
        ("ACHTUNG: Das ist NICHT die EU.", "Achtung: Das ist nicht die EU."),
        ("Der SPIEGEL fragt die AFU.", "Der SPIEGEL fragt die AFU."),
    ],
)
def test_capitals_are_read_as_a_sentence_has_them(written: str, read: str) -> None:
    hits = GLOSSARY.find(written)
    calm = calmed(written, hits)
    assert calm.text == read
    assert [calm.text[hit.start : hit.end] for hit in calm.hits] == [hit.surface for hit in calm.hits]


def test_the_english_is_in_capitals_where_all_of_the_german_is(drafter: Drafter) -> None:
    shouted = "LUKASCHENKO TRIFFT PUTIN IN MINSK"
    plain = "Das ist NICHT die Meinung der Redaktion."
    both = drafted(drafter, shouted, plain, "DIE LAGE IST ERNST. DIE ARMEE BRAUCHT HILFE.")
    assert (
        both[0].isupper() and "LUKASHENKO" in both[0] and both[0].endswith("PUTIN IN MINSK") and "TRIFFT" not in both[0]
    )
    assert "not" in both[1] and "NICHT" not in both[1] and not both[1].isupper()
    assert both[2].isupper() and "SITUATION" in both[2] and "ARMY" in both[2]


def test_names_in_capitals_stay_so(drafter: Drafter) -> None:
    (english,) = drafted(drafter, "Die OPEC trifft sich MORGEN in WIEN.")
    assert "OPEC" in english
    assert "tomorrow" in english and "Vienna" in english


def test_terms_and_abbreviations_in_capitals_are_met(drafter: Drafter) -> None:
    english = drafted(drafter, "KREMLSPRECHER LOBT WAFFENRUHE IN WEISSRUSSLAND", "ODKB BERÄT ÜBER DEN KRIEG")
    assert all(word in english[0] for word in ("KREMLIN", "CEASEFIRE", "BELARUS"))
    assert "CSTO" in english[1]


def test_headlines_come_out_in_capitals_and_without_german(drafter: Drafter) -> None:
    drafts = drafted(drafter, *(line.german for line in CAPITALS))
    for line, english in zip(CAPITALS, drafts, strict=True):
        if line.whole:
            assert english.upper() == english
        german = {
            "BERÄT",
            "STRASSEN",
            "FLIEHEN",
            "SCHWEIGEN",
            "NICHT",
            "NIEMALS",
            "ALLE",
            "IMMER",
            "GAR",
            "WIEN",
            "HINWEIS",
        }
        assert not german & set(english.replace(":", "").split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=10))
def test_whatever_the_text_hits_stay_where_their_words_are(parts: list[str]) -> None:
    german = "".join(parts)
    hits = GLOSSARY.find(german)
    calm = calmed(german, hits)
    assert [hit.entry for hit in calm.hits] == [hit.entry for hit in hits]
    for before, after in zip(hits, calm.hits, strict=True):
        assert calm.text[after.start : after.end].casefold() == before.surface.casefold()
