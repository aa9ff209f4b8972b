"""Installing a package, from a file or from the network: checked before it replaces anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.engine.argos.children import ANOTHER, tried
from workbench.engine.argos.folder import ArgosPlaces, argos_places
from workbench.engine.argos.forms import METADATA, is_marian, not_read
from workbench.engine.argos.metadata import REINSTALL
from workbench.engine.argos.package import Package, open_package
from workbench.engine.argos.staging import staging, swap_in
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:  # what talks to the network is loaded where it is used
    from workbench.engine.argos.download import Report

OPUS_ADDRESS = "https://object.pouta.csc.fi/Tatoeba-MT-models/deu-eng/opus-2021-02-22.zip"
"""OPUS-MT's model `deu-eng/opus-2021-02-22` in the store of the Tatoeba Challenge (CC-BY 4.0): 40.6 BLEU on wmt16."""

Tell = Callable[[str], None]


def install_file(path: Path, tell: Tell = lambda _: None) -> Package:
    """Install an `.argosmodel` file, or a German→English model of OPUS-MT's form (`.zip`, or its folder), into Argos's
    folder, in the place of a package of the same name.

    Before anything is replaced the file is checked (a zip with no path that escapes, within the size limits, one
    German→English package), a model of Marian's is converted, and the model loads and translates a sentence, each in
    a process of its own. `tell` gets a few words before what takes long. Raises WorkbenchError with nothing changed. A
    kill leaves the old package or the new one.
    """
    with _stage(path) as (places, stage):
        return open_package(swap_in(_prepared(path, path, stage, tell), places, stage))


def install_official(report: Report, timeout: float) -> Package:
    """Download the newest German→English package of Argos's index and install it with the same checks.

    `report(done, total)` is called with bytes while it arrives, total None where the server does not
    say. `timeout` is in seconds: for the first answer, and for any 64 KB after it. Raises
    WorkbenchError with nothing changed: no network, not found, broken off, stalled, not a package.
    """
    from workbench.engine.argos.download import fetch_package, official_offer

    index = argos_places().index
    offer = official_offer(index, timeout)
    with _stage(index) as (places, stage):
        archive = stage / "download.argosmodel"
        link = fetch_package(offer, archive, report, timeout)
        return open_package(swap_in(_prepared(archive, link, stage), places, stage))


def install_opus(address: str, report: Report, timeout: float, tell: Tell = lambda _: None) -> Package:
    """Download a model of OPUS-MT's form (see `OPUS_ADDRESS`) and install it with the same checks.

    What came from an address is known again by its size and its checksum: another file from the same address is
    refused, one of another size before it is fetched. `report`, `timeout` and `tell` as above. Raises WorkbenchError
    with nothing changed.
    """
    from workbench.engine.argos.download import fetch
    from workbench.engine.argos.known import check_known, check_size, remembered, seen

    same_size = cache(partial(check_size, address))

    def arriving(done: int, total: int | None) -> None:
        if total is not None:
            same_size(total)
        report(done, total)

    with _stage(address) as (places, stage):
        archive = stage / "download.zip"
        fetch(address, archive, arriving, timeout)
        tell("checking it")
        file = seen(archive)
        check_known(address, file)
        folder = _prepared(archive, address, stage, tell)
        with remembered(address, file):
            return open_package(swap_in(folder, places, stage))


def try_package(package: Package) -> str:
    """Load the package's model in a process of its own and translate one sentence, in about a second; its English.

    For packages that this program did not install, which nobody has checked. Raises WorkbenchError
    where the model does not load, crashes the loader, or translates to nothing.
    """
    return tried(package.path, package.model, package.pieces, package.target_pieces)


def _prepared(path: Path, told: Path | str, stage: Path, tell: Tell = lambda _: None) -> Path:
    """Unpack, check, convert, try; the package's folder. `told` is what the user knows the file or the folder by."""
    from workbench.engine.argos.archive import unpack
    from workbench.engine.argos.marian_package import as_package, check_house

    unpacked, made = stage / "unpacked", stage / "made"
    for folder in (unpacked, made):
        folder.mkdir()
    try:
        folder = _readable(path) if _is_folder(path) else unpack(path, unpacked)
        marian = is_marian(folder)
        if marian:
            tell("converting it to int8 (a minute or two)")
            folder = as_package(folder, Path(str(told)).stem, made)
        elif another := not_read([file.name for file in folder.iterdir()]):
            raise WorkbenchError(Problem(folder, *another))
        package = open_package(folder)
        tell("trying it")
        english = try_package(package)
        if marian:
            check_house(folder, english)
    except WorkbenchError as error:
        problem = error.problem
        where = _as_known(problem.where, path, (unpacked, made), told)
        mend = ANOTHER if problem.mend == REINSTALL else problem.mend
        raise WorkbenchError(Problem(where, problem.what, mend, problem.line)) from error
    return folder


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder. Raises WorkbenchError where that cannot be seen (a folder above is closed)."""
    try:
        return path.is_dir()
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise WorkbenchError(Problem(path, what, "look at the path and its permissions, and try again")) from error


def _readable(folder: Path) -> Path:
    """A folder that can be installed: a model of OPUS-MT's form. Raises WorkbenchError for another, by what it is."""
    try:
        names = [path.name for path in folder.iterdir()]
        if is_marian(folder):
            return folder
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise WorkbenchError(Problem(error.filename or folder, what, "set its permissions and try again")) from error
    if METADATA in names:
        what = "is a package's folder, not a package file"
        raise WorkbenchError(Problem(folder, what, f"zip it, or copy it into {argos_places().packages}"))
    another = not_read(names) or ("is a folder, and no model of OPUS-MT's form", "give the path of a package file")
    raise WorkbenchError(Problem(folder, *another))


def _as_known(where: Path | str, path: Path, inside: tuple[Path, ...], told: Path | str) -> str:
    """The place of a problem as the user knows it: `FILE.argosmodel: NAME/metadata.json`."""
    if where == path:
        return str(told)
    for folder in inside:
        if isinstance(where, Path) and where.is_relative_to(folder):
            return str(told) if where == folder else f"{told}: {where.relative_to(folder).as_posix()}"
    if isinstance(where, Path) and where.is_relative_to(path):
        return f"{told}: {where.relative_to(path).as_posix()}"
    return f"{told}: {where}"


@contextmanager
def _stage(told: Path | str) -> Iterator[tuple[ArgosPlaces, Path]]:
    """Argos's folders and an empty one to work in; a disk that refuses ends in one line."""
    places = argos_places()
    try:
        with staging(places) as stage:
            yield places, stage
    except OSError as error:
        where = error.filename or told
        what = f"cannot be written ({error.strerror or error})"
        mend = "make room or set the permissions; nothing was changed"
        raise WorkbenchError(Problem(where, what, mend)) from error
