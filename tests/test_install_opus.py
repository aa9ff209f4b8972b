"""A model of OPUS-MT's form is converted, installed as a package, and drafts; whatever is wrong with one is a line."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from harness.marian_model import NAME, README, VOCABULARY, WEIGHTS
from tests.argos_material import everything
from tests.test_command_line import workbench
from workbench.engine import (
    find_package,
    install_file,
    installed_packages,
    try_package,
)
from workbench.engine.argos.folder import argos_places
from workbench.engine.argos.marian import open_marian
from workbench.engine.argos.staging import staging_folder
from workbench.problem import WorkbenchError

pytest_plugins = ("tests.argos_fixtures", "tests.opus_fixtures")

PACKAGE = f"translate-de_en-{NAME}"


# --- from a file


def test_a_zip_is_converted_and_installed_with_its_pieces_its_card_and_its_licence(argos: Path, opus_zip: Path) -> None:
    said: list[str] = []
    package = install_file(opus_zip, said.append)
    assert (package.name, package.version, package.maker) == (PACKAGE, "2026.11.28", "OPUS-MT")
    assert package.pieces.name == "source.spm" and package.target_pieces.name == "target.spm"
    assert package.markers is None and not package.embedded
    assert "CC-BY 4.0" in package.card and "source language(s): deu" in package.card
    assert (package.path / "LICENSE").read_text() == "Attribution 4.0 International\n"
    assert 20_000_000 < (package.model / "model.bin").stat().st_size < 35_000_000, "it is int8"
    assert installed_packages() == (package,)
    assert find_package(PACKAGE) == package
    assert not staging_folder(argos_places()).exists()
    assert said == ["converting it to int8 (a minute or two)", "trying it"]
    try_package(package)


def test_a_folder_is_installed_as_well_and_stays_as_it_is(argos: Path, opus_folder: Path) -> None:
    before = everything(opus_folder)
    assert install_file(opus_folder).name == PACKAGE
    assert everything(opus_folder) == before


def test_an_empty_licence_is_none_and_what_comes_from_another_store_is_not_opus_mts(
    argos: Path, opus_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    (folder / "LICENSE").write_bytes(b"")
    card = (folder / "README.md").read_text(encoding="utf-8")
    (folder / "README.md").write_text(card.replace("object.pouta.csc.fi/Tatoeba-MT-models", "example.org"))
    package = install_file(folder)
    assert package.maker == "Marian" and "CC-BY" not in package.card
    assert "is not among its files" in package.card and not (package.path / "LICENSE").exists()


def test_argos_itself_finds_it_and_reads_its_pieces(argos: Path, opus_package: Path) -> None:
    shutil.copytree(opus_package, argos / PACKAGE)
    from argostranslate.package import get_installed_packages

    (seen,) = get_installed_packages([argos])
    assert (seen.from_code, seen.to_code) == ("de", "en")
    assert seen.tokenizer.encode("Das Haus") == ["▁Das", "▁Haus"]
    assert seen.tokenizer.decode(["▁The", "▁house"]) == "The house"


def test_the_command_installs_chooses_and_describes_it(
    argos: Path, opus_package: Path, opus_folder: Path, project_folder: Path
) -> None:
    done = workbench("model", "install", str(opus_folder), cwd=project_folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("installed: translate-de_en-2026.11.28-")
    assert workbench("model", "use", PACKAGE, cwd=project_folder).returncode == 0
    listed = workbench("model", "list", cwd=project_folder).stdout
    assert f"{PACKAGE} 2026.11.28  (installed, OPUS-MT, glossary by alignment)" in listed
    told = workbench("model", "info", cwd=project_folder).stdout
    assert told.startswith(f"{PACKAGE} 2026.11.28\n") and "CC-BY 4.0" in told
    assert workbench("translate", "sources/gipfel.txt", cwd=project_folder).returncode == 0
    record = (project_folder / "translations" / "gipfel.yaml").read_text()
    assert "CSTO" in record and "Tsikhanouskaya" in record and "translate-de_en-2026.11.28-" in record


# --- what is wrong with one

Spoil = Callable[[Path], object]


def _write(name: str, content: bytes) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()  # else the model that all tests share would be written
        (folder / name).write_bytes(content)

    return spoil


def _remove(name: str) -> Spoil:
    return lambda folder: (folder / name).unlink()


def _link(name: str) -> Spoil:
    def spoil(folder: Path) -> None:
        if os.name == "nt":
            pytest.skip("a link needs rights of its own on Windows")
        (folder / name).rename(folder.parent / f"{folder.name} {name}")
        (folder / name).symlink_to(folder.parent / f"{folder.name} {name}")

    return spoil


def _say(old: str, new: str) -> Spoil:
    return _write("README.md", README.replace(old, new).encode())


def _decoder(models: object = (WEIGHTS,), vocabs: object = (VOCABULARY, VOCABULARY), more: str = "") -> Spoil:
    def listed(names: object) -> str:
        return "".join(f"\n- {name}" for name in names) if isinstance(names, tuple) else f" {names}"

    return _write("decoder.yml", f"models:{listed(models)}\nvocabs:{listed(vocabs)}\n{more}".encode())


def _weights(**arrays: Any) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / WEIGHTS).unlink()
        np.savez(folder / WEIGHTS, **arrays)

    return spoil


def _settings(text: str) -> Spoil:
    return _weights(**{"special:model.yml": np.frombuffer(text.encode() + b"\0", np.int8)})


def _many_parts(folder: Path) -> None:
    (folder / WEIGHTS).unlink()
    with zipfile.ZipFile(folder / WEIGHTS, "w") as archive:
        for number in range(30_000):
            archive.writestr(f"{number}.npy", b"")


def _bomb(folder: Path) -> None:
    (folder / WEIGHTS).unlink()
    with zipfile.ZipFile(folder / WEIGHTS, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("special:model.yml.npy", bytes(100_000_000))


def _pickle(folder: Path) -> None:
    (folder / WEIGHTS).unlink()
    hostile: dict[str, Any] = {"special:model.yml": np.array([print], dtype=object)}
    np.savez(folder / WEIGHTS, **hostile)


_MERGES = b"k0: &a0 {a: b, c: d}\n" + b"".join(
    b"k%d: &a%d {<<: [%s]}\n" % (at, at, b",".join([b"*a%d" % (at - 1)] * 10)) for at in range(1, 10)
)
"""1 kB: a reader that merges makes a thousand million pairs of it."""
_LISTS = _MERGES.replace(b"{<<: ", b"").replace(b"]}\n", b"]\n").replace(b"{a: b, c: d}", b"[a, b]")

FAULTS: dict[str, tuple[Spoil, str]] = {
    "no source pieces": (_remove("source.spm"), "source.spm: is missing"),
    "no target pieces": (_remove("target.spm"), "target.spm: is missing"),
    "empty pieces": (_write("target.spm", b""), "target.spm: is empty"),
    "pieces that are none": (_write("target.spm", b"no model"), "its model does not load"),
    "BPE": (lambda folder: (folder / "source.spm").rename(folder / "source.bpe"), "BPE"),
    "pieces that are a link": (_link("source.spm"), "source.spm: is a link"),
    "weights that are a link": (_link(WEIGHTS), "is a link"),
    "no weights": (_remove(WEIGHTS), f"{WEIGHTS}: is missing"),
    "no vocabulary": (_remove(VOCABULARY), f"{VOCABULARY}: is missing"),
    "a vocabulary that is none": (_write(VOCABULARY, b"\xff\xfe\0"), "cannot be converted"),
    "a short vocabulary": (_write(VOCABULARY, b"</s>: 0\n<unk>: 1\n"), "cannot be converted"),
    "no card": (_remove("README.md"), "README.md: is missing"),
    "a card that says nothing": (_write("README.md", b"# A model\n"), "does not say between which languages"),
    "the other direction": (_write("README.md", b"* source language(s): eng\n* target language(s): deu\n"), "eng→deu"),
    "another language": (_say("deu\n", "fra\n"), "fra→eng"),
    "several targets": (_say("s): eng", "s): eng fra"), "deu→eng, fra"),
    "a target to be named": (_write("README.md", f"{README}* language token `>>id<<`\n".encode()), ">>id<<"),
    "the other direction by its address": (
        _write("README.md", b"* download: https://example.org/eng-deu/opus-2020-01-01.zip\n"),
        "eng→deu",
    ),
    "a decoder that is no YAML": (_write("decoder.yml", b"models: [\n"), "decoder.yml:2: is not YAML"),
    "a decoder of letters": (_write("decoder.yml", b"models"), "does not say which files"),
    **{
        f"a decoder with {tag}": (_write("decoder.yml", f"models: {tag}\n".encode()), "decoder.yml:1: the tag")
        for tag in ("!!python/name:os.system x", "!!bool x", "!!timestamp x", '!!int ""', "!!binary _", "!!set {a}")
    },
    "a decoder that copies itself": (_write("decoder.yml", _MERGES), "decoder.yml:2: the alias `*a0` is not used"),
    "a decoder of many copies": (_write("decoder.yml", _LISTS), "decoder.yml:2: the alias `*a0` is not used"),
    "a deep decoder": (_write("decoder.yml", b"[" * 15_000), "decoder.yml:1: is nested too deeply"),
    "a decoder of numbers": (_write("decoder.yml", b"models: [1, [2]]\nvocabs: {a: b}\n"), "no files as `models`"),
    "a decoder that is no text": (_write("decoder.yml", b"models: \xff\n"), "is not UTF-8"),
    "a card of line breaks": (_write("README.md", b"\n" * 199_000), "does not say between which languages"),
    "a card of signs": (_write("README.md", b"#" * 100_000 + b" *" * 49_000), "does not say between which languages"),
    "a large licence": (_write("LICENSE", b"x" * 200_001), "LICENSE: is empty or larger than 200 kB"),
    "a large decoder": (_write("decoder.yml", b" " * 300_000), "decoder.yml: is empty or larger"),
    "no models": (_decoder(models=()), "names no files as `models`"),
    "a number of models": (_decoder(models="3"), "names no files as `models`"),
    "two models": (_decoder(models=(WEIGHTS, WEIGHTS)), "several models"),
    "a model elsewhere": (_decoder(models=(f"../{WEIGHTS}",)), "not in the model's folder"),
    "a model at the root": (_decoder(models=("/etc/model.npz",)), "not in the model's folder"),
    "a vocabulary elsewhere": (_decoder(vocabs=("..\\vocab.yml",)), "not in the model's folder"),
    "vocabularies of pieces": (_decoder(vocabs=("source.spm", "target.spm")), "a SentencePiece model (“source.spm”)"),
    "a vocabulary of another form": (_decoder(vocabs=("README.md",)), "“README.md” as its vocabulary, which"),
    "weights of another form": (_decoder(models=("model.bin",)), "“model.bin” as its model, which is no .npz file"),
    "an odd normalize": (_decoder(more="normalize: much\n"), "`normalize`"),
    "weights that are no archive": (_write(WEIGHTS, b"x" * 1000), "no weights of Marian's"),
    "weights of something else": (_weights(a=np.zeros(3)), "special:model.yml is missing"),
    "weights that are a bomb": (_bomb, "zip bomb"),
    "weights of tens of thousands of parts": (_many_parts, "no weights of Marian's"),
    "weights that hold code": (_pickle, "cannot be converted"),
    "another network": (_settings("type: s2s\n"), "cannot be converted"),
    "Firefox's network": (
        _settings(
            "{type: transformer, transformer-decoder-autoreg: rnn, transformer-no-projection: false, "
            "transformer-ffn-activation: relu, transformer-preprocess: '', transformer-postprocess: dan, "
            "transformer-postprocess-emb: d, transformer-guided-alignment-layer: last}"
        ),
        "cannot be converted",
    ),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_what_is_wrong_with_a_model_is_one_line_and_nothing_is_changed(
    argos: Path, opus_folder: Path, tmp_path: Path, kind: str
) -> None:
    spoil, what = FAULTS[kind]
    folder = tmp_path / "model"
    folder.mkdir()
    for file in opus_folder.iterdir():
        os.link(file, folder / file.name)
    spoil(folder)
    before = everything(argos.parent)
    with pytest.raises(WorkbenchError) as caught:
        install_file(folder)
    line = str(caught.value)
    assert what in line and "\n" not in line and ".workbench-install" not in line and str(folder) in line
    assert caught.value.problem.mend
    assert everything(argos.parent) == before


@pytest.mark.parametrize("said", [("deu", "eng"), ("German", "English"), ("de", "en")])
def test_a_card_may_name_the_languages_by_code_or_in_words(
    opus_folder: Path, tmp_path: Path, said: tuple[str, str]
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    card = f"# m.zip\n\n* source language: {said[0]}\n* target language: {said[1]}\n"
    (folder / "README.md").write_text(card, encoding="utf-8")
    assert open_marian(folder, "m").card == card


def test_a_model_that_makes_no_english_of_german_is_none(argos: Path, opus_folder: Path, tmp_path: Path) -> None:
    """The card says German→English, and the vocabulary makes other words of it."""
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    text = (folder / VOCABULARY).read_text(encoding="utf-8")
    swapped = text.replace("\n▁house:", "\n▁kept:", 1).replace("\n▁großen:", "\n▁house:", 1)
    assert swapped != text
    (folder / VOCABULARY).write_text(swapped, encoding="utf-8")
    with pytest.raises(WorkbenchError, match="so it is no German→English model"):
        install_file(folder)
    assert installed_packages() == ()


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", [WEIGHTS, VOCABULARY, "source.spm", "README.md", ""])
def test_what_may_not_be_read_is_told_as_that(argos: Path, opus_folder: Path, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    (folder / name).chmod(0)
    with pytest.raises(WorkbenchError, match=r"cannot be read .* – set its permissions and try again"):
        install_file(folder)
    (folder / name).chmod(0o755)


@pytest.mark.parametrize("name", ["../evil.npz", "/tmp/evil.npz", "C:evil.npz"])
def test_a_zip_with_a_path_that_escapes_is_refused(argos: Path, tmp_path: Path, name: str) -> None:
    archive = tmp_path / "opus.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("decoder.yml", b"models: [a.npz]\n")
        opened.writestr(name, b"x")
    with pytest.raises(WorkbenchError, match="leads out"):
        install_file(archive)


def test_a_zip_with_a_link_is_refused(argos: Path, tmp_path: Path) -> None:
    archive = tmp_path / "opus.zip"
    link = zipfile.ZipInfo("source.spm")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("decoder.yml", b"models: [a.npz]\n")
        opened.writestr(link, b"/etc/passwd")
    with pytest.raises(WorkbenchError, match="link or a device"):
        install_file(archive)


def test_a_folder_that_is_no_model_is_told(argos: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="is a folder, and no model of OPUS-MT's form"):
        install_file(tmp_path)
