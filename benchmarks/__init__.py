"""Benchmarks of rv-i18n: ``python -m benchmarks`` measures, and reports beside what others take."""
