"""The functions of chapter 6: block emission, its steps, and what minting, recycling and burning do to a supply."""

from collections.abc import Callable, Iterator

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.chapters.issuance import alpha_supply, tao_supply
from subtensor_spec.chapters.issuance.alpha_supply import AlphaSupply
from subtensor_spec.chapters.issuance.emission import alpha_issuance, block_emission_for_issuance, stored_emission_after
from subtensor_spec.chapters.issuance.schedule import first_issuance
from subtensor_spec.chapters.issuance.tao_supply import TaoSupply

Record = tuple[int, ...]

_RECORDS = "tuple<u64,u64>"
_MINTED = "tuple<u64,u64,u64>"
_ALPHA = "tuple<u64,u64,u64,u64,u64>"


def _tao(supply: TaoSupply | None) -> Record | None:
    return None if supply is None else (supply.total_issuance, supply.balances_issuance)


def _minted(outcome: tuple[TaoSupply, int]) -> Record:
    supply, minted = outcome
    return supply.total_issuance, supply.balances_issuance, minted


def _on_alpha(rule: Callable[[AlphaSupply, int], AlphaSupply]) -> Callable[[Record, int], Record]:
    def applied(record: Record, amount: int) -> Record:
        after = rule(AlphaSupply(*record), amount)
        return after.alpha_in, after.alpha_out, after.total_issuance, after.burned, after.recycled

    return applied


def _emission() -> Iterator[Function]:
    function = Namespace("emission", "emission")
    yield function(
        "block_emission_for_issuance",
        "issuance: u64 -> u64",
        block_emission_for_issuance,
        *(f"ISS-emission/{case}" for case in ("block", "halvings", "halved")),
        raw="get_block_emission_for_issuance",
    )
    issued = "alpha_in: u64, alpha_out: u64 -> u64"
    yield function("alpha_issuance", issued, alpha_issuance, "ISS-emission/alpha", raw="get_alpha_issuance")
    item = "stored: u64, issuance: u64 -> u64"
    yield function("block_emission_item", item, stored_emission_after, "ISS-emission/stored-item")
    yield function("first_issuance", "halvings: u8 -> u64", first_issuance, "ISS-steps/threshold")


def _tao_supply() -> Iterator[Function]:
    function = Namespace("tao", "tao", given="total_issuance: u64, balances_issuance: u64")
    yield function(
        "mint_tao",
        f"amount: u64 -> {_MINTED}",
        lambda total, balances, amount: _minted(tao_supply.mint_tao(TaoSupply(total, balances), amount)),
        "ISS-supply/mint",
    )
    yield function(
        "get_block_emission",
        f"-> {_MINTED}",
        lambda total, balances: _minted(tao_supply.mint_block_emission(TaoSupply(total, balances))),
        *("ISS-supply/block", "ISS-supply/mint", "ISS-emission/block"),
    )
    yield function(
        "recycle_tao",
        f"spendable: u64, amount: u64 -> option<{_RECORDS}>",
        lambda total, balances, *rest: _tao(tao_supply.recycle_tao(TaoSupply(total, balances), *rest)),
        "ISS-supply/recycle",
    )
    yield function(
        "recycle_credit",
        f"unspent: u64 -> {_RECORDS}",
        lambda total, balances, unspent: _tao(tao_supply.recycle_credit(TaoSupply(total, balances), unspent)),
        "ISS-supply/recycle-credit",
    )
    yield function(
        "burn_tao",
        f"balance: u64, amount: u64 -> option<{_RECORDS}>",
        lambda total, balances, *rest: _tao(tao_supply.burn_tao(TaoSupply(total, balances), *rest)),
        "ISS-supply/burn",
    )


def _alpha_supply() -> Iterator[Function]:
    function = Namespace("alpha", "alpha")
    for name, rule, case in (
        ("mint_alpha", alpha_supply.mint_alpha, "mint"),
        ("resolve_to_alpha_in", alpha_supply.resolve_to_alpha_in, "resolve-in"),
        ("resolve_to_alpha_out", alpha_supply.resolve_to_alpha_out, "resolve-out"),
        ("recycle_subnet_alpha", alpha_supply.recycle_alpha, "recycle"),
        ("burn_subnet_alpha", alpha_supply.burn_alpha, "burn"),
    ):
        yield function(name, f"supply: {_ALPHA}, amount: u64 -> {_ALPHA}", _on_alpha(rule), f"ISS-alpha/{case}")


FUNCTIONS: list[Function] = [*_emission(), *_tao_supply(), *_alpha_supply()]
