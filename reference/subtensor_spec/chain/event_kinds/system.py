"""Events of the pallet System."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.types import ACCOUNT_ID

NewAccount = EventKind("System", "NewAccount", "An account came into being.", True, account=ACCOUNT_ID)
KilledAccount = EventKind("System", "KilledAccount", "An account ceased to be.", True, account=ACCOUNT_ID)
