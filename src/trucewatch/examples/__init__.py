"""Example cases that ship with the package, as data files."""
