"""The JSON Schema for editors says of a glossary what the program says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary import KINDS, Entry, add_entry, read_glossary
from workbench.glossary.file.letters import LONGEST_FORM
from workbench.glossary.file.schema import schema_text
from workbench.glossary.file.yaml_entry import KEYS, LONGEST_NOTE
from workbench.problem import WorkbenchError

SCHEMA = json.loads(schema_text())
ENTRY = SCHEMA["$defs"]["entry"]
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}
KNOWN = {
    *("$schema", "$defs", "$ref", "title", "description", "type", "items", "minItems", "required", "properties"),
    *("additionalProperties", "enum", "maxLength", "pattern", "anyOf"),
}


def valid(value: Any, schema: dict[str, Any] = SCHEMA) -> bool:
    """Whether a value is valid, by the words of JSON Schema that this one uses."""
    assert set(schema) <= KNOWN
    rules = [
        "$ref" not in schema or valid(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]),
        "type" not in schema or has_type(value, schema["type"]),
        "enum" not in schema or value in schema["enum"],
        "anyOf" not in schema or any(valid(value, option) for option in schema["anyOf"]),
    ]
    return all(rules) and (type(value) not in INSIDE or INSIDE[type(value)](value, schema))


def valid_text(value: str, schema: dict[str, Any]) -> bool:
    return len(value) <= schema.get("maxLength", len(value)) and bool(re.search(schema.get("pattern", ""), value))


def valid_list(value: list[Any], schema: dict[str, Any]) -> bool:
    parts = [valid(part, schema["items"]) for part in value if "items" in schema]
    return len(value) >= schema.get("minItems", 0) and all(parts)


def valid_mapping(value: dict[Any, Any], schema: dict[str, Any]) -> bool:
    if "properties" not in schema:
        return True
    parts = [valid(part, schema["properties"][key]) for key, part in value.items() if key in schema["properties"]]
    return set(schema["required"]) <= set(value) <= set(schema["properties"]) and all(parts)


INSIDE: dict[type, Callable[[Any, dict[str, Any]], bool]] = {str: valid_text, list: valid_list, dict: valid_mapping}


def has_type(value: Any, types: str | list[str]) -> bool:
    return any(isinstance(value, TYPES[name]) for name in ([types] if isinstance(types, str) else types))


def loaded(text: str) -> Any:
    """What an editor takes a file for."""
    return yaml.safe_load(text)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("schema") / "glossary.yaml"


def test_it_has_the_keys_the_kinds_and_the_limits_of_the_reader() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert tuple(ENTRY["properties"]) == KEYS
    assert ENTRY["required"] == ["de", "en"]
    assert ENTRY["additionalProperties"] is False
    assert tuple(ENTRY["properties"]["kind"]["enum"]) == KINDS
    assert ENTRY["properties"]["case"]["enum"] == ["any", "exact"]
    assert ENTRY["properties"]["note"]["maxLength"] == LONGEST_NOTE
    assert SCHEMA["$defs"]["form"]["maxLength"] == LONGEST_FORM
    assert all(rule["description"] for rule in ENTRY["properties"].values())


def test_the_files_that_come_with_the_program_are_valid(path: Path) -> None:
    own = Path(__file__).parent.parent / "glossary.yaml"
    assert valid(loaded(own.read_text(encoding="utf-8")))
    path.unlink(missing_ok=True)
    assert valid(loaded("# nothing yet\n"))
    add_entry(path, Entry(("Kiew",), "Kyiv", first="Kyiv, the capital", kind="place"))
    assert valid(loaded(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "entry",
    [
        "{de: a}",
        "{en: a}",
        "{de: a, en: [b]}",
        "{de: a, en: {b: c}}",
        "{de: [], en: b}",
        "{de: [[a]], en: b}",
        "{de: '', en: b}",
        "{de: '…', en: b}",
        "{de: a, en: b, first: [c, d]}",
        "{de: a, en: b, also: }",
        "{de: a, en: b, avoid: ['', c]}",
        "{de: a, en: b, kind: city}",
        "{de: a, en: b, kind: [place]}",
        "{de: a, en: b, case: upper}",
        "{de: a, en: b, note: [c]}",
        "{de: a, en: b, avoyd: c}",
        f"{{de: {'a' * 201}, en: b}}",
        f"{{de: a, en: b, note: {'n' * 2_001}}}",
        "[a, b]",
        "a",
        "",
    ],
)
def test_what_the_program_tells_of_an_entry_is_invalid(path: Path, entry: str) -> None:
    path.write_text(f"- {entry}\n")
    assert len(read_glossary(path).problems) == 1
    assert not valid(loaded(path.read_text()))


@pytest.mark.parametrize(
    "entry",
    [
        "{de: a, en: b}",
        "{de: [a, 1999], en: 1.10, also: [c], avoid: d, kind: place, note: , case: exact, first: 5}",
        "{de: NO, en: true, note: 7}",
        f"{{de: {'a' * 200}, en: b, note: {'n' * 2_000}}}",
    ],
)
def test_what_the_program_reads_is_valid(path: Path, entry: str) -> None:
    path.write_text(f"- {entry}\n")
    assert read_glossary(path).problems == ()
    assert valid(loaded(path.read_text()))


def test_the_same_signs_make_a_form(path: Path) -> None:
    """Every letter, digit and sign of the European scripts, and punctuation."""
    codes = (*range(0x21, 0x7F), *range(0xA1, 0x250), *range(0x386, 0x482), *range(0x2010, 0x2070))
    signs = [chr(code) for code in codes if chr(code).isprintable() and chr(code) not in "\\'"]
    items = [f"- de: Wort{'x'.join(str(n))}\n  en: '{sign}'\n" for n, sign in enumerate(signs)]
    path.write_text("".join(items), encoding="utf-8")
    told = {(problem.line or 0) // 2 - 1 for problem in read_glossary(path).problems}
    assert 100 < len(told) < 200
    assert [sign for n, sign in enumerate(signs) if valid(sign, SCHEMA["$defs"]["form"]) == (n in told)] == []


TEXT = st.text(min_size=1, max_size=30)
ENTRIES = st.builds(
    Entry,
    de=st.lists(TEXT, min_size=1, max_size=3).map(tuple),
    en=TEXT,
    also=st.lists(TEXT, max_size=2).map(tuple),
    avoid=st.lists(TEXT, max_size=2).map(tuple),
    kind=st.sampled_from(KINDS),
    note=st.text(max_size=50),
    case=st.sampled_from(["any", "exact"]),
    first=st.one_of(st.just(""), TEXT),
)


@settings(max_examples=80, deadline=None)
@given(entry=ENTRIES)
def test_what_the_program_writes_is_valid(path: Path, entry: Entry) -> None:
    path.unlink(missing_ok=True)
    worded = replace(entry, de=tuple(f"{form}x" for form in entry.de), en=f"{entry.en}x")
    try:
        add_entry(path, worded)
    except WorkbenchError:
        assert not path.exists()
        return
    assert valid(loaded(path.read_text(encoding="utf-8")))
