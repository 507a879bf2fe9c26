"""Storage items: registration by proof of work, which the chain still stores and no longer does."""

from subtensor_spec.chain.hashers import IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.scale import BOOL, BYTES, U16, U64
from subtensor_spec.chain.storage import Key, Map
from subtensor_spec.chain.types import NET_UID, NetUid

NetworkPowRegistrationAllowed = Map[NetUid, bool](
    SUBTENSOR_MODULE,
    "NetworkPowRegistrationAllowed",
    Key(IDENTITY, NET_UID),
    BOOL,
    True,
    "Whether neurons might register by proof of work; nothing asks it any more.",
)
POWRegistrationsThisInterval = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "POWRegistrationsThisInterval",
    Key(IDENTITY, NET_UID),
    U16,
    0,
    "Registrations by proof of work in the interval that runs.",
)
Difficulty = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "Difficulty",
    Key(IDENTITY, NET_UID),
    U64,
    10_000_000,
    "The difficulty of a proof of work; nothing asks it any more.",
)
MinDifficulty = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MinDifficulty",
    Key(IDENTITY, NET_UID),
    U64,
    10_000_000,
    "The least difficulty of a proof of work; nothing asks it any more.",
)
MaxDifficulty = Map[NetUid, int](
    SUBTENSOR_MODULE,
    "MaxDifficulty",
    Key(IDENTITY, NET_UID),
    U64,
    4_611_686_018_427_387_903,
    "The greatest difficulty of a proof of work; nothing asks it any more.",
)
UsedWork = Map[bytes, int](
    SUBTENSOR_MODULE, "UsedWork", Key(IDENTITY, BYTES), U64, 0, "Proofs of work that were used, with their block."
)
