"""The memo that lives in a case: what matching and judging computed, kept under the rules it was computed by.

Rows are computed, not recorded: deleting any or all of them changes no result, only the work. All rows are fetched at once when the first
is asked for, and opened one by one when asked for. ``save`` writes what is new and drops what nobody asked for, all or nothing.
"""

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, select

from trucewatch.records.memo import Memo
from trucewatch.store import tables
from trucewatch.store.database import Database
from trucewatch.store.shapes import pack, unpack

_CHUNK = 400


class CaseMemo(Memo):
    """Asks the case's database for what it does not hold yet. ``rules`` is the version of the code and the vocabularies."""

    def __init__(self, database: Database, rules: str, versions: Mapping[str, str]) -> None:
        super().__init__(versions)
        self.database = database
        self.rules = rules
        self._rows: dict[tuple[str, str], bytes] | None = None
        self._asked: set[tuple[str, str]] = set()
        self._new: dict[tuple[str, str], object] = {}

    def get[T](self, shape: type[T], key: str) -> T | None:
        """Return what is held of this shape under a key, or None."""
        place = shape.__name__, key
        self._asked.add(place)
        held = super().get(shape, key)
        if held is None and (packed := self._fetched().get(place)):
            return super().keep(key, unpack(shape, packed))
        return held

    def keep[T](self, key: str, value: T) -> T:
        """Hold a value under a key, and return it. Shapes are told apart by name."""
        place = type(value).__name__, key
        self._asked.add(place)
        if self._held.get(place) != value:
            self._new[place] = value
        return super().keep(key, value)

    def want(self, shape: type[object], key: str) -> None:
        """Note that a row is not to be dropped, though it is not asked for now."""
        self._asked.add((shape.__name__, key))

    def save(self) -> None:
        """Write what is new, and drop what was neither asked for nor wanted since this memo was made."""
        known = self._fetched()
        idle = [place for place in known if place not in self._asked]
        rows = [{"rules": self.rules, "shape": shape, "key": key, "packed": pack(value)} for (shape, key), value in self._new.items()]
        if not rows and not idle:
            return
        table = tables.kept
        with self.database.writing() as connection:
            connection.execute(delete(table).where(table.c.rules != self.rules))
            if idle:
                row = (table.c.shape == bindparam("of_shape")) & (table.c.key == bindparam("of_key"))
                connection.execute(delete(table).where(row), [{"of_shape": shape, "of_key": key} for shape, key in idle])
            for start in range(0, len(rows), _CHUNK):
                connection.execute(table.insert().prefix_with("or replace"), rows[start : start + _CHUNK])
        self._new.clear()

    def _fetched(self) -> Mapping[tuple[str, str], bytes]:
        """Every row that the present rules left."""
        if self._rows is None:
            table = tables.kept
            with self.database.reading() as connection:
                found = connection.execute(select(table.c.shape, table.c.key, table.c.packed).where(table.c.rules == self.rules))
                self._rows = {(shape, key): packed for shape, key, packed in found}
        return self._rows
