"""Where a neuron serves: its axon and its measurements, checked and stored under its hotkey."""

from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.errors import CallError, SubtensorModule
from subtensor_spec.chain.items.rate_limits import ServingRateLimit
from subtensor_spec.chain.items.serving import Axons, Prometheus
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, NetUid
from subtensor_spec.chapters.neurons.uids import is_hotkey_registered_on_network
from subtensor_spec.rules import SUBTENSOR, rule

SERVING = "pallets/subtensor/src/subnets/serving.rs"
"""Where production keeps what this chapter says of endpoints."""

IPV4, IPV6 = 4, 6
_IPV4_LAST = 2**32 - 1
_IPV4_LOOPBACK = 0x7F000001
_IPV6_LAST = 2**128 - 1
_IPV6_LOOPBACK = 1


@rule("SRV-ip/address", SUBTENSOR(SERVING, "is_valid_ip_address"))
def is_valid_ip_address(ip_type: int, address: int, allow_zero: bool) -> bool:
    """An address, a number of 128 bits, is valid if it is not zero, unless that is allowed, and fits its kind.

    One of IPv4 is less than 2³² − 1 and not 127.0.0.1; one of IPv6 is neither the greatest nor ``::1``. Private and
    reserved ranges are valid.
    """
    if address == 0:
        return allow_zero
    if ip_type == IPV4:
        return address < _IPV4_LAST and address != _IPV4_LOOPBACK
    return ip_type != IPV6 or address not in (_IPV6_LAST, _IPV6_LOOPBACK)


@rule(
    "SRV-rate/passes",
    SUBTENSOR(SERVING, "axon_passes_rate_limit"),
    SUBTENSOR(SERVING, "prometheus_passes_rate_limit"),
)
def passes_serving_rate_limit(state: State, netuid: NetUid, last_block: int) -> bool:
    """An endpoint may be changed ``ServingRateLimit`` blocks after it was last, or at once if it never was.

    A limit of zero lets always pass; a last block in the future counts as zero blocks ago. Axon and measurements count
    each by itself.
    """
    limit = ServingRateLimit.get(state, netuid)
    return limit == 0 or last_block == 0 or max(current_block(state) - last_block, 0) >= limit


@rule("SRV-axon/check", SUBTENSOR(SERVING, "validate_serve_axon"))
def validate_serve_axon(state: State, hotkey: AccountId, netuid: NetUid, ip: int, port: int, ip_type: int) -> None:
    """An axon is checked in this order; its address may be zero.

    The hotkey is registered on the subnet (``HotKeyNotRegisteredInNetwork``), the kind of address is 4 or 6
    (``InvalidIpType``), the address is valid (``InvalidIpAddress``), the rate limit has passed
    (``ServingRateLimitExceeded``), the port is not zero (``InvalidPort``). Version, protocol and placeholders may be
    anything.
    """
    _ensure_registered(state, hotkey, netuid)
    _ensure_address(ip_type, ip, allow_zero=True)
    axon = Axons.get(state, netuid, hotkey)
    _ensure_time_and_port(state, netuid, 0 if axon is None else axon.block, port)


@rule("SRV-prometheus/check", SUBTENSOR(SERVING, "validate_serve_prometheus"))
def validate_serve_prometheus(
    state: State, hotkey: AccountId, netuid: NetUid, ip: int, port: int, ip_type: int
) -> None:
    """Measurements are checked as an axon is, but the registration after the address, which must not be zero.

    So ``InvalidIpType``, ``InvalidIpAddress``, ``HotKeyNotRegisteredInNetwork``, ``ServingRateLimitExceeded``,
    ``InvalidPort``.
    """
    _ensure_address(ip_type, ip, allow_zero=False)
    _ensure_registered(state, hotkey, netuid)
    served = Prometheus.get(state, netuid, hotkey)
    _ensure_time_and_port(state, netuid, 0 if served is None else served.block, port)


def _ensure_registered(state: State, hotkey: AccountId, netuid: NetUid) -> None:
    if not is_hotkey_registered_on_network(state, netuid, hotkey):
        raise CallError(SubtensorModule.HotKeyNotRegisteredInNetwork)


def _ensure_address(ip_type: int, address: int, allow_zero: bool) -> None:
    if ip_type not in (IPV4, IPV6):
        raise CallError(SubtensorModule.InvalidIpType)
    if not is_valid_ip_address(ip_type, address, allow_zero):
        raise CallError(SubtensorModule.InvalidIpAddress)


def _ensure_time_and_port(state: State, netuid: NetUid, last_block: int, port: int) -> None:
    if not passes_serving_rate_limit(state, netuid, last_block):
        raise CallError(SubtensorModule.ServingRateLimitExceeded)
    if port == 0:
        raise CallError(SubtensorModule.InvalidPort)
