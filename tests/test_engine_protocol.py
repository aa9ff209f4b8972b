"""What an engine may be: one that only translates drafts with terms, too, and is lent what it cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.only_translates import OnlyTranslates
from workbench.engine import Drafter, embedded_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.fingerprint import code_fingerprint
from workbench.engine.protocol import Aligns, Avoids, Continues, Marks, Scores, abilities
from workbench.engine.sentence.invented import invented
from workbench.engine.word_lists import read_ahead
from workbench.glossary import Entry, Glossary
from workbench.text import Span
from workbench.text.words import is_ready

GLOSSARY = Glossary(
    (Entry(("ODKB",), "CSTO", kind="organisation"), Entry(("Lukaschenko",), "Lukashenko", kind="person"))
)
SENTENCE = "Lukaschenko will die Truppen der ODKB nicht an die Grenze schicken."


@pytest.fixture(scope="module")
def engine() -> ArgosEngine:
    return ArgosEngine(embedded_package())


def test_an_engine_that_only_translates_is_lent_alignment_and_scores(engine: ArgosEngine) -> None:
    able = abilities(OnlyTranslates(), engine)
    assert able.scores is engine and able.aligns is engine
    assert able.continues is None and able.avoids is None and able.markers is None


def test_the_package_can_do_all_of_it_itself(engine: ArgosEngine) -> None:
    assert all(isinstance(engine, ability) for ability in (Continues, Scores, Aligns, Marks, Avoids))
    able = abilities(engine, ArgosEngine(embedded_package()))
    assert able.scores is engine and able.aligns is engine and able.markers == embedded_package().markers


def test_an_engine_that_only_translates_drafts_with_the_terms() -> None:
    drafter = Drafter(embedded_package(), OnlyTranslates())
    hits = GLOSSARY.find(SENTENCE)
    (draft,) = drafter.draft([(SENTENCE, tuple(hits))])
    assert "CSTO" in draft.english and "Lukashenko" in draft.english
    assert {term.way for term in draft.terms} <= {"free", "put in", "n-best"}
    assert drafter.fingerprint != Drafter(embedded_package()).fingerprint


def test_an_engine_that_only_translates_has_its_words_put_right() -> None:
    german = "Die Kreuzotter verschwand im Heidekraut."
    [before], [after] = (
        Drafter(embedded_package(), OnlyTranslates(), repairs=repairs).draft([(german, ())])
        for repairs in (False, True)
    )
    assert invented(german, before.english) and not invented(german, after.english)
    assert after.words and all(german[slice(*word.span)] == word.german for word in after.words)


def test_what_drafts_are_kept_under_changes_with_code_and_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of words and the dictionary decide drafts, too; packages have a fingerprint of their own."""
    monkeypatch.setattr("workbench.engine.fingerprint._PROGRAM", tmp_path)
    names: list[str] = []
    for file in ("engine/a.py", "dictionary/data/entries", "engine/a.py", "engine/packages/model", "tui/screen.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(f"{len(names)}", encoding="utf-8")
        names.append(code_fingerprint.__wrapped__())
    assert len(set(names[:3])) == 3 and set(names[2:]) == {names[2]}
    for file in ("engine/README.md", "dictionary/data/COPYRIGHT", "engine/a.py~", "engine/.a.py.swp"):
        (tmp_path / file).write_text("for people", encoding="utf-8")
    assert code_fingerprint.__wrapped__() == names[2]


def test_word_lists_are_read_while_the_model_is_loaded() -> None:
    Drafter(embedded_package()).load()
    read_ahead().join(timeout=60)
    assert is_ready()


def test_likelihoods_say_which_characters_are_unlikely(engine: ArgosEngine) -> None:
    english = "The dog barks in the parliament."
    (good,) = engine.likelihoods(["Der Hund bellt im Garten."], ["The dog barks in the garden."])
    (odd,) = engine.likelihoods(["Der Hund bellt im Garten."], [english])
    assert len(odd.values) == len(odd.spans) + 1 and odd.total < good.total
    worst = min(range(len(odd.spans)), key=odd.values.__getitem__)
    assert odd.spans[worst].meets(Span(english.index("parliament"), len(english)))


def test_words_of_a_draft_can_be_done_without(engine: ArgosEngine) -> None:
    german = "Der Hund bellt im Garten."
    ((draft,),) = engine.translate([german])
    at = draft.english.index("garden")
    (other,) = engine.without([german], [[(draft, Span(at, at + len("garden")))]])
    assert "garden" not in other.english and "dog" in other.english
    assert engine.without([german], [[]]) == [draft]
