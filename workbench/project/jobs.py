"""Work that takes time, in lanes: a thread each, in which one job runs after another."""

from __future__ import annotations

from collections.abc import Callable, Generator
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from itertools import count
from threading import Condition, Thread
from typing import Any, Literal

Order = Literal["urgent first", "latest first"]
Work = Callable[[], Any]
"""What a job does. A generator is a job in steps: between two of them jobs that come first go before it."""


class _Job:
    def __init__(self, work: Work, name: str, urgent: bool, number: int) -> None:
        self.work, self.name, self.urgent, self.number = work, name, urgent, number
        self.future: Future[Any] = Future()
        self.steps: Generator[Any, None, Any] | None = None
        self.dropped = False


class Lane:
    """Jobs on a thread of their own, one at a time. The thread begins with the first job and ends with the program.

    In a lane with the order “urgent first” jobs come in turn, urgent ones before others; with “latest first” the
    newest comes first. A named job takes the place of the one before it with its name.
    """

    def __init__(self, name: str, order: Order) -> None:
        self._name, self._order = name, order
        self._jobs: list[_Job] = []
        self._changed = Condition()
        self._numbers = count()
        self._thread: Thread | None = None
        self._closed = False

    def submit(self, work: Work, *, name: str = "", urgent: bool = False) -> Future[Any]:
        """Have some work done; its result, or the exception that ended it, comes in the future.

        The future of a job that another took the place of, or of a lane that was closed, is cancelled.
        """
        job = _Job(work, name, urgent, next(self._numbers))
        with self._changed:
            if name:
                self._drop(name)
            if self._closed:
                job.future.cancel()
                return job.future
            self._jobs.append(job)
            if self._thread is None:
                self._thread = Thread(target=self._run, name=f"workbench {self._name}", daemon=True)
                self._thread.start()
            self._changed.notify()
        return job.future

    @property
    def idle(self) -> bool:
        """Whether nothing is to be done."""
        return not self._jobs

    def drop(self, name: str) -> None:
        """Nobody waits for the job of this name any more."""
        with self._changed:
            self._drop(name)
            self._changed.notify()

    def close(self, seconds: float = 2.0) -> None:
        """Drop every job, and wait some seconds for the one that is running."""
        with self._changed:
            self._closed = True
            for job in self._jobs:
                job.dropped = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(seconds)

    def _drop(self, name: str) -> None:
        for job in self._jobs:
            if job.name == name:
                job.dropped = True

    def _run(self) -> None:
        while (job := self._next()) is not None:
            try:
                finished = self._step(job)
            except BaseException as error:
                finished = True
                with suppress(InvalidStateError):  # whoever waited has left meanwhile
                    job.future.set_exception(error)
            if finished:
                with self._changed:
                    self._jobs.remove(job)

    def _next(self) -> _Job | None:
        """The job whose turn it is; None when the lane is closed."""
        with self._changed:
            while not self._jobs:
                if self._closed:
                    return None
                self._changed.wait()
            dropped = next((job for job in self._jobs if job.dropped), None)
            if dropped is not None:
                return dropped
            if self._order == "latest first":
                return max(self._jobs, key=lambda job: job.number)
            return min(self._jobs, key=lambda job: (not job.urgent, job.number))

    @staticmethod
    def _step(job: _Job) -> bool:
        """Do the job, or its next step; whether it is done."""
        if job.dropped or job.future.cancelled():
            if job.steps is not None:
                job.steps.close()
            job.future.cancel()
            return True
        if job.steps is not None:
            try:
                next(job.steps)
            except StopIteration as end:
                return _settled(job, end.value)
            return False
        result = job.work()
        if isinstance(result, Generator):
            job.steps = result
            return False
        return _settled(job, result)


def _settled(job: _Job, result: object) -> bool:
    with suppress(InvalidStateError):  # whoever waited has left meanwhile
        job.future.set_result(result)
    return True


class Lanes:
    """The program's lanes: the model (one job at a time), look-ups (the latest wins), the disk, and large files of
    others, which are taken in beside all of it."""

    def __init__(self) -> None:
        self.model = Lane("model", "urgent first")
        self.look_up = Lane("look-up", "latest first")
        self.disk = Lane("disk", "urgent first")
        self.large_files = Lane("large files", "urgent first")

    @property
    def idle(self) -> bool:
        """Whether nothing is to be done in any of them."""
        return all(lane.idle for lane in (self.model, self.look_up, self.disk, self.large_files))

    def close(self) -> None:
        """End them; jobs that wait are dropped, so what is to be written is to be saved before (see `Session.keep`)."""
        self.model.close()
        self.look_up.close()
        self.large_files.close()
        self.disk.close()
