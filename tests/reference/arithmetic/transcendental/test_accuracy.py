"""The measured errors stay within the published bounds, and the command shows them."""

import json
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from click.testing import CliRunner

from subtensor_spec.arithmetic.transcendental.accuracy import DOMAINS, errors, measure
from subtensor_spec.cli.accuracy import command, within_bounds
from subtensor_spec.cli.accuracy_picture import draw

measured = cache(measure)

every_domain = pytest.mark.parametrize(
    "domain", DOMAINS, ids=[f"{d.function} {d.number.NAME} {d.description}" for d in DOMAINS]
)


@every_domain
def test_measured_errors_keep_their_bounds(domain):
    measurement = measured(domain)
    assert within_bounds(measurement)
    assert measurement.points == len(list(domain.points()))


@every_domain
def test_bounds_are_not_idle(domain):
    """A bound is at most four times what is measured, so that a change for the worse is seen."""
    measurement = measured(domain)
    assert domain.bits_bound <= 4 * abs(measurement.bits.bits)
    if domain.relative_bound is not None:
        assert domain.relative_bound <= 4 * abs(measurement.relative.relative)


@every_domain
def test_other_points_of_the_domain_keep_the_bounds_too(domain):
    """Points drawn between the measured ones, the same in every run."""
    points, random = list(domain.points()), Random(domain.description)

    def between():
        for _ in range(300):
            first = random.randrange(len(points) - 1)
            low, high = points[first], points[first + 1]
            yield tuple(
                type(a).from_bits(random.randint(min(a.bits, b.bits), max(a.bits, b.bits)))
                for a, b in zip(low, high, strict=True)
            )

    assert within_bounds(measure(replace(domain, points=between)))


def test_exp_of_twenty_is_eight_parts_in_a_thousand_low():
    """The largest error of exp in I32F32 lies at 20: 0.81 % low."""
    domain = next(d for d in DOMAINS if (d.function, d.description) == ("exp", "0 … 20"))
    worst = measured(domain).relative
    assert worst.point[0].to_decimal() == "20"
    assert float(worst.relative) == pytest.approx(-0.0080917, rel=1e-4)


def test_arguments_without_a_result_are_left_out():
    domain = replace(DOMAINS[0], points=lambda: iter([(DOMAINS[0].number.MAX,), (DOMAINS[0].number.ONE,)]))
    assert [error.point for error in errors(domain)] == [(DOMAINS[0].number.ONE,)]


def test_the_command_prints_a_table_and_json(monkeypatch):
    monkeypatch.setattr("subtensor_spec.cli.accuracy.DOMAINS", DOMAINS[:4])
    table = CliRunner().invoke(command, [])
    assert table.exit_code == 0
    assert "4 domains, 0 beyond their bounds" in table.output
    rows = json.loads(CliRunner().invoke(command, ["--json"]).output)
    assert [row["within_bounds"] for row in rows] == [True] * 4
    assert rows[3]["relative"] == "-0.008092"
    assert rows[3]["bits_at"] == ["20"]


def test_the_command_fails_when_a_bound_is_exceeded(monkeypatch):
    tight = (replace(DOMAINS[1], bits_bound=1.0),)
    monkeypatch.setattr("subtensor_spec.cli.accuracy.DOMAINS", tight)
    result = CliRunner().invoke(command, [])
    assert result.exit_code == 1
    assert "1 beyond their bounds" in result.output


def test_the_picture_has_the_same_bytes_in_every_run(tmp_path, monkeypatch):
    monkeypatch.setattr("subtensor_spec.cli.accuracy.DOMAINS", DOMAINS[:1])
    draw(tmp_path / "first.svg")
    result = CliRunner().invoke(command, ["--json", "--plot", str(tmp_path / "second.svg")])
    assert result.exit_code == 0
    assert (tmp_path / "first.svg").read_bytes() == (tmp_path / "second.svg").read_bytes()
