"""Laws of what a step says: a refused call does nothing, and events account for balances."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from subtensor_conformance.laws.chain_law import Happened, StateLaw, StepLaw
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.state import State

_PAYEE = {"Balances.Transfer": "to", "Balances.Deposit": "who", "Balances.Minted": "who", "Balances.Restored": "who"}
_PAYER = {
    "Balances.Transfer": "from",
    "Balances.Withdraw": "who",
    "Balances.Burned": "who",
    "Balances.Slashed": "who",
    "Balances.Suspended": "who",
    "Balances.DustLost": "account",
}


def _refused_does_nothing(before: State, step: Happened, after: State) -> Iterator[str]:
    if not step.refused:
        return
    if step.changes:
        yield f"{step.call} is refused and changes {len(step.changes)} entries"
    if step.events:
        yield f"{step.call} is refused and emits {step.events[0].name}"


def _totals(state: State) -> dict[str, int]:
    return {"0x" + who.hex(): info.data.free + info.data.reserved for who, info in SystemAccount.items(state)}


def _events_account(before: State, step: Happened, after: State) -> Iterator[str]:
    old, new = _totals(before), _totals(after)
    moved: Counter[str] = Counter()
    for event in step.events:
        amount = int(event.fields["amount"]) if "amount" in event.fields else 0
        moved.update(_entry(_PAYEE, event.name, event.fields, amount))
        moved.update(_entry(_PAYER, event.name, event.fields, -amount))
    told = {event.fields["who"]: int(event.fields["free"]) for event in step.events_of("Balances.BalanceSet")}
    for who in sorted(old.keys() | new.keys() | moved.keys()):
        if who in told:
            continue
        change = new.get(who, 0) - old.get(who, 0)
        if change != moved[who]:
            yield f"{who} has {change} rao more, of which events tell {moved[who]}"
    for who, free in told.items():
        held = SystemAccount.get(after, _account(who)).data.free
        if held != free:
            yield f"{who} is said to be set to {free} rao and has {held}"


def _entry(names: Mapping[str, str], name: str, fields: Mapping[str, Any], amount: int) -> dict[str, int]:
    return {fields[names[name]]: amount} if name in names else {}


def _account(form: str) -> Any:
    return bytes.fromhex(form[2:])


LAWS: tuple[StateLaw | StepLaw, ...] = (
    StepLaw(
        "events/refused-does-nothing",
        "A call that is refused changes no entry and emits no event.",
        ("ST-layer/all-or-nothing",),
        _refused_does_nothing,
    ),
    StepLaw(
        "events/account-for-balances",
        "What an account holds, free and reserved, changes by the sum of the events Transfer, Deposit, Withdraw, "
        "Minted, Burned, Slashed, Suspended, Restored and DustLost that name it. BalanceSet tells the free TAO that "
        "an account has afterwards.",
        ("BLK-account/changed",),
        _events_account,
    ),
)
