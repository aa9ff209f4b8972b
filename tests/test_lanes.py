"""Work in lanes: one job after another, the latest or the urgent first, and results through one door."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.project import Session, State
from workbench.project.commands import Skip

from .session_material import CSTO, make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path)
    return tmp_path


@pytest.fixture
def session(folder: Path) -> Iterator[Session]:
    with Session.open(folder) as opened:
        yield opened


def test_a_result_that_nobody_waits_for_any_more_is_dropped(session: Session) -> None:
    lane = session.lanes.look_up
    begun, go_on = threading.Event(), threading.Event()
    made: list[str] = []

    def slow() -> None:
        begun.set()
        go_on.wait(10)

    lane.submit(slow)
    begun.wait(10)
    first = lane.submit(lambda: made.append("first"), name="find")
    second = lane.submit(lambda: made.append("second"), name="find")
    go_on.set()
    second.result(10)
    assert made == ["second"]
    assert first.cancelled()


def test_what_is_urgent_goes_between_the_steps_of_a_long_job(session: Session) -> None:
    lane = session.lanes.model
    order: list[str] = []
    begun, asked = threading.Event(), threading.Event()

    def long() -> Iterator[None]:
        order.append("step")
        begun.set()
        asked.wait(10)
        yield
        order.append("step")
        yield

    done = lane.submit(long)
    begun.wait(10)
    lane.submit(lambda: order.append("urgent"), urgent=True)
    asked.set()
    done.result(10)
    assert order == ["step", "urgent", "step"]


def test_an_error_in_a_lane_comes_to_whoever_asked_and_the_lane_goes_on(session: Session) -> None:
    def broken() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        session.lanes.model.submit(broken).result(10)
    assert session.lanes.model.submit(lambda: 5).result(10) == 5


def test_drafts_come_through_one_door_in_the_sessions_own_thread(folder: Path) -> None:
    with Session.open(folder) as session:
        session.put_on_desk("a.txt")
        waiting: list[object] = []
        arrived = threading.Semaphore(0)

        def deliver(take: object) -> None:
            waiting.append(take)
            arrived.release()

        session.deliver = deliver
        session.draft()
        while session.drafts.running:
            assert arrived.acquire(timeout=60)
            take = waiting.pop(0)
            assert callable(take)
            take()
        assert all(paragraph.state is State.DRAFT for paragraph in session.paragraphs)
        assert CSTO in session.paragraphs[0].english
        session.do(Skip(0))
        while session.drafts.running:
            assert arrived.acquire(timeout=60)
            take = waiting.pop(0)
            assert callable(take)
            take()
        assert CSTO in session.paragraphs[2].english


def test_the_package_is_made_once_whichever_thread_asks(folder: Path) -> None:
    with Session.open(folder) as session:
        found: list[object] = []
        threads = [threading.Thread(target=lambda: found.append(session.project.drafter)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(set(map(id, found))) == 1
