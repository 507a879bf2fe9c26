"""How pending alpha is shared out by dividends and the make-up of stake (DIV-dividends)."""

from dataclasses import dataclass

from subtensor_spec.vectorised.blocks.limits import saturated_bits


@dataclass(frozen=True)
class Dividends:
    """What each uid is paid for stake in the subnet and on root, as U96F32."""

    alpha: list[int]
    root: list[int]


def share_out(
    dividends: list[int], alpha: list[int], tao: list[int], weight: int, pending_alpha: int, pending_root: int
) -> Dividends:
    """Share out by uid; all are rao but the TAO weight, a U96F32 (DIV-dividends/distribution)."""
    root_parts, alpha_parts = [], []
    for dividend, of_alpha, of_tao in zip(dividends, alpha, tao, strict=True):
        root = _root_part(dividend << 32, of_alpha, of_tao * weight) if dividend else 0
        root_parts.append(root)
        alpha_parts.append((dividend << 32) - root)
    return Dividends(_shared(pending_alpha, alpha_parts), _shared(pending_root, root_parts))


def _root_part(dividend: int, alpha: int, weighted_tao: int) -> int:
    """Return the root part of a dividend, never more than all of it (DIV-dividends/root-part)."""
    total = (alpha << 32) + weighted_tao
    return dividend * ((weighted_tao << 32) // total) >> 32 if total else 0


def _shared(pending: int, parts: list[int]) -> list[int]:
    """Return pending alpha times each part over the sum of all, the quotient first (DIV-dividends/share-out)."""
    total = saturated_bits(sum(parts))
    if not total:
        return [0] * len(parts)
    return [pending * ((part << 32) // total) if part else 0 for part in parts]
