"""Who takes part in the competition: an owner, validators, a staker, miners, and somebody who stakes on root."""

from dataclasses import dataclass
from hashlib import blake2b

from subtensor_spec.chain.types import AccountId, TaoBalance
from subtensor_spec.chain.units import RAO_PER_TAO

NOTHING = TaoBalance(0)


@dataclass(frozen=True)
class Person:
    """Somebody with a coldkey, which holds the money, and a hotkey to work with."""

    name: str
    role: str
    brings: TaoBalance
    """Rao of TAO on the coldkey when the chain begins."""
    stakes: TaoBalance = NOTHING
    """Rao of TAO staked before the first round."""
    trusts: str = ""
    """Whose hotkey the stake is with; one's own if nobody is named."""

    @property
    def coldkey(self) -> AccountId:
        """The account that owns the money."""
        return account(f"{self.name}, coldkey")

    @property
    def hotkey(self) -> AccountId:
        """The account that mines or validates, or whose stake grows."""
        return account(f"{self.trusts or self.name}, hotkey")


def account(words: str) -> AccountId:
    """Return the account of so many words: their BLAKE2 digest of 32 bytes, the key of which nobody has."""
    return AccountId(blake2b(words.encode(), digest_size=32).digest())


def tao(whole: int) -> TaoBalance:
    """Return rao of so many TAO."""
    return TaoBalance(whole * RAO_PER_TAO)


OWNER = Person("Olga", "owner", tao(1_100))
VALIDATORS = (
    Person("Vera", "validator", tao(200), tao(120)),
    Person("Viktor", "validator", tao(200), tao(100)),
    Person("Vesna", "validator", tao(200), tao(80)),
)
STAKER = Person("Nina", "staker", tao(100), tao(60), trusts="Vera")
MINERS = tuple(Person(name, "miner", tao(20)) for name in ("Ada", "Bo", "Cem", "Dina", "Eli"))
ROOT_STAKER = Person("Rasmus", "root staker", tao(40_000), tao(30_000))
EVERYBODY = (OWNER, *VALIDATORS, STAKER, *MINERS, ROOT_STAKER)

HOLDERS_OF_ALL_ELSE = account("everybody else")
"""One account for all TAO that has no part in the story."""
