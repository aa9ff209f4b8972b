"""A bilingual Word document by way of a real LibreOffice: saved anew, and changed there by a reviewer."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.review_material import read
from tests.test_review_docx import IDS, SENT, at, changed, english
from tests.word_reviewer import Reviewer


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_saves_the_document_anew_and_nothing_is_lost(tmp_path: Path) -> None:
    reviewer = Reviewer(SENT)
    reviewer.change(2, "new", "newest")
    reviewer.comment(2, "Newest?")
    source = tmp_path / "back.docx"
    source.write_bytes(reviewer.saved)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ["--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(source)]
    subprocess.run(["soffice", profile, "--headless", *to], check=True, capture_output=True, timeout=240)
    returned = read((tmp_path / "out" / "back.docx").read_bytes())
    assert changed(returned) == [2]
    assert english(returned, 2) == "The ⟨1⟩newest⟨/1⟩ law, ⟨2⟩the Kremlin⟨/2⟩ says, holds.⟨3/⟩"
    assert at(returned, 2).comments == ("Anna Berger: Newest?",)


def reviewed_in_libreoffice(folder: Path) -> bytes:
    """The document as it comes back from a real LibreOffice, in which a macro reviews it: ten tracked changes, three
    comments. A profile of its own is made by a first start; the macro lies in it from then on.
    """
    (folder / "sent.docx").write_bytes(SENT)
    places = {"REVIEW_SOURCE": "sent.docx", "REVIEW_TARGET": "back.docx"}
    environment = {**os.environ, **{name: (folder / file).as_uri() for name, file in places.items()}}

    def office(*arguments: str) -> None:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--norestore", *arguments]
        subprocess.run(command, check=True, env=environment, capture_output=True, timeout=120)

    office("--convert-to", "txt", "--outdir", str(folder / "first"), str(folder / "sent.docx"))
    module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
    macro = Path(__file__).with_name("libreoffice_reviewer.bas").read_text(encoding="utf-8")
    space = "http://openoffice.org/2000/script"
    module.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<script:module xmlns:script="{space}" script:name="Module1" '
        f'script:language="StarBasic">{escape(macro)}</script:module>',
        encoding="utf-8",
    )
    office("macro:///Standard.Module1.Review")
    return (folder / "back.docx").read_bytes()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_ten_changes_and_three_comments_made_in_libreoffice_come_back_whole(tmp_path: Path) -> None:
    returned = read(reviewed_in_libreoffice(tmp_path))
    assert [segment.target.shown() for segment in returned.segments] == [
        "Summit ends without a result",
        "The ⟨1⟩newest⟨/1⟩ law, ⟨2⟩the Kremlin⟨/2⟩ says, holds.⟨3/⟩",
        "It rained in the city all day.",
        'No one came to the "meeting" in the evening.',
        "The minister spoke of a mistake.",
        "Keep going.",
        "The election was postponed by a week.",
        "Carry on.",
        "Photo: Anna Berger",
        "On ⟨4⟩Monday⟨/4⟩ the harvest begins.",
        "Prices have been rising since summer.",
        "Parliament meets no earlier than January.",
    ]
    assert changed(returned) == [1, 2, 3, 4, 5, 6, 7, 10, 11, 12]
    comments = {IDS.index(one.id) + 1: one.comments for one in returned.segments if one.comments}
    assert comments == {
        1: ("Bruno Weiss: Too long?",),
        5: ("Bruno Weiss: Who says so?",),
        12: ("Bruno Weiss: Check the date.",),
    }
