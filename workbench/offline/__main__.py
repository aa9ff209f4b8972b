"""`python -m workbench.offline FOLDER [--no-namespace]`: watched from its first line on."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from workbench.offline.namespace import tries_counted, without_network
from workbench.offline.watch import Watch


def main(folder: Path, *, namespace: bool = True) -> None:
    """Do a day's work in an empty folder; print as JSON what was done and what tried to connect."""
    alone = namespace and without_network()
    watch = Watch()
    watch.begin()
    from workbench.offline.day import work_through

    done, failed = work_through(folder)
    told = {
        "namespace": alone,
        "done": done,
        "failed": failed,
        "attempts": [asdict(attempt) for attempt in watch.attempts],
        "tries": tries_counted() if alone else 0,
        "programs": watch.programs,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), namespace="--no-namespace" not in sys.argv)
