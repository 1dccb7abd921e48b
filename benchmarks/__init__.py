"""Benchmarks: ``python -m benchmarks`` measures and prints a table; README.md explains it."""
