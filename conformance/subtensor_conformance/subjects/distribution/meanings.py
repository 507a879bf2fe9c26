"""What stands in the tuples of distribution; hotkeys are integers, amounts rao."""

_EMISSION = "[hotkey, earned as server, earned as validator], rao of alpha"
_INCENTIVES = "incentives [hotkey, rao]"
_RECYCLED = "what is recycled, rao"

MEANINGS = {
    "coinbase.get_parent_child_dividends_distribution": {
        "dividends": "rao of alpha",
        "result": f"[[parent or the hotkey itself, rao], …], then {_RECYCLED}",
    },
    "coinbase.calculate_dividends_and_incentives": {
        "hotkey_emission": _EMISSION,
        "result": f"{_INCENTIVES}, dividends [hotkey, rao], {_RECYCLED}",
    },
    "coinbase.calculate_dividend_distribution": {
        "stake_map": "[hotkey, alpha in the subnet, TAO on root], rao",
        "dividends": "[hotkey, rao]",
        "result": "dividends in alpha [hotkey, rao], dividends on root [hotkey, rao]",
    },
    "coinbase.calculate_dividend_and_incentive_distribution": {
        "hotkey_emission": _EMISSION,
        "result": f"{_INCENTIVES}, dividends in alpha [hotkey, rao], dividends on root [hotkey, rao], {_RECYCLED}",
    },
}
