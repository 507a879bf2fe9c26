"""The bench: what it times, in which unit, and what it leaves out."""

import pytest

from subtensor_spec.bench.benchmark import (
    EXACT,
    NUMPY,
    Benchmark,
    Effort,
    Measurement,
    Timed,
    expected_seconds,
    measure,
    measure_once,
)
from subtensor_spec.bench.epochs import production_yardsticks
from subtensor_spec.bench.registry import FAMILIES
from subtensor_spec.bench.workload import MODES, SIZES, epoch_input
from subtensor_spec.bench.yardstick import Yardstick
from subtensor_spec.chapters.consensus import run_epoch


class CountingYardstick(Yardstick):
    """Takes two milliseconds, always."""

    def milliseconds(self, repeats: int) -> float:
        return 2.0


def counted() -> tuple[Benchmark, list[str]]:
    calls: list[str] = []
    timed = Timed(lambda: calls.append("prepare"), lambda _prepared: calls.append("run"))
    return Benchmark("family", "name", 10, "things", {EXACT: timed, NUMPY: timed}, growth=2, production=4.0), calls


def test_every_family_has_work_for_both_paths() -> None:
    """And of epochs there is every size in every mode, with what the production code takes."""
    for name, family in FAMILIES.items():
        for benchmark in family(SIZES, MODES):
            assert benchmark.family == name
            assert {*benchmark.paths} == {EXACT, NUMPY}
    assert {*production_yardsticks()} == {(n, mode) for n in SIZES for mode in MODES}


@pytest.mark.parametrize("mode", MODES)
def test_the_workload_pays_validators_and_servers(mode: str) -> None:
    """A benchmark in which weights, consensus or bonds came to nothing would time nothing."""
    result = run_epoch(epoch_input(80, mode))
    assert all(any(getattr(term, name) for term in result.output) for name in ("consensus", "incentive", "dividend"))
    assert sum(bool(term.bond) for term in result.output) == 64
    assert epoch_input(80, mode) == epoch_input(80, mode)


def test_a_measurement_is_in_milliseconds_and_yardsticks() -> None:
    """The conversion is timed apart from the runs."""
    benchmark, calls = counted()
    found = measure(benchmark, NUMPY, CountingYardstick(), Effort(repeats=10))
    assert calls[:4] == ["prepare"] * 4
    assert calls.count("run") == 11
    assert found.yardsticks == pytest.approx(found.milliseconds / 2)
    assert found.times_production == pytest.approx(found.yardsticks / 4)
    assert found.conversion_milliseconds >= 0


def test_long_work_is_measured_once() -> None:
    """Between a yardstick before it and one after it."""
    benchmark, calls = counted()
    found = measure_once(benchmark, EXACT, CountingYardstick())
    assert calls.count("run") == 1
    assert found.yardsticks == pytest.approx(found.milliseconds / 2)


def test_runs_end_when_the_time_is_spent() -> None:
    """But there is one in every round."""
    benchmark, calls = counted()
    measure(benchmark, NUMPY, CountingYardstick(), Effort(repeats=1000, seconds=0.0))
    assert calls.count("run") == 1 + 5


def test_time_is_expected_to_grow_with_a_power_of_the_size() -> None:
    """Judged by the largest smaller size on the same path."""
    benchmark, _ = counted()
    sizes = [Benchmark("family", "name", size, "things", benchmark.paths, growth=2) for size in (1, 5)]
    measured = [Measurement(size, EXACT, 1000.0 * size.size, 1.0, 0.0) for size in sizes]
    assert expected_seconds(benchmark, EXACT, measured) == pytest.approx(5 * 4)
    assert expected_seconds(benchmark, NUMPY, measured) == 0
    assert expected_seconds(sizes[0], EXACT, measured) == 0


def test_a_yardstick_takes_time() -> None:
    """And is the same work every time."""
    yardstick = Yardstick()
    assert yardstick.milliseconds(1) > 0
    yardstick.work()
    first = yardstick._product.copy(), yardstick._order.copy()
    yardstick.work()
    assert (first[0] == yardstick._product).all()
    assert (first[1] == yardstick._order).all()
