"""What is done with a model that nobody has looked at yet, in a process of its own: it is converted, and tried.

Run as a file: `python child.py convert MEMORY WEIGHTS.npz SOURCE.yml TARGET.yml OUT`, `python child.py try MEMORY MODEL
SOURCE.spm TARGET.spm`; MEMORY is in bytes. A damaged or hostile model may crash what reads it, so the program that
installs it never does so first. The child imports nothing of the workbench, and ends when its standard input does: with
the program that began it (not on Windows, where a read that waits keeps numpy from loading: its issue 24290).
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading

SENTENCE = "Das Haus ist groß."
_WRITTEN_LIMIT = 2 << 30


def _limit(memory: int) -> None:
    """Give the child what a model can need, and no core file: a garbled size may ask for terabytes.

    Each as far as the system knows it: Windows has none of these limits, macOS refuses one of memory, others have no
    name for it.
    """
    try:
        import resource
    except ImportError:
        return
    wanted = {"RLIMIT_AS": memory, "RLIMIT_FSIZE": _WRITTEN_LIMIT, "RLIMIT_CORE": 0}
    for name, most in wanted.items():
        with contextlib.suppress(AttributeError, ValueError, OSError):
            what = getattr(resource, name)
            hard = resource.getrlimit(what)[1]
            resource.setrlimit(what, (most if hard < 0 else min(most, hard), hard))


def _end_with_the_program() -> None:
    """Whoever kills the program leaves nobody behind who writes where the next installation does."""
    while os.read(0, 1):
        pass
    os._exit(1)


def _convert(weights: str, source: str, target: str, out: str) -> dict[str, str]:
    """Marian's weights and vocabularies to a CTranslate2 model of int8, by CTranslate2's own converter."""
    from ctranslate2 import __version__
    from ctranslate2.converters import MarianConverter

    MarianConverter(weights, [source, target]).convert(out, quantization="int8")
    return {"by": f"CTranslate2 {__version__}"}


def _try(model: str, source: str, target: str) -> dict[str, str]:
    """Load the model and translate one sentence."""
    import ctranslate2
    import sentencepiece

    german, english = (sentencepiece.SentencePieceProcessor(model_file=path) for path in (source, target))
    translator = ctranslate2.Translator(model, device="cpu", inter_threads=1, intra_threads=1)
    result = translator.translate_batch([german.encode(SENTENCE, out_type=str)], max_decoding_length=40, use_vmap=True)
    return {"english": str(english.decode(result[0].hypotheses[0]))}


def main() -> None:
    """Print what came of it, `{"error": …}` or `{"memory": …}`, as the last line of stdout."""
    verb, memory, *arguments = sys.argv[1:]
    if os.name != "nt":
        threading.Thread(target=_end_with_the_program, daemon=True).start()
    try:
        _limit(int(memory))
        answer = _convert(*arguments) if verb == "convert" else _try(*arguments)
    except MemoryError:
        answer = {"memory": "it wants more than it gets"}
    except KeyError as error:
        answer = {"error": f"{error} is missing in it"}
    except Exception as error:
        answer = {"error": f"{error}" or type(error).__name__}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
