"""Events of the pallet Balances."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.scale import U64
from subtensor_spec.chain.types import ACCOUNT_ID

Endowed = EventKind("Balances", "Endowed", "Endowed.", True, account=ACCOUNT_ID, free_balance=U64)
DustLost = EventKind("Balances", "DustLost", "Dust lost.", True, account=ACCOUNT_ID, amount=U64)
Transfer = EventKind("Balances", "Transfer", "Transfer.", True, from_=ACCOUNT_ID, to=ACCOUNT_ID, amount=U64)
BalanceSet = EventKind("Balances", "BalanceSet", "Balance set.", True, who=ACCOUNT_ID, free=U64)
Reserved = EventKind("Balances", "Reserved", "Reserved.", True, who=ACCOUNT_ID, amount=U64)
Unreserved = EventKind("Balances", "Unreserved", "Unreserved.", True, who=ACCOUNT_ID, amount=U64)
Deposit = EventKind("Balances", "Deposit", "Deposit.", True, who=ACCOUNT_ID, amount=U64)
Withdraw = EventKind("Balances", "Withdraw", "Withdraw.", True, who=ACCOUNT_ID, amount=U64)
Slashed = EventKind("Balances", "Slashed", "Slashed.", True, who=ACCOUNT_ID, amount=U64)
Minted = EventKind("Balances", "Minted", "Minted.", True, who=ACCOUNT_ID, amount=U64)
Burned = EventKind("Balances", "Burned", "Burned.", True, who=ACCOUNT_ID, amount=U64)
Suspended = EventKind("Balances", "Suspended", "Suspended.", True, who=ACCOUNT_ID, amount=U64)
Restored = EventKind("Balances", "Restored", "Restored.", True, who=ACCOUNT_ID, amount=U64)
Upgraded = EventKind("Balances", "Upgraded", "Upgraded.", True, who=ACCOUNT_ID)
Issued = EventKind("Balances", "Issued", "Issued.", True, amount=U64)
Rescinded = EventKind("Balances", "Rescinded", "Rescinded.", True, amount=U64)
Locked = EventKind("Balances", "Locked", "Locked.", True, who=ACCOUNT_ID, amount=U64)
Unlocked = EventKind("Balances", "Unlocked", "Unlocked.", True, who=ACCOUNT_ID, amount=U64)
Frozen = EventKind("Balances", "Frozen", "Frozen.", True, who=ACCOUNT_ID, amount=U64)
Thawed = EventKind("Balances", "Thawed", "Thawed.", True, who=ACCOUNT_ID, amount=U64)
TotalIssuanceForced = EventKind("Balances", "TotalIssuanceForced", "Total issuance forced.", True, old=U64, new=U64)
