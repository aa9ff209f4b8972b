"""The recipe for the program's own package (training/): a package made from nothing on the spot."""

from __future__ import annotations

import importlib
import json
import random
import re
import signal
import subprocess
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from training.text import CLOSE, OPEN
from workbench.engine import Drafter, embedded_package, install_file, try_package

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("torch", "eflomal", "google.protobuf", "sacrebleu")


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


MISSING = [module for module in NEEDED if not _is_there(module)]
needs_torch = pytest.mark.skipif(
    bool(MISSING), reason=f"{', '.join(MISSING)} not installed: training/README.md says how to get what training needs"
)

PLACES = {"Eriwan": "Yerevan", "Kiew": "Kyiv", "Wien": "Vienna", "Warschau": "Warsaw", "Genf": "Geneva"}
PEOPLE = {
    "der Minister": "the minister",
    "die Kanzlerin": "the chancellor",
    "der Sprecher": "the spokesman",
    "Merkel": "Merkel",
}
DEEDS = {("reist", "nach"): "travels to", ("spricht", "in"): "speaks in", ("bleibt", "in"): "stays in"}


def little_corpus(folder: Path) -> Path:
    """200 pairs, and a test set of one sentence that is among them."""
    draw = random.Random(1)
    (folder / "eval").mkdir(parents=True)
    lines = []
    for number in range(200):
        (who, whom), (does, did), (place, there) = (draw.choice(list(some.items())) for some in (PEOPLE, DEEDS, PLACES))
        lines.append(
            f"Am {number}. Tag {does[0]} {who} {does[1]} {place}.\tOn day {number} {whom} {did} {there}.\tnews_x"
        )
    (folder / "news.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    german, english, _ = lines[7].split("\t")
    (folder / "eval" / "wmt16.de").write_text(german + "\n", encoding="utf-8")
    (folder / "eval" / "wmt16.en").write_text(english + "\n", encoding="utf-8")
    return folder


def step(monkeypatch: pytest.MonkeyPatch, name: str, *arguments: object) -> None:
    """One command of training/README.md, in this process."""
    monkeypatch.setattr(sys, "argv", [name, *map(str, arguments)])
    importlib.import_module(f"training.{name}").main()


SMALL = (
    "--cpu",
    "--threads",
    1,
    "--width",
    64,
    "--encoder-layers",
    2,
    "--decoder-layers",
    1,
    "--batch",
    400,
    "--warmup",
    5,
    "--rate",
    3e-3,
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that the steps make, up to the package file."""
    folder = tmp_path_factory.mktemp("training")
    work, run = folder / "work", folder / "run"
    with pytest.MonkeyPatch.context() as patch:
        step(patch, "corpus", little_corpus(folder / "corpus"), work, "--held-out", 10)
        step(patch, "align", work)
        step(patch, "pieces", work, work / "pieces.model", "--size", 400)
        step(patch, "arrays", work, work / "pieces.model", folder / "arrays")
        vocabulary = ("--vocabulary", 400)
        step(patch, "train", folder / "arrays", run, *SMALL, *vocabulary, "--pairs", 400, "--precision", "float32")
        step(patch, "train", folder / "arrays", run, *SMALL, "--pairs", 800, "--cooldown", 0.5)
        step(patch, "average", folder / "mean.pt", *run.glob("weights-*.pt"), "--last", 2)
        step(patch, "export", folder / "mean.pt", work / "pieces.model", folder / "ct2")
        step(patch, "shortlist", folder / "arrays", work / "pieces.model", folder / "ct2", "--always", 20)
        step(patch, "package", folder / "ct2", work / "pieces.model", folder, "--version", "0.9")
    return folder


@needs_torch
def test_a_run_goes_on_where_it_stopped_and_writes_its_learning_curve(made: Path) -> None:
    lines = [json.loads(line) for line in (made / "run" / "curve.jsonl").read_text(encoding="utf-8").splitlines()]
    losses = [line["held_out"] for line in lines if "held_out" in line]
    pairs = [line["pairs"] for line in lines if "loss" in line]
    assert len(losses) == 2 and losses[1] < losses[0]
    assert pairs == sorted(pairs) and pairs[0] >= 400 and pairs[-1] >= 800


@needs_torch
def test_weights_are_compared_by_the_held_out_news(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run = made / "run"
    step(monkeypatch, "held_out", made / "arrays", *sorted(run.glob("weights-*.pt")), "--sources")
    lines_told = capsys.readouterr().out.splitlines()
    told = [float(line.split()[0]) for line in lines_told if line.endswith(".pt")]
    assert [float(line.split()[0]) for line in lines_told if line.endswith(" of news_x")] == told
    lines = [json.loads(line) for line in (run / "curve.jsonl").read_text(encoding="utf-8").splitlines()]
    assert told == pytest.approx([line["held_out"] for line in lines if "held_out" in line], abs=0.05)


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
def test_a_shortlist_names_what_a_german_piece_may_become(made: Path) -> None:
    lines = (made / "ct2" / "vmap.txt").read_text(encoding="utf-8").splitlines()
    may_be = {german: set(english.split(" ")) for german, english in (line.split("\t") for line in lines)}
    always = may_be.pop("")
    assert {"</s>", "e", "<0x41>"} <= always and len(may_be) > 20
    assert not {OPEN, CLOSE} & always.union(*may_be.values())
    assert all(german in english for german, english in may_be.items() if german not in {*always, OPEN, CLOSE})


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
def test_german_is_cut_into_pieces_by_chance_where_no_term_is_marked(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import numpy as np

    work = made / "work"
    read: dict[str, dict[str, list[tuple[int, ...]]]] = {}
    for name, cuts in (("likeliest", ()), ("by chance", ("--cuts", 0.3))):
        step(monkeypatch, "arrays", work, work / "pieces.model", tmp_path / name, "--seed", 3, *cuts)
        with np.load(tmp_path / name / "part-00.npz") as arrays:
            ends = arrays["lengths"].astype(int).cumsum(0)
            read[name] = {
                side: [tuple(row) for row in np.split(arrays[side], ends[:-1, at])]
                for at, side in enumerate(("german", "english"))
            }
    from training.pieces import opened

    pieces = opened(work / "pieces.model")
    marker = pieces.piece_to_id(OPEN)
    plain, cut = read["likeliest"], read["by chance"]
    assert plain["english"] == cut["english"]
    assert [pieces.decode([int(one) for one in row]) for row in plain["german"]] == [
        pieces.decode([int(one) for one in row]) for row in cut["german"]
    ]
    changed = [one != other for one, other in zip(plain["german"], cut["german"], strict=True)]
    with_terms = [marker in row for row in plain["german"]]
    assert any(with_terms) and not any(new for new, terms in zip(changed, with_terms, strict=True) if terms)
    assert sum(changed) > sum(not terms for terms in with_terms) / 2


@needs_torch
def test_pairs_of_a_sampled_corpus_are_drawn_by_what_their_sources_weigh(made: Path) -> None:
    import numpy as np

    from training.batches import Draw, read_pieces
    from training.shares import weight

    pieces = read_pieces([made / "arrays" / "part-00.npz"])
    rows = np.arange(len(pieces))
    pieces.sources[:] = np.where(rows % 5 == 0, 1, 0)
    pieces = replace(pieces, names=("news_x", "gh_mdn"))  # one pair in five of the documentation was kept
    news, manual = (float(np.mean(pieces.sources == at)) for at in (0, 1))

    def share(draw: Draw, *, late: bool = False) -> float:
        return float(np.mean(pieces.sources[draw.rows(20_000, late=late)] == 1))

    for flat in (1.0, 0.5):
        masses = news * weight("news_x") ** flat, manual * weight("gh_mdn") ** flat / min(1, 2 * weight("gh_mdn"))
        assert share(Draw(pieces, sample=2, flat=flat)) == pytest.approx(masses[1] / sum(masses), abs=0.01)
    assert share(Draw(pieces, sample=2), late=True) < share(Draw(pieces, sample=2)) / 2


@needs_torch
def test_attention_that_comes_back_is_the_aligning_head(made: Path) -> None:
    import torch
    from ctranslate2 import Translator
    from sentencepiece import SentencePieceProcessor

    from training.export import export
    from training.network import BEGIN, END, Network, load_weights

    shape, weights = load_weights(made / "mean.pt")
    network = Network(shape).eval()
    network.load_state_dict(weights)
    export(network, made / "work" / "pieces.model", made / "exact", "float32")
    pieces = SentencePieceProcessor(model_file=str(made / "work" / "pieces.model"))
    german, english = "Am 7. Tag reist der Minister nach Wien.", "On day 7 the minister travels to Vienna."
    source, target = (pieces.encode(text, out_type=str) for text in (german, english))
    (result,) = Translator(str(made / "exact"), device="cpu").translate_batch(
        [source], target_prefix=[target], beam_size=1, max_decoding_length=len(target), return_attention=True
    )
    with torch.no_grad():
        ids = [torch.tensor([some]) for some in ([*pieces.encode(german), END], [BEGIN, *pieces.encode(english)[:-1]])]
        _, wanted = network(*ids)
    got = torch.tensor(result.attention[0])[: len(target)]
    without_end = wanted[0, :, :-1]
    assert got.shape == without_end.shape
    assert torch.allclose(got, without_end, atol=1e-3)


@needs_torch
def test_drafts_of_two_packages_are_read_without_knowing_which_is_which(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Die ODKB tagte in Eriwan. Es gab keinen Beschluss.\n", encoding="utf-8")
    (tmp_path / "terms.yaml").write_text("- de: ODKB\n  en: CSTO\n", encoding="utf-8")
    both = ("--glossary", tmp_path / "terms.yaml", "--other", made / "translate-de_en-0_9.argosmodel")
    step(monkeypatch, "beside", tmp_path / "a.txt", *both)
    open_ones = re.findall(r"(?m)^(de|other|new) +(.+)$", capsys.readouterr().out)
    step(monkeypatch, "beside", tmp_path / "a.txt", *both, "--blind", tmp_path / "key.tsv")
    blind_ones = re.findall(r"(?m)^(de|a|b) +(.+)$", capsys.readouterr().out)
    key = [line.split("\t") for line in (tmp_path / "key.tsv").read_text(encoding="utf-8").splitlines()]
    assert [one[:2] for one in key] == [["a.txt", "1"], ["a.txt", "2"]]
    named = [name for _, _, *names in key for name in ("de", *names)]
    assert sorted(zip(named, (text for _, text in blind_ones), strict=True)) == sorted(open_ones)
    assert any(name == "new" and "CSTO" in text for name, text in open_ones)


@needs_torch
def test_the_figures_are_printed_and_stand_in_the_card(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    test_set, figures, terms_file = made / "corpus" / "eval", made / "figures.json", made / "terms.tsv"
    (test_set / "wmt16.other.en").write_text("&quot;On&quot; some day\n", encoding="utf-8")
    terms_file.write_text("".join(f"{de}\t{en}\n" for de, en in PLACES.items()), encoding="utf-8")
    file, work = made / "translate-de_en-0_9.argosmodel", made / "work"
    options = ("--package", file, "--dictionary", terms_file, "--work", work, "--figures", figures)
    step(monkeypatch, "score", test_set, *options)
    told = capsys.readouterr().out
    rows = ("translate-de_en-0.9", embedded_package().id, "other (its output)", "starter 0.1 (its card)", "reference")
    for row in rows:
        assert f"\n{row}" in told
    assert all(int(number) > 2 for number in re.findall(r"stray markers: in \d+ of (\d+) outputs", told))
    assert re.search(r"terms given in held-out news: \d+ of [1-9]", told)
    assert re.search(r"alignment: F1 \d+", told)
    kept = json.loads(figures.read_text(encoding="utf-8"))
    noted = made / "note.md"
    noted.write_text("Trained on nothing to speak of.\n", encoding="utf-8")
    card = ("--version", "0.9.1", "--figures", figures, "--note", noted)
    step(monkeypatch, "package", made / "ct2", work / "pieces.model", made, *card)
    package = install_file(made / "translate-de_en-0_9_1.argosmodel")
    measured = kept["sets"]["wmt16"]
    quality = (f"{measured[f'bleu{of}']:.1f}, {measured[f'chrf{of}']:.1f}" for of in ("", "_drafts"))
    assert f"| wmt16 | {' | '.join(quality)} |" in package.card
    assert "Trained on nothing to speak of." in package.card


@needs_torch
def test_a_package_that_is_too_large_is_refused(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.package.LIMIT_MB", 0.01)
    with pytest.raises(SystemExit, match="more than 0"):
        step(monkeypatch, "package", made / "ct2", made / "work" / "pieces.model", tmp_path, "--version", "1.0")
    assert not list(tmp_path.iterdir())


@needs_torch
def test_typographic_variants_make_the_same_pieces(made: Path) -> None:
    from sentencepiece import SentencePieceProcessor

    pieces = SentencePieceProcessor(model_file=str(made / "work" / "pieces.model"))
    assert pieces.encode("„Kiew“ – so ’s") == pieces.encode("»Kiew« — so 's") == pieces.encode('"Ki\u00adew" – so \'s')
    marked_pieces, plain = pieces.encode("in ⟦Yerevan⟧.", out_type=str), pieces.encode("in Yerevan.", out_type=str)
    assert set(plain[1:-1]) < set(marked_pieces)
