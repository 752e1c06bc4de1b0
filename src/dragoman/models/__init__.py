"""Learned parts behind ports; empty until the reader model arrives."""
