"""What the checks say of the document on the desk: a long one is looked at bit by bit, and nothing is lost by it."""

from __future__ import annotations

from pathlib import Path

from workbench.project import Session
from workbench.project.commands import Edit
from workbench.project.findings import Findings


def test_a_long_document_is_looked_at_bit_by_bit_with_the_same_result(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    paragraphs = [f"Am {n}. Tag tagte die ODKB in Eriwan." for n in range(1, 251)]
    (tmp_path / "sources" / "lang.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    entry = "- de: ODKB\n  en: CSTO\n  first: Collective Security Treaty Organization (CSTO)\n"
    (tmp_path / "glossary.yaml").write_text(entry, encoding="utf-8")
    with Session.open(tmp_path) as session:
        session.put_on_desk("lang.txt")
        for index in range(250):
            session.do(Edit(index, f"On day {index + 1} the Collective Security Treaty Organization (CSTO) met."))
        at_once = Findings(session.paragraphs, session.termbase.glossary)
        bit_by_bit = Findings(session.paragraphs, session.termbase.glossary)
        looks = [bit_by_bit.look_on()]
        assert not bit_by_bit.complete
        assert bit_by_bit.so_far(249) == ()
        while not bit_by_bit.complete:
            looks.append(bit_by_bit.look_on())
        assert len(looks) == 3
        assert frozenset().union(*looks) == frozenset(range(1, 250))
        assert [bit_by_bit.so_far(i) for i in range(250)] == [at_once.of(i) for i in range(250)]
