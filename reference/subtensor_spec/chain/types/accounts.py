"""Accounts, pools and locks."""

from dataclasses import dataclass

from subtensor_spec.arithmetic import U64F64
from subtensor_spec.arithmetic.decimals import Perquintill
from subtensor_spec.chain.scale import U32, U64, U128, Struct
from subtensor_spec.chain.types.amounts import ALPHA, TAO, AlphaBalance, TaoBalance
from subtensor_spec.chain.types.numbers import PERQUINTILL, U64F64_CODEC


@dataclass(frozen=True, slots=True)
class Balancer:
    """The weights of a pool: the part of the TAO side; the alpha side has the rest."""

    quote: Perquintill


BALANCER = Struct(Balancer, quote=PERQUINTILL)


@dataclass(frozen=True, slots=True)
class AccountData:
    """An account's TAO in rao."""

    free: TaoBalance
    reserved: TaoBalance
    frozen: TaoBalance
    flags: int
    """The highest bit says that the account follows the new rules of reference counting."""


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """What the system knows of an account: its nonce, who refers to it, and its TAO."""

    nonce: int
    consumers: int
    providers: int
    sufficients: int
    data: AccountData


ACCOUNT_DATA = Struct(AccountData, free=TAO, reserved=TAO, frozen=TAO, flags=U128)
ACCOUNT_INFO = Struct(AccountInfo, nonce=U32, consumers=U32, providers=U32, sufficients=U32, data=ACCOUNT_DATA)


@dataclass(frozen=True, slots=True)
class LockState:
    """A lock of alpha: what is locked, the conviction so far, and the block at which both held."""

    locked_mass: AlphaBalance
    conviction: U64F64
    last_update: int


LOCK_STATE = Struct(LockState, locked_mass=ALPHA, conviction=U64F64_CODEC, last_update=U64)
