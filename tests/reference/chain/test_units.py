"""Amounts are read and written without loss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chain.units import parse_amount, whole_and_rao
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
        ("0.000000001alpha", 1),
        ("12_500_000tao", 12_500_000 * 10**9),
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
        "18446744073709551616",
        "9" * 99,
    ],
)
def test_what_is_no_amount_is_one_clear_complaint(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"--stake: .*(is not an amount|more rao than a u64)"):
        parse_amount(text, "--stake")


@given(RAO)
@settings(deadline=None)
def test_an_amount_survives_being_written_and_read(rao: int) -> None:
    assert parse_amount(whole_and_rao(rao).replace(" ", "") + "tao") == rao


def test_a_plain_number_has_the_unit_that_the_caller_says() -> None:
    assert parse_amount("500", plain="tao") == 500 * 10**9
    assert whole_and_rao(12_345_678_900_000_000) == "12 345 678.900000000"
