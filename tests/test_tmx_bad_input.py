"""A TMX that is broken, lies about its encoding, is in other languages, or is meant to do harm: one clear line each."""

from __future__ import annotations

import codecs
import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.test_tmx_programs import FILES, pairs_of, texts, unit, written
from workbench.memory import Pair
from workbench.memory.exchange import Report, tmx_pairs
from workbench.problem import WorkbenchError

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="x"/>\n<body>\n'
GOOD = [unit("Der Apfel fällt.", "The apple falls."), unit("Die Birne reift.", "The pear ripens.")]


def told(path: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """The pairs of a file, and what is said of it."""
    report = Report(path)
    pairs = texts(list(tmx_pairs(path, report)))
    return pairs, [*report.notes, *(str(problem).partition(f"{path}:")[2] for problem in report.problems)]


def refused(path: Path) -> str:
    with pytest.raises(WorkbenchError) as error:
        pairs_of(path)
    return str(error.value).partition(str(path))[2]


def saved(tmp_path: Path, content: str | bytes, name: str = "memory.tmx") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


BOTH = [("Der Apfel fällt.", "The apple falls."), ("Die Birne reift.", "The pear ripens.")]


@pytest.mark.feature("broken memories")
@pytest.mark.parametrize(
    "broken",
    [
        "<tu><tuv xml:lang='de'><seg>Kaputt & roh</seg></tuv></tu>",
        "<tu><tuv xml:lang='de'><seg>Kaputt</tuv></tu>",
        "<tu><tuv xml:lang='de'><seg>Kaputt <b</seg></tuv></tu>",
        "<tu><tuv xml:lang='de' xml:lang='de'><seg>Kaputt</seg></tuv></tu>",
        "<tu><tuv xml:lang=de><seg>Kaputt</seg></tuv></tu>",
        "<tu><tuv xml:lang='de'><seg>Das Ende fehlt</seg></tuv>",
        "<tu a='1' a='1'><tuv xml:lang='de'><seg>Kaputt</seg></tuv></tu>",
        "<tu><tuv xml:lang='de'><seg>a</seg></tuv></tu></tu>",
    ],
)
def test_one_broken_unit_costs_no_other(tmp_path: Path, broken: str) -> None:
    path = saved(tmp_path, f"{HEAD}{GOOD[0]}\n{broken}\n{GOOD[1]}\n</body></tmx>")
    pairs, said = told(path)
    assert pairs == BOTH
    assert (
        any(line.startswith("6: 1 unit is no well-formed XML, and is left out") for line in said)
        or "</tu></tu>" in broken
    )


def test_thousands_of_broken_units_are_told_in_one_line(tmp_path: Path) -> None:
    broken = "<tu><tuv xml:lang='de'><seg>R & D</seg></tuv></tu>\n" * 3_000
    pairs, said = told(saved(tmp_path, f"{HEAD}{broken}{GOOD[0]}</body></tmx>"))
    assert pairs == BOTH[:1]
    assert said == ["5: 3,000 units are no well-formed XML, and are left out – export the memory again"]


@pytest.mark.parametrize("cut", [10, 30, 60])
def test_of_a_file_that_was_cut_off_all_before_is_taken(tmp_path: Path, cut: int) -> None:
    whole = f"{HEAD}{GOOD[0]}\n{GOOD[1]}"
    pairs, said = told(saved(tmp_path, whole[:-cut]))
    assert pairs == BOTH[:1]
    assert said == ["6: the file ends in the middle; what stands before is taken – export the memory again"]


def test_two_files_in_one_are_read_both(tmp_path: Path) -> None:
    one, other = (f"{HEAD}{unit}</body></tmx>\n" for unit in GOOD)
    pairs, said = told(saved(tmp_path, one + other))
    assert pairs == BOTH
    assert said == ["6: goes on behind its end; units there are taken – look whether two files were put together"]


BOMB = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (
            f"{BOMB}<tmx><body>{GOOD[0]}</body></tmx>",
            ":1: declares entities, which may unfold without end – do not trust",
        ),
        ('<!DOCTYPE tmx [<!ENTITY x SYSTEM "/etc/passwd">]><tmx/>', ":1: declares entities"),
        ("<tmx>" + "<a>" * 100, ":1: has elements nested more than 60 deep – do not trust this file"),
        ("", ": is no TMX: it is empty – export the memory as TMX"),
        ("Guten Tag", ": is no TMX: no unit of a translation memory is in it"),
        ("<html><body/></html>", ": is a web page – download the file itself"),
        ("<xliff/>", ": is an XLIFF document – give it a name that ends in .xliff, and import it"),
        ("<martif/>", ": is a term base (TBX) – take its terms over: workbench glossary import"),
        ("<a/>", ": is XML, but no TMX (<a>) – export it as TMX"),
        ("<tmx><body/></tmx>", ": has no units in it – export a memory that has some"),
        (b"PK\x03\x04" + bytes(200), ": is a zip file or an office document, no TMX – export the memory as TMX"),
        (b"\x1f\x8b" + b"x" * 50, ": is a damaged gzip archive – pack it again, or give the .tmx itself"),
        (gzip.compress(HEAD.encode() + b" " * 99_000)[:-9], ": is a damaged gzip archive"),
        (bytes(range(256)) * 9, ": is a binary file"),
    ],
)
def test_what_is_no_memory_is_refused_in_one_line(tmp_path: Path, content: str | bytes, line: str) -> None:
    assert refused(saved(tmp_path, content)).startswith(line)


@pytest.mark.parametrize("gone", [1, 8, 100, 3_000])
def test_of_an_archive_that_was_cut_off_what_stands_before_is_taken(tmp_path: Path, gone: int) -> None:
    units = [unit(f"Der {at}. Apfel fällt in {at * at} Garten.", f"Apple {at} falls.") for at in range(2_000)]
    packed = gzip.compress(f"{HEAD}{''.join(units)}</body></tmx>".encode())
    pairs, said = told(saved(tmp_path, packed[:-gone], "memory.tmx.gz"))
    assert len(pairs) > 2_000 * (len(packed) - gone) / len(packed) - 100
    assert "the gzip archive is damaged or was cut off; what stands before is taken" in "".join(said)


def test_an_archive_that_unfolds_without_end_is_refused(tmp_path: Path) -> None:
    text = f"{HEAD}{GOOD[0]}<tu><tuv xml:lang='de'><seg>{' ' * 120_000_000}"
    assert refused(saved(tmp_path, gzip.compress(text.encode()))).startswith(": unfolds to more than 200 times")


def test_trados_own_file_is_to_be_exported(tmp_path: Path) -> None:
    path = saved(tmp_path, b"SQLite format 3\0" + bytes(99), "kunde.sdltm")
    assert refused(path) == ": is Trados's own file – export the memory as TMX"


def test_other_languages_are_named(tmp_path: Path) -> None:
    units = unit("L'arbre", "The tree", tags=("fr-FR", "en")) * 3 + unit("Der Baum", "L'arbre", tags=("de", "fr-FR"))
    line = refused(written(tmp_path, units))
    assert line == (
        ": has no unit in German and English; its languages are fr-FR (4) and en (3) and de (1) – export it with"
        " German (de) and English (en)"
    )


def test_a_text_of_ten_megabytes_is_left_out_and_the_rest_is_taken(tmp_path: Path) -> None:
    long = unit("Lang " * 2_000_000, "Long")
    pairs, said = told(saved(tmp_path, f"{HEAD}{GOOD[0]}\n{long}\n{GOOD[1]}</body></tmx>"))
    assert pairs == BOTH
    assert said == [
        "6: 1 unit is longer than 100,000 characters, and is left out – no sentence is as long: look how they were made"
    ]


def test_a_paragraph_that_is_too_long_for_a_pair_is_left_out(tmp_path: Path) -> None:
    pairs, said = told(saved(tmp_path, f"{HEAD}{unit('Lang ' * 5_000, 'Long')}{GOOD[0]}</body></tmx>"))
    assert pairs == BOTH[:1]
    assert said == ["5: 1 pair is longer than 20,000 characters, and is left out – divide such texts into paragraphs"]


def test_a_comment_without_an_end_is_not_waited_for(tmp_path: Path) -> None:
    assert "has a tag or a comment of more than 8 MB" in refused(saved(tmp_path, f"{HEAD}<!-- " + "x" * 9_000_000))


UMLAUTS = unit("Größe über Öl. Die Straße führt nach Köln zurück.", "Size over oil.")


def declared(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4"><body>\n{UMLAUTS}\n</body></tmx>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (declared("UTF-8").encode(), None),
        (declared("ISO-8859-1").encode("latin-1"), None),
        (declared("windows-1252").encode("cp1252"), None),
        (codecs.BOM_UTF8 + declared("UTF-8").encode(), None),
        (declared("UTF-16").encode("utf-16"), None),
        (declared("UTF-16").encode("utf-16-le"), None),
        (declared("UTF-16").encode("utf-16-be"), None),
        (declared("UTF-32").encode("utf-32"), None),
        (declared("UTF-16").encode(), "says that it is UTF-16, and is not: read as UTF-8"),
        (declared("ISO-8859-1").encode(), "says that it is ISO-8859-1, and is not: read as UTF-8"),
        (declared("KOI-99").encode(), "says that it is KOI-99, and is not: read as UTF-8"),
        (declared("UTF-8").encode("cp1252"), "says that it is UTF-8, and is not: read as Windows-1252"),
        (declared("UTF-8").encode("mac_roman"), "says that it is UTF-8, and is not: read as MacRoman"),
    ],
)
def test_encodings_are_read_as_they_are_whatever_is_declared(tmp_path: Path, content: bytes, said: str | None) -> None:
    pairs, remarks = told(saved(tmp_path, content))
    assert pairs == [("Größe über Öl. Die Straße führt nach Köln zurück.", "Size over oil.")]
    assert len(remarks) == (said is not None)
    assert not said or remarks[0].startswith(said)


def test_bytes_of_another_encoding_far_behind_the_start_are_read_and_told(tmp_path: Path) -> None:
    far = unit("Nur ein Füller.", "Only a filler.").replace("ü", "ue") + "\n"
    content = f"{HEAD}{far * 1_200}".encode() + UMLAUTS.encode("cp1252") + b"</body></tmx>"
    pairs, said = told(saved(tmp_path, content))
    assert pairs[-1] == ("Größe über Öl. Die Straße führt nach Köln zurück.", "Size over oil.")
    assert said == ["1205: 8 bytes that are no UTF-8 are read as Windows-1252 – look whether the umlauts are right"]


def test_references_that_a_parser_ends_at_end_nothing_wherever_the_pieces_of_the_file_are_cut(tmp_path: Path) -> None:
    filler = "<!-- " + "x" * 65_500
    for more in range(40):
        content = (
            f"{HEAD}{filler}{'y' * more} -->{unit('Am&#x1F;1&nbsp;Tor&unknown;da', 'At&#7;the gate')}</body></tmx>"
        )
        assert told(saved(tmp_path, content))[0] == [("Am1 Tor da", "Atthe gate")]


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (Path.mkdir, ": is a folder, not a file"),
        (os.mkfifo, ": is not an ordinary file but a pipe"),
        (lambda path: path.symlink_to("nowhere"), ": is a symbolic link to nothing"),
        (lambda path: None, ": there is no such file"),
    ],
)
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, make: Callable[[Path], None], line: str) -> None:
    path = tmp_path / "memory.tmx"
    make(path)
    assert refused(path).startswith(line)


def outcome(path: Path) -> list[Pair] | str:
    """Pairs, or one line; anything else fails the test."""
    try:
        return pairs_of(path)
    except WorkbenchError as error:
        assert "\n" not in str(error)
        return str(error)


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400))
@example(b"")
@example(b"<tu>")
@example(b"<tmx><tu>")
def test_any_bytes_are_pairs_or_one_line(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "any.tmx"
    path.write_bytes(data)
    outcome(path)


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(["omegat.tmx", "memoq.tmx", "trados.tmx", "matecat.tmx"]),
    edits=st.lists(st.tuples(st.integers(0, 3_000), st.integers(0, 12), st.binary(max_size=8)), min_size=1, max_size=4),
)
def test_a_file_with_other_bytes_in_it_is_pairs_or_one_line(
    tmp_path_factory: pytest.TempPathFactory, name: str, edits: list[tuple[int, int, bytes]]
) -> None:
    data = (FILES / name).read_bytes()
    for at, cut, put in edits:
        data = data[:at] + put + data[at + cut :]
    path = tmp_path_factory.mktemp("edited") / name
    path.write_bytes(data)
    found = outcome(path)
    if not isinstance(found, str):
        assert all(pair.source.text and pair.target.text for pair in found)
