"""Vectors of calls and chains: from files of observed steps to documents, chosen so that nothing is missing."""
