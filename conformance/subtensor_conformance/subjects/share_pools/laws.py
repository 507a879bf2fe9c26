"""Laws of share pools."""

from subtensor_conformance.laws.law import Input, Law, Round, ask, integers, require


def _keys_hold_at_most_the_pool(value: Input) -> Round:
    lives, keys = value["lives"], value["keys"]
    asked = [[*life, *(["get_value", key] for key in keys)] for life in lives]
    results = yield from ask("share_pool.run", *([operations] for operations in asked))
    for life, answers in zip(lives, results, strict=True):
        worth = sum(integers([answer["r"] for answer in answers[len(life) :]]))
        holds = int(answers[-1]["state"]["shared_value"])
        require(worth <= holds, f"keys are worth {worth} rao in a pool of {holds} after {life}")


LAWS = (
    Law(
        "keys-hold-at-most-the-pool",
        "After payments into a pool, and out of it of what a key holds, all keys together are worth at most the pool.",
        "lists of operations of share_pool.run, and the keys in them",
        ("SHR-value/of-key", "SHR-update/one"),
        _keys_hold_at_most_the_pool,
    ),
)
