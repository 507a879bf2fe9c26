"""Events of the pallet System."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.types import ACCOUNT_ID

NewAccount = EventKind("System", "NewAccount", "New account.", True, account=ACCOUNT_ID)
KilledAccount = EventKind("System", "KilledAccount", "Killed account.", True, account=ACCOUNT_ID)
