"""What a draft of a German sentence lost: by what its words looked at, and by what may stand for a word at all."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from tests.only_translates import OnlyTranslates, without_last_clause
from workbench.engine import DraftCache, Drafter, ParagraphDraft, draft_paragraphs, embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.draft import Loss, LossKind
from workbench.engine.drafter import _still_lost
from workbench.engine.protocol import Hypothesis
from workbench.engine.sentence.content_words import words_with_kinds
from workbench.engine.sentence.covering import least_wrong
from workbench.engine.sentence.english_verbs import may_have_a_verb
from workbench.engine.sentence.german_verbs import finite_verb
from workbench.engine.sentence.losses import losses, words_lost
from workbench.engine.sentence.stands_for import EnglishWords
from workbench.engine.terms.candidate import start
from workbench.glossary import Entry, Glossary
from workbench.project.drafting import as_record
from workbench.text import Span
from workbench.translation import ParagraphRecord
from workbench.translation.record import LOST

GERMAN = "Der Minister sprach gestern über die Brücke, und die Feuerwehr löschte den Brand in der Lagerhalle."
ENGLISH = "The minister talked about the bridge yesterday, and the fire brigade extinguished the fire in the warehouse."


@pytest.fixture(scope="module")
def engine() -> ArgosEngine:
    return ArgosEngine(embedded_package())


def lost(engine: ArgosEngine, german: str, english: str) -> list[tuple[str, str]]:
    [attention] = engine.attention([german], [english])
    return [(loss.kind, german[slice(*loss.span)]) for loss in losses(german, english, attention)]


def test_a_record_knows_all_kinds_of_losses() -> None:
    assert get_args(LossKind) == LOST


def test_a_whole_draft_lost_nothing(engine: ArgosEngine) -> None:
    assert lost(engine, GERMAN, ENGLISH) == []


def test_a_clause_that_is_gone_is_lost(engine: ArgosEngine) -> None:
    [(kind, words)] = lost(engine, GERMAN, ENGLISH.partition(",")[0] + ".")
    assert kind == "words" and "Feuerwehr" in words and words.endswith("Lagerhalle")


def test_an_english_without_a_verb_is_told_by_the_german_one(engine: ArgosEngine) -> None:
    german = "Am Montag eröffnete die Bürgermeisterin das neue Museum."
    assert lost(engine, german, "On Monday, the mayor of the new museum.") == [("verb", "eröffnete")]
    assert lost(engine, "Neues Museum in der Altstadt", "New museum in the old town") == []


def test_what_the_package_drafts_comes_with_what_it_looked_at(engine: ArgosEngine) -> None:
    """So that what a draft lost is known without another pass over the text."""
    lossy = (
        "Der Bürgermeister, dessen Amtszeit im Herbst endet, eröffnete am Samstag bei strömendem Regen gemeinsam mit "
        "der Landrätin das frisch renovierte Hallenbad."
    )
    german = (GERMAN, lossy)
    several = [
        (text, draft) for text, drafts in zip(german, engine.translate(german, 8), strict=True) for draft in drafts
    ]
    told = []
    for text, draft in several:
        [again] = engine.attention([text], [draft.english])
        assert draft.attention is not None
        told.append(losses(text, draft.english, draft.attention))
        assert told[-1] == losses(text, draft.english, again)
    assert any(told), "look for sentences of which one of the next best drafts loses something"


def test_a_lossy_engine_is_told_in_the_draft_the_cache_and_the_record() -> None:
    text = f"Es regnete am Montag. {GERMAN}"
    with DraftCache(None) as cache:
        drafter = Drafter(embedded_package(), OnlyTranslates(without_last_clause))
        [(_, made)] = draft_paragraphs([text], Glossary(()), drafter, cache)
        [(_, kept)] = draft_paragraphs([text], Glossary(()), drafter, cache)
    [*_, loss] = made.lost
    assert "Feuerwehr" in text[slice(*loss.span)]
    assert kept.lost == made.lost
    [*_, (kind, words)] = as_record(made, 0, ParagraphRecord(text), {}).lost
    assert (kind, words) == ("words", text[slice(*loss.span)])


@pytest.mark.parametrize(
    ("german", "stretch"),
    [
        (GERMAN.replace("Feuerwehr", "<b>Feuerwehr</b>"), "die <b>Feuerwehr</b> löschte den Brand in der Lagerhalle"),
        (GERMAN.replace("die Feuerwehr", "die Feuerwehr (siehe www.brand.at)"), "Lagerhalle"),
        (
            "DER MINISTER SPRACH UEBER DIE GROSSE STRASSE, UND DIE FEUERWEHR LOESCHTE DEN BRAND IN DER LAGERHALLE.",
            "DIE FEUERWEHR LOESCHTE DEN BRAND IN DER LAGERHALLE",
        ),
        (
            "İSTANBULS MINISTER SPRACH ÜBER DIE BRÜCKE, UND DIE FEUERWEHR LÖSCHTE DEN BRAND IN DER LAGERHALLE.",
            "DIE FEUERWEHR LÖSCHTE DEN BRAND IN DER LAGERHALLE",
        ),
    ],
)
def test_what_is_lost_is_told_as_the_text_has_it(german: str, stretch: str) -> None:
    [made] = Drafter(embedded_package(), OnlyTranslates(without_last_clause)).draft([(german, ())])
    assert stretch in " | ".join(german[slice(*loss.span)] for loss in made.lost)


def test_what_the_second_part_of_a_long_sentence_lost_is_told() -> None:
    german = f"Am Abend regnete es in der alten Stadt am großen Fluss, sagte ein Sprecher des Rates; {GERMAN}"
    [made] = Drafter(embedded_package(), OnlyTranslates(without_last_clause, lambda text: len(text) // 2)).draft(
        [(german, ())]
    )
    assert any("Feuerwehr" in german[slice(*loss.span)] for loss in made.lost)


def test_a_term_that_came_in_hides_no_clause_that_is_lost() -> None:
    glossary = Glossary([Entry(("Feuerwehr",), "fire brigade"), Entry(("Lagerhalle",), "warehouse")])
    climbed = start(GERMAN, tuple(glossary.find(GERMAN)), "The minister talked about the bridge, and the fire brigade.")
    at, end = GERMAN.index("die Feuerwehr"), GERMAN.index(" den Brand")
    clause, term = Loss("words", Span(at, len(GERMAN) - 1)), Loss("words", Span(at, at + len("die Feuerwehr")))
    verb = Loss("words", Span(at, end))
    assert _still_lost([clause, term, verb], climbed) == (clause, verb)


def test_words_that_stand_in_the_german_twice_are_kept_with_those_around_them() -> None:
    text = "Die Feuerwehr kam, und die Feuerwehr ging."
    at = text.rindex("Feuerwehr")
    draft = ParagraphDraft(text, "It came.", "package", lost=(Loss("words", Span(at, at + 9)),))
    [(_, words)] = as_record(draft, 0, ParagraphRecord(text), {}).lost
    assert words == "die Feuerwehr" and text.count(words) == 1


def test_what_stands_in_two_sentences_is_told_with_words_of_its_own() -> None:
    text = "Die Halle brannte. Die Feuerwehr kam. Die Feuerwehr ging."
    at = text.rindex("Die Feuerwehr")
    lost = (Loss("words", Span(at, at + 13)),)
    draft = ParagraphDraft(text, "The hall burnt. The brigade came. Left.", "package", lost=lost)
    assert as_record(draft, 0, ParagraphRecord(text), {}).lost == (("words", "Die Feuerwehr ging."),)


def test_a_draft_without_a_verb_has_lost_the_other_words_as_well(engine: ArgosEngine) -> None:
    german = "Der Bürgermeister kaufte am Montag gemeinsam mit der Landrätin das neue Museum."
    whole = "The mayor bought the new museum together with the district administrator on Monday."
    bare = "The mayor of the new museum."
    numbers = [words_lost(german, said, *engine.attention([german], [said])) for said in (whole, bare)]
    assert numbers[0] == 0 and numbers[1] > 3, "the verb counts as three words, what is lost besides counts, too"
    assert lost(engine, german, bare) == [("verb", "kaufte")]


def test_a_loop_gives_way_to_a_draft_that_lost_words(engine: ArgosEngine) -> None:
    loop = Hypothesis("The fire in the warehouse, the fire in the warehouse, the fire in the warehouse.", -0.1)
    short = ENGLISH.partition(",")[0] + "."
    [attention] = engine.attention([GERMAN], [short])
    lossy = Hypothesis(short, -0.9, attention=attention)
    assert least_wrong(GERMAN, [loop, lossy]) is lossy


@pytest.mark.parametrize(
    ("german", "content"),
    [
        ("Er nimmt am Rennen teil.", ["Rennen"]),
        ("Im Jahr 2021 kosteten 3.000 Liter wenig.", ["2021", "kosteten", "3.000", "Liter"]),
        ("Sie steht zur Verfügung.", []),
        ("Die Weber-Halle ist schön!", ["Weber-Halle", "schön"]),
        ("In den 70er Jahren sang er.", ["70er", "sang"]),
    ],
)
def test_content_words_are_those_that_english_needs_a_word_for(german: str, content: list[str]) -> None:
    assert [word.text for word in words_with_kinds(german) if word.kind] == content


@pytest.mark.parametrize(
    ("english", "has_one"),
    [
        ("The council decided.", True),
        ("The mayor of the new museum.", False),
        ("In Graz, a fire, according to the police.", False),
        ("They’re late.", True),
        ("The bridge released by the engineers.", False),
        ("Prices fell by nine percent.", True),
        ("Council Opens New School", True),
        ("She responded by singing.", True),
        ("The cost of the war on 5 May.", False),
        ("A lead of two hundred sacred oxen.", False),
        ("May I come in?", True),
        ("His nose bled.", True),
        ("In May, costs fell.", True),
        ("The militia retook Kherson.", True),
        ("An officer withheld the file.", True),
        ("The storm swept across the coast.", True),
        ("The background of the outlet.", False),
    ],
)
def test_a_finite_verb_is_known_by_its_form_and_its_neighbours(english: str, has_one: bool) -> None:
    assert may_have_a_verb(english) is has_one


@pytest.mark.parametrize(
    ("german", "verb"),
    [
        ("Am Montag eröffnete sie das Museum.", "eröffnete"),
        ("Das Dorf, das am Fluss liegt, ist alt.", "ist"),
        ("Eine der Bühnen, die im Park standen.", ""),
        ("Ohne Ergebnis vertagt", ""),
        ("Bitte nicht füttern", ""),
        ("Die Würde des Menschen", ""),
        ("Ein Muss für Kinder", ""),
        ("Würde des Amtes", ""),
        ("Würde sie kommen?", "Würde"),
        ("Waren die Fenster offen?", "Waren"),
        ("die Waren im Hafen", ""),
        ("Mag. Anna Huber", ""),
        ("Treffen von Omar bin Yusuf mit der Opposition", ""),
        ("Heute bin ich da.", "bin"),
        ("Die Hoffnung, bald wieder zu werden wie früher", ""),
        ("stimmen die Abgeordneten dem Gesetz zu", "stimmen"),
        ("Die Mieten stiegen kräftig.", "stiegen"),
        ("Der Pokal geht an Bremen.", "geht"),
        ("Das Schloss gehört dem Land.", "gehört"),
        ("Die Schiffe gelangten in den Hafen.", "gelangten"),
        ("Der Konzern verkauft seine Werke.", "verkauft"),
        ("Die Firma investiert Millionen.", "investiert"),
        ("Sie hielt den Vortrag.", "hielt"),
        ("Die Schafe verschwanden im Nebel.", "verschwanden"),
        ("Am Montag zögert er noch.", "zögert"),
        ("Verkauft er das Haus?", "Verkauft"),
        ("Würde der Bund das zahlen?", "Würde"),
        ("Würde der Ämter", ""),
        ("Zwei Kinder verschwunden", ""),
        ("Betreten verboten", ""),
        ("Vertrag unterschrieben", ""),
        ("Trainer nach drei Niederlagen zurückgetreten", ""),
        ("Drei Menschen verletzt bei Brand in Graz", ""),
        ("Als Täter erkannt", ""),
        ("Bestätigt vom Gericht", ""),
        ("Zwei Jahre vergangen", ""),
        ("Die besuchten Orte in Tirol", ""),
        ("Das kürzlich eröffnete Museum in Wien", ""),
    ],
)
def test_the_finite_verb_of_the_main_clause(german: str, verb: str) -> None:
    found = finite_verb(words_with_kinds(german))
    assert (german[slice(*found)] if found else "") == verb


@pytest.mark.parametrize(
    ("german", "english", "may"),
    [
        ("Präsident", "The president came.", True),
        ("Lagerhalle", "It burnt in the warehouse.", True),
        ("Lagerhalle", "It burnt in the kitchen.", False),
        ("1.200", "Some 1,200 people came.", True),
        ("1.200", "Some 1,300 people came.", False),
        ("drei", "He has 3 dogs.", True),
        ("vertagte", "They adjourned it.", True),
    ],
)
def test_a_word_may_stand_for_a_german_one_by_figures_letters_or_the_dictionary(
    german: str, english: str, may: bool
) -> None:
    assert EnglishWords(english).may_say(german) is may


def test_what_drafts_lost_is_told_of_an_engine_that_does_not_say_what_they_looked_at() -> None:
    """The built-in package looks at them."""
    other = replace(embedded_package(), markers=None, embedded=False)
    [made] = Drafter(other, OnlyTranslates(without_last_clause)).draft([(GERMAN, ())])
    assert "Feuerwehr" in made.source[slice(*made.lost[0].span)]
