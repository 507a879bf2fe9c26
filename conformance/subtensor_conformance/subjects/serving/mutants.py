"""Mutants of endpoints and identities: what is announced, and by whom."""

from subtensor_conformance.mutants.mutant import Mutant

MUTANTS = [
    Mutant(
        "axon-loopback",
        "SRV-ip/address",
        " and address != _IPV4_LOOPBACK",
        "",
        "127.0.0.1 served.",
    ),
    Mutant(
        "axon-broadcast",
        "SRV-ip/address",
        "address < _IPV4_LAST",
        "address <= _IPV4_LAST",
        "255.255.255.255 served.",
    ),
    Mutant(
        "axon-zero-refused",
        "SRV-ip/address",
        "return allow_zero",
        "return False",
        "An axon of address zero refused.",
    ),
    Mutant(
        "axon-any-kind-of-address",
        "SRV-axon/check",
        "if ip_type not in (IPV4, IPV6):",
        "if False:",
        "Any kind of address let through.",
        helper="subtensor_spec.chapters.serving.endpoints:_ensure_address",
    ),
    Mutant(
        "axon-unregistered",
        "SRV-axon/check",
        "    _ensure_registered(state, hotkey, netuid)\n",
        "",
        "An axon served without a registration.",
    ),
    Mutant(
        "axon-without-rate",
        "SRV-rate/passes",
        "return limit == 0 or",
        "return True or",
        "No rate limit of serving.",
    ),
    Mutant(
        "axon-keeps-its-block",
        "SRV-axon/call",
        "block = current_block(state)",
        "block = 0",
        "An axon stored without its block.",
    ),
    Mutant(
        "certificate-with-its-algorithm",
        "SRV-axon/certificate",
        "NeuronCertificate(certificate[1:], certificate[0])",
        "NeuronCertificate(certificate[:64], certificate[0])",
        "The algorithm's byte kept in the public key.",
    ),
    Mutant(
        "prometheus-rate-of-axon",
        "SRV-prometheus/check",
        "served = Prometheus.get(state, netuid, hotkey)",
        "served = Axons.get(state, netuid, hotkey)",
        "Axon and measurements under one rate limit.",
    ),
    Mutant(
        "identity-unregistered",
        "SRV-identity/account",
        "if not any(is_hotkey_registered_on_any_network(state, hotkey) for hotkey in "
        "OwnedHotkeys.get(state, coldkey)):",
        "if False:",
        "An identity for whoever asks.",
    ),
    Mutant(
        "identity-unbounded",
        "SRV-identity/account",
        "if not is_valid_identity(identity):",
        "if False:",
        "An identity of any length.",
    ),
    Mutant(
        "subnet-identity-of-anybody",
        "SRV-identity/subnet",
        "if SubnetOwner.get(state, netuid) != coldkey:",
        "if False:",
        "A subnet's identity set by anybody.",
    ),
    Mutant(
        "subnet-identity-unbounded",
        "SRV-identity/subnet",
        "if not is_valid_subnet_identity(identity):",
        "if False:",
        "A subnet's identity of any length.",
    ),
    Mutant(
        "subnet-identity-in-silence",
        "SRV-identity/subnet",
        "    state.emit(SubnetIdentitySet(netuid))\n",
        "",
        "A subnet's identity set without an event.",
    ),
]
