"""The calls that tell where a neuron serves."""

from subtensor_spec.chain.arguments import u8, u16, u32, u128
from subtensor_spec.chain.calls import call
from subtensor_spec.chain.clock import current_block
from subtensor_spec.chain.event_kinds.subtensor_module import AxonServed, PrometheusServed
from subtensor_spec.chain.items.serving import Axons, NeuronCertificates, Prometheus
from subtensor_spec.chain.origins import Origin, ensure_signed
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.state import State
from subtensor_spec.chain.types import AxonInfo, NetUid, NeuronCertificate, PrometheusInfo
from subtensor_spec.chapters.serving.endpoints import SERVING, validate_serve_axon, validate_serve_prometheus
from subtensor_spec.rules import SUBTENSOR, rule

MAX_CERTIFICATE_BYTES = 65
"""A byte for the algorithm and at most 64 for the public key."""


@call(SUBTENSOR_MODULE, 4)
@rule("SRV-axon/call", SUBTENSOR(SERVING, "do_serve_axon"))
def serve_axon(
    state: State,
    origin: Origin,
    netuid: NetUid,
    version: u32,
    ip: u128,
    port: u16,
    ip_type: u8,
    protocol: u8,
    placeholder1: u8,
    placeholder2: u8,
) -> None:
    """The hotkey that signed is served on a subnet: all fields are stored, with the current block."""
    hotkey = ensure_signed(origin)
    # CHECK
    validate_serve_axon(state, hotkey, netuid, ip, port, ip_type)
    # ACT
    block = current_block(state)
    axon = AxonInfo(block, version, ip, port, ip_type, protocol, placeholder1, placeholder2)
    Axons.put(state, netuid, hotkey, axon)
    # EMIT
    state.emit(AxonServed(netuid, hotkey))


@call(SUBTENSOR_MODULE, 40)
@rule(
    "SRV-axon/certificate", SUBTENSOR(SERVING, "do_serve_axon"), SUBTENSOR("pallets/subtensor/src/lib.rs", "try_from")
)
def serve_axon_tls(
    state: State,
    origin: Origin,
    netuid: NetUid,
    version: u32,
    ip: u128,
    port: u16,
    ip_type: u8,
    protocol: u8,
    placeholder1: u8,
    placeholder2: u8,
    certificate: bytes,
) -> None:
    """An axon is served with a certificate: its first byte is the algorithm, up to 64 further ones are the public key.

    A certificate of no bytes or of more than 65 is passed over in silence, and the one before stays.
    """
    serve_axon(state, origin, netuid, version, ip, port, ip_type, protocol, placeholder1, placeholder2)
    if 0 < len(certificate) <= MAX_CERTIFICATE_BYTES:
        hotkey = ensure_signed(origin)
        NeuronCertificates.put(state, netuid, hotkey, NeuronCertificate(certificate[1:], certificate[0]))


@call(SUBTENSOR_MODULE, 5)
@rule("SRV-prometheus/call", SUBTENSOR(SERVING, "do_serve_prometheus"))
def serve_prometheus(
    state: State, origin: Origin, netuid: NetUid, version: u32, ip: u128, port: u16, ip_type: u8
) -> None:
    """The hotkey that signed publishes its measurements on a subnet: all fields are stored with the current block."""
    hotkey = ensure_signed(origin)
    # CHECK
    validate_serve_prometheus(state, hotkey, netuid, ip, port, ip_type)
    # ACT
    Prometheus.put(state, netuid, hotkey, PrometheusInfo(current_block(state), version, ip, port, ip_type))
    # EMIT
    state.emit(PrometheusServed(netuid, hotkey))
