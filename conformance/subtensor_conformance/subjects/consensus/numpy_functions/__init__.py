"""The numpy path of the epoch and of its mathematics."""

from subtensor_conformance.functions.function import BatchKernel
from subtensor_conformance.subjects.consensus.numpy_functions import epoch, math

KERNELS: dict[str, BatchKernel] = math.KERNELS | epoch.KERNELS
