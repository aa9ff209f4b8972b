"""Whatever is decided on a paragraph, the record can be written and is read again as it was."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_translation_yaml import TEXT, paragraphs
from workbench.text import Inline, clean
from workbench.translation import Draft, Override, ParagraphRecord, State, TranslationRecord, decisions, dump_record
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import clean_record, cleaned

Decision = Callable[[ParagraphRecord], ParagraphRecord]

ENGLISH = TEXT | st.sampled_from(["", " ", "\n", "\u00a0"])
CLEAN_PARAGRAPHS = paragraphs().map(lambda one: cleaned(TranslationRecord("a.txt", (one,))).paragraphs[0])
DECISIONS: st.SearchStrategy[Decision] = st.one_of(
    ENGLISH.map(lambda english: lambda now: decisions.reworded(now, english)),
    ENGLISH.map(lambda english: lambda now: decisions.edited(now, english)),
    st.tuples(ENGLISH, st.sampled_from([None, True, False])).map(
        lambda made: lambda now: decisions.corrected(now, Inline(clean(made[0])), ("A note",), made[1])
    ),
    TEXT.map(lambda note: lambda now: decisions.noted(now, note)),
    TEXT.map(lambda english: lambda now: decisions.drafted(now, Draft(clean(english), "p"))),
    st.sampled_from([decisions.skipped, decisions.redrafted]),
    st.just(lambda now: decisions.overridden(now, Override("numbers", "12", " why "))),
)


@settings(max_examples=150, deadline=None)
@given(CLEAN_PARAGRAPHS, st.lists(DECISIONS, min_size=1, max_size=4))
def test_a_record_is_read_as_it_was_written_whatever_was_decided(now: ParagraphRecord, made: list[Decision]) -> None:
    for decision in made:
        now = decision(now)
    record = TranslationRecord("a.txt", (now,))
    assert clean_record(dump_record(record), "a.yaml", Dump()) == record


def test_a_paragraph_of_which_no_english_is_left_is_new() -> None:
    now = ParagraphRecord("Ruhe", "Calm", State.REVIEWED, note="Which day?")
    for nothing in ("", "  ", "\n"):
        assert decisions.reworded(now, nothing) == ParagraphRecord("Ruhe", note="Which day?")


def test_what_is_left_out_stays_so_when_it_is_reworded() -> None:
    draft = Draft("Picture: archive", "p")
    left_out = ParagraphRecord("Foto: Archiv", draft.english, State.SKIPPED, draft)
    assert decisions.reworded(left_out, "Photo: archive").state is State.SKIPPED
    assert decisions.reworded(left_out, "").state is State.SKIPPED
