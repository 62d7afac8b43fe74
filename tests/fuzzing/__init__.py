"""Inputs that nobody meant: samples that were damaged, and bytes at random, through ingest and normalise."""
