"""PDF, made by a program that is there: LibreOffice from the OpenDocument text, or WeasyPrint from the HTML page."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.export import html, odt, program
from workbench.export.delivery import Delivery
from workbench.problem import Problem, WorkbenchError

SECONDS = 180.0
"""How long a program may take; LibreOffice needs three for an article, and half a minute for a book."""

_INSTEAD = "see that there is room for temporary files, or choose html and print it from a browser"
_OFFICES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


@dataclass(frozen=True, slots=True)
class _Maker:
    """A program that makes a PDF from a document of a kind (`odt`, `html`)."""

    name: str
    program: str
    kind: str


def english(delivery: Delivery) -> bytes:
    """The English, A4 portrait. Raises WorkbenchError where no program is there that makes a PDF, or it fails."""
    return _made(delivery, odt.english, html.english)


def bilingual(delivery: Delivery) -> bytes:
    """The table of both languages with findings and notes, A4 landscape; raises as `english` does."""
    return _made(delivery, odt.for_paper, html.bilingual)


def _made(delivery: Delivery, as_odt: Callable[[Delivery], bytes], as_html: Callable[[Delivery], bytes]) -> bytes:
    maker = _maker()
    source = as_odt(delivery) if maker.kind == "odt" else as_html(delivery)
    try:
        with tempfile.TemporaryDirectory(prefix="workbench-pdf-", ignore_cleanup_errors=True) as folder:
            return _made_in(Path(folder), maker, source, delivery.wanted)
    except OSError as error:
        what = f"{maker.name} cannot be started, or has no place to work ({error.strerror})"
        raise WorkbenchError(Problem("pdf", what, "make room on the disk, or choose html or odt")) from error


def can_be_made() -> bool:
    """Whether a program that makes PDFs is on this machine."""
    try:
        _maker()
    except WorkbenchError:
        return False
    return True


def _maker() -> _Maker:
    for name in _OFFICES:
        if found := shutil.which(name):
            return _Maker("LibreOffice", found, "odt")
    beside = os.pathsep.join((os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)))
    if found := shutil.which("weasyprint", path=beside):
        return _Maker("WeasyPrint", found, "html")
    what = "a PDF needs LibreOffice or WeasyPrint, and neither is there"
    raise WorkbenchError(Problem("pdf", what, "install one of them, or choose html and print it from a browser"))


def _made_in(folder: Path, maker: _Maker, source: bytes, wanted: Callable[[], bool]) -> bytes:
    """Have the PDF made in a folder of its own, where the program's settings lie as well."""
    document, result = folder / f"document.{maker.kind}", folder / "document.pdf"
    document.write_bytes(source)
    if maker.kind == "odt":
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        quiet = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        command = [maker.program, profile, *quiet, "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    else:
        command = [maker.program, str(document), str(result)]
    if not program.run(command, folder, {**os.environ, "TMPDIR": str(folder)}, wanted, SECONDS):
        if not wanted():
            raise WorkbenchError(Problem("pdf", "was given up", "ask for it again"))
        raise WorkbenchError(Problem("pdf", f"{maker.name} took more than {SECONDS:.0f} seconds", _INSTEAD))
    if not result.is_file() or not (data := result.read_bytes()).startswith(b"%PDF"):
        raise WorkbenchError(Problem("pdf", f"{maker.name} made no PDF", _INSTEAD))
    return data
