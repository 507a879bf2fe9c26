"""What the main network answers of stake weight: subnet 1, whose metagraph a runtime API gave in whole rao."""

from subtensor_conformance.authoring.on_chain import ChainRows, Rows
from subtensor_conformance.subjects.consensus.real import subnet_1_state

_TAO_WEIGHT = "3320413933267719290"
_SUBNET, _ROOT = 1, 0
_BLOCK = "Block 6852690, 0xdb13c066…, spec_version 343."


def rows() -> dict[str, list[ChainRows]]:
    """Return the rows by published name."""
    return {
        "stake_weight.of_hotkey": [
            ChainRows(
                "main-network",
                _BLOCK,
                "The stake of every neuron of subnet 1 with TAO behind it, as the chain's runtime API summed it.",
                "A sum in floating point, which is off for twelve of the subnet's neurons.",
                _stakes,
            )
        ]
    }


def _stakes() -> Rows:
    """Alpha and TAO are what the hotkeys have inherited already, so that each stands alone here."""
    state = subnet_1_state()
    found: Rows = []
    for uid, tao in enumerate(state["tao_stake"]):
        if int(tao):
            alpha, whole, hotkey = state["alpha_stake"][uid], state["total_stake"][uid], str(uid + 1)
            given = {"tao_weight": _TAO_WEIGHT, "stake": [[hotkey, _ROOT, str(tao)], [hotkey, _SUBNET, str(alpha)]]}
            found.append((f"uid-{uid}", [given, hotkey, _SUBNET], {"ok": [str(whole), str(alpha), str(tao)]}))
    return found
