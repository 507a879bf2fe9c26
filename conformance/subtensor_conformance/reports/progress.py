"""How far a run has come, on standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

PAUSE = 10.0
"""Seconds between two lines where there is no terminal."""


@contextmanager
def progress_bar(title: str, total: int) -> Iterator[Callable[[Sequence[Any]], None]]:
    """Yield a function to be called with what has just been finished."""
    if not sys.stderr.isatty():
        yield _lines(title, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=total)
        yield lambda finished: progress.advance(task, len(finished))


def _lines(title: str, total: int) -> Callable[[Sequence[Any]], None]:
    done, last = 0, time.monotonic()

    def advance(finished: Sequence[Any]) -> None:
        nonlocal done, last
        done += len(finished)
        if time.monotonic() - last >= PAUSE:
            last = time.monotonic()
            print(f"{title}: {done} of {total}", file=sys.stderr, flush=True)

    return advance
