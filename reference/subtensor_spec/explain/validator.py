"""What the neuron did as a validator: its weights, trust, bonds and dividends."""

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.matrix.shapes import ZERO
from subtensor_spec.chapters.consensus.matrix.vectors import get_or
from subtensor_spec.explain.step import Step, Value
from subtensor_spec.explain.view import View

MASKS = {
    "weights_permitted": "no permit",
    "weights_without_diagonal": "on itself",
    "weights_current": "older than its target",
    "weights_committed": "its target came after a commit",
}
"""Each mask of weights, in order, and why it takes an entry out."""


def weights_step(view: View) -> Step:
    """Tell which of the neuron's weights count."""
    shares = view.by_me(view.stages.weights)
    return Step(
        "Its weights",
        (
            "YC-weights/read",
            "YC-weights/permitted",
            "YC-weights/self",
            "YC-weights/outdated",
            *(("YC-commits/earliest", "YC-weights/committed") if view.epoch.commit_reveal else ()),
            "YC-sparse/row-normalise",
        ),
        {},
        ("server", "stored weight", "share", "left out because"),
        [(server, weight, shares.get(server), _why_left_out(view, server)) for server, weight in _stored(view)],
    )


def _stored(view: View) -> list[tuple[int, Value]]:
    return [(server, weight.bits >> I32F32.FRACTION_BITS) for server, weight in view.mine(view.stages.weights_raw)]


def _why_left_out(view: View, server: int) -> str | None:
    return next((why for stage, why in MASKS.items() if server not in view.by_me(getattr(view.stages, stage))), None)


def trust_step(view: View) -> Step:
    """Tell what clipping left of the neuron's weights."""
    clipped = view.by_me(view.stages.clipped_weights)
    consensus = view.stages.consensus
    return Step(
        "Its trust",
        ("YC-consensus/clip", "YC-consensus/validator-trust"),
        {"validator trust, the sum of what is left": view.mine(view.stages.validator_trust)},
        ("server", "weight", "consensus", "clipped to"),
        [(server, weight, consensus[server], clipped.get(server)) for server, weight in view.mine(view.stages.weights)],
    )


def bonds_step(view: View) -> Step:
    """Tell how the neuron's bonds moved."""
    return _bonds_yuma3(view) if view.epoch.yuma3 else _bonds_yuma2(view)


def _bonds_yuma3(view: View) -> Step:
    stages = view.stages
    weights, old = view.by_me(stages.weights_for_bonds), view.by_me(stages.bonds_masked)
    new = view.by_me(stages.ema_bonds)
    alphas = None if stages.alphas is None else view.mine(stages.alphas)
    average = ("YC-yuma3/alpha", "YC-yuma3/average")
    if alphas is not None:
        average = ("YC-liquid-alpha/sigmoid", "YC-yuma3/average-liquid")

    def alpha(server: int) -> I32F32 | None:
        return stages.bonds_alpha if alphas is None or server >= len(alphas) else alphas[server]

    return Step(
        "Its bonds (Yuma 3)",
        ("YC-bonds/penalty", "YC-bonds/read-proportions", "YC-bonds/outdated", *average),
        {},
        ("server", "old bond", "weight for bonds", "alpha", "new bond"),
        [
            (server, old.get(server), weights.get(server), alpha(server), new.get(server))
            for server in sorted(weights.keys() | old.keys())
        ],
    )


def _bonds_yuma2(view: View) -> Step:
    old, bought = view.by_me(view.stages.bonds_normalised), view.by_me(view.stages.bonds_delta_normalised)
    new = view.by_me(view.stages.ema_bonds)
    return Step(
        "Its bonds (Yuma 2)",
        (
            "YC-bonds/penalty",
            "YC-bonds/read",
            "YC-bonds/outdated",
            "YC-yuma2/delta",
            "YC-yuma2/alpha",
            "YC-yuma2/average",
        ),
        {"alpha, what new bonds count for": view.stages.bonds_alpha},
        ("server", "share of old bonds", "share of those bought", "average"),
        [
            (server, old.get(server), bought.get(server), new.get(server))
            for server in sorted(old.keys() | bought.keys())
        ],
    )


def dividends_step(view: View) -> Step:
    """Tell what the neuron's bonds earned."""
    incentive = view.stages.incentive
    earning = [
        (server, share, get_or(incentive, server, ZERO), share.saturating_mul(get_or(incentive, server, ZERO)))
        for server, share in view.mine(view.stages.ema_bonds_normalised)
    ]
    facts: dict[str, Value] = {}
    if view.stages.total_bonds_per_validator is not None:
        facts["sum over servers"] = view.mine(view.stages.total_bonds_per_validator)
        facts["times active stake"] = view.mine(view.stages.active_stake)
    facts["dividend, as a share of all"] = view.mine(view.stages.dividends)
    rules = ("YC-yuma3/total-bonds", "YC-yuma3/dividends") if view.epoch.yuma3 else ("YC-yuma2/dividends",)
    columns = ("server", "share of its bonds", "its incentive", "product")
    return Step("Its dividends", ("YC-sparse/column-normalise", *rules), facts, columns, list(earning))
