"""Who changes the weights: AdamW for all of them, or Muon for the matrices within the layers and AdamW for the rest.

Needs torch only, for Muon 2.9 or newer.
"""

from __future__ import annotations

from typing import Any

from torch import nn
from torch.optim import AdamW
from torch.optim import Optimizer as Part

OPTIMISERS = ("adamw", "muon")


class Optimiser:
    """One learning rate for everything, in the measure of AdamW.

    Muon (Jordan et al. 2024) makes every change of a matrix equally strong in all its directions; its rate is scaled
    so that changes are as large as AdamW's (Liu et al. 2025), so that one rate serves both.
    """

    def __init__(self, network: nn.Module, name: str, rate: float) -> None:
        self.rate = rate
        within = [value for part, value in network.named_parameters() if value.dim() > 1 and "embedding" not in part]
        others = [value for part, value in network.named_parameters() if value.dim() > 1 and "embedding" in part]
        small = [value for value in network.parameters() if value.dim() < 2]
        self._parts: list[Part] = []
        if name == "muon":
            from torch.optim import Muon

            self._parts.append(Muon(within, lr=rate, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"))
            within = []
        groups = [{"params": [*within, *others], "weight_decay": 0.01}, {"params": small, "weight_decay": 0.0}]
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
