"""Markdown that is handed over: what a reader makes of it has the words and the formatting of the document."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.test_export_formatting import article
from workbench.checks import Finding
from workbench.export import Delivery, render
from workbench.export.markdown_runs import set_runs
from workbench.export.runs import Run
from workbench.formats import CodeRole
from workbench.glossary import Glossary
from workbench.translation import ParagraphRecord, State, TranslationRecord

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
NOTHING = Glossary(())
TAGS: dict[str, CodeRole] = {
    "strong": "bold",
    "em": "italic",
    "s": "strike",
    "del": "strike",
    "code": "code",
    "code_inline": "code",
}


def test_a_bilingual_document_shows_formatting_links_and_findings() -> None:
    findings = {1: (Finding("numbers", "error", 1, "35", "The German has *35*"),)}
    page = READER.render(render(Delivery(article(), NOTHING, findings), "md", "bilingual").decode())
    assert "<p>Die <em>Lage</em></p>" in page
    shown = (
        '<strong>Kreml</strong> nennt <a href="https://a.example">Zahlen</a> und <code>code</code>, '
        "<s>fast</s> alle<sup>1</sup>."
    )
    assert page.count(f"<p>Der {shown}</p>") == 2
    assert "<p><strong>! The German has *35*</strong></p>" in page
    assert "javascript" not in page


def test_english_of_another_source_has_headings_lists_tables_and_quotations() -> None:
    record = replace(article(), source="bericht.docx", document=None)
    page = READER.render(render(Delivery(record, NOTHING), "md", "english").decode())
    for part in (
        "<h1>Die <em>Lage</em></h1>",
        "<li>\n<p>Erstens</p>\n<ul>\n<li>Darunter <strong>fett</strong></li>\n</ul>\n</li>",
        "<li>\n<p>Zweitens</p>\n<p>weiter</p>\n</li>",
        '<ol start="3">\n<li>\n<p>Drittens</p>\n</li>\n<li>\n<p>Viertens</p>',
        "<p>Dazwischen.</p>\n<ol>\n<li>Von vorn</li>",
        "<blockquote>\n<p>Ein Zitat</p>\n</blockquote>",
        "<th><strong>Zahl</strong></th>",
        "<td>Quelle</td>",
    ):
        assert part in page


def test_a_text_file_is_escaped_as_before() -> None:
    record = TranslationRecord("a.txt", (ParagraphRecord("Eins.", "# 1. *One*", State.REVIEWED),))
    assert render(Delivery(record, NOTHING), "md", "english") == b"\\# 1. \\*One\\*\n"


ROLES = st.frozensets(st.sampled_from(["bold", "italic", "strike", "code"]), max_size=2)
TEXT = st.text(alphabet="ab *_`~.,<>[]\\ü1#-", min_size=1, max_size=8)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.builds(Run, TEXT, ROLES), min_size=1, max_size=5))
def test_any_runs_are_read_back_with_their_formatting(runs: list[Run]) -> None:
    """Letter by letter: what it is set in is what the run says; blanks do not count."""
    wanted = [(letter, run.roles) for run in runs for letter in run.text if letter != " "]
    tokens = READER.parse(set_runs(runs))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert [one for token in tokens for one in read(token.children or [])] == wanted


def read(tokens: list[Token]) -> list[tuple[str, frozenset[CodeRole]]]:
    around: list[CodeRole] = []
    found = []
    for token in tokens:
        if token.type == "html_inline":
            name = token.content.strip("</>")
            around.remove(TAGS[name]) if token.content.startswith("</") else around.append(TAGS[name])
        elif token.type.endswith("_open"):
            around.append(TAGS[token.tag])
        elif token.type.endswith("_close"):
            around.remove(TAGS[token.tag])
        else:
            own = [TAGS[token.type]] if token.type in TAGS else []
            found += [(letter, frozenset([*around, *own])) for letter in token.content if letter != " "]
    return found
