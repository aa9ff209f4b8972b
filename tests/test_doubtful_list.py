"""Drafts with words in doubt in all documents: on the command line, in the search list, as a filter, by the key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk import Desk, desk_on
from workbench.cli import main
from workbench.project import Draft, Session, State, make_project
from workbench.project.doubting.most import SHARES, Share, most_doubtful
from workbench.project.doubting.weighing import Doubt, Weigher, _loads
from workbench.project.records import Records
from workbench.text import Span
from workbench.tui.search import SearchScreen

ARTICLES = {
    "a.txt": (
        ("Die Polizei nahm drei Männer fest.", "The police arrested three men."),
        ("Am Abend regnete es in Minsk.", "In the evening cows danced in Minsk."),
    ),
    "b.txt": (
        ("Der Präsident reiste nach Moskau.", "Purple banana jumps sideways quickly."),
        ("Die Sitzung dauerte zwei Stunden.", "The meeting lasted two cows."),
    ),
}
"""Drafts of our own: one is right, the third is nonsense from beginning to end."""
GERMAN = {
    "a.txt": "Grenzbeamte fischten den Gesandten ab.\n\nAm Stammtisch wurde tüchtig gewettert und gezecht.\n",
    "b.txt": "Es war kalt.\n\nDer Hinterbänkler winkte müde ab und trollte sich.\n\nDas Papier ist vom Tisch.\n",
}
"""What is hard to translate."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "work"
    make_project(root)
    for name, pairs in ARTICLES.items():
        (root / "sources" / name).write_text("\n\n".join(german for german, _ in pairs) + "\n", encoding="utf-8")
    with Session.open(root) as session:
        for name, pairs in ARTICLES.items():
            session.put_on_desk(name)
            for index, (_, english) in enumerate(pairs):
                session.translation.set_draft(index, Draft(english, "told"))
            session.save()
    monkeypatch.chdir(root)
    return root


def found(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, int]]:
    rows = json.loads(capsys.readouterr().out)
    doubts = [row["doubt"] for row in rows]
    assert doubts == sorted(doubts, reverse=True)
    return [(row["document"], row["paragraph"]) for row in rows]


# The command line


@pytest.mark.feature("list of drafts by doubt")
def test_find_doubtful_lists_the_most_doubtful_draft_of_all_documents_first(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "--doubtful", "--most", "all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("b.txt ¶1 english, doubt ")
    assert "[Purple] [banana]" in lines[0]
    assert any("two [cows]" in line for line in lines)
    assert main(["find", "--doubtful", "--most", "all", "--format", "json"]) == 0
    order = found(capsys)
    assert order[0] == ("b.txt", 1)
    assert ("a.txt", 1) not in order[:2]


def test_it_lists_the_most_doubtful_fifth_and_says_how_many_more_there_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", "--doubtful", "--most", "all", "--format", "json"]) == 0
    number = len(found(capsys))
    for wanted, told in ((), 1), (("--most", "tenth"), 1), (("--most", "half"), (number + 1) // 2):
        assert main(["find", "--doubtful", *wanted, "--format", "json"]) == 0
        output = capsys.readouterr()
        assert len(json.loads(output.out)) == told
        assert f"{told} of {number} drafts with words in doubt: --most all lists every one." in output.err


def test_a_share_is_of_what_is_doubtful(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "cows", "--most", "half"]) == 2
    assert "say --doubtful, too" in capsys.readouterr().err


def test_it_may_be_words_and_files_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "cows", "--doubtful", "--format", "json"]) == 0
    assert sorted(found(capsys)) == [("a.txt", 2), ("b.txt", 2)]
    assert main(["find", "--doubtful", "sources/b.txt", "--format", "json"]) == 0
    assert {document for document, _ in found(capsys)} == {"b.txt"}
    assert main(["find", "Wetter", "--doubtful"]) == 1
    assert "“Wetter” was found in none with words in doubt" in capsys.readouterr().err


def test_what_somebody_has_accepted_is_in_no_doubt_and_nothing_left_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from workbench.project.commands import Accept

    with Session.open(folder) as session:
        for name in ARTICLES:
            session.put_on_desk(name)
            for index in range(2):
                session.do(Accept(index))
    assert main(["find", "--doubtful"]) == 1
    assert capsys.readouterr().err == ("workbench: there is no word in doubt, of the drafts that nobody has touched\n")


def test_without_words_and_without_doubt_there_is_nothing_to_look_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find"]) == 2
    assert "there is nothing to look for" in capsys.readouterr().err


def test_replacing_is_for_the_doubtful_ones_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "police", "--replace", "officers"]) == 0
    every = capsys.readouterr().out
    assert "a.txt ¶1" in every
    assert main(["find", "cows", "--doubtful", "--replace", "hours"]) == 0
    assert "2 sentences would change" in capsys.readouterr().out


# What is kept


def test_what_was_weighed_is_kept_on_this_machine_and_a_broken_file_is_weighed_anew(folder: Path) -> None:
    def weighed() -> dict[int, Doubt]:
        with Session.open(folder) as session:
            paragraphs = Records(session.project, None).paragraphs("b.txt")
            return dict(Weigher(session.project).weighed(enumerate(paragraphs)))

    first = weighed()
    kept = folder / ".workbench" / "doubts.sqlite"
    assert kept.exists()
    assert weighed() == first
    kept.write_bytes(b"no database")
    assert weighed() == first


def test_a_project_that_is_only_read_keeps_nothing(folder: Path) -> None:
    before = sorted(path.name for path in (folder / ".workbench").iterdir())
    with Session.open(folder, read_only=True) as session:
        paragraphs = Records(session.project, None).paragraphs("b.txt")
        assert all(doubt.words for _, doubt in session.drafting.weigher.weighed(enumerate(paragraphs)))
    assert sorted(path.name for path in (folder / ".workbench").iterdir()) == before


@pytest.mark.parametrize(
    "value", ["", "nonsense", "[1]", "[0.5, [[0, 99]]]", "[0.5, [[3, 3]]]", "[7, []]", '["x", []]']
)
def test_what_is_kept_is_looked_at_before_it_is_believed(value: str) -> None:
    assert _loads("It rains.", value) is None
    assert _loads("It rains.", "[0.5, [[0, 2]]]") == Doubt((Span(0, 2),), 0.5)


# The search screen


@pytest.fixture
def drafted(tmp_path: Path) -> Path:
    """Two articles with drafts of the package itself, which the desk leaves as they are."""
    return _drafted(tmp_path / "drafted", GERMAN)


@pytest.fixture
def of_three(tmp_path: Path) -> Path:
    """An article of three paragraphs with such drafts."""
    hard = "Der Hinterbänkler winkte müde ab.\n\nDas Papier ist vom Tisch.\n\nAm Stammtisch wurde tüchtig gezecht.\n"
    return _drafted(tmp_path / "of_three", {"b.txt": hard})


def _drafted(root: Path, articles: Mapping[str, str]) -> Path:
    make_project(root)
    for name, german in articles.items():
        (root / "sources" / name).write_text(german, encoding="utf-8")
        assert main(["translate", str(root / "sources" / name)]) == 0
    return root


def by_doubt(desk: Desk) -> list[tuple[str, int]]:
    """All drafts with words in doubt, the most doubtful first: what the list has to show."""
    session = desk.app.session
    records = Records(session.project, session.translation.record)
    weighed = session.drafting.weigher.weighed(
        ((name, index), one) for name in records.names for index, one in enumerate(records.paragraphs(name))
    )
    return [place for place, doubt in sorted(weighed, key=lambda one: -one[1].whole) if doubt.words]


@pytest.mark.feature("list of drafts by doubt")
async def test_the_list_of_all_documents_by_doubt_is_walked_through_with_f3(drafted: Path) -> None:
    async with desk_on(drafted) as desk:
        await desk.press("A", "f7")
        await desk.settled()
        screen = desk.app.screen
        assert isinstance(screen, SearchScreen)
        await desk.press("tab")
        rows = [(hits[0].document, hits[0].paragraph) for hits in screen._rows.paragraphs]
        assert rows == by_doubt(desk)
        assert {document for document, _ in rows} == set(GERMAN)
        assert "· doubt" in desk.shown()
        await desk.press("enter")
        await desk.settled()
        for place in rows:
            assert (desk.app.session.document, desk.number - 1) == place
            await desk.press("f3")
            await desk.settled()
        await desk.press("A")
        await desk.settled()
        assert "F7 doubt" in desk.shown()


async def test_f7_once_more_lists_all_as_they_stand(drafted: Path) -> None:
    async with desk_on(drafted) as desk:
        await desk.press("A", "f7")
        await desk.type("Grenzbeamte")
        await desk.press("enter")
        await desk.settled()
        assert "1 place in 1 document" in desk.shown()
        assert "· doubt" in desk.shown()
        await desk.press("f7")
        await desk.settled()
        assert "F7 all" in desk.shown()
        assert "· doubt" not in desk.shown()


# The filter


@pytest.mark.feature("list of drafts by doubt")
async def test_the_filter_shows_paragraphs_with_words_in_doubt_and_the_next_key_is_for_these(drafted: Path) -> None:
    async with desk_on(drafted) as desk:
        wanted = [index for document, index in by_doubt(desk) if document == desk.app.session.document]
        accepted = wanted.pop()
        await desk.go_to(accepted + 1)
        await desk.press("a")
        await desk.burst("end", "v", "d", "v", "d", "v", "d", "home", "b")
        await desk.settled()
        assert list(desk.screen.pairs.shown.paragraphs) == sorted(wanted)
        assert "in doubt" in desk.shown()
        assert desk.app.session.own.bookmarks.here == {min(wanted)}


@pytest.mark.feature("list of drafts by doubt")
async def test_the_filter_begins_with_the_most_doubtful_and_the_same_key_shows_more(of_three: Path) -> None:
    async with desk_on(of_three) as desk:
        in_order = [index for _, index in by_doubt(desk)]
        assert len(in_order) == 3
        for number, told in (1, "fifth"), (2, "half"):
            await desk.press("v", "d")
            await desk.settled()
            assert list(desk.screen.pairs.shown.paragraphs) == sorted(in_order[:number])
            assert f"{number} of 3 shown: the most doubtful {told}" in desk.shown()
        await desk.press("v")
        assert "d in doubt  the most doubtful half of drafts; d: all" in desk.shown()
        await desk.press("d")
        await desk.settled()
        assert len(desk.screen.pairs.shown.paragraphs) == 3
        await desk.press("v", "d")
        await desk.settled()
        assert list(desk.screen.pairs.shown.paragraphs) == in_order[:1]


async def test_what_is_accepted_leaves_room_for_the_next(of_three: Path) -> None:
    async with desk_on(of_three) as desk:
        in_order = [index for _, index in by_doubt(desk)]
        await desk.press("v", "d")
        await desk.settled()
        await desk.press("a")
        await desk.press("v", "enter")
        await desk.settled()
        assert list(desk.screen.pairs.shown.paragraphs) == in_order[1:2]


@given(doubts=st.dictionaries(st.integers(), st.floats(0, 1)), share=st.sampled_from(sorted(SHARES)))
def test_those_that_are_told_are_no_less_doubtful_than_the_others(doubts: dict[int, float], share: Share) -> None:
    told = most_doubtful(doubts, SHARES[share])
    assert len(told) == -(-len(doubts) * round(100 * SHARES[share]) // 100)
    assert all(doubts[one] >= doubts[other] for one in told for other in doubts.keys() - told)


# The key


async def test_the_key_goes_on_into_the_next_document_and_comes_round(drafted: Path) -> None:
    async with desk_on(drafted) as desk:
        places = sorted(by_doubt(desk))
        await desk.press("end")
        seen = []
        for _ in places:
            await desk.press("U")
            await desk.settled()
            seen.append((desk.app.session.document, desk.number - 1))
            other = len(seen) > 1 and seen[-2][0] != seen[-1][0]
            assert ("Words in doubt: on in" in desk.status) == other or len(seen) == 1
        assert sorted(seen) == places
        await desk.press("U")
        await desk.settled()
        assert (desk.app.session.document, desk.number - 1) == seen[0]


async def test_while_writing_it_goes_on_to_the_word_in_the_next_document(drafted: Path) -> None:
    async with desk_on(drafted) as desk:
        await desk.press("end", "enter", "ctrl+end")
        await desk.burst("ctrl+f8", "T", "o", "escape")
        await desk.settled()
        assert desk.app.session.document == "b.txt"
        assert "To" in desk.english(desk.number)
        assert desk.state(desk.number) is State.TRANSLATED


async def test_where_nothing_is_in_doubt_one_line_says_so(tmp_path: Path) -> None:
    root = tmp_path / "still"
    make_project(root)
    (root / "sources" / "a.txt").write_text("Es regnet.\n", encoding="utf-8")
    async with desk_on(root) as desk:
        await desk.press("a")
        await desk.press("U")
        await desk.settled()
        assert "No word in doubt in a draft that nobody has touched, in any document." in desk.status
