"""What ``chain run`` looks at every so many blocks: kept, written as lines of JSON or CSV, and drawn."""

import csv
import json
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from subtensor_spec.arithmetic import FixedPoint
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item, Keys
from subtensor_spec.cli.picture_style import COLOURS, DASHES, picture
from subtensor_spec.errors import InvalidInput
from subtensor_spec.wire.state.reference import Reference, value_form
from subtensor_spec.wire.state.typed import keys_form


@dataclass(frozen=True)
class Point:
    """An entry's value at a block."""

    block: int
    item: Item[Any]
    keys: Keys
    value: Any

    def row(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "block": self.block,
            "item": self.item.full_name,
            "keys": keys_form(self.item, self.keys),
            "value": value_form(self.item, self.value),
        }


@dataclass
class Series:
    """All points of a run, in the order in which they were taken."""

    references: list[Reference]
    points: list[Point] = field(default_factory=list)

    def take(self, state: State, block: int) -> None:
        """Look at all that is referred to."""
        for reference in self.references:
            self.points += [Point(block, reference.item, *entry) for entry in reference.entries(state)]

    def write(self, path: Path) -> None:
        """Write CSV or lines of JSON, by the ending."""
        rows = [point.row() for point in self.points]
        if path.suffix == ".csv":
            text = StringIO()
            table = csv.writer(text, lineterminator="\n")
            table.writerow(["block", "item", "keys", "value"])
            table.writerows([row["block"], row["item"], _plain(row["keys"]), _plain(row["value"])] for row in rows)
            lines = text.getvalue()
        elif path.suffix == ".jsonl":
            lines = "".join(json.dumps(row) + "\n" for row in rows)
        else:
            raise InvalidInput("--snapshots", f"{path.name} does not end in .csv or .jsonl")
        try:
            path.write_text(lines)
        except OSError as failure:
            raise InvalidInput("--snapshots", f"cannot write {path}: {failure.strerror}") from None

    def draw(self, path: Path) -> None:
        """Draw a line for each entry, in whole units of what it holds."""
        lines: dict[str, tuple[list[int], list[float]]] = {}
        for point in self.points:
            blocks, heights = lines.setdefault(_label(point), ([], []))
            blocks.append(point.block)
            heights.append(_height(point))
        with picture(path) as (axes,):
            for number, (label, line) in enumerate(lines.items()):
                style = {"color": COLOURS[number % len(COLOURS)], "linestyle": DASHES[number // len(COLOURS) % 5]}
                axes.plot(*line, label=label, linewidth=1.2, **style)  # type: ignore[arg-type]
            axes.set_xlabel("block")
            if 0 < len(lines) <= 2 * len(COLOURS):
                axes.legend()


def _plain(form: Any) -> str:
    return form if isinstance(form, str) else json.dumps(form)


def _label(point: Point) -> str:
    keys = ", ".join(str(key)[:10] for key in keys_form(point.item, point.keys))
    return f"{point.item.name}[{keys}]" if keys else point.item.name


def _height(point: Point) -> float:
    value = point.value
    if isinstance(value, FixedPoint):
        return value.bits / type(value).ONE.bits
    if isinstance(value, int):
        return float(value)
    raise InvalidInput("--plot", f"{point.item} holds no numbers")
