"""Another preferred English: every sentence that would change is shown, and what the translator ticks is changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.glossary import Entry, judge, reworded
from workbench.problem import WorkbenchError
from workbench.project import Project, Session
from workbench.project.terms.changes import Applied, Change, apply, changes
from workbench.project.terms.usages import Uses
from workbench.text import Span
from workbench.translation import State, Translation

ARTICLE = """\
Truppen der Terrormiliz rückten vor. Die Terrormilizen hatten Kiew gewarnt.

Lukaschenko kam. Alexander Lukaschenko sprach von der Terrormiliz. Das war alles.

Ein Sprecher der AFU schwieg.
"""
GLOSSARY = """\
- {de: Terrormiliz, en: terrorist militia, also: [militia]}
- {de: Alexander Lukaschenko, en: Alexander Lukashenko, also: [Lukashenko], kind: person}
- {de: Lukaschenko, en: Lukashenko, kind: person}
- {de: AFU, en: AFU, kind: organisation}
- {de: Kiew, en: Kyiv, kind: place}
"""
ENGLISH = (
    "Terrorist militia troops advanced. The terrorist militias had warned Kyiv.",
    "Lukashenko came. Alexander Lukashenko spoke of the militia. That was all.",
    "An AFU spokesman said nothing about the AFU’s losses.",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with two reviewed articles."""
    root = tmp_path / "project"
    (root / "sources").mkdir(parents=True)
    (root / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    for name in ("eins.txt", "zwei.txt"):
        (root / "sources" / name).write_text(ARTICLE, "utf-8")
    with Project.open(root) as project:
        for name in ("eins.txt", "zwei.txt"):
            reviewed(project, name)
    return root


def reviewed(project: Project, name: str) -> Translation:
    translation = project.open_document(name)
    for index, english in enumerate(ENGLISH):
        translation.edit(index, english)
        translation.accept(index)
    return translation


def changed(project: Project, german: str, opened: Translation | None = None, **edit: Any) -> tuple[Change, ...]:
    """Edit an entry in the file, and ask what would change."""
    old = next(entry for entry in project.termbase.entries if german in entry.de)
    path = project.layout.glossary
    lines = path.read_text("utf-8").splitlines()
    new = replace(old, **edit)
    first = f", first: {new.first}" if new.first else ""
    lines[old.line - 1] = (
        f"- {{de: {new.de[0]}, en: {new.en}, also: {list(new.also)}, avoid: {list(new.avoid)}{first}}}"
    )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    project.termbase.reload()
    uses = Uses(project, opened.record if opened else None)
    list(uses.collect())
    new = next(entry for entry in project.termbase.entries if german in entry.de)
    return tuple(changes(uses, old, new))


def diff(change: Change) -> str:
    """`[-out-]{+in+}` in the sentence."""
    text, at = "", 0
    for cut, put in zip(change.cut, change.put, strict=True):
        text += f"{change.before[at : cut.start]}[-{change.before[slice(*cut)]}-]{{+{change.after[slice(*put)]}+}}"
        at = cut.end
    return text + change.before[at:]


def applied(project: Project, ticked: tuple[Change, ...], opened: Translation | None = None) -> Applied:
    def document(name: str) -> Translation:
        return opened if opened and opened.record.source == name else project.open_document(name)

    return [Applied(), *apply(ticked, document)][-1]


def test_every_sentence_with_the_old_english_is_shown_as_it_would_read(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "Terrormiliz", en="armed group")
        assert [diff(change) for change in found if change.document == "eins.txt"] == [
            "[-Terrorist militia-]{+Armed group+} troops advanced.",
            "The [-terrorist militias-]{+armed groups+} had warned Kyiv.",
        ]
        assert {change.document for change in found} == {"eins.txt", "zwei.txt"}
        assert found[1].german == "Die Terrormilizen hatten Kiew gewarnt."
        assert [found[1].german[slice(*hit)] for hit in found[1].hits] == ["Terrormilizen"]


def test_articles_and_possessives_follow(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "AFU", en="Ukrainian forces")
        assert diff(found[0]) == (
            "[-An AFU-]{+A Ukrainian forces+} spokesman said nothing about the [-AFU’s-]{+Ukrainian forces’+} losses."
        )


def test_what_belongs_to_another_term_stays(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "Lukaschenko", en="Lukashenka")
        assert [diff(change) for change in found[:1]] == ["[-Lukashenko-]{+Lukashenka+} came."]
        assert len(found) == 2


def test_allowed_english_stays_and_newly_forbidden_english_goes(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "Terrormiliz", also=("militia",), avoid=("terrorist militia",), en="armed group")
        assert all("militia" in change.after or "group" in change.after for change in found)
        assert not any(change.before.startswith("Alexander") for change in found)
        found = changed(project, "Terrormiliz", also=(), avoid=("militia",), en="armed group")
        assert "Alexander Lukashenko spoke of the [-militia-]{+armed group+}." in {diff(change) for change in found}


def test_nothing_would_change_when_the_english_stays(folder: Path) -> None:
    with Project.open(folder) as project:
        assert changed(project, "Kiew", also=("Kyiv City",)) == ()


def test_the_form_of_the_first_mention_stays_or_changes_with_its_own_field(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "Lukaschenko", first="Aljaksandr Lukashenko")
        assert found == ()
        translation = project.open_document("eins.txt")
        translation.edit(1, "Aljaksandr " + ENGLISH[1])
        found = changed(project, "Lukaschenko", translation, en="Lukashenka")
        assert "eins.txt" not in {change.document for change in found}
        found = changed(project, "Lukaschenko", translation, en="Lukashenko", first="Alyaksandr Lukashenko")
        diffs = [diff(change) for change in found if change.document == "eins.txt"]
        assert diffs == ["[-Aljaksandr Lukashenko-]{+Alyaksandr Lukashenko+} came."]


def test_another_way_of_writing_capitals(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "AFU", en="Afu")
        assert diff(found[0]).startswith("An [-AFU-]{+Afu+} spokesman")
        assert changed(project, "AFU", en="Afu") == ()


def test_only_what_a_person_wrote_is_shown_and_what_is_not_reviewed_says_so(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("zwei.txt")
        translation.edit(0, ENGLISH[0] + " Really.")
        translation.skip(1)
        found = changed(project, "Terrormiliz", translation, en="armed group")
        assert {(change.document, change.state) for change in found} == {
            ("eins.txt", State.REVIEWED),
            ("zwei.txt", State.TRANSLATED),
        }


def test_what_is_ticked_is_changed_and_stays_reviewed(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "Terrormiliz", en="armed group")
        done = applied(project, (found[0], found[1]))
        assert (done.sentences, done.documents, done.left) == (2, 1, ())
        record = project.open_document("eins.txt").paragraphs[0]
        assert record.english == "Armed group troops advanced. The armed groups had warned Kyiv."
        assert record.state is State.REVIEWED
        assert project.open_document("zwei.txt").paragraphs[0].english == ENGLISH[0]
        assert "Armed group troops" in (folder / "translations" / "eins.en.txt").read_text("utf-8")


def test_on_the_open_document_one_undo_takes_a_paragraph_back(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("eins.txt")
        done = applied(project, changed(project, "Terrormiliz", translation, en="armed group"), translation)
        assert translation.paragraphs[0].english.startswith("Armed group")
        translation.restore({step.index: step.before for step in done.steps})
        assert (translation.paragraphs[0].english, translation.paragraphs[0].state) == (ENGLISH[0], State.REVIEWED)
        assert ENGLISH[0] in translation.path.read_text("utf-8").replace("\n    ", " ")


def test_nothing_is_applied_twice_nor_over_later_work(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "Terrormiliz", en="armed group")
        assert applied(project, found).sentences == 4
        again = applied(project, found)
        assert again.sentences == again.documents == 0
        assert "has been changed meanwhile" in str(again.left[0])
        assert changed(project, "Terrormiliz", en="armed group") == ()


def test_a_record_that_another_program_changed_is_told_and_left(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("eins.txt")
        found = changed(project, "Terrormiliz", translation, en="armed group")
        record = folder / "translations" / "eins.yaml"
        record.write_text(record.read_text("utf-8").replace("Kyiv", "Kiev"), "utf-8")
        done = applied(project, found, translation)
        assert (done.sentences, done.documents) == (2, 1)
        assert "eins.yaml: was changed by somebody else" in str(done.left[0])
        assert translation.paragraphs[0].english == ENGLISH[0]
        assert "terrorist militias had warned Kiev" in record.read_text("utf-8")


def test_a_read_only_project_refuses_in_one_line(folder: Path) -> None:
    with Project.open(folder) as project:
        found = changed(project, "Terrormiliz", en="armed group")
    with Session.open(folder, read_only=True) as session, pytest.raises(WorkbenchError) as refused:
        list(session.rewording(found, "armed group"))
    assert "\n" not in str(refused.value)


REWORDINGS = [
    ("The CSTO met.", "CSTO", "CSTO", "Tashkent Pact", "The Tashkent Pact met."),
    ("a CSTO summit", "CSTO", "CSTO", "ODKB", "an ODKB summit"),
    ("an ODKB summit", "ODKB", "ODKB", "CSTO", "a CSTO summit"),
    (
        "the security forces’ losses",
        "security forces",
        "security force",
        "police officer",
        "the police officers’ losses",
    ),
    ("the AFU’s losses", "AFU", "AFU", "US forces", "the US forces’ losses"),
    ("the US forces’ losses", "US forces", "US forces", "AFU", "the AFU’s losses"),
    ("CSTO'S SUMMIT FAILS", "CSTO", "CSTO", "pact", "PACT'S SUMMIT FAILS"),
    ("SECURITY FORCE IN COURT", "SECURITY FORCE", "security force", "border guard", "BORDER GUARD IN COURT"),
    ("The Head of State Speaks", "Head of State", "head of state", "leader of the country", None),
    ("militia troops", "militia", "militia", "armed group", "armed group troops"),
    ("“Militia” troops", "Militia", "militia", "armed group", "“Armed group” troops"),
    ("He left. Corona stayed.", "Corona", "Corona", "coronavirus", "He left. Coronavirus stayed."),
    ("the ‘forces’ said", "forces", "force", "guard", "the ‘guards’ said"),
]


@pytest.mark.parametrize(("english", "found", "old", "new", "wanted"), REWORDINGS)
def test_the_form_follows_its_place(english: str, found: str, old: str, new: str, wanted: str | None) -> None:
    start = english.index(found)
    cut, form = reworded(english, Span(start, start + len(found)), (old,), new)
    after = english[: cut.start] + form + english[cut.end :]
    assert after == (wanted or "The Leader of the Country Speaks")


WORDS = st.sampled_from(
    ["AFU", "an", "a", "the", "militia", "militias", "said", "’s", "“", ".", "Kyiv", "MILITIA", "x"]
)
FORMS = st.sampled_from(["armed group", "police", "US forces", "Afu", "UN"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(st.lists(WORDS, max_size=12), FORMS)
def test_nothing_changes_outside_the_places(words: list[str], new: str) -> None:
    english = " ".join(words).replace(" ’s", "’s").replace(" .", ".")
    for place in judge(Entry(("Miliz",), "militia", ("AFU",)), english).met:
        cut, form = reworded(english, place, ("militia", "AFU"), new)
        assert cut.start <= place.start <= place.end <= cut.end
        assert english[cut.start : place.start].lower() in ("", "a ", "an ")
        assert english[place.end : cut.end] in ("", "’s", "’")
        after = english[: cut.start] + form + english[cut.end :]
        assert after.startswith(english[: cut.start])
        assert after.endswith(english[cut.end :])
        assert new.casefold()[:2] in form.casefold()


SENTENCES = st.lists(
    st.sampled_from(
        [
            "The terrorist militias’ leader spoke.",
            "Terrorist militia troops advanced.",
            "A terrorist militia had warned Kyiv!",
            "the militia left",
            "An AFU “terrorist militia”, he said.",
            "It rained.",
        ]
    ),
    min_size=1,
    max_size=4,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=40
)
@given(SENTENCES, st.sampled_from(["armed group", "US-led police", "ISIS"]))
def test_what_is_applied_is_what_was_shown_and_nothing_else(folder: Path, parts: list[str], new: str) -> None:
    with Project.open(folder) as project:
        project.layout.glossary.write_text(GLOSSARY, "utf-8")
        project.termbase.reload()
        translation = project.open_document("eins.txt")
        translation.edit(0, " ".join(parts))
        found = [c for c in changed(project, "Terrormiliz", translation, en=new) if c.document == "eins.txt"]
        assert len(found) == 0 or "errorist militia" in translation.paragraphs[0].english
        for change in found:
            assert without(change.before, change.cut) == without(change.after, change.put)
        first = tuple(change for change in found if change.paragraph == 0)
        shown = translation.paragraphs[0].english
        for change in reversed(first):
            end = change.start + len(change.before)
            assert shown[change.start : end] == change.before
            shown = shown[: change.start] + change.after + shown[end:]
        if first:
            applied(project, first, translation)
        assert translation.paragraphs[0].english == shown
        assert "errorist militia" not in shown


def without(text: str, spans: tuple[Span, ...]) -> str:
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text
