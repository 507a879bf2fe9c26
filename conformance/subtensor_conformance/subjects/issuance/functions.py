"""The functions of chapter 6: block emission, its steps, and what minting, recycling and burning do to a supply."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from subtensor_conformance.functions.function import Function, Namespace
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.balances import NO_ACCOUNT, BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.items.emission import BlockEmission
from subtensor_spec.chain.items.pools import SubnetAlphaIn, SubnetAlphaOut
from subtensor_spec.chain.items.staking import TotalIssuance
from subtensor_spec.chain.items.swap import AlphaBurned, AlphaRecycled, TotalAlphaIssuance
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AlphaBalance, NetUid, TaoBalance
from subtensor_spec.chapters.balances.accounts import EXISTENTIAL_DEPOSIT
from subtensor_spec.chapters.balances.fungible import Credit
from subtensor_spec.chapters.balances.pallet_accounts import burn_account
from subtensor_spec.chapters.issuance import alpha_assets, tao_supply
from subtensor_spec.chapters.issuance.block_emission import get_block_emission, get_block_emission_for_issuance
from subtensor_spec.chapters.issuance.emission import alpha_issuance, block_emission_for_issuance
from subtensor_spec.chapters.issuance.schedule import first_issuance

Record = tuple[int, ...]

_RECORDS = "tuple<u64,u64>"
_MINTED = "tuple<u64,u64,u64>"
_ALPHA = "tuple<u64,u64,u64,u64,u64>"

_NETUID = NetUid(1)
_COLDKEY = AccountId(bytes(31) + b"\x01")
_ALPHA_ITEMS = (SubnetAlphaIn, SubnetAlphaOut, TotalAlphaIssuance, AlphaBurned, AlphaRecycled)


def _supply(total: int, balances: int) -> State:
    state = State()
    TotalIssuance.put(state, TaoBalance(total))
    BalancesTotalIssuance.put(state, TaoBalance(balances))
    return state


def _records(state: State) -> Record:
    return TotalIssuance.get(state), BalancesTotalIssuance.get(state)


def _account(state: State, account: AccountId, free: int) -> None:
    data = replace(NO_ACCOUNT.data, free=TaoBalance(free))
    SystemAccount.put(state, account, replace(NO_ACCOUNT, providers=1, data=data))


def _given(state: State, act: Callable[[State, AccountId, TaoBalance], None], amount: int) -> Record | None:
    """Return both records after a coldkey gave an amount, nothing if it has too little."""
    try:
        act(state, _COLDKEY, TaoBalance(amount))
    except CallError as refusal:
        if refusal.error is SubtensorModule.InsufficientBalance:
            return None
        raise
    return _records(state)


def _mint(total: int, balances: int, amount: int) -> Record:
    state = _supply(total, balances)
    minted = tao_supply.mint_tao(state, TaoBalance(amount))
    return (*_records(state), minted)


def _block(total: int, balances: int) -> Record:
    state = _supply(total, balances)
    minted = get_block_emission(state)
    return (*_records(state), minted)


def _recycle(total: int, balances: int, spendable: int, amount: int) -> Record | None:
    state = _supply(total, balances)
    _account(state, _COLDKEY, spendable + EXISTENTIAL_DEPOSIT)
    return _given(state, tao_supply.recycle_tao, amount)


def _recycle_credit(total: int, balances: int, unspent: int) -> Record:
    state = _supply(total, balances)
    tao_supply.recycle_credit(state, Credit(unspent))
    return _records(state)


def _burn(total: int, balances: int, balance: int, amount: int) -> Record | None:
    state = _supply(total, balances)
    _account(state, _COLDKEY, balance)
    _account(state, burn_account(), EXISTENTIAL_DEPOSIT)
    return _given(state, tao_supply.burn_tao, amount)


def _stored_emission(stored: int, issuance: int) -> int:
    state = State()
    BlockEmission.put(state, stored)
    get_block_emission_for_issuance(state, issuance)
    return BlockEmission.get(state)


def _on_alpha(act: Callable[[State, AlphaBalance], object]) -> Callable[[Record, int], Record]:
    def applied(record: Record, amount: int) -> Record:
        state = State()
        for item, value in zip(_ALPHA_ITEMS, record, strict=True):
            item.put(state, _NETUID, AlphaBalance(value))
        act(state, AlphaBalance(amount))
        return tuple(item.get(state, _NETUID) for item in _ALPHA_ITEMS)

    return applied


def _imbalance(amount: AlphaBalance) -> alpha_assets.PositiveAlphaImbalance:
    return alpha_assets.PositiveAlphaImbalance(_NETUID, amount)


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
    yield function("block_emission_item", item, _stored_emission, "ISS-emission/stored-item")
    yield function("first_issuance", "halvings: u8 -> u64", first_issuance, "ISS-steps/threshold")


def _tao_supply() -> Iterator[Function]:
    function = Namespace("tao", "tao", given="total_issuance: u64, balances_issuance: u64")
    yield function("mint_tao", f"amount: u64 -> {_MINTED}", _mint, "ISS-supply/mint")
    yield function(
        "get_block_emission",
        f"-> {_MINTED}",
        _block,
        *("ISS-supply/block", "ISS-supply/mint", "ISS-emission/block"),
    )
    yield function("recycle_tao", f"spendable: u64, amount: u64 -> option<{_RECORDS}>", _recycle, "ISS-supply/recycle")
    yield function("recycle_credit", f"unspent: u64 -> {_RECORDS}", _recycle_credit, "ISS-supply/recycle-credit")
    yield function("burn_tao", f"balance: u64, amount: u64 -> option<{_RECORDS}>", _burn, "ISS-supply/burn")


def _alpha_supply() -> Iterator[Function]:
    function = Namespace("alpha", "alpha")
    for name, rule, case in (
        ("mint_alpha", lambda state, amount: alpha_assets.mint_alpha(state, _NETUID, amount), "mint"),
        (
            "resolve_to_alpha_in",
            lambda state, amount: alpha_assets.resolve_to_alpha_in(state, _imbalance(amount)),
            "resolve-in",
        ),
        (
            "resolve_to_alpha_out",
            lambda state, amount: alpha_assets.resolve_to_alpha_out(state, _imbalance(amount)),
            "resolve-out",
        ),
        (
            "recycle_subnet_alpha",
            lambda state, amount: alpha_assets.recycle_subnet_alpha(state, _NETUID, amount),
            "recycle",
        ),
        ("burn_subnet_alpha", lambda state, amount: alpha_assets.burn_subnet_alpha(state, _NETUID, amount), "burn"),
    ):
        yield function(name, f"supply: {_ALPHA}, amount: u64 -> {_ALPHA}", _on_alpha(rule), f"ISS-alpha/{case}")


FUNCTIONS: list[Function] = [*_emission(), *_tao_supply(), *_alpha_supply()]
