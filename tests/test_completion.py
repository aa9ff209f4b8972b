"""Tab in bash: the script that `workbench completion bash` prints, in a real bash."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.engine import embedded_package

SCRIPT = Path(sys.executable).parent / "workbench"
BASH = shutil.which("bash")
ASK = """\
eval "$(workbench completion bash)"
COMP_LINE={line}; COMP_POINT=${{#COMP_LINE}}; COMP_TYPE=9; COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
function=$(complete -p workbench | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
"$function" workbench
printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def on_tab(line: str, cwd: Path) -> list[str]:
    """What bash is offered for the last word of a line."""
    assert BASH is not None
    done = subprocess.run(
        [BASH, "--norc", "-c", ASK.format(line=shlex.quote(line))],
        cwd=cwd,
        env=os.environ | {"PATH": f"{SCRIPT.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return [word.rstrip() for word in done.stdout.splitlines() if word]


@pytest.mark.skipif(BASH is None, reason="bash is not on this machine")
def test_what_bash_is_offered(project_folder: Path) -> None:
    first = on_tab("workbench ", project_folder)
    assert {"translate", "export", "help", "sources/"} <= set(first)
    assert on_tab("workbench tr", project_folder) == ["translate"]
    assert on_tab("workbench glossary ca", project_folder) == ["candidates"]
    assert set(on_tab("workbench export --", project_folder)) >= {"--to", "--what", "--output"}
    assert on_tab("workbench export sources/gipfel.txt --to do", project_folder) == ["docx"]
    assert on_tab("workbench translate sources/gi", project_folder) == ["sources/gipfel.txt"]
    assert on_tab("workbench model use ", project_folder) == [embedded_package().id]
    assert on_tab("workbench help glossary-", project_folder) == ["glossary-exchange"]
    assert "glossary.yaml" not in on_tab("workbench init ", project_folder)


def test_there_is_a_script_for_each_shell(capsys: pytest.CaptureFixture[str]) -> None:
    from workbench.cli import main

    for shell, word in {"bash": "complete ", "zsh": "compdef", "fish": "complete "}.items():
        assert main(["completion", shell]) == 0
        printed = capsys.readouterr().out
        assert word in printed
        assert "workbench" in printed
