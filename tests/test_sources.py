"""Articles in subfolders: found, named, recorded, handed over, and never outside their folders."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ARTICLE
from tests.desk import desk_on
from tests.exported import exported
from workbench.cli import main
from workbench.export import FORMATS
from workbench.formats import SUFFIXES_TOLD
from workbench.problem import WorkbenchError
from workbench.project import Project, find_layout, find_sources, make_project
from workbench.project.folder import sources as sources_module
from workbench.translation import Translation, dump_record, english_path, record_path

TEXT = "Der Gipfel begann in Eriwan.\n"


def put(root: Path, *names: str, text: str = TEXT) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def names(path: Path) -> tuple[str, ...]:
    return find_sources(find_layout(path)[0]).names


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Finding


@pytest.mark.feature("projects")
def test_articles_in_subfolders_belong_to_the_project(project_folder: Path) -> None:
    put(project_folder, "sources/ausland/minsk.txt", "sources/ausland/2025/mai.md", "sources/b.txt")
    assert names(project_folder) == ("b.txt", "gipfel.txt", "ausland/minsk.txt", "ausland/2025/mai.md")


@pytest.mark.parametrize("glossary", [True, False])
@pytest.mark.parametrize("start", [".", "sources", "sources/ausland", "sources/ausland/2025", "sources/ausland/m.txt"])
def test_one_project_from_every_place_in_it(project_folder: Path, start: str, glossary: bool) -> None:
    put(project_folder, "sources/ausland/m.txt", "sources/ausland/2025/n.txt")
    if not glossary:
        (project_folder / "glossary.yaml").unlink()
    layout, wanted = find_layout(project_folder / start)
    assert (layout.root, layout.sources) == (project_folder, project_folder / "sources")
    assert wanted == ("ausland/m.txt" if start.endswith(".txt") else None)


def test_the_way_there_may_go_up(project_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(project_folder, "sources/ausland/m.txt")
    monkeypatch.chdir(project_folder / "sources" / "ausland")
    assert find_layout(Path("m.txt"))[1] == "ausland/m.txt"
    assert find_layout(Path("../gipfel.txt"))[1] == "gipfel.txt"
    assert find_layout(Path())[0].root == project_folder


def test_a_plain_folder_has_only_its_own_articles(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "deep/b.txt")
    assert names(tmp_path) == ("a.txt",)


def test_what_is_no_article_is_passed_over(project_folder: Path) -> None:
    put(
        project_folder,
        *("sources/.hidden/a.txt", "sources/.b.txt", "sources/2025/translations/c.en.txt", "sources/exports/d.en.txt"),
        *("sources/own/sources/e.txt", "sources/own/glossary.yaml", "sources/f.pdf"),
    )
    os.mkfifo(project_folder / "sources" / "g.txt")
    (project_folder / "sources" / "h.txt").mkdir()
    assert names(project_folder) == ("gipfel.txt",)


def test_links_are_followed_once_and_never_in_circles(project_folder: Path, tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/x.txt")
    put(project_folder, "sources/ausland/m.txt")
    folder = project_folder / "sources"
    (folder / "extern").symlink_to(tmp_path / "elsewhere")
    (folder / "again").symlink_to(folder / "ausland")
    (folder / "ausland" / "up").symlink_to(folder)
    (folder / "root").symlink_to("/")
    (folder / "circle").symlink_to(folder / "circle")
    (folder / "linked.txt").symlink_to(tmp_path / "elsewhere" / "x.txt")
    assert names(project_folder) == ("gipfel.txt", "linked.txt", "ausland/m.txt", "extern/x.txt")
    for name in ("linked.txt", "extern/x.txt"):
        layout, wanted = find_layout(folder / name)
        assert (layout.root, wanted) == (project_folder, name)
        with Project.open(folder / name) as project:
            project.open_document(name).skip(0)
        assert (project_folder / "translations" / name).with_suffix(".yaml").exists()
    assert listed(tmp_path / "elsewhere") == ["x.txt"]


def test_sources_that_are_not_ours_do_not_take_an_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    put(tmp_path, "sources/mail/a.txt", "code/sources/repo/b.txt")
    assert find_layout(tmp_path / "sources" / "mail" / "a.txt")[0].root == tmp_path / "sources" / "mail"
    (tmp_path / "code" / "sources" / "repo" / ".git").mkdir()
    assert find_layout(tmp_path / "code/sources/repo/b.txt")[0].root == tmp_path / "code/sources/repo"


def test_work_of_an_earlier_day_in_a_plain_folder_is_found_again(tmp_path: Path) -> None:
    put(tmp_path, "sources/a.txt", "sources/translations/a.yaml")
    assert find_layout(tmp_path / "sources")[0].root == tmp_path / "sources"
    assert find_layout(tmp_path / "sources" / "a.txt")[0].root == tmp_path / "sources"


def test_what_cannot_be_looked_at_is_told_and_the_others_are_found(
    project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(project_folder, *(f"sources/{'/'.join('abcdefghijklmn'[:depth])}/x.txt" for depth in (1, 2, 14)))
    found = find_sources(find_layout(project_folder)[0])
    assert found.names == ("gipfel.txt", "a/x.txt", "a/b/x.txt")
    assert "deep" in str(found.problems[0])
    monkeypatch.setattr(sources_module, "MOST_ARTICLES", 1)
    assert "more than 1 articles" in str(find_sources(find_layout(project_folder)[0]).problems[0])


def test_names_that_are_one_file_elsewhere_are_told(project_folder: Path) -> None:
    put(project_folder, "sources/Gipfel.txt", "sources/x/\u00e9.txt", "sources/x/e\u0301.txt")
    problems = [str(problem) for problem in find_sources(find_layout(project_folder)[0]).problems]
    if len(names(project_folder)) == 4:  # this file system tells them apart
        assert len(problems) == 2
        assert "is one file with Gipfel.txt" in problems[0]


def test_the_last_article_may_go(project_folder: Path) -> None:
    with Project.open(project_folder) as project:
        (project_folder / "sources" / "gipfel.txt").unlink()
        assert (project.documents(), project.sources().names) == ((), ())
        with pytest.raises(WorkbenchError, match=re.escape(f"no article here – put {SUFFIXES_TOLD} files there")):
            project.names()


# Names and places


def is_file_name(part: str) -> bool:
    try:
        os.fsencode(part)
    except UnicodeEncodeError:
        return False
    return part.strip(".") != ""


PART = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=12).filter(is_file_name)
NAME = st.builds(
    lambda parts, suffix: "/".join(parts) + suffix,
    st.lists(PART, min_size=1, max_size=3),
    st.sampled_from([".txt", ".md", ".TXT"]),
)
CLOSE = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "a/", "a.txt/"]),
    st.sampled_from(["a", "A", "b", "a.md", "a.txt", "\u00e9", "e\u0301"]),
    st.sampled_from([".txt", ".md"]),
)


def beside(name: str, all_names: list[str]) -> list[str]:
    return [other for other in all_names if PurePosixPath(other).parent == PurePosixPath(name).parent]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=200)
@given(all_names=st.lists(NAME | CLOSE, min_size=1, max_size=8, unique=True))
def test_no_two_articles_have_one_record_one_english_or_one_export(all_names: list[str]) -> None:
    from workbench.export import file_name

    folder = Path("/nowhere/translations")
    records = {name: record_path(name, folder, beside(name, all_names)) for name in all_names}
    assert len(set(records.values())) == len(all_names)
    assert len({english_path(name, folder) for name in all_names}) == len(all_names)
    stems = [record.relative_to(folder).with_suffix("").as_posix() for record in records.values()]
    exports = [Path("/nowhere/exports") / file_name(stem, "docx", "english") for stem in stems]
    assert len(set(exports)) == len(all_names)
    for path in (*records.values(), *(english_path(name, folder) for name in all_names)):
        assert Path(os.path.normpath(path)).is_relative_to(folder)
    assert all(Path(os.path.normpath(path)).is_relative_to("/nowhere/exports") for path in exports)


@given(all_names=st.lists(CLOSE, min_size=1, max_size=6, unique=True), data=st.data())
def test_a_record_stays_that_of_its_article_whatever_is_added(
    tmp_path_factory: pytest.TempPathFactory, all_names: list[str], data: st.DataObject
) -> None:
    """Articles come one by one, each is worked on at once or later: all find their own records again."""
    from workbench.translation import TranslationRecord

    all_names = [name for name in all_names if not any(other.startswith(f"{name}/") for other in all_names)]
    folder = tmp_path_factory.mktemp("translations")
    begun: dict[str, Path] = {}
    for count in range(1, len(all_names) + 1):
        there = all_names[:count]
        for name in data.draw(st.permutations(there)):
            try:
                path = record_path(name, folder, beside(name, there))
            except WorkbenchError as error:  # both of its names were taken before it came
                assert "rename one" in str(error)
                continue
            assert begun.get(name, path) == path
            assert begun.get(name) == path or path not in begun.values()
            if data.draw(st.booleans()):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(dump_record(TranslationRecord(name, ())))
                begun[name] = path


@pytest.mark.parametrize("name", ["", ".", "..", "../a.txt", "/a.txt", "a/../../b.txt", "a\0.txt", "\ud800.txt"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    for place in (record_path, english_path):
        with pytest.raises(WorkbenchError, match="is no name of an article"):
            place(name, tmp_path)


def test_a_composed_and_a_decomposed_name_are_one_to_a_record(tmp_path: Path) -> None:
    put(tmp_path, "sources/x/grün.txt")
    with Project.open(tmp_path) as project:
        project.open_document("x/grün.txt").skip(0)
    record = tmp_path / "translations" / "x" / "grün.yaml"
    record.write_text(unicodedata.normalize("NFD", record.read_text(encoding="utf-8")), encoding="utf-8")
    assert record_path("x/grün.txt", tmp_path / "translations") == record


def test_a_name_that_is_no_utf8_finds_its_record_again(tmp_path: Path) -> None:
    put(tmp_path, "sources/a.txt")
    try:
        (tmp_path / "sources" / "a.txt").rename(os.fsdecode(os.fsencode(tmp_path) + b"/sources/caf\xe9.txt"))
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    with Project.open(tmp_path) as project:
        (name,) = project.names()
        project.open_document(name).skip(0)
        assert project.is_begun(name)
        assert project.open_document(name).paragraphs[0].state == "skipped"


# Same stem


def test_articles_of_one_stem_have_their_own_files_whichever_comes_first(tmp_path: Path) -> None:
    root = make_project(tmp_path / "p").root
    put(root, "sources/a.md")
    for order in (("a.md", "a.txt"), ("a.txt", "a.md")):
        put(root, "sources/a.txt")
        with Project.open(root) as project:
            made = {name: exported(project, project.open_document(name), "docx", "english").name for name in order}
        assert made == {"a.txt": "a.en.docx", "a.md": "a.md.en.docx"}


def test_both_of_one_stem_may_be_open_at_once(tmp_path: Path) -> None:
    put(tmp_path, "sources/a.md", "sources/a.txt")
    with Project.open(tmp_path) as project:
        both: list[Translation] = [project.open_document(name) for name in ("a.md", "a.txt")]
        for translation in both:
            translation.edit(0, translation.record.source)
            translation.accept(0)
            translation.save()
    for name in ("a.md", "a.txt"):
        with Project.open(tmp_path) as project:
            assert project.open_document(name).paragraphs[0].english == name
            assert (tmp_path / "translations" / name).with_suffix(f".en{Path(name).suffix}").exists()


def test_an_article_that_comes_later_takes_no_export_of_one_that_was_worked_on(tmp_path: Path) -> None:
    put(tmp_path, "sources/a.md")
    with Project.open(tmp_path) as project:
        project.open_document("a.md").skip(0)
        first = exported(project, project.open_document("a.md"), "html", "bilingual")
        put(tmp_path, "sources/a.txt")
        second = exported(project, project.open_document("a.txt"), "html", "bilingual")
        assert (first.name, second.name) == ("a.de-en.html", "a.txt.de-en.html")
        assert exported(project, project.open_document("a.md"), "html", "bilingual") == first


# Every command and every format


@pytest.fixture
def in_folder(project_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with `ausland/gipfel.txt` beside `gipfel.txt`, the first drafted and with one error."""
    put(project_folder, "sources/ausland/gipfel.txt", text=ARTICLE)
    monkeypatch.chdir(project_folder)
    assert main(["translate", "sources/ausland/gipfel.txt"]) == 0
    with Project.open(project_folder) as project:
        translation = project.open_document("ausland/gipfel.txt")
        translation.edit(5, "In Kiev, 35,000 people were counted.")
        translation.accept(5)
        translation.save()
    return project_folder


def test_a_record_and_the_english_lie_in_the_same_subfolder(in_folder: Path) -> None:
    folder = in_folder / "translations"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*")) == [
        "ausland/gipfel.en.txt",
        "ausland/gipfel.yaml",
    ]
    assert 'source: "ausland/gipfel.txt"' in (folder / "ausland" / "gipfel.yaml").read_text(encoding="utf-8")
    assert listed(in_folder / "sources") == ["ausland", "gipfel.txt"]
    assert listed(in_folder / "sources" / "ausland") == ["gipfel.txt"]


@pytest.mark.parametrize(
    ("to", "what"), [(to, what) for to, one in FORMATS.items() if to != "pdf" for what in one.holds]
)
def test_every_format_is_handed_over_into_the_same_subfolder(in_folder: Path, to: str, what: str) -> None:
    for path in ("sources/ausland/gipfel.txt", "sources/gipfel.txt"):
        assert main(["export", path, "--to", to, "--what", what]) == 0
    place = {"english": "en", "bilingual": "de-en", "queries": "queries"}[what]
    exports = in_folder / "exports"
    suffix = FORMATS[to].suffix or to
    inner, outer = exports / "ausland" / f"gipfel.{place}.{suffix}", exports / f"gipfel.{place}.{suffix}"
    assert inner.read_bytes() != outer.read_bytes()


@pytest.mark.parametrize(
    "named",
    [
        [],
        ["."],
        ["sources/ausland"],
        ["sources/ausland/gipfel.txt"],
        ["translations/ausland/gipfel.yaml"],
        ["translations/ausland/gipfel.en.txt"],
        ["glossary.yaml"],
    ],
)
def test_check_tells_the_article_and_the_record(
    in_folder: Path, capsys: pytest.CaptureFixture[str], named: list[str]
) -> None:
    capsys.readouterr()
    assert main(["check", "--format", "json", *named]) == 1
    found = [row for row in json.loads(capsys.readouterr().out) if row["check"] == "term-forbidden"]
    assert [(row["file"], row["record"], row["paragraph"]) for row in found] == [
        ("sources/ausland/gipfel.txt", "translations/ausland/gipfel.yaml", 6)
    ]
    assert main(["check", "--format", "sarif", *named]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert uris == {"translations/ausland/gipfel.yaml"}


def test_check_of_a_subfolder_is_of_it_alone(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["translate", "sources/gipfel.txt"])
    capsys.readouterr()
    main(["check", "sources/ausland"])
    assert "in 1 document" in capsys.readouterr().out
    main(["check"])
    assert "in 2 documents" in capsys.readouterr().out


def test_the_other_commands_know_it(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "sources/ausland"]) == 0
    said = capsys.readouterr().out
    assert f"project: {in_folder}, can be written" in said
    assert "articles: 2\n" in said
    assert main(["translate", "--print", "sources/ausland/gipfel.txt"]) == 0
    assert "In Kiev, 35,000" in capsys.readouterr().out
    assert main(["glossary", "candidates", "sources/ausland/gipfel.txt"]) == 0
    assert main(["restore", "ausland/gipfel.txt"]) == 0


def test_a_bare_name_means_the_one_article_it_fits(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "gipfel.txt"]) == 2
    assert "is the name of several articles – say which: gipfel.txt, ausland/gipfel.txt" in capsys.readouterr().err
    put(in_folder, "sources/ausland/minsk.txt")
    assert main(["restore", "minsk"]) == 0
    assert main(["restore", "nowhere"]) == 2
    assert "there is no such article" in capsys.readouterr().err


async def test_the_screen_opens_it_by_its_name(in_folder: Path) -> None:
    async with desk_on(in_folder / "sources" / "ausland" / "gipfel.txt") as desk:
        assert "ausland/gipfel.txt" in desk.shown()
        assert desk.english(6) == "In Kiev, 35,000 people were counted."
        await desk.press("o")
        await desk.until(lambda: "2 documents" in desk.shown())
        assert "ausland/gipfel.txt" in desk.shown()
        await desk.press("up", "enter")
        await desk.until(lambda: desk.screen.translation.record.source == "gipfel.txt")
        assert desk.screen.translation.record.source == "gipfel.txt"
