"""Errors and events that the runtime declares and nothing specified here can produce, each with the reason.

Found by reading the production source at the pinned commit: no line of it, or only lines that are out of scope or can
never run, names them.
"""

_NEVER = "no line of the source produces it"
_LEASES = "only leases produce it, which are out of scope"
_WORK = "only the check of a proof of work produces it, which no call reaches"
_EVM = "only the association of EVM keys produces it, which is out of scope"
_FAUCET = "only the faucet produces it, which is compiled into test networks only"
_LIQUIDITY = "only user-provided liquidity produced it, and that is gone"
_CURRENCY = "only the framework's older currency traits produce it, which nothing in scope uses"
_RESERVES = "only reserves, holds and freezes produce it, which no call in scope makes"
_SETTER = "the only function that produces it is called by nothing"

UNREACHABLE_ERRORS = {
    **dict.fromkeys(
        (
            "SubtensorModule.NotEnoughStake", "SubtensorModule.ZeroBalanceAfterWithdrawn",
            "SubtensorModule.MaxWeightExceeded", "SubtensorModule.HotKeyAlreadyDelegate",
            "SubtensorModule.StakingRateLimitExceeded", "SubtensorModule.TransactorAccountShouldBeHotKey",
            "SubtensorModule.AllNetworksInImmunity", "SubtensorModule.NotRootSubnet", "SubtensorModule.CallDisabled",
            "SubtensorModule.NotEnoughAlphaOutToRecycle", "SubtensorModule.AddStakeBurnRateLimitExceeded",
            "SubtensorModule.DisabledTemporarily", "SubtensorModule.UnlockAmountTooHigh",
            "Swap.InsufficientInputAmount",
        ),
        _NEVER,
    ),
    **dict.fromkeys(
        (
            "SubtensorModule.InvalidLeaseBeneficiary", "SubtensorModule.LeaseCannotEndInThePast",
            "SubtensorModule.LeaseNetuidNotFound", "SubtensorModule.LeaseDoesNotExist",
            "SubtensorModule.LeaseHasNoEndBlock", "SubtensorModule.LeaseHasNotEnded", "SubtensorModule.Overflow",
            "SubtensorModule.BeneficiaryDoesNotOwnHotkey", "SubtensorModule.ExpectedBeneficiaryOrigin",
        ),
        _LEASES,
    ),
    **dict.fromkeys(
        ("SubtensorModule.InvalidWorkBlock", "SubtensorModule.InvalidDifficulty", "SubtensorModule.InvalidSeal"), _WORK
    ),
    **dict.fromkeys(("SubtensorModule.UnableToRecoverPublicKey", "SubtensorModule.InvalidRecoveredPublicKey"), _EVM),
    "SubtensorModule.FaucetDisabled": _FAUCET,
    "SubtensorModule.UidMapCouldNotBeCleared": "a prefix is cleared without a limit, so that nothing is ever left over",
    **dict.fromkeys(
        (
            "Swap.InsufficientBalance", "Swap.InvalidTickRange", "Swap.InvalidLiquidityValue", "Swap.SubtokenDisabled",
        ),
        _LIQUIDITY,
    ),
    **dict.fromkeys(
        (
            "Balances.VestingBalance", "Balances.LiquidityRestrictions", "Balances.ExistentialDeposit",
            "Balances.Expendability", "Balances.ExistingVestingSchedule", "Balances.DeadAccount",
        ),
        _CURRENCY,
    ),
    **dict.fromkeys(("Balances.TooManyReserves", "Balances.TooManyHolds", "Balances.TooManyFreezes"), _RESERVES),
}  # fmt: skip
"""``Pallet.Error`` and why it never comes."""

UNREACHABLE_EVENTS = {
    **dict.fromkeys(
        (
            "SubtensorModule.BulkNeuronsRegistered", "SubtensorModule.BulkBalancesSet",
            "SubtensorModule.MaxWeightLimitSet", "SubtensorModule.RhoSet", "SubtensorModule.AlphaSigmoidSteepnessSet",
            "SubtensorModule.DelegateAdded", "SubtensorModule.DefaultTakeSet", "SubtensorModule.BurnSet",
            "SubtensorModule.AllBalanceUnstakedAndTransferredToNewColdkey", "SubtensorModule.ArbitrationPeriodExtended",
            "SubtensorModule.DissolveNetworkScheduled", "SubtensorModule.CRV3WeightsCommitted",
            "SubtensorModule.CRV3WeightsRevealed", "SubtensorModule.StakeUnlocked", "SubtensorModule.BurnHalfLifeSet",
            "SubtensorModule.BurnIncreaseMultSet",
        ),
        _NEVER,
    ),
    **dict.fromkeys(
        (
            "SubtensorModule.ValidatorPruneLenSet", "SubtensorModule.ScalingLawPowerSet",
            "SubtensorModule.PowRegistrationAllowed",
        ),
        _SETTER,
    ),
    **dict.fromkeys(
        (
            "SubtensorModule.SubnetLeaseCreated", "SubtensorModule.SubnetLeaseTerminated",
            "SubtensorModule.SubnetLeaseDividendsDistributed",
        ),
        _LEASES,
    ),
    "SubtensorModule.Faucet": _FAUCET,
    "SubtensorModule.EvmKeyAssociated": _EVM,
    "SubtensorModule.TransactionFeePaidWithAlpha": "only transaction fees produce it, which are out of scope",
    **dict.fromkeys(
        ("Balances.Reserved", "Balances.Locked", "Balances.Unlocked", "Balances.Frozen", "Balances.Thawed"), _RESERVES
    ),
    **dict.fromkeys(("Balances.Slashed", "Balances.Minted", "Balances.Suspended", "Balances.Restored"), _CURRENCY),
}  # fmt: skip
"""``Pallet.Event`` and why it never comes."""

UNREACHABLE = {"errors": UNREACHABLE_ERRORS, "events": UNREACHABLE_EVENTS}
"""By kind, as :data:`subtensor_spec.chain.scope.OUT_OF_SCOPE` has them."""
