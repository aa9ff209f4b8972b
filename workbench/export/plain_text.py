"""English as a plain text file."""

from __future__ import annotations

from workbench.export.delivery import Delivery
from workbench.text import clean
from workbench.translation import english_text


def english(delivery: Delivery) -> bytes:
    """The English with the source file's layout; UTF-8. What is not reviewed is marked."""
    record = delivery.record
    return clean(english_text(record)).encode()
