"""Runnable comparisons with named public tools: `python -m benchmarks.NAME`. Each reports ratios from one run."""
