"""What a reviewer changed against what stands here: three ways, taken over one by one or all, and never unseen."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review_material import english_of, make_project
from tests.test_command_line import one_clear_line, workbench
from tests.word_reviewer import Reviewer
from workbench.checks import check_paragraph
from workbench.export.returned import Returned, ReturnedSegment
from workbench.glossary import Glossary
from workbench.problem import WorkbenchError
from workbench.project import Project, Review, Session, State, article_of_review, compare, find_fix, read_file
from workbench.project.commands import Edit, TakeOver, Undo
from workbench.project.review.corrected_terms import replaced, term_offered
from workbench.project.review.merging import made
from workbench.project.terms.fixes import Fix
from workbench.text import Inline
from workbench.text.differences import is_same, settled, word_diff
from workbench.translation import ParagraphRecord, TranslationRecord


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("master") / "project"
    make_project(root)
    return root


@pytest.fixture
def project(master: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(master, tmp_path / "project"))


def sent(project: Path) -> Reviewer:
    return Reviewer((project / "exports" / "gipfel.de-en.docx").read_bytes())


def back(project: Path, reviewer: Reviewer) -> Path:
    file = project / "back.docx"
    file.write_bytes(reviewer.saved)
    return file


def reviewed_by(session: Session, file: Path) -> Review:
    return compare(session.translation.record, read_file(file), str(file))


# Three ways

SENTENCE = ParagraphRecord("Ein Satz.", "It rains.", State.TRANSLATED)


def against(exported: str | None, theirs: str, now: str, state: State = State.REVIEWED) -> Review:
    record = TranslationRecord("a.txt", (ParagraphRecord("Ein Satz.", now, state if now else State.NEW),))
    was = None if exported is None else Inline(exported)
    return compare(record, Returned((ReturnedSegment(record.ids[0], Inline(theirs), was),)), "a.docx")


@pytest.mark.parametrize(
    ("exported", "theirs", "now", "kind"),
    [
        ("It rains.", "It rains.", "It rains.", "same"),
        ("It rains.", "It pours.", "It rains.", "change"),
        ("It rains.", "It rains.", "It pours.", "ours"),
        ("It rains.", "It pours.", "It pours.", "same"),
        ("It rains.", "It pours.", "It drips.", "conflict"),
        ("It rains.", "", "It rains.", "conflict"),
        (None, "It pours.", "It rains.", "conflict"),
        (None, "It rains.", "It rains.", "same"),
        ("", "It rains.", "", "change"),
    ],
)
def test_each_of_three_versions_says_what_is_to_be_done(exported: str | None, theirs: str, now: str, kind: str) -> None:
    review = against(exported, theirs, now)
    kinds = [one.kind for one in review.corrections] + ["same"] * review.same + ["ours"] * review.ours
    assert kinds == [kind]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('He said "no".', "He said “no”."),
        ("It's 5 km.", "It’s 5\u00a0km."),
        ("He left - at last.", "He left – at last."),
        ("Well -- no...", "Well – no…"),
        ("Half: 1/2 (c)", "Half: ½ ©"),
        ("One. Two.", "One.  Two. "),
    ],
)
def test_what_autocorrection_changes_is_no_change(was: str, now: str) -> None:
    assert is_same(Inline(was), Inline(now))
    assert settled(Inline(was), Inline(now)).text == was
    assert against(was, now, was).corrections == ()


def test_beside_a_real_change_the_old_marks_stay() -> None:
    (one,) = against('He said "no" today.', "He said “no” yesterday.", 'He said "no" today.').corrections
    assert one.theirs.text == 'He said "no" yesterday.'
    assert [(part.kind, part.text) for part in one.diff] == [
        ("same", 'He said "no" '),
        ("cut", "today"),
        ("put", "yesterday"),
        ("same", "."),
    ]


@pytest.mark.parametrize(("one", "other"), [("1990-1995", "1990–1995"), ("well-known", "well known"), ("No!", "No.")])
def test_what_only_a_person_changes_is_a_change(one: str, other: str) -> None:
    assert not is_same(Inline(one), Inline(other))


@settings(max_examples=150, deadline=None)
@given(st.text("ab .-–“\"'’\n", max_size=30), st.text("ab .-–“\"'’\n", max_size=30))
def test_a_diff_has_both_texts_in_it(old: str, new: str) -> None:
    parts = word_diff(old, new)
    kept = [part.text for part in parts if part.kind != "cut"]
    assert "".join(kept) == new
    assert is_same(Inline(old), settled(Inline(old), Inline(new))) == is_same(Inline(old), Inline(new))
    assert settled(Inline(old), Inline(old)).text == old.strip()


@pytest.mark.parametrize(("exported", "theirs"), [("", ""), (None, ""), ("It rains.", "It rains.")])
def test_a_paragraph_that_is_left_out_and_has_no_english_in_the_file_is_no_question(
    exported: str | None, theirs: str
) -> None:
    review = against(exported, theirs, "It rains.", State.SKIPPED)
    assert (review.corrections, review.same, review.ours) == ((), 1, 0)


def test_english_for_a_paragraph_that_is_left_out_is_a_question_for_that_reason() -> None:
    (one,) = against("", "It pours.", "It rains.", State.SKIPPED).corrections
    assert (one.kind, one.why) == ("conflict", "it is left out here now")


def test_where_a_reviewer_took_the_english_out_and_nobody_decides_the_note_says_so() -> None:
    record = TranslationRecord("a.txt", (SENTENCE,))
    back = ReturnedSegment(record.ids[0], Inline(""), SENTENCE.target)
    (one,) = compare(record, Returned((back,)), "a.docx").conflicts
    paragraph = made(record, (), (one,))[0]
    assert (paragraph.english, paragraph.note) == ("It rains.", "The reviewer took its English out.")


def test_a_comment_counts_as_taken_in_only_where_the_note_has_it_as_a_line() -> None:
    noted = replace(SENTENCE, note="Anna: ok, it looks fine\nBob: Which\nof them?")
    record = TranslationRecord("a.txt", (noted,))
    said = ("Anna: ok", "fine", "Bob: Which\nof them?", "Bob: Which")
    back = ReturnedSegment(record.ids[0], noted.target, noted.target, said)
    (one,) = compare(record, Returned((back,)), "a.docx").corrections
    assert one.comments == ("Anna: ok", "fine")


def test_english_for_a_locked_paragraph_is_a_comment() -> None:
    record = TranslationRecord("a.xlf", (SENTENCE,))
    back = ReturnedSegment(record.ids[0], Inline("It pours."), Inline("It rains."), ("Anna: wet",), reviewed=True)
    (one,) = compare(record, Returned((back,)), "a.docx", lambda _: "translate=no").corrections
    assert (one.kind, one.theirs, one.reviewed) == ("comment", SENTENCE.target, None)
    assert one.comments == ("Anna: wet", "English for a locked paragraph: It pours.")


def test_in_a_long_paragraph_every_change_is_found_for_itself() -> None:
    old = [f"word{number}" if number % 3 else "the" for number in range(3_000)]
    new = [f"changed{number}" if number % 100 == 50 else word for number, word in enumerate(old)]
    parts = word_diff(" ".join(old), " ".join(new))
    assert [part.text for part in parts if part.kind == "put"] == [
        f"changed{number}" for number in range(50, 3_000, 100)
    ]
    assert [part.text for part in parts if part.kind == "cut"] == [old[number] for number in range(50, 3_000, 100)]
    assert settled(Inline(" ".join(old) + ' "so"'), Inline(" ".join(new) + " “so”")).text == " ".join(new) + ' "so"'


def test_paragraphs_without_an_id_are_found_by_their_german() -> None:
    record = TranslationRecord(
        "a.txt",
        (ParagraphRecord("Eins.", "One.", State.REVIEWED), ParagraphRecord("Zwei.", "Two.", State.REVIEWED)),
    )
    found = compare(record, Returned((ReturnedSegment("", Inline("2."), Inline("Two."), source="Zwei."),)), "a.xlsx")
    assert [(one.index, one.theirs.text) for one in found.corrections] == [(1, "2.")]
    with pytest.raises(WorkbenchError, match=r"has none of the paragraphs of a\.txt"):
        compare(record, Returned((ReturnedSegment("beef", Inline("Three."), source="Drei."),)), "b.xlsx")


# Taking over


def test_what_is_taken_over_is_one_act_and_undone_as_one(project: Path) -> None:
    reviewer = sent(project)
    reviewer.change(1, "without result", "ends without a result")
    reviewer.change(2, "new", "newest")
    reviewer.comment(2, "Sure?")
    reviewer.choose(3, "reviewed")
    file = back(project, reviewer)
    with Session.open(project) as session:
        session.put_on_desk("gipfel.md")
        before = session.paragraphs
        review = reviewed_by(session, file)
        assert [(one.index, one.kind) for one in review.corrections] == [(0, "change"), (1, "change"), (2, "mark")]
        done = session.do(TakeOver(review.free))
        assert done.told == "taken over: 3 corrections"
        assert session.paragraphs[1].target.shown() == "The ⟨1⟩newest⟨/1⟩ law, ⟨2⟩the Kremlin⟨/2⟩ says, holds."
        assert [p.state for p in session.paragraphs[:3]] == [State.TRANSLATED, State.TRANSLATED, State.REVIEWED]
        assert session.paragraphs[1].note == "Anna Berger: Sure?"
        assert reviewed_by(session, file).corrections == ()
        session.do(Undo())
        assert session.paragraphs == before


def test_the_user_may_say_that_what_is_taken_over_is_reviewed(project: Path) -> None:
    reviewer = sent(project)
    reviewer.change(1, "without result", "ends without a result")
    file = back(project, reviewer)
    with Session.open(project) as session:
        session.put_on_desk("gipfel.md")
        session.do(TakeOver(reviewed_by(session, file).free, reviewed=True))
        assert session.paragraphs[0].state is State.REVIEWED


def test_a_conflict_waits_in_the_note_and_is_a_finding_until_it_is_decided(project: Path) -> None:
    reviewer = sent(project)
    reviewer.change(5, "an error", "a blunder")
    file = back(project, reviewer)
    with Session.open(project) as session:
        session.put_on_desk("gipfel.md")
        session.do(Edit(4, "The minister spoke of a mistake."))
        review = reviewed_by(session, file)
        (conflict,) = review.conflicts
        assert review.free == ()
        assert "it was changed here, too" in conflict.why
        assert [part.text for part in conflict.ours if part.kind == "put"] == ["a mistake"]
        session.do(TakeOver((), (conflict,)))
        assert session.paragraphs[4].english == "The minister spoke of a mistake."
        (finding,) = [found for found in session.findings_of(4) if found.check == "review"]
        assert finding.message == "the reviewer has other English: “The minister spoke of a blunder.”"
        fix = find_fix(session.project, session.translation.record, 4, finding)
        assert isinstance(fix, Fix)
        assert fix.english == "The minister spoke of a blunder."
        session.do(Edit(4, fix.english))
        assert not [found for found in session.findings_of(4) if found.check == "review"]


def test_a_paragraph_that_changed_since_the_file_was_read_is_not_written_over(project: Path) -> None:
    reviewer = sent(project)
    reviewer.change(5, "an error", "a blunder")
    file = back(project, reviewer)
    with Session.open(project) as session:
        session.put_on_desk("gipfel.md")
        free = reviewed_by(session, file).free
        session.do(Edit(4, "Something else."))
        with pytest.raises(WorkbenchError, match="changed meanwhile"):
            session.do(TakeOver(free))
        assert session.paragraphs[4].english == "Something else."


def test_the_finding_is_none_where_the_english_is_theirs_or_the_note_says_nothing() -> None:
    for note in ("", "The reviewer has: It pours.", "I wonder what the reviewer has: nothing"):
        record = ParagraphRecord("Es gießt.", "It pours.", State.REVIEWED, note=note)
        assert not [one for one in check_paragraph(0, record, Glossary(())) if one.check == "review"]


# Terms


def test_words_that_were_replaced_are_offered_as_a_term_or_as_something_to_avoid(project: Path) -> None:
    reviewer = sent(project)
    reviewer.change(2, "Kremlin", "Moscow court")
    reviewer.change(5, "an error", "a mistake")
    file = back(project, reviewer)
    with Session.open(project) as session:
        session.put_on_desk("gipfel.md")
        term, other = reviewed_by(session, file).free
        (words,) = replaced(term)
        assert (words.cut, words.put) == ("Kremlin", "Moscow court")
        offered = term_offered(session.project, term, words)
        assert offered.old is not None
        assert (offered.new.de, offered.new.en, offered.new.avoid) == (("Kreml",), "Moscow court", ("Kremlin",))
        (words,) = replaced(other)
        assert (words.cut, words.put) == ("error", "mistake")
        offered = term_offered(session.project, other, words)
        assert offered.old is None
        assert (offered.new.de, offered.new.en, offered.new.avoid) == (("Fehler",), "mistake", ("error",))


# Which article


def test_the_file_says_which_article_it_is_of_and_else_its_paragraphs_do(project: Path) -> None:
    file = project / "exports" / "gipfel.de-en.docx"
    returned = read_file(file)
    with Project.open(project) as opened:
        assert article_of_review(opened, returned, file) == "gipfel.md"
        assert article_of_review(opened, Returned(returned.segments), file) == "gipfel.md"
        (project / "sources" / "gipfel.md").rename(project / "sources" / "treffen.md")
        assert article_of_review(opened, returned, file) == "treffen.md"
        (project / "sources" / "treffen.md").unlink()
        with pytest.raises(
            WorkbenchError, match=r"is a review of “gipfel\.md”, of which this project has no paragraph"
        ):
            article_of_review(opened, returned, file)


# The command


def test_the_command_lists_and_takes_over_what_is_asked_for(project: Path) -> None:
    reviewer = sent(project)
    reviewer.change(1, "without result", "ends without a result")
    reviewer.change(3, "rained", "poured")
    reviewer.comment(12, "Check the date.")
    back(project, reviewer)
    listed = workbench("merge", "back.docx", cwd=project)
    assert listed.returncode == 1
    assert "¶1  change" in listed.stdout
    assert "theirs  Summit{+ ends+} without {+a +}result" in listed.stdout
    assert "»       Anna Berger: Check the date." in listed.stdout
    assert "gipfel.md: 3 corrections, 0 conflicts, 9 paragraphs alike" in listed.stdout
    assert "tracked changes by Anna Berger" in listed.stderr
    some = workbench("merge", "back.docx", "--yes-to", "1,12", cwd=project)
    assert some.returncode == 1
    assert "2 corrections taken over, 1 left" in some.stdout
    dry = workbench("merge", "back.docx", "--all", "--dry-run", cwd=project)
    assert "1 correction would be taken over, 0 left" in dry.stdout
    assert workbench("merge", "back.docx", "--all", "--reviewed", cwd=project).returncode == 0
    assert workbench("merge", "back.docx", cwd=project).returncode == 0
    with Project.open(project) as opened:
        paragraphs = opened.open_document("gipfel.md").paragraphs
    assert paragraphs[0].english == "Summit ends without a result"
    assert (paragraphs[2].english, paragraphs[2].state) == ("It poured in the city the whole day.", State.REVIEWED)
    assert paragraphs[11].note == "Anna Berger: Check the date."


def test_a_stretch_of_numbers_takes_what_the_list_has_of_it(project: Path) -> None:
    reviewer = sent(project)
    for number, old, new in ((1, "without result", "ends"), (3, "rained", "poured"), (7, "put off", "postponed")):
        reviewer.change(number, old, new)
    back(project, reviewer)
    none = workbench("merge", "back.docx", "--yes-to", "1-3,8-12", cwd=project)
    assert "there is no correction of paragraph 8-12" in none.stderr
    some = workbench("merge", "back.docx", "--yes-to", "2-5,6-100000", cwd=project)
    assert "2 corrections taken over, 1 left" in some.stdout
    with Project.open(project) as opened:
        paragraphs = opened.open_document("gipfel.md").paragraphs
    assert paragraphs[0].english == "Summit without result"
    assert paragraphs[2].english.startswith("It poured") and "postponed" in paragraphs[6].english


def test_a_conflict_is_told_apart_and_taken_only_by_its_number(project: Path) -> None:
    reviewer = sent(project)
    reviewer.change(5, "an error", "a blunder")
    back(project, reviewer)
    with Session.open(project) as session:
        session.put_on_desk("gipfel.md")
        session.do(Edit(4, "The minister spoke of a mistake."))
        session.save()
    everything = workbench("merge", "back.docx", "--all", cwd=project)
    assert everything.returncode == 1
    assert "Somebody has to decide:" in everything.stdout
    assert "¶5  conflict  it was changed here, too\n" in everything.stdout
    assert "kept in the notes" in everything.stdout
    assert "the reviewer has other English" in workbench("check", "sources/gipfel.md", cwd=project).stdout
    assert workbench("merge", "back.docx", "--yes-to", "5", cwd=project).returncode == 0
    with Project.open(project) as opened:
        assert opened.open_document("gipfel.md").paragraphs[4].english == "The minister spoke of a blunder."


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.docx"], "there is no such file"),
        (["."], "is a folder"),
        (["sources/gipfel.md"], "is no format that can be taken back"),
        (["exports/gipfel.de-en.docx", "--into", "sources/andere.txt"], "has none of the paragraphs of andere.txt"),
        (["exports/gipfel.de-en.docx", "--yes-to", "3"], "there is no correction of paragraph 3"),
        (["exports/gipfel.de-en.docx", "--yes-to", "three"], "is no number of a paragraph"),
        (["cut.docx"], "is damaged"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(project: Path, arguments: list[str], says: str) -> None:
    whole = (project / "exports" / "gipfel.de-en.docx").read_bytes()
    (project / "cut.docx").write_bytes(whole[:-900])
    done = workbench("merge", *arguments, cwd=project)
    assert done.returncode == 2
    assert says in one_clear_line(done)


def test_nothing_is_to_be_done_with_a_file_as_it_was_handed_over(project: Path) -> None:
    done = workbench("merge", "exports/gipfel.de-en.docx", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "gipfel.md: 0 corrections, 0 conflicts, 12 paragraphs alike\n"
    assert english_of(0).text == "Summit without result"
