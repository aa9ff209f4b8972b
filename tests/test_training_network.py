"""The network of the recipe and what changes its weights (training/), apart from any corpus."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training/README.md says how to get what training needs")

from training.held_out import unfused  # noqa: E402 – torch first, or these are skipped
from training.network import Batch, Network, Shape, losses  # noqa: E402
from training.optimiser import Muon  # noqa: E402

SHAPE = Shape(vocabulary=50, width=64, heads=2, inner=128, encoder_layers=2, decoder_layers=1)


def batch(pairs: int, german: int, english: int) -> Batch:
    """Pairs of chance, all of these lengths."""
    draw = torch.Generator().manual_seed(pairs)
    looks = torch.ones(pairs, english, dtype=torch.long)
    source, target = (torch.randint(4, 50, (pairs, length), generator=draw) for length in (german, english))
    return Batch(source, target, looks, looks)


def told(network: Network, some: Batch) -> list[float]:
    """The losses of a batch, and how large the gradients are that it adds."""
    loss = losses(network, some, 0.1, 0.05)
    loss.total.backward()
    norms = [float(torch.linalg.vector_norm(one.grad)) for one in network.parameters() if one.grad is not None]
    return [float(loss.likelihood), float(loss.look), *norms]


def test_a_fused_network_learns_the_same_whatever_the_sizes() -> None:
    torch.manual_seed(1)
    plain, fused = Network(SHAPE), Network(SHAPE)
    fused.load_state_dict(plain.state_dict())
    fused.fuse()
    for some in (batch(8, 12, 9), batch(5, 20, 16), batch(9, 7, 11)):
        assert told(fused, some) == pytest.approx(told(plain, some), rel=1e-3, abs=1e-4)
    alone = batch(1, 8, 6)
    with unfused():
        assert told(fused, alone) == pytest.approx(told(plain, alone), rel=1e-3, abs=1e-4)


def test_matrices_of_one_shape_are_changed_together_as_pytorch_changes_each() -> None:
    draw = torch.Generator().manual_seed(1)
    shapes = ((8, 8), (24, 8), (8, 8), (8, 32))
    ours = [torch.nn.Parameter(torch.randn(shape, generator=draw)) for shape in shapes]
    theirs = [torch.nn.Parameter(matrix.detach().clone()) for matrix in ours]
    change = Muon(ours, rate=0.01)
    reference = torch.optim.Muon(theirs, lr=0.01, weight_decay=0.01, adjust_lr_fn="match_rms_adamw")
    for _ in range(3):
        for own, other in zip(ours, theirs, strict=True):
            own.grad = torch.randn(own.shape, generator=draw)
            other.grad = own.grad.clone()
        change.step()
        reference.step()
    for own, other in zip(ours, theirs, strict=True):
        assert torch.allclose(own, other, atol=1e-4)
