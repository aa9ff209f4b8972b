"""The dictionary that ships with the program: German words are found as a text has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.dictionary import Offers, entries_with, is_name, look_up, offers
from workbench.dictionary.compounds import parts_of
from workbench.dictionary.english_forms import degree, english_forms
from workbench.dictionary.english_wording import plain_wordings
from workbench.dictionary.german_forms import verb_forms, with_zu
from workbench.dictionary.prefixes import with_prefix
from workbench.text import Span
from workbench.text.words import Dialect


def englishes(word: str) -> list[str]:
    return [meaning.english for meaning in look_up(word)]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Schlangenmenschen", "contortionists"),  # the plural as the dictionary has it
        ("Häftlings", "prisoner"),  # a genitive
        ("Gürteltieren", "armadillos"),  # a dative plural
        ("wunderbares", "wonderful"),
        ("beruft", "to invoke"),
        ("Sternwarte", "observatory"),
        ("blinder Passagier", "stowaway"),
        ("STERNWARTE", "observatory"),
    ],
)
def test_a_word_is_found_as_it_stands_in_a_text(german: str, english: str) -> None:
    assert english in englishes(german)


def test_a_noun_is_not_taken_for_a_verb_nor_a_verb_for_a_noun() -> None:
    assert {meaning.kind for meaning in look_up("Rennen")} == {"noun"}
    assert "noun" not in {meaning.kind for meaning in look_up("rennen")}


def test_registers_regions_and_hints_are_told() -> None:
    of_prisoners = {meaning.english: meaning.labels for meaning in look_up("Häftling")}
    assert "coll." in of_prisoners["con"] and not of_prisoners["detainee"]


def test_what_the_dictionary_does_not_have_is_not_found() -> None:
    assert look_up("Xqzzkwort") == () and look_up("") == () and look_up("\t") == ()


def test_the_whole_entry_can_be_read() -> None:
    assert any("blinder Passagier" in line and " :: " in line for line in entries_with("blinder Passagier"))


def test_a_compound_is_read_by_its_parts() -> None:
    [parts, *_] = parts_of("Getreideabkommen")
    assert (parts.first, parts.second) == ("Getreide", "Abkommen")
    assert "grain" in [meaning.english for meaning in parts.first_meanings]
    assert "agreement" in [meaning.english for meaning in parts.second_meanings]


def test_a_compound_with_a_link_or_a_hyphen_is_read_by_its_parts() -> None:
    assert ("Opposition", "Bündnis") in [(parts.first, parts.second) for parts in parts_of("Oppositionsbündnis")]
    assert ("NATO", "Gipfel") in [(parts.first, parts.second) for parts in parts_of("Nato-Gipfel")]


@pytest.mark.parametrize(
    ("sentence", "word", "infinitive"),
    [
        ("Er rückt von seiner Forderung ab.", "rückt", "abrücken"),
        ("Belarus tritt dem Bündnis bei, sagt er.", "tritt", "beitreten"),
        ("Er hob die Sanktionen auf und ging.", "hob", "aufheben"),
        ("Das geht zu weit.", "geht", ""),
        ("Er kommt aus Minsk.", "kommt", ""),
    ],
)
def test_a_verb_is_found_with_its_prefix(sentence: str, word: str, infinitive: str) -> None:
    start = sentence.index(word)
    assert with_prefix(sentence, Span(start, start + len(word))) == infinitive


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("to convoke", ("convoke", "convokes", "convoked", "convoking")),
        ("to call up", ("call up", "calls up", "called up", "calling up")),
        ("to stop", ("stop", "stops", "stopped", "stopping")),
        ("to weaken", ("weaken", "weakens", "weakened", "weakening")),
        ("to give", ("give", "gives", "gave", "given", "giving")),
        ("to carry", ("carry", "carries", "carried", "carrying")),
        ("to lie", ("lie", "lies", "lay", "lied", "lain", "lying")),
        ("to retake", ("retake", "retakes", "retook", "retaken", "retaking")),
        ("to travel", ("travel", "travels", "travelled", "traveled", "travelling", "traveling")),
        (
            "to highly appreciate",
            ("highly appreciate", "highly appreciates", "highly appreciated", "highly appreciating"),
        ),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert english_forms(verb, "verb") == forms


def of(marked: str, dialect: Dialect = "both") -> Offers:
    """The offers for the word between stars."""
    before, word, after = marked.split("*")
    return offers(f"{before}{word}{after}", Span(len(before), len(before) + len(word)), dialect)


def in_drafts(marked: str, dialect: Dialect = "both") -> list[str]:
    return [offer.english for offer in of(marked, dialect).for_drafts()]


@pytest.mark.parametrize(
    ("german", "english", "not_so"),
    [
        ("Die *Stickmaschinen* standen still.", "embroidery machines", "embroidery machine"),
        ("Am Abend traten *Schlangenmenschen* auf.", "contortionists", ""),
        ("Der *Sternwarte* fehlte Geld.", "observatory", "observatories"),
        ("Im Wald leben *Gürteltiere*.", "armadillos", "armadillo"),
        ("Die *verrosteten* Ketten", "rusty", ""),
        ("ein *schnelleres* Boot", "faster", "fast"),
        ("die *wunderbarsten* Tage", "most wonderful", "wonderful"),
        ("*Wunderbares* Wetter!", "wonderful", ""),
        ("Sie *beschwerte* sich.", "complained", "complains"),
        ("Sie *beschwert* sich.", "complains", ""),
    ],
)
def test_english_is_offered_in_the_form_that_fits(german: str, english: str, not_so: str) -> None:
    found = in_drafts(german)
    assert english in found and not_so not in found


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Er *rückt* von seiner Forderung ab.", "moves away"),
        ("Er *rückte* von seiner Forderung ab.", "moved away"),
        ("Er versprach, davon *abzurücken*.", "move away"),
        ("Er ist davon *abgerückt*.", "moved away"),
        ("Belarus *tritt* dem Bündnis bei.", "joins"),
        ("Den Leuten *ging* das Brot aus.", "ran out"),
        ("Er *lehnt* Gespräche und Treffen ab.", "rejects"),
        ("Er *hob* das Verbot auf und ging weg.", "lifted"),
    ],
)
def test_a_verb_is_offered_with_its_prefix(german: str, english: str) -> None:
    assert english in in_drafts(german)


def test_a_verb_that_is_used_as_a_noun_is_offered() -> None:
    assert "yawning" in in_drafts("Sein *Gähnen* war ansteckend.")


def test_a_noun_takes_no_prefix_of_a_verb() -> None:
    assert {offer.source for offer in of("Er führte das *Spiel* vor.").offers} == {"word"}


def test_a_compound_that_the_dictionary_lacks_is_offered_by_both_its_parts() -> None:
    found = of("Das *Getreideabkommen* lief aus.").offers
    assert "grain agreement" in [offer.english for offer in found]
    assert all(" " in offer.english and offer.source == "compound" for offer in found)
    assert found[0].german == "Getreide + Abkommen"


def test_half_a_compound_stands_behind_the_whole() -> None:
    found = in_drafts("Der *Paradeplatz* war leer.")
    assert found.index("parade ground") < found.index("parade")


@pytest.mark.parametrize(("german", "first"), [("Der *Smog* war dicht.", "smog"), ("Ein *Zipfel* Wald", "corner")])
def test_the_likelier_sense_stands_first(german: str, first: str) -> None:
    assert in_drafts(german)[0] == first


def test_what_plain_prose_does_not_use_is_for_people_only() -> None:
    assert "con" not in in_drafts("Der *Häftling* floh.") and "willy" not in in_drafts("Ein *Zipfel* Wald")
    registers = {offer.english: offer.register for offer in of("Der *Häftling* floh.").offers}
    assert registers["con"] == "coll." and registers["prisoner"] == ""


def test_english_of_the_other_dialect_is_left_out() -> None:
    both = in_drafts("ein *wunderbarer* Tag")
    assert {"marvellous", "marvelous"} <= set(both)
    assert "marvelous" not in in_drafts("ein *wunderbarer* Tag", "british")
    assert "marvellous" not in in_drafts("ein *wunderbarer* Tag", "american")


@pytest.mark.parametrize(
    "german",
    [
        "Marlene *Dietrich* sang in Berlin.",
        "Das sagte *Koch* am Montag.",
        "Minister *Koch* schwieg.",
        "Roland Koch kam, und *Koch* ging.",
        "*Wolf* lief weg.",
        "In *Halle* regnet es.",
    ],
)
def test_a_name_is_told_and_no_draft_takes_a_noun_for_it(german: str) -> None:
    found = of(german)
    assert found.is_name and found.for_drafts() == ()


@pytest.mark.parametrize("german", ["Der *Wolf* lief weg.", "Ein *Dietrich* lag da.", "Die *Sternwarte* ist alt."])
def test_a_noun_is_no_name(german: str) -> None:
    assert not of(german).is_name and in_drafts(german)


def test_a_name_known_from_elsewhere_is_one_here() -> None:
    assert is_name("Der Richter Vogel schwieg.", Span(12, 17), {"Vogel"})


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_place_of_any_text_can_be_asked(text: str, start: int, end: int) -> None:
    found = offers(text, Span(start, end))
    assert found.word == text[start:end]


@pytest.mark.parametrize(
    ("word", "infinitive", "forms"),
    [
        ("besucht", "besuchen", ("third", "participle", "past", "base")),
        ("besuchte", "besuchen", ("past", "participle")),
        ("arbeitet", "arbeiten", ("third", "base")),
        ("arbeitete", "arbeiten", ("past",)),
        ("trat", "treten", ("past",)),
        ("hielt", "halten", ("past",)),
        ("bot", "bieten", ("past",)),
        ("hält", "halten", ("third", "base")),
        ("verspricht", "versprechen", ("third", "base")),
        ("stößt", "stoßen", ("third", "base")),
        ("anerkannt", "anerkennen", ("participle", "past")),
        ("gingen", "gehen", ("past",)),
        ("singend", "singen", ("ing",)),
    ],
)
def test_the_form_of_a_verb_is_told(word: str, infinitive: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(word, infinitive) == forms


def test_an_infinitive_with_zu_is_told() -> None:
    assert [with_zu(word) for word in ("abzurücken", "hinauszugehen", "zulassen", "Haus")] == [
        "abrücken",
        "hinausgehen",
        "",
        "",
    ]


def test_adjectives_are_compared() -> None:
    assert degree("happy", "comparative") == ("happier", "more happy")
    assert degree("good", "superlative") == ("best",)


@pytest.mark.parametrize(
    ("english", "plain"),
    [
        ("to pass/adopt an amendment", ("pass an amendment", "adopt an amendment")),
        ("the … question", ("question",)),
        ("to lose one’s way", ("lose his way", "lose her way", "lose its way", "lose their way")),
        ("a phrase of far too many words", ()),
        ("km/h", ()),
    ],
)
def test_english_is_cleaned(english: str, plain: tuple[str, ...]) -> None:
    assert plain_wordings(english) == plain


@given(st.text(max_size=60))
def test_cleaned_english_has_no_marks(english: str) -> None:
    assert all(wording and not set("()[]{}/") & set(wording) for wording in plain_wordings(english))


@pytest.mark.parametrize(
    ("german", "english"), [("Polizei", "police"), ("letzten", "last"), ("nationalen", "national")]
)
def test_everyday_words_are_there(german: str, english: str) -> None:
    assert any(english in word.split() for word in englishes(german))
