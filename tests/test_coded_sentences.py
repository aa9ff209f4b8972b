"""Bold, links and notes of our own formatted sentences: at the right words of their drafts, or told; never lost."""

from __future__ import annotations

from harness.coded_sentences import Placed, placements
from workbench.checks import check_paragraph
from workbench.engine import Drafter, embedded_package
from workbench.glossary import Glossary
from workbench.text import pairs
from workbench.translation import Draft, ParagraphRecord, State

_PLACED: list[Placed] = []


def placed() -> list[Placed]:
    if not _PLACED:
        _PLACED.extend(placements(Drafter(embedded_package())))
    return _PLACED


def test_nine_in_ten_drafts_have_every_code_at_the_right_words() -> None:
    for held_out in (False, True):
        part = [one for one in placed() if one.sentence.held_out == held_out]
        assert sum(not one.wrong for one in part) >= 0.9 * len(part)


def test_no_code_is_lost_in_any_draft() -> None:
    for one in placed():
        assert sorted(code.id for code in one.english.codes) == sorted(code.id for code in one.sentence.source.codes)


def test_what_may_be_at_the_wrong_words_is_a_finding_until_it_is_accepted() -> None:
    one = next(one for one in placed() if one.told and all(pair.start < pair.end for pair in pairs(one.english.codes)))
    draft = Draft(one.english.text, "package", (), one.english.codes, one.told)
    record = ParagraphRecord(one.sentence.source.text, draft=draft, codes=one.sentence.source.codes)

    def told(state: State) -> list[str]:
        found = check_paragraph(0, record.with_target(one.english, state), Glossary())
        return [f.about for f in found if f.check == "codes"]

    assert told(State.DRAFT) == [f"tag {key}" for key in one.told]
    assert told(State.REVIEWED) == []
