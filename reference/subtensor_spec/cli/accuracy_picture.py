"""The picture of ``subtensor-spec accuracy``: the errors of exp, ln, log2 and sqrt over their domains."""

from collections.abc import Callable, Iterator
from math import floor, nan
from math import log2 as binary_logarithm
from pathlib import Path
from typing import Any

from subtensor_spec.arithmetic import I32F32, I64F64, I110F18, U96F32, FixedPoint
from subtensor_spec.arithmetic.transcendental import exp, ln, log2, sqrt
from subtensor_spec.arithmetic.transcendental.accuracy import Domain, Error, Point, errors, octaves
from subtensor_spec.cli.picture_style import COLOURS, DASHES, picture

Curve = tuple[list[float], list[float]]


def draw(file: Path) -> None:
    """Draw the picture into ``file``; its kind follows from the file's ending, its bytes are the same in every run."""
    with picture(file, columns=2, rows=2, height=3.2) as panels:
        for panel, fill in zip(panels, (_exp, _ln, _log2, _sqrt), strict=True):
            fill(panel)
            panel.legend()


def _exp(panel: Any) -> None:
    for index, number in enumerate((I32F32, I64F64)):
        found = _errors(number, exp, "exp", _evenly(number, -20, 20))
        curve = [_decimal(error) for error in found], [_relative(error) for error in found]
        _line(panel, index, number.NAME, curve)
    panel.set_yscale("log")
    panel.set(title="exp(x)", xlabel="x", ylabel="relative error")


def _ln(panel: Any) -> None:
    found = _errors(I32F32, ln, "ln", octaves(I32F32, 4, I32F32.MAX_BITS))
    _line(panel, 0, I32F32.NAME, ([_octave(error) for error in found], [float(error.bits) for error in found]))
    panel.set(title="ln(x)", xlabel="log2 x", ylabel="error in bits")


def _log2(panel: Any) -> None:
    found = _errors(I32F32, log2, "log2", octaves(I32F32, 4, I32F32.MAX_BITS))
    across, up = [_octave(error) for error in found], [float(error.bits) for error in found]
    panel.plot(across, up, color=COLOURS[0], linestyle="none", marker=".", markersize=1.5, label=I32F32.NAME)
    panel.set(title="log2(x)", xlabel="log2 x", ylabel="error in bits")


def _sqrt(panel: Any) -> None:
    for index, number in enumerate((I64F64, U96F32, I110F18)):
        greatest: dict[int, float] = {}
        for error in _errors(number, sqrt, "sqrt", octaves(number, 4, number.MAX_BITS)):
            octave = floor(_octave(error))
            greatest[octave] = max(greatest.get(octave, 0.0), abs(float(error.relative)))
        _line(panel, index, number.NAME, (list(map(float, greatest)), list(greatest.values())))
    panel.set_yscale("log")
    panel.set(title="sqrt(x)", xlabel="log2 x", ylabel="greatest relative error")


def _evenly(number: type[FixedPoint], low: int, high: int) -> Callable[[], Iterator[Point]]:
    def points() -> Iterator[Point]:
        for step in range(low * 10, high * 10 + 1):
            yield (number.from_bits((step << number.FRACTION_BITS) // 10),)

    return points


def _errors(
    number: type[FixedPoint],
    computed: Callable[..., FixedPoint | None],
    true: str,
    points: Callable[[], Iterator[Point]],
) -> list[Error]:
    return list(errors(Domain(true, number, "", points, computed, true, 0.0, None)))


def _decimal(error: Error) -> float:
    number = error.point[0]
    value: float = number.bits / 2**number.FRACTION_BITS
    return value


def _octave(error: Error) -> float:
    return binary_logarithm(_decimal(error))


def _relative(error: Error) -> float:
    """Return the size of a relative error; no error at all leaves a gap in the curve."""
    return abs(float(error.relative)) or nan


def _line(panel: Any, index: int, label: str, curve: Curve) -> None:
    panel.plot(*curve, color=COLOURS[index], linestyle=DASHES[index], linewidth=0.9, label=label)
