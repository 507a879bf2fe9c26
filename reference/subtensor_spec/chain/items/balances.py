"""Storage items: accounts and their TAO."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT
from subtensor_spec.chain.storage import Key, Map, Value
from subtensor_spec.chain.types import (
    ACCOUNT_DATA,
    ACCOUNT_ID,
    ACCOUNT_INFO,
    BLOCK_NUMBER,
    TAO,
    AccountData,
    AccountId,
    AccountInfo,
    BlockNumber,
    TaoBalance,
)

NEW_REFERENCE_COUNTING = 1 << 127
"""The flag that accounts carry since reference counting changed."""

NO_DATA = AccountData(TaoBalance(0), TaoBalance(0), TaoBalance(0), NEW_REFERENCE_COUNTING)
NO_ACCOUNT = AccountInfo(0, 0, 0, 0, NO_DATA)
"""What an account without an entry reads as."""

Number = Value[BlockNumber]("System", "Number", BLOCK_NUMBER, BlockNumber(0), "The height of the block that is open.")
SystemAccount = Map[AccountId, AccountInfo](
    "System",
    "Account",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ACCOUNT_INFO,
    NO_ACCOUNT,
    "An account: its nonce, who refers to it, and its TAO in rao.",
)
BalancesTotalIssuance = Value[TaoBalance](
    "Balances",
    "TotalIssuance",
    TAO,
    TaoBalance(0),
    "All TAO that accounts hold, in rao, as the balances pallet counts it.",
)
InactiveIssuance = Value[TaoBalance](
    "Balances", "InactiveIssuance", TAO, TaoBalance(0), "TAO that counts as not taking part, in rao."
)
BalancesAccount = Map[AccountId, AccountData](
    "Balances",
    "Account",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    ACCOUNT_DATA,
    NO_DATA,
    "The TAO of an account, in rao, where the system does not keep it: never.",
)
