"""A day's work, from a new project to what is handed over, as commands and as a session."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

ARTICLE = """\
# Der Hafen wird größer

Die Stadt baut ihren Hafen aus. Das teilte die Hafenmeisterin Wilma Brandt am Montag mit.

Der **neue Kai** soll 240 Meter lang werden und kostet 3,5 Millionen Euro.

Die Stadt baut ihren Hafen aus.
"""
PAGE = """\
<!doctype html><html lang="de"><head><title>Der Hafen</title></head><body><article><h1>Der Hafen wird größer</h1>
<p>Im Frühjahr beginnen die Arbeiten, und im Herbst soll alles fertig sein, wie die Stadt am Montag mitteilte.</p>
<p>Die Anwohner fürchten den <b>Lärm</b> der Bagger und wollen eine Mauer, die sie vor ihm schützt.</p>
</article></body></html>
"""
GLOSSARY = "- {de: Hafenmeisterin, en: harbour master}\n- {de: Kai, en: quay, avoid: [wharf]}\n"
Step = tuple[str, Callable[[], object]]


def work_through(folder: Path) -> tuple[list[str], str]:
    """Work in an empty folder; what was done, and what could not be (empty where all could)."""
    done: list[str] = []
    with chdir(folder):
        for label, step in _steps():
            said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
            try:
                with redirect_stdout(said), redirect_stderr(said):
                    step()
            except BaseException as error:  # whatever ends a step is told; the day goes on with no other
                return done, f"{label}: {_last_line(said) or f'{type(error).__name__}: {error}'}"
            done.append(label)
    return done, ""


def _last_line(said: io.TextIOWrapper) -> str:
    said.seek(0)
    return (said.read().strip().splitlines() or [""])[-1]


def _steps() -> tuple[Step, ...]:
    return (
        ("a new project", _begin),
        ("two articles taken in", lambda: _command("import", "../hafen.md", "../seite.html")),
        ("drafts", lambda: _command("translate", "sources/hafen.md", "sources/seite.html")),
        ("edited, accepted, asked the memory, looked for a word in it, undone", _at_the_desk),
        ("checks", lambda: _command("check", "--fail-on", "never")),
        ("figures", lambda: _command("stats")),
        ("found", lambda: _command("find", "Hafen", "--forms")),
        ("the memory searched and written", _memory),
        ("handed over in every format", _hand_over),
        ("the screen, drawn once", _screen),
    )


def _command(*words: str) -> None:
    from workbench.cli.main import main

    if main(words):
        raise RuntimeError(f"workbench {words[0]} could not do it")


def _begin() -> None:
    import os

    _command("init", "day")
    Path("hafen.md").write_text(ARTICLE, encoding="utf-8")
    Path("seite.html").write_text(PAGE, encoding="utf-8")
    os.chdir("day")
    Path("glossary.yaml").write_text(GLOSSARY, encoding="utf-8")


def _at_the_desk() -> None:
    from workbench.project import Session
    from workbench.project.commands import Accept, Edit, Redo, Undo
    from workbench.project.delivery import Queue

    with Session.open(Path()) as session:
        session.deliver = queue = Queue()
        session.put_on_desk("hafen.md")
        session.draft()
        queue.take_until(lambda: session.lanes.idle and not session.drafts.running)
        session.do(Edit(1, f"{session.paragraphs[1].english} "))
        session.do(Edit(1, session.paragraphs[1].english.strip()))
        for command in (Accept(0), Accept(1), Undo(), Redo()):
            session.do(command)
        session.memories.so_far(3)
        asked = session.memories.concordance("Stadt", "de", lambda found: None)
        queue.take_until(lambda: asked.done() and session.lanes.idle)
        if not asked.result():
            raise RuntimeError("the memory has nothing of what was accepted")
        session.save()


def _memory() -> None:
    _command("memory", "search", "Die Stadt baut ihren Hafen aus.")
    _command("memory", "export", "../memory.tmx")


def _hand_over() -> None:
    from workbench.export import FORMATS, pdf

    for name, form in FORMATS.items():
        for what in form.holds if name != "pdf" or pdf.can_be_made() else ():
            _command("export", "sources/hafen.md", "--to", name, "--what", what, "--replace")
    _command("export", "sources/seite.html", "--replace")


def _screen() -> None:
    from workbench.tui.once import draw_once

    draw_once(Path())
