"""Drafts in which a name and a term were put right by hand, for tests of what is learnt from that."""

from __future__ import annotations

from pathlib import Path

from workbench.project import Draft, Session, make_project
from workbench.project.commands import Accept, Edit, TakeMatch

SENTENCES = (
    ("Selenskyj dankte den Helfern.", "Selenskyj thanked the helpers.", "Zelensky thanked the helpers."),
    ("Am Abend sprach Selenskyj.", "Selenskyj spoke in the evening.", "Zelensky spoke in the evening."),
    ("Selenskyjs Rede war kurz.", "Selenskyj's speech was short.", "Zelensky's speech was brief."),
    ("Das Grenzkomitee schwieg.", "The border committee was silent.", "The State Border Committee was silent."),
    ("Das Grenzkomitee wartet.", "The border committee is waiting.", "The State Border Committee is waiting."),
)


def corrected(root: Path, glossary: str = "", left: tuple[str, str] | None = None, *, of_matches: bool = False) -> Path:
    """A project in which the name was put right three times, in two documents, and the term twice.

    `left`: one more paragraph, German and English, that is written and not accepted. `of_matches`: what was put right
    had not been drafted; it had taken a draft's place by itself.
    """
    make_project(root)
    if glossary:
        (root / "glossary.yaml").write_text(glossary, encoding="utf-8")
    parts = {"eins.txt": SENTENCES[:2], "zwei.txt": SENTENCES[2:]}
    for name, sentences in parts.items():
        german = [one for one, _, _ in sentences] + ([left[0]] if left and name == "zwei.txt" else [])
        (root / "sources" / name).write_text("\n\n".join(german) + "\n", encoding="utf-8")
    with Session.open(root) as session:
        for name, sentences in parts.items():
            session.put_on_desk(name)
            for index, (told, drafted, accepted) in enumerate(sentences):
                session.translation.set_draft(index, Draft(drafted, "told"))
                if of_matches:
                    match = Draft(f"Then {drafted}", "told", memory=((told, "88", "kunde.tmx"),))
                    session.do(TakeMatch(index, match, "88 % match kunde.tmx"))
                session.do(Edit(index, accepted))
                session.do(Accept(index))
            session.save()
        if left:
            session.do(Edit(len(SENTENCES) - 2, left[1]))
            session.save()
    return root
