"""Who changes the weights: AdamW for all of them, or Muon for the matrices within the layers and AdamW for the rest.

Needs torch only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from torch.optim import AdamW

OPTIMISERS = ("adamw", "muon")

_DECAY = 0.01


class _Part(Protocol):
    """What changes some of the weights, at the rate in its groups."""

    param_groups: list[dict[str, Any]]

    def step(self) -> Any: ...
    def state_dict(self) -> dict[str, Any]: ...
    def load_state_dict(self, state_dict: dict[str, Any]) -> None: ...


class Muon:
    """Momentum made orthogonal by five steps of Newton and Schulz (Jordan et al. 2024).

    Does what torch.optim.Muon does with `adjust_lr_fn="match_rms_adamw"` (Liu et al. 2025), but with all matrices of
    one shape in one product: a deep network has many small ones, and a GPU waits for each of their launches.
    """

    def __init__(self, matrices: Sequence[nn.Parameter], rate: float, momentum: float = 0.95) -> None:
        self.param_groups: list[dict[str, Any]] = [{"lr": rate}]
        self._share = 1 - momentum
        alike: dict[torch.Size, list[nn.Parameter]] = {}
        for matrix in matrices:
            alike.setdefault(matrix.shape, []).append(matrix)
        self._alike = list(alike.values())
        self._momenta = [torch.zeros_like(torch.stack(some)) for some in self._alike]

    @torch.no_grad()
    def step(self) -> None:
        """Change the matrices by their gradients."""
        rate = self.param_groups[0]["lr"]
        for matrices, momentum in zip(self._alike, self._momenta, strict=True):
            gradients = torch.stack([matrix.grad for matrix in matrices if matrix.grad is not None])
            momentum.lerp_(gradients, self._share)
            changes = orthogonal(gradients.lerp_(momentum, 1 - self._share)).to(momentum.dtype)
            torch._foreach_mul_(matrices, 1 - rate * _DECAY)
            scale = 0.2 * math.sqrt(max(matrices[0].shape))
            torch._foreach_add_(matrices, changes.unbind(), alpha=-rate * scale)

    def state_dict(self) -> dict[str, Any]:
        """The momenta, stacked by shape."""
        return {"momenta": self._momenta}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Go on with these momenta."""
        for own, momentum in zip(self._momenta, state_dict["momenta"], strict=True):
            own.copy_(momentum)


def orthogonal(matrices: Tensor) -> Tensor:
    """Of each matrix in a stack the nearest with singular values of about 1, in bfloat16; coefficients: Jordan's."""
    tall = matrices.shape[-2] > matrices.shape[-1]
    one = (matrices.mT if tall else matrices).bfloat16()
    one = one / one.norm(dim=(-2, -1), keepdim=True).clamp_min(1e-7)
    for _ in range(5):
        square = one @ one.mT
        one = torch.baddbmm(one, torch.baddbmm(square, square, square, beta=-4.7750, alpha=2.0315), one, beta=3.4445)
    return one.mT if tall else one


class Optimiser:
    """One learning rate for everything, in the measure of AdamW: Muon's is scaled so that its changes are as large."""

    def __init__(self, network: nn.Module, name: str, rate: float) -> None:
        self.rate = rate
        within = [value for part, value in network.named_parameters() if value.dim() > 1 and "embedding" not in part]
        others = [value for part, value in network.named_parameters() if value.dim() > 1 and "embedding" in part]
        small = [value for value in network.parameters() if value.dim() < 2]
        self._parts: list[_Part] = []
        if name == "muon":
            self._parts.append(Muon(within, rate))
            within = []
        groups = [{"params": [*within, *others], "weight_decay": _DECAY}, {"params": small, "weight_decay": 0.0}]
        self._parts.append(AdamW(groups, lr=rate, betas=(0.9, 0.98), eps=1e-9, fused=True))

    def set_rate(self, rate: float) -> None:
        """The learning rate of the next steps."""
        self.rate = rate
        for part in self._parts:
            for group in part.param_groups:
                group["lr"] = rate

    def step(self) -> None:
        """Change the weights by their gradients."""
        for part in self._parts:
            part.step()

    def state_dict(self) -> list[dict[str, Any]]:
        """All there is to go on from."""
        return [part.state_dict() for part in self._parts]

    def load_state_dict(self, state: list[dict[str, Any]]) -> None:
        """Go on from what `state_dict` gave."""
        for part, own in zip(self._parts, state, strict=True):
            part.load_state_dict(own)
