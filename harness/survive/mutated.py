"""Damaged files before every door that reads: an answer in words, no traceback, no hang, no memory without end."""

from __future__ import annotations

import json
import resource
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from harness.survive.commands import run
from harness.survive.ground import ARTICLE, OTHER, Ground
from harness.survive.mutations import mutated, mutated_in_zip
from harness.survive.tries import DemandError, Try, attempt, chance_of, patience
from workbench.engine import embedded_package

NAME = "mutated"
ABOUT = (
    "records, glossaries, settings, articles of each format, reviewers' files, packages, TBX, CSV, XLSX damaged "
    "by bytes and by structure"
)
LIMIT = 20.0
"""Seconds for one file."""
MOST_MEMORY = 4_000_000_000
PACKAGE = "translate-de_en-9_9"


@dataclass(frozen=True, slots=True)
class Door:
    """A file that is read, from the project's folder or the home, and what reads it."""

    file: str
    commands: tuple[tuple[str, ...], ...]


def _source(name: str) -> Door:
    """An article of a format, which is read, and written with what English there is."""
    path = f"../formats/sources/{name}"
    return Door(path, (("check", path), ("export", path, "--what", "english", "--replace")))


ENGLISH, BILINGUAL = ("docx", "odt", "html"), ("docx", "xlsx", "xliff", "xliff12", "po")
"""The formats that articles and reviewers' files are made in, to be damaged."""
TEXTS = {
    "film.srt": "1\n00:00:01,000 --> 00:00:03,000\n<i>Eriwan</i> war ruhig.\n",
    "film.vtt": "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Anna>Eriwan war <b>ruhig</b>.\n",
    "daten.csv": "Nummer;Text\n1;Eriwan war ruhig.\n2;Es regnete.\n",
}
FORMATS = (
    *(_source(name) for name in ("lage.docx", "lage.odt", "lage.html", "lage.xlf", "lage.1.2.xlf", "lage.po")),
    *(_source(name) for name in ("lage.xlsx", *TEXTS)),
    *(Door(name, (("merge", name, "--dry-run"),)) for name in ("back.docx", "back.xlsx", "back.xlf", "back.1.2.xlf")),
)
DOORS = (
    Door("translations/lage.yaml", (("check", "."), ("export", f"sources/{ARTICLE}", "--to", "html"))),
    Door("translations/lage.yaml", (("check", "--format", "sarif", "translations/lage.yaml"),)),
    Door("translations/lage.en.txt", (("check", "."),)),
    Door("glossary.yaml", (("glossary", "check"), ("glossary", "list"), ("check", "."))),
    Door("glossary.yaml", (("glossary", "remove", "nirgends"),)),
    Door(f"sources/{ARTICLE}", (("check", "."), ("glossary", "candidates", f"sources/{ARTICLE}"))),
    Door(f"sources/{OTHER}", (("export", f"sources/{OTHER}", "--to", "docx"), ("check", "."))),
    Door(".workbench/settings.yaml", (("check", "."), ("model", "list"))),
    Door(".workbench/holder.json", (("LOCKED", "translate", f"sources/{ARTICLE}"),)),
    Door(".workbench/drafts.sqlite", (("CACHE", ".workbench/drafts.sqlite"),)),
    Door("terms.tbx", (("glossary", "import", "terms.tbx", "--dry-run"),)),
    Door("terms.csv", (("glossary", "import", "terms.csv", "--dry-run"),)),
    Door("terms.txt", (("glossary", "import", "terms.txt", "--dry-run"),)),
    Door("terms.xlsx", (("glossary", "import", "terms.xlsx", "--dry-run"),)),
    Door(f"../packages/{PACKAGE}/metadata.json", (("model", "list"), ("model", "info", PACKAGE))),
    Door("package.argosmodel", (("model", "install", "package.argosmodel"),)),
    *FORMATS,
)


class Reader:
    """A process that reads in a project; begun again when it hung or died."""

    def __init__(self, ground: Ground, project: Path) -> None:
        self._environment = ground.environment() | {"ARGOS_PACKAGES_DIR": str(project.parent / "packages")}
        self._project = project
        self._process: subprocess.Popen[str] | None = None

    def close(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def read(self, command: tuple[str, ...]) -> None:
        """Run a command in it. Raises DemandError when that goes wrong."""
        process = self._process = self._process or self._begin()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(command) + "\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], patience(LIMIT))[0]:
            self.close()
            raise DemandError(f"{' '.join(command)}: no answer in {LIMIT:.0f} s")
        line = process.stdout.readline()
        if not line:
            status = process.wait()
            self.close()
            raise DemandError(f"{' '.join(command)}: the process died with {status}")
        if answer := json.loads(line):
            raise DemandError(f"{' '.join(command)}: {answer}")

    def _begin(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("reader.py"))],
            cwd=self._project,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        resource.prlimit(process.pid, resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        return process


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """Damage `number` files, going round the doors, and have each read."""
    project = ground.project()
    _samples(ground, project)
    wholes = {door.file: (project / door.file).read_bytes() for door in DOORS}
    with closing(Reader(ground, project)) as reader:
        for index in range(first, first + number):
            chance = chance_of(NAME, seed, index)
            door = DOORS[index % len(DOORS)]
            path = project / door.file
            whole = wholes[door.file]
            in_a_part = whole.startswith(b"PK") and chance.random() < 0.7
            done, damaged = (mutated_in_zip if in_a_part else mutated)(whole, chance)

            def body(door: Door = door) -> None:
                for command in door.commands:
                    reader.read(command)

            path.write_bytes(damaged)
            made = attempt(NAME, index, f"{door.file}: {done}", body)
            path.write_bytes(wholes[door.file])
            if made.failed:
                kept = ground.folder / f"mutated-{seed}-{index}{path.suffix}"
                kept.write_bytes(damaged)
            yield made


def _samples(ground: Ground, project: Path) -> None:
    """One whole file for each door."""
    (project / "translations" / "lage.en.txt").write_text("Paragraph 1: Yerevan was quiet.\n", encoding="utf-8")
    for suffix in ("tbx", "csv", "txt", "xlsx"):
        run(ground, project, ["glossary", "export", f"terms.{suffix}"])
    run(ground, project, ["translate", f"sources/{OTHER}"])
    _samples_of_formats(ground, project)
    private = project / ".workbench"
    (private / "settings.yaml").write_text("package: ''\ntheme: nord\n", encoding="utf-8")
    holder = '{"process": 1, "host": "desk", "since": "2025-01-01T10:00+00:00"}'
    (private / "holder.json").write_text(holder, encoding="utf-8")
    folder = project.parent / "packages" / PACKAGE
    shutil.copytree(embedded_package().path, folder)
    metadata = {"package_version": "9.9", "argos_version": "1.9", "from_code": "de", "to_code": "en", "name": "a"}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    small = project.parent / PACKAGE
    small.mkdir()
    (small / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    shutil.make_archive(str(project / "package"), "zip", project.parent, PACKAGE)
    (project / "package.zip").rename(project / "package.argosmodel")


def _samples_of_formats(ground: Ground, project: Path) -> None:
    """An article of each format, in a project beside, and reviewers' files: what the program itself hands over."""
    sources = project.parent / "formats" / "sources"
    sources.mkdir(parents=True)
    for what, formats in (("english", ENGLISH), ("bilingual", BILINGUAL)):
        arguments = ["export", f"sources/{ARTICLE}", "--what", what, "--to", ",".join(formats)]
        ran = run(ground, project, arguments)
        if ran.status:
            raise RuntimeError(f"no files to damage: {ran.said}")
    exports, article = project / "exports", Path(ARTICLE).stem
    for suffix in ENGLISH:
        shutil.copy(exports / f"{article}.en.{suffix}", sources / f"lage.{suffix}")
    for suffix in ("xlsx", "xlf", "1.2.xlf", "po"):
        shutil.copy(exports / f"{article}.de-en.{suffix}", sources / f"lage.{suffix}")
    for suffix in ("docx", "xlsx", "xlf", "1.2.xlf"):
        shutil.copy(exports / f"{article}.de-en.{suffix}", project / f"back.{suffix}")
    shutil.rmtree(exports)
    for name, text in TEXTS.items():
        (sources / name).write_text(text, encoding="utf-8")
