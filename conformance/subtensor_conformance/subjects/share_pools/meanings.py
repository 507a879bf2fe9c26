"""What a share pool is asked, what it answers, and how its state is written."""

_OPERATIONS = (
    'lists: ["get_value", key], ["try_get_value", key], ["update_value_for_all", rao], '
    '["update_value_for_one", key, rao], ["sim_update_value_for_one", rao]; key u16, rao i64'
)
_STATE = (
    '"denominator": [mantissa, exponent], "shared_value": rao, '
    '"shares": [[key, [mantissa, exponent]], …] in order of key'
)
_ANSWER = "r is rao of a value as text (null for an unknown key), true or false of a simulation, null of an update"

MEANINGS = {
    "share_pool.after": {
        "denominator": "[mantissa, exponent]",
        "operations": _OPERATIONS,
        "result": "value in rao and denominator as [mantissa, exponent], after all operations",
    },
    "share_pool.run": {
        "operations": _OPERATIONS,
        "result": f'a list, for each operation {{"r": answer, "state": {{{_STATE}}}}}; {_ANSWER}',
    },
    "share_pool.run_stored": {
        "operations": _OPERATIONS,
        "older_denominator": "TotalHotkeyShares, null if unset",
        "older_shares": "Alpha: [key, share]",
        "result": f'a list, for each operation {{"r": answer, "state": {{{_STATE}, "older_shares": [[key, bits], …], '
        f'"older_denominator": whether it is still stored}}}}; {_ANSWER}',
    },
}
