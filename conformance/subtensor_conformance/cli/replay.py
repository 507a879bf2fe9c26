"""``subtensor-spec replay``: take a chain again, step by step, and stop where it differs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from subtensor_conformance.reports.progress import progress_bar
from subtensor_conformance.runner.replay import Moment, replay, rules_of
from subtensor_conformance.vectors import documents
from subtensor_conformance.vectors.locations import published
from subtensor_conformance.vectors.states import PublishedState, path_of, read_state
from subtensor_spec.blocks.steps import Result
from subtensor_spec.chain.storage import Item
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.state.compare import difference
from subtensor_spec.wire.state.items import find_item, item_of
from subtensor_spec.wire.state.typed import storage_from_typed

RULES_SHOWN = 12

Document = dict[str, Any]


@click.command()
@click.argument("trace", metavar="TRACE")
@click.option("--until", type=click.IntRange(1), metavar="BLOCK", help="Stop when this block is open.")
@click.option("--show", "shown", multiple=True, metavar="ITEM", help="Print each change of this item. Repeatable.")
@click.option("--plot", type=click.Path(path_type=Path, dir_okay=False), help="Draw prices, emission and stakes.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.pass_context
def command(
    context: click.Context, trace: str, until: int | None, shown: tuple[str, ...], plot: Path | None, as_json: bool
) -> None:
    """Take the chain TRACE again, and stop at the first step that leaves something else behind.

    TRACE is the id of a published trace (trace/mixed/s1), or a file: a trace as it is published, or lines of observed
    steps as `chain apply` writes them. The exit status is 1 if a step differs.

    \b
    subtensor-spec replay trace/mixed/s1
    subtensor-spec replay trace/serving/s1 --show SubtensorModule.Axons
    """
    begun, steps = read_chain(trace)
    items = [find_item(name) for name in shown]
    curves = _curves() if plot else None
    console = Console(highlight=False, soft_wrap=True, quiet=as_json)
    moments = _until(replay(begun.opened(), steps) if curves is None else curves.watch(begun.opened(), steps), until)
    last, counts = _pass(moments, steps, items, console)
    found = last is not None and last.difference is not None
    if as_json:
        click.echo(json.dumps(_form(trace, begun, steps, last, counts), indent=1))
    else:
        _tell(console, begun, steps, last, counts)
    if curves is not None and plot is not None:
        curves.draw(plot)
    context.exit(1 if found else 0)


def read_chain(name: str) -> tuple[PublishedState, list[Document]]:
    """Return the state that a trace begins on, and its steps. Raises :class:`InvalidInput`."""
    if name.startswith("trace/") and not Path(name).exists():
        found = [
            path for path in (published() / f"{name}{ending}" for ending in (".jsonl", ".jsonl.gz")) if path.exists()
        ]
        if not found:
            raise InvalidInput(name, "is no id of a published trace")
        return _published(documents.read(found[0]))
    path = Path(name)
    if not path.is_file():
        raise InvalidInput(name, "is neither the id of a published trace nor a file")
    content = _first_line(path)
    return _published(documents.read(path)) if content.get("kind") == "trace" else _observed(path)


def _first_line(path: Path) -> Document:
    from subtensor_spec.wire.state.files import read_bytes

    try:
        first = json.loads(read_bytes(path).split(b"\n", 1)[0])
    except ValueError:
        raise InvalidInput(str(path), "is no trace: its first line is not JSON") from None
    return first if isinstance(first, dict) else {}


def _published(document: Document) -> tuple[PublishedState, list[Document]]:
    return read_state(str(path_of(published(), document["pre"]))), document["steps"]


def _observed(path: Path) -> tuple[PublishedState, list[Document]]:
    from subtensor_conformance.authoring.chains.observed import TRACE, read_observed

    seen = read_observed(path)
    if seen.form != TRACE:
        raise InvalidInput(str(path), "holds single calls or sequences, not a chain")
    state = seen.state
    storage = storage_from_typed(state["storage"])
    return PublishedState(seen.name, state["author"], state["digest"], storage), seen.steps()


def _until(moments: Iterator[Moment], block: int | None) -> Iterator[Moment]:
    for moment in moments:
        yield moment
        if block is not None and moment.block is not None and moment.block >= block:
            return


Counts = dict[str, int]


def _pass(
    moments: Iterator[Moment], steps: list[Document], items: list[Item[Any]], console: Console
) -> tuple[Moment | None, Counts]:
    """Take all steps with a progress bar, print what was asked for, and return the last step and what was counted."""
    last, counts = None, {"blocks": 0, "calls": 0, "steps": 0}
    with progress_bar("replay", len(steps)) as progress:
        for moment in moments:
            last = moment
            counts["steps"] += 1
            counts["blocks"] += "block" in moment.step
            counts["calls"] += "call" in moment.step
            progress([moment])
            for line in _changes_of(moment, items):
                console.print(line, markup=False)
    return last, counts


def _changes_of(moment: Moment, items: list[Item[Any]]) -> Iterator[str]:
    result: Result | None = moment.result
    if result is None or not items:
        return
    names = {item.full_name for item in items}
    for raw, value in result.changes.items():
        item = item_of(raw)
        if item is not None and item.full_name in names:
            entry = difference(raw, None, value)
            keys = f"[{', '.join(map(str, entry.keys))}]" if entry.keys else ""
            yield f"{_where(moment)}: {entry.item}{keys} = {entry.after if entry.there_after else '(no entry)'}"


def _where(moment: Moment) -> str:
    return "before the first block" if moment.block is None else f"block {moment.block}"


def _tell(console: Console, begun: PublishedState, steps: list[Document], last: Moment | None, counts: Counts) -> None:
    taken = f"{counts['blocks']} blocks and {counts['calls']} calls"
    if last is None or last.difference is None:
        console.print(f"{taken}: every outcome, change and event is as it should be", style="green")
        return
    console.print(f"differs after {taken}, at step {last.place + 1} of {len(steps)}, {_where(last)}", style="bold red")
    console.print(f"  step   {last.words}", markup=False)
    console.print(f"  at     {last.difference.stage}{last.difference.path}", markup=False)
    console.print(f"  expect {last.difference.expected}", style="green", markup=False)
    console.print(f"  here   {last.difference.actual}", style="red", markup=False)
    rules = rules_of(begun.opened(), steps[: last.place + 1])
    more = f" and {len(rules) - RULES_SHOWN} more" if len(rules) > RULES_SHOWN else ""
    console.print(f"  rules  {', '.join(rules[:RULES_SHOWN])}{more}", markup=False)


def _form(
    trace: str, begun: PublishedState, steps: list[Document], last: Moment | None, counts: Counts
) -> dict[str, Any]:
    form: dict[str, Any] = {"trace": trace, **counts, "equal": last is None or last.difference is None}
    if last is not None and last.difference is not None:
        form["difference"] = {
            "step": last.place + 1,
            "block": last.block,
            "what": last.words,
            "at": f"{last.difference.stage}{last.difference.path}",
            "expected": last.difference.expected.bits,
            "here": last.difference.actual.bits,
            "rules": rules_of(begun.opened(), steps[: last.place + 1]),
        }
    return form


def _curves() -> Any:
    from subtensor_conformance.cli.replay_picture import Curves

    return Curves()
