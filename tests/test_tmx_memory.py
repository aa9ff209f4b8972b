"""A large TMX is read in a stream: what it takes of the machine's memory does not grow with the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SENTENCES = 10
UNIT = (
    '<tu creationdate="20240101T101010Z"><prop type="x-Context">1, 2</prop><tuv xml:lang="de-DE"><seg>Satz {0}:'
    + ' Die Kommission prüft <ph x="1"/>den Antrag, bevor sie im Herbst darüber entscheidet.' * SENTENCES
    + '</seg></tuv><tuv xml:lang="en-GB"><seg>Sentence {0}:'
    + " The Commission examines the application before it decides on it in autumn." * SENTENCES
    + "</seg></tuv></tu>\n"
)
COUNT = """
import resource, sys
from pathlib import Path
from workbench.memory.exchange import Report, tmx_pairs
from workbench.export.memory_tmx import memory_as_tmx
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
path = Path(sys.argv[1])
report = Report(path)
written = sum(map(len, memory_as_tmx(tmx_pairs(path, report))))
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(report.pairs, written, (after - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what a process took at most is counted in kB on Linux only")
def test_a_file_of_thirty_megabytes_is_read_and_written_within_a_few(tmp_path: Path) -> None:
    path = tmp_path / "large.tmx"
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0"?><tmx version="1.4"><header creationtool="x"/><body>\n')
        for number in range(16_700):
            file.write(UNIT.format(number))
        file.write("</body></tmx>\n")
    assert path.stat().st_size > 28_000_000
    done = subprocess.run([sys.executable, "-c", COUNT, str(path)], capture_output=True, text=True, check=True)
    pairs, written, taken = map(int, done.stdout.split())
    assert (pairs, written > 15_000_000) == (16_700, True)
    assert taken < 120
