"""``python -m trucewatch`` is the command line."""

from trucewatch.cli import main

main()
