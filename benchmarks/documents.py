"""How long a document of 300 pages takes to be read and written again, and what memory it takes.

    uv run python -m benchmarks.documents [--pages 300] [FILE.docx]

Without a file one is made: pages of running text cut into runs as Word does, tables, headings, a header. Nothing
is drafted: each paragraph gets its own words back, turned round, so that all of them are written: once right after it
was read, and once later, for which the file is read anew. The check is the one before anything is handed over.
Seconds are of processor time: other programs on the machine count less. Memory is the highest of a process of its own
(`ru_maxrss`), less that of one that imports lxml alone.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import subprocess
import sys
import time
import zipfile
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.export.native import must_hold
from workbench.formats import Document, Target, filter_of
from workbench.text import Inline

_TEXT = (
    "die Lage an der Grenze bleibt nach Angaben des Ministeriums ruhig während der Präsident in Minsk über neue Gesetze"
    " spricht und seine Berater am Abend zu einem Treffen mit Vertretern der Nachbarländer reisen"
)
_WORDS = _TEXT.split()
_PAGE = 9  # paragraphs on it, besides a heading and, on each fifth, a table
_SPACE = ' xml:space="preserve"'


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--in-process", choices=("nothing", "workbench", "python-docx"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.in_process:
        print(*_measured(options.in_process, options.file))
        return
    with TemporaryDirectory() as folder:
        path = options.file
        if path is None:
            path = Path(folder, "bericht.docx")
            path.write_bytes(made(options.pages))
            print(f"{options.pages} pages made, {path.stat().st_size / 1e6:.1f} MB")
        _table(path)


def _table(path: Path) -> None:
    nothing = _in_process("nothing", path)[-1]
    paragraphs, read, write, check, later, memory = _in_process("workbench", path)
    *_, other, other_memory = _in_process("python-docx", path)
    print(f"{paragraphs:.0f} paragraphs")
    print(f"{'':28}{'seconds':>9}{'MB':>7}")
    print(f"{'read':28}{read:9.2f}")
    print(f"{'written':28}{write:9.2f}")
    print(f"{'read and written':28}{read + write:9.2f}")
    print(f"{'checked before handing over':28}{check:9.2f}")
    print(f"{'written later':28}{later:9.2f}{memory - nothing:7.0f}")
    print(f"{'python-docx: read':28}{other:9.2f}{other_memory - nothing:7.0f}")
    print(f"reading takes {read / other:.2f} times as long as python-docx takes for the paragraphs' and cells' texts")


def _in_process(what: str, path: Path) -> list[float]:
    command = [sys.executable, "-m", "benchmarks.documents", "--in-process", what, str(path)]
    return [
        float(figure) for figure in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    ]


def _measured(what: str, path: Path) -> list[float]:
    if what == "workbench":
        figures = _by_workbench(path)
    elif what == "python-docx":
        figures = [_by_python_docx(path)]
    else:
        import lxml.etree  # noqa: F401 - both ways need it

        figures = []
    return [*figures, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]


def _by_workbench(path: Path) -> list[float]:
    one, data = filter_of(path.name), path.read_bytes()
    begin = time.process_time()
    document = one.read(data, path)
    read = time.process_time() - begin
    target = _turned(document)
    times = [time.process_time()]
    made = one.write(document, target)
    times.append(time.process_time())
    must_hold(made, target, document, path)
    times.append(time.process_time())
    assert one.write(document, target) == made
    times.append(time.process_time())
    return [len(document.paragraphs), read, *(after - before for before, after in pairwise(times))]


def _turned(document: Document) -> Target:
    """Each paragraph with its words the other way round, and its codes at the places where they were."""
    return {
        key: Inline(" ".join(reversed(paragraph.text.split())), paragraph.codes)
        for key, paragraph in zip(document.ids, document.paragraphs, strict=True)
    }


def _by_python_docx(path: Path) -> float:
    import docx

    begin = time.process_time()
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert texts
    return time.process_time() - begin


def made(pages: int) -> bytes:
    """A Word file of so many pages; the same for the same number."""
    import docx

    dice = random.Random(7)
    empty = docx.Document()
    empty.sections[0].header.paragraphs[0].text = "Bericht über die Lage"
    empty.add_heading("Bericht", 1)
    saved = io.BytesIO()
    empty.save(saved)
    body = "".join(_page(dice, number) for number in range(pages))
    result = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "word/document.xml":
                data = data.replace(b"<w:sectPr", body.encode() + b"<w:sectPr", 1)
            new.writestr(part, data)
    return result.getvalue()


def _page(dice: random.Random, number: int) -> str:
    heading = f'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>{_run(f"Abschnitt {number + 1}")}</w:p>'
    table = ""
    if number % 5 == 0:
        cell = "<w:tc><w:tcPr/><w:p>{}</w:p></w:tc>"
        row = "<w:tr>{}</w:tr>".format
        rows = "".join(row("".join(cell.format(_run(_said(dice, 3))) for _ in range(4))) for _ in range(5))
        table = f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"
    return heading + table + "".join(_paragraph(dice) for _ in range(_PAGE))


def _paragraph(dice: random.Random) -> str:
    runs = []
    for _ in range(8):
        look = dice.choice(["", "", "", "", '<w:lang w:val="de-DE"/>', "<w:noProof/>", "<w:b/>", "<w:i/>"])
        runs.append(_run(_said(dice, 6) + " ", look))
    return f'<w:p w:rsidR="00A1{dice.randrange(9999):04}">{"".join(runs)}</w:p>'


def _said(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(_WORDS, k=words))


def _run(text: str, look: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t{_SPACE}>{text}</w:t></w:r>"


if __name__ == "__main__":
    main()
