"""Load a package's model and translate one sentence, in a process of its own.

Run as a file: `python trial.py FOLDER`. A damaged or hostile model file may crash the loader, so the
program that installs it never loads it first. The child imports nothing of the workbench.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

SENTENCE = "Das Haus ist groß."
_MEMORY_FLOOR = 8 << 30
_MEMORY_PER_BYTE = 8


def _limit_memory(folder: Path) -> None:
    """Give the child what a model can need, and no core file: a garbled size may ask for terabytes."""
    try:
        import resource
    except ImportError:
        return
    size = (folder / "model" / "model.bin").stat().st_size
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    wanted = _MEMORY_FLOOR + _MEMORY_PER_BYTE * size
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _translate(folder: Path) -> str:
    import ctranslate2
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(folder / "model"), device="cpu", inter_threads=1, intra_threads=1)
    result = translator.translate_batch([pieces.encode(SENTENCE, out_type=str)], max_decoding_length=40, use_vmap=True)
    return str(pieces.decode(result[0].hypotheses[0]))


def main() -> None:
    """Print `{"english": …}` or `{"error": …}` as the last line of stdout."""
    folder = Path(sys.argv[1])
    _limit_memory(folder)
    try:
        answer = {"english": _translate(folder)}
    except Exception as error:
        answer = {"error": f"{error}" or type(error).__name__}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
