"""The ``{epoch-input}`` directive: an epoch's input field by field, with type, range, default and storage item."""

from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site.tables import Cell, table
from subtensor_spec.chain.items import consensus, neurons, schedule, stake_weight, staking, subnets, weights
from subtensor_spec.chain.storage import Item
from subtensor_spec.wire.epoch.fields import FORM_FIELDS
from subtensor_spec.wire.values import to_json

RANGES = {
    "u16": "0 … 65535",
    "u32": "0 … 2³² - 1",
    "u64": "0 … 2⁶⁴ - 1",
    "i16": "-32768 … 32767",
    "bool": "true, false",
    "option<u16>": "null, 0 … 65535",
    "list<u64>": "0 … 2⁶⁴ - 1 each",
    "list<bool>": "at most 65536",
    "rows": "uid and value 0 … 65535 each",
    "commits": "uid 0 … 65535; epoch, block u64",
}
"""What values a type has, as a cell says it."""

OF_N = "; exactly n"


@dataclass(frozen=True)
class Field:
    """One field: its type, the items that it is read from, and what it means."""

    type: str
    items: tuple[Item[Any], ...]
    meaning: str
    part: int | None = None
    """Which part of the item's value it is, if the item holds several."""
    note: str = ""
    """What else there is to say of the range."""
    source: str = ""
    """Where it comes from if not simply from items."""


FIELDS = {
    "n": Field("u16", (subnets.SubnetworkN,), "n, the number of neurons"),
    "current_block": Field("u64", (), "b, the block in which the epoch runs", source="the open block"),
    "tempo": Field("u16", (schedule.Tempo,), "blocks between epochs"),
    "activity_cutoff_factor_milli": Field(
        "u32", (consensus.ActivityCutoffFactorMilli,), "f, the activity cutoff in thousandths of the tempo"
    ),
    "last_update": Field(
        "list<u64>", (consensus.LastUpdate,), "u, the block in which neuron i last set weights", note="; any length"
    ),
    "block_at_registration": Field(
        "list<u64>", (neurons.BlockAtRegistration,), "r, the block in which neuron i registered", note=OF_N
    ),
    "last_mechanism_step_block": Field(
        "u64", (schedule.LastMechansimStepBlock,), "the block of the epoch before; 0 for none"
    ),
    "alpha_stake": Field("list<u64>", (), "a, inherited alpha in rao", note=OF_N, source="chapter 10"),
    "tao_stake": Field("list<u64>", (), "t, inherited TAO in rao", note=OF_N, source="chapter 10"),
    "tao_weight": Field("u64", (stake_weight.TaoWeight,), "w, what TAO counts beside alpha, in parts of 2⁶⁴ - 1"),
    "stake_threshold": Field("u64", (staking.StakeThreshold,), "stake below this many rao does not count"),
    "validator_permit": Field(
        "list<bool>", (consensus.ValidatorPermit,), "who holds a permit before this epoch", note="; any length"
    ),
    "max_allowed_validators": Field("u16", (consensus.MaxAllowedValidators,), "how many permits stake can earn"),
    "owner_uid": Field(
        "option<u16>", (), "the uid of the subnet owner's hotkey", source="SubnetOwnerHotkey, Uids"
    ),
    "weights": Field("rows", (consensus.Weights,), "row i: [uid, u16] entries that neuron i has set"),
    "bonds": Field("rows", (consensus.Bonds,), "row i: [uid, u16] bonds of neuron i after the epoch before"),
    "kappa": Field("u16", (consensus.Kappa,), "κ, the majority that consensus needs, in parts of 65535"),
    "bonds_penalty": Field(
        "u16", (consensus.BondsPenalty,), "β, how little excess weights count for bonds, in parts of 65535"
    ),
    "bonds_moving_average": Field(
        "u64", (consensus.BondsMovingAverage,), "μ, what stays of old bonds, in millionths"
    ),
    "liquid_alpha": Field("bool", (consensus.LiquidAlphaOn,), "whether each bond has its own pace"),
    "alpha_low": Field("u16", (consensus.AlphaValues,), "least pace, in parts of 65535", part=0),
    "alpha_high": Field("u16", (consensus.AlphaValues,), "greatest pace, in parts of 65535", part=1),
    "alpha_sigmoid_steepness": Field(
        "i16", (consensus.AlphaSigmoidSteepness,), "σ, how sharply the pace moves, in hundredths"
    ),
    "yuma3": Field("bool", (consensus.Yuma3On,), "Yuma 3 instead of Yuma 2"),
    "commit_reveal": Field("bool", (weights.CommitRevealWeightsEnabled,), "whether weights are committed and revealed"),
    "reveal_period": Field("u64", (weights.RevealPeriodEpochs,), "epochs from a commit to its reveal"),
    "epoch_index": Field("u64", (schedule.SubnetEpochIndex,), "the number of this epoch; already counted when it runs"),
    "epoch_due": Field(
        "bool", (), "whether the scheduler calls for an epoch; no longer, when it runs", source="chapter 18"
    ),
    "weight_commits": Field("commits", (weights.WeightCommits,), "[uid, [[epoch, block], …]], oldest first"),
    "timelocked_commits": Field(
        "commits", (weights.TimelockedWeightCommits,), "[epoch, [[uid, block], …]]; an epoch once"
    ),
    "rao_emission": Field("u64", (), "E, what the epoch pays, in rao of alpha", source="chapters 19, 16"),
}
"""All fields, in the order of :class:`EpochInput`."""


class EpochInputDirective(SphinxDirective):
    """``:::{epoch-input}``: the table of an epoch's input."""

    def run(self) -> list[nodes.Node]:
        if tuple(FIELDS) != FORM_FIELDS:
            raise self.error("the table of an epoch's input lacks a field, or has one too many")
        headings = ["field, and the item it is read from", "type, and values", "default", "meaning"]
        return [table(headings, [_row(name, field) for name, field in FIELDS.items()], "epoch-input")]


def _row(name: str, field: Field) -> list[Cell]:
    source = field.source or field.items[0].full_name.partition(".")[2]
    values = RANGES[field.type] + field.note
    return [
        [nodes.literal(text=name), _below(source)],
        [nodes.literal(text=field.type), _below(values)],
        _default(field),
        field.meaning,
    ]


def _below(text: str) -> nodes.inline:
    """Return text that stands on a line of its own, small."""
    return nodes.inline(text=text, classes=["below"])


def _default(field: Field) -> str:
    """Return what an unset item reads as; what is no item has no default."""
    if not field.items:
        return "–"
    form = to_json(field.items[0].value, field.items[0].default) if not field.items[0].optional else None
    shown = form[field.part] if field.part is not None else form
    if isinstance(shown, list):
        return "empty" if not shown else ", ".join(map(str, shown))
    return "empty" if shown is None else str(shown).lower()


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("epoch-input", EpochInputDirective)
