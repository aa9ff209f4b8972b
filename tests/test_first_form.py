"""Records of earlier versions, with Markdown's marks in their texts: they open with all their work, and are renewed."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.problem import WorkbenchError
from workbench.project import Session
from workbench.project.commands import Accept, Edit
from workbench.translation import State

ARTICLE = """\
# Die *Lage*

Das **neue** [Gesetz](https://a.example "Titel") steht im [Amtsblatt][1].

- Punkt mit `code`

Ohne Zeichen.

[1]: https://b.example
"""
RECORD = """\
# Kept by the workbench, one paragraph a block. `en:`, `note:` and `state:` may be written by hand; what stands
# under `draft:` is the machine's. Comments are lost when the workbench next saves the file (use `note:`).
source: lage.md
tail: "\\n\\n[1]: https://b.example\\n"
paragraphs:

- de: |-
    Die *Lage*
  en: |-
    The *situation*
  state: reviewed
  before: "# "

- de: |-
    Das **neue** [Gesetz](https://a.example "Titel") steht im [Amtsblatt][1].
  en: |-
    The [law](https://a.example "Titel"), **new** as it is, stands in the [gazette][1].
  state: translated
  note: |-
    which day?

- de: |-
    Punkt mit `code`
  state: draft
  draft:
    package: p
    en: |-
      Point with `code`
  before: "\\n\\n- "

- de: |-
    Ohne Zeichen.
  en: |-
    Without * marks.
  state: reviewed
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for name in ("sources", "translations"):
        (project / name).mkdir(parents=True)
    (project / "sources" / "lage.md").write_text(ARTICLE, encoding="utf-8")
    (project / "translations" / "lage.yaml").write_text(RECORD, encoding="utf-8")
    (project / "glossary.yaml").write_text("", encoding="utf-8")
    return project


def test_the_work_is_there_with_its_states_and_its_marks_are_codes(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("lage.md")
        shown = [(p.target.shown(), p.state) for p in session.paragraphs]
        assert shown == [
            ("The ⟨1⟩situation⟨/1⟩", State.REVIEWED),
            ("The ⟨2⟩law⟨/2⟩, ⟨1⟩new⟨/1⟩ as it is, stands in the ⟨3⟩gazette⟨/3⟩.", State.TRANSLATED),
            ("Point with ⟨1⟩code⟨/1⟩", State.DRAFT),
            ("Without * marks.", State.REVIEWED),
        ]
        assert session.paragraphs[1].note == "which day?"
        assert session.translation.record.removed == ()


def test_looking_changes_no_file_and_the_first_change_writes_the_new_form(folder: Path) -> None:
    record = folder / "translations" / "lage.yaml"
    with Session.open(folder) as session:
        session.put_on_desk("lage.md")
        assert record.read_text(encoding="utf-8") == RECORD
        session.do(Edit(3, "Without any marks."))
        session.do(Accept(1))
        session.save()
    text = record.read_text(encoding="utf-8")
    assert "form: 2\n" in text
    assert "⟨2⟩law⟨/2⟩" in text
    assert "before:" not in text
    with Session.open(folder) as again:
        again.put_on_desk("lage.md")
        assert [p.english for p in again.paragraphs] == [
            "The situation",
            "The law, new as it is, stands in the gazette.",
            "Point with code",
            "Without any marks.",
        ]


def test_the_english_is_written_as_the_old_version_wrote_it(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("lage.md")
        session.do(Accept(1))
        session.translation.save()
    english = (folder / "translations" / "lage.en.md").read_text(encoding="utf-8")
    assert english == (
        "# The *situation*\n\n"
        'The [law](https://a.example "Titel"), **new** as it is, stands in the [gazette][1].\n\n'
        "- [not reviewed] Point with `code`\n\n"
        "Without * marks.\n\n"
        "[1]: https://b.example\n"
    )


def test_a_record_of_a_newer_version_is_left_alone(folder: Path) -> None:
    record = folder / "translations" / "lage.yaml"
    record.write_text(RECORD.replace("source: lage.md\n", "source: lage.md\nform: 3\n"), encoding="utf-8")
    with (
        Session.open(folder) as session,
        pytest.raises(WorkbenchError, match="is of form 3, which this version does not know"),
    ):
        session.put_on_desk("lage.md")
