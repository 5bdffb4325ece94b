"""Benchmarks: each module is a command that takes its data folder as an argument and prints figures with their unit."""
