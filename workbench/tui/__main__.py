"""`python -m workbench.tui PATH`: the screen on whatever Textual is told to draw on (`TEXTUAL_DRIVER`)."""

import sys
from pathlib import Path

from workbench.tui import run

if __name__ == "__main__":
    run(Path(sys.argv[1]))
