"""Answering the shell on Tab: argcomplete reads the parser, and here is what it cannot read."""

from __future__ import annotations

import argparse

from argcomplete.completers import FilesCompleter
from argcomplete.finders import CompletionFinder


class _Finder(CompletionFinder):
    """Offers paths beside the commands for the first word: `workbench PATH` opens the screen without a command."""

    def collect_completions(
        self, active_parsers: list[argparse.ArgumentParser], parsed_args: argparse.Namespace, cword_prefix: str
    ) -> list[str]:
        """The completions of this word, as argcomplete asks for them."""
        offered: list[str] = super().collect_completions(active_parsers, parsed_args, cword_prefix)
        if len(active_parsers) == 1 and not cword_prefix.startswith("-"):
            paths = FilesCompleter()(cword_prefix)
            self._display_completions |= dict.fromkeys(paths, "")  # else zsh shows “None” as their description
            offered += paths
        return offered


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer the shell that asks, and end the process."""
    _Finder()(parser, always_complete_options=False)
