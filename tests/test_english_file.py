"""`NAME.en.txt` between the program and people: told apart by what it says, whatever the clock says."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from workbench.formats import Document, Paragraph
from workbench.problem import WorkbenchError
from workbench.translation import Translation, english_text

SOURCE = Document("grenze.txt", tuple(Paragraph(f"Absatz {n}.", "\n\n" if n else "") for n in range(3)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A translations folder in which paragraph 1 is reviewed."""
    folder = tmp_path / "project" / "translations"
    (tmp_path / "project").mkdir()
    translation = Translation.open(SOURCE, folder)
    translation.edit(0, "Paragraph 0.")
    translation.accept(0)
    translation.save()
    return folder


def aside(folder: Path) -> list[str]:
    return [path.read_text() for path in sorted(folder.glob("*.aside-*"))]


@pytest.mark.parametrize("age", [-1_000_000_000, -10, 0, 1_000_000_000])
def test_what_somebody_wrote_is_put_aside_however_old_it_looks(folder: Path, age: int) -> None:
    english = folder / "grenze.en.txt"
    english.write_text("Polished by hand.\n")
    when = (folder / "grenze.yaml").stat().st_mtime + age
    os.utime(english, (when, when))
    translation = Translation.open(SOURCE, folder)
    translation.skip(1)
    translation.save()
    assert aside(folder) == ["Polished by hand.\n"]


def test_so_it_is_where_it_is_changed_under_the_open_program_and_keeps_its_time_and_size(folder: Path) -> None:
    translation = Translation.open(SOURCE, folder)
    english = folder / "grenze.en.txt"
    was, text = english.stat(), english.read_text()
    english.write_text(text.replace("Paragraph", "Abschnitt"))
    os.utime(english, ns=(was.st_atime_ns, was.st_mtime_ns))
    translation.skip(1)
    translation.save()
    assert aside(folder) == [text.replace("Paragraph", "Abschnitt")]


def test_what_the_program_wrote_before_it_was_killed_is_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    translation = Translation.open(SOURCE, folder)
    replace = os.replace

    def die(old: str, new: str, **folders: int) -> None:
        if str(new).endswith(".en.txt"):
            raise OSError(errno.EIO, "killed")
        replace(old, new, **folders)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", die)
        translation.skip(1)
        with pytest.raises(WorkbenchError):
            translation.save()
    again = Translation.open(SOURCE, folder)
    assert not again.saved
    again.save()
    assert aside(folder) == []
    assert (folder / "grenze.en.txt").read_text() == english_text(again.record)


def test_what_a_record_says_is_the_programs_own_on_another_machine_too(folder: Path) -> None:
    shutil.rmtree(folder.parent / ".workbench")
    translation = Translation.open(SOURCE, folder)
    assert translation.saved
    translation.skip(1)
    translation.save()
    assert aside(folder) == []


def test_where_it_cannot_be_told_one_copy_too_many_is_kept(folder: Path) -> None:
    """A record that was changed by hand, in a clone: the English there may be somebody's."""
    old = (folder / "grenze.en.txt").read_text()
    record = folder / "grenze.yaml"
    record.write_text(record.read_text().replace("Paragraph 0.", "Section 0."))
    shutil.rmtree(folder.parent / ".workbench")
    Translation.open(SOURCE, folder).save()
    assert aside(folder) == [old]
    assert "Section 0." in (folder / "grenze.en.txt").read_text()


def test_here_the_english_follows_a_record_that_was_changed_by_hand(folder: Path) -> None:
    record = folder / "grenze.yaml"
    record.write_text(record.read_text().replace("Paragraph 0.", "Section 0."))
    Translation.open(SOURCE, folder).save()
    assert aside(folder) == []
    assert "Section 0." in (folder / "grenze.en.txt").read_text()


def test_line_ends_of_another_system_are_nobodys_work(folder: Path) -> None:
    english = folder / "grenze.en.txt"
    english.write_bytes(english.read_bytes().replace(b"\n", b"\r\n"))
    translation = Translation.open(SOURCE, folder)
    assert translation.saved
    translation.skip(1)
    translation.save()
    assert aside(folder) == []
