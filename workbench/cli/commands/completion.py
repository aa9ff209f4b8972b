"""`workbench completion SHELL`: what makes the shell complete this program's command lines."""

from __future__ import annotations

import argparse

NAME = "completion"
HELP = "print what makes your shell complete commands, options, files and package names on Tab"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`bash | zsh | fish`."""
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="your shell")


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    from argcomplete.shell_integration import shellcode

    print(shellcode(["workbench"], shell=options.shell))
    return 0
