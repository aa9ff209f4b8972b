"""The forms in which the dictionary offers English: what German forms ask for, and what is an English word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.dictionary import Offer, Offers, look_up, offers
from workbench.dictionary.blocks import Blocks
from workbench.dictionary.compounds import parts_of
from workbench.dictionary.english_forms import Degree, VerbForm, degree, english_forms
from workbench.dictionary.english_wording import plain_wordings
from workbench.dictionary.german_forms import degrees_of, verb_forms
from workbench.dictionary.labels import labels_in, register_of
from workbench.dictionary.line import Kind, read_line
from workbench.dictionary.opened import ENTRIES
from workbench.dictionary.prefixes import with_prefix
from workbench.glossary.english.plural import plural
from workbench.text import Span
from workbench.text.words import unknown_words


def of(marked: str) -> Offers:
    """The offers for the word between stars."""
    before, word, after = marked.split("*")
    return offers(f"{before}{word}{after}", Span(len(before), len(before) + len(word)))


def in_drafts(marked: str) -> list[str]:
    return [offer.english for offer in of(marked).for_drafts()]


@pytest.mark.parametrize(
    ("word", "infinitive", "forms"),
    [
        ("stand", "stehen", ("past",)),
        ("standen", "stehen", ("past",)),
        ("entstand", "entstehen", ("past",)),
        ("entstanden", "entstehen", ("past", "participle")),
        ("verstanden", "verstehen", ("past", "participle")),
        ("gestanden", "stehen", ("participle", "past")),
        ("fand", "finden", ("past",)),
        ("singende", "singen", ("ing",)),
        ("stehendes", "stehen", ("ing",)),
        ("abrückend", "abrücken", ("ing",)),
        ("gegeben", "geben", ("participle", "past")),
        ("aufgegeben", "aufgeben", ("participle", "past")),
        ("untergegangen", "untergehen", ("participle", "past")),
        ("gegolten", "gelten", ("participle", "past")),
        ("gegessen", "essen", ("participle", "past")),
        ("gehört", "gehören", ("third", "participle", "past", "base")),
        ("geht", "gehen", ("third", "base")),
        ("sammle", "sammeln", ("base", "third")),
        ("wandre", "wandern", ("base", "third")),
        ("gib", "geben", ("base",)),
        ("nimm", "nehmen", ("base",)),
        ("komm", "kommen", ("base",)),
        ("ging", "gehen", ("past",)),
        ("brachte", "bringen", ("past",)),
        ("vorbereitet", "vorbereiten", ("third", "participle", "past", "base")),
    ],
)
def test_the_form_of_a_verb_is_told(word: str, infinitive: str, forms: tuple[VerbForm, ...]) -> None:
    assert verb_forms(word, infinitive) == forms


@pytest.mark.parametrize(
    ("word", "base", "after", "degrees"),
    [
        ("größte", "groß", "", ("superlative",)),
        ("größten", "groß", "", ("superlative",)),
        ("höher", "hoch", "", ("comparative",)),
        ("höchsten", "hoch", "", ("superlative",)),
        ("nächste", "nah", "", ("superlative",)),
        ("besseres", "gut", "", ("comparative",)),
        ("besten", "gut", "", ("superlative",)),
        ("flexiblere", "flexibel", "", ("comparative",)),
        ("teurer", "teuer", ".", ("comparative", None)),
        ("schneller", "schnell", ".", ("comparative", None)),
        ("schneller", "schnell", " als gestern", ("comparative",)),
        ("schneller", "schnell", " Wagen", (None,)),
        ("leiser", "leise", " Ton", (None,)),
        ("neuer", "neu", " deutscher Film", (None,)),
        ("schneller", "schnell", " laufender Motor", ("comparative", None)),
        ("schneller", "schnell", " und leiser", ("comparative", None)),
        ("großer", "groß", " Mann", (None,)),
        ("älteste", "alt", "", ("superlative",)),
        ("schnelles", "schnell", "", (None,)),
        ("fest", "fest", "", (None,)),
    ],
)
def test_the_degree_of_an_adjective_is_told(
    word: str, base: str, after: str, degrees: tuple[Degree | None, ...]
) -> None:
    assert degrees_of(word, base, after) == degrees


@pytest.mark.parametrize(
    ("english", "comparative"),
    [
        ("eager", ("more eager",)),
        ("proper", ("more proper",)),
        ("clever", ("cleverer", "more clever")),
        ("loyal", ("more loyal",)),
        ("ill", ("more ill",)),
        ("right", ("more right",)),
        ("real", ("more real",)),
        ("bored", ("more bored",)),
        ("red", ("redder",)),
        ("unhappy", ("unhappier", "more unhappy")),
        ("lonely", ("lonelier", "more lonely")),
        ("simple", ("simpler", "more simple")),
        ("mobile", ("more mobile",)),
        ("of importance", ()),
        ("unknown", ("more unknown",)),
        ("unborn", ("more unborn",)),
        ("unjust", ("more unjust",)),
        ("undue", ("more undue",)),
        ("unique", ("more unique",)),
        ("unfair", ("unfairer",)),
        ("shut", ("more shut",)),
        ("split", ("more split",)),
        ("off", ("more off",)),
        ("live", ("more live",)),
        ("prime", ("more prime",)),
        ("lone", ("more lone",)),
        ("lost", ("more lost",)),
        ("whole", ("more whole",)),
        ("clean", ("cleaner",)),
        ("slow", ("slower",)),
        ("late", ("later",)),
    ],
)
def test_english_adjectives_are_compared(english: str, comparative: tuple[str, ...]) -> None:
    assert degree(english, "comparative") == comparative


@pytest.mark.parametrize(
    ("german", "english", "not_so"),
    [
        ("Das *entstand* später.", "arose", "arising"),
        ("Er *stand* da.", "stood", "standing"),
        ("Er hat *aufgegeben*.", "given up", "giving up"),
        ("Er *log*.", "lied", "lay"),
        ("Er *lag* dort.", "lay", "lied"),
        ("Sie haben sich *erhängt*.", "hanged themselves", "hung themselves"),
        ("der *größte* Fehler", "biggest", "big"),
        ("die *flexiblere* Lösung", "more flexible", "flexible"),
        ("Das Boot ist *schneller* als deins.", "faster", "fast"),
        ("die *besten* Leute", "best", "good"),
        ("Der *bessere* Weg ist lang.", "better", "good"),
        ("Die *Unruhen* dauern an.", "unrest", "unrests"),
        ("Er *arbeitete* lange.", "worked", "works"),
        ("Seine *Freundin* kam.", "girlfriend", "his girlfriend"),
        ("Die *geschriebenen* Worte", "written", "writing"),
        ("Die Igel *schlafen* im Laub.", "are asleep", "been asleep"),
        ("Weitere werden *hinzukommen*.", "accrue", "accrues"),
    ],
)
def test_english_is_offered_in_the_form_that_fits(german: str, english: str, not_so: str) -> None:
    found = in_drafts(german)
    assert english in found and not_so not in found


def test_be_has_all_its_forms() -> None:
    assert english_forms("to be asleep", "verb") == tuple(
        f"{form} asleep" for form in ("be", "are", "am", "is", "was", "were", "been", "being")
    )


@pytest.mark.parametrize(
    ("german", "verb"),
    [
        ("Reisen fallen aus.", ""),
        ("Spiele fielen aus.", ""),
        ("Arbeiten nehmen zu und kosten Geld.", ""),
        ("Leben geht weiter.", ""),
        ("Rückt er davon ab?", "abrücken"),
        ("Geben die Spieler morgen auf?", "aufgeben"),
    ],
)
def test_a_noun_at_the_head_of_a_sentence_takes_no_prefix_of_its_verb(german: str, verb: str) -> None:
    assert with_prefix(german, Span(0, german.index(" "))) == verb


def test_an_infinitive_in_hinzu_is_no_other_verb_with_zu() -> None:
    found = in_drafts("Man wird Experten *hinzuziehen*.")
    assert found.index("consult") < found.index("drag on") if "drag on" in found else "consult" in found


def test_the_form_that_the_dictionary_itself_has_stands_first_of_its_verb() -> None:
    found = in_drafts("Er hat *aufgegeben*.")
    assert found.index("given up") < found.index("gave up")


@pytest.mark.parametrize("word", ["Weber-Vorschlag", "Koch-Plan", "Müller-Nachfolger", "Wolf-Regierung"])
def test_a_name_before_a_hyphen_is_not_translated(word: str) -> None:
    assert of(f"Der *{word}* ist neu.").offers == ()


def test_a_noun_before_a_hyphen_is_translated() -> None:
    assert "grain agreement" in in_drafts("Das *Getreide-Abkommen* lief aus.")


@pytest.mark.parametrize(
    ("english", "kind", "plain"),
    [
        ("a little", "", ("a little",)),
        ("a few", "", ("a few",)),
        ("a lot of", "noun", ("a lot of",)),
        ("a bit", "noun", ("a bit",)),
        ("the police", "noun", ("police",)),
        ("to get … to do", "verb", ()),
        ("to prevent … from doing", "verb", ()),
        ("to make … of …", "verb", ("make",)),
        ("to turn … in", "verb", ("turn in",)),
        ("approx.", "", ("approx.",)),
        ("wanted.", "", ("wanted",)),
        ("no way out.", "", ("no way out",)),
        ("a.m.", "", ("a.m.",)),
        ("U.S.", "noun", ("U.S.",)),
        ("no.", "noun", ("no.",)),
        ("Smith & Co.", "noun", ("Smith & Co.",)),
        ("dept.", "noun", ("dept.",)),
        ("Harry S.", "noun", ()),
        ("cash and/or shares", "noun", ()),
    ],
)
def test_english_is_cleaned(english: str, kind: Kind, plain: tuple[str, ...]) -> None:
    assert plain_wordings(english, kind) == plain


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("Farbe {f} :: colo(u)r", ["colour", "color"]),
        ("Nachricht {f} :: message; news {pl}", ["message", "news"]),
        ("jdn. zu etw. bringen {vt} :: to get sb. to do sth.", ["to get … to do …"]),
        ("jdn. um etw. bringen {vt} :: to deprive sb. of sth. else", ["to deprive … of …"]),
        ("jdm. auffallen {vi} :: to catch sb.’s eye", ["to catch one’s eye"]),
        ("geben {vt} :: to give sb. sth.", ["to give"]),
        ("Freundin {f} :: sb.’s girlfriend", ["girlfriend"]),
    ],
)
def test_english_of_a_line_is_read(line: str, english: list[str]) -> None:
    [segment] = read_line(line)
    assert [wording.text for wording in segment.english] == english


def test_the_number_of_one_english_is_not_that_of_the_one_before() -> None:
    [segment] = read_line("Nachricht {f} :: message; news {pl}")
    assert [(wording.number, wording.kind) for wording in segment.english] == [("", "noun"), ("plural", "noun")]


@pytest.mark.parametrize(
    ("bracket", "labels", "register"),
    [
        ("coll.; pej.", {"coll.", "pej."}, "coll."),
        ("Am. coll.", {"Am.", "coll."}, "coll."),
        ("often pej.", {"pej."}, "pej."),
        ("becoming dated", {"dated"}, "dated"),
        ("formal and dated", {"formal", "dated"}, "dated"),
        ("Br./Austr.", {"Br.", "Austr."}, ""),
        ("Am., Can.", {"Am.", "Can."}, ""),
        ("Br., dated", {"Br.", "dated"}, "dated"),
        ("Austr.; NZ", {"Austr.", "NZ"}, "Austr."),
        ("offensive", {"offensive"}, "offensive"),
        ("bot.", {"bot."}, ""),
    ],
)
def test_a_label_of_several_parts_is_read_by_its_parts(bracket: str, labels: set[str], register: str) -> None:
    found = labels_in(bracket)
    assert (set(found), register_of(found)) == (labels, register)


def test_hardly_any_label_of_the_dictionary_is_of_no_known_kind() -> None:
    entries = Blocks(ENTRIES)
    lines = (
        f"{german} :: {english}" for number in range(0, len(entries), 40) for german, english in entries.pairs(number)
    )
    labels = [label for line in lines for one in read_line(line) for word in one.english for label in word.labels]
    of_several_words = [label for label in labels if " " in label and not register_of(frozenset((label,)))]
    assert len(labels) > 500 and len(of_several_words) < 0.01 * len(labels), of_several_words


@pytest.mark.parametrize("length", [61, 5_000, 20_000])
def test_what_is_too_long_for_a_word_is_not_taken_apart(length: int) -> None:
    word = "A" + "b" * length
    assert parts_of(word) == () and of(f"Das *{word}* steht da.").offers == ()
    assert look_up(word) == ()


@pytest.mark.parametrize("noun", ["unrest", "luggage", "violence", "traffic", "behaviour", "jewellery", "road traffic"])
def test_what_is_not_counted_has_no_plural(noun: str) -> None:
    assert plural(noun) == noun


@settings(deadline=None)  # the first word waits for the word lists
@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), st.sampled_from(("verb", "noun")))
def test_any_letters_have_forms(word: str, kind: Kind) -> None:
    assert english_forms(word, kind)[0] == word


def _offered(step: int) -> list[Offer]:
    """What is offered for words of the dictionary, each as it stands in its entry."""
    entries = Blocks(ENTRIES)
    found: list[Offer] = []
    for number in range(0, len(entries), step):
        for german, english in list(entries.pairs(number))[::40]:
            for segment in read_line(f"{german} :: {english}")[:4]:
                for wording in segment.german[:1]:
                    found += offers(f"Er {wording.text}", Span(3, 3 + len(wording.text))).offers
    return found


def test_forms_that_are_offered_are_english_where_the_basic_form_is() -> None:
    offered = [offer for offer in _offered(40) if not unknown_words(offer.base)]
    forms = {(form, offer.kind) for offer in offered for form in (offer.english, *_forms(offer))}
    unknown = sorted(form for form, _ in forms if unknown_words(form))
    assert len(forms) > 500
    assert len(unknown) < 0.02 * len(forms), unknown


def _forms(offer: Offer) -> tuple[str, ...]:
    return english_forms(offer.base, "verb", offer.parts) if offer.kind == "verb" else ()
