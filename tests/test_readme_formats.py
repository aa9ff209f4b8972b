"""The table of formats in the README: every tick of it is tried with a file of each suffix that its row names."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from tests.docx_material import docx, p, r
from tests.epub_files import epub_of, page_of
from tests.odt_files import flat_of, odt_of
from tests.xlsx_files import rich, workbook
from workbench.export.formats import FORMATS, own_format
from workbench.export.returning import READERS
from workbench.formats import SOURCE_SUFFIXES, Document, bilingual_filter_of, document_from, filter_of
from workbench.text import Inline

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
ROWS = re.findall(
    r"^\| (.+?) \| (✓?|text only) ?\| (✓?) ?\| (✓?) ?\| (✓?) ?\| (✓?) ?\|$",
    README[README.index("| format | in |") :].split("\n\n")[0],
    re.MULTILINE,
)

PAGE = (
    '<!DOCTYPE html><html lang="de"><head><title>Lage</title></head><body><article><h1>Die Lage in Minsk</h1>'
    "<p>Das <b>neue</b> Gesetz gilt seit Montag, sagte die Sprecherin der Regierung.</p></article></body></html>"
)
POST = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<item><title>Die Lage</title><content:encoded><![CDATA[<p>Das <b>neue</b> Gesetz gilt.</p>]]></content:encoded>"
    "<wp:post_type><![CDATA[post]]></wp:post_type></item></channel></rss>\n"
)
XLIFF_1 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file original="a" source-language="de" target-language="en" datatype="x-a"><body><trans-unit id="1">'
    '<source>Das <g id="1" ctype="bold">neue</g> Gesetz gilt.</source></trans-unit></body></file></xliff>\n'
)
XLIFF_2 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" '
    'srcLang="de" trgLang="en"><file id="f"><unit id="u"><segment><source>Das <pc id="1">neue</pc> Gesetz gilt.'
    "</source></segment></unit></file></xliff>\n"
)
MESSAGES = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Das neue Gesetz gilt."
msgstr ""
"""
SPAN = '<text:p>Das <text:span text:style-name="Fett">neue</text:span> Gesetz gilt.</text:p>'
WORD = p(r("Das "), r("neue", "<w:b/>"), r(" Gesetz gilt."))
TEMPLATE = b"application/vnd.oasis.opendocument.text-template"


def word(kind: str) -> bytes:
    """A Word file of another kind than a document."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(WORD))) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            usual = rb'ContentType="[^"]+wordprocessingml\.document\.main\+xml"'
            new.writestr(name, re.sub(usual, f'ContentType="{kind}"'.encode(), old.read(name)))
    return made.getvalue()


FILES: dict[str, bytes | str] = {
    ".txt": "Die Lage in Minsk\n\nDas neue Gesetz gilt.\n",
    ".md": "# Die Lage\n\nDas **neue** Gesetz gilt.\n",
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE.replace("<!DOCTYPE html><html", '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"'),
    ".xml": POST,
    ".docx": docx(WORD),
    ".docm": word("application/vnd.ms-word.document.macroEnabled.main+xml"),
    ".dotx": docx(WORD, main="template.main+xml"),
    ".dotm": word("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ".odt": odt_of(SPAN),
    ".ott": odt_of(SPAN, mimetype=TEMPLATE),
    ".fodt": flat_of(SPAN),
    ".epub": epub_of([page_of("<p>Das <b>neue</b> Gesetz gilt.</p>")]),
    ".srt": "1\n00:00:01,000 --> 00:00:04,000\nDas <i>neue</i> Gesetz gilt.\n",
    ".vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nDas <i>neue</i> Gesetz gilt.\n",
    ".xlf": XLIFF_1,
    ".xliff": XLIFF_2,
    ".sdlxliff": XLIFF_1,
    ".mqxliff": XLIFF_1,
    ".po": MESSAGES,
    ".pot": MESSAGES,
    ".csv": "de,nr\nDas neue Gesetz gilt.,1\n",
    ".tsv": "de\tnr\nDas neue Gesetz gilt.\t1\n",
    ".xlsx": workbook({"A": [["de", "nr"], [rich("Das ", ("b", "neue"), " Gesetz gilt."), 1]]}),
}


def suffixes(row: str) -> list[str]:
    """The suffixes that a row of the table names."""
    return [f".{name}" for name in re.findall(r"`\.(\w+)`|(?<=[`( ])\.(\w+)`", row) for name in name if name]


def read(suffix: str) -> Document:
    content = FILES[suffix]
    data = content if isinstance(content, bytes) else content.encode()
    return document_from(data, Path(f"lage{suffix}"))


def only_in_and_out(row: str) -> str:
    """What a row says in brackets of suffixes that only come in and go out again."""
    return row.partition("(")[2] if "in and out" in row else ""


CASES = [
    (suffix, bool(out), bool(codes), *(bool(tick) and suffix not in only_in_and_out(row) for tick in others))
    for row, comes_in, out, codes, *others in ROWS
    if comes_in == "✓"
    for suffix in suffixes(row)
]


def test_the_table_names_every_suffix_that_is_read() -> None:
    assert {case[0] for case in CASES} == set(FILES) == set(SOURCE_SUFFIXES)


@pytest.mark.feature("job files: XLIFF, SDLXLIFF, PO")
@pytest.mark.feature("Word and OpenDocument")
@pytest.mark.parametrize(("suffix", "out", "codes"), [case[:3] for case in CASES])
def test_what_is_ticked_comes_in_with_its_codes_and_goes_out_in_the_same_format(
    suffix: str, out: bool, codes: bool
) -> None:
    document = read(suffix)
    assert any(paragraph.text.startswith("Das neue Gesetz") for paragraph in document.paragraphs)
    assert any(paragraph.codes for paragraph in document.paragraphs) == codes
    assert (own_format(f"lage{suffix}").name == suffix[1:]) == out
    targets = {
        key: Inline(f"{paragraph.text} More.", paragraph.codes)
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True)
    }
    written = filter_of(f"lage{suffix}").write(document, targets)
    if bilingual_filter_of(f"lage{suffix}"):
        assert b"More." in written
    else:
        again = filter_of(f"lage{suffix}").read(written, Path(f"lage{suffix}"))
        assert [paragraph.source for paragraph in again.paragraphs] == list(targets.values())


@pytest.mark.parametrize(("suffix", "bilingual", "back"), [(*case[:1], *case[3:]) for case in CASES])
def test_what_is_ticked_holds_both_languages_and_comes_back(suffix: str, bilingual: bool, back: bool) -> None:
    of_a_text = {".xlf": "xliff", ".xliff": "xliff", ".htm": "html", ".xhtml": "html", ".pot": "po"}.get(
        suffix, suffix[1:]
    )
    made = FORMATS.get(of_a_text)
    assert (made is not None and made.bilingual is not None) == bilingual
    assert (suffix in READERS) == back
