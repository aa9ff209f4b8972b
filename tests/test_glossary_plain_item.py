"""What is read and written without a YAML parser is what the parser reads and writes."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.glossary.file.plain_item import Field, plain_fields
from workbench.glossary.file.yaml_items import BrokenItemError, parsed_fields
from workbench.glossary.file.yaml_write import written

PIECES = st.one_of(
    st.sampled_from(["a", "Ä", "1", "-", " ", "  ", ":", ": ", "#", " #", ",", ", ", "[", "]", "{", '"', "'", "."]),
    st.sampled_from(["\n", "\n  ", "\r\n  ", "\n\n  ", "\r", "de: ", "en: ", "- ", "yes", "null", "[a, b]", '"a: b"']),
    st.sampled_from(["?", "*", "&", "!", "%", "|", ">", "@", "`", "~", "(", ")", "/", "–", "’", "\t", "\\", "\u00a0"]),
    st.sampled_from(["_", "é", "\u0301", "²", "'it''s'", "\u2028", "\ufeff"]),
)
ITEMS = st.builds(
    lambda first, rest, end: f"- de: {''.join(first)}\n  en: {''.join(rest)}{end}",
    st.lists(PIECES, min_size=1, max_size=8),
    st.lists(PIECES, min_size=1, max_size=8),
    st.sampled_from(["", "\n", "\r\n", "\n  kind: person\n", "\n  also: [a b, 'c, d']  # why\n"]),
)
TEXTS = st.text("abÄß1.-'’()/+–_é²yesnoullTRUE ~", min_size=1, max_size=8).filter(lambda text: text == text.strip())


def parsed(item: str) -> list[Field] | str:
    try:
        return parsed_fields(item)
    except BrokenItemError as error:
        return error.what


@settings(max_examples=3_000, deadline=None)
@given(ITEMS)
def test_what_is_read_line_by_line_is_what_the_parser_reads(item: str) -> None:
    fields = plain_fields(item)
    assert fields is None or fields == parsed(item)


def test_items_as_people_write_them_need_no_parser() -> None:
    for item in (
        "- de: Kiew\n  en: Kyiv\n",
        "- de: [Kiew, Kyjiw, \"Kiew, die Stadt\"]   # the town\n  en: 'Kyiv: the town'\n  kind: place\n",
        "- de: Wolodymyr Selenskyj\n\n  en: Volodymyr Zelenskyy\n  note: Not “Zelensky”, as the office writes it.\n",
        "  - de: AFU\r\n    en: AFU\r\n",
    ):
        assert plain_fields(item) == parsed(item), item


def test_everything_else_is_left_to_the_parser() -> None:
    for item in ("- de:\n    - Kiew\n  en: Kyiv\n", "- {de: EU, en: EU}\n", "- de: &x EU\n  en: *x\n", "- Kiew\n", "-"):
        assert plain_fields(item) is None


def test_a_long_broken_item_is_refused_quickly() -> None:
    for broken in ("x " * 9_000 + "\t", "[" + "x, " * 6_000, "[" + "x y, " * 4_000 + "]#", "x" + " " * 19_000 + "\t"):
        assert plain_fields(f"- de: {broken}") is None


@settings(max_examples=2_000, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3).map(tuple), st.booleans())
def test_what_is_written_is_what_yaml_writes(value: tuple[str, ...], in_brackets: bool) -> None:
    whole = yaml.safe_dump(list(value), allow_unicode=True, width=1_000_000, default_flow_style=True).removesuffix("\n")
    alone = yaml.safe_dump(value[0], allow_unicode=True, width=1_000_000, default_flow_style=True)
    if len(value) > 1:
        assert written(value) == whole
    else:
        assert written(value, in_brackets) == (
            whole[1:-1] if in_brackets else alone.split("\n...")[0].removesuffix("\n")
        )
