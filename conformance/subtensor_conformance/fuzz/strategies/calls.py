"""Calls as vectors write them: any that is specified, on a few accounts and subnets, heavy on those that go through."""

from functools import cache
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from subtensor_conformance.fuzz.strategies.cast import COLDKEYS, HOTKEYS, SPARE, hex_of, owner_of
from subtensor_conformance.fuzz.strategies.codecs import amounts, of_codec
from subtensor_spec.blocks.registry import all_calls
from subtensor_spec.chain.scale import Codec, Option

Strategy = SearchStrategy[Any]

FAVOURITES = {
    "SubtensorModule.add_stake": 8, "SubtensorModule.remove_stake": 6, "SubtensorModule.move_stake": 3,
    "SubtensorModule.swap_stake": 3, "SubtensorModule.transfer_stake": 3, "SubtensorModule.unstake_all": 2,
    "SubtensorModule.burned_register": 8, "SubtensorModule.root_register": 3, "SubtensorModule.set_weights": 8,
    "SubtensorModule.register_network": 3, "SubtensorModule.root_dissolve_network": 2,
    "SubtensorModule.set_children": 4, "SubtensorModule.swap_hotkey": 2, "SubtensorModule.swap_hotkey_v2": 2,
    "SubtensorModule.swap_coldkey": 3, "SubtensorModule.recycle_alpha": 2, "SubtensorModule.burn_alpha": 2,
    "SubtensorModule.claim_root": 2, "SubtensorModule.lock_stake": 3, "Balances.transfer_allow_death": 2,
    "AdminUtils.sudo_trim_to_max_allowed_uids": 2,
}  # fmt: skip
"""Calls that are drawn so many times as often as the others."""

BY_ROOT = frozenset({"swap_coldkey", "root_dissolve_network", "reset_coldkey_swap", "dissolve_network"})
"""Calls by root that neither their name nor their pallet shows to be."""

BY_HOTKEY = ("set_weights", "weights", "serve_", "set_mechanism")
"""What names of calls hold that a hotkey signs."""

MOST_UID, MOST_SUBNET, MOST_WEIGHTS = 5, 4, 4


@cache
def calls(only: tuple[str, ...] = ()) -> Strategy:
    """Return calls as ``{"call", "origin", "args"}``, of the names given or of all."""
    names = [name for name in sorted(all_calls()) if not only or name in only]
    return st.sampled_from([name for name in names for _ in range(FAVOURITES.get(name, 1))]).flatmap(_call)


@cache
def _call(name: str) -> Strategy:
    codecs = all_calls()[name].arguments
    arguments = st.fixed_dictionaries({argument: _argument(argument, codec) for argument, codec in codecs.items()})
    return st.tuples(arguments, st.integers(0, 7), st.sampled_from([*COLDKEYS, *HOTKEYS])).map(
        lambda drawn: {"call": name, "origin": _origin(name, *drawn), "args": _matched(drawn[0], drawn[1])}
    )


def _matched(arguments: dict[str, Any], lot: int) -> dict[str, Any]:
    """Return arguments whose weights are mostly as many as the uids that they are for."""
    for uids, weights in (("dests", "weights"), ("uids", "values")):
        if uids in arguments and lot != 1:
            return {**arguments, weights: arguments[weights][: len(arguments[uids])]}
    return arguments


def _origin(name: str, arguments: dict[str, Any], lot: int, account: bytes) -> str:
    """Return who sends a call: mostly one who may, sometimes anybody."""
    pallet, _, short = name.partition(".")
    if lot == 0:
        return hex_of(account)
    if pallet == "AdminUtils" or short.startswith(("sudo_", "force_")) or short in BY_ROOT:
        return "root" if lot > 1 else hex_of(account)
    if any(part in short for part in BY_HOTKEY):
        return hex_of(account if account in HOTKEYS else HOTKEYS[lot])
    hotkey = arguments.get("hotkey", arguments.get("origin_hotkey"))
    return hex_of(account) if hotkey is None else owner_of(hotkey)


def _argument(name: str, codec: Codec[Any]) -> Strategy:
    if isinstance(codec, Option):
        return st.none() | _argument(name, codec.inner)
    named = _named().get(name, (None, None))
    if named[0] == codec.name and named[1] is not None:
        return named[1]
    if name.endswith("netuid"):
        return _subnets()
    if name.endswith("hotkey"):
        return _accounts(HOTKEYS)
    if name.endswith("coldkey"):
        return _accounts((*COLDKEYS, *SPARE))
    if "amount" in name or "price" in name or name in ("value", "new_free"):
        return amounts().map(str)
    return of_codec(codec)


@cache
def _named() -> dict[str, tuple[str, Strategy]]:
    """Return by name those arguments of which few values are worth drawing, each for its type only."""
    uids = st.lists(st.integers(0, MOST_UID), max_size=MOST_WEIGHTS, unique=True)
    weights = st.lists(st.sampled_from([0, 1, 100, 65_535]), min_size=MOST_WEIGHTS, max_size=MOST_WEIGHTS)
    parts = st.sampled_from([0, 1, 2**62, 2**63, 2**64 - 1]).map(str)
    children = st.lists(st.tuples(parts, _accounts(HOTKEYS)).map(list), max_size=3)
    return {
        "new_hotkey": ("AccountId32", _accounts((*SPARE, *HOTKEYS))),
        "dests": ("Vec<u16>", uids),
        "uids": ("Vec<u16>", uids),
        "weights": ("Vec<u16>", weights),
        "values": ("Vec<u16>", weights),
        "version_key": ("u64", st.just("0")),
        "children": ("Vec<(u64, AccountId32)>", children),
        "subnets": ("Vec<u16>", st.lists(_subnets(), max_size=3, unique=True)),
        "swap_cost": ("u64", st.sampled_from(["0", "1000"])),
        "max_n": ("u16", st.integers(0, 2 * MOST_UID)),
        "mecid": ("u8", st.integers(0, 2)),
    }


@cache
def _subnets() -> Strategy:
    return st.sampled_from([1, 2, 3, 2, 1, 2, 0, MOST_SUBNET])


@cache
def _accounts(among: tuple[bytes, ...]) -> Strategy:
    return st.sampled_from([hex_of(account) for account in among])
