"""A whole document's findings kept up to date: they are those of a fresh look, and an update tells which changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.checks import Finding, WholeDocument, check_whole, where_first
from workbench.formats.roles import role_by_look
from workbench.glossary import Entry, Glossary
from workbench.translation import Draft, Override, ParagraphRecord, State, TranslationRecord

PUTIN = Entry(("Putin", "Wladimir Putin"), "Putin", kind="person", first="Vladimir Putin", avoid=("Poutine",))
CSTO = Entry(("ODKB",), "CSTO", kind="organisation", first="Collective Security Treaty Organization (CSTO)")
LUKASHENKO = Entry(("Lukaschenko",), "Lukashenko", also=("Lukashenka",), kind="person")
MINSK = Entry(("Minsk",), "Minsk", kind="place", avoid=("Mensk",))
GLOSSARY = Glossary((PUTIN, CSTO, LUKASHENKO, MINSK))


def reviewed(german: str, english: str) -> ParagraphRecord:
    return ParagraphRecord(german, english, State.REVIEWED, role=role_by_look(german))


def changed(
    whole: WholeDocument, records: list[ParagraphRecord], index: int, record: ParagraphRecord
) -> frozenset[int]:
    records[index] = record
    return whole.update({index: record})


def told(whole: WholeDocument, index: int) -> list[tuple[str, str]]:
    return [(finding.check, finding.about) for finding in whole.of(index)]


def test_skipping_the_paragraph_of_a_first_mention_is_told_of_the_next_one_that_has_the_name() -> None:
    records = [
        reviewed("Wladimir Putin sprach.", "Vladimir Putin spoke."),
        reviewed("Die Lage ist ruhig.", "The situation is calm."),
        reviewed("Putin ging.", "Vladimir Putin left."),
    ]
    whole = WholeDocument(records, GLOSSARY)
    assert told(whole, 2) == [("later-mention", "Putin")]
    assert changed(whole, records, 0, replace(records[0], state=State.SKIPPED)) == {2}
    assert told(whole, 2) == []
    assert whole.first_mentions == {PUTIN: 2}


def test_a_change_that_concerns_no_other_paragraph_and_no_check_of_the_whole_changes_nothing() -> None:
    records = [reviewed("Putin sprach.", "Vladimir Putin spoke."), reviewed("Minsk schweigt.", "Minsk is silent.")]
    whole = WholeDocument(records, GLOSSARY)
    assert changed(whole, records, 1, reviewed("Minsk schweigt.", "Minsk keeps silent.")) == frozenset()


def test_a_name_spelt_otherwise_changes_the_paragraphs_that_have_the_rarer_spelling() -> None:
    words = ("kam", "ging", "sprach", "schwieg")
    english = ("Friedman came.", "Friedman left.", "Friedmann spoke.", "He said nothing.")
    records = [reviewed(f"Friedman {german}.", said) for german, said in zip(words, english, strict=True)]
    whole = WholeDocument(records, GLOSSARY)
    assert "(2 times, first in paragraph 1)" in whole.of(2)[0].message
    assert changed(whole, records, 3, reviewed(records[3].german, "Friedmann said nothing.")) == {3}
    assert changed(whole, records, 0, reviewed(records[0].german, "Friedmann came.")) == {1, 2, 3}
    assert told(whole, 1) == [("name-spelling", "Friedman")]


def test_what_too_many_spellings_have_in_common_counts_again_when_they_are_fewer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workbench.checks.spellings.MOST_SPELLINGS", 2)
    records = [
        reviewed("Er kam.", "Zelensky came."),
        reviewed("Er ging.", "Zelenskyy left."),
        reviewed("Er saß.", "He sat."),
    ]
    whole = WholeDocument(records, GLOSSARY)
    assert told(whole, 1) == [("name-spelling", "Zelenskyy")]
    assert changed(whole, records, 2, reviewed("Er saß.", "Zelenskiy sat.")) == {1}
    assert changed(whole, records, 0, reviewed("Er kam.", "He came.")) == {2}
    assert told(whole, 2) == [("name-spelling", "Zelenskiy")]


def test_an_override_lowers_the_finding_in_its_paragraph_alone() -> None:
    records = [reviewed("Putin sprach.", "Vladimir Putin spoke."), reviewed("Putin ging.", "Vladimir Putin left.")]
    whole = WholeDocument(records, GLOSSARY)
    override = Override("later-mention", "Putin", "a new part")
    assert changed(whole, records, 1, replace(records[1], overrides=(override,))) == {1}
    assert [(finding.severity, finding.reason) for finding in whole.of(1)] == [("info", "a new part")]


def test_paragraphs_can_be_taken_up_bit_by_bit() -> None:
    records = [reviewed("Putin ging.", "Vladimir Putin left.")] * 3
    whole = WholeDocument((), GLOSSARY)
    assert whole.update({1: records[1]}) == frozenset()
    assert whole.update({0: records[0], 2: records[2]}) == {1, 2}
    assert whole.first_mentions == {PUTIN: 0}


# Whatever is changed

PAIRS = {
    "Putin": ("Putin", "Vladimir Putin", "Poutine", "he"),
    "Wladimir Putin": ("Putin", "Vladimir Putin", "Wladimir Putin"),
    "ODKB": ("CSTO", "Collective Security Treaty Organization (CSTO)", "alliance"),
    "Lukaschenko": ("Lukashenko", "Lukashenka", "LUKASHENKO’S man"),
    "Minsk": ("Minsk", "Mensk"),
    "Friedman": ("Friedman", "Friedmann", "Fridman", "somebody"),
    "Friedmann": ("Friedman", "Friedmann"),
    "Selenskyj": ("Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj", "Zelensky Miller"),
    "Er": ("Zelensky", "Zelenskyy", "Zelenskiy"),
    "Müller": ("Müller", "Mueller", "Miller"),
    "Am 5. Mai": ("on 5 May", "on May 5", "on 5th May"),
    "Zentren": ("some centres", "some centers", "organized", "organised and colored"),
}
VERBS = (("sprach.", "spoke."), ("ging", "left"))
CLAUSES = st.sampled_from(sorted(PAIRS)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(PAIRS[name]), st.sampled_from(VERBS))
)
TEXTS = st.lists(CLAUSES, max_size=3).map(
    lambda clauses: (
        " ".join(f"{german} {verb[0]}" for german, _, verb in clauses),
        " ".join(f"{english} {verb[1]}" for _, english, verb in clauses),
    )
)
STATES = st.sampled_from(State)
PARAGRAPHS = st.tuples(TEXTS, STATES, st.sampled_from(("\n\n", "\n\n# ")), st.booleans()).map(
    lambda made: record(*made[0], state=made[1], mark=made[2], drafted=made[3])
)
OVERRIDES = st.builds(
    Override,
    st.sampled_from(("first-mention", "later-mention", "name-spelling", "consistency", "style")),
    st.sampled_from(("Putin", "CSTO", "Friedmann", "Zelenskyy", "paragraph 1", "May 5", "centers")),
    st.sampled_from(("", "his own spelling")),
)


def record(german: str, english: str, *, state: State, mark: str, drafted: bool) -> ParagraphRecord:
    """A paragraph as records have them: a new one has no English, a draft has a draft."""
    draft = Draft(english, "package") if english and (drafted or state is State.DRAFT) else None
    if not english and state is not State.SKIPPED:
        state = State.NEW
    role = "headline" if "#" in mark else role_by_look(german)
    return ParagraphRecord(german, "" if state is State.NEW else english, state, draft, role=role)


def edited(now: ParagraphRecord, english: str) -> ParagraphRecord:
    return replace(now, english=english, state=State.TRANSLATED if english else State.NEW)


def back_to_draft(now: ParagraphRecord) -> ParagraphRecord:
    english, state = (now.draft.english, State.DRAFT) if now.draft else ("", State.NEW)
    return replace(now, english=english, state=state, overrides=())


def skipped_or_not(now: ParagraphRecord) -> ParagraphRecord:
    if now.state is not State.SKIPPED:
        return replace(now, state=State.SKIPPED)
    return edited(now, now.english) if now.has_own_english else back_to_draft(now)


def accepted(now: ParagraphRecord) -> ParagraphRecord:
    return replace(now, state=State.REVIEWED) if now.english else now


Action = Callable[[ParagraphRecord], ParagraphRecord]
ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.sampled_from((skipped_or_not, accepted, back_to_draft)),
    TEXTS.map(lambda texts: lambda now: edited(now, texts[1])),
    st.sampled_from(("x", " ", "n", "’s")).map(lambda letter: lambda now: edited(now, letter + now.english)),
    st.integers(0, 40).map(lambda at: lambda now: edited(now, now.english[:at] + now.english[at + 1 :])),
    OVERRIDES.map(lambda override: lambda now: replace(now, overrides=(*now.overrides, override))),
    st.just(lambda now: replace(now, overrides=())),
    PARAGRAPHS.map(lambda other: lambda now: other),
)
STEPS = st.lists(st.dictionaries(st.integers(0, 9), ACTIONS, min_size=1, max_size=3), max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=10), STEPS, st.sampled_from((2, 40)))
def test_after_any_change_the_findings_are_those_of_a_fresh_look_and_the_changed_ones_are_told(
    records: list[ParagraphRecord], steps: Sequence[Mapping[int, Action]], most_spellings: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("workbench.checks.spellings.MOST_SPELLINGS", most_spellings)
        whole = WholeDocument(records, GLOSSARY)
        before = fresh(records)
        for step in steps:
            changes = {index % len(records): action(records[index % len(records)]) for index, action in step.items()}
            for index, new in changes.items():
                records[index] = new
            told_changed = whole.update(changes)
            now = fresh(records)
            assert [whole.of(index) for index in range(len(records))] == now
            assert told_changed == {index for index, found in enumerate(now) if found != before[index]}
            assert whole.first_mentions == where_first(records, GLOSSARY)
            before = now


def fresh(records: Sequence[ParagraphRecord]) -> list[tuple[Finding, ...]]:
    """The findings of each paragraph, found without any knowledge of what was before."""
    found = check_whole(TranslationRecord("a.txt", tuple(records)), GLOSSARY)
    return [found.get(index, ()) for index in range(len(records))]
