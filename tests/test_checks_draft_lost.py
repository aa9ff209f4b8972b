"""The check `draft-lost`: what a draft may have left out, told until somebody has put it in or accepted the English."""

from __future__ import annotations

from dataclasses import replace

from workbench.checks import check_paragraph
from workbench.glossary import Glossary
from workbench.translation import Draft, Override, ParagraphRecord, State

GERMAN = "Die Ministerin kam am Dienstagabend nach Genf. Der Rat vertagte die Wahl wegen des Streiks auf Montag."
DRAFTED = "The minister came to Geneva. The council postponed the election to Monday."
LOST = (("words", "am Dienstagabend"), ("words", "wegen des Streiks"))


def drafted(*lost: tuple[str, str], english: str = DRAFTED, state: State = State.DRAFT) -> ParagraphRecord:
    return ParagraphRecord(GERMAN, english, state, Draft(DRAFTED, "package", lost=lost))


def told(record: ParagraphRecord) -> list[str]:
    return [finding.message for finding in check_paragraph(0, record, Glossary(())) if finding.check == "draft-lost"]


def test_each_sentence_tells_what_its_draft_may_have_left_out() -> None:
    assert told(drafted(*LOST)) == [
        "the draft may have left out “am Dienstagabend”",
        "the draft may have left out “wegen des Streiks”",
    ]
    assert told(drafted()) == []


def test_a_sentence_that_lost_two_things_is_told_once() -> None:
    assert told(drafted(*LOST[:1], ("words", "Die Ministerin"))) == [
        "the draft may have left out “Die Ministerin”, “am Dienstagabend”"
    ]


def test_a_sentence_without_a_verb_is_told_as_such() -> None:
    assert told(drafted(("verb", "kam"))) == ["the draft of this sentence seems to have no verb (“kam”)"]


def test_the_finding_shows_the_german_and_the_english_of_its_sentence() -> None:
    [_, finding] = [each for each in check_paragraph(0, drafted(*LOST), Glossary(())) if each.check == "draft-lost"]
    assert finding.severity == "warning" and finding.german and finding.english
    assert GERMAN[slice(*finding.german)] == "wegen des Streiks"
    assert DRAFTED[slice(*finding.english)] == "The council postponed the election to Monday."


def test_it_is_gone_when_words_came_into_the_sentence() -> None:
    mended = "The minister came to Geneva on Tuesday evening. The council postponed the election to Monday."
    assert told(drafted(*LOST, english=mended, state=State.TRANSLATED)) == [
        "the draft may have left out “wegen des Streiks”"
    ]


def test_a_word_for_another_puts_nothing_in() -> None:
    other = DRAFTED.replace("came", "went").replace("postponed", "delayed")
    assert len(told(drafted(*LOST, english=other, state=State.TRANSLATED))) == 2


def test_it_is_gone_when_the_paragraph_is_accepted() -> None:
    assert told(drafted(*LOST, state=State.REVIEWED)) == []


def test_it_can_be_let_stand() -> None:
    record = replace(drafted(*LOST[:1]), overrides=(Override("draft-lost", "am Dienstagabend", "said before"),))
    assert told(record) == ["the draft may have left out “am Dienstagabend” – let stand: said before"]


def test_what_the_german_has_no_longer_is_not_told() -> None:
    assert told(replace(drafted(*LOST), german="Die Ministerin kam nach Genf.")) == []


def test_a_small_word_more_puts_nothing_in() -> None:
    other = DRAFTED.replace("postponed the election", "has postponed the election and this")
    assert len(told(drafted(*LOST, english=other, state=State.TRANSLATED))) == 2


def test_it_is_gone_when_what_was_lost_came_in_and_more_went_out() -> None:
    other = "On Tuesday evening, she arrived. The council postponed the election to Monday."
    assert told(drafted(*LOST, english=other, state=State.TRANSLATED)) == [
        "the draft may have left out “wegen des Streiks”"
    ]


def test_of_two_things_that_a_sentence_lost_the_one_put_in_is_told_no_more() -> None:
    mended = DRAFTED.replace("The minister came", "On Tuesday evening, she came")
    lost = (*LOST[:1], ("words", "nach Genf"))
    assert told(drafted(*lost, english=mended, state=State.TRANSLATED)) == ["the draft may have left out “nach Genf”"]


def test_a_sentence_has_a_verb_when_one_came_in() -> None:
    without = DRAFTED.replace("came to Geneva", "of the other town")
    record = ParagraphRecord(GERMAN, DRAFTED, State.TRANSLATED, Draft(without, "package", lost=(("verb", "kam"),)))
    assert told(record) == []
    still = replace(record, english=without.replace("The minister", "The young mayor"))
    assert told(still) == ["the draft of this sentence seems to have no verb (“kam”)"]


def test_a_sentence_that_stands_there_twice_is_told_once() -> None:
    record = ParagraphRecord("Es regnet. Es regnet.", "It. It.", State.DRAFT, Draft("It. It.", "package"))
    lost = (("verb", "Es regnet. Es regnet."), ("verb", "Es regnet. Es regnet."))
    assert len(told(replace(record, draft=Draft("It. It.", "package", lost=lost)))) == 1
