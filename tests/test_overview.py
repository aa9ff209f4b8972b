"""The figures of the list of documents: bars, shares, and what is not looked for because there is nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session_material import make
from workbench.project import Session
from workbench.project.figures.figures import figures
from workbench.project.figures.words import RULES
from workbench.project.overview.document import DocumentOverview, together
from workbench.project.overview.listing import ORDERS, Order, listed
from workbench.project.overview.opened import last_opened, remember_opened
from workbench.project.overview.survey import Survey
from workbench.project.records import Records
from workbench.tui.start.rows import BAR, bar, columns, percent

COUNTS = st.integers(min_value=0, max_value=5_000)
DOCUMENTS = st.builds(
    DocumentOverview,
    st.text(min_size=1, max_size=20),
    words=COUNTS,
    reviewed=COUNTS,
    translated=COUNTS,
    draft=COUNTS,
    new=COUNTS,
    findings=st.none() | COUNTS,
    counted=st.booleans(),
    opened=st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
)


@given(DOCUMENTS)
def test_a_bar_has_ten_cells_and_is_full_only_when_all_is_reviewed(document: DocumentOverview) -> None:
    drawn = bar(document)
    assert len(drawn) == BAR
    assert (drawn == "█" * BAR) == (document.reviewed == document.paragraphs > 0)
    assert (percent(document.reviewed, document.paragraphs) == "100%") == (document.reviewed == document.paragraphs > 0)


@given(st.lists(DOCUMENTS, max_size=20), st.sampled_from(ORDERS))
def test_no_order_loses_a_document(documents: list[DocumentOverview], order: Order) -> None:
    assert sorted(map(repr, listed(documents, "", order))) == sorted(map(repr, documents))


@given(st.integers(min_value=20, max_value=300))
def test_the_columns_fill_the_list_at_every_width(width: int) -> None:
    name, *others = columns(width)
    assert name.width >= 4
    assert name.width + sum(column.width + 1 for column in others) == width


@pytest.mark.parametrize("looks", [1, 2])
def test_the_sums_are_those_of_stats(tmp_path: Path, looks: int) -> None:
    make(tmp_path)
    with Session.open(tmp_path) as session:
        survey = Survey(session.project, session.known_findings)
        for _ in range(looks):
            told = [one for one in survey.look(None) if one is not None]
        assert told[-1] == survey.documents
        records = Records(session.project, None)
        steps = figures(records, records.names, RULES["workbench"])
        while True:
            try:
                next(steps)
            except StopIteration as end:
                counted = end.value.total.german
                break
    totals = together(survey.documents)
    assert (totals.words, totals.paragraphs) == (counted.words, counted.paragraphs)
    assert (totals.looked_at, totals.findings) == (2, 0)


def test_an_article_without_english_has_no_findings_so_that_none_are_looked_for(tmp_path: Path) -> None:
    make(tmp_path)
    with Session.open(tmp_path) as session:
        session.project.words.read()
        records = Records(session.project, None)
        found = session.known_findings.of("a.txt", records)
    assert [one.severity for of in found.values() for one in of if one.severity != "info"] == []


@pytest.mark.parametrize("name", ["ä ö.txt", "会议.txt", 'a"b.txt', "a\udcff.txt", "ausland/gipfel.txt"])
def test_the_time_of_any_name_is_kept(tmp_path: Path, name: str) -> None:
    make(tmp_path)
    at = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
    with Session.open(tmp_path) as session:
        layout = session.project.layout
        remember_opened(layout, "b.txt", at)
        remember_opened(layout, name, at)
        assert last_opened(layout).get("b.txt") == at
        assert last_opened(layout).get(name) == at


def test_what_cannot_be_kept_is_no_error(tmp_path: Path) -> None:
    make(tmp_path)
    with Session.open(tmp_path) as session:
        layout = session.project.layout
        (layout.private / "opened.json").mkdir()
        (layout.private / "overview.json").symlink_to(tmp_path.parent / "elsewhere.json")
        remember_opened(layout, "a.txt", datetime.now(UTC))
        for _ in Survey(session.project, session.known_findings).look(None):
            pass
        assert last_opened(layout) == {}
    assert not (tmp_path.parent / "elsewhere.json").exists()
