"""Where a project's files lie, found from whatever path the user gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.files import write_inside
from workbench.glossary.file.yaml_write import HEADER
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import SOURCE_SUFFIXES


@dataclass(frozen=True, slots=True)
class Layout:
    """A project's folders and files. `private` holds what is this machine's own: lock, cache, settings."""

    root: Path
    sources: Path
    translations: Path
    exports: Path
    glossary: Path
    private: Path


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
    """The files of a folder that the workbench can read as sources, sorted by name."""
    files = (p for p in folder.iterdir() if p.suffix.lower() in SOURCE_SUFFIXES and not p.name.startswith("."))
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
    """The project that `path` belongs to, and the name of the source file if `path` is one.

    `path` may be a project folder (it has `sources/`), a plain folder of articles, or one source file.
    Raises WorkbenchError when there is nothing to translate there.
    """
    try:
        path = located(path.expanduser())
        if path.is_dir():
            return _of_folder(path), None
        if not path.exists():
            raise WorkbenchError(
                Problem(
                    path,
                    "there is no such file or folder",
                    f"check the path, or make a project: {run_again('init DIR')}",
                )
            )
    except PermissionError as error:
        raise WorkbenchError(Problem(path, "you may not read this", "ask for read permission")) from error
    folder = path.parent
    in_sources = folder.name == "sources"
    return _layout(folder.parent if in_sources else folder, folder), path.name


def _of_folder(folder: Path) -> Layout:
    if (folder / "sources").is_dir():
        return _layout(folder, folder / "sources")
    if folder.name == "sources" and (folder.parent / "glossary.yaml").exists():
        return _layout(folder.parent, folder)
    if source_files(folder):
        return _layout(folder, folder)
    kinds = ", ".join(SOURCE_SUFFIXES)
    raise WorkbenchError(
        Problem(
            folder,
            f"no sources/ folder and no German article ({kinds}) here",
            f"make a project: {run_again('init DIR')}",
        )
    )


def make_project(root: Path) -> Layout:
    """Make an empty project in `root`: sources/, translations/ and a glossary.yaml that explains itself.

    What is there already stays as it is. Raises WorkbenchError when the folder cannot be made.
    """
    layout = _layout(root.expanduser().resolve(), root.expanduser().resolve() / "sources")
    try:
        layout.sources.mkdir(parents=True, exist_ok=True)
        layout.translations.mkdir(exist_ok=True)
    except OSError as error:
        what = f"the folder cannot be made ({error.strerror or error})"
        raise WorkbenchError(Problem(root, what, "choose another folder, or mend its permissions")) from error
    if not layout.glossary.exists():
        write_inside(layout.root, layout.glossary, HEADER.encode())
    return layout
