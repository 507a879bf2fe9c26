"""Every refusal of the chain under its own name, with the sentence that it means."""

from enum import Enum

from subtensor_spec.errors import SpecError


class ErrorCode(Enum):
    """An error that the runtime can return: a member's value is its index in its pallet and what it means."""

    @property
    def index(self) -> int:
        """The number that stands for the error in the runtime's answer."""
        number: int = self.value[0]
        return number

    @property
    def about(self) -> str:
        """What the error means, in a sentence."""
        sentence: str = self.value[1]
        return sentence

    @property
    def code(self) -> str:
        """``Pallet.Variant``."""
        return f"{type(self).__name__}.{self.name}"


class CallError(SpecError):
    """The production code returns an error here: nothing changes, and the caller learns ``code``."""

    def __init__(self, error: ErrorCode | str) -> None:
        self.error = error
        self.code = error.code if isinstance(error, ErrorCode) else error
        super().__init__(self.code)


class InvalidTransaction(SpecError):  # noqa: N818 - the framework's own word
    """A node does not admit the transaction; ``custom`` is the number that it answers with, a u8."""

    def __init__(self, custom: int) -> None:
        self.custom = custom
        super().__init__(f"not admitted: {custom}")


BAD_ORIGIN = "BadOrigin"
"""The origin may not make the call."""


class Token(ErrorCode):
    """Errors of moving a currency."""

    FundsUnavailable = 0, "The account does not have the funds."
    OnlyProvider = 1, "The account's last reference would go while others depend on it."
    BelowMinimum = 2, "The account would hold something, but less than the existential deposit."
    CannotCreate = 3, "The account cannot be created."
    UnknownAsset = 4, "There is no such asset."
    Frozen = 5, "The funds exist but are frozen."
    Unsupported = 6, "The operation is not supported by the asset."
    CannotCreateHold = 7, "The account cannot be created for a hold."
    NotExpendable = 8, "The account would fall below the existential deposit and must stay alive."
    Blocked = 9, "The account cannot receive the assets."


class Arithmetic(ErrorCode):
    """Errors of calculating."""

    Underflow = 0, "A result is less than its type holds."
    Overflow = 1, "A result is more than its type holds."
    DivisionByZero = 2, "A divisor is zero."


class SubtensorModule(ErrorCode):
    """Errors of the pallet SubtensorModule."""

    RootNetworkDoesNotExist = 0, "Root network does not exist."
    InvalidIpType = 1, "Invalid ip type."
    InvalidIpAddress = 2, "Invalid ip address."
    InvalidPort = 3, "Invalid port."
    HotKeyNotRegisteredInSubNet = 4, "Hot key not registered in sub net."
    HotKeyAccountNotExists = 5, "Hot key account not exists."
    HotKeyNotRegisteredInNetwork = 6, "Hot key not registered in network."
    NonAssociatedColdKey = 7, "Non associated cold key."
    NotEnoughStake = 8, "Not enough stake."
    NotEnoughStakeToWithdraw = 9, "Not enough stake to withdraw."
    NotEnoughStakeToSetWeights = 10, "Not enough stake to set weights."
    NotEnoughStakeToSetChildkeys = 11, "Not enough stake to set childkeys."
    NotEnoughBalanceToStake = 12, "Not enough balance to stake."
    BalanceWithdrawalError = 13, "Balance withdrawal error."
    ZeroBalanceAfterWithdrawn = 14, "Zero balance after withdrawn."
    NeuronNoValidatorPermit = 15, "Neuron no validator permit."
    WeightVecNotEqualSize = 16, "Weight vec not equal size."
    DuplicateUids = 17, "Duplicate uids."
    UidVecContainInvalidOne = 18, "Uid vec contain invalid one."
    WeightVecLengthIsLow = 19, "Weight vec length is low."
    TooManyRegistrationsThisBlock = 20, "Too many registrations this block."
    HotKeyAlreadyRegisteredInSubNet = 21, "Hot key already registered in sub net."
    NewHotKeyIsSameWithOld = 22, "New hot key is same with old."
    NewHotKeyNotCleanForRootSwap = 23, "New hot key not clean for root swap."
    InvalidWorkBlock = 24, "Invalid work block."
    InvalidDifficulty = 25, "Invalid difficulty."
    InvalidSeal = 26, "Invalid seal."
    MaxWeightExceeded = 27, "Max weight exceeded."
    HotKeyAlreadyDelegate = 28, "Hot key already delegate."
    SettingWeightsTooFast = 29, "Setting weights too fast."
    IncorrectWeightVersionKey = 30, "Incorrect weight version key."
    ServingRateLimitExceeded = 31, "Serving rate limit exceeded."
    UidsLengthExceedUidsInSubNet = 32, "Uids length exceed uids in sub net."
    NetworkTxRateLimitExceeded = 33, "Network tx rate limit exceeded."
    DelegateTxRateLimitExceeded = 34, "Delegate tx rate limit exceeded."
    HotKeySetTxRateLimitExceeded = 35, "Hot key set tx rate limit exceeded."
    StakingRateLimitExceeded = 36, "Staking rate limit exceeded."
    SubNetRegistrationDisabled = 37, "Sub net registration disabled."
    TooManyRegistrationsThisInterval = 38, "Too many registrations this interval."
    TransactorAccountShouldBeHotKey = 39, "Transactor account should be hot key."
    FaucetDisabled = 40, "Faucet disabled."
    NotSubnetOwner = 41, "Not subnet owner."
    RegistrationNotPermittedOnRootSubnet = 42, "Registration not permitted on root subnet."
    StakeTooLowForRoot = 43, "Stake too low for root."
    AllNetworksInImmunity = 44, "All networks in immunity."
    NotEnoughBalanceToPaySwapHotKey = 45, "Not enough balance to pay swap hot key."
    NotRootSubnet = 46, "Not root subnet."
    CanNotSetRootNetworkWeights = 47, "Can not set root network weights."
    NoNeuronIdAvailable = 48, "No neuron id available."
    DelegateTakeTooLow = 49, "Delegate take too low."
    DelegateTakeTooHigh = 50, "Delegate take too high."
    NoWeightsCommitFound = 51, "No weights commit found."
    InvalidRevealCommitHashNotMatch = 52, "Invalid reveal commit hash not match."
    CommitRevealEnabled = 53, "Commit reveal enabled."
    CommitRevealDisabled = 54, "Commit reveal disabled."
    LiquidAlphaDisabled = 55, "Liquid alpha disabled."
    AlphaHighTooLow = 56, "Alpha high too low."
    AlphaLowOutOfRange = 57, "Alpha low out of range."
    ColdKeyAlreadyAssociated = 58, "Cold key already associated."
    NotEnoughBalanceToPaySwapColdKey = 59, "Not enough balance to pay swap cold key."
    InvalidChild = 60, "Invalid child."
    DuplicateChild = 61, "Duplicate child."
    ProportionOverflow = 62, "Proportion overflow."
    TooManyChildren = 63, "Too many children."
    TxRateLimitExceeded = 64, "Tx rate limit exceeded."
    ColdkeySwapAnnouncementNotFound = 65, "Coldkey swap announcement not found."
    ColdkeySwapTooEarly = 66, "Coldkey swap too early."
    ColdkeySwapReannouncedTooEarly = 67, "Coldkey swap reannounced too early."
    AnnouncedColdkeyHashDoesNotMatch = 68, "Announced coldkey hash does not match."
    ColdkeySwapAlreadyDisputed = 69, "Coldkey swap already disputed."
    NewColdKeyIsHotkey = 70, "New cold key is hotkey."
    InvalidChildkeyTake = 71, "Invalid childkey take."
    TxChildkeyTakeRateLimitExceeded = 72, "Tx childkey take rate limit exceeded."
    InvalidIdentity = 73, "Invalid identity."
    MechanismDoesNotExist = 74, "Mechanism does not exist."
    StakeUnavailable = 75, "Stake unavailable."
    SubnetNotExists = 76, "Subnet not exists."
    TooManyUnrevealedCommits = 77, "Too many unrevealed commits."
    ExpiredWeightCommit = 78, "Expired weight commit."
    RevealTooEarly = 79, "Reveal too early."
    InputLengthsUnequal = 80, "Input lengths unequal."
    CommittingWeightsTooFast = 81, "Committing weights too fast."
    AmountTooLow = 82, "Amount too low."
    InsufficientLiquidity = 83, "Insufficient liquidity."
    SlippageTooHigh = 84, "Slippage too high."
    TransferDisallowed = 85, "Transfer disallowed."
    ActivityCutoffTooLow = 86, "Activity cutoff too low."
    CallDisabled = 87, "Call disabled."
    FirstEmissionBlockNumberAlreadySet = 88, "First emission block number already set."
    NeedWaitingMoreBlocksToStarCall = 89, "Need waiting more blocks to star call."
    NotEnoughAlphaOutToRecycle = 90, "Not enough alpha out to recycle."
    CannotBurnOrRecycleOnRootSubnet = 91, "Cannot burn or recycle on root subnet."
    UnableToRecoverPublicKey = 92, "Unable to recover public key."
    InvalidRecoveredPublicKey = 93, "Invalid recovered public key."
    SubtokenDisabled = 94, "Subtoken disabled."
    HotKeySwapOnSubnetIntervalNotPassed = 95, "Hot key swap on subnet interval not passed."
    SameNetuid = 96, "Same netuid."
    InsufficientBalance = 97, "Insufficient balance."
    InvalidLeaseBeneficiary = 98, "Invalid lease beneficiary."
    LeaseCannotEndInThePast = 99, "Lease cannot end in the past."
    LeaseNetuidNotFound = 100, "Lease netuid not found."
    LeaseDoesNotExist = 101, "Lease does not exist."
    LeaseHasNoEndBlock = 102, "Lease has no end block."
    LeaseHasNotEnded = 103, "Lease has not ended."
    Overflow = 104, "Overflow."
    BeneficiaryDoesNotOwnHotkey = 105, "Beneficiary does not own hotkey."
    ExpectedBeneficiaryOrigin = 106, "Expected beneficiary origin."
    AdminActionProhibitedDuringWeightsWindow = 107, "Admin action prohibited during weights window."
    SymbolDoesNotExist = 108, "Symbol does not exist."
    SymbolAlreadyInUse = 109, "Symbol already in use."
    IncorrectCommitRevealVersion = 110, "Incorrect commit reveal version."
    InvalidRevealRound = 111, "Invalid reveal round."
    RevealPeriodTooLarge = 112, "Reveal period too large."
    RevealPeriodTooSmall = 113, "Reveal period too small."
    InvalidValue = 114, "Invalid value."
    SubnetLimitReached = 115, "Subnet limit reached."
    CannotAffordLockCost = 116, "Cannot afford lock cost."
    EvmKeyAssociateRateLimitExceeded = 117, "Evm key associate rate limit exceeded."
    SameAutoStakeHotkeyAlreadySet = 118, "Same auto stake hotkey already set."
    UidMapCouldNotBeCleared = 119, "Uid map could not be cleared."
    TrimmingWouldExceedMaxImmunePercentage = 120, "Trimming would exceed max immune percentage."
    ChildParentInconsistency = 121, "Child parent inconsistency."
    InvalidNumRootClaim = 122, "Invalid num root claim."
    InvalidRootClaimThreshold = 123, "Invalid root claim threshold."
    InvalidSubnetNumber = 124, "Invalid subnet number."
    TooManyUIDsPerMechanism = 125, "Too many u i ds per mechanism."
    VotingPowerTrackingNotEnabled = 126, "Voting power tracking not enabled."
    InvalidVotingPowerEmaAlpha = 127, "Invalid voting power ema alpha."
    Deprecated = 128, "Deprecated."
    AddStakeBurnRateLimitExceeded = 129, "Add stake burn rate limit exceeded."
    ColdkeySwapAnnounced = 130, "Coldkey swap announced."
    ColdkeySwapDisputed = 131, "Coldkey swap disputed."
    ColdkeySwapClearTooEarly = 132, "Coldkey swap clear too early."
    DisabledTemporarily = 133, "Disabled temporarily."
    RegistrationPriceLimitExceeded = 134, "Registration price limit exceeded."
    LockHotkeyMismatch = 135, "Lock hotkey mismatch."
    InsufficientStakeForLock = 136, "Insufficient stake for lock."
    NoExistingLock = 137, "No existing lock."
    ActiveLockExists = 138, "Active lock exists."
    CannotUseSystemAccount = 139, "Cannot use system account."
    UnlockAmountTooHigh = 140, "Unlock amount too high."
    TempoOutOfBounds = 141, "Tempo out of bounds."
    ActivityCutoffFactorMilliOutOfBounds = 142, "Activity cutoff factor milli out of bounds."
    EpochTriggerAlreadyPending = 143, "Epoch trigger already pending."
    AutoEpochAlreadyImminent = 144, "Auto epoch already imminent."
    DynamicTempoBlockedByCommitReveal = 145, "Dynamic tempo blocked by commit reveal."
    AccountRejectsLockedAlpha = 146, "Account rejects locked alpha."


class AdminUtils(ErrorCode):
    """Errors of the pallet AdminUtils."""

    SubnetDoesNotExist = 0, "Subnet does not exist."
    MaxValidatorsLargerThanMaxUIds = 1, "Max validators larger than max u ids."
    MaxAllowedUIdsLessThanCurrentUIds = 2, "Max allowed u ids less than current u ids."
    BondsMovingAverageMaxReached = 3, "Bonds moving average max reached."
    NegativeSigmoidSteepness = 4, "Negative sigmoid steepness."
    ValueNotInBounds = 5, "Value not in bounds."
    MinAllowedUidsGreaterThanCurrentUids = 6, "Min allowed uids greater than current uids."
    MinAllowedUidsGreaterThanMaxAllowedUids = 7, "Min allowed uids greater than max allowed uids."
    MaxAllowedUidsLessThanMinAllowedUids = 8, "Max allowed uids less than min allowed uids."
    MaxAllowedUidsGreaterThanDefaultMaxAllowedUids = 9, "Max allowed uids greater than default max allowed uids."
    InvalidValue = 10, "Invalid value."
    NotPermittedOnRootSubnet = 11, "Not permitted on root subnet."
    POWRegistrationDisabled = 12, "P o w registration disabled."
    Deprecated = 13, "Deprecated."


class Swap(ErrorCode):
    """Errors of the pallet Swap."""

    FeeRateTooHigh = 0, "Fee rate too high."
    InsufficientInputAmount = 1, "Insufficient input amount."
    InsufficientLiquidity = 2, "Insufficient liquidity."
    PriceLimitExceeded = 3, "Price limit exceeded."
    InsufficientBalance = 4, "Insufficient balance."
    InvalidTickRange = 5, "Invalid tick range."
    InvalidLiquidityValue = 6, "Invalid liquidity value."
    ReservesTooLow = 7, "Reserves too low."
    MechanismDoesNotExist = 8, "Mechanism does not exist."
    SubtokenDisabled = 9, "Subtoken disabled."
    ReservesOutOfBalance = 10, "Reserves out of balance."
    SwapInputTooLarge = 11, "Swap input too large."
    Deprecated = 12, "Deprecated."


class Balances(ErrorCode):
    """Errors of the pallet Balances."""

    VestingBalance = 0, "Vesting balance."
    LiquidityRestrictions = 1, "Liquidity restrictions."
    InsufficientBalance = 2, "Insufficient balance."
    ExistentialDeposit = 3, "Existential deposit."
    Expendability = 4, "Expendability."
    ExistingVestingSchedule = 5, "Existing vesting schedule."
    DeadAccount = 6, "Dead account."
    TooManyReserves = 7, "Too many reserves."
    TooManyHolds = 8, "Too many holds."
    TooManyFreezes = 9, "Too many freezes."
    IssuanceDeactivated = 10, "Issuance deactivated."
    DeltaZero = 11, "Delta zero."

