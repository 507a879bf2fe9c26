"""Events of the pallet Balances."""

from subtensor_spec.chain.events import EventKind
from subtensor_spec.chain.scale import U64
from subtensor_spec.chain.types import ACCOUNT_ID

Endowed = EventKind(
    "Balances", "Endowed", "An account was created with an amount.", True, account=ACCOUNT_ID, free_balance=U64
)
DustLost = EventKind(
    "Balances",
    "DustLost",
    "An account below the existential deposit was reaped; what was left is gone.",
    True,
    account=ACCOUNT_ID,
    amount=U64,
)
Transfer = EventKind("Balances", "Transfer", "TAO was moved.", True, from_=ACCOUNT_ID, to=ACCOUNT_ID, amount=U64)
BalanceSet = EventKind("Balances", "BalanceSet", "Root set what an account holds.", True, who=ACCOUNT_ID, free=U64)
Reserved = EventKind("Balances", "Reserved", "TAO was reserved.", True, who=ACCOUNT_ID, amount=U64)
Unreserved = EventKind("Balances", "Unreserved", "TAO was set free.", True, who=ACCOUNT_ID, amount=U64)
Deposit = EventKind("Balances", "Deposit", "TAO was put on an account.", True, who=ACCOUNT_ID, amount=U64)
Withdraw = EventKind("Balances", "Withdraw", "TAO was taken from an account.", True, who=ACCOUNT_ID, amount=U64)
Slashed = EventKind("Balances", "Slashed", "TAO was taken as a punishment.", True, who=ACCOUNT_ID, amount=U64)
Minted = EventKind("Balances", "Minted", "TAO was made on an account.", True, who=ACCOUNT_ID, amount=U64)
Burned = EventKind("Balances", "Burned", "An account burned TAO.", True, who=ACCOUNT_ID, amount=U64)
Suspended = EventKind("Balances", "Suspended", "TAO was suspended.", True, who=ACCOUNT_ID, amount=U64)
Restored = EventKind("Balances", "Restored", "TAO was restored.", True, who=ACCOUNT_ID, amount=U64)
Upgraded = EventKind(
    "Balances", "Upgraded", "An account follows the new rules of reference counting.", True, who=ACCOUNT_ID
)
Issued = EventKind("Balances", "Issued", "The issuance grew.", True, amount=U64)
Rescinded = EventKind("Balances", "Rescinded", "The issuance shrank.", True, amount=U64)
Locked = EventKind("Balances", "Locked", "TAO was locked.", True, who=ACCOUNT_ID, amount=U64)
Unlocked = EventKind("Balances", "Unlocked", "TAO was unlocked.", True, who=ACCOUNT_ID, amount=U64)
Frozen = EventKind("Balances", "Frozen", "TAO was frozen.", True, who=ACCOUNT_ID, amount=U64)
Thawed = EventKind("Balances", "Thawed", "TAO was thawed.", True, who=ACCOUNT_ID, amount=U64)
TotalIssuanceForced = EventKind("Balances", "TotalIssuanceForced", "Root set the issuance.", True, old=U64, new=U64)
