"""Step 3: who may validate, before this epoch and after it."""

from collections.abc import Sequence
from dataclasses import dataclass

from subtensor_spec.arithmetic import I32F32
from subtensor_spec.chapters.consensus.epoch_input import EpochInput
from subtensor_spec.chapters.consensus.matrix.vectors import is_topk_nonzero
from subtensor_spec.chapters.consensus.source import in_epoch
from subtensor_spec.rules import rule


@dataclass(frozen=True)
class Permits:
    """Who held a permit before this epoch (as long as stored), and who does after it (``n`` long)."""

    validator_permits: list[bool]
    new_validator_permits: list[bool]


def grant_permits(epoch: EpochInput, stake: Sequence[I32F32]) -> Permits:
    """Return the permits that count in this epoch, and those for the next."""
    return Permits(
        permits_with_owner(epoch.validator_permit, epoch.owner_uid),
        new_permits(stake, epoch.max_allowed_validators, epoch.owner_uid),
    )


@rule("YC-permits/owner", in_epoch("epoch_mechanism"))
def permits_with_owner(permits: Sequence[bool], owner_uid: int | None) -> list[bool]:
    """The subnet owner's uid always holds a permit, if the list reaches that far."""
    return [permit or uid == owner_uid for uid, permit in enumerate(permits)]


@rule("YC-permits/new", in_epoch("epoch_mechanism"))
def new_permits(stake: Sequence[I32F32], max_allowed_validators: int, owner_uid: int | None) -> list[bool]:
    """New permits go to the neurons with most stake that is not zero, as many as are allowed, and to the owner besides.

    Activity plays no part in it.
    """
    return permits_with_owner(is_topk_nonzero(stake, max_allowed_validators), owner_uid)
