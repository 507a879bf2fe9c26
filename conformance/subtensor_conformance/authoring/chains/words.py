"""Why calls and chains are published, and what they catch."""

import re
from typing import Any

from subtensor_spec.wire.metadata.compare import declared_errors

OK, PANIC = "ok", "panic"

GOES_THROUGH = "The call goes through: every entry that it changes and every event that it tells of."
WRONG_EFFECT = "An effect that is missing, one too many, rounded otherwise or told in another order."
WRONG_CHECK = "A check that is missing, reads something else or comes at another place; a trace left by a refused call."

FLAVOURS = {
    "blocks": "Hundreds of blocks with few calls: what time alone does to emission, prices, bonds and pending amounts.",
    "staking": "Stake comes, moves and goes between blocks, with limits, partial fills and fees.",
    "weights": "Weights are set, by validators and by others, in time and out of time.",
    "commits": "Weights are committed and revealed, by salt and by time lock, too early and too late.",
    "neurons": "Keys register by burning, are pruned, and come again.",
    "networks": "Subnets are born, start, are dissolved and paid out.",
    "children": "Parents give shares of their stake to children, and children take.",
    "claims": "Root stakers claim or keep what they earned, by hand and by themselves.",
    "locks": "Stake is locked, its conviction grows, and locks move and run out.",
    "keys": "Hotkeys and coldkeys are swapped, announced, disputed, and take their belongings along.",
    "hyper": "Owners and root change hyperparameters within their limits and outside them.",
    "odd": "Extremes: amounts at the ends of their types, empty pools, odd proportions.",
    "limits": "Rate limits and windows are left on, and refuse.",
    "legacy": "Share maps of the first kind, moved over at first touch.",
    "owner": "A year goes by, and conviction changes a subnet's owner.",
    "halving": "Issuance crosses a step, and emission halves.",
    "mixed": "A little of everything.",
}

SITUATIONS = {
    "commits-too-many": "A hotkey commits weights once more than it may have unrevealed.",
    "timelocked-too-many": "A hotkey commits time-locked weights once more than it may.",
    "reveal-paths": "Reveals in time, too early, too late, of another's commit and in batches.",
    "timelocked-reveal-paths": "The beacon's pulse arrives, is missing, or does not open the commit.",
    "start-call-delay": "A subnet is started too early, in time, and twice.",
    "root-full": "Root is full, and the one with the least stake has to go.",
    "root-interval": "More register on root in an interval than may.",
    "childkey-take-limit": "The take of a child is raised again too soon.",
    "delegate-take-limit": "The take of a delegate is raised again too soon.",
    "registration-closed": "A subnet takes no registrations.",
    "few-weights": "Fewer weights are set than a subnet asks for.",
    "weights-fast": "Weights are set again before the rate limit allows it.",
    "everyone-immune": "A subnet is full, and everyone in it is immune.",
    "trimmed": "An owner cuts a subnet down to fewer neurons.",
    "voting-power": "Voting power is counted, followed and stopped.",
    "twin-keys": "One coldkey has several hotkeys that depend on each other.",
    "serving": "Endpoints are announced: right ones, wrong ones, too often.",
    "identities": "Identities are set, too long, and of accounts that may not.",
    "disputed": "An announced swap of a coldkey is disputed and settled by root.",
    "locked-coldkey-swap": "A coldkey with locks is swapped.",
    "dirty-root-swap": "A hotkey on root with claims is swapped.",
    "hotkey-swap-rate": "A hotkey is swapped on one subnet too soon after the last time.",
    "freeze-window": "Administration is frozen before an epoch.",
    "owner-limits": "An owner changes hyperparameters more often than is allowed.",
    "subnet-limit": "There are as many subnets as there may be, and one has to go.",
    "dissolved-and-back": "A subnet is dissolved, and its number is given again.",
    "recycle-limits": "Alpha is recycled and burned where that is refused.",
    "add-stake-burn-rate": "Stake is bought and burned at once, too often.",
    "swap-extremes": "Orders at the edges of what a pool takes.",
    "unbalanced-injection": "Emission goes into a pool whose weights are far from even.",
    "emission-off": "A subnet's emission is switched off and on.",
    "all-burned": "All incentive goes to the owner's keys and is burned or recycled.",
    "price-above-one": "Prices add up to more than one, and the chain buys alpha.",
}

WRONG_CHAIN = "A block or call that leaves another state behind, however late it shows: every step is compared whole."


def kebab(name: str) -> str:
    """Return a name of the chain in lower case with hyphens."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name).replace("_", "-").replace(".", "-").lower()


def slug_of_outcome(outcome: dict[str, Any]) -> str:
    """Return the slug of a group: what becomes of its calls. Codes of AdminUtils are too long for one as they are."""
    ((tag, payload),) = outcome.items()
    if tag == "err":
        return kebab(payload["code"].removeprefix("SubtensorModule.").replace("AdminUtils.", "Admin."))
    return f"not-admitted-{payload['custom']}" if tag == "invalid" else tag


def order(slug: str) -> tuple[bool, str]:
    """Return the key that puts what goes through before what is refused."""
    return slug != OK, slug


def of_outcome(outcome: dict[str, Any]) -> tuple[str, str]:
    """Return why calls with an outcome are published, and what they catch."""
    ((tag, payload),) = outcome.items()
    if tag == OK:
        return GOES_THROUGH, WRONG_EFFECT
    if tag == PANIC:
        return "Production's code panics here, and nothing changes.", "A result where there is none."
    if tag == "invalid":
        return f"A node does not admit the transaction, and answers {payload['custom']}.", WRONG_CHECK
    error = declared_errors().get(payload["code"])
    meaning = error.about if error else "The origin may not make the call."
    return f"The call is refused with {payload['code']}. {meaning}", WRONG_CHECK


def of_trace(identifier: str) -> tuple[str, str]:
    """Return why a chain is published, and what it catches."""
    topic = identifier.split("/")[1]
    return FLAVOURS.get(topic) or SITUATIONS[topic], WRONG_CHAIN
