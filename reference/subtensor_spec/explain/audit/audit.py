"""The audit: the list of its steps."""

from subtensor_spec.chain.revisions import Revision
from subtensor_spec.errors import InvalidInput
from subtensor_spec.explain.audit.answers import audit_of_state, audit_root_proportions
from subtensor_spec.explain.audit.blocks import Blocks
from subtensor_spec.explain.audit.findings import Audit
from subtensor_spec.explain.audit.injection import audit_averages, audit_pending, audit_pools
from subtensor_spec.explain.audit.issuance import audit_issuance
from subtensor_spec.explain.audit.schedule import audit_schedule
from subtensor_spec.explain.audit.shares import audit_alpha_emission, audit_shares, audit_terms
from subtensor_spec.wire.state.snapshots import Snapshot


def audit_blocks(before: Snapshot, after: Snapshot, revision: Revision) -> Audit:
    """Return how the block that ``after`` shows stands to a revision's rules, ``before`` being the block before it.

    :class:`InvalidInput` if the blocks are not successive, or do not have the same items.
    """
    _check_successive(before, after)
    blocks = Blocks(before, after, revision, Audit(revision))
    terms = audit_shares(blocks)
    if terms is not None:
        audit_terms(blocks, terms)
        audit_alpha_emission(blocks, terms)
    state = audit_pools(blocks)
    if state is not None:
        audit_pending(blocks, state)
        audit_averages(blocks, state)
    audit_schedule(blocks)
    audit_issuance(blocks)
    audit_of_state(blocks)
    blocks.audit.answers.clear()  # a pair of blocks is asked what is equal, not what it would cost
    return _tidied(blocks)


def audit_answers(snapshot: Snapshot, revision: Revision) -> Audit:
    """Return what one block allows: what its runtime APIs answered, root proportions, prices, who would go, costs."""
    blocks = Blocks(snapshot, snapshot, revision, Audit(revision))
    audit_of_state(blocks)
    audit_root_proportions(blocks)
    blocks.audit.not_checked.append("all that one block turns into another: there is one block only")
    return _tidied(blocks)


def _tidied(blocks: Blocks) -> Audit:
    audit = blocks.audit
    audit.not_checked += blocks.taken_as_usual()
    if blocks.revision.chapters is not None:
        audit.not_checked.append(f"what {blocks.revision.name} is not specified for: {blocks.revision.unspecified}")
    audit.not_checked = list(dict.fromkeys(audit.not_checked))
    return audit


def _check_successive(before: Snapshot, after: Snapshot) -> None:
    if after.block != before.block + 1:
        raise InvalidInput("", f"the blocks are not successive: {before.block} and {after.block}")
    if before.asked is None or after.asked is None:
        return
    for here, there in ((before, after), (after, before)):
        for name in sorted((here.asked or frozenset()) - (there.asked or frozenset())):
            raise InvalidInput(there.name, f"{name} is missing, which the other block has")
