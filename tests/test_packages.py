"""Argos packages on this machine: the embedded one, the user's own, and folders that are not quite one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.argos_material import METADATA
from workbench.engine import (
    Package,
    broken_packages,
    embedded_package,
    find_package,
    installed_packages,
    open_package,
)
from workbench.problem import WorkbenchError

pytest_plugins = ("tests.argos_fixtures",)


def package_folder(path: Path, **metadata: object) -> Path:
    """A package folder with the embedded one's files, its weights cut short to be copied quickly."""
    own = embedded_package()
    (path / "model").mkdir(parents=True)
    shutil.copy(own.pieces, path / "sentencepiece.model")
    for name in ("config.json", "shared_vocabulary.json"):
        shutil.copy(own.model / name, path / "model" / name)
    with (own.model / "model.bin").open("rb") as weights:
        (path / "model" / "model.bin").write_bytes(weights.read(200_000))
    (path / "metadata.json").write_text(json.dumps(METADATA | metadata), encoding="utf-8")
    return path


# --- the embedded package


def test_the_embedded_package_is_complete_obeys_markers_and_has_a_frank_card() -> None:
    package = embedded_package()
    assert package.embedded
    assert package.markers == ("⟦", "⟧")
    assert package.version == "0.3"
    assert package.name == "translate-de_en-0_3"
    assert "Limits" in package.card and "rough drafts" in package.card
    assert package.pieces.is_file() and (package.model / "model.bin").stat().st_size > 15_000_000


def test_the_embedded_package_is_found_by_id_by_name_and_as_embedded() -> None:
    package = embedded_package()
    assert find_package(package.id) is package
    assert find_package(package.name) is package
    assert find_package("embedded") is package


def test_opening_the_embedded_package_loads_no_engine_and_writes_nothing(
    tmp_path: Path,
) -> None:
    look = (
        "import sys; from workbench.engine import embedded_package as e; e()\n"
        "slow = ('argostranslate', 'ctranslate2', 'sentencepiece', 'urllib.request')\n"
        "print([module for module in slow if module in sys.modules])"
    )
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "SYSTEMROOT": r"C:\Windows"}
    shown = subprocess.run([sys.executable, "-c", look], env=home, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
    assert list(tmp_path.iterdir()) == []


# --- the id


def test_the_id_belongs_to_the_weights_and_not_to_the_place(tmp_path: Path) -> None:
    here = open_package(package_folder(tmp_path / "here" / "translate-de_en-1_3"))
    there = open_package(package_folder(tmp_path / "there" / "renamed"))
    assert here.id == there.id
    assert here.id.startswith("translate-de_en-1.3-")
    assert (here.name, there.name) == ("translate-de_en-1_3", "renamed")


def test_the_id_survives_other_line_ends_in_the_metadata(tmp_path: Path) -> None:
    folder = package_folder(tmp_path / "p")
    before = open_package(folder).id
    (folder / "metadata.json").write_bytes(json.dumps(METADATA, indent=2).replace("\n", "\r\n").encode())
    assert open_package(folder).id == before


@pytest.mark.parametrize("place", [5_000, -100])
def test_trained_on_is_another_package(tmp_path: Path, place: int) -> None:
    folder = package_folder(tmp_path / "p")
    before = open_package(folder).id
    weights = bytearray((folder / "model" / "model.bin").read_bytes())
    changed = range(place, len(weights), 1) if place > 0 else range(len(weights) + place, len(weights))
    for byte in changed:
        weights[byte] ^= 1
    (folder / "model" / "model.bin").write_bytes(weights)
    assert open_package(folder).id != before


def test_another_tokenizer_is_another_package(tmp_path: Path) -> None:
    folder = package_folder(tmp_path / "p")
    before = open_package(folder).id
    pieces = folder / "sentencepiece.model"
    pieces.write_bytes(pieces.read_bytes() + b"\0")
    assert open_package(folder).id != before


# --- folders that are not a package, or not one for this program

Spoil = Callable[[Path], object]


def _write(name: str, content: bytes) -> Spoil:
    return lambda folder: (folder / name).write_bytes(content)


def _remove(name: str) -> Spoil:
    return lambda folder: (folder / name).unlink()


def _say(**metadata: object) -> Spoil:
    return lambda folder: (folder / "metadata.json").write_text(json.dumps(METADATA | metadata), encoding="utf-8")


FAULTS: list[tuple[Spoil, str, str]] = [
    (_remove("metadata.json"), "metadata.json", "is missing"),
    (_write("metadata.json", b"{"), "metadata.json", "not JSON"),
    (_write("metadata.json", b'{"a": "\xff"}'), "metadata.json", "not JSON in UTF-8"),
    (_write("metadata.json", b"[" * 100_000), "metadata.json", "not JSON"),
    (_write("metadata.json", b"[]"), "metadata.json", "not a JSON object"),
    (_write("metadata.json", b" " * 1_000_001), "metadata.json", "larger than 1 MB"),
    (_say(type="sbd"), "metadata.json", "of type “sbd”"),
    (_say(from_code="en", to_code="de"), "metadata.json", "translates en→de"),
    (_say(target_prefix="__en__"), "metadata.json", "target prefix"),
    (_say(term_markers=["⟦"]), "metadata.json", "term_markers"),
    (_say(term_markers=["|", "|"]), "metadata.json", "term_markers"),
    (_say(term_markers=["", "]"]), "metadata.json", "term_markers"),
    (_say(term_markers="⟦⟧"), "metadata.json", "term_markers"),
    (_say(length_penalty="1"), "metadata.json", "length_penalty"),
    (_say(length_penalty=-1), "metadata.json", "length_penalty"),
    (_say(length_penalty=float("nan")), "metadata.json", "length_penalty"),
    (_say(length_penalty=True), "metadata.json", "length_penalty"),
    (_say(term_markers=["\x1b[", "]"]), "metadata.json", "term_markers"),
    (_remove("model/model.bin"), "model.bin", "is missing"),
    (_write("model/model.bin", b""), "model.bin", "not a CTranslate2 model"),
    (_write("model/model.bin", b"version https://git-lfs"), "model.bin", "not a CTranslate2 model"),
    (_remove("model/config.json"), "config.json", "is missing"),
    (_remove("model/shared_vocabulary.json"), "shared_vocabulary.json", "vocabulary"),
    (_remove("sentencepiece.model"), "sentencepiece.model", "is missing"),
    (_write("sentencepiece.model", b""), "sentencepiece.model", "is empty"),
]


@pytest.mark.parametrize(("spoil", "where", "what"), FAULTS)
def test_every_fault_of_a_folder_names_the_file_and_a_remedy(
    tmp_path: Path, spoil: Spoil, where: str, what: str
) -> None:
    folder = package_folder(tmp_path / "p")
    spoil(folder)
    with pytest.raises(WorkbenchError) as caught:
        open_package(folder)
    problem = caught.value.problem
    assert str(problem.where).endswith(where)
    assert what in problem.what
    assert problem.mend
    assert "\n" not in str(problem) and "\x1b" not in str(problem)


def test_a_bpe_package_is_refused_in_one_line_that_says_which_to_take(tmp_path: Path) -> None:
    folder = package_folder(tmp_path / "p")
    (folder / "sentencepiece.model").rename(folder / "bpe.model")
    with pytest.raises(WorkbenchError, match=r"bpe\.model: is a BPE tokenizer.*SentencePiece"):
        open_package(folder)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="is not a folder"):
        open_package(tmp_path / "nowhere")


def test_a_package_without_term_markers_and_without_a_card_is_a_good_package(tmp_path: Path) -> None:
    package = open_package(package_folder(tmp_path / "p"))
    assert package.markers is None
    assert package.card == ""
    assert not package.embedded


def test_older_packages_with_text_vocabularies_and_no_config_open(tmp_path: Path) -> None:
    folder = package_folder(tmp_path / "p")
    weights = folder / "model" / "model.bin"
    weights.write_bytes((5).to_bytes(4, "little") + weights.read_bytes()[4:])
    (folder / "model" / "config.json").unlink()
    (folder / "model" / "shared_vocabulary.json").rename(folder / "model" / "source_vocabulary.txt")
    with pytest.raises(WorkbenchError, match="vocabulary"):
        open_package(folder)
    shutil.copy(folder / "model" / "source_vocabulary.txt", folder / "model" / "target_vocabulary.txt")
    assert open_package(folder).version == "1.3"


def test_a_card_cannot_carry_terminal_escapes_nor_break_on_other_encodings(tmp_path: Path) -> None:
    folder = package_folder(tmp_path / "p", package_version="1.3\x1b]0;x\x07")
    (folder / "README.md").write_bytes("# Karte \x1b[2J\u202eund mehr".encode() + b"\xff\n")
    package = open_package(folder)
    assert package.card.startswith("# Karte")
    for text in (package.card, package.version, package.id):
        assert not set(text) & {"\x1b", "\x07", "\u202e"}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=6,
    ),
    st.sampled_from(
        ["package_version", "type", "from_code", "to_code", "term_markers", "target_prefix", "code", "length_penalty"]
    ),
)
def test_whatever_stands_in_the_metadata_the_folder_opens_or_is_refused(
    tmp_path: Path, value: object, key: str
) -> None:
    folder = tmp_path / "p"
    if not folder.exists():
        package_folder(folder)
    (folder / "metadata.json").write_text(json.dumps(METADATA | {key: value}), encoding="utf-8")
    try:
        package = open_package(folder)
    except WorkbenchError as error:
        assert "metadata.json" in str(error.problem.where)
    else:
        assert package.id.isascii() and " " not in package.id


# --- the user's own packages


def test_own_packages_are_listed_newest_first_and_other_languages_left_out(argos: Path) -> None:
    package_folder(argos / "translate-de_en-1_9", package_version="1.9")
    package_folder(argos / "translate-de_en-1_10", package_version="1.10")
    package_folder(argos / "translate-en_de-1_3", from_code="en", to_code="de")
    (argos / "readme.txt").write_text("not a folder")
    assert [package.version for package in installed_packages()] == ["1.10", "1.9"]
    assert broken_packages() == ()
    assert not any(package.embedded for package in installed_packages())


def test_a_broken_package_is_skipped_and_told_and_the_rest_stay_usable(argos: Path) -> None:
    good = package_folder(argos / "translate-de_en-1_3")
    (package_folder(argos / "translate-de_en-1_4") / "model" / "model.bin").unlink()
    (argos / "empty").mkdir()
    assert [package.path for package in installed_packages()] == [good]
    told = [str(problem) for problem in broken_packages()]
    assert len(told) == 2
    assert any("translate-de_en-1_4" in line and "model.bin" in line for line in told)
    assert any("empty" in line and "metadata.json" in line for line in told)


def test_own_packages_are_found_by_name_and_id(argos: Path) -> None:
    package_folder(argos / "translate-de_en-1_3")
    (found,) = installed_packages()
    assert find_package("translate-de_en-1_3") == found
    assert find_package(found.id) == found


def test_an_unknown_name_says_where_to_look(argos: Path) -> None:
    with pytest.raises(WorkbenchError, match="workbench model list"):
        find_package("translate-de_en-9_9")


def test_asking_for_a_broken_package_tells_what_is_wrong_with_it(argos: Path) -> None:
    (package_folder(argos / "mine") / "sentencepiece.model").unlink()
    with pytest.raises(WorkbenchError, match=r"sentencepiece\.model: is missing"):
        find_package("mine")


def test_the_folder_that_argos_environment_names_is_the_one_that_counts(
    argos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package_folder(argos / "in-the-default-folder")
    package_folder(tmp_path / "mine" / "in-my-folder")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "mine"))
    assert [package.name for package in installed_packages()] == ["in-my-folder"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("ARGOS_PACKAGES_DIR", "{file}"), ("XDG_DATA_HOME", "{file}"), ("ARGOS_INTER_THREADS", "two")],
)
def test_broken_argos_settings_are_one_problem_and_the_embedded_package_still_works(
    argos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    monkeypatch.setenv(name, value.format(file=file))
    assert installed_packages() == ()
    (problem,) = broken_packages()
    assert problem.mend
    assert find_package("embedded").embedded


def test_a_settings_file_that_is_no_json_prints_nothing(
    argos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config" / "argos-translate").mkdir(parents=True)
    (tmp_path / "config" / "argos-translate" / "settings.json").write_text("{")
    package_folder(argos / "translate-de_en-1_3")
    assert [type(package) for package in installed_packages()] == [Package]
    assert capsys.readouterr().out == ""
