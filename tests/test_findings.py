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
        looks = [bit_by_bit.look_on(0)]
        assert not bit_by_bit.complete
        assert bit_by_bit.so_far(249) == ()
        while not bit_by_bit.complete:
            looks.append(bit_by_bit.look_on(0))
        assert len(looks) == 13
        assert frozenset().union(*looks) == frozenset(range(1, 250))
        assert [bit_by_bit.so_far(i) for i in range(250)] == [at_once.of(i) for i in range(250)]


def test_paragraphs_nobody_looks_at_are_looked_at_later_with_the_same_result(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    german = [f"Am {n}. Tag sprach Putin in Eriwan." for n in range(1, 61)]
    (tmp_path / "sources" / "lang.txt").write_text("\n\n".join(german), encoding="utf-8")
    entry = "- de: Putin\n  en: Putin\n  first: Russian President Vladimir Putin\n  kind: person\n"
    (tmp_path / "glossary.yaml").write_text(entry, encoding="utf-8")
    with Session.open(tmp_path) as session:
        session.put_on_desk("lang.txt")
        glossary = session.termbase.glossary
        at_once, later = Findings(session.paragraphs, glossary), Findings(session.paragraphs, glossary)
        while not later.complete:
            later.look_on(0)
        for index in range(60):
            session.do(Edit(index, f"On day {index + 1} Russian President Vladimir Putin spoke in Yerevan."))
        changed = dict(enumerate(session.paragraphs))
        at_once.update(changed)
        later.look_later(changed)
        assert later.seen_through
        assert not later.complete
        assert later.so_far(59) == ()
        assert later.broken_rules(1) == at_once.broken_rules(1)
        while not later.complete:
            later.look_on(0)
        assert [later.so_far(i) for i in range(60)] == [at_once.of(i) for i in range(60)]
        assert any(at_once.of(i) for i in range(60))
