"""Who keeps an account alive: providers let it exist, consumers need it to."""

from dataclasses import replace

from subtensor_spec.chain.errors import CallError
from subtensor_spec.chain.event_kinds.system import KilledAccount, NewAccount
from subtensor_spec.chain.items.balances import SystemAccount
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId
from subtensor_spec.rules import POLKADOT_SDK, rule

CONSUMER_REMAINING = "ConsumerRemaining"
"""The last provider would go while a consumer remains."""
NO_PROVIDERS = "NoProviders"
"""There is no provider, so the account cannot have a consumer."""
TOO_MANY_CONSUMERS = "TooManyConsumers"
"""The account has as many consumers as it may."""

MAX_CONSUMERS = 16
"""The consumers that an account may have."""
U32_MAX = 2**32 - 1

_PATH = "substrate/frame/system/src/lib.rs"


@rule("BLK-account/provider-added", POLKADOT_SDK(_PATH, "inc_providers"))
def inc_providers(state: State, who: AccountId) -> None:
    """The first provider creates the account, with the event ``NewAccount``; others are counted, at most ``2**32 - 1``.

    An account that is sufficient in itself exists already, and then its first provider is not announced.
    """
    account = SystemAccount.get(state, who)
    if account.providers == 0 and account.sufficients == 0:
        SystemAccount.put(state, who, replace(account, providers=1))
        state.emit(NewAccount(who))
    else:
        SystemAccount.put(state, who, replace(account, providers=min(account.providers + 1, U32_MAX)))


@rule("BLK-account/provider-removed", POLKADOT_SDK(_PATH, "dec_providers"))
def dec_providers(state: State, who: AccountId) -> None:
    """The last provider takes the account with it, nonce and all, with the event ``KilledAccount``.

    It stays if it is sufficient in itself. With a consumer left the last provider cannot go: ``ConsumerRemaining``. A
    count of zero is taken for one; an account that is not there stays so, without an event.
    """
    if not SystemAccount.contains(state, who):
        return
    account = SystemAccount.get(state, who)
    providers = max(account.providers, 1)
    if providers == 1 and account.consumers > 0:
        raise CallError(CONSUMER_REMAINING)
    if providers == 1 and account.sufficients == 0:
        state.emit(KilledAccount(who))
        SystemAccount.remove(state, who)
    else:
        SystemAccount.put(state, who, replace(account, providers=providers - 1))


@rule("BLK-account/provider-needed", POLKADOT_SDK(_PATH, "can_dec_provider"))
def can_dec_provider(state: State, who: AccountId) -> bool:
    """An account can lose a provider if it has no consumer or another provider."""
    account = SystemAccount.get(state, who)
    return account.consumers == 0 or account.providers > 1


@rule("BLK-account/consumer-added", POLKADOT_SDK(_PATH, "inc_consumers"))
def inc_consumers(state: State, who: AccountId) -> None:
    """A consumer needs a provider, else ``NoProviders``; beyond sixteen it is ``TooManyConsumers``."""
    account = SystemAccount.get(state, who)
    if account.providers == 0:
        raise CallError(NO_PROVIDERS)
    if account.consumers >= MAX_CONSUMERS:
        raise CallError(TOO_MANY_CONSUMERS)
    SystemAccount.put(state, who, replace(account, consumers=account.consumers + 1))


@rule("BLK-account/consumer-removed", POLKADOT_SDK(_PATH, "dec_consumers"))
def dec_consumers(state: State, who: AccountId) -> None:
    """A consumer less is counted; a count of zero stays."""
    account = SystemAccount.get(state, who)
    SystemAccount.put(state, who, replace(account, consumers=max(account.consumers - 1, 0)))
