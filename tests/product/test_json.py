"""``read --json``: the fields that other programs rely on."""

import json

from trucewatch.product.reading_json import codes, reading_json


def found(case):
    return json.loads(json.dumps(reading_json(case.documents[0], case.readings[0], case.analysis), ensure_ascii=False))


def test_the_object_has_the_promised_parts(case):
    """Document, statements, claims, incidents, contradictions and warnings, each a list of objects."""
    assert set(found(case)) >= {"document", "statements", "claims", "incidents", "contradictions", "warnings"}


def test_spans_point_into_the_text_given(case):
    """Code points, end-exclusive."""
    record = found(case)
    statement = record["statements"][2]
    ((start, end),) = statement["content"]
    assert record["document"]["text"][start:end] == "Four bandits died, nobody else,"
    assert statement["cue"] == {"span": statement["cue"]["span"], "lemma": "say"}


def test_a_statement_has_the_promised_fields(case):
    """Every field of the format is there, null where it is not known."""
    keys = {"id", "speaker", "source", "chain", "cue", "mode", "content", "speech_act", "addressee", "venue", "said_at", "hedges"}
    assert set(found(case)["statements"][0]) >= keys
    assert set(found(case)["statements"][0]["speaker"]) >= {"name", "kind", "role", "affiliation", "mention"}


def test_a_claim_names_its_incident_and_carries_its_payload(case):
    """Payload fields stand under their own names."""
    claim = next(each for each in found(case)["claims"] if each["id"] == "c0000000002")
    assert claim["incident"] == "i000000000a"
    assert {"metric": "killed", "population": "all", "scope": None, "low": 31, "high": None}.items() <= claim["payload"].items()


def test_an_incident_has_the_promised_fields(case):
    """When, where, counts with history, responsibility, status, contested."""
    incident, _ = found(case)["incidents"]
    assert incident["when"]["earliest"] == incident["when"]["latest"] == "2021-03-01"
    assert incident["where"][0]["lat"] is None
    assert incident["counts"][0]["without_accused"] == {"low": 12, "high": 31}
    assert incident["counts"][0]["history"][0]["claim"] == "c0000000002"
    assert incident["responsibility"][0]["denied_by"] == [{"speaker": "Colonel Idris", "claim": "c0000000003"}]
    assert incident["status"]["legal"] == "unassessed"
    assert incident["contested"] == ["count", "attribution"]


def test_codes_are_acleds_own_names():
    """Export codes for every incident type."""
    assert codes("air strike") == {"acled": ["Explosions/Remote violence", "Air/drone strike"], "ucdp": None}
    assert codes("killing")["ucdp"] == 3
