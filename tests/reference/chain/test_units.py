"""Amounts are read and written without loss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chain.units import ALPHA, grouped, parse_amount, whole_and_rao
from subtensor_spec.errors import InvalidInput

RAO = st.integers(0, 2**64 - 1)


@pytest.mark.parametrize(
    ("text", "rao"),
    [
        ("0", 0),
        ("1500000000", 1_500_000_000),
        ("1500000000rao", 1_500_000_000),
        ("1.5tao", 1_500_000_000),
        ("1.5 TAO", 1_500_000_000),
        ("12_500_000tao", 12_500_000 * 10**9),
        ("12 500 000.5 tao", 125 * 10**14 + 5 * 10**8),
        ("1_500", 1_500),
        ("18446744073709551615", 2**64 - 1),
        ("18446744073.709551615tao", 2**64 - 1),
    ],
)
def test_amounts_are_read_exactly(text: str, rao: int) -> None:
    assert parse_amount(text) == rao


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tao",
        "-1",
        "+1",
        "1.5",
        "1e9",
        ".5tao",
        "1.0000000001tao",
        "1.-5tao",
        "٣",
        "1.5rao",
        "1,500",
        "1_50",
        "_150",
        "1_500.000_1tao",
        "5btc",
        "18446744073709551616",
        "9" * 99,
    ],
)
def test_what_is_no_amount_is_one_clear_complaint(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"--stake: .*(is not an amount|more rao than a u64)"):
        parse_amount(text, "--stake")


@pytest.mark.parametrize("text", ["5alpha", "5 ALPHA", "1_000.5alpha"])
def test_the_other_currency_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match=f"--stake: '{text}' is alpha where TAO is due, as in 1.5tao"):
        parse_amount(text, "--stake")
    assert parse_amount(text, "--unstake", ALPHA) > 0


def test_tao_is_refused_where_alpha_is_due() -> None:
    with pytest.raises(InvalidInput, match=r"'5tao' is TAO where alpha is due, as in 1\.5alpha"):
        parse_amount("5tao", currency=ALPHA)
    assert parse_amount("5", currency=ALPHA) == parse_amount("5rao", currency=ALPHA) == 5


@given(RAO)
@settings(deadline=None)
def test_an_amount_survives_being_written_and_read(rao: int) -> None:
    assert parse_amount(whole_and_rao(rao) + "tao") == rao
    assert parse_amount(grouped(rao)) == rao


def test_thousands_are_set_apart() -> None:
    assert whole_and_rao(12_345_678_900_000_000) == "12_345_678.900000000"
    assert whole_and_rao(-1_500_000_000_000) == "-1_500.000000000"
