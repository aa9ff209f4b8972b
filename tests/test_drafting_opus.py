"""A package with two sets of pieces: the English it drafts, forces, scores and aligns is in the English ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.marian_model import ENGLISH, NAME, marian_folder, starting_from_zero
from tests.conftest import ARTICLE
from tests.test_drafting_words import INVENTING
from workbench.engine import Drafter, embedded_package, open_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.argos.marian_package import as_package
from workbench.engine.lent import ENOUGH, Lent, agreement, with_lender
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.invented import invented
from workbench.glossary import Entry, Glossary
from workbench.text import Span

pytest_plugins = ("tests.opus_fixtures",)

GERMAN = (
    "Der Präsident reiste am Donnerstag nach Warschau, wo er mit der Regierung über die Lage an der Grenze sprach.",
    "Weil der Zug Verspätung hatte, kamen die Gäste erst am Abend an.",
    "Die Menschen in der Stadt warten seit Tagen auf Wasser und Strom.",
    "Zwischen den beiden Ländern gibt es seit 1994 keinen Vertrag mehr.",
    "„Das würde niemand tun“, sagte die Ministerin am Freitag.",
    "Nach Angaben der Polizei wurden 35.000 Menschen gezählt.",
    "Im Winter schließt das Museum früher als im Sommer, und die Preise steigen.",
    "Die Opposition kündigte neue Proteste an, die Behörden verboten sie.",
    *(line for line in ARTICLE.splitlines() if line.endswith(".")),
)
GLOSSARY = Glossary(
    (Entry(("ODKB",), "CSTO", kind="organisation"), Entry(("Lukaschenko",), "Lukashenko", kind="person"),
     Entry(("Behörden",), "state bodies", kind="term"), Entry(("Opposition",), "democratic forces", kind="term"))
)  # fmt: skip


@pytest.fixture(scope="module")
def opus(opus_package: Path) -> ArgosEngine:
    return ArgosEngine(open_package(opus_package))


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> ArgosEngine:
    """The package that the model was made from, beginning an English as Marian does."""
    folder = starting_from_zero(embedded_package().path, tmp_path_factory.mktemp("twin") / "translate-de_en-0_3")
    return ArgosEngine(open_package(folder))


def test_it_drafts_the_english_of_the_package_that_it_was_made_from(opus: ArgosEngine, twin: ArgosEngine) -> None:
    ours, theirs = opus.translate(GERMAN, 3), twin.translate(GERMAN, 3)
    for german, some, others in zip(GERMAN, ours, theirs, strict=True):
        assert [one.english for one in some] == [one.english for one in others], german
        assert [one.score for one in some] == pytest.approx([one.score for one in others], abs=1e-3)


def test_german_and_english_may_have_vocabularies_of_their_own(tmp_path: Path, opus: ArgosEngine) -> None:
    folder = marian_folder(tmp_path / NAME, embedded_package().path, apart=True)
    package = open_package(as_package(folder, NAME, tmp_path))
    assert {"source_vocabulary.json", "target_vocabulary.json"} <= {path.name for path in package.model.iterdir()}
    other = ArgosEngine(package)
    german, prefixes = ["Die Regierung würde das nicht tun."], ["No government would"]
    for some, others in zip(other.translate(GERMAN), opus.translate(GERMAN), strict=True):
        assert [one.english for one in some] == [one.english for one in others]
    assert other.continued(german, prefixes)[0].english == opus.continued(german, prefixes)[0].english


def test_an_english_is_scored_and_aligned_in_the_english_pieces(opus: ArgosEngine, twin: ArgosEngine) -> None:
    germans = ["Die Menschen glauben der Regierung nicht.", "Die Regierung würde das nicht tun."]
    englishes = ["The people do not believe the government.", "The government would not do that."]
    assert all(any(piece.strip("▁") in english for piece in ENGLISH) for english in englishes)
    for ours, theirs in zip(opus.likelihoods(germans, englishes), twin.likelihoods(germans, englishes), strict=True):
        assert ours.spans == theirs.spans
        assert ours.values == pytest.approx(theirs.values, abs=1e-2)
    for one, other in zip(opus.attention(germans, englishes), twin.attention(germans, englishes), strict=True):
        assert one.english == other.english
        assert all(a == pytest.approx(b, abs=1e-2) for a, b in zip(one.rows, other.rows, strict=True))


def test_an_english_is_gone_on_with_in_the_english_pieces(opus: ArgosEngine, twin: ArgosEngine) -> None:
    german, prefixes = ["Die Regierung würde das nicht tun."] * 2, ["The government would", "No people in government"]
    ours, theirs = opus.continued(german, prefixes), twin.continued(german, prefixes)
    assert [one.english for one in ours] == [one.english for one in theirs]
    assert all(one.english.startswith(prefix) for one, prefix in zip(ours, prefixes, strict=True))


def test_a_word_of_its_draft_can_be_done_without(opus: ArgosEngine) -> None:
    german = "Die Regierung würde das nicht tun."
    ((draft,),) = opus.translate([german])
    at = draft.english.index("government")
    (other,) = opus.without([german], [[(draft, Span(at, at + len("government")))]])
    assert "government" not in other.english


def test_terms_come_in_without_markers(opus_package: Path) -> None:
    drafter = Drafter(open_package(opus_package))
    sentences = [
        "Lukaschenko reiste am Donnerstag nach Eriwan. Dort tagte die ODKB.",
        "Die Opposition kündigte neue Proteste an, die Behörden verboten sie.",
    ]
    drafts = drafter.draft([(german, tuple(GLOSSARY.find(german))) for german in sentences])
    assert "Lukashenko" in drafts[0].english and "CSTO" in drafts[0].english
    assert "emocratic forces" in drafts[1].english and "state bodies" in drafts[1].english
    assert {term.way for draft in drafts for term in draft.terms} <= {"free", "put in", "n-best", "prefix"}


def aligning(able: Abilities) -> str:
    """Whose attention an engine's words are aligned by."""
    assert isinstance(able.aligns, Lent)
    better = able.aligns.better
    return better.package.name if isinstance(better, ArgosEngine) else "?"


def test_a_package_whose_heads_align_well_uses_its_own(opus: ArgosEngine) -> None:
    built_in = ArgosEngine(embedded_package())
    assert agreement(opus, built_in) > 0.95
    able = with_lender(opus, built_in)
    assert aligning(able) == f"translate-de_en-{NAME}"
    assert able.engine.translate(GERMAN[:1])[0][0].attention is not None


def test_to_one_whose_heads_do_not_the_built_in_package_lends_its_own(tmp_path: Path, opus: ArgosEngine) -> None:
    """The same network with another of its heads first, which was not trained to align: the same English."""
    folder = marian_folder(tmp_path / NAME, embedded_package().path, first_head=1)
    other, built_in = ArgosEngine(open_package(as_package(folder, NAME, tmp_path))), ArgosEngine(embedded_package())
    assert other.translate(GERMAN[:3]) == opus.translate(GERMAN[:3])
    assert agreement(other, built_in) < ENOUGH
    able = with_lender(other, built_in)
    assert aligning(able) == embedded_package().name and able.scores is other
    german, english = "Die Polizei nahm drei Männer fest.", "The police arrested three men."
    assert able.aligns.attention([german], [english]) == built_in.attention([german], [english])
    ((draft,),) = able.engine.translate([german])
    assert draft.attention is None and draft == other.translate([german])[0][0]


def test_the_built_in_package_borrows_nothing() -> None:
    built_in = ArgosEngine(embedded_package())
    assert with_lender(built_in, built_in).aligns is built_in


def test_the_id_depends_on_both_sets_of_pieces(opus_package: Path, tmp_path: Path) -> None:
    folder = tmp_path / opus_package.name
    (folder / "model").mkdir(parents=True)
    for file in opus_package.rglob("*"):
        if file.is_file():
            (folder / file.relative_to(opus_package)).hardlink_to(file)
    before = open_package(folder).id
    assert before == open_package(opus_package).id
    pieces = (folder / "target.spm").read_bytes()
    (folder / "target.spm").unlink()
    (folder / "target.spm").write_bytes(pieces + b"\0")
    assert open_package(folder).id != before
    assert json.loads((folder / "metadata.json").read_text())["maker"] == "OPUS-MT"


def test_words_that_it_does_not_know_are_put_right_as_with_any_other(opus_package: Path) -> None:
    german = (*INVENTING, "Auf dem Dachboden standen zwei alte Stickmaschinen.")
    before, after = (
        Drafter(open_package(opus_package), repairs=repairs).draft([(one, ()) for one in german])
        for repairs in (False, True)
    )
    assert any(invented(draft.source, draft.english) for draft in before)
    assert not any(invented(draft.source, draft.english) for draft in after)
    told = {word.german: word.english for draft in after for word in draft.words}
    assert told["Stickmaschinen"] == "embroidery machines" in after[-1].english
