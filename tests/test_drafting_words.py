"""Words that the package does not know: made up ones go, the dictionary's English comes, and nothing else is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from workbench.engine import DraftCache, Drafter, SentenceDraft, draft_paragraphs, embedded_package
from workbench.engine.document_names import DocumentNames
from workbench.engine.draft import Asked, Held
from workbench.engine.protocol import Hypothesis
from workbench.engine.sentence.defects import defects
from workbench.engine.sentence.invented import invented
from workbench.engine.words.case import Case
from workbench.engine.words.doubt import doubts, is_read_in_part
from workbench.glossary import Entry, Glossary
from workbench.project.drafting import as_record
from workbench.text import Span
from workbench.translation import ParagraphRecord

# Of each its package alone makes up a word, or has another meaning for the word in question.
INVENTING = (
    "Er aß Bratkartoffeln mit Spiegelei.",
    "Der Zimmermann hobelte die Bretter.",
    "Die Kreuzotter verschwand im Heidekraut.",
    "Im Moor wachsen Sonnentau und Wollgras.",
    "Das Kleinkind krabbelte unter den Esstisch.",
)
RARE = (
    ("Der Kommilitone lieh ihr seine Mitschriften.", "Kommilitone", "fellow student"),
    ("Auf dem Dachboden standen zwei alte Stickmaschinen.", "Stickmaschinen", "embroidery machines"),
    ("Die Schornsteinfeger streiken seit Montag.", "Schornsteinfeger", "chimney sweeps"),
    ("Er goss Bleisoldaten für seinen Enkel.", "Bleisoldaten", "lead soldiers"),
)
NO_GLOSSARY = Glossary(())
PLAIN = ("Der Minister reiste am Montag nach Minsk.", "Die Regierung hat 35.000 Soldaten.", "Das Haus ist groß.")


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    return Drafter(embedded_package())


@pytest.fixture(scope="module")
def plain_drafter() -> Drafter:
    return Drafter(embedded_package(), repairs=False)


class Counts(Drafter):
    """A drafter that counts the sentences which it drafts."""

    def __init__(self, drafter: Drafter) -> None:
        self.__dict__.update(drafter.__dict__)
        self.asked = 0

    def draft(self, sentences: Sequence[Asked], held: Sequence[Held] = ()) -> list[SentenceDraft]:
        self.asked += len(sentences)
        return super().draft(sentences, held)


def drafted(drafter: Drafter, sentences: Sequence[str], glossary: Glossary = NO_GLOSSARY) -> list[SentenceDraft]:
    return drafter.draft([(sentence, glossary.find(sentence)) for sentence in sentences])


@pytest.mark.parametrize(
    ("german", "english", "found"),
    [
        ("Die Sternwarte ist offen.", "The starwatery is open.", ["starwatery"]),
        ("Er kam aus dem Schlachthaus.", "He came from the slaughterhause-mid.", ["slaughterhause"]),
        ("Seewassertemperatur.", "Driversary.", ["Driversary"]),
        ("Tichanowskaja sprach.", "Tsikhanowskaja spoke.", []),  # a name in another spelling
        ("Er aß Borschtsch.", "He ate borschtsch.", []),  # a word of the German
        ("Die Armee der Belarussen.", "The colour of the army’s well-known half-brother.", []),
        ("Am 5. Mai lief `mkdirx`.", "On 5th May `mkdirx` ran.", []),
        ("Ok, sagte er.", "Ok, he said.", []),
    ],
)
def test_an_invented_word_is_in_no_english_list_and_not_in_the_german(
    german: str, english: str, found: list[str]
) -> None:
    assert [word.word for word in invented(german, english)] == found


def test_what_a_term_of_the_glossary_says_is_not_invented() -> None:
    assert invented("Die Sternwarte.", "The starwatery.", [Span(4, 14)]) == ()


def test_drafts_lose_their_invented_words(drafter: Drafter, plain_drafter: Drafter) -> None:
    before, after = drafted(plain_drafter, INVENTING), drafted(drafter, INVENTING)
    poor = [draft for draft in before if invented(draft.source, draft.english)]
    assert len(poor) >= 3
    assert not [draft.english for draft in after if invented(draft.source, draft.english)]


@pytest.mark.parametrize(("german", "word", "english"), RARE)
def test_a_word_that_the_package_does_not_know_comes_from_the_dictionary(
    drafter: Drafter, german: str, word: str, english: str
) -> None:
    (draft,) = drafted(drafter, [german])
    told = {each.german: each for each in draft.words}
    assert told[word].english.lower() == english
    assert told[word].way in ("dictionary", "compound")
    assert german[slice(*told[word].span)] == word
    assert english in draft.english.lower()


def test_what_a_glossary_says_is_not_overruled(drafter: Drafter) -> None:
    glossary = Glossary([Entry(("Stickmaschine",), "needle loom"), Entry(("Schornsteinfeger",), "flue cleaner")])
    machines, sweeps = drafted(drafter, [RARE[1][0], RARE[2][0]], glossary)
    assert "needle looms" in machines.english and "Stickmaschinen" not in {word.german for word in machines.words}
    assert "flue cleaner" in sweeps.english.lower() and "chimney" not in sweeps.english


def test_names_stay(drafter: Drafter) -> None:
    sentences = ["Marlene Dietrich sang in Berlin.", "Der Abgeordnete Koch widersprach.", "Er fuhr nach Paderborn."]
    drafts = drafted(drafter, sentences)
    assert "Dietrich" in drafts[0].english and "Koch" in drafts[1].english and "Paderborn" in drafts[2].english
    assert not {"Dietrich", "Koch", "Paderborn"} & {word.german for draft in drafts for word in draft.words}


def test_a_plain_sentence_is_left_alone(drafter: Drafter, plain_drafter: Drafter) -> None:
    before, after = drafted(plain_drafter, PLAIN), drafted(drafter, PLAIN)
    assert [draft.english for draft in before] == [draft.english for draft in after]
    assert not any(draft.words for draft in after)


def test_a_draft_is_the_same_alone_and_among_others(drafter: Drafter) -> None:
    alone = [drafted(drafter, [sentence])[0] for sentence in INVENTING]
    assert [draft.english for draft in drafted(drafter, INVENTING)] == [draft.english for draft in alone]


def test_a_word_of_a_headline_in_capitals_is_told_as_it_is_written(drafter: Drafter) -> None:
    german = "ZWEI ALTE STICKMASCHINEN AUF DEM DACHBODEN"
    (draft,) = drafted(drafter, [german])
    assert "STICKMASCHINEN" in {word.german for word in draft.words}
    for word in draft.words:
        assert german[slice(*word.span)] == word.german


def test_where_words_came_from_survives_the_cache(drafter: Drafter, tmp_path: Path) -> None:
    text = f"Heute regnet es. {RARE[1][0]}"
    with DraftCache(tmp_path / "drafts.sqlite") as cache:
        ((_, made),) = draft_paragraphs([text], Glossary(()), drafter, cache)
        ((_, kept),) = draft_paragraphs([text], Glossary(()), drafter, cache)
    assert made == kept
    recorded = as_record(made, 0, ParagraphRecord(text), {}).words
    assert ("Stickmaschinen", "embroidery machines", "dictionary") in recorded
    assert made.words and all(text[slice(*word.span)] == word.german for word in made.words)


def test_repairs_never_raise_the_number_of_defects(drafter: Drafter, plain_drafter: Drafter) -> None:
    sentences = [*INVENTING, *(german for german, _, _ in RARE), *PLAIN]
    for before, after in zip(drafted(plain_drafter, sentences), drafted(drafter, sentences), strict=True):
        german = before.source
        assert defects(german, after.english) <= defects(german, before.english)
        assert len(invented(german, after.english)) <= len(invented(german, before.english))


def test_what_is_at_home_in_another_english_is_not_taken(drafter: Drafter) -> None:
    german = "Der Schnuller war zu teuer."
    [british], [american] = (drafted(drafter.of_document([], dialect), [german]) for dialect in ("british", "american"))
    assert "dummy" in british.english and "pacifier" in american.english
    assert british.of_dialect and not drafted(drafter, [PLAIN[0]])[0].of_dialect


def test_a_surname_of_the_document_is_one_where_it_stands_alone(drafter: Drafter) -> None:
    full, alone = "Die Abgeordnete Petra Zipfel kam.", "Zuletzt traf sie Zipfel am Bahnhof."
    assert "Zipfel" in {word.german for word in drafted(drafter, [alone])[0].words}
    for texts in ([full, alone], [alone, full]):
        assert "Zipfel" not in {word.german for word in drafted(drafter.of_document(texts), [alone])[0].words}
    known = DocumentNames([full, "Der Rat von Graz tagte."])
    assert known.among(f"{alone} Zipfels Rat half. ZIPFEL SIEGT. Der Rat tagte.") == {"Zipfel"}


def test_another_dialect_makes_no_draft_anew_that_it_has_no_say_in(drafter: Drafter) -> None:
    texts = [PLAIN[0], "Der Schnuller war zu teuer."]
    with DraftCache(None) as cache:
        made = []
        for dialect in ("british", "american", "british"):
            one = drafter.of_document([], dialect)
            monitored = Counts(one)
            drafts = dict(draft_paragraphs(texts, NO_GLOSSARY, monitored, cache))
            made.append((monitored.asked, drafts[1].english))
    assert [asked for asked, _ in made] == [2, 1, 0]
    assert "dummy" in made[0][1] and "pacifier" in made[1][1] and made[2] == (0, made[0][1])


def test_a_compound_is_read_in_part_where_only_one_part_is_said() -> None:
    assert is_read_in_part("Gürteltiere", ["belts"])
    assert not is_read_in_part("Freihandelsabkommen", ["free", "trade", "agreement"])
    assert not is_read_in_part("Mitbewohnerin", ["roommate"])


def test_a_word_that_the_draft_has_is_not_in_doubt(drafter: Drafter) -> None:
    german = "Auf dem Dachboden standen zwei alte Stickmaschinen."
    right = Case(german, (), Hypothesis("There were two old embroidery machines in the attic.", 0.0))
    wrong = Case(german, (), Hypothesis("There were two old sticking machines on the roof.", 0.0))
    weighs = drafter._able.weighs
    assert not doubts(right, weighs)
    assert [german[slice(*doubt.german)] for doubt in doubts(wrong, weighs)] == ["Dachboden", "Stickmaschinen"]
