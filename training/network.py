"""The network: a deep encoder, a shallow decoder, and one head of the last decoder layer that learns to align.

Pre-norm Transformer (Vaswani et al. 2017; pre-norm: Xiong et al. 2020), one embedding for both languages and
the output, sinusoid positions: what CTranslate2's TransformerSpec holds. Needs torch only.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

BEGIN, END, PAD = 1, 2, 3
"""Ids of pieces, as pieces.py lays them down."""

ALIGNING_HEAD = 0
"""Of the last decoder layer's heads. The first, for CTranslate2 returns the mean over the first so many."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a network is. `longest`: pieces a text may have."""

    vocabulary: int
    width: int = 384
    heads: int = 6
    inner: int = 1536
    encoder_layers: int = 6
    decoder_layers: int = 2
    longest: int = 512


@dataclass(frozen=True, slots=True)
class Batch:
    """German and English ids, padded; for each English id the first German piece it stands for, and how many."""

    german: Tensor
    english: Tensor
    look_first: Tensor
    look_length: Tensor


@dataclass(frozen=True, slots=True)
class Losses:
    """Means over English pieces: what is minimised, the negative log-likelihood (nats), and the aligning head's."""

    total: Tensor
    likelihood: Tensor
    look: Tensor


class Attention(nn.Module):
    """Multi-head attention; `memory` is None where a text attends to itself."""

    def __init__(self, shape: Shape, *, across: bool) -> None:
        super().__init__()
        self.heads, self.across = shape.heads, across
        if across:
            self.query = nn.Linear(shape.width, shape.width)
            self.key_value = nn.Linear(shape.width, 2 * shape.width)
        else:
            self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.output = nn.Linear(shape.width, shape.width)

    def forward(
        self, states: Tensor, memory: Tensor | None = None, mask: Tensor | None = None, *, causal: bool = False
    ) -> Tensor:
        """Attended states. `mask`: true where a key may be seen."""
        query, key, value = self._heads(states, memory)
        if states.is_cuda and not torch.compiler.is_compiling():
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=causal)
        else:  # PyTorch's fused kernel takes three times as long on a processor with rows as short as sentences
            if causal:
                mask = torch.ones(query.shape[-2], key.shape[-2], dtype=torch.bool, device=query.device).tril()
            mixed = _weights(query, key, mask) @ value
        return self.output(mixed.transpose(1, 2).flatten(2))

    def with_weights(self, states: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Attended states, and the weights of the aligning head: batch × English × German."""
        query, key, value = self._heads(states, memory)
        weights = _weights(query, key, mask)
        return self.output((weights @ value).transpose(1, 2).flatten(2)), weights[:, ALIGNING_HEAD].float()

    def _heads(self, states: Tensor, memory: Tensor | None) -> tuple[Tensor, ...]:
        if self.across:
            parts = (self.query(states), *self.key_value(memory).chunk(2, -1))
        else:
            parts = self.query_key_value(states).chunk(3, -1)
        return tuple(part.unflatten(-1, (self.heads, -1)).transpose(1, 2) for part in parts)


class FeedForward(nn.Module):
    """Two linear maps with a ReLU between them."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)

    def forward(self, states: Tensor) -> Tensor:
        """Each state by itself."""
        return self.second(functional.relu(self.first(states)))


class EncoderLayer(nn.Module):
    """Attention to the text itself, then the feed-forward map, each added to what came in."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.itself, self.feed = Attention(shape, across=False), FeedForward(shape)
        self.norm_itself, self.norm_feed = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, seen: Tensor) -> Tensor:
        """`seen`: true where there is a German piece."""
        states = states + self.drop(self.itself(self.norm_itself(states), mask=seen))
        return states + self.drop(self.feed(self.norm_feed(states)))


class DecoderLayer(nn.Module):
    """Attention to the English so far, attention to the German, the feed-forward map."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.itself, self.german = Attention(shape, across=False), Attention(shape, across=True)
        self.feed = FeedForward(shape)
        self.norm_itself, self.norm_german, self.norm_feed = (nn.LayerNorm(shape.width) for _ in range(3))
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, memory: Tensor, seen: Tensor, *, aligning: bool) -> tuple[Tensor, Tensor | None]:
        """New states, and the aligning head's weights where they are asked for."""
        states = states + self.drop(self.itself(self.norm_itself(states), causal=True))
        asked, weights = self.norm_german(states), None
        if aligning:
            mixed, weights = self.german.with_weights(asked, memory, seen)
        else:
            mixed = self.german(asked, memory, seen)
        states = states + self.drop(mixed)
        return states + self.drop(self.feed(self.norm_feed(states))), weights


class Network(nn.Module):
    """German ids and the English so far in, states that predict the next English id out."""

    positions: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width)
        self.output_bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.encoder = nn.ModuleList(EncoderLayer(shape, dropout) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(DecoderLayer(shape, dropout) for _ in range(shape.decoder_layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.drop = nn.Dropout(dropout)
        self.register_buffer("positions", positions(shape.longest, shape.width), persistent=False)
        self._begin()

    def forward(self, german: Tensor, english: Tensor) -> tuple[Tensor, Tensor]:
        """States after each English id (`english` begins with BEGIN), and the aligning head's weights."""
        seen = (german != PAD)[:, None, None, :]
        memory = self._embedded(german)
        for layer in self.encoder:
            memory = layer(memory, seen)
        memory = self.encoder_norm(memory)
        states, weights = self._embedded(english), None
        for number, layer in enumerate(self.decoder, 1):
            states, weights = layer(states, memory, seen, aligning=number == len(self.decoder))
        assert weights is not None
        return self.decoder_norm(states), weights

    def fuse(self) -> None:
        """Have PyTorch make few kernels of each layer and of the loss, for any number and length of texts.

        All layers of a kind share what is compiled; compiling the whole network takes far longer.
        """
        for layer in (*self.encoder, *self.decoder):
            layer.compile(dynamic=True)
        self.cross_entropy = torch.compile(self.cross_entropy, dynamic=True)  # type: ignore[method-assign]  # compiled in its place

    def cross_entropy(self, states: Tensor, wanted: Tensor) -> tuple[Tensor, Tensor]:
        """Of these ids, and of all ids alike: means over the English pieces."""
        logits = functional.linear(states, self.embedding.weight, self.output_bias)
        chances, there = logits.float().log_softmax(-1), wanted != PAD
        chosen = chances.gather(-1, wanted[..., None]).squeeze(-1)
        return -(chosen * there).sum() / there.sum(), -(chances.mean(-1) * there).sum() / there.sum()

    def _embedded(self, ids: Tensor) -> Tensor:
        return self.drop(self.embedding(ids) * math.sqrt(self.shape.width) + self.positions[: ids.shape[1]])

    def _begin(self) -> None:
        for name, weights in self.named_parameters():
            if weights.dim() > 1:
                nn.init.xavier_uniform_(weights)
            elif name.endswith("bias"):
                nn.init.zeros_(weights)
        nn.init.normal_(self.embedding.weight, std=self.shape.width**-0.5)


def losses(network: Network, batch: Batch, smoothing: float, guided: float) -> Losses:
    """Label-smoothed cross-entropy plus `guided` times the aligning head's loss (Garg et al. 2019).

    The head's loss is the negative logarithm of the weight that lies on the German pieces a piece stands for.
    """
    begin = torch.full_like(batch.english[:, :1], BEGIN)
    states, weights = network(batch.german, torch.cat([begin, batch.english[:, :-1]], 1))
    likelihood, evenly = network.cross_entropy(states, batch.english)
    look = _look_loss(weights, batch)
    total = (1 - smoothing) * likelihood + smoothing * evenly + guided * look
    return Losses(total, likelihood.detach(), look.detach())


def positions(longest: int, width: int) -> Tensor:
    """Sine waves, then cosine waves, of lengths from 2π to 20,000π."""
    steps = torch.exp(torch.arange(width // 2) * (-math.log(10_000.0) / (width // 2 - 1)))
    angles = torch.arange(longest)[:, None] * steps[None]
    return torch.cat([angles.sin(), angles.cos()], 1)


def save_weights(network: Network, path: Path) -> None:
    """The network's shape and its weights in bfloat16, which is all that training on or exporting needs."""
    weights = {name: value.detach().to("cpu", torch.bfloat16) for name, value in network.state_dict().items()}
    store({"shape": asdict(network.shape), "weights": weights}, path)


def load_weights(path: Path) -> tuple[Shape, dict[str, Tensor]]:
    """Shape and float32 weights of a file of `save_weights`. SystemExit where the file is none."""
    try:
        saved = torch.load(path, map_location="cpu", weights_only=True)
        return Shape(**saved["shape"]), {name: value.float() for name, value in saved["weights"].items()}
    except (KeyError, TypeError, ValueError, EOFError, RuntimeError, UnpicklingError):
        raise SystemExit(f"{path}: not weights of training.train, average, grow or restore") from None


def store(what: dict[str, Any], path: Path) -> None:
    """Write a file with torch.save, whole or not at all."""
    fresh = path.with_name(f"{path.name}.new")
    torch.save(what, fresh)
    fresh.replace(path)


def _weights(query: Tensor, key: Tensor, mask: Tensor | None) -> Tensor:
    """How much each query looks at each key; `mask`: true where it may."""
    scores = (query / math.sqrt(query.shape[-1])) @ key.transpose(-1, -2)
    if mask is not None:
        scores = scores + torch.zeros_like(mask, dtype=scores.dtype).masked_fill_(~mask, -1e4)
    return scores.softmax(-1, dtype=scores.dtype)


def _look_loss(weights: Tensor, batch: Batch) -> Tensor:
    """Over all pieces that stand for something; 0 where none does."""
    sums = functional.pad(weights.cumsum(-1), (1, 0))
    first, last = batch.look_first, batch.look_first + batch.look_length
    on_them = sums.gather(-1, last[..., None]) - sums.gather(-1, first[..., None])
    known = (batch.look_length > 0) & (batch.english != PAD)
    wrong = -on_them.squeeze(-1).clamp_min(1e-6).log()
    return (wrong * known).sum() / known.sum().clamp_min(1)
