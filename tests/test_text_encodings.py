"""Articles in other encodings than UTF-8, and such as were damaged before they came: read as they were, or told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.desk import desk_on
from workbench.cli import main
from workbench.formats import read_document
from workbench.formats.decoding import decode
from workbench.formats.encodings import guessed
from workbench.problem import WorkbenchError

HERE = Path("artikel.txt")
ARTICLE = (
    "Der Präsident sprach über die Größe der Armee.\n„Wir müssen früher handeln“, sagte er – für alle…\n"
    "Das macht „Spaß“, Österreich könnte es hören. Ärzte und Ämter äußerten sich nicht. Übrigens: »Schön wär’s.«\n"
)
PLAIN = ARTICLE.translate(str.maketrans("„“–…’", '""-.\''))


def read(text: str, encoding: str) -> tuple[str, str]:
    """A text in an encoding as it is read, and what is told of it."""
    decoded = decode(text.encode(encoding), HERE)
    return decoded.text, str(decoded.remark or "").removeprefix("artikel.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_says_its_encoding_is_read_without_a_word(encoding: str) -> None:
    assert read(ARTICLE, encoding) == (ARTICLE, "")


@pytest.mark.parametrize(
    ("encoding", "name", "text"),
    [
        ("cp1252", "Windows-1252", ARTICLE),
        ("latin-1", "Windows-1252", PLAIN),
        ("mac_roman", "MacRoman", ARTICLE),
        ("cp850", "DOS (code page 850)", PLAIN),
        ("cp437", "DOS (code page 850)", PLAIN),
        ("iso8859-15", "ISO 8859-15", PLAIN + "Das kostet 100 €.\n"),
        ("cp1250", "Windows-1250", ARTICLE + "Lech Wałęsa kam.\n"),
    ],
)
def test_older_encodings_are_recognised_and_told(encoding: str, name: str, text: str) -> None:
    assert read(text, encoding) == (text, f": is not UTF-8: read as {name} – look whether the umlauts are right")


@pytest.mark.parametrize("text", ["Miloš Zeman", "Škoda", "Président français à Nîmes", "Das macht Spaß“ – „so“"])
def test_other_letters_of_windows_1252_are_not_taken_for_umlauts_of_a_mac(text: str) -> None:
    assert read(text, "cp1252")[0] == text


def test_utf_8_with_letters_of_windows_1252_is_read_and_told_with_the_line() -> None:
    data = "Der Präsident sprach.\n\n".encode() + "Die Größe der „Armee“ wächst.\n".encode("cp1252")
    decoded = decode(data, HERE)
    assert decoded.text == "Der Präsident sprach.\n\nDie Größe der „Armee“ wächst.\n"
    assert str(decoded.remark) == (
        "artikel.txt:3: is UTF-8, but for 5 letters in Windows-1252 (first: 'Größe'); read so – "
        "look whether the umlauts are right"
    )


def test_a_last_letter_that_was_cut_is_damage() -> None:
    with pytest.raises(WorkbenchError, match="damaged UTF-8: byte 0xc3 does not belong there"):
        decode("Grüße aus Köln und Mü".encode()[:-1], HERE)


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman", "cp850", "cp437"])
def test_what_was_read_wrongly_before_it_was_saved_is_told_with_what_was_meant(wrong: str) -> None:
    garbled = "Erste Zeile.\nDer Präsident kam.\n".encode().decode(wrong)
    text, told = read(garbled, "utf-8")
    assert text == garbled
    assert told.startswith(":2: letters were garbled when it was saved: 'Pr")
    assert "for 'Präsident' – get the text anew" in told


def test_letters_that_were_lost_are_told() -> None:
    assert read("Eins.\r\nDer Pr\ufffdsident.\n", "utf-8")[1] == (
        ":2: letters were lost when it was saved ('Pr\ufffdsident.') – get the text anew, saved as UTF-8, "
        "or retype these words"
    )


@pytest.mark.parametrize(
    "text", ["São Paulo, PADRÃO", "«Å» und Ångström", "√2 ≈ 1,4", "Citroën, naïve Çelik", "Đà Nẵng"]
)
def test_foreign_letters_are_not_taken_for_damage(text: str) -> None:
    assert read(text, "utf-8") == (text, "")


WORDS = st.lists(st.sampled_from([*ARTICLE.split(), "Minsk", "EU", "2024", "à", "Köln,", "(Größe)"]), min_size=1)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.sampled_from(["utf-8", "utf-16", "cp1252", "latin-1", "iso8859-15", "mac_roman", "cp850", "cp1250"]))
def test_german_is_read_as_it_was_or_told(words: list[str], encoding: str) -> None:
    data = " ".join(words).encode(encoding, "replace")
    try:
        decoded = decode(data, HERE)
    except WorkbenchError:
        return
    assert decoded.text == data.decode(encoding) or decoded.remark


@settings(max_examples=200, deadline=None)
@given(WORDS, WORDS)
def test_utf_8_and_windows_1252_in_one_file_are_never_silently_wrong(new: list[str], old: list[str]) -> None:
    data = " ".join(new).encode() + b"\n" + " ".join(old).encode("cp1252")
    try:
        decoded = decode(data, HERE)
    except WorkbenchError:
        return
    assert decoded.text == f"{' '.join(new)}\n{' '.join(old)}" or decoded.remark


# --- How it reaches the translator ---------------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "translations").mkdir()
    (tmp_path / "sources" / "mac.txt").write_bytes("Der Präsident sprach über die Größe.\n".encode("mac_roman"))
    mixed = "Der Präsident sprach.\n\n".encode() + "Die Größe wächst.\n".encode("cp1252")
    (tmp_path / "sources" / "mixed.txt").write_bytes(mixed)
    return tmp_path


def test_check_tells_it_of_articles_begun_or_not(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", str(project / "sources" / "mixed.txt")]) == 0
    assert "mixed.txt:3: is UTF-8, but for 3 letters in Windows-1252" in capsys.readouterr().err
    main(["check", str(project), "--format", "json"])
    rows = [row for row in json.loads(capsys.readouterr().out) if row["check"] == "source"]
    assert [(row["severity"], row["line"], row["message"].partition(":")[0]) for row in rows] == [
        ("info", None, "is not UTF-8"),
        ("warning", 3, "is UTF-8, but for 3 letters in Windows-1252 (first"),
    ]


def test_doctor_tells_it_and_all_is_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(project)]) == 0
    assert f"     {project / 'sources' / 'mac.txt'}: is not UTF-8: read as MacRoman" in capsys.readouterr().out


async def test_the_screen_tells_it_when_the_article_is_opened(project: Path) -> None:
    async with desk_on(project / "sources" / "mac.txt") as desk:
        assert any("is not UTF-8: read as MacRoman" in one.message for one in desk.app._notifications)


def test_the_remark_does_not_make_it_another_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PLAIN, encoding="utf-8")
    new = read_document(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text(PLAIN, encoding="latin-1")
    old = read_document(tmp_path / "a.txt")
    assert old == new
    assert (new.remarks, bool(old.remarks)) == ((), True)


def test_letters_without_a_blank_between_them_are_read_in_one_go() -> None:
    found = guessed(("x" * 1_000_000 + " f\xfcr").encode("latin-1"))  # in the square of its length it would take days
    assert found is not None
    assert (found.encoding, found.known) == ("Windows-1252", 1)
