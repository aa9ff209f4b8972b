"""Models as OPUS-MT really makes them, and what is like them and is told by its own name."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.marian_model import NAME, README, marian_folder
from harness.random_marian import LISTS, ODD_PIECES, random_folder, random_folder_of_lists, vocabulary
from tests.argos_material import everything, package_zip
from workbench.engine import embedded_package, install_file, installed_packages, open_package
from workbench.engine.argos.engine import ArgosEngine
from workbench.engine.argos.marian import open_marian
from workbench.engine.argos.marian_package import as_package
from workbench.engine.argos.vocabulary import as_yaml
from workbench.problem import WorkbenchError

pytest_plugins = ("tests.argos_fixtures", "tests.opus_fixtures")


def pieces_of(package: Path, which: str) -> list[str]:
    """The pieces of a converted model, in order."""
    found = json.loads((package / "model" / f"{which}_vocabulary.json").read_text(encoding="utf-8"))
    return [str(piece) for piece in found]


# --- a network of OPUS-MT's own settings


def test_a_network_of_opus_mts_settings_is_converted_with_every_piece_in_its_place(
    tmp_path: Path, opus_folder: Path
) -> None:
    """Normalised after each part, swish, computed positions; a vocabulary with quotes, backslashes, long pieces."""
    folder = random_folder(tmp_path / "opus", opus_folder)
    package = as_package(folder, "opus", tmp_path)
    assert pieces_of(package, "shared") == vocabulary(2000) and set(ODD_PIECES) <= set(vocabulary(2000))
    opened = open_package(package)
    assert opened.length_penalty == 1
    ((draft,),) = ArgosEngine(opened).translate(["Das Haus ist groß."])
    assert draft.pieces and -50 < draft.score < 0, "it can be run"


def test_vocabularies_that_are_lists_are_read_line_by_line(tmp_path: Path, opus_folder: Path) -> None:
    """What OPUS-MT's later models have: the pieces of `source.spm` and `target.spm`, in their own order."""
    german = ["<unk>", "<s>", "</s>", *ODD_PIECES, "▁Haus", "▁ist"]
    english = ["<unk>", "<s>", "</s>", "▁house", *reversed(ODD_PIECES)]
    package = as_package(random_folder_of_lists(tmp_path / "opus", opus_folder, german, english), "opus", tmp_path)
    assert pieces_of(package, "source") == german and pieces_of(package, "target") == english
    ((draft,),) = ArgosEngine(open_package(package)).translate(["Das Haus ist groß."])
    assert set(draft.pieces) <= set(english)


def test_a_list_drafts_the_same_as_the_vocabulary_in_yaml(argos: Path, tmp_path: Path, opus_package: Path) -> None:
    folder = marian_folder(tmp_path / NAME, embedded_package().path)
    decoder = (folder / "decoder.yml").read_text(encoding="utf-8")
    (yaml_file,) = folder.glob("*.vocab.yml")
    pieces = pieces_of(opus_package, "shared")
    (folder / LISTS[0]).write_text("".join(f"{piece}\t-1.5\r\n" for piece in pieces), encoding="utf-8", newline="")
    (folder / "decoder.yml").write_text(decoder.replace(yaml_file.name, LISTS[0]), encoding="utf-8")
    yaml_file.unlink()
    german = ["Die Regierung würde das nicht tun."]
    usual, ours = (ArgosEngine(package) for package in (open_package(opus_package), install_file(folder)))
    assert ours.translate(german)[0][0].english == usual.translate(german)[0][0].english


piece_texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="'\"\\:?# "), min_size=1)


@given(st.lists(piece_texts.filter(lambda piece: "\\x" not in piece), min_size=1, max_size=20))
def test_the_converter_reads_from_a_list_what_stood_in_it(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    from ctranslate2.converters.marian import load_vocab

    folder = tmp_path_factory.mktemp("list")
    (folder / "a.vocab").write_text("".join(f"{piece}\n" for piece in pieces), encoding="utf-8", newline="\n")
    assert load_vocab(as_yaml(folder / "a.vocab", folder / "a.yml")) == pieces
    assert as_yaml(folder / "a.yml", folder / "b.yml") == folder / "a.yml", "what is YAML stays"


# --- cards


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_a_card_of_windows_is_read_as_any(tmp_path: Path, opus_folder: Path, ends: str, mark: bytes) -> None:
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    (folder / "README.md").write_bytes(mark + README.replace("\n", ends).encode())
    model = open_marian(folder, "another name")
    assert model.name == NAME and model.of_opus_mt


@pytest.mark.parametrize(
    ("pair", "name"),
    [
        ("deu-eng", "opus-2021-02-22"),
        ("gmw-eng", "gmw-eng-opus-2021-02-22"),
        ("de-en", "de-en-opus-2021-02-22"),
        ("deu+nds-eng", "deu+nds-eng-opus-2021-02-22"),
    ],
)
def test_models_that_were_named_by_the_same_day_are_told_apart(
    tmp_path: Path, opus_folder: Path, pair: str, name: str
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    card = README.replace(NAME, "opus-2021-02-22").replace("deu-eng", pair).replace("s): deu", "s): deu gsw nds")
    (folder / "README.md").write_text(card, encoding="utf-8")
    assert open_marian(folder, "x").name == name


# --- what is like it


def hugging_face(folder: Path, opus_folder: Path) -> Path:
    """A folder as it is fetched from there."""
    folder.mkdir()
    for name in ("config.json", "generation_config.json", "pytorch_model.bin", "vocab.json", "tokenizer_config.json"):
        (folder / name).write_bytes(b"{}")
    for name in ("source.spm", "target.spm", "README.md"):
        shutil.copyfile(opus_folder / name, folder / name)
    return folder


def zipped(path: Path, folder: Path, top: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.rglob("*"):
            archive.write(file, f"{top}{file.relative_to(folder).as_posix()}")
    return path


def refused(path: Path, packages: Path) -> str:
    before = everything(packages.parent)
    with pytest.raises(WorkbenchError) as caught:
        install_file(path)
    assert everything(packages.parent) == before
    return str(caught.value)


@pytest.mark.parametrize("form", ["a folder", "a zip", "a zip of the folder"])
def test_hugging_faces_form_is_told_with_where_to_find_the_same_model(
    argos: Path, tmp_path: Path, opus_folder: Path, form: str
) -> None:
    path = hugging_face(tmp_path / "opus-mt-de-en", opus_folder)
    if form != "a folder":
        path = zipped(tmp_path / "opus.zip", path, "opus-mt-de-en/" if "folder" in form else "")
    line = refused(path, argos)
    assert line.startswith(str(path)) and "is a model in Hugging Face's form, which this program does not read" in line
    assert "https://object.pouta.csc.fi/Tatoeba-MT-models/deu-eng/" in line


def test_a_model_without_its_decoder_is_told(argos: Path, tmp_path: Path, opus_folder: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    (folder / "decoder.yml").unlink()
    assert "has no decoder.yml, which says which files are the model" in refused(folder, argos)
    assert "has no decoder.yml" in refused(zipped(tmp_path / "opus.zip", folder), argos)


def test_a_packages_folder_is_told_with_where_it_may_be_put(argos: Path, opus_package: Path) -> None:
    line = refused(opus_package, argos)
    assert "is a package's folder, not a package file" in line and f"zip it, or copy it into {argos}" in line


@pytest.mark.parametrize(("decoder", "metadata"), [("decoder.yml", "metadata.json"), ("decoder.yml", "METADATA.json")])
def test_a_package_at_the_top_of_a_zip_is_refused_with_or_without_a_decoder(
    argos: Path, tmp_path: Path, opus_package: Path, decoder: str, metadata: str
) -> None:
    """Else it would lie in Argos's folder under the name of the one it was unpacked in."""
    path = zipped(tmp_path / "p.zip", opus_package)
    assert "does not hold exactly one folder at its top" in refused(path, argos)
    shutil.copytree(opus_package, tmp_path / "p")
    (tmp_path / "p" / "metadata.json").rename(tmp_path / "p" / metadata)
    (tmp_path / "p" / decoder).write_text("models: [a.npz]\n", encoding="utf-8")
    line = refused(zipped(tmp_path / "q.zip", tmp_path / "p"), argos)
    assert "does not hold exactly one folder at its top" in line and "decoder.yml at the top" in line


def test_a_decoder_by_another_name_is_none(argos: Path, tmp_path: Path, opus_folder: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    (folder / "decoder.yml").rename(folder / "DECODER.YML")
    assert "has no decoder.yml" in refused(zipped(tmp_path / "opus.zip", folder), argos)


def test_what_the_finder_of_macos_adds_to_a_zip_is_left_out(argos: Path, tmp_path: Path) -> None:
    path = package_zip(tmp_path / "p.argosmodel")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/translate-de_en-1_3/._metadata.json", b"\0\5\x16\7")
    package = install_file(path)
    assert installed_packages() == (package,)
    assert not list(package.path.rglob("._*"))
