"""What this specification leaves out of the pallets that it specifies, each with the reason.

Whole pallets that are not named here or specified (contracts, proxies, governance …) are out of scope as a whole; their
entries are carried as raw bytes.
"""

from fnmatch import fnmatchcase

SPECIFIED_PALLETS = ("System", "Balances", "SubtensorModule", "Drand", "Swap", "AdminUtils", "AlphaAssets")
"""The pallets of which everything is either specified or on the list below."""

_LEASES = "leases and crowdloans are not specified"
_EVM = "the EVM and its keys are not specified"
_DRAND = "a pulse is an input: how it is fetched, verified and stored is not specified"
_FRAME = "the framework's own: block bodies, weights, digests, upgrades"
_RESERVES = "reserves, freezes and holds: no call in scope makes one"
_AUTHORSHIP = "block authorship and finality are not specified"
_GOVERNANCE = "governance and dispatch on behalf of others are not specified"
_MIGRATIONS = "migrations of storage are not specified"
_FAUCET = "compiled into test networks only"
_LIQUIDITY = "user-provided liquidity is disabled: the call refuses always"

OUT_OF_SCOPE = {
    "storage": {
        "System.*": _FRAME,
        "Balances.Locks": _RESERVES,
        "Balances.Reserves": _RESERVES,
        "Balances.Holds": _RESERVES,
        "Balances.Freezes": _RESERVES,
        "AdminUtils.PrecompileEnable": _EVM,
        "*.HasMigrationRun": _MIGRATIONS,
    },
    "calls": {
        "System.*": _FRAME,
        "Drand.*": _DRAND,
        "SubtensorModule.associate_evm_key": _EVM,
        "SubtensorModule.register_leased_network": _LEASES,
        "SubtensorModule.terminate_lease": _LEASES,
        "SubtensorModule.faucet": _FAUCET,
        "AdminUtils.swap_authorities": _AUTHORSHIP,
        "AdminUtils.schedule_grandpa_change": _AUTHORSHIP,
        "AdminUtils.sudo_set_evm_chain_id": _EVM,
        "AdminUtils.sudo_toggle_evm_precompile": _EVM,
    },
    "errors": {
        "System.*": _FRAME,
        "Drand.*": _DRAND,
    },
    "events": {
        "System.ExtrinsicSuccess": _FRAME,
        "System.ExtrinsicFailed": _FRAME,
        "System.CodeUpdated": _FRAME,
        "System.Remarked": _FRAME,
        "System.*Upgrade*": _FRAME,
        "Drand.*": _DRAND,
        "Balances.ReserveRepatriated": _RESERVES,
        "SubtensorModule.Sudid": _GOVERNANCE,
        "AdminUtils.PrecompileUpdated": _EVM,
    },
}
"""By kind: the full name, or a pattern of names, and why it is left out."""


def reason_out_of_scope(kind: str, name: str) -> str | None:
    """Return why something is out of scope; nothing if it is not."""
    patterns = OUT_OF_SCOPE[kind]
    if name in patterns:
        return patterns[name]
    return next((reason for pattern, reason in patterns.items() if fnmatchcase(name, pattern)), None)
