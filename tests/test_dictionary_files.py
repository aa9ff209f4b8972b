"""The dictionary's lines and files: read, shortened, packed, damaged."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.dictionary import entries_with, fault, look_up, offers
from workbench.dictionary.blocks import Blocks, in_blocks, pack
from workbench.dictionary.index import Index, pack_index
from workbench.dictionary.line import alternatives, read_line
from workbench.dictionary.opened import DATA, ENGLISH, ENTRIES, INDEX
from workbench.dictionary.packing import english_of, without_examples, words_of
from workbench.problem import WorkbenchError
from workbench.text import Span

LINE = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=30)
PAIRS = st.lists(st.lists(st.tuples(LINE, LINE), min_size=1, max_size=8), max_size=6)


def test_a_line_is_read_with_its_brackets() -> None:
    [first, plural] = read_line(
        "Abbau {m} (Druck; Vakuum); Schwund {m} [techn.] | Schwünde {pl} :: decay (pressure; vacuum) [Br.] | decays"
    )
    assert [wording.text for wording in first.german] == ["Abbau", "Schwund"]
    assert first.german[0].hint == "Druck; Vakuum" and first.german[1].labels == {"techn."}
    assert first.english[0].labels == {"Br."} and first.english[0].text == "decay"
    assert plural.german[0].number == "plural" and not plural.first


def test_placeholders_are_no_words() -> None:
    [segment] = read_line("von etw. abrücken; jdn./etw. verlassen {vt} :: to move away from sth.; to leave sb./sth.")
    assert [wording.text for wording in segment.german] == ["abrücken", "verlassen"]
    assert [wording.text for wording in segment.english] == ["to move away from", "to leave"]
    assert {wording.kind for wording in segment.german} == {"verb"}


def test_comments_and_other_lines_are_no_entries() -> None:
    assert read_line("# Version :: devel") == () == read_line("no entry")


@given(st.text(max_size=80))
def test_any_line_is_read(line: str) -> None:
    for segment in read_line(line):
        assert all(wording.text for wording in (*segment.german, *segment.english))
    assert all(alternatives(line)) or not line.strip()


@given(st.text(max_size=80))
def test_a_line_loses_its_examples_and_nothing_else(line: str) -> None:
    [pair] = without_examples(f"Aal {{m}} | {line} :: eel | example")
    assert pair[0].startswith("Aal {m}") and pair[1].startswith("eel")


def test_sentences_and_long_examples_are_left_out() -> None:
    line = "abrücken {vi} | rückt ab | Er rückt davon ab. | aus der Sicht von jdm./etw. | nach und nach immer mehr ab"
    assert without_examples(f"{line} :: to move | moves | He moves. | in the view of sb. | more") == [
        ("abrücken {vi} | rückt ab | aus der Sicht von jdm./etw.", "to move | moves | in the view of sb.")
    ]
    assert without_examples("Das ist gut so. :: That’s good.") == []


def test_a_word_beside_a_beginning_of_words_is_kept() -> None:
    assert without_examples("staatlich; national; Bundes… {adj} | Staatsbesuch {m} :: national | state visit") == [
        ("Staatsbesuch {m}", "state visit"),
        ("staatlich; national; Bundes… {adj}", "national"),
    ]


@given(PAIRS)
def test_packed_pairs_come_back(tmp_path_factory: pytest.TempPathFactory, pairs: list[list[tuple[str, str]]]) -> None:
    path = tmp_path_factory.mktemp("blocks") / "lines.blocks"
    path.write_bytes(pack(pairs))
    blocks = Blocks(path)
    assert [list(blocks.pairs(number)) for number in range(len(blocks))] == pairs


@given(st.lists(LINE), st.text("ab ", min_size=1).filter(str.strip))
def test_words_are_found_where_they_stand_whole(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], words: str
) -> None:
    wanted = words.strip()
    path = tmp_path_factory.mktemp("blocks") / "lines.blocks"
    path.write_bytes(pack([[(line, "") for line in (*lines, f"({wanted.upper()})", f"{wanted}er")]]))
    found = [left for left, _ in Blocks(path).with_words(0, wanted)]
    assert f"({wanted.upper()})" in found and f"{wanted}er" not in found


def test_pairs_are_cut_into_blocks_of_one_size() -> None:
    pairs = [(f"{number:x}wort" * 10, "ß" * (number % 7)) for number in range(20_000)]
    blocks = list(in_blocks(pairs))
    assert len(blocks) > 5 and [pair for block in blocks for pair in block] == pairs


@given(st.dictionaries(st.text(max_size=8), st.sets(st.integers(0, 255), max_size=3)))
def test_the_index_knows_the_blocks_of_every_word(
    tmp_path_factory: pytest.TempPathFactory, words: dict[str, set[int]]
) -> None:
    path = tmp_path_factory.mktemp("index") / "words.index"
    path.write_bytes(pack_index((word, block) for word, blocks in words.items() for block in blocks))
    index = Index(path)
    assert all(blocks <= set(index.blocks(word)) for word, blocks in words.items())


def test_an_index_of_too_many_blocks_is_refused() -> None:
    with pytest.raises(ValueError, match="256 blocks"):
        pack_index([("aal", 256)])


def test_every_form_is_in_the_index() -> None:
    line = ("Aal {m} | Aale {pl} | ein Beispiel mit einem langen Aal", "eel | eels | example")
    assert list(words_of([[line]])) == [("aal", 0), ("aale", 0)]


def test_the_english_of_words_is_in_its_index_and_that_of_their_forms_is_not() -> None:
    line = ("rücken {vi} | rückt | Rückzug {m}", "to move; to shift from | moves | the retreat")
    assert [key for key, _ in english_of([[line]])] == ["move", "shift from", "shift", "retreat"]


def test_abbreviations_between_strokes_are_no_wordings_of_their_own() -> None:
    [segment] = read_line("Vorstand {m} :: board /Bd.; Brd./; management [Am.]")
    assert [wording.text for wording in segment.english] == ["board", "management"]


@pytest.mark.parametrize(
    "data", [b"", b"not packed", b"WBLOCKS2", b"WBLOCKS2" + b"\xff" * 40, b"WINDEX01" + b"\xff" * 40]
)
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(ValueError):
        Blocks(tmp_path / "x")
    with pytest.raises(ValueError):
        Index(tmp_path / "x")


@pytest.mark.parametrize("cut", [10, 1_000, 1_000_000])
def test_a_file_that_lost_its_end_is_refused(tmp_path: Path, cut: int) -> None:
    for whole, read in ((ENTRIES, Blocks), (INDEX, Index)):
        (tmp_path / "cut").write_bytes(whole.read_bytes()[:-cut])
        with pytest.raises(ValueError):
            read(tmp_path / "cut")


def test_damage_amid_the_file_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(ENTRIES.read_bytes())
    data[20_000:-20_000:500] = b"\0" * len(data[20_000:-20_000:500])
    (tmp_path / "damaged").write_bytes(data)
    monkeypatch.setattr("workbench.dictionary.opened.ENTRIES", tmp_path / "damaged")
    assert fault() is None and fault(whole=True)
    with pytest.raises(WorkbenchError, match=r"damaged .*install the program again"):
        entries_with("Sternwarte")
    assert fault()  # from now on it is known
    assert look_up("Himmelsbeobachtung") == ()


def test_nothing_is_offered_without_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.dictionary.opened.ENTRIES", tmp_path / "gone")
    assert offers("Die Heugabel ist alt.", Span(4, 12)).offers == ()


def test_files_that_are_gone_are_not_asked_for_at_every_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.dictionary.opened.INDEX", tmp_path / "words.index")
    assert fault()
    (tmp_path / "words.index").write_bytes(INDEX.read_bytes())
    assert fault()
    monkeypatch.setattr("workbench.dictionary.opened._TRIED_AGAIN", 0.0)
    assert fault() is None


def test_a_word_that_was_asked_while_the_files_were_gone_is_known_when_they_are_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as gone:
        gone.setattr("workbench.dictionary.opened.INDEX", tmp_path / "gone")
        assert look_up("Fensterkitt") == ()
    assert look_up("Fensterkitt")


def test_a_missing_file_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault() is None
    monkeypatch.setattr("workbench.dictionary.opened.INDEX", tmp_path / "gone")
    problem = fault()
    assert problem and problem.mend == "install the program again"
    with pytest.raises(WorkbenchError):
        entries_with("Aal")


def test_the_files_that_ship_hold_the_whole_dictionary() -> None:
    entries = Blocks(ENTRIES)
    assert sum(1 for number in range(len(entries)) for _ in entries.pairs(number)) == 203_319


def test_the_files_that_ship_are_those_of_the_note_beside_them() -> None:
    note = (DATA / "README.md").read_text(encoding="utf-8")
    for path in (ENTRIES, INDEX, ENGLISH):
        assert f"`{path.name}`" in note and hashlib.sha256(path.read_bytes()).hexdigest() in note


def test_what_is_packed_would_be_packed_again_as_it_is() -> None:
    entries, index, english = Blocks(ENTRIES), Index(INDEX), Index(ENGLISH)
    for number in range(0, len(entries), 9):
        pairs = [pair for pair in list(entries.pairs(number))[::25] if pair[1]]
        assert [pair for each in pairs for pair in without_examples(" :: ".join(each))] == pairs
        assert all(number in index.blocks(word) for word, _ in words_of([pairs]))
        assert all(number in english.blocks(word) for word, _ in english_of([pairs]))


def test_the_dictionarys_own_notices_come_with_it() -> None:
    told = " ".join((DATA / "COPYRIGHT").read_text(encoding="utf-8").split())
    assert "# Copyright (c) :: Frank Richter <frank.richter.tu-chemnitz.de>, # 1995 - 2023" in told
    assert "You should have received a copy of the GNU General Public License" in told
    assert "distributed here under version 3 or any later one" in told
