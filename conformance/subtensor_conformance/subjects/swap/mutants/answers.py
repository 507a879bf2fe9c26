"""Mutants of what a node answers about a pool."""

from subtensor_conformance.mutants.mutant import Mutant

_BUY, _SALE = "AMM-api/sim-swap-tao", "AMM-api/sim-swap-alpha"

MUTANTS = [
    Mutant(
        "api-price-not-scaled",
        "AMM-api/price",
        "saturating_mul(U64F64.saturating_from_num(RAO_PER_TAO))",
        "saturating_mul(U64F64.saturating_from_num(1))",
        "A price answered in TAO.",
    ),
    Mutant(
        "api-price-wraps",
        "AMM-api/price",
        "return scaled.saturating_to_num(U64)",
        "return (scaled.bits >> 64) % 2**63",
        "A price that wraps.",
    ),
    Mutant(
        "slippage-of-a-buy-without-its-fee",
        _BUY,
        "saturating_sub(AlphaBalance(at_price), received)",
        "saturating_sub(AlphaBalance(at_price * result.amount_paid_in // max(tao, 1)), received)",
        "The slippage of a buy worked out on what is left after the fee.",
    ),
    Mutant(
        "slippage-of-a-sale-without-its-fee",
        _SALE,
        "saturating_sub(TaoBalance(at_price), received)",
        "saturating_sub(TaoBalance(at_price * result.amount_paid_in // max(alpha, 1)), received)",
        "The slippage of a sale worked out on what is left after the fee.",
    ),
    Mutant(
        "refused-buy-raises",
        _BUY,
        "return NOTHING",
        "raise",
        "A refused simulation answered with its error.",
    ),
    Mutant(
        "refused-sale-raises",
        _SALE,
        "return NOTHING",
        "raise",
        "A refused simulation answered with its error.",
    ),
    Mutant(
        "fee-of-a-buy-in-alpha",
        _BUY,
        "tao_fee=TaoBalance(result.fee_paid),\n        alpha_fee=AlphaBalance(0)",
        "tao_fee=TaoBalance(0),\n        alpha_fee=AlphaBalance(result.fee_paid)",
        "The fee of a buy answered in alpha.",
    ),
]
