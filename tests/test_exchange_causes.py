"""Glossaries that cannot be read, or not as they say: the message has the true cause."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.glossary import Entry
from workbench.problem import WorkbenchError

from .test_exchange_programs import bare, imported, read


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "g.csv",
            "Waffenruhe = ceasefire\nKiew = Kyiv\n",
            "nothing parts its lines into columns – no tab, comma",
        ),
        ("g.csv", "Waffenruhe\nKiew\n", "nothing parts its lines into columns"),
        ("g.csv", "", "has no terms in it: it is empty"),
        (
            "g.csv",
            "Deutsch;Englisch;Status\n\n",
            "has no terms in it: there are names of columns (German",
        ),
        ("g.csv", "English;French\nceasefire;trêve\n", "has no German and English column; its languages are"),
        (
            "g.csv",
            "E_ID|L_CODE|T_TERM\n1|fr|loi\n1|it|legge\n",
            "has no terms in it: no concept in it has both",
        ),
        (
            "g.po",
            'msgid ""\nmsgstr ""\n\nmsgid "Kiew"\nmsgstr "Kyiv"\n',
            "is a PO file – export the glossary as CSV",
        ),
    ],
)
def test_a_message_says_the_true_cause(tmp_path: Path, name: str, content: str, told: str) -> None:
    with pytest.raises(WorkbenchError) as raised:
        read(tmp_path, content, name)
    assert told in str(raised.value)


@pytest.mark.parametrize("name", ["glossary.txt", "glossary.utf8", "glossary.tab", "glossary.csv"])
def test_a_glossary_that_omegat_has_just_begun(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(tmp_path, name, "# Glossary in tab-separated format -*- coding: utf-8 -*-\n") == ()
    told = capsys.readouterr()
    assert "a glossary of OmegaT that has no terms yet" in told.out
    assert told.err == ""


def test_a_term_that_was_garbled_before_is_left_out_and_told(tmp_path: Path) -> None:
    read_now = read(tmp_path, "Deutsch;Englisch\nPrÃ¤sident;president\nKiew;Kyiv\n")
    assert bare(read_now) == [Entry(("Kiew",), "Kyiv")]
    assert [str(problem).partition("g.csv")[2] for problem in read_now.problems] == [
        ":2: term 'PrÃ¤sident' was garbled when the file was saved – left out; 'Präsident' is meant"
    ]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp1252", "iso8859-15"])
def test_tables_in_older_encodings_are_read_and_told(tmp_path: Path, encoding: str) -> None:
    read_now = read(tmp_path, "Deutsch;Englisch\nPräsident;president\nGröße;size\n".encode(encoding))
    assert [entry.de for entry in read_now.entries] == [("Präsident",), ("Größe",)]
    assert "is not UTF-8: read as" in read_now.notes[0]
