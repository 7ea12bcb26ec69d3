"""Conformance."""

RULES = ()
