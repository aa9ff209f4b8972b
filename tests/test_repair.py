"""Fuzzy matches repaired: the English of what is another in the German drafted, the rest of the match as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.match_repairs import asked_of
from workbench.engine import DraftCache, Drafter, embedded_package
from workbench.engine.counterpart import counterpart
from workbench.engine.repairs.edits import Edit, belonging, differences, edited, joined, places_of
from workbench.engine.repairs.versions import Change, Version
from workbench.engine.repairs.ways import word_for_word
from workbench.glossary import Entry, Glossary
from workbench.project.memories.repairing import Repair, Using, repair_of, with_edits
from workbench.text import Code, Inline, Span
from workbench.text.house_style import NO_STYLE, PRESETS

DRAFTER = Drafter(embedded_package())
FARMERS = "Am Abend versammelten sich Hunderte Bauern vor dem Rathaus."
OF_FARMERS = "Hundreds of farmers gathered in front of the town hall in the evening."


@pytest.fixture(scope="module")
def using() -> Iterator[Using]:
    cache = DraftCache(None)
    yield Using(Glossary(()), NO_STYLE, DRAFTER, cache)
    cache.close()


def shown(repair: Repair | None) -> str:
    """A repair as the panel shows it: [what went], then what came."""
    if repair is None:
        return ""
    return "".join(f"[{part.text}]" if part.kind == "cut" else part.text for part in repair.diff)


@pytest.mark.feature("a match repaired by the package")
@pytest.mark.parametrize(
    ("german", "known", "english", "wanted"),
    [
        pytest.param(
            FARMERS.replace("Bauern", "Studenten"),
            FARMERS,
            OF_FARMERS,
            "Hundreds of students gathered in front of the town hall in the evening.",
            id="a noun",
        ),
        pytest.param(
            "Die Opposition hat die Wahl vor Gericht angefochten.",
            "Die Opposition hat die Wahl angefochten.",
            "The opposition has challenged the election.",
            "The opposition has challenged the election in court.",
            id="words more",
        ),
        pytest.param(
            "Die Fabrik stellt Teile für Autos her.",
            "Die Fabrik stellt Teile für Autos und Lastwagen her.",
            "The factory makes parts for cars and lorries.",
            "The factory makes parts for cars.",
            id="words less",
        ),
        pytest.param(
            "Der Minister will sich zu den Vorwürfen nicht äußern.",
            "Der Minister will sich zu den Vorwürfen äußern.",
            "The minister wants to comment on the accusations.",
            "The minister does not want to comment on the accusations.",
            id="not",
        ),
        pytest.param(
            "Die Stadt warnt vor Menschen, die in Polen kämpfen wollen.",
            "Die Stadt warnt vor Menschen, die nicht in Polen kämpfen wollen.",
            "The city warns of people who do not want to fight in Poland.",
            "The city warns of people who want to fight in Poland.",
            id="no not, and no do either",
        ),
        pytest.param(
            "Bei dem Unfall wurden sieben Kinder verletzt.",
            "Bei dem Unfall wurden drei Frauen verletzt.",
            "Three women were injured in the accident.",
            "Seven children were injured in the accident.",
            id="a number and its noun",
        ),
        pytest.param(
            "Am 9. Juni tagt der Rat in der alten Halle.",
            "Am 4. Mai tagt der Rat in der neuen Halle.",
            "The council meets in the new hall on 4 May.",
            "The council meets in the old hall on 9 June.",
            id="a date, written as the match writes it, and a word",
        ),
    ],
)
def test_a_match_is_repaired_where_its_german_differs(
    using: Using, german: str, known: str, english: str, wanted: str
) -> None:
    repair = repair_of(german, known, Inline(english), using)
    assert repair is not None
    assert repair.target.text == wanted


def test_what_went_and_what_came_is_told(using: Using) -> None:
    repair = repair_of(FARMERS.replace("Bauern", "Studenten"), FARMERS, Inline(OF_FARMERS), using)
    assert shown(repair) == ("Hundreds of [farmers]students gathered in front of the town hall in the evening.")


def test_codes_stay_at_their_words(using: Using) -> None:
    target = Inline.parsed("⟨1⟩Hundreds⟨/1⟩ of ⟨2⟩farmers⟨/2⟩ gathered in front of the town hall in the evening.⟨3/⟩")
    repair = repair_of(FARMERS.replace("Bauern", "Studenten"), FARMERS, target, using)
    assert repair is not None
    assert repair.target.shown().startswith("⟨1⟩Hundreds⟨/1⟩ of ⟨2⟩students⟨/2⟩ gathered")
    assert repair.target.shown().endswith("evening.⟨3/⟩")


def test_terms_of_the_glossary_come_in_as_it_wants_them(using: Using) -> None:
    entry = Entry(de=("Studentenschaft",), en="Students’ Union")
    glossary = Glossary((entry,))
    german = "Am Abend tagte die Studentenschaft im Rathaus."
    known, english = "Am Abend tagte die Regierung im Rathaus.", "In the evening the government met in the town hall."
    repair = repair_of(german, known, Inline(english), Using(glossary, NO_STYLE, DRAFTER, using.cache))
    assert repair is None or "Students’ Union" in repair.target.text
    assert repair is not None


def test_a_term_that_stands_there_does_not_go(using: Using) -> None:
    glossary = Glossary((Entry(de=("Rathaus",), en="town hall"),))
    german = FARMERS.replace("Bauern", "Studenten")
    repair = repair_of(german, FARMERS, Inline(OF_FARMERS), Using(glossary, NO_STYLE, DRAFTER, using.cache))
    assert repair is not None
    assert "town hall" in repair.target.text


def test_what_is_put_in_is_written_in_the_house_style(using: Using) -> None:
    known, english = "Die Kommission tagt im Theater.", "The commission meets in the theatre."
    german = "Die Kommission tagt im Verteidigungsministerium."
    british = Using(Glossary(()), PRESETS["guardian"].style, DRAFTER.of_document([german], "british"), using.cache)
    repair = repair_of(german, known, Inline(english), british)
    assert repair is not None
    assert "defence" in repair.target.text.lower()


@pytest.mark.parametrize(
    ("german", "known", "english"),
    [
        pytest.param(FARMERS, FARMERS, OF_FARMERS, id="nothing differs"),
        pytest.param(FARMERS.replace(".", "!"), FARMERS, OF_FARMERS, id="a mark differs"),
        pytest.param("Ja.", FARMERS, OF_FARMERS, id="the match says something else"),
        pytest.param(FARMERS.replace("Bauern", "Studenten"), FARMERS, "", id="the match has no English"),
        pytest.param("", FARMERS, OF_FARMERS, id="there is no German"),
    ],
)
def test_what_cannot_be_repaired_is_not_offered(using: Using, german: str, known: str, english: str) -> None:
    assert repair_of(german, known, Inline(english), using) is None


def test_a_sentence_that_is_too_long_is_not_repaired(using: Using) -> None:
    long = " ".join(["Am Abend versammelten sich Hunderte Bauern vor dem Rathaus,"] * 80)
    assert repair_of(long + " Ja.", long + " Nein.", Inline("Hundreds of farmers gathered. " * 80), using) is None


def test_most_repairs_of_the_set_are_nearer_to_what_is_right(using: Using) -> None:
    from sacrebleu import sentence_chrf

    nearer = farther = 0
    for one in asked_of()[::7]:
        repair = repair_of(one.german, one.known, Inline(one.english), using)
        if repair is not None:
            before, after = (sentence_chrf(text, [one.right]).score for text in (one.english, repair.target.text))
            nearer, farther = nearer + (after > before), farther + (after < before)
    assert nearer >= 15
    assert nearer >= 5 * farther


def test_the_english_of_a_stretch_is_told_where_the_alignment_is_sure(using: Using) -> None:
    german = "Die Sitzung dauerte bis tief in die kalte Nacht und länger."
    english = "The sitting went on until deep into the cold night, and longer."
    start = german.index("in die kalte Nacht")
    place = counterpart(german, english, Span(start, start + len("in die kalte Nacht")), DRAFTER, using.cache)
    assert place is not None
    assert english[slice(*place)] == "into the cold night"
    assert counterpart(german, "Nobody came.", Span(start, start + 18), DRAFTER, using.cache) is None


# Cutting and putting in

TEXTS = st.text("ab c,.", max_size=30)
CODES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4)


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    text = draw(TEXTS)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    cuts = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    return text, tuple(Edit(cut, draw(TEXTS)) for cut in cuts)


@given(texts_with_edits())
def test_every_character_outside_of_the_edits_is_the_matchs(given: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = given
    new, at, there = edited(text, edits), 0, 0
    for edit, place in zip(edits, places_of(edits), strict=True):
        assert new[there : place.start] == text[at : edit.cut.start]
        assert new[slice(*place)] == edit.put
        at, there = edit.cut.end, place.end
    assert new[there:] == text[at:]


@given(texts_with_edits(), CODES)
def test_codes_stay_in_pairs_and_in_order(given: tuple[str, tuple[Edit, ...]], pairs: list[tuple[int, int]]) -> None:
    text, edits = given
    target = Inline(text, tuple(_coded(text, pairs)))
    new = with_edits(target, edits)
    assert new.text == edited(text, edits)
    assert [(code.id, code.kind) for code in sorted(new.codes, key=lambda code: code.id)] == [
        (code.id, code.kind) for code in sorted(target.codes, key=lambda code: code.id)
    ]
    assert all(0 <= code.at <= len(new.text) for code in new.codes)
    assert [code.at for code in new.codes] == sorted(code.at for code in new.codes)


def _coded(text: str, pairs: list[tuple[int, int]]) -> Iterator[Code]:
    """Pairs one behind the other, as far as the text has room for them."""
    at = 0
    for number, (skip, length) in enumerate(pairs, start=1):
        start = min(at + skip, len(text))
        at = min(start + length, len(text))
        yield Code(start, str(number), "open")
        yield Code(at, str(number), "close")


@given(
    st.text("abd,. no", min_size=1, max_size=30), st.integers(0, 30), st.integers(0, 8), st.text("aB, .", max_size=8)
)
def test_words_put_in_change_nothing_but_what_is_beside_their_place(
    english: str, start: int, length: int, put: str
) -> None:
    cut = Span(min(start, len(english)), min(start + length, len(english)))
    change = Change(Span(0, 0), Span(0, len(put.strip())), cut)
    for (edit,) in word_for_word(english, (change,), Version(put, (Span(0, len(put)),))):
        new = edited(english, (edit,))
        before, after = english[: cut.start].rstrip(), english[cut.end :]
        assert new.startswith(before[: max(0, before.rfind(" "))])
        assert new.endswith(after.lstrip(" ,.")[1:])
        assert put.strip().casefold() in new.casefold()


@given(TEXTS, TEXTS)
def test_all_that_differs_makes_the_new_text_of_the_old(old: str, new: str) -> None:
    edits = joined(Edit(one.old, new[slice(*one.new)]) for one in differences(old, new))
    assert edits is not None
    assert edited(old, edits).split() == new.split() or "".join(edited(old, edits).split()) == "".join(new.split())


@given(TEXTS, TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_what_belongs_to_words_is_part_of_what_differs(old: str, new: str, start: int, length: int) -> None:
    cuts = [Span(start, start + length)]
    every = [Edit(one.old, new[slice(*one.new)]) for one in differences(old, new)]
    assert all(edit in every for edit in belonging(old, new, cuts, []))
    assert belonging(old, new, [], []) == ()
