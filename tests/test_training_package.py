"""What the package of the recipe (training/) is made of, and how it is judged: pieces, batches, figures."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training_material import PLACES, needs_torch, package_made, step
from training.text import CLOSE, OPEN
from workbench.engine import embedded_package, install_file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return package_made(tmp_path_factory)


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


@needs_torch
def test_a_shortlist_names_what_a_german_piece_may_become(made: Path) -> None:
    lines = (made / "ct2" / "vmap.txt").read_text(encoding="utf-8").splitlines()
    may_be = {german: set(english.split(" ")) for german, english in (line.split("\t") for line in lines)}
    always = may_be.pop("")
    assert {"</s>", "e", "<0x41>"} <= always and len(may_be) > 20
    assert not {OPEN, CLOSE} & always.union(*may_be.values())
    assert all(german in english for german, english in may_be.items() if german not in {*always, OPEN, CLOSE})


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
def test_drafts_of_two_packages_stand_side_by_side(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Die ODKB tagte in Eriwan. Es gab keinen Beschluss.\n", encoding="utf-8")
    (tmp_path / "terms.yaml").write_text("- de: ODKB\n  en: CSTO\n", encoding="utf-8")
    both = ("--glossary", tmp_path / "terms.yaml", "--other", made / "translate-de_en-0_9.argosmodel")
    step(monkeypatch, "beside", tmp_path / "a.txt", *both)
    rows = re.findall(r"(?m)^(de|other|new) +(.+)$", capsys.readouterr().out)
    assert [name for name, _ in rows] == ["de", "other", "new"] * 2
    assert any(name == "new" and "CSTO" in text for name, text in rows)


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
def test_typographic_variants_make_the_same_pieces(made: Path) -> None:
    from sentencepiece import SentencePieceProcessor

    pieces = SentencePieceProcessor(model_file=str(made / "work" / "pieces.model"))
    assert pieces.encode("„Kiew“ – so ’s") == pieces.encode("»Kiew« — so 's") == pieces.encode('"Ki\u00adew" – so \'s')
    marked_pieces, plain = pieces.encode("in ⟦Yerevan⟧.", out_type=str), pieces.encode("in Yerevan.", out_type=str)
    assert set(plain[1:-1]) < set(marked_pieces)
