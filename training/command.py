"""What every step's command has in common: trouble with a file ends in one line, not in a traceback."""

from __future__ import annotations

from collections.abc import Callable


def run(main: Callable[[], None]) -> None:
    """Run a step. SystemExit with one line where a file cannot be read or written, or the workbench refuses it."""
    try:
        main()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise SystemExit(f"{where}{error.strerror or error}") from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except Exception as error:
        if type(error).__name__ != "WorkbenchError":  # a machine that only trains has no workbench to import it from
            raise
        raise SystemExit(str(error)) from None
