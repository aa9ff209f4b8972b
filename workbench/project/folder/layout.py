"""Where a project's files lie, found from whatever path the user gives."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workbench.files import write_inside
from workbench.formats import SOURCE_SUFFIXES, SUFFIXES_TOLD, TABLE_SUFFIXES
from workbench.glossary.file.yaml_write import HEADER
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

MARKS = ("glossary.yaml", "translations", ".workbench")
"""What tells that a folder is a project, beside its `sources/`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A project's folders and files. `private` holds what is this machine's own: lock, cache, settings."""

    root: Path
    sources: Path
    translations: Path
    exports: Path
    glossary: Path
    private: Path

    @property
    def drafts(self) -> Path:
        """The file of drafts that were made before."""
        return self.private / "drafts.sqlite"

    @property
    def memories(self) -> Path:
        """The folder whose files are memories as long as they lie there; there need be none."""
        return self.root / "memories"


def _layout(root: Path, sources: Path) -> Layout:
    return Layout(
        root=root,
        sources=sources,
        translations=root / "translations",
        exports=root / "exports",
        glossary=root / "glossary.yaml",
        private=root / ".workbench",
    )


def layout_of(root: Path) -> Layout:
    """The layout of a project folder, whether or not it has articles yet; or of the folder of a glossary."""
    return _layout(root, root / "sources")


def source_files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that the workbench can read as sources, sorted by name; tables are none by themselves."""
    suffixes = set(SOURCE_SUFFIXES) - set(TABLE_SUFFIXES)
    files = (p for p in folder.iterdir() if p.suffix.lower() in suffixes and not p.name.startswith("."))
    return tuple(sorted((p for p in files if p.is_file()), key=lambda p: p.name.lower()))


def located(path: Path) -> Path:
    """The path in full. Links on the way are followed, but none that a project has for its `sources` or an article.

    So the project is the one that the path names, wherever its articles lie.
    """
    whole = path if path.is_absolute() else Path.cwd() / path
    at = next((n for n, name in reversed(list(enumerate(whole.parts))) if name == "sources"), None)
    rest = whole.parts[at:] if at is not None else (whole.name,)
    if ".." in rest or not whole.name or (at is None and whole.is_dir()):
        return whole.resolve()
    return Path(*whole.parts[: len(whole.parts) - len(rest)]).resolve().joinpath(*rest)


def find_layout(path: Path) -> tuple[Layout, str | None]:
    """The project that `path` belongs to, and the name of the source file if `path` is one (`ausland/gipfel.txt`).

    `path` may be a project folder (it has `sources/`), anything in its `sources/`, a plain folder of articles, or one
    source file. A link among the sources belongs to the project it lies in, not to the place it leads to.
    Raises WorkbenchError when there is nothing to translate there.
    """
    try:
        path = located(path.expanduser())
        is_folder = path.is_dir()
        if not is_folder and not path.exists():
            mend = f"check the path, or make a project: {run_again('init DIR')}"
            raise WorkbenchError(Problem(path, "there is no such file or folder", mend))
        return _find(path, is_folder)
    except PermissionError as error:
        raise WorkbenchError(Problem(path, "you may not read this", "ask for read permission")) from error


def _find(path: Path, is_folder: bool) -> tuple[Layout, str | None]:
    if is_folder and (path / "sources").is_dir():
        root = path.resolve()
        return _layout(root, root / "sources"), None
    for form in (path, path.resolve()):  # as it was named, then where links lead
        sources = _sources_around(form)
        if sources is not None:
            root = sources.parent.resolve()
            return _layout(root, root / "sources"), None if is_folder else form.relative_to(sources).as_posix()
    if not is_folder:
        folder = path.parent.resolve()
        return _layout(folder, folder), path.name
    folder = path.resolve()
    if source_files(folder):
        return _layout(folder, folder), None
    what = f"no sources/ folder and no German article ({SUFFIXES_TOLD}) here"
    raise WorkbenchError(Problem(folder, what, f"make a project: {run_again('init DIR')}"))


def _sources_around(path: Path) -> Path | None:
    """The `sources` folder that a path is or lies in, of a project; the nearest, but one with a glossary, translations
    or a `.workbench` beside it goes first. None where there is none, or only one that is none of ours: in the home
    folder, around a repository, or where the articles themselves were worked on as a plain folder.
    """
    around = [folder for folder in (path, *path.parents) if folder.name == "sources" and folder.is_dir()]
    for sources in around:
        if _is_marked(sources.parent):
            return sources
    own = path if path.is_dir() else path.parent
    return None if not around or _is_marked(own) or _is_somebody_elses(around[0], own) else around[0]


def _is_somebody_elses(sources: Path, own: Path) -> bool:
    """Whether a `sources` folder lies in the home folder or at the top of the disk, or has a repository in it."""
    between = (folder for folder in (own, *own.parents) if folder.is_relative_to(sources))
    return sources.parent in (Path.home(), Path(sources.anchor)) or any(
        (folder / ".git").exists() for folder in between
    )


def is_project(folder: Path) -> bool:
    """Whether a folder is a project: it has `sources/`, and something of ours beside it."""
    try:
        return (folder / "sources").is_dir() and _is_marked(folder)
    except OSError:
        return False


def _is_marked(folder: Path) -> bool:
    return any((folder / mark).exists() for mark in MARKS)


def make_project(root: Path, glossary: bytes | None = None) -> Layout:
    """Make an empty project in `root`: sources/, translations/ and a glossary.yaml that explains itself, or this one.

    What is there already stays as it is. Raises WorkbenchError when a folder cannot be made, or a glossary is given and
    there is one; then nothing is made.
    """
    layout = _layout(root.expanduser().resolve(), root.expanduser().resolve() / "sources")
    there = layout.glossary.exists() or layout.glossary.is_symlink()
    if glossary is not None and there:
        mend = f"take the other one over with {run_again('glossary import FILE --glossary DIR')}"
        raise WorkbenchError(Problem(layout.glossary, "there is a glossary already", mend))
    made: list[Path] = []
    try:
        for folder in (layout.sources, layout.translations):
            _make(folder, made)
        if not there:
            write_inside(layout.root, layout.glossary, HEADER.encode() if glossary is None else glossary)
    except OSError as error:
        _unmake(made)
        what = f"the folder cannot be made ({error.strerror or error})"
        raise WorkbenchError(Problem(root, what, "choose another folder, or mend its permissions")) from error
    except WorkbenchError:
        _unmake(made)
        raise
    return layout


def _make(folder: Path, made: list[Path]) -> None:
    """Make a folder, and those it lies in; what was made joins `made`."""
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        missing.mkdir()
        made.append(missing)
    folder.mkdir(exist_ok=True)


def _unmake(made: list[Path]) -> None:
    """Take away the folders that were made, if nobody has put something there meanwhile."""
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()
