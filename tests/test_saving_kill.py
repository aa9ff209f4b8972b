"""kill -9 at any moment: nothing that was said to be saved is lost, and no file is broken."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workbench.formats import Document, Paragraph
from workbench.translation import Draft, ProjectLock, Translation, english_text

KILLS = 30
SIZE = 12
SOURCE = Document("grenze.txt", tuple(Paragraph(f"Absatz Nummer {n}.", "\n\n" if n else "") for n in range(SIZE)))


def work(root: Path, seed: int) -> None:
    """The child: works on the document without end, saying what it begins and what is saved."""
    chance = random.Random(seed)
    lock = ProjectLock.take(root / ".workbench")
    translation = Translation.open(SOURCE, root / "translations", read_only_reason=lock.reason)
    translation.save()
    index = 0
    said(translation)
    for number in range(100_000):
        index = (index + chance.randrange(1, SIZE)) % SIZE  # never the same one twice in a row
        print(json.dumps({"begins": index}), flush=True)
        before = translation.paragraphs[index]
        step(translation, index, f"run {seed} step {number} " * chance.randrange(1, 30), chance)
        translation.save()
        said(translation)
        if number % 7 == 6:
            translation.restore({index: before})
            translation.save()
            said(translation)


def step(translation: Translation, index: int, text: str, chance: random.Random) -> None:
    """One change that is on the disk when this returns."""
    kind = chance.choice(["accept", "accept", "edit", "skip", "note", "draft", "back"])
    if kind == "accept":
        translation.edit(index, text.strip())
        translation.accept(index)
    elif kind == "edit":
        translation.edit(index, text.strip())
        translation.save()
    elif kind == "skip":
        translation.skip(index)
    elif kind == "note":
        translation.set_note(index, text)
    elif kind == "draft":
        translation.set_draft(index, Draft(text, "p"))
        translation.save()
    else:
        translation.back_to_draft(index)


def said(translation: Translation) -> None:
    assert translation.saved
    english = english_text(translation.record)
    print(json.dumps({"saved": shown(translation), "english": english}), flush=True)


def shown(translation: Translation) -> list[list[str]]:
    return [[p.state.value, p.english, p.note] for p in translation.paragraphs]


def killed(root: Path, seed: int, after: float) -> list[dict[str, object]]:
    """What the child said, line by line, until it was killed `after` seconds from its first word."""
    command = [sys.executable, __file__, str(root), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        timer = threading.Timer(after, child.send_signal, [signal.SIGKILL])
        timer.start()
        rest = child.stdout.read()
        timer.join()
        assert child.wait() == -signal.SIGKILL
    lines = (first + rest).split(b"\n")[:-1]  # a last line without an end was not said
    return [json.loads(line) for line in lines]


def test_kill_at_any_moment_loses_nothing_that_was_said_to_be_saved(tmp_path: Path) -> None:
    chance = random.Random(20)
    saves = 0
    for seed in range(KILLS):
        told = killed(tmp_path, seed, chance.uniform(0.0, 0.25))
        last = max(n for n, line in enumerate(told) if "saved" in line)
        saves += sum("saved" in line for line in told)
        check(tmp_path, told[last], [line["begins"] for line in told[last:] if "begins" in line])
    assert saves > KILLS * 2


def check(root: Path, last: dict[str, object], begun: list[object]) -> None:
    """Read back with the real program: all that was said is there, and at most the step begun after it."""
    folder = root / "translations"
    english = (folder / "grenze.en.txt").read_text() if (folder / "grenze.en.txt").exists() else None
    lock = ProjectLock.take(root / ".workbench")
    assert lock.held
    translation = Translation.open(SOURCE, folder)
    saved = last["saved"]
    assert isinstance(saved, list)
    differ = [n for n, (now, then) in enumerate(zip(shown(translation), saved, strict=True)) if now != then]
    undoing = not begun  # an undo begins without a word, and goes back to what was said before
    assert len(differ) <= 1
    assert undoing or differ in ([], begun)
    if english is not None:
        assert english in (last["english"], english_text(translation.record))
    translation.save()
    left = {path.name for path in folder.iterdir()}
    assert left <= {"grenze.yaml", "grenze.en.txt"}  # no temporary file, nothing put aside
    lock.release()


def test_the_check_would_notice_a_save_that_was_lost(tmp_path: Path) -> None:
    translation = Translation.open(SOURCE, tmp_path / "translations")
    kept = []
    for index in range(3):
        translation.edit(index, f"English {index}")
        translation.accept(index)
        translation.save()
        kept.append({path: path.read_bytes() for path in translation.path.parent.iterdir()})
    last: dict[str, object] = {"saved": shown(translation), "english": english_text(translation.record)}
    check(tmp_path, last, [5])
    for path, data in kept[0].items():
        path.write_bytes(data)
    with pytest.raises(AssertionError):
        check(tmp_path, last, [5])


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
