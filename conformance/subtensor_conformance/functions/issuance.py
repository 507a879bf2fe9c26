"""The functions of chapter 6: block emission, its steps, and what minting, recycling and burning do to a supply."""

from collections.abc import Callable
from typing import Any

from subtensor_conformance.functions.function import Function
from subtensor_spec.chapters.issuance import alpha_supply, tao_supply
from subtensor_spec.chapters.issuance.alpha_supply import AlphaSupply
from subtensor_spec.chapters.issuance.emission import alpha_issuance, block_emission_for_issuance, stored_emission_after
from subtensor_spec.chapters.issuance.schedule import first_issuance
from subtensor_spec.chapters.issuance.tao_supply import TaoSupply

Record = tuple[int, ...]

_TAO = (("total_issuance", "u64"), ("balances_issuance", "u64"))
_TAO_RESULT = "tuple<u64,u64>"
_TAO_MINTED = "tuple<u64,u64,u64>"
_ALPHA = "tuple<u64,u64,u64,u64,u64>"
_AMOUNT = ("amount", "u64")


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


def _alpha(name: str, rule: Callable[[AlphaSupply, int], AlphaSupply], identifier: str) -> Function:
    parameters = (("supply", _ALPHA), _AMOUNT)
    return Function(f"alpha.{name}", f"alpha.{name}", parameters, _ALPHA, _on_alpha(rule), (identifier,))


def _tao_function(
    name: str, parameters: tuple[tuple[str, str], ...], result: str, exact: Callable[..., Any], *rules: str
) -> Function:
    return Function(f"tao.{name}", f"tao.{name}", (*_TAO, *parameters), result, exact, rules)


_EMISSION = [
    Function(
        "emission.block_emission_for_issuance",
        "emission.get_block_emission_for_issuance",
        (("issuance", "u64"),),
        "u64",
        block_emission_for_issuance,
        ("ISS-emission/block", "ISS-emission/halvings", "ISS-emission/halved"),
    ),
    Function(
        "emission.alpha_issuance",
        "emission.get_alpha_issuance",
        (("alpha_in", "u64"), ("alpha_out", "u64")),
        "u64",
        alpha_issuance,
        ("ISS-emission/alpha",),
    ),
    Function(
        "emission.block_emission_item",
        "emission.block_emission_item",
        (("stored", "u64"), ("issuance", "u64")),
        "u64",
        stored_emission_after,
        ("ISS-emission/stored-item",),
    ),
    Function(
        "emission.first_issuance",
        "emission.first_issuance",
        (("halvings", "u8"),),
        "u64",
        first_issuance,
        ("ISS-steps/threshold",),
    ),
]

_SUPPLY = [
    _tao_function(
        "mint_tao",
        (_AMOUNT,),
        _TAO_MINTED,
        lambda total, balances, amount: _minted(tao_supply.mint_tao(TaoSupply(total, balances), amount)),
        "ISS-supply/mint",
    ),
    _tao_function(
        "get_block_emission",
        (),
        _TAO_MINTED,
        lambda total, balances: _minted(tao_supply.mint_block_emission(TaoSupply(total, balances))),
        "ISS-supply/block",
        "ISS-supply/mint",
        "ISS-emission/block",
    ),
    _tao_function(
        "recycle_tao",
        (("spendable", "u64"), _AMOUNT),
        f"option<{_TAO_RESULT}>",
        lambda total, balances, *rest: _tao(tao_supply.recycle_tao(TaoSupply(total, balances), *rest)),
        "ISS-supply/recycle",
    ),
    _tao_function(
        "recycle_credit",
        (("unspent", "u64"),),
        _TAO_RESULT,
        lambda total, balances, unspent: _tao(tao_supply.recycle_credit(TaoSupply(total, balances), unspent)),
        "ISS-supply/recycle-credit",
    ),
    _tao_function(
        "burn_tao",
        (("balance", "u64"), _AMOUNT),
        f"option<{_TAO_RESULT}>",
        lambda total, balances, *rest: _tao(tao_supply.burn_tao(TaoSupply(total, balances), *rest)),
        "ISS-supply/burn",
    ),
    _alpha("mint_alpha", alpha_supply.mint_alpha, "ISS-alpha/mint"),
    _alpha("resolve_to_alpha_in", alpha_supply.resolve_to_alpha_in, "ISS-alpha/resolve-in"),
    _alpha("resolve_to_alpha_out", alpha_supply.resolve_to_alpha_out, "ISS-alpha/resolve-out"),
    _alpha("recycle_subnet_alpha", alpha_supply.recycle_alpha, "ISS-alpha/recycle"),
    _alpha("burn_subnet_alpha", alpha_supply.burn_alpha, "ISS-alpha/burn"),
]

FUNCTIONS: list[Function] = [*_EMISSION, *_SUPPLY]
