"""How much memory and time a large translation memory takes to be imported, exported and asked.

    uv run python -m benchmarks.memory_import [--size 300] [--only import export] [--folder FOLDER]

A TMX of so many MB (10⁶ bytes) is made of made-up pairs (`harness/memory_corpus.py`) in a temporary folder, each unit
with a date, an author and a note, as other programs write them, an XLIFF of the same pairs, and a spreadsheet whose
cells share their texts, as Excel writes it (those that are exported do not). Each row is a command, in a process of
its own: that TMX is imported, what came of it is exported, the tables that were exported, the XLIFF and the spreadsheet
are imported, and the memory is asked. Printed are the process's peak of resident memory (VmHWM, of Linux; 10⁶ bytes),
its seconds, and what the command says. The mark for the import: 300 MB of memory, whatever the size.

`--only`: some of the rows; the first has to be among them. `--folder`: where the temporary folder is made (eight times
the size is needed).
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from harness.memory_corpus import Texts, made

MARK = 300
"""MB of memory that the import may take."""
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="made" creationtoolversion="1" segtype="sentence" o-tmf="made" adminlang="en"
 srclang="de-DE" datatype="plaintext"/><body>
"""
_UNIT = """<tu tuid="{number}" creationdate="20260{month}{day:02}T101500Z" creationid="A. Translator">\
<note>{number}</note><tuv xml:lang="de-DE"><seg>{german}</seg></tuv><tuv xml:lang="en-GB"><seg>{english}</seg></tuv>\
</tu>
"""
_XLIFF_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="made.txt" source-language="de-DE"
 target-language="en-GB" datatype="plaintext"><body>
"""
_XLIFF_UNIT = """<trans-unit id="{number}"><source>{german}</source><target state="translated">{english}</target>\
</trans-unit>
"""
_BOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XLSX_PARTS = {
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_BOOK}" xmlns:r="{_OFFICE}"><sheets><sheet name="made" sheetId="1" '
    'r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
_CHILD = """
import sys
from workbench.cli import main
status = main(sys.argv[1:])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print("\\npeak", peak.split()[1])
sys.exit(status)
"""


class Row(NamedTuple):
    """A command that is measured. `file`: what it reads or writes, "" where it is the memory alone."""

    kind: str
    file: str
    words: tuple[str, ...]


ROWS = (
    Row("import", "made.tmx", ("import", "made.tmx", "--into", "measured")),
    Row("export", "out.tmx", ("export", "measured", "out.tmx")),
    Row("export", "out.tsv", ("export", "measured", "out.tsv")),
    Row("export", "out.xlsx", ("export", "measured", "out.xlsx")),
    Row("tables", "out.tsv", ("import", "out.tsv", "--into", "of a tsv")),
    Row("tables", "out.xlsx", ("import", "out.xlsx", "--into", "of an xlsx")),
    Row("xliff", "made.xliff", ("import", "made.xliff", "--into", "of an xliff")),
    Row("xlsx", "made.xlsx", ("import", "made.xlsx", "--into", "of a made xlsx")),
    Row("ask", "", ("info", "measured")),
    Row("ask", "", ("search", "Das neue Haus steht auf dem Land", "--memory", "measured")),
)


def write_tmx(path: Path, megabytes: float, seed: int = 21) -> int:
    """Write a TMX of this size; how many units it has."""
    number, left = 0, round(megabytes * 1e6)
    with path.open("w", encoding="utf-8") as file:
        left -= file.write(_HEAD)
        for german, english in _pairs(seed):
            number += 1
            texts = {"german": german, "english": english}
            unit = _UNIT.format(number=number, month=number % 9 + 1, day=number % 28 + 1, **texts)
            left -= len(unit.encode())
            file.write(unit)
            if left <= 0:
                break
        file.write("</body></tmx>\n")
    return number


def write_xliff(path: Path, units: int, seed: int = 21) -> None:
    """Write an XLIFF of the first so many of the same pairs."""
    with path.open("w", encoding="utf-8") as file:
        file.write(_XLIFF_HEAD)
        for number, (german, english) in enumerate(islice(_pairs(seed), units), 1):
            file.write(_XLIFF_UNIT.format(number=number, german=german, english=english))
        file.write("</body></file></xliff>\n")


def write_xlsx(path: Path, units: int, seed: int = 21) -> None:
    """Write a spreadsheet of the first so many of the same pairs, whose cells share their texts."""
    rows = chain([("de", "en")], islice(_pairs(seed), units))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _XLSX_PARTS.items():
            package.writestr(name, content)
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            part.write(f'<sst xmlns="{_BOOK}">'.encode())
            for german, english in rows:
                part.write(f"<si><t>{german}</t></si><si><t>{english}</t></si>".encode())
            part.write(b"</sst>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(f'<worksheet xmlns="{_BOOK}"><sheetData>'.encode())
            for at in range(units + 1):
                cells = "".join(f'<c r="{name}{at + 1}" t="s"><v>{2 * at + of}</v></c>' for of, name in enumerate("AB"))
                part.write(f'<row r="{at + 1}">{cells}</row>'.encode())
            part.write(b"</sheetData></worksheet>")


def _pairs(seed: int) -> Iterator[Texts]:
    return ((escape(german), escape(english)) for german, english in made(random.Random(seed)))


def measure(row: Row, folder: Path) -> None:
    """Run a command in this folder and print a row of the table."""
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, "memory", *row.words],
        cwd=folder,
        env={**os.environ, "XDG_DATA_HOME": str(folder), "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=False,
    )
    took = time.perf_counter() - begin
    *said, peak = done.stdout.splitlines() or [""]
    if not peak.startswith("peak "):
        sys.exit(done.stderr or done.stdout)
    file = folder / row.file
    size = f"{file.stat().st_size / 1e6:.0f} MB" if row.file and file.exists() else ""
    first = next(iter(done.stderr.splitlines() if done.returncode else said), "")
    told = first.removeprefix("workbench: ").removeprefix(f"{row.file}: ")[:150]
    name = f"{row.words[0]} {row.file}"
    print(f"{name:20}{size:>8}{took:8.0f} s{int(peak.split()[1]) * 1024 / 1e6:8.0f} MB   {told}", flush=True)


def main() -> None:
    """Make the files, have the commands run, and print what each took."""
    kinds = list(dict.fromkeys(row.kind for row in ROWS))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=300.0, metavar="MB", help="of the TMX (300)")
    parser.add_argument("--only", nargs="+", choices=kinds, default=kinds, help="some of the rows")
    parser.add_argument("--folder", type=Path, default=None, help="where the temporary folder is made")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=wanted.folder) as name:
        folder = Path(name)
        units = write_tmx(folder / "made.tmx", wanted.size)
        if "xliff" in wanted.only:
            write_xliff(folder / "made.xliff", units)
        if "xlsx" in wanted.only:
            write_xlsx(folder / "made.xlsx", units)
        print(f"{units:,} pairs; the mark of an import is {MARK} MB of memory", flush=True)
        print(f"{'':20}{'file':>8}{'time':>10}{'memory':>11}", flush=True)
        for row in ROWS:
            if row.kind in wanted.only:
                measure(row, folder)
        memory = folder / "workbench" / "memories" / "measured.sqlite"
        print(f"the memory has {memory.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
