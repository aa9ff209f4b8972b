"""Figures that others have published, to stand beside our own; data, with their origin."""

from __future__ import annotations

BLEU: dict[str, dict[str, float]] = {
    "Argos, official de→en": {"wmt16": 36.4, "flores-dev": 37.0},
    "Firefox tiny (17 MB)": {"wmt16": 39.6, "flores-dev": 39.6},
    "Firefox base": {"wmt16": 43.3, "flores-dev": 41.6},
    "OPUS-MT": {"wmt16": 40.2, "flores-dev": 41.2},
    "NLLB-200 600M": {"wmt16": 30.5, "flores-dev": 32.1},
    "Google": {"wmt16": 42.3, "flores-dev": 43.1},
    "Microsoft": {"wmt16": 46.3, "flores-dev": 44.9},
}
"""sacreBLEU on these references, from the evaluation pages of Firefox Translations (MPL-2.0)."""

STARTER = {"wmt16": (27.5, 53.7), "flores-dev": (26.4, 54.1)}
"""BLEU and chrF on the card of the built-in starter package 0.1."""
