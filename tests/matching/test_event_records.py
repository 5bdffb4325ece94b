import pytest

from kit import Report, row
from trucewatch.capture.event_tables import event_document, mapping_of
from trucewatch.capture.limits import ItemFailed
from trucewatch.judging import judge
from trucewatch.matching import match
from trucewatch.reading.event_record import read_event_record
from trucewatch.records.event_record import is_event_record

GED = {
    "id": "77", "date_start": "2014-05-04 00:00:00.000", "date_end": "2014-05-04 00:00:00.000", "date_prec": "1", "type_of_violence": "3",
    "where_prec": "1", "where_coordinates": "Karim village", "adm_1": "North", "country": "Sudan", "latitude": "13.1", "longitude": "25.2",
    "side_a": "Janjaweed", "side_b": "Civilians", "low": "4", "best": "6", "high": "9", "source_article": "AFP",
}  # fmt: skip
ACLED = {
    "event_id_cnty": "SUD1", "event_date": "04 May 2014", "time_precision": "1", "sub_event_type": "Attack", "geo_precision": "1",
    "location": "Karim", "admin1": "North", "country": "Sudan", "latitude": "13.102", "longitude": "25.203", "actor1": "Militia",
    "fatalities": "6", "notes": "Raid.",
}  # fmt: skip


def document(given, **more):
    return event_document(given, mapping_of(given), **more)


def test_known_datasets_are_recognised_by_their_columns():
    """UCDP GED and ACLED need no mapping."""
    assert mapping_of(GED).dataset == "UCDP GED"
    assert mapping_of(ACLED).dataset == "ACLED"


def test_any_event_table_is_read_by_its_usual_names_or_a_mapping():
    """Date, place and a number are enough; other names go through a mapping."""
    assert mapping_of(["date", "location", "killed"]) is not None
    assert mapping_of(["wann", "wo", "tote"]) is None
    assert mapping_of(["wann", "wo", "tote"], {"date": "wann", "place": "wo", "best": "tote"}) is not None
    assert mapping_of(["title", "text", "date"]) is None


def test_a_row_is_an_attributed_source_whose_claims_rest_on_its_words():
    """The dataset speaks; each value points into the written-out row."""
    record = document(GED)
    reading = read_event_record(record)
    assert is_event_record(record)
    assert reading.statements[0].speaker.name == "UCDP GED"
    event, killed = reading.claims
    assert event.payload.type == "attack on civilians"
    assert event.payload.where[0].country == "SD"
    assert (killed.payload.low, killed.payload.high, killed.spans[0].of(record.text)) == (4, 9, "4 to 9")


def test_a_row_without_a_date_or_a_place_is_refused_with_its_reason():
    """Nothing is invented."""
    with pytest.raises(ItemFailed, match="no date"):
        document(GED | {"date_start": ""})
    with pytest.raises(ItemFailed, match="neither a place"):
        document(GED | {"where_coordinates": "", "latitude": ""})


def test_rows_of_two_datasets_and_a_report_meet_in_one_incident():
    """Structured events are matched with what reports tell, and count as origins of their own."""
    report = Report("Daily A", "2014-05-05", "Raiders killed six people in the village of Karim on Sunday.", country="SD")
    event = report.event("killed", when="2014-05-04", where="Karim")
    report.count(event, "six people", 6, 6)
    records = [document(GED), document(ACLED)]
    documents = {each.id: each for each in (*records, report.document)}
    readings = [*(read_event_record(each) for each in records), report.reading]
    analysis = judge(match(readings, documents), readings, documents)
    assert len(analysis.incidents) == 1
    assert (row(analysis.incidents[0]).low, row(analysis.incidents[0]).high) == (4, 9)
    assert {origin.name for origin in analysis.incidents[0].origins if origin.known} == {"UCDP", "ACLED"}
