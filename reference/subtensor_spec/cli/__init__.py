"""The commands of the reference: calculators and explainers, thin."""
