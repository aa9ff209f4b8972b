"""The SentencePiece model: trained on the corpus, and given a normaliser for which typographic variants are alike.

    python -m training.pieces WORK OUT.model [--size 10000] [--lines 600000]
    python -m training.pieces --mend OLD.model OUT.model

The second form keeps the pieces of a model and changes its normaliser only, so that weights trained with it
stay good. What the normaliser does beside NFKC: one kind of double and of single quotation mark and of dash, no
soft hyphens or zero-width signs, and a space after ⟦, so that a term has the same pieces between markers as in
English.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.command import run
from training.pairs import Pair, read_pairs
from training.shares import is_news
from training.text import CLOSE, OPEN

UNKNOWN, BEGIN, END, PAD = 0, 1, 2, 3
"""The ids of the four pieces that are no text."""

_BASE = "nmt_nfkc"
_VARIANTS = {
    **dict.fromkeys("„“”‟«»〝〞", '"'),
    **dict.fromkeys("‚‘’‛‹›´", "'"),
    **dict.fromkeys("—‒―", "–"),
    **dict.fromkeys("\u2010\u2011\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "ẞ": "ß",
    OPEN: f"{OPEN} ",
}


def main() -> None:
    """Train a model, or mend one."""
    options = _options()
    if options.mend:
        raw = options.mend.read_bytes()
    else:
        raw = trained(read_pairs(options.work / "pairs.tsv"), options.size, options.lines)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(mended(raw))
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")


def opened(path: Path) -> Any:
    """The SentencePieceProcessor of a model file. OSError where it cannot be read."""
    from sentencepiece import SentencePieceProcessor

    return SentencePieceProcessor(model_proto=path.read_bytes())


def trained(pairs: Sequence[Pair], size: int, lines: int) -> bytes:
    """A unigram model of `size` pieces for both languages, from `lines` texts, half of them news."""
    from sentencepiece import SentencePieceTrainer

    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts"
        texts.write_text("\n".join(_chosen(pairs, lines)), encoding="utf-8")
        SentencePieceTrainer.train(
            input=str(texts),
            model_prefix=str(Path(folder) / "pieces"),
            vocab_size=size,
            hard_vocab_limit=False,
            model_type="unigram",
            character_coverage=0.9995,
            byte_fallback=True,
            split_digits=True,
            user_defined_symbols=[OPEN, CLOSE],
            normalization_rule_name=_BASE,
            unk_id=UNKNOWN,
            bos_id=BEGIN,
            eos_id=END,
            pad_id=PAD,
            minloglevel=2,
        )
        return (Path(folder) / "pieces.model").read_bytes()


def mended(raw: bytes) -> bytes:
    """The same model with the normaliser described above.

    The markers become common pieces of their own: as “user defined” ones they would pass the normaliser untouched.
    """
    from sentencepiece import SentencePieceNormalizer, set_min_log_level
    from sentencepiece.sentencepiece_model_pb2 import ModelProto

    set_min_log_level(2)
    rules = dict(SentencePieceNormalizer(rule_name=_BASE).Decompile()) | _VARIANTS
    model = ModelProto()
    model.ParseFromString(raw)
    spec = type(model.normalizer_spec)()
    spec.ParseFromString(SentencePieceNormalizer(norm_map=list(rules.items())).serialized_normalizer_spec())
    model.normalizer_spec.name = "workbench"
    model.normalizer_spec.precompiled_charsmap = spec.precompiled_charsmap
    for piece in model.pieces:
        if piece.piece in (OPEN, CLOSE):
            piece.type = ModelProto.SentencePiece.NORMAL
    return bytes(model.SerializeToString())


def _chosen(pairs: Sequence[Pair], lines: int) -> list[str]:
    draw = random.Random(1)
    news = [pair for pair in pairs if is_news(pair.source)]
    others = [pair for pair in pairs if not is_news(pair.source)]
    picked = [pair for side in (news, others) for pair in draw.sample(side, min(len(side), lines // 4))]
    return [text for pair in picked for text in (pair.german, pair.english)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path, nargs="?", default=Path())
    parser.add_argument("out", type=Path)
    parser.add_argument("--mend", type=Path)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--lines", type=int, default=600_000)
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
