"""Which English the dictionary's is, in which form it stands there, and names in their own spelling."""

from __future__ import annotations

import pytest

from workbench.dictionary.english_forms import VerbForm
from workbench.engine import Drafter, embedded_package
from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities, Hypothesis
from workbench.engine.words.case import Case
from workbench.engine.words.choices import Choice, choices
from workbench.engine.words.fitting import number_behind, verb_forms_behind
from workbench.engine.words.garbled_names import with_own_spelling
from workbench.engine.words.in_doubt import better_words
from workbench.engine.words.in_place import in_place, put
from workbench.glossary import Entry, Glossary
from workbench.text import Span


@pytest.fixture(scope="module")
def able() -> Abilities:
    return Drafter(embedded_package()).abilities


def case_of(german: str, english: str, glossary: Glossary | None = None) -> Case:
    return Case(german, glossary.find(german) if glossary else (), Hypothesis(english, -1.0))


def choice_of(german: str, word: str, base: str) -> Choice:
    start = german.index(word)
    return next(one for one in choices(german, Span(start, start + len(word))) if one.base == base)


@pytest.mark.parametrize(
    ("german", "drafted", "right"),
    [
        # The dictionary's rarer words for these are in commoner pieces: spuds, picking sticks, picks.
        ("Auf dem Markt kaufte sie Kartoffeln.", "She bought kartlings at the market.", "potatoes"),
        ("Zwei Wachleute kamen mit Schlagstöcken.", "Two guards came with strikeling.", "batons"),
        ("Der Junge hat einen Pickel auf der Nase.", "The boy has a pockel on his nose.", "a pimple"),
        # What a hyphen joins to the German word keeps its own English.
        ("Ihr Ex-Ehemann wohnt in Bremen.", "Her ex-bosslord lives in Bremen.", "Her ex-husband lives"),
        # One of these, behind “a”.
        ("Er wurde aus Trotz ein Nichtraucher.", "Out of defiance, he became a non-schmokers.", "a non-smoker."),
    ],
)
def test_the_english_is_the_one_that_the_package_knows_for_the_word(
    able: Abilities, german: str, drafted: str, right: str
) -> None:
    [found] = in_place([case_of(german, drafted)], able)
    assert right in found.english and not found.invented


@pytest.mark.parametrize(
    ("before", "forms"),
    [
        ("They want to ", ("base",)),
        ("They did not ", ("base",)),
        ("It won’t ", ("base",)),
        ("She had never ", ("participle",)),
        ("The border was ", ("participle", "ing")),
        ("The border, which was, ", ()),
        ("The police ", ()),
        ("", ()),
    ],
)
def test_auxiliaries_tell_the_form_of_a_verb(before: str, forms: tuple[VerbForm, ...]) -> None:
    assert verb_forms_behind(before) == forms


@pytest.mark.parametrize(
    ("before", "number"),
    [
        ("He became a ", "singular"),
        ("Each ", "singular"),
        ("He knows these ", "plural"),
        ("Seven ", "plural"),
        ("He knows the ", None),
        ("Plan A. ", None),
        ("", None),
    ],
)
def test_articles_tell_the_number_of_a_noun(before: str, number: str | None) -> None:
    assert number_behind(before) == number


def test_only_forms_that_can_stand_there_are_tried() -> None:
    german = "Die Polizei riegelte das Viertel ab, zwei Maler sahen zu."
    seal = choice_of(german, "riegelte", "seal")
    assert seal.pair == ("abriegeln", "seal")
    tried = {before: seal.instead_of("latched", before) for before in ("to ", "has ", "is ", "police ")}
    assert tried == {"to ": ("seal",), "has ": ("sealed",), "is ": ("sealed", "sealing"), "police ": ("sealed",)}
    assert seal.instead_of("adjacent", "The quarter is ") == ()  # a verb in the place of an adjective
    painter = choice_of(german, "Maler", "painter")
    assert painter.pair[0] == "Maler"
    assert painter.instead_of("pictures", "a ") == ("painter",) and painter.instead_of("mall", "two ") == ("painters",)
    assert set(painter.instead_of("mallpox", "the ")) == {"painter", "painters"}
    assert painter.instead_of("mill", "They will ") == painter.instead_of("mill", "In order to ") == ()


def test_no_comma_goes_with_a_german_word_that_was_left(able: Abilities) -> None:
    german = "Für diese Parodontitis, so heißt es, gebe es Gründe."
    [found] = better_words([case_of(german, "For this parodontitis, they say, there are reasons.")], able)
    assert found.english.endswith(", they say, there are reasons.")


@pytest.mark.parametrize(
    ("english", "there", "told", "right"),
    [
        ("She works at the Food Search Centre.", "Food Search", "nutrition research", "the Nutrition Research Centre."),
        ("Search for food helps.", "Search", "research", "Research for food helps."),
        ("The search for food helps.", "search", "research", "The research for food helps."),
        ("This is a German word.", "German", "foreign", "This is a foreign word."),
        ("He ate a Forschung.", "Forschung", "research", "He ate a research."),  # its capital is the German's
        ("He ate a pear.", "pear", "apple", "He ate an apple."),
    ],
)
def test_a_word_put_in_has_the_capitals_of_the_words_whose_place_it_takes(
    english: str, there: str, told: str, right: str
) -> None:
    german, start = "Forschung.", english.index(there)
    word = WordOutcome("Forschung", Span(0, 9), told, "dictionary")
    attempt = put(case_of(german, english), word, Span(start, start + len(there)), told, ("Forschung", told))
    assert right in attempt.text
    assert attempt.text[slice(*attempt.place(case_of(german, english)))] == attempt.word.english


@pytest.mark.parametrize(
    ("german", "drafted", "right"),
    [
        ("Frau Jessop lebt in Kent.", "Ms Jesop lives in Kent.", "Ms Jessop lives in Kent."),
        ("Das sagte Amy Prentiss.", "Amy Prentisss said so.", "Amy Prentiss said so."),
        ("Jessops Vertrag endet.", "Jessopop’s contract ends.", "Jessop’s contract ends."),
        ("Villanuevas Vertrag endet.", "Villeneuva’s contract ends.", "Villanueva’s contract ends."),
        ("Die Kette Metcash wächst.", "The metcash chain is growing.", "The Metcash chain is growing."),
        ("Hewlett-Packard wächst.", "Hewlett-packard is growing.", "Hewlett-Packard is growing."),
    ],
)
def test_names_are_spelt_as_in_the_german(able: Abilities, german: str, drafted: str, right: str) -> None:
    [found] = with_own_spelling([case_of(german, drafted)], able)
    assert found.english == right
    assert [(word.way, german[slice(*word.span)]) for word in found.words] == [("name", found.words[0].german)]


@pytest.mark.parametrize(
    ("german", "drafted"),
    [
        ("Lukaschenko sprach.", "Lukashenko spoke."),  # from Cyrillic
        ("Mursi sprach.", "Morsi spoke."),  # from Arabic
        ("Er zählt die Motoneuronen.", "He counts the motoneurons."),  # no name, behind an article
        ("Der Zwergismus nervt.", "The zwergism is a nuisance."),
        ("Die Schwedin sprach.", "The Swedin spoke."),  # a German word
        ("Obamas Rede war kurz.", "Obama’s speech was short."),
        ("Familie Jessop kam.", "The Jessops came."),
        ("Jessop kam nach Kent.", "Jessop came to Kent."),
        ("In Joburg regnet es.", "It is raining injoburg."),
    ],
)
def test_a_name_that_english_spells_otherwise_or_inflects_stays(able: Abilities, german: str, drafted: str) -> None:
    case = case_of(german, drafted)
    assert with_own_spelling([case], able) == [case]


def test_a_name_of_the_glossary_is_spelt_as_that_has_it(able: Abilities) -> None:
    case = case_of("Frau Jessop lebt in Kent.", "Ms Jesop lives in Kent.", Glossary([Entry(("Jessop",), "Jesop")]))
    assert with_own_spelling([case], able) == [case]
