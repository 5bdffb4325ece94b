"""Gazetteer files: GeoNames dumps, Who's On First tables, a person's own table."""

import pytest

from trucewatch.capture.gazetteers import GazetteerError, entries_of


def geonames(number, name, others, kind, code, admin1, people="0"):
    cells = [number, name, name, others, "15.5", "32.5", kind, code, "SD", "", admin1]
    return "\t".join([*cells, "", "", "", people, "", "", "Africa/Khartoum", "2020"])


def write(folder, name, *lines):
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_geonames_dump_gives_settlements_with_their_region(tmp_path):
    """Settlements and regions are taken under all their names; a well is passed over."""
    path = write(
        tmp_path,
        "SD.txt",
        geonames("1", "River State", "", "A", "ADM1", "29"),
        geonames("2", "Dar Salim", "Dar Selim,دار سليم", "P", "PPL", "29", "300"),
        geonames("3", "A Well", "", "H", "WLL", "29"),
    )
    region, village = entries_of(path).entries
    assert village.candidate.admin1 == "River State"
    assert (village.candidate.country, village.candidate.population) == ("SD", 300)
    assert village.names == ("Dar Selim", "دار سليم")
    assert region.candidate.feature == "admin1"


def test_a_whos_on_first_table_finds_region_and_country_in_its_own_rows(tmp_path):
    """Ids of regions become their names; the country's row carries its code; a row without a point is counted as passed over."""
    path = write(
        tmp_path,
        "places.tsv",
        "id\tplacetype\tname\tnames\tlat\tlon\tregion_id\tcounty_id\tgeonames_id\tpopulation",
        "1\tcountry\tSudan\tSD|Soudan\t15\t30\t\t\t\t",
        "2\tregion\tRiver State\t\t15\t32\t2\t\t\t",
        "3\tlocality\tDar Salim\tDar Selim|دار سليم\t15.5\t32.5\t2\t\t\t300",
        "4\tlocality\tNowhere\t\t\t\t2\t\t\t",
    )
    found = entries_of(path)
    village = found.entries[2]
    assert (village.candidate.country, village.candidate.admin1) == ("SD", "River State")
    assert "دار سليم" in village.names
    assert found.skipped == 1


def test_own_places_need_name_and_point(tmp_path):
    """A short table is enough; what it does not say may be given for all; the same file gives the same ids."""
    path = write(tmp_path, "own.csv", "name,lat,lon,names", "Upper Mill,51.5,-0.2,Mill End|Mylne")
    (place,) = entries_of(path, country="gb").entries
    assert (place.candidate.country, place.candidate.lat, place.names) == ("GB", 51.5, ("Mill End", "Mylne"))
    assert entries_of(path) == entries_of(path)


def test_own_places_may_be_yaml(tmp_path):
    """A list of places with their names as a list."""
    path = write(tmp_path, "own.yaml", "- {name: Upper Mill, lat: 51.5, lon: -0.2, country: gb, names: [Mill End]}")
    (place,) = entries_of(path).entries
    assert (place.candidate.country, place.names) == ("GB", ("Mill End",))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["name,text", "a,b"], "no column lat"),
        (["name,lat,lon", "a,north,1"], "row 2"),
        (["name,lat,lon", "a,95,1"], "latitude"),
        (["name,lat,lon"], "no column"),
    ],
)
def test_what_is_no_table_of_places_is_refused_with_the_row(tmp_path, lines, reason):
    """The person learns what to mend."""
    with pytest.raises(GazetteerError, match=reason):
        entries_of(write(tmp_path, "bad.csv", *lines))


def test_the_development_table_is_read_whole(shared):
    """Ten thousand places of one country, each with the country's code, regions by name."""
    found = entries_of(shared / "gazetteer" / "syria.tsv")
    assert len(found.entries) > 10_000
    assert {entry.candidate.country for entry in found.entries} == {"SY"}
    assert any(entry.candidate.admin1 == "Hamah" for entry in found.entries)
