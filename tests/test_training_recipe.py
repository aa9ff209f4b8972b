"""The recipe for the program's own package (training/): a package made from nothing on the spot."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training_material import SMALL, needs_torch, package_made, step
from training.text import CLOSE, OPEN
from workbench.engine import Drafter, install_file, try_package

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package_made(tmp_path_factory)


@needs_torch
def test_a_run_goes_on_where_it_stopped_and_writes_its_learning_curve(made: Path) -> None:
    lines = [json.loads(line) for line in (made / "run" / "curve.jsonl").read_text(encoding="utf-8").splitlines()]
    losses = [line["held_out"] for line in lines if "held_out" in line]
    pairs = [line["pairs"] for line in lines if "loss" in line]
    assert len(losses) == 2 and losses[1] < losses[0]
    assert pairs == sorted(pairs) and pairs[0] >= 400 and pairs[-1] >= 800


# What is None in sys.modules cannot be imported.
TORCH_ALONE = """
import sys
sys.modules.update(dict.fromkeys(["workbench", "sentencepiece", "ctranslate2", "eflomal", "sacrebleu"]))
from training.train import main
main()
"""


@needs_torch
def test_a_run_with_torch_and_numpy_alone_ends_well_when_told_to_stop(made: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        TORCH_ALONE,
        made / "arrays",
        tmp_path,
        *SMALL,
        "--vocabulary",
        400,
        "--minutes",
        60,
    ]
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = ""
        while " pairs, cpu, " not in told:
            told = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        rest = process.stdout.read()
    assert process.returncode == 0 and "stopped at pair" in rest
    assert (tmp_path / "state.pt").exists() and list(tmp_path.glob("weights-*.pt"))


@needs_torch
def test_the_package_is_installed_and_drafts(made: Path) -> None:
    package = install_file(made / "translate-de_en-0_9.argosmodel")
    assert (package.version, package.markers) == ("0.9", (OPEN, CLOSE))
    assert "Nothing was measured." in package.card and "2 encoder and 1 decoder layers" in package.card
    try_package(package)
    drafter = Drafter(package)
    (draft,) = drafter.draft([("Am 7. Tag reist der Minister nach Wien.", ())])
    assert draft.english.strip()


@needs_torch
def test_training_can_go_on_from_a_package(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    from training.network import load_weights

    step(monkeypatch, "restore", install_file(made / "translate-de_en-0_9.argosmodel").path, tmp_path / "again.pt")
    (shape, weights), (same, again) = load_weights(made / "mean.pt"), load_weights(tmp_path / "again.pt")
    assert shape == same and weights.keys() == again.keys()
    for name, value in weights.items():
        assert torch.allclose(value, again[name], atol=float(value.abs().max()) / 100), name
    step(monkeypatch, "train", made / "arrays", tmp_path, *SMALL, "--start", tmp_path / "again.pt", "--pairs", 50)
    assert list(tmp_path.glob("weights-*.pt"))


@needs_torch
def test_a_network_grows_deeper_and_wider_and_says_the_same(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from training.network import Network, load_weights

    grown = {
        "same": (),
        "wider": ("--inner", "400"),
        "deeper": ("--encoder-layers", "5", "--decoder-layers", "3"),
        "both": ("--encoder-layers", "5", "--inner", "300"),
    }
    for name, arguments in grown.items():
        step(monkeypatch, "grow", made / "mean.pt", tmp_path / f"{name}.pt", *arguments)
    said = []
    for path in (made / "mean.pt", *(tmp_path / f"{name}.pt" for name in grown)):
        shape, weights = load_weights(path)
        network = Network(shape).eval()
        network.load_state_dict(weights)
        with torch.no_grad():
            said.append(network(torch.tensor([[5, 9, 12, 2]]), torch.tensor([[1, 7, 8]]))[0])
    assert (shape.encoder_layers, shape.decoder_layers, shape.inner) == (5, 1, 300)
    for one in said[1:]:
        assert torch.allclose(said[0], one, atol=1e-4)
    with pytest.raises(SystemExit, match="only grow from 2 layers, feed-forward maps only from 256 units"):
        step(monkeypatch, "grow", made / "mean.pt", tmp_path / "no.pt", "--encoder-layers", "1")
    (tmp_path / "letter.pt").write_text("Dear all,", encoding="utf-8")
    for path in (tmp_path / "letter.pt", made / "run" / "state.pt"):
        with pytest.raises(SystemExit, match=rf"{path.name}: not weights of training.train"):
            step(monkeypatch, "grow", path, tmp_path / "no.pt")
    step(monkeypatch, "train", made / "arrays", tmp_path, *SMALL, "--start", tmp_path / "both.pt", "--pairs", 50)
    assert list(tmp_path.glob("weights-*.pt"))


@needs_torch
def test_one_command_goes_from_arrays_to_a_package_file(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    little = ("--cpu", "--batch", 400, "--optimiser", "adamw", "--warmup", 5, "--inner", 300, "--save", 0.02)
    pieces = ("--pieces", made / "work" / "pieces.model", "--version", "0.8")
    whole = (made / "arrays", tmp_path, "--start", made / "mean.pt", "--minutes", 0.05, *little)
    step(monkeypatch, "gpu", *whole, *pieces)
    told = re.findall(r"held out ([\d.]+) +look [\d.]+ +(\S+)", capsys.readouterr().out)
    assert [Path(path).name for _, path in told][::2] == ["grown.pt", "mean.pt"]
    package = install_file(tmp_path / "translate-de_en-0_8.argosmodel")
    try_package(package)
    (tmp_path / "translate-de_en-0_8.argosmodel").unlink()
    step(monkeypatch, "gpu", made / "arrays", tmp_path, "--only-package", *pieces)
    assert (tmp_path / "translate-de_en-0_8.argosmodel").exists()


@needs_torch
def test_a_run_waits_while_a_file_is_there(made: Path, tmp_path: Path) -> None:
    pause = tmp_path / "PAUSE"
    pause.touch()
    module = ("-m", "training.train", made / "arrays", tmp_path / "run", *SMALL, "--vocabulary", 400)
    command = [sys.executable, *module, "--pairs", 300, "--pause", pause]
    with subprocess.Popen([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = ""
        while "paused at pair" not in told:
            told = process.stdout.readline()
        before = int(told.split("pair ")[1].split(":")[0])
        assert (tmp_path / "run" / "state.pt").exists() and process.poll() is None
        pause.unlink()
        rest = process.stdout.read()
    assert process.returncode == 0 and f"going on at pair {before}" in rest and "stopped at pair 3" in rest


@needs_torch
def test_a_package_that_is_too_large_is_refused(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.package.LIMIT_MB", 0.01)
    with pytest.raises(SystemExit, match="more than 0"):
        step(monkeypatch, "package", made / "ct2", made / "work" / "pieces.model", tmp_path, "--version", "1.0")
    assert not list(tmp_path.iterdir())
