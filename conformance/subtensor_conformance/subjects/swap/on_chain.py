"""What the main network answers of fees: quotes of its runtime API, whose pools were others but whose fee was the same.

A quote was four numbers then, of eight bytes, the least byte first: TAO, alpha, the fee in TAO, the fee in alpha.
Subnets that are asked the same amount have one row.
"""

from collections.abc import Iterator
from functools import cache

from subtensor_conformance.authoring.on_chain import ChainRows, Rows
from subtensor_conformance.subjects.revisions.real import BLOCK_348
from subtensor_spec.chain.items.swap import FeeRate
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import NetUid
from subtensor_spec.wire.state.snapshots import Snapshot, read_snapshots

_BUY, _SALE = "SwapRuntimeApi_sim_swap_tao_for_alpha", "SwapRuntimeApi_sim_swap_alpha_for_tao"
_DYNAMIC = 1
_BYTES = 8


@cache
def _block() -> Snapshot:
    (found,) = read_snapshots(BLOCK_348)
    return found


def rows() -> dict[str, list[ChainRows]]:
    """Return the rows by published name."""
    block = _block()
    return {
        "swap.fee_of_amount": [
            ChainRows(
                "main-network",
                f"Block {block.block}, {block.block_hash}, spec_version {block.spec_version}.",
                "The fees in the quotes of three pools, of TAO and of alpha, as the chain's runtime API answered them.",
                "A fee rounded up or to nearest, or a rate in parts of 65 536.",
                _fees,
            )
        ]
    }


def quotes() -> Iterator[tuple[NetUid, str, int, int]]:
    """Yield the subnet, what is offered, the amount and its fee, both in rao of what is offered, of every quote."""
    for answer in _block().answers:
        if answer.method in (_BUY, _SALE):
            netuid, amount = answer.arguments.values()
            numbers = [
                int.from_bytes(answer.result[start : start + _BYTES], "little")
                for start in range(0, len(answer.result), _BYTES)
            ]
            is_buy = answer.method == _BUY
            fee = numbers[2 if is_buy else 3]
            yield NetUid(netuid), "tao" if is_buy else "alpha", amount, fee


def _fees() -> Rows:
    state = State(_block().storage)
    found: Rows = []
    asked = set()
    for netuid, offered, amount, fee in quotes():
        arguments = (FeeRate.get(state, netuid), _DYNAMIC, str(amount), False)
        if arguments not in asked:
            asked.add(arguments)
            found.append((f"{offered}-{amount}", list(arguments), {"ok": str(fee)}))
    return found
