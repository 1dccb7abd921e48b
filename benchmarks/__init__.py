"""Benchmarks of rv-i18n and its competitors: ``python -m benchmarks`` measures and reports."""
