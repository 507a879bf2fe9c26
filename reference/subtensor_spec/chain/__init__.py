"""What belongs to a chain and not to one chapter: its units, the errors of its calls, its revisions."""

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.units import RAO_PER_TAO, AlphaBalance, NetUid, TaoBalance

__all__ = ["RAO_PER_TAO", "AlphaBalance", "CallError", "NetUid", "TaoBalance"]
