"""``subtensor-spec quote``: amounts to the rao, the chain's refusals, and one line about what is wrong."""

import json

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main

POOL = ("--tao-in", "20000tao", "--alpha-in", "3000000alpha")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["quote", *POOL, *arguments])


def test_a_stake_is_quoted_to_the_rao_for_people() -> None:
    output = run("--stake", "100tao").output
    assert "14 917.894869213 alpha (14917894869213 rao)" in output
    assert "0.050354772 TAO (50354772 rao)" in output
    assert "Price before  0.006666667" in output
    assert "Slippage      0.499748226 %" in output


def test_an_unstake_in_json_is_in_rao_and_bits() -> None:
    assert json.loads(run("--unstake", "10000alpha", "--json").output) == {
        "order": "unstake",
        "amount": "10000000000000",
        "paid_in": "9994964522775",
        "fee": "5035477225",
        "unspent": "0",
        "received": "66411835505",
        "price_limit": "18446744073709",
        "price_before": "122978293824730344",
        "price_after": "122162928401929803",
        "average_price": "0.006644529",
        "slippage": "0.003320592",
        "tao_in_after": "19933588164495",
        "alpha_in_after": "3009994964522775",
    }


def test_a_limit_leaves_a_rest() -> None:
    output = run("--stake", "1000tao", "--limit-price", "0.007tao").output
    assert "Not traded" in output
    assert "Price after   0.007000000" in output


def test_weights_and_fee_change_the_quote() -> None:
    plain = json.loads(run("--stake", "1tao", "--json").output)
    skewed = json.loads(run("--stake", "1tao", "--json", "--quote-weight", "0.48").output)
    free = json.loads(run("--stake", "1tao", "--json", "--fee-rate", "0").output)
    assert int(skewed["received"]) < int(plain["received"]) < int(free["received"])
    assert free["fee"] == "0"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--stake", "1tao", "--limit-price", "0.006tao"], "Swap.PriceLimitExceeded"),
        (["--stake", "20020000tao"], "Swap.SwapInputTooLarge"),
        (["--unstake", "1"], "Swap.ReservesTooLow"),
    ],
)
def test_what_the_chain_refuses_ends_with_its_error(arguments: list[str], code: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.output.startswith("Error: the chain refuses: ")
    assert f"({code})" in result.output
    assert len(result.output.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--stake", "ten"], "--stake: 'ten' is not an amount"),
        (["--unstake", "-1"], "--unstake: '-1' is not an amount"),
        (["--stake", "1", "--quote-weight", "1e5"], "--quote-weight: '1e5' is not a number"),
        (["--stake", "1", "--quote-weight", "0.001"], "--quote-weight: 0.001 is not between 0.01 and 0.99"),
    ],
)
def test_bad_input_is_one_line_and_status_1(arguments: list[str], complaint: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert complaint in result.output
    assert len(result.output.splitlines()) == 1


@pytest.mark.parametrize("arguments", [[], ["--stake", "1", "--unstake", "1"], ["--stake", "1", "--fee-rate", "65536"]])
def test_a_wrong_use_has_status_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
