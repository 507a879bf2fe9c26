"""The table of contents: every chapter of the specification with its number, its id and its one word.

The word names the package of the reference, the same package of the numpy path, the subject's folder in the
conformance kit, the page below ``spec`` and the folder of tests. Nothing else names a chapter.
"""

from dataclasses import dataclass

_ROOMS = {
    "fixed_point": "arithmetic.",
    "transcendental": "arithmetic.",
    "decimals": "arithmetic.",
    "chain": "",
    "blocks": "",
}
"""Where a chapter's package stands if not in ``chapters``."""

PAGES_ONLY = frozenset({"conventions", "laws", "divergences"})
"""Chapters that state no rules, and so have no package."""


@dataclass(frozen=True)
class Chapter:
    """One chapter."""

    number: int
    id: str
    """Two or three capitals before the hyphen of each rule's id; empty where a chapter has neither rules nor laws."""
    word: str
    title: str

    @property
    def page(self) -> str:
        """The page below ``spec``, without its suffix: ``06-issuance``."""
        return f"{self.number:02}-{self.word.replace('_', '-')}"

    @property
    def package(self) -> str:
        """The package whose modules state the rules, below ``subtensor_spec``: ``chapters.issuance``."""
        return f"{_ROOMS.get(self.word, 'chapters.')}{self.word}"


CHAPTERS = tuple(
    Chapter(number, identifier, word, title)
    for number, (identifier, word, title) in enumerate(
        (
            ("", "conventions", "Conventions"),
            ("FX", "fixed_point", "Fixed-point arithmetic"),
            ("TF", "transcendental", "Transcendental functions"),
            ("DR", "decimals", "Decimal numbers and ratios"),
            ("ST", "chain", "Chain state"),
            ("ISS", "issuance", "Issuance and halving"),
            ("SHR", "share_pools", "Share pools"),
            ("AMM", "swap", "Weighted pool and swaps"),
            ("STK", "staking", "Staking"),
            ("STW", "stake_weight", "Stake weight"),
            ("REG", "neurons", "Neurons"),
            ("NET", "subnets", "Subnets"),
            ("WGT", "weights", "Weights"),
            ("CR", "commit_reveal", "Commit–reveal"),
            ("YC", "consensus", "Yuma Consensus"),
            ("MEC", "mechanisms", "Mechanisms"),
            ("EMI", "emission", "Emission"),
            ("SCH", "schedule", "Schedule"),
            ("DIV", "distribution", "Distribution"),
            ("RC", "root_claims", "Root claims"),
            ("LCK", "locks", "Locks and conviction"),
            ("KEY", "keys", "Keys"),
            ("HYP", "hyperparameters", "Hyperparameters"),
            ("BLK", "blocks", "Blocks and calls"),
            ("LAW", "laws", "Laws"),
            ("DVG", "divergences", "Divergences"),
            ("REV", "revisions", "Revisions"),
            ("SRV", "serving", "Serving and identities"),
            ("VOT", "voting_power", "Voting power"),
        ),
        start=1,
    )
)
"""Every chapter in order of number."""

BY_ID = {chapter.id: chapter for chapter in CHAPTERS if chapter.id}
BY_WORD = {chapter.word: chapter for chapter in CHAPTERS}
