"""What was computed of a case's pictures, kept so that each is opened once: prints and likenesses, each under the version of its rules."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from trucewatch.records.pictures import Likeness, PicturePrint
from trucewatch.store import tables
from trucewatch.store.database import Database
from trucewatch.store.shapes import pack, unpack


class PictureShelf:
    """The computed part of a case that is about pictures."""

    def __init__(self, database: Database, version: str) -> None:
        self.database = database
        self.version = version

    def printed(self) -> frozenset[str]:
        """Return which items have a print."""
        return self._names(tables.prints)

    def prints(self) -> dict[str, PicturePrint]:
        """Return every print by item."""
        return {name: unpack(PicturePrint, packed) for name, packed in self._rows(tables.prints)}

    def keep_prints(self, prints: Iterable[PicturePrint]) -> None:
        """Keep prints; those of other versions are dropped."""
        self._keep(tables.prints, {each.item: pack(each) for each in prints})

    def compared(self) -> frozenset[str]:
        """Return which items have been compared with the earlier ones."""
        return self._names(tables.likenesses)

    def likenesses(self) -> dict[str, tuple[Likeness, ...]]:
        """Return what each item that was compared repeats."""
        return {name: unpack(tuple[Likeness, ...], packed) for name, packed in self._rows(tables.likenesses)}

    def keep_likenesses(self, found: Mapping[str, tuple[Likeness, ...]]) -> None:
        """Keep what items repeat; likenesses of other versions are dropped."""
        self._keep(tables.likenesses, {name: pack(each, tuple[Likeness, ...]) for name, each in found.items()})

    def _names(self, table: Table) -> frozenset[str]:
        with self.database.reading() as connection:
            return frozenset(connection.execute(select(table.c.item).where(table.c.version == self.version)).scalars())

    def _rows(self, table: Table) -> list[tuple[str, Any]]:
        with self.database.reading() as connection:
            query = select(table.c.item, table.c.packed).where(table.c.version == self.version).order_by(table.c.item)
            return [(row.item, row.packed) for row in connection.execute(query)]

    def _keep(self, table: Table, packed: Mapping[str, bytes]) -> None:
        if not packed:
            return
        rows = [{"item": name, "version": self.version, "packed": each} for name, each in packed.items()]
        with self.database.writing() as connection:
            connection.execute(table.delete().where(table.c.version != self.version))
            connection.execute(insert_or(table).on_conflict_do_nothing(), rows)
