"""What is not German in a German text: other scripts and pictures stay, figures alone come out in English notation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.passing_sentences import sign_sentences
from workbench.engine import Apart, DraftCache, Drafter, draft_paragraphs, embedded_package
from workbench.engine.sentence.notation import in_english
from workbench.engine.sentence.signs import with_signs
from workbench.engine.sentence.stand_ins import STAND_INS, put_back, with_stand_ins
from workbench.engine.sentence.tags import tagged, untagged
from workbench.glossary import Entry, Glossary
from workbench.text import Span
from workbench.text.scripts import has_own_letters

CEASEFIRE = Entry(("Waffenruhe",), "ceasefire")
MINSK = Entry(("Minsk",), "Minsk", kind="place")
LUKASHENKO = Entry(("Lukaschenko",), "Lukashenko", kind="person")
GLOSSARY = Glossary([CEASEFIRE, MINSK, LUKASHENKO])

KEPT = {
    "In Minsk (belarussisch Мінск) gilt eine Waffenruhe.": ("Мінск", "Minsk", "ceasefire"),
    "Das Lied „Ой у лузі“ erklang in Minsk.": ("Ой у лузі", "song", "Minsk"),
    "Das griechische Wort Δημοκρατία steht über der Tür in Minsk.": ("Δημοκρατία", "Greek", "Minsk"),
    "Er schrieb auf Telegram: „🇧🇾✊ Жыве Беларусь!“": ("🇧🇾✊ Жыве Беларусь", "Telegram"),
    "Ein Demonstrant rief „السلام عليكم“, ein anderer 你好.": ("السلام عليكم", "你好"),
    "Die Zeitung Новая газета und die Agentur УНИАН berichten darüber.": ("Новая газета", "УНИАН", "newspaper"),
    "Auf dem Plakat stand שלום.": ("שלום",),
}


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


def drafted(drafter: Drafter, *german: str, glossary: Glossary = GLOSSARY) -> list[str]:
    made = dict(draft_paragraphs(german, glossary, drafter, DraftCache(None)))
    return [made[index].english for index in range(len(german))]


def test_runs_of_another_script_stand_in_a_whole_sentence(drafter: Drafter) -> None:
    for german, english in zip(KEPT, drafted(drafter, *KEPT), strict=True):
        for words in KEPT[german]:
            assert words in english, (german, english)
        assert "\ufffd" not in english
        assert not any(name in english for name in STAND_INS[1])


def test_a_sentence_in_another_script_is_copied(drafter: Drafter) -> None:
    assert drafted(drafter, "Жыве Беларусь!", "你好") == ["Жыве Беларусь!", "你好"]
    assert not has_own_letters("Жыве Беларусь! ✊")
    assert has_own_letters("Łódź")


def test_letters_of_european_languages_are_the_packages_own() -> None:
    for german in ("Erdoğan traf Łukašenka in Đinđić.", "Nguyễn kam.", "Straße, Ærø, Þingvellir"):
        assert with_stand_ins(german, ()).runs == ()


def test_a_stand_in_is_no_name_of_the_sentence() -> None:
    known = with_stand_ins("In Oslo (Мінск) und Lima (Ціхан) regnet es.", (), row=1)
    assert [name for name, _ in known.runs] == ["Toronto", "Madrid"]


def test_a_run_whose_stand_in_got_lost_stands_at_the_end() -> None:
    assert put_back("It is raining.", [("Oslo", "Мінск")]) == "It is raining (Мінск)."
    assert put_back("It rains in Oslo’s streets.", [("Oslo", "Мінск")]) == "It rains in Мінск’s streets."


@given(
    st.lists(
        st.sampled_from(["Minsk", "Мінск", "Waffenruhe", "✊", "in", "你好", "„", "“", "Oslo", ".", "ß", "\\1"]),
        max_size=12,
    )
)
def test_whatever_the_text_the_hits_stay_where_they_are_and_every_run_comes_back(words: list[str]) -> None:
    german = " ".join(words)
    hits = GLOSSARY.find(german)
    known = with_stand_ins(german, hits)
    assert [known.plain[hit.start : hit.end] for hit in known.hits] == [hit.surface for hit in hits]
    if len(known.runs) == len(set(known.runs)) < len(STAND_INS[0]) and known.runs:
        assert put_back(known.plain, known.runs) == german


@pytest.mark.parametrize(
    ("german", "english"),
    [
        *(("48.000", "48,000"), ("1.320.000", "1,320,000"), ("12,5 %", "12.5%"), ("1.5.2025", "1 May 2025")),
        *(("01. 12. 2024", "1 December 2024"), ("−3,2", "−3.2"), ("1.234,56 €", "1,234.56 €"), ("3,0", "3.0")),
        *(("1,2 Mio.", "1.2 million"), ("3 Mrd.", "3 billion"), ("20 Tsd.", "20 thousand")),
        *(
            ("3:1", "3:1"),
            ("1/6", "1/6"),
            ("14:30", "14:30"),
            ("2025", "2025"),
            ("–", "–"),
            ("030.123.456", "030.123.456"),
        ),
        *(("31.13.2025", "31.13.2025"), ("1.2.3", "1.2.3"), ("Seite 3", None), ("3 Mio. Euro", None)),
    ],
)
def test_figures_alone_are_written_as_in_english(german: str, english: str | None) -> None:
    assert in_english(german) == english


def test_cells_of_figures_come_out_in_english_notation(drafter: Drafter) -> None:
    assert drafted(drafter, "48.000", "12,5 %", "1.5.2025", "1,2 Mio.") == [
        "48,000",
        "12.5%",
        "1 May 2025",
        "1.2 million",
    ]


@given(st.text("0123456789.,:/ %−-€", max_size=14))
def test_of_figures_no_digit_is_lost(text: str) -> None:
    made = in_english(text)
    assert made is not None
    if not re.search("[A-Za-z]", made):
        assert [c for c in made if c.isdigit()] == [c for c in text if c.isdigit()]


@pytest.mark.parametrize(
    ("german", "english", "right"),
    [
        ("1½ Liter H₂O", "11⁄2 litres of H2O", "1½ litres of H₂O"),
        ("5 m² und 3 km²", "5 m2 and 3 km2", "5 m² and 3 km²"),
        ("CO2 und CO₂", "CO2 and CO2", "CO₂ and CO₂"),
        ("Keine Zeichen.", "No signs 1/2.", "No signs 1/2."),
        ("Ein ⅓ der Stimmen", "A 1⁄33 of the votes", "A ⅓ of the votes"),
        ("10 ÷ 2 = 5, B ⇔ C", "10 ù 2 = 5, B ⇃ C", "10 ÷ 2 = 5, B ⇔ C"),
        ("10 ÷ 2 = 5", "10 ù 2 à 5", "10 ù 2 à 5"),  # which of the two it stands for is not said
    ],
)
def test_fractions_and_raised_figures_keep_their_form(german: str, english: str, right: str) -> None:
    assert with_signs(german, english) == right


def test_addresses_code_and_their_like_pass_letter_for_letter(drafter: Drafter) -> None:
    sentences = {
        "Wer helfen will, findet das Konto auf hilfe-fuer-minsk.de.": "hilfe-fuer-minsk.de",
        "Öffnen Sie die Datei Anlage-3.docx und unterschreiben Sie sie.": "Anlage-3.docx",
        "Kopieren Sie alles nach ~/Dokumente/artikel.": "~/Dokumente/artikel",
        "Folgen Sie @minsk.bsky.social.": "@minsk.bsky.social",
        "Willkommen zurück, {{user.first_name}}!": "{{user.first_name}}",
        "Rufen Sie +49 30 1234567 an.": "+49 30 1234567",
        "Das Lager liegt bei 53°54′08″N 27°33′42″O.": "53°54′08″N 27°33′42″E",
    }
    for german, english in zip(sentences, drafted(drafter, *sentences), strict=True):
        assert sentences[german] in english
        assert len(english) > len(sentences[german]) + 5


def test_a_term_beside_an_address_stays_and_none_is_put_into_it(drafter: Drafter) -> None:
    glossary = Glossary([Entry(("Waffenruhe",), "cessation of hostilities"), MINSK])
    (english,) = drafted(drafter, "Die Waffenruhe steht auf waffenruhe.example/Waffenruhe.", glossary=glossary)
    assert "cessation of hostilities" in english
    assert "waffenruhe.example/Waffenruhe" in english


def test_tags_stand_around_the_words_they_stood_around(drafter: Drafter) -> None:
    english = drafted(
        drafter,
        "Das <b>neue</b> Gesetz gilt ab Montag.",
        "Der Minister<sup>1</sup> bestritt den Vorwurf.",
        "<p>Die Regierung tritt zurück.</p>",
        "Die <i>Soldaten</i> und ihre <a href='https://a.example'>Familien</a> warten.",
    )
    assert "<b>new</b> law" in english[0]
    assert "minister<sup>1</sup> " in english[1]
    assert english[2].startswith("<p>T") and english[2].endswith(".</p>")
    assert "<i>soldiers</i>" in english[3] and "<a href='https://a.example'>families</a>" in english[3]


@given(
    st.lists(
        st.sampled_from(["Minsk", "<b>", "</b>", "<br>", "in", " ", "Waffenruhe", "<i>", "</i>", "<sup>1</sup>"]),
        max_size=12,
    )
)
def test_no_tag_is_lost_and_no_hit_moves(parts: list[str]) -> None:
    german = "".join(parts)
    hits = GLOSSARY.find(german)
    bare = untagged(german, hits)
    assert [bare.plain[hit.start : hit.end] for hit in bare.hits] == [hit.surface for hit in hits]
    english = tagged(bare.plain, bare, ())
    for mark in ("<b>", "</b>", "<br>", "<i>", "</i>", "<sup>1</sup>"):
        assert english.count(mark) == german.count(mark)


def test_signs_of_all_kinds_keep_their_value(drafter: Drafter) -> None:
    sentences = sign_sentences()
    drafts = drafted(drafter, *(german for german, _ in sentences))
    lost = [draft for (_, signs), draft in zip(sentences, drafts, strict=True) if any(s not in draft for s in signs)]
    assert len(lost) <= 1  # “not 2−”: a minus behind its figure


def test_what_is_held_is_not_translated(drafter: Drafter) -> None:
    german = "Der Wert von ergebnis bleibt leer. Danach ist alles fertig."
    place = german.index("ergebnis")
    cache = DraftCache(None)
    held = Apart(held=[Span(place, place + 8)])
    made = dict(draft_paragraphs([german], GLOSSARY, drafter, cache, apart=lambda _: held))
    assert "ergebnis" in made[0].english
    assert "fertig" not in made[0].english
    (other,) = drafted(drafter, german)
    assert "ergebnis" not in other
