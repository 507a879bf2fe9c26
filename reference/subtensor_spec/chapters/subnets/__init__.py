"""Subnets: how one is created, started, named, and dissolved with everything that it has."""
