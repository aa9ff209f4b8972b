"""Two people keep one glossary: what each did is there, with the comments, and two Englishes of one term are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.team_material import needs_git, two_clones
from workbench.files import Versions
from workbench.glossary import Entry, read_glossary
from workbench.glossary.file.edit import add_entry
from workbench.glossary.file.merge import merge_glossaries
from workbench.problem import WorkbenchError
from workbench.project import Project
from workbench.translation import ParagraphRecord, State, TranslationRecord, dump_record

BASE = """\
# Ours

# Places
- de: Kiew   # the capital
  en: Kyiv
  avoid: [Kiev]
- de: Minsk
  en: Minsk

# Bodies
- de: ODKB
  en: CSTO
  kind: organisation
"""


def merged(base: str | None, ours: str, theirs: str) -> str:
    both = Versions(None if base is None else base.encode(), ours.encode(), theirs.encode())
    return merge_glossaries(both, Path("glossary.yaml")).decode()


def test_what_both_add_at_the_end_is_there_ours_first() -> None:
    ours = BASE + "- de: Eriwan\n  en: Yerevan\n"
    theirs = BASE + "# asked the editor\n- de: AFU\n  en: AFU\n"
    assert merged(BASE, ours, theirs) == ours + "# asked the editor\n- de: AFU\n  en: AFU\n"
    assert merged(BASE, BASE, theirs) == theirs
    assert merged(BASE, ours, ours) == ours


def test_forms_of_both_are_in_one_entry_and_comments_stay() -> None:
    ours = BASE.replace("avoid: [Kiev]", "avoid: [Kiev, Kiew]\n  note: not the river")
    theirs = BASE.replace("de: Kiew ", "de: [Kiew, Kyjiw] ").replace("avoid: [Kiev]", "avoid: [Kiev, Kyiw]")
    text = merged(BASE, ours, theirs)
    assert "# the capital\n" in text
    assert text.replace(" ", "").startswith("#Ours\n\n#Places\n-de:[Kiew,Kyjiw]#thecapital\n")
    assert "avoid: [Kiev, Kiew, Kyiw]" in text
    assert "note: not the river" in text


def test_another_english_of_both_stays_twice_and_is_told(tmp_path: Path) -> None:
    file = tmp_path / "glossary.yaml"
    file.write_text(merged(BASE, BASE.replace("en: CSTO", "en: CST"), BASE.replace("en: CSTO", "en: Treaty body")))
    read = read_glossary(file)
    assert "'ODKB' is 'Treaty body' here, but 'CST' at line 11 (in force)" in str(read.problems[0])
    assert [entry.en for entry in read.glossary.entries] == ["Kyiv", "Minsk", "CST"]


def test_one_changes_the_english_and_the_other_a_form() -> None:
    text = merged(BASE, BASE.replace("en: CSTO", "en: CST"), BASE.replace("de: ODKB", "de: [ODKB, OVKS]"))
    assert "- de: [ODKB, OVKS]\n  en: CST\n" in text


def test_what_one_removed_is_gone_unless_the_other_changed_it() -> None:
    without = BASE.replace("- de: Minsk\n  en: Minsk\n", "")
    noted = BASE.replace("en: Minsk\n", "en: Minsk\n  note: the city\n")
    assert "Minsk" not in merged(BASE, without, BASE + "- de: AFU\n  en: AFU\n")
    assert "note: the city" in merged(BASE, without, noted)


def test_the_head_of_the_file_stays_where_it_is_when_the_first_entry_goes() -> None:
    base = "# Ours\n# - de: a form\n\n# the harbour\n- de: Hafen\n  en: port\n- de: Bagger\n  en: digger\n"
    without = "# Ours\n# - de: a form\n\n- de: Bagger\n  en: digger\n"
    changed = base.replace("port", "harbour")
    assert merged(base, changed, without) == changed
    assert merged(base, without, changed) == changed
    assert merged(base, without, base.replace("digger", "excavator")) == without.replace("digger", "excavator")
    alone = "# Ours\n# - de: a form\n\n"
    assert merged(base, alone, changed) == changed.partition("- de: Bagger")[0]


def test_both_began_a_glossary() -> None:
    text = merged(None, "- de: Kiew\n  en: Kyiv\n", "- de: Minsk\n  en: Minsk\n- de: Kiew\n  en: Kyiv\n")
    assert sorted(text.split("- ")[1:]) == ["de: Kiew\n  en: Kyiv\n", "de: Minsk\n  en: Minsk\n"]


def test_line_ends_marks_and_what_is_broken_stay() -> None:
    windows = "\ufeff" + BASE.replace("\n", "\r\n")
    text = merged(BASE, windows + "- de: [broken\r\n", BASE + "- de: AFU\n  en: AFU")
    assert text.startswith("\ufeff# Ours\r\n")
    assert "- de: [broken\r\n- de: AFU\r\n  en: AFU" in text
    assert "\n" not in text.replace("\r\n", "")


def test_what_is_no_text_is_told() -> None:
    with pytest.raises(WorkbenchError, match="is not UTF-8"):
        merge_glossaries(Versions(None, b"- de: H\xe4fen\n", b""), Path("glossary.yaml"))


WORDS = ["Kiew", "Minsk", "Eriwan", "Hafen", "Lage"]
ENTRIES = st.lists(
    st.builds(
        lambda de, en, also, note: Entry((de,), en, also=tuple(also - {en}), note=note),
        st.sampled_from(WORDS),
        st.sampled_from(["Kyiv", "harbour", "port"]),
        st.frozensets(st.sampled_from(["haven", "dock", "quay"]), max_size=2),
        st.sampled_from(["", "a note", "another"]),
    ),
    max_size=5,
    unique_by=lambda entry: entry.de,
)


def written(entries: list[Entry]) -> str:
    lines = []
    for entry in entries:
        lines += [f"- de: {entry.de[0]}", f"  en: {entry.en}"]
        lines += [f"  also: [{', '.join(entry.also)}]"] if entry.also else []
        lines += [f"  note: {entry.note}"] if entry.note else []
    return "".join(f"{line}\n" for line in lines)


@settings(max_examples=100, deadline=None)
@given(ENTRIES, ENTRIES, ENTRIES)
def test_nothing_that_either_wrote_is_lost(base: list[Entry], ours: list[Entry], theirs: list[Entry]) -> None:
    text = merged(written(base), written(ours), written(theirs))
    for entry in (*ours, *theirs):
        if entry not in base:
            before = next((one for one in base if one.de == entry.de), Entry((), ""))
            assert f"de: {entry.de[0]}\n" in text
            assert before.en == entry.en or f"en: {entry.en}\n" in text
            assert all(form in text for form in set(entry.also) - set(before.also))
            assert before.note == entry.note or entry.note in text
    assert merged(written(base), written(ours), written(base)) == written(ours)
    assert merged(written(base), written(base), written(theirs)) == written(theirs)


@needs_git
@pytest.mark.parametrize("gone", [False, True])
def test_what_git_has_left_of_a_glossary_is_merged_when_the_project_is_opened(tmp_path: Path, gone: bool) -> None:
    anna, ben = two_clones(tmp_path, drivers=gone)
    if gone:
        ben.git("config", "merge.workbench-glossary.driver", "/no/such/python %O %A %B")
    add_entry(anna.root / "glossary.yaml", Entry(("Minsk",), "Minsk"))
    add_entry(ben.root / "glossary.yaml", Entry(("Eriwan",), "Yerevan"))
    for clone in (anna, ben):
        clone.commit()
    anna.git("push", "-q", "origin", "main")
    ben.git("pull", "-q", fine=(0, 1))
    left = (ben.root / "glossary.yaml").read_bytes()
    with Project.open(ben.root, read_only=True) as project:
        assert [entry.en for entry in project.termbase.entries] == ["Kyiv", "Yerevan", "Minsk"]
        assert [str(problem) for problem in project.termbase.problems] == [
            f"{ben.root / 'glossary.yaml'}: is shown merged with the other translator's work, and not written – open "
            "the project where it can be written; the lines that are told are those of the merged file"
        ]
    assert (ben.root / "glossary.yaml").read_bytes() == left
    assert not list(ben.root.glob("glossary.yaml.*"))
    with Project.open(ben.root) as project:
        assert [entry.en for entry in project.termbase.entries] == ["Kyiv", "Yerevan", "Minsk"]
        assert "was merged with the other translator's work" in str(project.termbase.problems[0])
    assert (ben.root / "glossary.yaml.aside-1").read_bytes() == left
    with Project.open(ben.root) as project:
        assert project.termbase.problems == ()


def test_two_englishes_of_one_term_are_told_where_nothing_may_be_written(project_folder: Path) -> None:
    marked = b"<<<<<<< HEAD\n- de: Gipfel\n  en: summit\n=======\n- de: Gipfel\n  en: top\n>>>>>>> theirs\n"
    (project_folder / "glossary.yaml").write_bytes(marked)
    article = project_folder / "sources" / "gipfel.txt"
    article.write_text("Der Gipfel endet.\n", encoding="utf-8")
    record = TranslationRecord("gipfel.txt", (ParagraphRecord("Der Gipfel endet.", "It ends.", State.TRANSLATED),))
    (project_folder / "translations").mkdir(exist_ok=True)
    (project_folder / "translations" / "gipfel.yaml").write_bytes(dump_record(record))
    with Project.open(project_folder, read_only=True) as project:
        shown, told = project.termbase.problems
        assert "is shown merged" in str(shown)
        assert "'Gipfel' is 'top' here, but 'summit' at line" in str(told)
        found = project.document_findings(project.open_document("gipfel.txt"))
        assert any("summit" in finding.message for finding in found if finding.check == "term-missing")
    assert (project_folder / "glossary.yaml").read_bytes() == marked


@needs_git
def test_git_merges_a_glossary_by_its_entries(tmp_path: Path) -> None:
    anna, ben = two_clones(tmp_path)
    add_entry(anna.root / "glossary.yaml", Entry(("Minsk",), "Minsk"))
    add_entry(ben.root / "glossary.yaml", Entry(("Eriwan",), "Yerevan"))
    for clone in (anna, ben):
        clone.commit()
    anna.git("push", "-q", "origin", "main")
    ben.git("pull", "-q")
    entries = read_glossary(ben.root / "glossary.yaml").glossary.entries
    assert [entry.en for entry in entries] == ["Kyiv", "Yerevan", "Minsk"]
