"""Mutants of which weights count."""

from subtensor_conformance.mutants.mutant import Mutant

_EPOCH = "subtensor_spec.chapters.consensus.epoch:run_epoch"
_READ = "subtensor_spec.chapters.consensus.steps.weights:read_weights"

MUTANTS = [
    Mutant(
        "new-permits-at-once",
        "YC-weights/permitted",
        "weights = read_weights(epoch, permits.validator_permits,",
        "weights = read_weights(epoch, permits.new_validator_permits,",
        "Weights judged by the new permits instead of those from before the epoch.",
        helper=_EPOCH,
    ),
    Mutant(
        "weights-of-all",
        "YC-weights/permitted",
        "return mask_rows_sparse([not permit for permit in permits], weights)",
        "return [list(row) for row in weights]",
        "The mask of permits dropped.",
    ),
    Mutant(
        "weights-beyond-n",
        "YC-weights/read",
        "for uid, weight in row if uid < n]",
        "for uid, weight in row]",
        "Weights on uids that do not exist kept, as bonds are.",
    ),
    Mutant(
        "weights-of-zero-dropped",
        "YC-weights/read",
        "for uid, weight in row if uid < n]",
        "for uid, weight in row if uid < n and weight]",
        "Explicit zero weights dropped when read.",
    ),
    Mutant(
        "self-weights-kept",
        "YC-weights/self",
        "return mask_diag_sparse(weights)",
        "return [list(row) for row in weights]",
        "Weights on oneself kept.",
    ),
    Mutant(
        "self-weight-of-owner-dropped",
        "YC-weights/self",
        "return mask_diag_sparse_except_index(weights, owner_uid)",
        "return mask_diag_sparse(weights)",
        "The owner's weight on itself dropped.",
    ),
    Mutant(
        "outdated-weights-kept",
        "YC-weights/outdated",
        "return vec_mask_sparse_matrix(weights, last_update, block_at_registration, le)",
        "return [list(row) for row in weights]",
        "A new uid that inherits weights meant for its predecessor.",
    ),
    Mutant(
        "outdated-weights-in-the-same-block",
        "YC-weights/outdated",
        "block_at_registration, le)",
        "block_at_registration, lt)",
        "Weights set in the block of the registration kept.",
    ),
    Mutant(
        "committed-weights-kept",
        "YC-weights/committed",
        "committed = weights_before_commit(current, epoch) if epoch.commit_reveal else current",
        "committed = current",
        "A new uid that inherits weights committed for its predecessor (7b541095b).",
        helper=_READ,
    ),
    Mutant(
        "committed-weights-without-commit-reveal",
        "YC-weights/committed",
        "if epoch.commit_reveal else current",
        "if True else current",
        "Commits that count although commit-reveal is off.",
        helper=_READ,
    ),
    Mutant(
        "committed-weights-in-the-same-block",
        "YC-weights/committed",
        "epoch.block_at_registration, lt)",
        "epoch.block_at_registration, le)",
        "A weight on a neuron that registered in the very block of the commit removed.",
    ),
    Mutant(
        "commits-judged-by-this-epoch",
        "YC-commits/current-epoch",
        "U64.saturated(epoch_index + epoch_due)",
        "epoch_index",
        "Commits judged by the epoch's number without the epoch that is due.",
    ),
    Mutant(
        "commits-expire-early",
        "YC-commits/expired",
        "return epoch > U64.saturated(",
        "return epoch >= U64.saturated(",
        "A commit that has expired in its last epoch.",
    ),
    Mutant(
        "commits-expiry-wraps",
        "YC-commits/expired",
        "U64.saturated(commit_epoch + reveal_period)",
        "U64.wrapped(commit_epoch + reveal_period)",
        "A commit's epoch plus the reveal period that wraps.",
    ),
    Mutant(
        "commits-earliest-of-all",
        "YC-commits/earliest",
        "first_open = next((block for commit_epoch, block in commits if is_open(commit_epoch)), NO_COMMIT)",
        "first_open = min((block for commit_epoch, block in commits if is_open(commit_epoch)), default=NO_COMMIT)",
        "The least block of all open hash commits; production takes the first one stored.",
    ),
    Mutant(
        "commits-expired-count",
        "YC-commits/earliest",
        "if is_open(commit_epoch) and uid < epoch.n:",
        "if uid < epoch.n:",
        "Expired timelocked commits that still count.",
    ),
    Mutant(
        "commits-timelocked-ignored",
        "YC-commits/earliest",
        "    for commit_epoch, timelocked in epoch.timelocked_commits:",
        "    for commit_epoch, timelocked in epoch.timelocked_commits[:0]:",
        "Timelocked commits left out.",
    ),
]
