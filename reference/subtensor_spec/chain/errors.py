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

    RootNetworkDoesNotExist = 0, "There is no root network."
    InvalidIpType = 1, "An address is neither of version 4 nor of version 6."
    InvalidIpAddress = 2, "An address is one that nobody serves at: zero, local, for broadcast, or reserved."
    InvalidPort = 3, "A port is zero."
    HotKeyNotRegisteredInSubNet = 4, "The hotkey is no neuron of the subnet."
    HotKeyAccountNotExists = 5, "Nobody owns the hotkey."
    HotKeyNotRegisteredInNetwork = 6, "The hotkey is no neuron of any subnet."
    NonAssociatedColdKey = 7, "The coldkey does not own the hotkey."
    NotEnoughStake = 8, "There is not enough stake."
    NotEnoughStakeToWithdraw = 9, "The stake is less than what is to be taken out."
    NotEnoughStakeToSetWeights = 10, "The neuron's stake is below the threshold for setting weights."
    NotEnoughStakeToSetChildkeys = 11, "The hotkey's stake is below the threshold for naming children."
    NotEnoughBalanceToStake = 12, "The coldkey's TAO is less than what is to be staked or paid."
    BalanceWithdrawalError = 13, "TAO could not be taken from the account."
    ZeroBalanceAfterWithdrawn = 14, "The account would be left with nothing."
    NeuronNoValidatorPermit = 15, "The neuron has no validator permit and sets weights for others."
    WeightVecNotEqualSize = 16, "There are not as many weights as uids."
    DuplicateUids = 17, "A uid stands twice."
    UidVecContainInvalidOne = 18, "A uid is none of the subnet's."
    WeightVecLengthIsLow = 19, "There are fewer weights than the subnet asks for."
    TooManyRegistrationsThisBlock = 20, "The block has had its registrations."
    HotKeyAlreadyRegisteredInSubNet = 21, "The hotkey is a neuron of the subnet already."
    NewHotKeyIsSameWithOld = 22, "The new hotkey is the old one."
    NewHotKeyNotCleanForRootSwap = 23, "The new hotkey has root stake or root claims of its own."
    InvalidWorkBlock = 24, "A proof of work is for a block that is not yet or no longer accepted."
    InvalidDifficulty = 25, "A proof of work is too easy."
    InvalidSeal = 26, "A proof of work does not fit its nonce."
    MaxWeightExceeded = 27, "A weight is above the limit for one weight."
    HotKeyAlreadyDelegate = 28, "The hotkey is a delegate already."
    SettingWeightsTooFast = 29, "The neuron set weights too recently."
    IncorrectWeightVersionKey = 30, "The version key is below the subnet's."
    ServingRateLimitExceeded = 31, "The hotkey announced an endpoint too recently."
    UidsLengthExceedUidsInSubNet = 32, "There are more uids than neurons."
    NetworkTxRateLimitExceeded = 33, "A subnet was registered too recently."
    DelegateTxRateLimitExceeded = 34, "The take was raised too recently."
    HotKeySetTxRateLimitExceeded = 35, "The coldkey swapped a hotkey too recently."
    StakingRateLimitExceeded = 36, "Stake was moved too often."
    SubNetRegistrationDisabled = 37, "Registration is switched off."
    TooManyRegistrationsThisInterval = 38, "The interval has had three times the registrations that it aims at."
    TransactorAccountShouldBeHotKey = 39, "The sender is not the hotkey."
    FaucetDisabled = 40, "There is no faucet."
    NotSubnetOwner = 41, "The sender does not own the subnet."
    RegistrationNotPermittedOnRootSubnet = 42, "The call is not for the root network."
    StakeTooLowForRoot = 43, "The hotkey has less root stake than each of the full root's members."
    AllNetworksInImmunity = 44, "Every subnet is still immune."
    NotEnoughBalanceToPaySwapHotKey = 45, "The coldkey cannot pay for the swap of a hotkey."
    NotRootSubnet = 46, "The call is for the root network only."
    CanNotSetRootNetworkWeights = 47, "Weights of the root network cannot be set."
    NoNeuronIdAvailable = 48, "No neuron may be pruned, so there is no uid."
    DelegateTakeTooLow = 49, "The take is below the minimum, or does not change as it should."
    DelegateTakeTooHigh = 50, "The take is above the maximum."
    NoWeightsCommitFound = 51, "The hotkey has committed nothing."
    InvalidRevealCommitHashNotMatch = 52, "What is revealed has the hash of no commit."
    CommitRevealEnabled = 53, "Weights of the subnet must be committed first."
    CommitRevealDisabled = 54, "Weights of the subnet are set without commits."
    LiquidAlphaDisabled = 55, "Liquid alpha is off."
    AlphaHighTooLow = 56, "The high end of liquid alpha is below 0.025."
    AlphaLowOutOfRange = 57, "The low end of liquid alpha is below 0.025 or above the high end."
    ColdKeyAlreadyAssociated = 58, "The new coldkey has stake already."
    NotEnoughBalanceToPaySwapColdKey = 59, "The coldkey cannot pay for its swap."
    InvalidChild = 60, "A hotkey cannot be its own child."
    DuplicateChild = 61, "A child stands twice."
    ProportionOverflow = 62, "The proportions of the children are more than the whole."
    TooManyChildren = 63, "There are more than five children."
    TxRateLimitExceeded = 64, "The same was done too recently."
    ColdkeySwapAnnouncementNotFound = 65, "The coldkey has announced no swap."
    ColdkeySwapTooEarly = 66, "The delay after the announcement has not passed."
    ColdkeySwapReannouncedTooEarly = 67, "The announcement cannot be changed yet."
    AnnouncedColdkeyHashDoesNotMatch = 68, "The new coldkey is not the one that was announced."
    ColdkeySwapAlreadyDisputed = 69, "The swap is disputed already."
    NewColdKeyIsHotkey = 70, "The new coldkey is a hotkey."
    InvalidChildkeyTake = 71, "The take is out of its bounds."
    TxChildkeyTakeRateLimitExceeded = 72, "The childkey take was changed too recently."
    InvalidIdentity = 73, "A part of the identity is too long."
    MechanismDoesNotExist = 74, "The subnet or its mechanism does not exist."
    StakeUnavailable = 75, "The stake is locked."
    SubnetNotExists = 76, "The subnet does not exist."
    TooManyUnrevealedCommits = 77, "The hotkey has as many open commits as it may."
    ExpiredWeightCommit = 78, "The commit's time for its reveal is over."
    RevealTooEarly = 79, "The commit's time for its reveal has not come."
    InputLengthsUnequal = 80, "The lists of a batch are of different lengths."
    CommittingWeightsTooFast = 81, "The neuron committed or set weights too recently."
    AmountTooLow = 82, "The amount is below the least that may be moved."
    InsufficientLiquidity = 83, "The pool cannot trade the amount."
    SlippageTooHigh = 84, "The price would go past the limit before the whole amount is traded."
    TransferDisallowed = 85, "The subnet does not allow transfers of stake."
    ActivityCutoffTooLow = 86, "The activity cutoff is below the minimum."
    CallDisabled = 87, "The call is switched off."
    FirstEmissionBlockNumberAlreadySet = 88, "The subnet is started already."
    NeedWaitingMoreBlocksToStarCall = 89, "The subnet is too young to be started."
    NotEnoughAlphaOutToRecycle = 90, "There is less alpha outside the pool than is to be recycled."
    CannotBurnOrRecycleOnRootSubnet = 91, "Root's stake is TAO and can be neither burned nor recycled."
    UnableToRecoverPublicKey = 92, "The signature has no public key."
    InvalidRecoveredPublicKey = 93, "The signature is another key's."
    SubtokenDisabled = 94, "The subnet's alpha is not enabled yet."
    HotKeySwapOnSubnetIntervalNotPassed = 95, "The coldkey swapped a hotkey on the subnet too recently."
    SameNetuid = 96, "Origin and destination are the same."
    InsufficientBalance = 97, "The account's TAO is not enough."
    InvalidLeaseBeneficiary = 98, "The beneficiary of a lease is not the sender."
    LeaseCannotEndInThePast = 99, "A lease would end before now."
    LeaseNetuidNotFound = 100, "The leased subnet is not found."
    LeaseDoesNotExist = 101, "There is no such lease."
    LeaseHasNoEndBlock = 102, "The lease has no end."
    LeaseHasNotEnded = 103, "The lease has not ended."
    Overflow = 104, "A number is more than its type holds."
    BeneficiaryDoesNotOwnHotkey = 105, "The beneficiary does not own the hotkey."
    ExpectedBeneficiaryOrigin = 106, "Only the beneficiary may do that."
    AdminActionProhibitedDuringWeightsWindow = 107, "An epoch is near, and settings are frozen."
    SymbolDoesNotExist = 108, "The symbol is none of the chain's."
    SymbolAlreadyInUse = 109, "Another subnet has the symbol."
    IncorrectCommitRevealVersion = 110, "The commit is of a version that is not accepted."
    InvalidRevealRound = 111, "The round of the reveal is past."
    RevealPeriodTooLarge = 112, "The reveal period is above 100 epochs."
    RevealPeriodTooSmall = 113, "The reveal period is below one epoch."
    InvalidValue = 114, "The value is out of its bounds."
    SubnetLimitReached = 115, "There are as many subnets as there may be, and none may be pruned."
    CannotAffordLockCost = 116, "The coldkey's TAO is less than the cost of a subnet."
    EvmKeyAssociateRateLimitExceeded = 117, "The EVM key was associated too recently."
    SameAutoStakeHotkeyAlreadySet = 118, "The hotkey is the destination already."
    UidMapCouldNotBeCleared = 119, "Entries of uids were left over."
    TrimmingWouldExceedMaxImmunePercentage = 120, "Too many of the neurons that would stay are immune."
    ChildParentInconsistency = 121, "A hotkey would be parent and child of the same key."
    InvalidNumRootClaim = 122, "More claims a block than are allowed."
    InvalidRootClaimThreshold = 123, "The threshold is negative or above the greatest allowed."
    InvalidSubnetNumber = 124, "No subnet is named, or more than five."
    TooManyUIDsPerMechanism = 125, "All mechanisms together would have more uids than a subnet may have."
    VotingPowerTrackingNotEnabled = 126, "The subnet does not track voting power."
    InvalidVotingPowerEmaAlpha = 127, "The rate is above one."
    Deprecated = 128, "The call does nothing any more."
    AddStakeBurnRateLimitExceeded = 129, "Stake was bought and burned too recently."
    ColdkeySwapAnnounced = 130, "The coldkey has announced a swap and may do little else."
    ColdkeySwapDisputed = 131, "The coldkey's swap is disputed, and it may do nothing."
    ColdkeySwapClearTooEarly = 132, "The announcement cannot be cleared yet."
    DisabledTemporarily = 133, "The call is switched off for now."
    RegistrationPriceLimitExceeded = 134, "The price of the registration is above the sender's limit."
    LockHotkeyMismatch = 135, "The coldkey's lock on the subnet is for another hotkey."
    InsufficientStakeForLock = 136, "The stake is less than what would be locked."
    NoExistingLock = 137, "The coldkey has no lock on the subnet."
    ActiveLockExists = 138, "A key that takes over a lock has one of its own."
    CannotUseSystemAccount = 139, "The account belongs to the chain itself."
    UnlockAmountTooHigh = 140, "More would be unlocked than is locked."
    TempoOutOfBounds = 141, "The tempo is not between 360 and 50 400 blocks."
    ActivityCutoffFactorMilliOutOfBounds = 142, "The factor is not between 1 000 and 50 000 thousandths."
    EpochTriggerAlreadyPending = 143, "An epoch is asked for or deferred already."
    AutoEpochAlreadyImminent = 144, "The next epoch is nearer than the freeze window is long."
    DynamicTempoBlockedByCommitReveal = 145, "An epoch cannot be asked for while weights are committed."
    AccountRejectsLockedAlpha = 146, "The receiver does not take locked alpha."


class AdminUtils(ErrorCode):
    """Errors of the pallet AdminUtils."""

    SubnetDoesNotExist = 0, "The subnet does not exist."
    MaxValidatorsLargerThanMaxUIds = 1, "There would be more validators than neurons."
    MaxAllowedUIdsLessThanCurrentUIds = 2, "The subnet has more neurons than that."
    BondsMovingAverageMaxReached = 3, "An owner's value is above 975 000 millionths."
    NegativeSigmoidSteepness = 4, "An owner's steepness is negative."
    ValueNotInBounds = 5, "The value is out of its bounds."
    MinAllowedUidsGreaterThanCurrentUids = 6, "The subnet has no more neurons than that."
    MinAllowedUidsGreaterThanMaxAllowedUids = 7, "The least would not be below the greatest."
    MaxAllowedUidsLessThanMinAllowedUids = 8, "The greatest would be below the least."
    MaxAllowedUidsGreaterThanDefaultMaxAllowedUids = 9, "The greatest is above what any subnet may have."
    InvalidValue = 10, "The value is out of its bounds."
    NotPermittedOnRootSubnet = 11, "The setting is not for the root network."
    POWRegistrationDisabled = 12, "There is no registration by proof of work."
    Deprecated = 13, "The call does nothing any more."


class Swap(ErrorCode):
    """Errors of the pallet Swap."""

    FeeRateTooHigh = 0, "The rate is above the greatest allowed."
    InsufficientInputAmount = 1, "The amount is too small for a swap."
    InsufficientLiquidity = 2, "The pool would pay more than it holds."
    PriceLimitExceeded = 3, "The price is past the limit before the swap."
    InsufficientBalance = 4, "The account does not have the liquidity."
    InvalidTickRange = 5, "A range of prices is empty or out of bounds."
    InvalidLiquidityValue = 6, "The liquidity is too small."
    ReservesTooLow = 7, "A reserve is below the minimum, or the swap would pay nothing."
    MechanismDoesNotExist = 8, "The subnet does not exist."
    SubtokenDisabled = 9, "The subnet's alpha is not enabled yet."
    ReservesOutOfBalance = 10, "The price needs weights out of range."
    SwapInputTooLarge = 11, "The amount is more than 1 000 times the reserve that it is paid into."
    Deprecated = 12, "The call does nothing any more."


class Balances(ErrorCode):
    """Errors of the pallet Balances."""

    VestingBalance = 0, "The TAO is vesting."
    LiquidityRestrictions = 1, "The TAO is locked."
    InsufficientBalance = 2, "The account does not have the TAO."
    ExistentialDeposit = 3, "The amount is below the existential deposit."
    Expendability = 4, "The account would be reaped."
    ExistingVestingSchedule = 5, "There is a vesting schedule already."
    DeadAccount = 6, "The account does not exist."
    TooManyReserves = 7, "The account has as many named reserves as it may."
    TooManyHolds = 8, "The account has as many holds as it may."
    TooManyFreezes = 9, "The account has as many freezes as it may."
    IssuanceDeactivated = 10, "The issuance would be less than what is inactive."
    DeltaZero = 11, "The issuance would change by nothing."

