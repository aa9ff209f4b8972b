"""Terminal escapes in every text that comes from outside: none reaches the terminal."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from harness.survive import desk as keys
from harness.survive.commands import demand_manners, run
from harness.survive.desk import Desk
from harness.survive.ground import ARTICLE, RECORD, TEXT, Ground
from harness.survive.tries import Try, attempt, chance_of, demand
from workbench.engine import embedded_package

NAME = "escapes"
ABOUT = "ESC, C1 and bidi overrides in file names, articles, records, glossaries, packages, arguments"
POISONS = (
    "\x1b]0;PWNED\x07",
    "\x1b[31;7;9mPWNED",
    "\x9b31;7mPWNED",
    "\x9d0;PWNED\x9c",
    "\u202ePWNED\u202c",
    "\u2066PWNED",
)
_BIDI = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]
_C1 = [chr(code) for code in range(0x80, 0xA0)]
ON_TERMINAL = ["\x1b]0;PWNED", "\x1b[31;7;9m", *_C1, *_BIDI]
"""What Textual itself never writes."""
PACKAGE = "translate-de_en-9_9"


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """`number` poisoned projects; four of five are met by commands, the fifth by the screen."""
    places = list(PLACES.items())
    for index in range(first, first + number):
        chance = chance_of(NAME, seed, index)
        name, place = places[index % len(places)]
        poison = chance.choice(POISONS)
        screen = index % 5 == 4

        def body(
            place: Callable[[Path, str], None] = place, poison: str = poison, screen: bool = screen,
            chance: random.Random = chance,
        ) -> None:  # fmt: skip
            project = ground.project()
            place(project, poison)
            (_on_screen if screen else _in_commands)(ground, project, poison, chance)

        yield attempt(NAME, index, f"{poison!r} in {name}{', on the screen' if screen else ''}", body)


def _in_file_name(project: Path, poison: str) -> None:
    (project / "sources" / f"x{poison}.txt").write_text(TEXT, encoding="utf-8")
    (project / "sources" / f"y{poison}.txt").write_bytes(b"\0\1\2")


def _in_folder_name(project: Path, poison: str) -> None:
    strange = project / f"d{poison}" / "sources"
    strange.mkdir(parents=True)
    (strange / "x.txt").write_text(TEXT, encoding="utf-8")


def _in_article(project: Path, poison: str) -> None:
    (project / "sources" / ARTICLE).write_text(TEXT.replace("Lage", f"Lage{poison} Lage"), encoding="utf-8")


def _in_record(project: Path, poison: str) -> None:
    record = RECORD.replace("day 2", json.dumps(f"day {poison}")[1:-1])
    quoted = json.dumps(f"note {poison}")
    record = record.replace("  state: reviewed\n", f"  state: reviewed\n  note: {quoted}\n", 1)
    record = record.replace("source: lage.txt", f"source: lage.txt\n{json.dumps(poison)}: {quoted}")
    (project / "translations" / "lage.yaml").write_text(record, encoding="utf-8")


def _in_record_raw(project: Path, poison: str) -> None:
    (project / "translations" / "lage.yaml").write_text(RECORD.replace("reviewed", f"re{poison}"), encoding="utf-8")


def _in_glossary(project: Path, poison: str) -> None:
    quoted = json.dumps(f"ruhig{poison}")
    lines = f"- {{de: {quoted}, en: {quoted}, note: {quoted}, first: {quoted}}}\n- {{de: ruhig, en: {quoted}}}\n"
    with (project / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write(lines + f"- de: Lage\n  en: situation{poison}\n  kind: {poison}\n  {poison}: x\n")


def _in_settings(project: Path, poison: str) -> None:
    private = project / ".workbench"
    private.mkdir()
    (private / "settings.yaml").write_text(f"package: {json.dumps(poison)}\ntheme: x\n", encoding="utf-8")


def _in_package(project: Path, poison: str) -> None:
    for name, version in ((PACKAGE, poison), (f"translate-de_en-{poison}", "9.8")):
        folder = project.parent / "packages" / name
        shutil.copytree(embedded_package().path, folder)
        facts = {"package_version": version, "argos_version": "1.9", "from_code": "de", "to_code": "en", "name": poison}
        (folder / "metadata.json").write_text(json.dumps(facts), encoding="utf-8")
        (folder / "README.md").write_text(f"# Card {poison}\n", encoding="utf-8")


def _in_terms(project: Path, poison: str) -> None:
    (project / f"terms{poison}.csv").write_text(f"Haus{poison},house{poison}\nEriwan,{poison}\n", encoding="utf-8")


def _in_argument(project: Path, poison: str) -> None:
    (project / "argument").write_text("the arguments have it", encoding="utf-8")


PLACES: dict[str, Callable[[Path, str], None]] = {
    "a file's name": _in_file_name,
    "an argument": _in_argument,
    "the package's metadata": _in_package,
    "the glossary": _in_glossary,
    "the record, quoted": _in_record,
    "the record, raw": _in_record_raw,
    "the article": _in_article,
    "the settings": _in_settings,
    "terms to import": _in_terms,
    "a folder's name": _in_folder_name,
}


def _in_commands(ground: Ground, project: Path, poison: str, chance: random.Random) -> None:
    strange = f"x{poison}"
    article = f"sources/{chance.choice([ARTICLE, f'x{poison}.txt', f'y{poison}.txt'])}"
    commands = [
        ["check", "."], ["check", ".", "--format", "json"], ["check", ".", "--format", "sarif"], ["check", strange],
        ["export", article, "--to", "txt"], ["export", article, "--to", strange],
        ["export", article, "--to", "md", "-o", strange],
        ["translate", article], ["translate", "--print", article], [f"d{poison}/none"], [strange], ["--" + strange],
        ["glossary", "check"], ["glossary", "list"], ["glossary", "list", "--" + strange],
        ["glossary", "add", strange, "a"],
        ["glossary", "add", strange, strange], ["glossary", "add", "ruhig", strange, "--note", strange],
        ["glossary", "remove", strange], ["glossary", "remove", "ruhig"], ["glossary", "candidates", article],
        ["glossary", "import", f"terms{poison}.csv", "--dry-run"], ["glossary", "import", strange, "--yes"],
        ["glossary", "export", f"{strange}.csv"], ["model", "list"], ["model", "info"], ["model", "info", strange],
        ["model", "info", PACKAGE], ["model", "use", strange], ["model", "install", strange], ["init", f"new{poison}"],
        ["doctor"], ["doctor", f"d{poison}"], ["doctor", strange], ["check", f"d{poison}"],
    ]  # fmt: skip
    for command in chance.sample(commands, 5):
        ran = run(_with_packages(ground, project), project, command)
        where = " ".join(command[:2]).replace(poison, "…")
        raw = (ran.out + ran.err).decode(errors="replace")
        found = [letter for letter in ("\x1b", *_C1, *_BIDI) if letter in raw]
        demand(not found, f"{where}: {found[0]!r} is written" if found else "")
        demand_manners(ran)


def _with_packages(ground: Ground, project: Path) -> Ground:
    """The ground, with the packages that stand beside the project in its home."""
    packages = project.parent / "packages"
    target = ground.home / "packages"
    if target.exists():
        shutil.rmtree(target)
    if packages.exists():
        shutil.copytree(packages, target)
    return ground


def _on_screen(ground: Ground, project: Path, poison: str, chance: random.Random) -> None:
    with Desk(_with_packages(ground, project), project, ".") as desk:
        desk.ready(keys.KEYS_TOLD)
        opening = [keys.OPEN, keys.GLOSSARY, keys.CANDIDATES, keys.NOTE, keys.HELP, keys.FILTER, keys.HISTORY, "\x10"]
        for key in chance.sample(opening, 3):
            desk.press(keys.DOWN, key, pause=0.5)
            desk.press("\x1b", pause=0.4)
        desk.tell_to_end("quit")
        demand(desk.ended(), f"could not be quit: {desk.last_words()}")
        desk.demand_no_traceback()
        written = desk.terminal.written.decode(errors="replace")
        found = [sequence for sequence in ON_TERMINAL if sequence in written]
        demand(not found, f"{found[0]!r} is written on the terminal" if found else "")
