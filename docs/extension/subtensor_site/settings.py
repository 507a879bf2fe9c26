"""The ``{settings}`` directive: the table of hyperparameters, from the data that executes them."""

from functools import cache
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from subtensor_site.tables import table
from subtensor_spec.chain.state import State
from subtensor_spec.chain.storage import Item, Map
from subtensor_spec.chain.types import Hyperparameter, NetUid
from subtensor_spec.chapters.hyperparameters.setting import Setting
from subtensor_spec.chapters.hyperparameters.settings import GLOBAL_SETTINGS, OWNER_SETTINGS, ROOT_SUBNET_SETTINGS
from subtensor_spec.chapters.subnets.initialisation import init_new_network
from subtensor_spec.wire.values import to_json

GROUPS = {"owner": OWNER_SETTINGS, "root": ROOT_SUBNET_SETTINGS, "chain": GLOBAL_SETTINGS}

_NEW = NetUid(1)
_TEMPO_OF_NEW_SUBNETS = 360


class SettingsDirective(SphinxDirective):
    """``:::{settings} owner``: all settings of a group, with default, bounds, limit and event."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        group = GROUPS.get(self.arguments[0])
        if group is None:
            raise self.error(f"there is no group {self.arguments[0]}; there are {', '.join(GROUPS)}")
        per_subnet = any(setting.per_subnet for setting in group)
        creation = ["at creation"] if per_subnet else []
        headings = ["call and item", "type", "default", *creation, "refused unless", "event"]
        return [table(headings, [_row(setting, per_subnet) for setting in group], "settings")]


def _row(setting: Setting, per_subnet: bool) -> list[Any]:
    item = setting.item
    names = [nodes.literal(text=setting.name), nodes.Text(" → "), nodes.literal(text=item.name)]
    creation = [_at_creation(item)] if per_subnet else []
    event = "" if setting.event is None else [nodes.literal(text=setting.event.name)]
    kind = [nodes.literal(text=setting.codec.name)]
    return [names, kind, _value(item, item.default), *creation, _checks(setting), event]


def _checks(setting: Setting) -> str:
    words = [check.words.replace("`", "") for check in setting.checks]
    if isinstance(setting.limit, Hyperparameter):
        words.insert(0, "OwnerHyperparamRateLimit tempos since the last change")
    elif setting.limit is not None:
        words.insert(0, f"the limit of {setting.limit.name}")
    return "; ".join(words)


def _value(item: Item[Any], value: Any) -> str:
    form = to_json(item.value, value)
    return {True: "on", False: "off"}.get(form, str(form)) if isinstance(form, bool) else str(form)


@cache
def _new_subnet() -> State:
    state = State()
    init_new_network(state, _NEW, _TEMPO_OF_NEW_SUBNETS)
    return state


def _at_creation(item: Any) -> str:
    """Return what a new subnet is given, if it is given anything."""
    state = _new_subnet()
    if isinstance(item, Map) and item.contains(state, _NEW):
        return _value(item, item.get(state, _NEW))
    return "–"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("settings", SettingsDirective)
