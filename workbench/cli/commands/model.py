"""`workbench model …`: the Argos packages that drafts are made with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.cli.commands.telling import say, tell, tell_progress
from workbench.cli.offers import offer, packages
from workbench.invocation import run_again

NAME = "model"
HELP = "list, describe, install and choose translation packages"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`list | info [NAME] | install [de_en|opus|FILE.zip|FOLDER] | use NAME | hint on|off`."""
    subs = parser.add_subparsers(required=True, metavar="list|info|install|use|hint", dest="verb")
    subs.add_parser("list", help="the packages that are there")
    info = subs.add_parser("info", help="a package's card: what it is, how good it is, its limits")
    offer(info.add_argument("name", nargs="?", default="", help="the package (default: the one in use)"), packages)
    install = subs.add_parser(
        "install", help="install a package from the network or from a file; a project here drafts with it then"
    )
    install.add_argument(
        "what",
        nargs="?",
        default="de_en",
        metavar="de_en|opus|FILE|FOLDER",
        help="de_en (default): Argos's official package; opus: OPUS-MT's model (40.6 BLEU published); or an "
        ".argosmodel file, a model's .zip or its folder as OPUS-MT has them (./opus, if it is called so)",
    )
    install.add_argument(
        "--timeout", type=float, default=30.0, metavar="SECONDS", help="give up after this silence (30)"
    )
    use = subs.add_parser("use", help="draft with this package in the project here")
    offer(use.add_argument("name", help="its name, as `list` shows it"), packages)
    hint = subs.add_parser("hint", help="whether the line is told that better drafts are a command away")
    hint.add_argument("wanted", choices=("on", "off"), help="off: never again")


def run(options: argparse.Namespace) -> int:
    """Carry out the verb."""
    return {"list": _list, "info": _info, "install": _install, "use": _use, "hint": _hint}[options.verb](options)


def _list(_: argparse.Namespace) -> int:
    from workbench.project.packages import all_packages, broken

    used = _package_in_use()
    for package in all_packages():
        mark = "*" if package.id == used else " "
        kind = "embedded" if package.embedded else "installed"
        maker = "" if package.maker == "Argos" else f" {package.maker},"
        obeys = "obeys the glossary" if package.markers else "glossary by alignment"
        say(f"{mark} {package.id}  {package.name} {package.version}  ({kind},{maker} {obeys})")
    for problem in broken():
        tell(problem)
    return 0


def _package_in_use() -> str:
    from workbench.problem import WorkbenchError
    from workbench.project import Project
    from workbench.project.packages import embedded

    try:
        with Project.open(Path(), read_only=True) as project:
            return project.package.id
    except WorkbenchError:
        return embedded().id


def _info(options: argparse.Namespace) -> int:
    from workbench.project.packages import find

    package = find(options.name or _package_in_use())
    say(f"{package.name} {package.version}")
    say(package.path)
    print(f"\n{package.card}")
    return 0


def _install(options: argparse.Namespace) -> int:
    from workbench.project.packages import install, install_from_network, install_opus

    if options.what == "de_en":
        package = install_from_network(_progress, options.timeout)
    elif options.what == "opus":
        package = install_opus(_progress, options.timeout, _doing)
    else:
        package = install(Path(options.what), _doing)
    say(f"installed: {package.id} – {_used_here(package.id)}")
    return 0


def _used_here(package: str) -> str:
    """Have the project here, if this is one, draft with what was just installed; what became of that, in words."""
    from workbench.problem import WorkbenchError
    from workbench.project.packages import use_in

    root = None
    try:
        root = use_in(Path(), package)
    except WorkbenchError as error:
        tell(error)
    if root is not None:
        return f"drafts in {root} are made with it now"
    return f"draft with it: {run_again(f'model use {package}')}"


def _progress(done: int, total: int | None) -> None:
    """A bar on a terminal; nothing elsewhere."""
    if sys.stderr.isatty():
        size = f"{done / 1e6:.0f} MB"
        bar = ""
        if total:
            filled = 30 * done // total
            bar, size = "█" * filled + "░" * (30 - filled) + " ", f"{size} of {total / 1e6:.0f} MB"
        tell_progress(f"{bar}{size}", done=done == total)


def _doing(what: str) -> None:
    """What is done now, on a terminal; nothing elsewhere."""
    if sys.stderr.isatty():
        tell(f"{what} …")


def _hint(options: argparse.Namespace) -> int:
    from workbench.project.better_drafts import hush

    hush(options.wanted == "off")
    say("that better drafts are a command away is told " + ("once more" if options.wanted == "on" else "no more"))
    return 0


def _use(options: argparse.Namespace) -> int:
    from workbench.project import Project
    from workbench.project.packages import find

    package = find(options.name)
    with Project.open(Path()) as project:
        project.use_package(package)
        say(f"{project.layout.root}: drafts are made with {package.id} now")
    return 0
