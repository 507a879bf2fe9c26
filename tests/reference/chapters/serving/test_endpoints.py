"""Serving: each check in its turn, what is stored, certificates."""

from collections.abc import Callable

import pytest

from subtensor_spec.chain.event_kinds.subtensor_module import AxonServed, PrometheusServed
from subtensor_spec.chain.items.rate_limits import ServingRateLimit
from subtensor_spec.chain.items.serving import Axons, NeuronCertificates, Prometheus
from subtensor_spec.chain.origins import Root, Signed
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AccountId, AxonInfo, NetUid, NeuronCertificate, PrometheusInfo
from subtensor_spec.chapters.serving.calls import serve_axon, serve_axon_tls, serve_prometheus
from subtensor_spec.chapters.serving.endpoints import is_valid_ip_address

Refusal = Callable[[Callable[[], object]], str | None]

NETUID = NetUid(1)
FIRST, STRANGER = (AccountId(bytes([number]) * 32) for number in (1, 9))
ADDRESS = 0x08080808


@pytest.mark.parametrize(
    ("ip_type", "address", "valid"),
    [
        (4, 1, True),
        (4, 2**32 - 2, True),
        (4, 2**32 - 1, False),
        (4, 2**32, False),
        (4, 0x7F000001, False),
        (4, 0x7F000002, True),
        (4, 0x0A000001, True),
        (6, 1, False),
        (6, 2, True),
        (6, 0x7F000001, True),
        (6, 2**128 - 2, True),
        (6, 2**128 - 1, False),
        (5, 2**128 - 1, True),
    ],
)
def test_addresses(ip_type: int, address: int, valid: bool) -> None:
    assert is_valid_ip_address(ip_type, address, False) is is_valid_ip_address(ip_type, address, True) is valid


@pytest.mark.parametrize("ip_type", [4, 6])
def test_zero_is_valid_only_where_it_is_allowed(ip_type: int) -> None:
    assert is_valid_ip_address(ip_type, 0, True)
    assert not is_valid_ip_address(ip_type, 0, False)


def test_each_check_of_an_axon_in_its_turn(subnet: State, refusal: Refusal) -> None:
    Axons.put(subnet, NETUID, FIRST, AxonInfo(951, 1, 2, 3, 4, 5, 6, 7))
    call = {"hotkey": STRANGER, "ip": 2**32, "port": 0, "kind": 5}

    def attempt() -> None:
        serve_axon(subnet, Signed(call["hotkey"]), NETUID, 1, call["ip"], call["port"], call["kind"], 0, 0, 0)

    steps: list[tuple[str, Callable[[], object]]] = [
        ("HotKeyNotRegisteredInNetwork", lambda: call.update(hotkey=FIRST)),
        ("InvalidIpType", lambda: call.update(kind=4)),
        ("InvalidIpAddress", lambda: call.update(ip=0)),
        ("ServingRateLimitExceeded", lambda: ServingRateLimit.put(subnet, NETUID, 49)),
        ("InvalidPort", lambda: call.update(port=1)),
    ]
    for code, repair in steps:
        assert refusal(attempt) == code
        repair()
    assert refusal(attempt) is None
    assert refusal(lambda: serve_axon(subnet, Root(), NETUID, 1, 1, 1, 4, 0, 0, 0)) == "BadOrigin"


def test_each_check_of_measurements_in_its_turn(subnet: State, refusal: Refusal) -> None:
    Prometheus.put(subnet, NETUID, FIRST, PrometheusInfo(951, 1, 2, 3, 4))
    call = {"hotkey": STRANGER, "ip": 0, "port": 0, "kind": 5}

    def attempt() -> None:
        serve_prometheus(subnet, Signed(call["hotkey"]), NETUID, 1, call["ip"], call["port"], call["kind"])

    steps: list[tuple[str, Callable[[], object]]] = [
        ("InvalidIpType", lambda: call.update(kind=6)),
        ("InvalidIpAddress", lambda: call.update(ip=2)),
        ("HotKeyNotRegisteredInNetwork", lambda: call.update(hotkey=FIRST)),
        ("ServingRateLimitExceeded", lambda: ServingRateLimit.put(subnet, NETUID, 49)),
        ("InvalidPort", lambda: call.update(port=1)),
    ]
    for code, repair in steps:
        assert refusal(attempt) == code
        repair()
    assert refusal(attempt) is None
    assert refusal(lambda: serve_prometheus(subnet, Root(), NETUID, 1, 1, 1, 4)) == "BadOrigin"


@pytest.mark.parametrize(
    ("limit", "last", "passes"),
    [(50, 951, False), (50, 950, True), (0, 1000, True), (50, 0, True), (50, 2000, False), (1000, 0, True)],
)
def test_the_rate_limit(subnet: State, refusal: Refusal, limit: int, last: int, passes: bool) -> None:
    ServingRateLimit.put(subnet, NETUID, limit)
    Axons.put(subnet, NETUID, FIRST, AxonInfo(last, 1, 2, 3, 4, 5, 6, 7))
    code = refusal(lambda: serve_axon(subnet, Signed(FIRST), NETUID, 1, ADDRESS, 1, 4, 0, 0, 0))
    assert code == (None if passes else "ServingRateLimitExceeded")


def test_what_is_served_is_stored_whole(subnet: State) -> None:
    ServingRateLimit.put(subnet, NETUID, 0)
    serve_axon(subnet, Signed(FIRST), NETUID, 9, ADDRESS, 8, 4, 7, 6, 5)
    serve_prometheus(subnet, Signed(FIRST), NETUID, 9, ADDRESS, 8, 4)
    assert Axons.get(subnet, NETUID, FIRST) == AxonInfo(1000, 9, ADDRESS, 8, 4, 7, 6, 5)
    assert Prometheus.get(subnet, NETUID, FIRST) == PrometheusInfo(1000, 9, ADDRESS, 8, 4)
    assert subnet.events == [AxonServed(NETUID, FIRST), PrometheusServed(NETUID, FIRST)]
    assert NeuronCertificates.get(subnet, NETUID, FIRST) is None


OLD = NeuronCertificate(b"old", 3)


@pytest.mark.parametrize(
    ("certificate", "stored"),
    [
        (b"", OLD),
        (b"\x07", NeuronCertificate(b"", 7)),
        (b"\x07key", NeuronCertificate(b"key", 7)),
        (b"\x01" + bytes(64), NeuronCertificate(bytes(64), 1)),
        (b"\x01" + bytes(65), OLD),
    ],
)
def test_a_certificate_is_stored_or_passed_over(subnet: State, certificate: bytes, stored: NeuronCertificate) -> None:
    NeuronCertificates.put(subnet, NETUID, FIRST, OLD)
    serve_axon_tls(subnet, Signed(FIRST), NETUID, 9, ADDRESS, 8, 4, 7, 6, 5, certificate)
    assert NeuronCertificates.get(subnet, NETUID, FIRST) == stored
    assert Axons.get(subnet, NETUID, FIRST) == AxonInfo(1000, 9, ADDRESS, 8, 4, 7, 6, 5)
    assert subnet.events == [AxonServed(NETUID, FIRST)]
