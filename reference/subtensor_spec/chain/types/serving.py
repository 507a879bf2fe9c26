"""Endpoints and identities."""

from dataclasses import dataclass

from subtensor_spec.chain.scale import BYTES, U8, U16, U32, U64, U128, ByteString, Struct


@dataclass(frozen=True, slots=True)
class AxonInfo:
    """Where a neuron serves."""

    block: int
    version: int
    ip: int
    port: int
    ip_type: int
    protocol: int
    placeholder1: int
    placeholder2: int


AXON_INFO = Struct(
    AxonInfo, block=U64, version=U32, ip=U128, port=U16, ip_type=U8, protocol=U8, placeholder1=U8, placeholder2=U8
)


@dataclass(frozen=True, slots=True)
class PrometheusInfo:
    """Where a neuron publishes its measurements."""

    block: int
    version: int
    ip: int
    port: int
    ip_type: int


PROMETHEUS_INFO = Struct(PrometheusInfo, block=U64, version=U32, ip=U128, port=U16, ip_type=U8)


@dataclass(frozen=True, slots=True)
class NeuronCertificate:
    """A neuron's public key for encrypted connections."""

    public_key: bytes
    algorithm: int


NEURON_CERTIFICATE = Struct(NeuronCertificate, public_key=ByteString(64), algorithm=U8)


@dataclass(frozen=True, slots=True)
class ChainIdentityV2:
    """What an account says of itself."""

    name: bytes
    url: bytes
    github_repo: bytes
    image: bytes
    discord: bytes
    description: bytes
    additional: bytes


CHAIN_IDENTITY = Struct(
    ChainIdentityV2,
    name=BYTES, url=BYTES, github_repo=BYTES, image=BYTES, discord=BYTES, description=BYTES, additional=BYTES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SubnetIdentityV3:
    """What a subnet says of itself."""

    subnet_name: bytes
    github_repo: bytes
    subnet_contact: bytes
    subnet_url: bytes
    discord: bytes
    description: bytes
    logo_url: bytes
    additional: bytes


SUBNET_IDENTITY = Struct(
    SubnetIdentityV3,
    subnet_name=BYTES, github_repo=BYTES, subnet_contact=BYTES, subnet_url=BYTES, discord=BYTES, description=BYTES,
    logo_url=BYTES, additional=BYTES,
)  # fmt: skip
