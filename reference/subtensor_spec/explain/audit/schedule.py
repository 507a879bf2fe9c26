"""Audit of the schedule: whose epoch was due in the block, and whose slot the chain used."""

from subtensor_spec.chain.items.schedule import (
    BlocksSinceLastStep,
    LastEpochBlock,
    MaxEpochsPerBlock,
    PendingEpochAt,
    Tempo,
)
from subtensor_spec.chapters.schedule.due import should_run_epoch
from subtensor_spec.explain.audit.blocks import Blocks


def audit_schedule(blocks: Blocks) -> None:
    """Check the block of each subnet's last epoch; where more are due than may run, the rest is not determined."""
    if not blocks.can("schedule", Tempo, LastEpochBlock):
        return
    assumed = [item.full_name for item in (PendingEpochAt, BlocksSinceLastStep) if blocks.before.lacks(item)]
    if assumed:
        blocks.audit.not_checked.append(
            f"epochs that were asked for or overdue: the files do not have {', '.join(assumed)}"
        )
    state = blocks.play()
    block = blocks.after.block
    listed = [netuid for netuid in LastEpochBlock.keys(blocks.chain) if netuid in LastEpochBlock.keys(state)]
    due = [netuid for netuid in listed if netuid and should_run_epoch(state, netuid, block)]
    cap = MaxEpochsPerBlock.get(state)
    check = blocks.audit.check("SCH-epoch/due", LastEpochBlock.full_name)
    for netuid in listed:
        if netuid in due[cap:]:
            continue
        ours = block if netuid in due else LastEpochBlock.get(state, netuid)
        check.compare([netuid], str(LastEpochBlock.get(blocks.chain, netuid)), str(ours))
    if due[cap:]:
        blocks.audit.not_checked.append(f"epochs of {len(due[cap:])} subnets: {cap} come first, these may have waited")
