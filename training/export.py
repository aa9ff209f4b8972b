"""Weights to a CTranslate2 model of int8, whose `return_attention` gives the aligning head.

python -m training.export WEIGHTS.pt PIECES.model OUT [--quantization int8]
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from training.command import run
from training.network import ALIGNING_HEAD, Network, load_weights
from training.pieces import opened


def main() -> None:
    """Export one file of weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("pieces", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--quantization", default="int8")
    options = parser.parse_args()
    shape, weights = load_weights(options.weights)
    network = Network(shape)
    network.load_state_dict(weights)
    export(network, options.pieces, options.out, options.quantization)
    print(f"{options.out}: {sum(file.stat().st_size for file in options.out.iterdir()) / 1e6:.1f} MB")


def export(network: Network, pieces: Path, out: Path, quantization: str = "int8") -> None:
    """Write the model's folder. SystemExit where pieces and network do not belong together."""
    from ctranslate2.specs import Activation, TransformerSpec

    processor = opened(pieces)
    shape = network.shape
    if len(processor) > shape.vocabulary:
        raise SystemExit(f"{pieces} has {len(processor)} pieces, the network {shape.vocabulary}")
    spec = TransformerSpec.from_config(
        (shape.encoder_layers, shape.decoder_layers), shape.heads, pre_norm=True, activation=Activation.RELU,
        alignment_layer=-1, alignment_heads=ALIGNING_HEAD + 1,
    )  # fmt: skip
    for side, layers, norm in (
        (spec.encoder, network.encoder, network.encoder_norm),
        (spec.decoder, network.decoder, network.decoder_norm),
    ):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = _array(network.embedding.weight)
        side.scale_embeddings = True
        side.position_encodings.encodings = _array(network.positions)
        _norm(side.layer_norm, norm)
        for into, layer in zip(side.layer, layers, strict=True):
            _layer(into, layer)
    spec.decoder.projection.weight = _array(network.embedding.weight)
    spec.decoder.projection.bias = _array(network.output_bias)
    vocabulary = [processor.id_to_piece(number) for number in range(len(processor))]
    vocabulary += [f"<unused-{number}>" for number in range(len(vocabulary), shape.vocabulary)]
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_bos, spec.config.add_source_eos = False, True
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
    spec.config.decoder_start_token = "<s>"
    spec.validate()
    spec.optimize(quantization=quantization)
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))


def _layer(into: Any, layer: Any) -> None:
    _norm(into.self_attention.layer_norm, layer.norm_itself)
    _linear(into.self_attention.linear[0], layer.itself.query_key_value)
    _linear(into.self_attention.linear[1], layer.itself.output)
    if hasattr(layer, "german"):
        _norm(into.attention.layer_norm, layer.norm_german)
        for to, linear in zip(
            into.attention.linear, (layer.german.query, layer.german.key_value, layer.german.output), strict=True
        ):
            _linear(to, linear)
    _norm(into.ffn.layer_norm, layer.norm_feed)
    _linear(into.ffn.linear_0, layer.feed.first)
    _linear(into.ffn.linear_1, layer.feed.second)


def _linear(into: Any, linear: Any) -> None:
    into.weight, into.bias = _array(linear.weight), _array(linear.bias)


def _norm(into: Any, norm: Any) -> None:
    into.gamma, into.beta = _array(norm.weight), _array(norm.bias)


def _array(weights: Any) -> Any:
    return weights.detach().float().cpu().numpy().copy()


if __name__ == "__main__":
    run(main)
