"""Reports that tell of no incident, and what the texts of two reports share."""

from kit import Report, analyse
from trucewatch.matching import Matcher
from trucewatch.matching.likeness import alike, traits_of

RAID = (
    "Herders with rifles killed the miller Idris Tambura, 41, and wounded his brother Yakub on Harvest Road in Karim at dawn. "
    "Neighbours carried Tambura to the dispensary of Sister Benedicta, where he died before noon."
)
FUNERAL = (
    "Hundreds of mourners walked behind the coffin of the miller Idris Tambura, 41, from Harvest Road in Karim to the old mill. Sister "
    "Benedicta of the dispensary spoke, and his brother Yakub was helped along by neighbours and herders."
)
CONCERT = "A choir of schoolchildren from the coast sang in the capital for visiting ministers, who applauded and asked for two more songs."


def told(outlet, published, text):
    report = Report(outlet, published, text, country="SD")
    report.event("killed", "killing", when="2014-05-04", where="Karim")
    return report


def silent(outlet, published, text):
    return Report(outlet, published, text, country="SD")


def test_a_report_of_no_event_is_laid_beside_the_incident_its_words_are_about():
    """A funeral names the people, the road and the place again: it is shown with its features, and adds no claim and no document."""
    found = analyse(told("Daily A", "2014-05-05", RAID), silent("Daily B", "2014-05-06", FUNERAL), silent("Daily C", "2014-05-06", CONCERT))
    (incident,) = found.incidents
    (laid,) = found.related
    assert laid.incident == incident.id
    assert laid.document not in incident.documents
    assert laid.probability >= 0.8
    assert {"person_shared", "road_shared"} <= set(dict(laid.features))


def test_what_is_laid_beside_does_not_depend_on_the_order_of_arrival():
    """Whichever report comes first, the same ones are laid beside the same incidents, one at a time or all at once."""
    reports = [silent("Daily B", "2014-05-06", FUNERAL), told("Daily A", "2014-05-05", RAID), silent("Daily C", "2014-05-06", CONCERT)]
    matcher = Matcher()
    for report in reports:
        matcher.add(report.reading, report.document)
        grouping = matcher.grouping()
    again = Matcher()
    for report in reversed(reports):
        again.add(report.reading, report.document)
    assert grouping.related == again.grouping().related
    assert len(grouping.related) == 1


def test_people_of_one_name_and_age_and_roads_are_seen_however_they_are_written():
    """The name in "Idris Tambura, 41," is that in "41-year-old Idris Tambura"; a road is one by its name."""
    other = "Police on Harvest Rd spoke to friends of 41-year-old Idris Tambura. Nobody was held."
    left, right = (traits_of(text, silent("Daily", "2014-05-05", text).reading) for text in (RAID, other))
    assert {"person_shared", "road_shared"} <= set(alike(left, right))
    assert "roads_unlike" in alike(left, traits_of("A bus burned on Coast Road.", silent("Daily", "2014-05-05", "A bus.").reading))
