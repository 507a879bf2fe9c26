"""What the conditions of masks are, and how an epoch is written."""

from subtensor_conformance.subjects.consensus.functions.matrices import CONDITIONS

_CONDITION = f"one of {', '.join(CONDITIONS)}: first ≤, <, =, ≥, > second; entries for which it holds are removed"
_INPUT = "an epoch's input: schema vectors/schema/epoch.json, fields in chapter 15"

MEANINGS = {
    "math.scalar_vec_mask_sparse_matrix": {
        "scalar": "first of the two compared",
        "vector": "by column, second of the two compared",
        "mask_fn": _CONDITION,
    },
    "math.vec_mask_sparse_matrix": {
        "first_vector": "by row, first of the two compared",
        "second_vector": "by column, second of the two compared",
        "mask_fn": _CONDITION,
    },
    "epoch.sparse": {"input": _INPUT, "result": "`terms` of schema epoch.json: lists by uid"},
    "epoch.persist": {"input": _INPUT, "result": "`persisted` of schema epoch.json: what is stored, and `returned`"},
}
