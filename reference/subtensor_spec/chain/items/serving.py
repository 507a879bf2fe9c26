"""Storage items: where neurons serve and who accounts are."""

from subtensor_spec.chain.hashers import BLAKE2_128_CONCAT, IDENTITY
from subtensor_spec.chain.pallets import SUBTENSOR_MODULE
from subtensor_spec.chain.storage import Key, OptionalDoubleMap, OptionalMap
from subtensor_spec.chain.types import (
    ACCOUNT_ID,
    AXON_INFO,
    CHAIN_IDENTITY,
    NET_UID,
    NEURON_CERTIFICATE,
    PROMETHEUS_INFO,
    AccountId,
    AxonInfo,
    ChainIdentityV2,
    NetUid,
    NeuronCertificate,
    PrometheusInfo,
)

Axons = OptionalDoubleMap[NetUid, AccountId, AxonInfo](
    SUBTENSOR_MODULE,
    "Axons",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    AXON_INFO,
    "Where a hotkey serves in a subnet.",
)
NeuronCertificates = OptionalDoubleMap[NetUid, AccountId, NeuronCertificate](
    SUBTENSOR_MODULE,
    "NeuronCertificates",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    NEURON_CERTIFICATE,
    "The certificate of a hotkey's endpoint in a subnet.",
)
Prometheus = OptionalDoubleMap[NetUid, AccountId, PrometheusInfo](
    SUBTENSOR_MODULE,
    "Prometheus",
    Key(IDENTITY, NET_UID),
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    PROMETHEUS_INFO,
    "Where a hotkey publishes its measurements in a subnet.",
)
IdentitiesV2 = OptionalMap[AccountId, ChainIdentityV2](
    SUBTENSOR_MODULE,
    "IdentitiesV2",
    Key(BLAKE2_128_CONCAT, ACCOUNT_ID),
    CHAIN_IDENTITY,
    "What a coldkey says of itself.",
)
