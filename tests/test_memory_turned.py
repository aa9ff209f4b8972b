"""Files from English into German as memories: what they have is turned round."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.memory import Pair
from workbench.memory.exchange import Report, pairs_in
from workbench.problem import WorkbenchError

PO = """msgid ""
msgstr "Language: {}\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "Save this page"
msgstr "Diese Seite speichern"

#, fuzzy
msgid "Print the page"
msgstr "Die Seite drucken"

msgid "Close it"
msgstr ""
"""
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.txt" source-language="{}" target-language="{}" datatype="plaintext"><body>
<trans-unit id="1" approved="yes"><source>The lake is <g id="1">calm</g>.</source>
<target state="final">Der See ist <g id="1">still</g>.</target></trans-unit>
<trans-unit id="2"><source>A boat casts off.</source><target state="translated">Ein Boot legt ab.</target></trans-unit>
</body></file></xliff>"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de">
<file id="f"><unit id="1"><segment state="final">
<source>A boat.</source><target>Ein Boot.</target></segment></unit></file></xliff>"""


def read(path: Path, content: str) -> tuple[list[Pair], Report]:
    path.write_text(content, encoding="utf-8")
    report = Report(path)
    return list(pairs_in(path, report)), report


def sides(pairs: list[Pair]) -> list[tuple[str, str, str]]:
    return [(pair.source.shown(), pair.target.shown(), pair.trust) for pair in pairs]


@pytest.mark.parametrize("language", ["de", "de_AT"])
def test_the_german_of_a_program_is_a_memory(tmp_path: Path, language: str) -> None:
    pairs, report = read(tmp_path / "de.po", PO.format(language))
    assert sides(pairs) == [
        ("Diese Seite speichern", "Save this page", "reviewed"),
        ("Die Seite drucken", "Print the page", "unreviewed"),
    ]
    assert pairs[1].before == "Diese Seite speichern"
    assert [problem.what for problem in report.problems] == ["1 segment has no German, and is left out"]
    assert report.notes == ["is from English into German: the sides are swapped"]


def test_so_is_xliff_with_its_codes_and_neighbours(tmp_path: Path) -> None:
    pairs, _ = read(tmp_path / "a.xlf", XLIFF.format("en-GB", "de-DE"))
    assert sides(pairs) == [
        ("Der See ist ⟨1⟩still⟨/1⟩.", "The lake is ⟨1⟩calm⟨/1⟩.", "reviewed"),
        ("Ein Boot legt ab.", "A boat casts off.", "unreviewed"),
    ]
    assert (pairs[0].after, pairs[1].before) == ("Ein Boot legt ab.", "Der See ist still.")
    assert sides(read(tmp_path / "b.xlf", XLIFF_2)[0]) == [("Ein Boot.", "A boat.", "reviewed")]


def test_what_is_in_other_languages_or_says_the_wrong_ones_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="is for translation from en into fr"):
        read(tmp_path / "a.xlf", XLIFF.format("en", "fr"))
    english = (
        PO.format("de")
        .replace("Save this page", "Das ist nicht die Seite")
        .replace("Diese Seite speichern", "This is not the page of the editor")
        .replace("Print the page", "Das und der Hund")
    )
    with pytest.raises(WorkbenchError, match="the German column looks English – give a file from English into German"):
        read(tmp_path / "a.po", english)
