"""Amounts keep to their currency and to 64 bits, and are read and written without loss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from subtensor_spec.chain import AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chain.units import parse_amount, whole_and_rao
from subtensor_spec.errors import InvalidInput

RAO = st.integers(0, 2**64 - 1)
ONE, TWO = NetUid(1), NetUid(2)


@given(RAO, RAO)
@settings(deadline=None)
def test_balances_add_and_subtract_within_u64(left: int, right: int) -> None:
    assert TaoBalance(left).saturating_add(TaoBalance(right)).rao == min(left + right, 2**64 - 1)
    assert TaoBalance(left).saturating_sub(TaoBalance(right)).rao == max(left - right, 0)
    alpha = AlphaBalance(ONE, left).saturating_sub(AlphaBalance(ONE, right))
    assert alpha == AlphaBalance(ONE, max(left - right, 0))
    assert (TaoBalance(left) < TaoBalance(right)) == (left < right)


def test_a_currency_does_not_mix_with_another() -> None:
    with pytest.raises(TypeError, match="subnet 1 does not mix with that of subnet 2"):
        AlphaBalance(ONE, 5).saturating_add(AlphaBalance(TWO, 5))
    with pytest.raises(TypeError, match="TAO does not mix"):
        TaoBalance(5).saturating_add(AlphaBalance(ONE, 5))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="alpha does not mix"):
        assert AlphaBalance(ONE, 5) <= TaoBalance(5)  # type: ignore[operator]
    assert AlphaBalance(ONE, 5) != AlphaBalance(TWO, 5)


@pytest.mark.parametrize("rao", [-1, 2**64, True, 1.0, "1"])
def test_an_amount_that_is_no_u64_is_refused(rao: object) -> None:
    with pytest.raises(InvalidInput, match="not an amount of rao"):
        TaoBalance(rao)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="not an amount of rao"):
        AlphaBalance(ONE, rao)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [-1, 65536, True, "1"])
def test_a_netuid_is_a_u16(number: object) -> None:
    with pytest.raises(InvalidInput, match="netuid"):
        NetUid(number)  # type: ignore[arg-type]


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
    assert str(TaoBalance(1)) == "0.000000001 TAO"
    assert str(AlphaBalance(TWO, 10**9)) == "1.000000000 alpha of subnet 2"
