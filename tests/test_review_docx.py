"""A bilingual Word document that comes back: what a reviewer did to it is read, and nothing else."""

from __future__ import annotations

import io

import pytest
from docx import Document
from lxml import etree

from tests.review_material import handed_over, read, record
from tests.word_reviewer import Reviewer, w
from workbench.export.returned import Returned, ReturnedSegment

SENT = handed_over()
IDS = record().ids


def at(returned: Returned, number: int) -> ReturnedSegment:
    return next(segment for segment in returned.segments if segment.id == IDS[number - 1])


def english(returned: Returned, number: int) -> str:
    return at(returned, number).target.shown()


def changed(returned: Returned) -> list[int]:
    return [IDS.index(one.id) + 1 for one in returned.segments if one.target != one.exported]


def told(returned: Returned) -> str:
    return "\n".join(map(str, returned.remarks))


def test_an_untouched_document_says_what_was_handed_over() -> None:
    returned = read(SENT)
    assert returned.document == "gipfel.md"
    assert [segment.id for segment in returned.segments] == list(IDS)
    assert [segment.target for segment in returned.segments] == [p.target for p in record().paragraphs]
    assert changed(returned) == []
    assert not any(segment.comments or segment.reviewed for segment in returned.segments)
    assert returned.remarks == ()


def test_codes_are_formatting_where_it_can_show_them_and_small_grey_marks_elsewhere() -> None:
    document = Document(io.BytesIO(SENT))
    cell = document.tables[0].rows[2].cells[2]
    runs = [(run.text or "", run) for run in cell._tc.iter(w("r"))]
    assert [text for text, run in runs if run.find(f".//{w('b')}") is not None] == ["new"]
    assert [text for text, run in runs if run.find(f".//{w('noProof')}") is not None] == ["⟨3/⟩"]
    link = next(cell._tc.iter(w("hyperlink")))
    assert "".join(text.text or "" for text in link.iter(w("t"))) == "the Kremlin"


def test_notes_are_comments_that_are_not_taken_in_again() -> None:
    document = Document(io.BytesIO(SENT))
    assert [comment.text for comment in document.comments] == ["Longer in the paper.", "Which week?"]
    reviewer = Reviewer(SENT)
    reviewer.comment(7, "The week of 4 May.")
    assert at(read(reviewer.saved), 7).comments == ("Anna Berger: The week of 4 May.",)


@pytest.mark.feature("a reviewer's file comes back")
def test_ten_changes_and_three_comments_come_back_whole() -> None:
    reviewer = Reviewer(SENT)
    reviewer.change(1, "without result", "ends without a result")
    reviewer.change(2, "new", "newest")
    reviewer.change(3, "the whole day", "all day")
    reviewer.change(4, "Nobody", "No one")
    reviewer.change(5, "an error", "a mistake")
    reviewer.change(6, "Go on", "Keep going")
    reviewer.change(7, "put off", "postponed")
    reviewer.change(10, "in the fields", "")
    reviewer.change(11, "without a stop ", "")
    reviewer.change(12, "meets again in January only", "does not meet again until January")
    for number, text in ((1, "Too long?"), (5, "Who says so?"), (12, "Check the date.")):
        reviewer.comment(number, text)
    returned = read(reviewer.saved)
    assert [english(returned, number) for number in (1, 2, 3, 4, 5, 6, 7, 10, 11, 12)] == [
        "Summit ends without a result",
        "The ⟨1⟩newest⟨/1⟩ law, ⟨2⟩the Kremlin⟨/2⟩ says, holds.⟨3/⟩",
        "It rained in the city all day.",
        'No one came to the "meeting" in the evening.',
        "The minister spoke of a mistake.",
        "Keep going.",
        "The election was postponed by a week.",
        "On ⟨4⟩Monday⟨/4⟩ the harvest begins .",
        "Prices have been rising since summer.",
        "Parliament does not meet again until January.",
    ]
    assert changed(returned) == [1, 2, 3, 4, 5, 6, 7, 10, 11, 12]
    assert [at(returned, number).comments for number in (1, 5, 12)] == [
        ("Anna Berger: Too long?",),
        ("Anna Berger: Who says so?",),
        ("Anna Berger: Check the date.",),
    ]
    assert "tracked changes by Anna Berger, taken as accepted" in told(returned)


@pytest.mark.parametrize("lost", ["controls", "bookmarks", "controls and bookmarks", "all"])
def test_what_another_program_throws_away_is_found_another_way(lost: str) -> None:
    """Without control and bookmark the German tells which paragraph it is; without the kept part the tracking does."""
    reviewer = Reviewer(SENT)
    reviewer.change(2, "new", "newest")
    reviewer.change(8, "Carry on", "Keep at it")
    if "bookmarks" in lost or lost == "all":
        reviewer.without_bookmarks()
    if "controls" in lost or lost == "all":
        reviewer.without_controls()
    if lost == "all":
        reviewer.without_kept()
    returned = read(reviewer.saved)
    texts = [segment.target.shown() for segment in returned.segments]
    assert texts[1] == "The ⟨1⟩newest⟨/1⟩ law, ⟨2⟩the Kremlin⟨/2⟩ says, holds.⟨3/⟩"
    assert texts[7] == "Keep at it."
    if lost != "all":
        assert changed(returned) == [2, 8]
    else:
        differ = [n for n, one in enumerate(returned.segments, 1) if one.exported != one.target]
        assert differ == [2, 8]


def test_without_anything_kept_and_without_tracking_nothing_is_said_of_what_was_handed_over() -> None:
    reviewer = Reviewer(SENT, tracks=False)
    reviewer.change(3, "rained", "poured")
    reviewer.without_kept()
    returned = read(reviewer.saved)
    assert english(returned, 3) == "It poured in the city the whole day."
    assert {segment.exported for segment in returned.segments} == {None}
    assert "does not tell what was handed over" in told(returned)


def test_rows_may_be_moved_and_deleted() -> None:
    reviewer = Reviewer(SENT)
    reviewer.change(5, "an error", "a mistake")
    reviewer.move_row(5, before=2)
    reviewer.delete_row(9)
    reviewer.delete_row(11, tracked=True)
    returned = read(reviewer.saved)
    assert changed(returned) == [5]
    assert len(returned.segments) == 10
    assert "has no row any more for paragraphs 9, 11, which stay as they are" in told(returned)


def test_a_row_that_was_split_is_joined_again() -> None:
    reviewer = Reviewer(SENT)
    reviewer.split_row(7, "The election", "was put off by a week.")
    returned = read(reviewer.saved)
    assert english(returned, 7) == "The election was put off by a week."
    assert changed(returned) == []
    assert "paragraph 7 in several rows" in told(returned)


def test_a_row_of_the_reviewers_own_is_told_and_left_out() -> None:
    reviewer = Reviewer(SENT)
    reviewer.split_row(7, "The election was put off by a week.", "Background: the law of 2019 allows this twice.")
    returned = read(reviewer.saved)
    assert changed(returned) == []
    assert "has a row of no paragraph, which is left out: “Background: the law" in told(returned)


def test_two_rows_that_were_made_one_are_parted_again() -> None:
    reviewer = Reviewer(SENT, tracks=False)
    reviewer.set_text(11, "Prices have been rising since summer. Parliament meets again in January only.")
    reviewer.delete_row(12)
    returned = read(reviewer.saved)
    assert english(returned, 11) == "Prices have been rising since summer."
    assert english(returned, 12) == "Parliament meets again in January only."
    assert "has paragraphs 11 and 12 in one row, parted again" in told(returned)


def test_cells_that_word_merged_keep_a_control_for_each_paragraph() -> None:
    reviewer = Reviewer(SENT)
    row, into = reviewer.row(12), reviewer.row(11)
    for one, other in zip(row.iter(w("tc")), list(into.iter(w("tc"))), strict=True):
        other.extend(list(one.iter(w("p"))))
    row.getparent().remove(row)
    returned = read(reviewer.saved)
    assert changed(returned) == []
    assert len(returned.segments) == 12


def test_a_row_that_was_copied_counts_once() -> None:
    reviewer = Reviewer(SENT, tracks=False)
    import copy

    row = reviewer.row(3)
    row.addnext(copy.deepcopy(row))
    reviewer.set_text(3, "It poured.")
    returned = read(reviewer.saved)
    assert english(returned, 3) == "It poured."
    assert len(returned.segments) == 12


def test_formatting_becomes_a_code_where_the_german_has_one() -> None:
    reviewer = Reviewer(SENT)
    reviewer.format(2, "new", "b", on=False)
    reviewer.format(3, "whole", "b")
    without = read(reviewer.saved)
    assert english(without, 2) == "The new law, ⟨2⟩the Kremlin⟨/2⟩ says, holds.⟨3/⟩"
    assert english(without, 3) == "It rained in the city the whole day."
    assert "formatting in 1 place where the German has none" in told(without)
    again = Reviewer(reviewer.saved)
    again.format(2, " law", "b")
    assert english(read(again.saved), 2) == "The new ⟨1⟩law⟨/1⟩, ⟨2⟩the Kremlin⟨/2⟩ says, holds.⟨3/⟩"


def test_a_mark_that_was_damaged_is_taken_out_and_told() -> None:
    reviewer = Reviewer(SENT, tracks=False)
    reviewer.change(2, "⟨3/⟩", "⟨3/")
    returned = read(reviewer.saved)
    assert english(returned, 2) == "The ⟨1⟩new⟨/1⟩ law, ⟨2⟩the Kremlin⟨/2⟩ says, holds."
    assert "damaged signs of codes in 1 paragraph" in told(returned)


def test_the_last_column_says_what_the_reviewer_thinks_of_it() -> None:
    reviewer = Reviewer(SENT)
    reviewer.choose(3, "reviewed")
    reviewer.choose(5, "OK")
    reviewer.choose(6, "translated, not reviewed")
    reviewer.choose(7, "ask the author")
    returned = read(reviewer.saved)
    assert [at(returned, number).reviewed for number in (1, 3, 5, 6, 7)] == [None, True, True, False, None]
    assert at(returned, 7).comments == ("in the last column: ask the author",)


def test_a_comment_beside_the_table_is_told() -> None:
    reviewer = Reviewer(SENT)
    reviewer.comment(1, "Nice work in all.")
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for one in [o for o in reviewer.table.iter(w(name)) if o.get(w("id")) == "501"]:
            one.getparent().remove(one)
    assert "has a comment beside the table: Anna Berger: Nice work in all." in told(read(reviewer.saved))


def test_what_a_reviewer_writes_at_the_number_and_in_columns_of_their_own_is_a_comment() -> None:
    reviewer = Reviewer(SENT)
    reviewer.add_column("Remarks", {3: "Too long?", 5: ""})
    reviewer.add(6, "<w:r><w:t> !!</w:t></w:r>", column=0)
    returned = read(reviewer.saved)
    found = {IDS.index(one.id) + 1: one.comments for one in returned.segments if one.comments}
    assert found == {3: ("Remarks: Too long?",), 6: ("at the number: !!",)}
    assert (changed(returned), returned.remarks) == ([], ())


def test_text_beside_the_table_is_told() -> None:
    reviewer = Reviewer(SENT)
    paragraph = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = "In general very good."
    reviewer.table.addnext(paragraph)
    assert "has text beside the table: “In general very good.”" in told(read(reviewer.saved))


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "footnote (1)"),
        ("<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>", "formula (1)"),
        ("<w:r><w:drawing/></w:r><w:r><w:pict/></w:r>", "picture or text box (2)"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F051"/></w:r>', "sign of a symbol font (1)"),
    ],
)
def test_what_is_no_text_is_told(xml: str, what: str) -> None:
    reviewer = Reviewer(SENT)
    reviewer.add(3, xml)
    assert f"what is no text in its cells: {what}" in told(read(reviewer.saved))


def test_arrows_and_faces_that_word_makes_of_what_is_typed_are_letters() -> None:
    reviewer = Reviewer(SENT)
    reviewer.add(6, '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Segoe UI" w:char="2192"/></w:r>')
    assert english(read(reviewer.saved), 6) == "Go on.→→"


def test_a_comment_keeps_its_lines() -> None:
    reviewer = Reviewer(SENT)
    reviewer.comment(3, "First.")
    reviewer.parts["word/comments.xml"] = reviewer.parts["word/comments.xml"].replace(
        b"<w:t>First.</w:t>", b"<w:t>First.</w:t><w:br/><w:t>Second</w:t><w:tab/><w:t>line.</w:t>"
    )
    assert at(read(reviewer.saved), 3).comments == ("Anna Berger: First.\nSecond line.",)


def test_the_translators_own_comment_is_so_by_whatever_name() -> None:
    """Word takes the names out where it is told to remove personal information."""
    reviewer = Reviewer(SENT)
    reviewer.parts["word/comments.xml"] = reviewer.parts["word/comments.xml"].replace(
        b"Translator (workbench)", b"Author"
    )
    assert not any(one.comments for one in read(reviewer.saved).segments)


@pytest.mark.parametrize("lost", ["nothing", "controls", "controls and bookmarks", "all"])
def test_a_table_that_was_cut_in_two_is_read_to_its_end(lost: str) -> None:
    reviewer = Reviewer(SENT, tracks=False)
    reviewer.change(12, "January only", "January")
    reviewer.cut_table(5)
    if lost != "nothing":
        reviewer.without_controls()
    if lost in ("controls and bookmarks", "all"):
        reviewer.without_bookmarks()
    if lost == "all":
        reviewer.without_kept()
    found = read(reviewer.saved).segments
    assert [one.source for one in found] == [p.german for p in record().paragraphs]
    assert found[-1].target.text == "Parliament meets again in January."


@pytest.mark.parametrize("column", [0, 1, 3])
def test_a_column_may_be_taken_out(column: int) -> None:
    reviewer = Reviewer(SENT)
    reviewer.change(3, "the whole day", "all day")
    reviewer.without_column(column)
    returned = read(reviewer.saved)
    assert (changed(returned), len(returned.segments)) == ([3], 12)
    assert not any(one.comments or one.reviewed for one in returned.segments)


def test_without_head_and_ids_the_german_tells() -> None:
    reviewer = Reviewer(SENT)
    reviewer.change(3, "the whole day", "all day")
    reviewer.table.remove(next(reviewer.table.iter(w("tr"))))
    reviewer.without_controls()
    reviewer.without_bookmarks()
    assert changed(read(reviewer.saved)) == [3]


def test_rows_that_were_sorted_without_their_numbers_are_found_by_their_german() -> None:
    reviewer = Reviewer(SENT, tracks=False)
    reviewer.change(3, "the whole day", "all day")
    reviewer.without_controls()
    first, second = ([reviewer.cell(number, column) for column in (1, 2, 3)] for number in (3, 10))
    for one, other in zip(first, second, strict=True):
        place = etree.Element("place")
        one.addprevious(place)
        other.addprevious(one)
        place.addprevious(other)
        place.getparent().remove(place)
    returned = read(reviewer.saved)
    assert (changed(returned), english(returned, 3)) == ([3], "It rained in the city all day.")


def test_an_id_that_somebody_edited_is_found_by_the_german() -> None:
    reviewer = Reviewer(SENT)
    for tag in list(reviewer.body.iter(w("tag")))[:3]:
        tag.set(w("val"), "workbench:beef")
    assert changed(read(reviewer.saved)) == []
    assert len(read(reviewer.saved).segments) == 12


def test_other_german_is_told_and_changes_nothing() -> None:
    reviewer = Reviewer(SENT)
    reviewer.change(3, "Es regnete", "Es schneite", column=1)
    assert "has other German in paragraph 3; articles are never changed" in told(read(reviewer.saved))


def test_a_placeholder_of_an_emptied_control_is_no_text() -> None:
    reviewer = Reviewer(SENT, tracks=False)
    reviewer.set_text(3, "Click or tap here to enter text.")
    control = next(reviewer.cell(3).iter(w("sdtPr")))
    control.append(control.makeelement(w("showingPlcHdr"), {}))
    assert english(read(reviewer.saved), 3) == ""
