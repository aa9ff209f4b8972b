"""Memories from tables, XLIFF and PO: which column is German, how far each pair may be trusted, what is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_tmx_programs import texts
from tests.xlsx_files import workbook
from workbench.memory import Pair
from workbench.memory.exchange import Report, by_sentences, pairs_in
from workbench.problem import WorkbenchError
from workbench.text import Inline

ROWS = [("Der Zug hält auf freier Strecke.", "The train stops in open country."), ("Es schneit.", "It is snowing.")]


def saved(tmp_path: Path, content: str | bytes, name: str) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path, *, swap: bool = False) -> tuple[list[Pair], Report]:
    report = Report(path)
    return list(pairs_in(path, report, swap=swap)), report


def refused(path: Path) -> str:
    with pytest.raises(WorkbenchError) as error:
        read(path)
    return str(error.value).partition(str(path))[2]


def parted(by: str, *head: str) -> str:
    return "".join(f"{line}\n" for line in (*head, *(by.join(row) for row in ROWS)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tsv", parted("\t")),
        ("a.tsv", parted("\t").replace("\n", "\r\n")),
        ("a.tsv", parted("\t", "Deutsch\tEnglisch")),
        ("a.txt", parted("\t", "source\ttarget")),
        ("a.csv", parted(";", "de;en")),
        ("a.csv", "en,de\n" + "".join(f'"{english}","{german}"\n' for german, english in ROWS)),
        ("a.csv", "﻿id;Quelle;Ziel\n" + "".join(f"{at};{row[0]};{row[1]}\n" for at, row in enumerate(ROWS))),
        ("a.csv", "Satzliste\n\nde;en\n" + parted(";")),
        ("a.tsv", parted("\t").encode("utf-16")),
        ("a.tsv", workbook({"x": ROWS})),
    ],
)
def test_a_table_of_two_columns_is_a_memory_nobody_has_reviewed(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    if isinstance(content, bytes) and content.startswith(b"PK"):
        name = "a.xlsx"
    pairs, report = read(saved(tmp_path, content, name))
    assert texts(pairs) == ROWS
    assert {pair.trust for pair in pairs} == {"unreviewed"}
    assert report.pairs == 2


@pytest.mark.feature("memories of other programs")
def test_a_spreadsheet_with_names_above_its_columns(tmp_path: Path) -> None:
    book = workbook({"Liste": [("en", "de"), *((english, german) for german, english in ROWS)]})
    assert texts(read(saved(tmp_path, book, "a.xlsx"))[0]) == ROWS


def test_without_names_the_first_column_is_german_unless_it_is_said(tmp_path: Path) -> None:
    turned = "".join(f"{english}\t{german}\n" for german, english in ROWS)
    pairs, report = read(saved(tmp_path, turned, "a.tsv"), swap=True)
    assert texts(pairs) == ROWS
    assert report.notes == ["the columns have no names: the first is taken as English, the second as German"]


def test_columns_the_other_way_round_are_noticed(tmp_path: Path) -> None:
    english = "The committee decided on Thursday that the bridge over the river has to be closed for all lorries.\tx\n"
    path = saved(tmp_path, english * 3, "a.tsv")
    assert refused(path).startswith(": the German column looks English – say --swap")


def test_columns_the_other_way_round_are_noticed_in_two_rows(tmp_path: Path) -> None:
    rows = [("The train is late.", "Der Zug ist zu spät."), ("It is snowing.", "Es schneit.")]
    assert refused(saved(tmp_path, "".join(f"{a}\t{b}\n" for a, b in rows), "a.tsv")).startswith(": the German column")
    assert refused(saved(tmp_path, workbook({"x": rows}), "a.xlsx")).startswith(": the German column looks English")
    assert len(read(saved(tmp_path, workbook({"x": rows}), "a.xlsx"), swap=True)[0]) == 2
    unit = "<trans-unit id='1'><source>The train is late.</source><target>Der Zug ist zu spät.</target></trans-unit>"
    bare = f"<xliff version='1.2'><file original='a' datatype='plaintext'><body>{unit}</body></file></xliff>"
    assert "from German into English" in refused(saved(tmp_path, bare, "a.xlf"))


def test_quotation_marks_that_are_text_stay_in_a_tsv(tmp_path: Path) -> None:
    content = '"Halt", rief er.\t"Stop," he called.\n"Ganz ""in"" Zeichen"\t"All ""in"" marks"\n'
    assert texts(read(saved(tmp_path, content, "a.tsv"))[0]) == [
        ('"Halt", rief er.', '"Stop," he called.'),
        ('Ganz "in" Zeichen', 'All "in" marks'),
    ]


def test_cells_with_line_breaks_are_whole_as_excel_writes_them(tmp_path: Path) -> None:
    german, english = '"Zwei\nZeilen, ""hier"" und\tdort"', '"Two\r\nlines, ""here"" and\tthere"'
    for name, by in (("a.tsv", "\t"), ("a.csv", ";"), ("b.csv", ",")):
        content = f"{ROWS[0][0]}{by}{ROWS[0][1]}\n{german}{by}{english}\n{ROWS[1][0]}{by}{ROWS[1][1]}\n"
        pairs, report = read(saved(tmp_path, content, name))
        whole = ('Zwei Zeilen, "hier" und dort', 'Two lines, "here" and there')
        assert texts(pairs) == [ROWS[0], whole, ROWS[1]]
        assert report.left == 0


def test_a_speech_over_two_rows_of_a_tsv_is_two_rows(tmp_path: Path) -> None:
    rows = [('"Ich gehe jetzt.', '"I am leaving now.'), ('Und komme nie wieder."', 'And never come back."')]
    assert texts(read(saved(tmp_path, "".join(f"{a}\t{b}\n" for a, b in rows), "a.tsv"))[0]) == rows


def test_a_quotation_mark_without_an_end_costs_its_row_alone(tmp_path: Path) -> None:
    content = f'de,en\n"Offen,Open\n{ROWS[0][0]},{ROWS[0][1]}\nEs schneit.,"It is snowing."\n'
    pairs, report = read(saved(tmp_path, content, "a.csv"))
    assert texts(pairs) == ROWS
    assert [problem.line for problem in report.problems] == [2]


def test_a_quotation_mark_without_an_end_costs_little(tmp_path: Path) -> None:
    content = 'de;en\n"Offen;Open\n' + "Es regnet heute.;It rains today.\n" * 9_000
    pairs, report = read(saved(tmp_path, content, "a.csv"))
    assert len(pairs) == 9_000
    assert "1 row has a quotation mark that does not close" in str(report.problems[0])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", ": has no rows in it – take another file"),
        ("Ein Satz.\nNoch einer.\n", ": has one column only – give a table with German and English"),
        ("de\tfr\nJa\tOui\n", ":1: has a German column, and no English one – name the English column"),
        (b"PK\x03\x04xxxx", ": is a zip file or an office document, no table of text – save it as CSV or TSV"),
        (b"\x00\x01\x02\xff" * 99, ": is a binary file"),
    ],
)
def test_what_is_no_table_of_two_languages_is_told(tmp_path: Path, content: str | bytes, line: str) -> None:
    assert refused(saved(tmp_path, content, "a.tsv")).startswith(line)


def test_a_line_without_end_is_left_out(tmp_path: Path) -> None:
    content = f"{ROWS[0][0]}\t{ROWS[0][1]}\n{'x' * 900_000}\n{ROWS[1][0]}\t{ROWS[1][1]}\nallein\n"
    pairs, report = read(saved(tmp_path, content, "a.tsv"))
    assert texts(pairs) == ROWS
    assert [(problem.line, problem.what) for problem in report.problems] == [
        (2, "1 line is longer than 200,000 characters, and is left out"),
        (4, "1 row has no two columns, and is left out"),
    ]


XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="de" target-language="en-GB" datatype="plaintext"><body>
<trans-unit id="1" approved="yes"><source>Der See ist <g id="1">still</g>.</source>
<target state="final">The lake is <g id="1">calm</g>.</target></trans-unit>
<trans-unit id="2"><source>Ein Boot legt ab.</source><target state="translated">A boat casts off.</target></trans-unit>
<trans-unit id="3"><source>Niemand winkt.</source></trans-unit>
</body></file></xliff>
"""


@pytest.mark.feature("memories of other programs")
def test_xliff_says_how_far_each_segment_is_and_what_stands_beside_it(tmp_path: Path) -> None:
    first, second = read(saved(tmp_path, XLIFF, "a.xlf"))[0]
    assert texts([first]) == [("Der See ist ⟨1⟩still⟨/1⟩.", "The lake is ⟨1⟩calm⟨/1⟩.")]
    assert (first.trust, first.before, first.after) == ("reviewed", "", "Ein Boot legt ab.")
    assert (second.trust, second.before, second.after) == ("unreviewed", "Der See ist still.", "Niemand winkt.")


UNCONFIRMED = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"
 xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<file original="a.txt" source-language="de-at" target-language="en-US" datatype="plaintext">
<body>{}</body></file></xliff>
"""
UNIT = "<trans-unit id='1' {}><source>Ein Boot legt ab.</source><target {}>A boat casts off.</target></trans-unit>"
TRADOS = (
    "<trans-unit id='1'><source>Ein Boot.</source><seg-source><mrk mtype='seg' mid='1'>Ein Boot.</mrk></seg-source>"
    "<target><mrk mtype='seg' mid='1'>A boat.</mrk></target>"
    "<sdl:seg-defs><sdl:seg id='1' {}/></sdl:seg-defs></trans-unit>"
)
OF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="en"><file id="f">
<unit id="1"><segment {}><source>Ein Boot.</source><target>A boat.</target></segment></unit></file></xliff>"""


@pytest.mark.parametrize(
    ("content", "trust"),
    [
        (UNCONFIRMED.format(UNIT.format("", "")), "unreviewed"),
        (UNCONFIRMED.format(UNIT.format("", "state='needs-review-translation'")), "unreviewed"),
        (UNCONFIRMED.format(UNIT.format("", "state='needs-translation'")), None),
        (UNCONFIRMED.format(UNIT.format("", "state-qualifier='leveraged-mt'")), None),
        (UNCONFIRMED.format(UNIT.format("approved='yes'", "state-qualifier='leveraged-mt'")), "reviewed"),
        (UNCONFIRMED.format(UNIT.format("mq:status='MachineTranslated'", "")), None),
        (UNCONFIRMED.format(UNIT.format("mq:status='PreTranslated' mq:percent='88'", "")), None),
        (UNCONFIRMED.format(UNIT.format("mq:status='Rejected'", "")), None),
        (UNCONFIRMED.format(UNIT.format("mq:status='ManuallyConfirmed'", "")), "unreviewed"),
        (UNCONFIRMED.format(UNIT.format("mq:status='Proofread'", "")), "reviewed"),
        (UNCONFIRMED.format(TRADOS.format("conf='Draft' origin='mt'")), None),
        (UNCONFIRMED.format(TRADOS.format("conf='RejectedTranslation'")), None),
        (UNCONFIRMED.format(TRADOS.format("conf='Translated'")), "unreviewed"),
        (OF_2.format(""), "unreviewed"),
        (OF_2.format("state='initial'"), None),
        (OF_2.format("state='final'"), "reviewed"),
    ],
)
def test_what_nobody_has_confirmed_is_left_out_whatever_program_says_so(
    tmp_path: Path, content: str, trust: str | None
) -> None:
    pairs, report = read(saved(tmp_path, content, "a.xlf"))
    assert [pair.trust for pair in pairs] == ([trust] if trust else [])
    said = [] if trust else ["1 segment is a draft or was rejected, and is left out"]
    assert [problem.what for problem in report.problems] == said
    assert report.notes == []


def test_a_file_with_nothing_in_it_is_told(tmp_path: Path) -> None:
    assert refused(saved(tmp_path, "", "a.po")) == ": has no text in it – take another file"
    assert refused(saved(tmp_path, "", "a.xlf")).startswith(": is empty – open it")
    broken = refused(saved(tmp_path, "<xliff version='1.2'><file>", "b.xlf"))
    assert "is damaged: it ends in the middle" in broken
    assert "<string>" not in broken


@pytest.mark.feature("memories of other programs")
def test_po_is_read_and_what_is_fuzzy_nobody_has_reviewed(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    units = 'msgid "Seite speichern"\nmsgstr "Save page"\n\n#, fuzzy\nmsgid "Seite drucken"\nmsgstr "Save page"\n'
    pairs, report = read(saved(tmp_path, head + units, "a.po"))
    assert [(pair.source.text, pair.trust) for pair in pairs] == [
        ("Seite speichern", "reviewed"),
        ("Seite drucken", "unreviewed"),
    ]
    assert report.left == 0


def test_a_file_of_no_known_format_is_refused_and_a_tmx_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    assert refused(saved(tmp_path, "x", "a.docx")).startswith(": is of a format that no memory is taken from")
    unit = "<tu><tuv xml:lang='de'><seg>Ja</seg></tuv><tuv xml:lang='en'><seg>Yes</seg></tuv></tu>"
    assert texts(read(saved(tmp_path, f"<tmx><body>{unit}</body></tmx>", "memory.xml"))[0]) == [("Ja", "Yes")]


def test_a_paragraph_can_be_divided_into_sentences_that_know_each_other() -> None:
    german = "Der Minister reiste am 3. Mai nach Eriwan. Dort traf er Dr. Petrosjan. Beide schwiegen danach."
    english = "The minister travelled to Yerevan on 3 May. There he met Dr. Petrosyan. Both kept silent."
    parts = list(by_sentences(Pair(Inline(german), Inline(english), before="", document="a.txt")))
    assert [part.target.text for part in parts][1] == "There he met Dr. Petrosyan."
    assert parts[0].before is None
    assert parts[1].before == "Der Minister reiste am 3. Mai nach Eriwan."
    assert {part.document for part in parts} == {"a.txt"}


@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.text(alphabet='aÄ\t;,"\n\r|deen', max_size=80).map(str.encode)))
@pytest.mark.parametrize("name", ["a.tsv", "a.csv"])
def test_any_bytes_are_pairs_or_one_line(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    try:
        pairs = read(path)[0]
    except WorkbenchError as error:
        assert "\n" not in str(error)
    else:
        assert all(pair.source.text and pair.target.text for pair in pairs)
