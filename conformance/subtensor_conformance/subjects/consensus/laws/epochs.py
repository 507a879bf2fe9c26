"""Laws of the epoch: what is paid, shares, and the names of neurons."""

from typing import Any

from subtensor_conformance.laws.law import Input, Law, Round, ask_epochs, integers, require
from subtensor_conformance.subjects.consensus.laws.permutation import permuted_input, permuted_list, reversal

AMOUNTS = ("server_emission", "validator_emission", "emission")
SHARES = ("incentive", "dividend", "stake_weight")
BY_UID = (
    "active",
    "consensus",
    "dividend",
    "emission",
    "incentive",
    "new_validator_permit",
    "server_emission",
    "stake",
    "stake_weight",
    "validator_emission",
    "validator_trust",
)
U16_ONE = 65535
_EPOCH = "an epoch whose stakes sum to less than 2**63 rao"


def _pays_at_most_what_is_given(value: Input) -> Round:
    epoch = value["epoch"]
    (terms,) = yield from ask_epochs(epoch)
    given = int(epoch["rao_emission"])
    paid = sum(integers(terms["server_emission"])) + sum(integers(terms["validator_emission"]))
    require(paid <= given, f"{paid} rao are paid out of {given}")
    recorded = sum(integers(terms["emission"]))
    require(recorded <= given, f"{recorded} rao are recorded out of {given}")


def _shares_at_most_one(value: Input) -> Round:
    (terms,) = yield from ask_epochs(value["epoch"])
    for name in SHARES:
        total = sum(terms[name])
        require(total <= U16_ONE, f"{name} sums to {total} parts of {U16_ONE}")


def _more_emission_pays_nobody_less(value: Input) -> Round:
    epoch = value["epoch"]
    more = epoch | {"rao_emission": str(min(2 * int(epoch["rao_emission"]) + 1, 2**64 - 1))}
    before, after = yield from ask_epochs(epoch, more)
    for name in AMOUNTS:
        for uid, (less, most) in enumerate(zip(integers(before[name]), integers(after[name]), strict=True)):
            require(less <= most, f"{name} of uid {uid} falls from {less} to {most} rao when more is given")


def _names_do_not_matter(value: Input) -> Round:
    epoch = value["epoch"]
    order = value.get("permutation") or reversal(epoch["n"])
    terms, renamed = yield from ask_epochs(epoch, permuted_input(epoch, order))
    for name in BY_UID:
        expected = permuted_list(terms[name], order)
        require(renamed[name] == expected, _first_difference(name, expected, renamed[name]))
    bonds = permuted_list([_renamed_row(row, order) for row in terms["bond"]], order)
    given = [sorted(row) for row in renamed["bond"]]
    require(given == bonds, _first_difference("bond", bonds, given))


def _renamed_row(row: list[list[int]], order: list[int]) -> list[list[int]]:
    return sorted([order[column], bond] for column, bond in row)


def _first_difference(name: str, expected: list[Any], given: list[Any]) -> str:
    for uid, (one, other) in enumerate(zip(expected, given, strict=False)):
        if one != other:
            return f"{name} of the neuron renamed to uid {uid} goes from {one} to {other}"
    return f"{name} has {len(given)} entries, not {len(expected)}"


def _same_question_same_answer(value: Input) -> Round:
    epoch = value["epoch"]
    other = epoch | {"rao_emission": "1", "yuma3": not epoch["yuma3"], "kappa": 0}
    first, _, second = yield from ask_epochs(epoch, other, epoch)
    for name, terms in first.items():
        require(second[name] == terms, f"{name} differs when the same epoch is asked a second time")


LAWS = (
    Law(
        "epoch-emission-conserved",
        "Server and validator emissions together are at most the emission given, and so is the recorded emission.",
        _EPOCH,
        ("YC-emission/in-rao", "YC-emission/scores"),
        _pays_at_most_what_is_given,
    ),
    Law(
        "epoch-shares-at-most-one",
        "Incentives, dividends and stake weights each sum to at most 65535.",
        _EPOCH,
        ("YC-output/proportions",),
        _shares_at_most_one,
    ),
    Law(
        "epoch-emission-monotone",
        "If an epoch is given more to pay, it pays nobody less.",
        "an epoch",
        ("YC-emission/in-rao",),
        _more_emission_pays_nobody_less,
    ),
    Law(
        "epoch-uids-permuted",
        "If neurons are renamed, every output is renamed and nothing else changes. Only new permits among neurons of "
        "equal stake go by uid, so an epoch with such a tie at the edge is no input of this law.",
        "an epoch without a tie at the edge of the permits, its rows sorted and within range; perhaps a permutation",
        ("YC-epoch/mechanism", "YC-vector/top-k"),
        _names_do_not_matter,
    ),
    Law(
        "epoch-repeatable",
        "An epoch asked twice, with another one in between, is answered twice alike.",
        "an epoch",
        ("YC-epoch/mechanism",),
        _same_question_same_answer,
    ),
)
