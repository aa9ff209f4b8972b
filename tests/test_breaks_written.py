"""A blank beside line breaks is at no beginning of a line, however many stand together."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import docx_material, odt_files
from workbench.formats import filter_of
from workbench.text import Code, Inline

_BREAK = "<w:r><w:br/></w:r>"
_IN_WORD = docx_material.docx(docx_material.p(docx_material.r("Gruß"), _BREAK * 3, docx_material.r("Anna")))
_IN_ODT = odt_files.odt_of(f"<text:p>Gruß{'<text:line-break/>' * 3}Anna</text:p>")


@pytest.mark.parametrize("at", [5, 6])
@pytest.mark.parametrize(
    ("name", "file", "line"),
    [("a.docx", _IN_WORD, "Anna</w:t>"), ("a.odt", _IN_ODT, "<text:line-break/>Anna"), ("a.html", b"", "<br>Anna")],
)
def test_a_name_below_empty_lines_stands_at_the_beginning_of_its_own(
    name: str, file: bytes, line: str, at: int
) -> None:
    document = filter_of(name).read(file or b"<p>Gru&szlig;<br>Frau<br>Anna</p>", Path(name))
    (source,) = (paragraph.source for paragraph in document.paragraphs)
    words = Inline("Yours Anna", tuple(Code(at, code.id, code.kind) for code in source.codes))
    written = filter_of(name).write(document, dict.fromkeys(document.ids, words))
    parts = docx_material.parts_of if name == "a.docx" else odt_files.parts_of
    page = written if name == "a.html" else b"".join(parts(written).values())
    assert line.encode() in page and b" Anna" not in page
