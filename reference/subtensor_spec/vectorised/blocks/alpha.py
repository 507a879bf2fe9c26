"""The alpha that subnets emit to their participants in a block (EMI-alpha)."""

from subtensor_spec.chain.items.emission import SubnetOwnerCut
from subtensor_spec.chain.types import U64_MAX
from subtensor_spec.vectorised.blocks.limits import part_of_16_bits, saturated
from subtensor_spec.vectorised.blocks.network import Network
from subtensor_spec.vectorised.blocks.terms import Terms, root_proportion


def emit_alpha(network: Network, terms: list[Terms], root: int, to_root: bool) -> None:
    """Mint each subnet's alpha and divide it (EMI-alpha/subnets, EMI-alpha/parts); emissions are at most one alpha."""
    columns = network.columns
    issued, alpha_in, alpha_out = columns.issued.values, columns.alpha_in.values, columns.alpha_out.values
    emitted, has_cut = columns.alpha_out_emission.values, columns.owner_cut_enabled.values
    pending_owner, pending_server = columns.pending_owner.values, columns.pending_server.values
    pending_validator, pending_root = columns.pending_validator.values, columns.pending_root.values
    cut = part_of_16_bits(SubnetOwnerCut.get(network.state))
    for of_subnet in terms:
        at, created = of_subnet.at, of_subnet.alpha_out
        emitted[at] = created
        issued[at] = saturated(issued[at] + created)
        alpha_out[at] = saturated(alpha_out[at] + created)
        alpha = created << 32
        if has_cut[at]:
            owners = created * cut
            alpha = max(alpha - owners, 0)
            pending_owner[at] = saturated(pending_owner[at] + (owners >> 32))
            columns.pending_owner.touched.add(at)
        of_root = root_proportion(root, min(alpha_in[at] + alpha_out[at], U64_MAX))
        roots = (of_root * alpha >> 32) >> 1
        server = alpha >> 1
        pending_server[at] = saturated(pending_server[at] + (server >> 32))
        pending_validator[at] = saturated(pending_validator[at] + (max(alpha - server - roots, 0) >> 32))
        if to_root:
            pending_root[at] = saturated(pending_root[at] + (roots >> 32))
            columns.pending_root.touched.add(at)
        else:
            recycle(network, at, roots >> 32)


def recycle(network: Network, at: int, amount: int) -> None:
    """Take alpha out of what is outstanding and of the issuance (ISS-alpha/recycle)."""
    columns = network.columns
    if amount:
        columns.alpha_out.values[at] = max(columns.alpha_out.values[at] - amount, 0)
        columns.recycled.values[at] = saturated(columns.recycled.values[at] + amount)
        columns.issued.values[at] = max(columns.issued.values[at] - amount, 0)
        columns.alpha_out.touched.add(at)
        columns.issued.touched.add(at)


def note_stored(network: Network, subnets: list[int], to_root: bool) -> None:
    """Note the items that a block stores for every subnet given emission, zeros too."""
    columns = network.columns
    for column in (
        columns.excess_tao,
        columns.tao_in_emission,
        columns.alpha_in_emission,
        columns.alpha_out_emission,
        columns.pending_server,
        columns.pending_validator,
        columns.moving_price,
        columns.root_prop,
    ):
        column.touched.update(subnets)
