"""A case's database: opened with the settings that survive a kill, brought to the newest schema, written by one at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text

SCHEMA = "0004"
"""The newest migration; a test holds it equal to what Alembic calls head."""


class Database:
    """The SQLite file of one case. ``reading`` and ``writing`` give a connection inside one transaction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine = _engine(path)

    def migrate(self) -> None:
        """Bring the tables to the newest schema; a database that is there already is not touched.

        Raises NewerCase where a later version of this program has written it.
        """
        with self.engine.connect() as connection:
            here = ""
            if inspect(connection).has_table("alembic_version"):
                here = connection.execute(text("select version_num from alembic_version")).scalar() or ""
        if here == SCHEMA:
            return
        if here > SCHEMA:
            raise NewerCase(f"the case was written by a later version of trucewatch (schema {here}, this one knows {SCHEMA})")
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", "trucewatch.store:migrations")
        with self.writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the case."""
        with self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer; a second waits up to a minute. All or nothing of what is written inside is kept."""
        with self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


class NewerCase(RuntimeError):
    """The case has a schema that this version does not know."""


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 60, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _settle(connection: sqlite3.Connection, _: Any) -> None:
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # a writer takes the lock at once: two that both read the end of the log first would write the same entry
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")

    return engine
