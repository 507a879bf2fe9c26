"""``subtensor-spec quote``: amounts to the rao, the chain's refusals, and one line about what is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from subtensor_conformance.cli import main
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.items.subnets import NetworksAdded
from subtensor_spec.chain.types import AlphaBalance, Balancer, NetUid, TaoBalance
from subtensor_spec.chapters.swap.pool import Pool, pool_as_state

WEIGHTS = Balancer(Perquintill(4 * 10**17))

POOL = ("--tao-in", "20000tao", "--alpha-in", "3000000alpha")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["quote", *POOL, *arguments])


def test_a_stake_is_quoted_to_the_rao_for_people() -> None:
    output = run("--stake", "100tao").output
    assert "14_917.894869213 alpha (14917894869213 rao)" in output
    assert "0.050354772 TAO (50354772 rao)" in output
    assert "Price before  0.006666667 [122978293824730344]" in output
    assert "Slippage      0.499748226 %" in output
    assert "82.105130787 alpha (82105130787 rao)  the offer at the price before" in output
    assert "Revision      r425" in output


def test_an_unstake_in_json_is_in_rao_and_bits() -> None:
    assert json.loads(run("--unstake", "10000alpha", "--json").output) == {
        "revision": "r425",
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
        "price_rao": "6666666",
        "slippage": "0.003320592",
        "sim_swap": {
            "tao_amount": "66411835505",
            "alpha_amount": "9994964522775",
            "tao_fee": "0",
            "alpha_fee": "5035477225",
            "tao_slippage": "254831161",
            "alpha_slippage": "0",
        },
        "quote_weight": "500000000000000000",
        "quote_weight_assumed": True,
        "tao_in_after": "19933588164495",
        "alpha_in_after": "3009994964522775",
    }


def test_a_limit_leaves_a_rest() -> None:
    output = run("--stake", "1000tao", "--limit-price", "0.007tao").output
    assert "Not traded" in output
    assert "Price after   0.007000000 [129127208515964366]" in output
    assert "Price limit   0.007000000 [129127208515966861] for the price after, the fee aside" in output
    assert "without a price limit" in output


def test_the_weight_that_nobody_gave_is_said() -> None:
    assert "0.5 of TAO, assumed" in run("--stake", "1tao").output
    assert "assumed" not in run("--stake", "1tao", "--quote-weight", "0.5").output


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
        (["--stake", "100alpha"], "--stake: '100alpha' is alpha where TAO is due"),
        (["--unstake", "5tao"], "--unstake: '5tao' is TAO where alpha is due"),
        (["--stake", "1", "--limit-price", "0.01alpha"], "--limit-price: '0.01alpha' is alpha where TAO is due"),
        (["--stake", "1", "--tao-in", "1alpha"], "--tao-in: '1alpha' is alpha where TAO is due"),
        (["--stake", "1", "--alpha-in", "1tao"], "--alpha-in: '1tao' is TAO where alpha is due"),
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


@pytest.fixture
def stored(tmp_path: Path) -> str:
    """A storage with subnet 4, whose pool leans, and subnet 5, which has none."""
    state = pool_as_state(Pool(TaoBalance(2 * 10**13), AlphaBalance(3 * 10**15), WEIGHTS, fee_rate=99), NetUid(4))
    NetworksAdded.put(state, NetUid(5), True)
    file = tmp_path / "storage.json"
    pairs = [["0x" + key.hex(), "0x" + entry.raw.hex()] for key, entry in state.entries.items()]
    file.write_text(json.dumps(pairs))
    return str(file)


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["quote", *arguments])


def test_a_pool_is_read_from_a_storage(stored: str) -> None:
    found = json.loads(ask("--state", stored, "--netuid", "4", "--stake", "100tao", "--json").output)
    given = json.loads(run("--stake", "100tao", "--quote-weight", "0.4", "--fee-rate", "99", "--json").output)
    assert found.pop("quote_weight_assumed") is given.pop("quote_weight_assumed") is False
    assert found == given


@pytest.mark.parametrize(
    ("netuid", "complaint"),
    [("7", "--netuid: there is no subnet 7 in"), ("5", "--netuid: subnet 5 has no pool: its alpha is worth one TAO")],
)
def test_a_subnet_without_a_pool_is_said(stored: str, netuid: str, complaint: str) -> None:
    result = ask("--state", stored, "--netuid", netuid, "--stake", "1tao")
    assert result.exit_code == 1
    assert complaint in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        ["--state", "FILE", "--stake", "1"],
        ["--state", "FILE", "--netuid", "4", "--stake", "1", "--tao-in", "5"],
        ["--stake", "1", "--tao-in", "5"],
        ["--stake", "1", "--tao-in", "5", "--alpha-in", "5", "--netuid", "4"],
    ],
)
def test_a_pool_is_given_in_one_way(stored: str, arguments: list[str]) -> None:
    assert ask(*(stored if word == "FILE" else word for word in arguments)).exit_code == 2


@pytest.mark.parametrize("arguments", [[], ["--stake", "1", "--unstake", "1"], ["--stake", "1", "--fee-rate", "65536"]])
def test_a_wrong_use_has_status_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
