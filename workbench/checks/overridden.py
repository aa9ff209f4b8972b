"""The order in which findings are told, and what becomes of those that a translator lets stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.checks.finding import Finding, Severity
from workbench.translation import Override

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def by_gravity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, errors first, then warnings, then the rest."""
    return tuple(sorted(findings, key=lambda finding: _RANK[finding.severity]))


def settled(findings: Iterable[Finding], overrides: Sequence[Override]) -> tuple[Finding, ...]:
    """A paragraph's findings, the gravest first. Overridden ones are lowered to `info` and end with the reason."""
    reasons = {(override.check, override.about): override.reason for override in overrides}
    return by_gravity(_lowered(finding, reasons) for finding in findings)


def _lowered(finding: Finding, reasons: dict[tuple[str, str], str]) -> Finding:
    reason = reasons.get((finding.check, finding.about))
    if reason is None:
        return finding
    message = f"{finding.message} – let stand: {reason or 'no reason given'}"
    return replace(finding, severity="info", message=message, overridden=True, reason=reason)
