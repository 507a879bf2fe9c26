"""What an epoch of one mechanism reads from the chain's storage."""

from dataclasses import dataclass

Row = list[tuple[int, int]]
"""A stored row of weights or bonds: ``(uid, u16)`` entries."""


@dataclass(frozen=True)
class EpochInput:
    """The storage that one epoch reads, as plain integers; the hotkey of a neuron is its uid.

    Lists by uid may be shorter or longer than ``n`` where storage can hold that: ``last_update``,
    ``validator_permit``, ``weights`` and ``bonds``. Rows may be unsorted, name a uid twice or one that does not
    exist. Blocks and epochs are u64. Use :func:`subtensor_spec.wire.epoch.parsing.parse_epoch_input` for data
    from outside: this class checks nothing.
    """

    n: int
    """Number of neurons, u16."""
    current_block: int
    tempo: int
    """Blocks between epochs, u16."""
    activity_cutoff_factor_milli: int
    """Activity cutoff in thousandths of the tempo, u32."""
    last_update: list[int]
    """The block in which each neuron last set weights in this mechanism."""
    block_at_registration: list[int]
    """The block in which each neuron was registered; exactly ``n``."""
    last_mechanism_step_block: int
    """The block of the last epoch, 0 if there was none."""
    alpha_stake: list[int]
    """Alpha of each neuron in rao, inherited through parents and children, u64; exactly ``n``."""
    tao_stake: list[int]
    """TAO of each neuron on the root network in rao, inherited likewise, u64; exactly ``n``."""
    tao_weight: int
    """What a TAO counts beside an alpha, as a part of 2**64 - 1."""
    stake_threshold: int
    """Stake below this many rao does not count, u64."""
    validator_permit: list[bool]
    """Who holds a permit before this epoch."""
    max_allowed_validators: int
    """Number of permits, u16."""
    owner_uid: int | None
    """The uid of the subnet owner's hotkey, if it is registered."""
    weights: list[Row]
    """Row i holds the weights that uid i has set."""
    bonds: list[Row]
    """Row i holds the bonds of uid i after the last epoch."""
    kappa: int
    """The majority that consensus needs, as a part of 65535."""
    bonds_penalty: int
    """How far weights above consensus count for bonds: 0 in full, 65535 not at all."""
    bonds_moving_average: int
    """What stays of old bonds in an epoch, in millionths, u64."""
    liquid_alpha: bool
    alpha_low: int
    """Least share of new bonds under liquid alpha, as a part of 65535."""
    alpha_high: int
    """Greatest share of new bonds under liquid alpha, as a part of 65535."""
    alpha_sigmoid_steepness: int
    """Steepness of liquid alpha in hundredths, i16."""
    yuma3: bool
    commit_reveal: bool
    reveal_period: int
    """Epochs from a commit to its reveal, u64."""
    epoch_index: int
    """The subnet's count of epochs, u64."""
    epoch_due: bool
    """Whether the scheduler says that an epoch is due, so that commits are judged by the next epoch's number."""
    weight_commits: list[tuple[int, list[tuple[int, int]]]]
    """For each committing uid its hash commits, oldest first, as ``(epoch, block)``."""
    timelocked_commits: list[tuple[int, list[tuple[int, int]]]]
    """For each epoch its timelocked commits as ``(uid, block)``."""
    rao_emission: int
    """What the epoch pays out, in rao of alpha, u64."""
    previous_consensus: list[int] | None = None
    """The consensus by uid that liquid alpha goes by, in parts of 65535, of any length; nothing where it goes by the
    one that the epoch finds, as always before ``r446``. The JSON form, which is that of ``r425``, leaves it out."""
