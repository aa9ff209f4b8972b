"""Renamed articles: their records are told, fit by content, and give their work to the article's new name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.problem import WorkbenchError
from workbench.project import Project, offered
from workbench.translation import Draft, State, TranslationRecord

ALT = """\
Die Grenze bleibt zu

Minsk hat am Montag angekündigt, die Grenze vorerst nicht zu öffnen.

In Warschau wartet man ab.

Foto: Agentur
"""
OTHER = "Der Gipfel in Eriwan\n\nDie Präsidenten reisten am Donnerstag ab, ohne etwas zu sagen.\n\nFoto: Agentur\n"
ENGLISH = ("The border stays closed", "Minsk said on Monday that it would not open the border yet.", "Warsaw waits.")


def project_with(root: Path, articles: dict[str, str]) -> Path:
    for name, text in articles.items():
        (root / "sources" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "sources" / name).write_text(text, encoding="utf-8")
    return root


def review(root: Path, name: str, *english: str) -> None:
    with Project.open(root) as project:
        translation = project.open_document(name)
        for index, text in enumerate(english):
            translation.edit(index, text)
            translation.accept(index)
        translation.save()


def record_of(root: Path, name: str) -> TranslationRecord:
    with Project.open(root, read_only=True) as project:
        return project.open_document(name).record


@pytest.fixture
def renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three reviewed paragraphs of alt.txt, which is called neu.txt now; other.txt is another article."""
    root = project_with(tmp_path / "p", {"alt.txt": ALT, "other.txt": OTHER})
    review(root, "alt.txt", *ENGLISH)
    (root / "sources" / "alt.txt").rename(root / "sources" / "neu.txt")
    monkeypatch.chdir(root)
    monkeypatch.setenv("PWD", str(root))  # where the shell stands
    return root


def english(record: TranslationRecord) -> tuple[str, ...]:
    return tuple(paragraph.english for paragraph in record.paragraphs if paragraph.state is State.REVIEWED)


# Told


def test_check_doctor_and_translate_tell_it(renamed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "it fits sources/neu.txt – workbench adopt sources/neu.txt"
    assert main(["check"]) == 0
    assert (
        f"translations/alt.yaml: warning: is the record of alt.txt, which is gone; 3 paragraphs with work in it; {told}"
        in (capsys.readouterr().out)
    )
    assert main(["doctor"]) == 1
    out = capsys.readouterr().out
    assert told in out
    assert "BAD  records" in out
    assert main(["check", "sources/neu.txt"]) == 0
    assert told in capsys.readouterr().err
    assert main(["translate", "--print", "sources/neu.txt"]) == 0
    assert told in capsys.readouterr().err
    assert main(["adopt"]) == 1
    assert told in capsys.readouterr().out


def test_check_tells_it_in_json_and_sarif_and_when_a_hook_names_the_record(
    renamed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--format", "json", "translations/alt.yaml"])
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["check"], row["severity"], row["file"]) == ("no-article", "warning", "translations/alt.yaml")
    main(["check", "--format", "sarif"])
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["ruleId"] == "no-article"
    assert main(["check", "--fail-on", "warning"]) == 1


def test_without_orphans_nothing_is_told(renamed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (renamed / "sources" / "neu.txt").rename(renamed / "sources" / "alt.txt")
    assert main(["doctor"]) == 0
    assert main(["adopt"]) == 0
    assert "Every record has its article." in capsys.readouterr().out


# Fit by content


@pytest.mark.parametrize(
    "now",
    [
        ALT,
        ALT.replace("vorerst", "bis auf Weiteres").replace("Montag", "Dienstag"),
        "Neu: ein Absatz davor.\n\n" + ALT,
        "\n\n".join(reversed(ALT.strip().split("\n\n"))) + "\n",
        ALT.replace("In Warschau wartet man ab.\n\n", ""),
    ],
)
def test_a_changed_article_still_fits(renamed: Path, now: str) -> None:
    project_with(renamed, {"neu.txt": now})
    with Project.open(renamed) as project:
        (orphan,) = project.orphans()
        assert [fit.name for fit in orphan.fits] == ["neu.txt"]
        assert offered([orphan], "neu.txt") == orphan
        assert offered([orphan], "other.txt") is None


def test_an_article_that_shares_only_furniture_does_not_fit(renamed: Path) -> None:
    (renamed / "sources" / "neu.txt").unlink()
    with Project.open(renamed) as project:
        (orphan,) = project.orphans()
        assert (orphan.worked, orphan.fits) == (3, ())


def test_drafts_made_under_the_new_name_are_no_reason_to_keep_the_work_back(renamed: Path) -> None:
    with Project.open(renamed) as project:
        translation = project.open_document("neu.txt")
        translation.set_draft(0, Draft("A draft", "package"))
        translation.save()
        (orphan,) = project.orphans()
        assert offered([orphan], "neu.txt") == orphan
        project.adopt("neu.txt", orphan.record)
        assert english(project.open_document("neu.txt").record) == ENGLISH


def test_a_moved_article_fits_and_a_broken_record_is_told(renamed: Path) -> None:
    (renamed / "sources" / "2025").mkdir()
    (renamed / "sources" / "neu.txt").rename(renamed / "sources" / "2025" / "alt.txt")
    (renamed / "translations" / "broken.yaml").write_text("source: gone.txt\nparagraphs: [{de: }\n", encoding="utf-8")
    (renamed / "translations" / "notes.yaml").write_text("- mine\n", encoding="utf-8")
    with Project.open(renamed) as project:
        alt, broken = project.orphans()
    assert [fit.name for fit in alt.fits] == ["2025/alt.txt"]
    assert broken.problem is not None


def test_work_from_before_subfolders_belonged_is_found(tmp_path: Path) -> None:
    """An earlier workbench made a project of its own of `sources/2025/`."""
    root = project_with(tmp_path / "p", {"2025/b.txt": ALT, "a.txt": OTHER})
    review(root, "2025/b.txt", *ENGLISH)
    stray = root / "sources" / "2025" / "translations"
    stray.mkdir()
    for name in ("b.yaml", "b.en.txt"):
        (root / "translations" / "2025" / name).rename(stray / name)
    record = (stray / "b.yaml").read_text(encoding="utf-8")
    (stray / "b.yaml").write_text(record.replace('"2025/b.txt"', "b.txt"), encoding="utf-8")
    with Project.open(root) as project:
        (orphan,) = project.orphans()
        assert (orphan.record, orphan.fits[0].name) == (stray / "b.yaml", "2025/b.txt")
        project.adopt("2025/b.txt", orphan.record)
    assert english(record_of(root, "2025/b.txt")) == ENGLISH
    assert not stray.exists()


# Adopted


def test_adopt_moves_record_and_english_and_keeps_the_old_ones(
    renamed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = (renamed / "translations" / "alt.yaml").read_bytes()
    assert main(["adopt", "sources/neu.txt"]) == 0
    assert "neu.yaml: 3 of 4 paragraphs are reviewed; it was alt.yaml" in capsys.readouterr().out
    assert sorted(path.name for path in (renamed / "translations").iterdir()) == ["neu.en.txt", "neu.yaml"]
    assert english(record_of(renamed, "neu.txt")) == ENGLISH
    assert (renamed / "translations" / "neu.en.txt").read_text(encoding="utf-8").startswith(ENGLISH[0])
    kept = list((renamed / ".workbench" / "generations" / "neu.txt").iterdir())
    assert old in [path.read_bytes() for path in kept]
    assert main(["doctor"]) == 0


def test_work_of_both_is_joined_and_nothing_is_dropped(renamed: Path) -> None:
    review(renamed, "neu.txt", "A second headline")
    assert main(["adopt", "neu.txt", "--from", "translations/alt.yaml"]) == 0
    record = record_of(renamed, "neu.txt")
    assert english(record) == ("A second headline", *ENGLISH[1:])
    assert [paragraph.english for paragraph in record.removed] == [ENGLISH[0]]


def test_an_english_edited_by_hand_is_put_aside(renamed: Path) -> None:
    (renamed / "translations" / "alt.en.txt").write_text("By hand.\n", encoding="utf-8")
    assert main(["adopt", "neu.txt"]) == 0
    assert (renamed / "translations" / "neu.en.txt.aside-1").read_text(encoding="utf-8") == "By hand.\n"


def test_a_record_that_was_renamed_by_hand_but_for_its_source_line(renamed: Path) -> None:
    (renamed / "translations" / "alt.yaml").rename(renamed / "translations" / "neu.yaml")
    assert main(["adopt", "neu.txt"]) == 0
    assert english(record_of(renamed, "neu.txt")) == ENGLISH
    assert main(["adopt"]) == 0


def test_what_cannot_be_adopted_is_refused_in_one_line(renamed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(renamed, "other.txt", "The Yerevan summit")
    outside = renamed.parent / "outside.yaml"
    outside.write_bytes((renamed / "translations" / "alt.yaml").read_bytes())
    for arguments in (
        ["neu.txt", "--from", "translations/other.yaml"],
        ["neu.txt", "--from", str(outside)],
        ["other.txt"],
    ):
        assert main(["adopt", *arguments]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert outside.exists()
    with Project.open(renamed):
        done = subprocess.run(
            [sys.executable, "-m", "workbench", "adopt", "neu.txt"], capture_output=True, text=True, check=False
        )
    assert done.returncode == 2
    assert f"process {os.getpid()}" in done.stderr


def test_a_copy_that_names_a_living_article_takes_nothing_from_it(renamed: Path) -> None:
    """A record that says `source: other.txt` but is not its record: other.txt's English stays where it is."""
    review(renamed, "other.txt", "The Yerevan summit")
    there = (renamed / "translations" / "other.en.txt").read_bytes()
    copy = renamed / "translations" / "copy.yaml"
    copy.write_bytes((renamed / "translations" / "alt.yaml").read_bytes().replace(b"alt.txt", b"other.txt"))
    with Project.open(renamed) as project:
        project.adopt("neu.txt", copy)
    assert (renamed / "translations" / "other.en.txt").read_bytes() == there
    assert english(record_of(renamed, "other.txt")) == ("The Yerevan summit",)


KILLED = """\
import os, sys
from pathlib import Path
steps = int(sys.argv[2])
def count(event, arguments):
    global steps
    changes = event in ("os.rename", "os.link", "os.remove", "os.rmdir", "os.mkdir")
    opens = event == "open" and ".tmp" in str(arguments[0]) and arguments[2] & os.O_CREAT
    if changes or opens:
        if steps == 0:
            os._exit(9)
        steps -= 1
from workbench.project import Project
with Project.open(Path(sys.argv[1])) as project:
    work = {work}
    sys.addaudithook(count)
    work()
    steps = -1
"""
ADOPT = "lambda: project.adopt('neu.txt', project.layout.translations / 'alt.yaml')"


def killed_at(root: Path, work: str, step: int) -> bool:
    """Whether the work was cut off before its `step`th change of the disk (from 0); else it was done."""
    code = KILLED.replace("{work}", work)
    done = subprocess.run(
        [sys.executable, "-c", code, str(root), str(step)], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 9), done.stderr
    return done.returncode == 9


def test_killed_between_any_two_steps_adopting_again_brings_everything(tmp_path: Path) -> None:
    for step in range(60):
        root = project_with(tmp_path / str(step), {"alt.txt": ALT, "other.txt": OTHER})
        review(root, "alt.txt", *ENGLISH)
        (root / "sources" / "alt.txt").rename(root / "sources" / "neu.txt")
        cut_off = killed_at(root, ADOPT, step)
        with Project.open(root) as project:
            for orphan in project.orphans():
                assert orphan.problem is None
                assert orphan.fits[0].name == "neu.txt"
                project.adopt("neu.txt", orphan.record)
            translation = project.open_document("neu.txt")
            translation.save()
            assert english(translation.record) == ENGLISH
            assert translation.english_path.read_text(encoding="utf-8").startswith(ENGLISH[0])
            assert not translation.record.removed
        assert not [path for path in (root / "translations").iterdir() if path.name.startswith("alt")]
        if not cut_off:
            break
    assert step > 5
    assert not cut_off


def test_a_taken_name_is_refused(renamed: Path) -> None:
    with Project.open(renamed) as project, pytest.raises(WorkbenchError, match="no such article"):
        project.adopt("../neu.txt", renamed / "translations" / "alt.yaml")


def test_read_only_nothing_is_adopted(renamed: Path) -> None:
    with Project.open(renamed, read_only=True) as project, pytest.raises(WorkbenchError, match="read only"):
        project.adopt("neu.txt", renamed / "translations" / "alt.yaml")
