"""Alembic's scripts: how the tables of an older case become those of today. Run by Database.migrate."""
