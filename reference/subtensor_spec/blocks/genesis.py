"""The first state of a chain: root, and one subnet that nobody owns."""

from collections.abc import Mapping
from dataclasses import replace

from subtensor_spec.arithmetic.decimals import SafeFloat
from subtensor_spec.chain.items import consensus, neurons, pools, staking, subnets
from subtensor_spec.chain.items.balances import NO_ACCOUNT, BalancesTotalIssuance, SystemAccount
from subtensor_spec.chain.items.schedule import Tempo
from subtensor_spec.chain.items.weights import MinAllowedWeights
from subtensor_spec.chain.scale import U16, U64
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import storage_prefix
from subtensor_spec.chain.types import (
    ROOT,
    ZERO_ACCOUNT,
    AccountId,
    AlphaBalance,
    NetUid,
    NetUidStorageIndex,
    TaoBalance,
    Uid,
)
from subtensor_spec.chapters.subnets.symbols import get_symbol_for_subnet
from subtensor_spec.rules import POLKADOT_SDK, SUBTENSOR, rule

STORAGE_VERSIONS = {
    "AdminUtils": 0, "AlphaAssets": 0, "Balances": 1, "Commitments": 0, "Crowdloan": 0, "Drand": 0, "EVMChainId": 0,
    "MevShield": 0, "Multisig": 1, "Preimage": 1, "Proxy": 0, "SafeMode": 0, "Scheduler": 4, "SubtensorModule": 7,
    "Sudo": 0, "Swap": 0, "Utility": 0,
}  # fmt: skip
"""The version of each pallet's storage, which the first state notes and no block changes."""

FIRST_SUBNET = NetUid(1)
FIRST_POOL = 10_000_000_000
"""Rao of TAO and of alpha in the first subnet's pool; no account holds that TAO."""
FIRST_STAKE = AlphaBalance(1_000_000_000)
"""Rao of alpha that the zero account has staked on itself in the first subnet."""


@rule("BLK-genesis/state", SUBTENSOR("pallets/subtensor/src/macros/genesis.rs", "build"))
def genesis(balances: Mapping[AccountId, TaoBalance], author: AccountId | None = None) -> State:
    """A chain begins at height 0 with the accounts given, root, and a first subnet; their TAO is all there is.

    ``balances`` are rao of TAO; ``author`` is who blocks are written by.
    """
    state = State(author=author)
    note_storage_versions(state)
    endow_accounts(state, balances)
    create_root(state)
    create_first_subnet(state)
    register_first_neuron(state)
    state.forget()
    return state


@rule("BLK-genesis/versions", POLKADOT_SDK("substrate/frame/support/src/traits/metadata.rs", "put"))
def note_storage_versions(state: State) -> None:
    """The version of a pallet's storage is a u16 under the pallet's prefix; the id of the EVM chain is zero."""
    for pallet, version in STORAGE_VERSIONS.items():
        state.write(storage_prefix(pallet, ":__STORAGE_VERSION__:"), U16, version)
    state.write(storage_prefix("EVMChainId", "ChainId"), U64, 0)


@rule("BLK-genesis/accounts", POLKADOT_SDK("substrate/frame/balances/src/lib.rs", "build"))
def endow_accounts(state: State, balances: Mapping[AccountId, TaoBalance]) -> None:
    """Each account exists by one provider and is free to spend what it has; both records of issuance are the sum."""
    for account, free in balances.items():
        SystemAccount.put(state, account, replace(NO_ACCOUNT, providers=1, data=replace(NO_ACCOUNT.data, free=free)))
    issuance = TaoBalance(sum(balances.values()))
    BalancesTotalIssuance.put(state, issuance)
    staking.TotalIssuance.put(state, issuance)


@rule("BLK-genesis/root", SUBTENSOR("pallets/subtensor/src/macros/genesis.rs", "build"))
def create_root(state: State) -> None:
    """Root is open to registration, has 64 uids and 64 validators at most, and belongs to the zero account."""
    _create_network(state, ROOT, max_uids=64)
    subnets.SubnetOwnerHotkey.put(state, ROOT, ZERO_ACCOUNT)
    neurons.TargetRegistrationsPerInterval.put(state, ROOT, 1)


@rule("BLK-genesis/subnet", SUBTENSOR("pallets/subtensor/src/macros/genesis.rs", "build"))
def create_first_subnet(state: State) -> None:
    """Subnet 1 is dynamic, has 256 uids and 64 validators at most, a pool of ten TAO and ten alpha, and one rao locked.

    It is not started: no block of first emission is stored. Nothing stands behind the pool's TAO.
    """
    _create_network(state, FIRST_SUBNET, max_uids=256)
    pools.SubnetMechanism.put(state, FIRST_SUBNET, 1)
    pools.SubnetAlphaIn.put(state, FIRST_SUBNET, AlphaBalance(FIRST_POOL))
    pools.SubnetTAO.put(state, FIRST_SUBNET, TaoBalance(FIRST_POOL))
    subnets.SubnetLocked.put(state, FIRST_SUBNET, TaoBalance(1))
    subnets.LargestLocked.put(state, FIRST_SUBNET, 1)


def _create_network(state: State, netuid: NetUid, max_uids: int) -> None:
    subnets.NetworksAdded.put(state, netuid, True)
    subnets.TotalNetworks.put(state, subnets.TotalNetworks.get(state) + 1)
    subnets.SubnetOwner.put(state, netuid, ZERO_ACCOUNT)
    subnets.SubnetworkN.put(state, netuid, 0)
    neurons.MaxAllowedUids.put(state, netuid, max_uids)
    consensus.MaxAllowedValidators.put(state, netuid, 64)
    MinAllowedWeights.put(state, netuid, 0)
    Tempo.put(state, netuid, 100)
    neurons.NetworkRegistrationAllowed.put(state, netuid, True)
    subnets.TokenSymbol.put(state, netuid, get_symbol_for_subnet(netuid))


@rule("BLK-genesis/neuron", SUBTENSOR("pallets/subtensor/src/macros/genesis.rs", "build"))
def register_first_neuron(state: State) -> None:
    """The zero account is the only neuron of subnet 1 and its own owner, with one alpha staked and as many shares.

    It is active, holds no permit, and was registered in block 0.
    """
    stake_first_alpha(state, FIRST_SUBNET, ZERO_ACCOUNT)
    netuid, hotkey, uid, index = FIRST_SUBNET, ZERO_ACCOUNT, Uid(0), NetUidStorageIndex(FIRST_SUBNET)
    subnets.SubnetworkN.put(state, netuid, 1)
    neurons.Keys.put(state, netuid, uid, hotkey)
    neurons.Uids.put(state, netuid, hotkey, uid)
    neurons.BlockAtRegistration.put(state, netuid, uid, 0)
    neurons.IsNetworkMember.put(state, hotkey, netuid, True)
    consensus.LastUpdate.put(state, index, (0,))
    consensus.Incentive.put(state, index, (0,))
    consensus.Active.put(state, netuid, (True,))
    consensus.Emission.put(state, netuid, (AlphaBalance(0),))
    consensus.ValidatorPermit.put(state, netuid, (False,))
    for item in (consensus.Consensus, consensus.Dividends, consensus.ValidatorTrust):
        item.put(state, netuid, (0,))


def stake_first_alpha(state: State, netuid: NetUid, hotkey: AccountId) -> None:
    """Give a hotkey that owns itself the first stake of a subnet."""
    staking.Owner.put(state, hotkey, hotkey)
    staking.AlphaV2.put(state, hotkey, hotkey, netuid, SafeFloat.from_u64(FIRST_STAKE))
    staking.TotalHotkeySharesV2.put(state, hotkey, netuid, SafeFloat.from_u64(FIRST_STAKE))
    staking.TotalHotkeyAlpha.put(state, hotkey, netuid, FIRST_STAKE)
    staking.StakingHotkeys.put(state, hotkey, (hotkey,))
    pools.SubnetAlphaOut.put(state, netuid, FIRST_STAKE)
