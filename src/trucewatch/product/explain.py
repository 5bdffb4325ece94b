"""Any id → what it is, the rule behind it, and the words it rests on: the way down from a value to its text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.product import wording
from trucewatch.product.incidents import count_ref, count_view, incident_view, matrix
from trucewatch.product.index import Index, Quote
from trucewatch.product.pictures import doubted, exhibit_lines, is_picture
from trucewatch.product.pictures import facts as picture_facts
from trucewatch.product.reading_json import payload_json
from trucewatch.records.analysis import CasualtyRange, Incident, Origin, StatusStep, Suggestion
from trucewatch.records.assertion import CasualtyPayload, Claim, Statement
from trucewatch.records.capture import Document, Item
from trucewatch.records.decision import Decision
from trucewatch.records.span import Span

_MANY = 40
_NO_BEST = "none: no rule fired (a competent body's count; a list of names confirmed by two origins; two independent origins within 10 %)"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an id stands for: a heading, facts as name–value pairs, and the quoted words, each with its context."""

    ref: str
    heading: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]
    leads_to: tuple[str, ...] = ()


class NotFound(LookupError):
    """No record has this id, or several begin with it; ``candidates`` names those."""

    def __init__(self, ref: str, candidates: tuple[str, ...]) -> None:
        self.ref = ref
        self.candidates = candidates
        if candidates:
            super().__init__(f"“{ref}” could be any of {wording.listing(candidates, limit=6)}; give a few more characters.")
        else:
            super().__init__(f"Nothing in this case has the id “{ref}”. The ids are the words in brackets in a brief.")


def explain(index: Index, ref: str) -> Explanation:
    """Return what ``ref`` stands for. It may be the id of a claim, statement, incident, origin, document, file or decision, the unambiguous
    beginning of one, or a value of an incident: ``ID/killed``, ``ID/killed/children``, ``ID/attribution``. Raises NotFound."""
    ref = ref.strip().strip("[]")
    found = index.resolve(ref)
    if len(found) != 1:
        raise NotFound(ref, found)
    (head,) = found
    value = ref.split("/", 1)[1] if "/" in ref else ""
    if claim := index.claims.get(head):
        return _claim(index, claim)
    if statement := index.statements.get(head):
        return _statement(index, statement)
    if incident := index.incidents.get(head):
        return _value(index, incident, value) if value else _incident(index, incident)
    if origin := index.origins.get(head):
        return _origin(index, origin)
    if item := index.items.get(head):
        return _item(index, item)
    if decision := index.decisions.get(head):
        return _decision(decision)
    return _document(index, index.documents[head])


def find_incident(index: Index, ref: str) -> str:
    """Return the id of the incident that ``ref`` is, begins or, as a claim, belongs to. Raises NotFound."""
    ref = ref.strip().strip("[]")
    found = index.resolve(ref)
    if len(found) != 1:
        raise NotFound(ref, found)
    incident = found[0] if found[0] in index.incidents else index.incident_of.get(found[0])
    if incident is None:
        raise NotFound(ref, ())
    return incident


def _quotes(index: Index, refs: Iterable[str]) -> tuple[Quote, ...]:
    return tuple(quote for ref in dict.fromkeys(refs) if (quote := index.quote(ref)))[:_MANY]


def _hedges(text: str, spans: Iterable[Span]) -> str:
    return ", ".join(f"“{span.of(text)}”" for span in spans)


def _saying(index: Index, statement: Statement) -> Iterator[tuple[str, str]]:
    text = index.documents[statement.document].text if statement.document in index.documents else ""
    speaker = statement.speaker
    roles = [part for part in (speaker.role and ("former " if speaker.former else "") + speaker.role, speaker.affiliation) if part]
    yield "said by", speaker.name + (f" ({', '.join(roles)})" if roles else "")
    if speaker.mention:
        yield "written as", f"“{speaker.mention.of(text)}”"
    if via := index.via(statement):
        yield "through", " → ".join((*via, index.outlet(statement.document)))
    if statement.cue:
        yield "cue", f"“{statement.cue.span.of(text)}” ({statement.cue.lemma})"
    yield "mode", statement.mode
    yield "speech act", statement.speech_act
    for name, value in (("to", statement.addressee), ("at", statement.venue)):
        if value:
            yield name, value
    if statement.said_at:
        yield "said on", wording.when(statement.said_at)
    if statement.hedges:
        yield "hedges", _hedges(text, statement.hedges)


def _claim(index: Index, claim: Claim) -> Explanation:
    facts: list[tuple[str, str]] = [("claims", "; ".join(f"{k}: {v}" for k, v in _payload(claim) if v))]
    facts.append(("stance", f"{claim.polarity}, {claim.factuality}"))
    statement = index.statements.get(claim.statement or "")
    if statement:
        facts.extend(_saying(index, statement))
    else:
        facts.append(("said by", f"{index.outlet(claim.document)}, in its own words"))
    text = index.documents[claim.document].text if claim.document in index.documents else ""
    if claim.hedges:
        facts.append(("hedges on the event", _hedges(text, claim.hedges)))
    if claim.about:
        facts.append(("about", f"event claim {claim.about}"))
    if incident := index.incident_of.get(claim.id):
        facts.append(("incident", f"{incident} — {wording.title(index.incidents[incident])}"))
    facts.append(("reading rule", claim.rule or "not named"))
    leads = tuple(ref for ref in (claim.statement, incident, claim.document) if ref)
    refs = (claim.id, claim.statement) if claim.statement else (claim.id,)
    return Explanation(claim.id, f"A claim of kind {claim.kind}", tuple(facts), _quotes(index, refs), leads)


def _payload(claim: Claim) -> Iterator[tuple[str, str]]:
    if isinstance(claim.payload, CasualtyPayload):
        payload = claim.payload
        yield payload.metric, wording.interval(payload.low, payload.high)
        yield "population", payload.population
        yield "scope", payload.scope or "the whole event"
        yield "words", f"“{payload.text}”"
        remarks = [name for name in ("derived", "vague", "named_list") if getattr(payload, name)]
        yield "marked", ", ".join(remarks).replace("_", " ")
        yield "part of", payload.part_of or ""
        yield "replaces", payload.revises or ""
        return
    for name, value in payload_json(claim.payload).items():
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            yield name.replace("_", " "), str(value)
        elif name == "when" and isinstance(value, dict):
            yield "when", " to ".join(dict.fromkeys(str(value[end]) for end in ("earliest", "latest") if value[end])) or str(value["text"])
        elif name == "where" and isinstance(value, list):
            yield "where", ", ".join(str(place["name"]) for place in value if isinstance(place, dict))
        elif name == "participants" and isinstance(value, list):
            yield "participants", ", ".join(f"{p['name']} ({str(p['role']).replace('_', ' ')})" for p in value if isinstance(p, dict))


def _statement(index: Index, statement: Statement) -> Explanation:
    claims = tuple(claim.id for claim in index.claims.values() if claim.statement == statement.id)
    facts = (*_saying(index, statement), ("reading rule", statement.rule or "not named"))
    return Explanation(statement.id, "A statement", facts, _quotes(index, (statement.id,)), (*claims, statement.document))


def _incident(index: Index, incident: Incident) -> Explanation:
    view = incident_view(index, incident)
    facts = [
        ("what", f"{incident.type} ({incident.stage})"),
        ("when", view.when + (f" — “{incident.when.text}”, rule {incident.when.rule}" if incident.when and incident.when.rule else "")),
        ("where", view.where),
        ("spelled", ", ".join(view.spellings)),
        ("reports", f"{wording.number(view.documents, 'document')}, {wording.number(view.outlets, 'outlet')}"),
        ("independent origins", f"{len(view.origins)}: {', '.join(view.origins)}" if view.origins else "0"),
    ]
    facts += [("inside", line.text + f" [{line.refs[0]}]") for line in view.nesting]
    facts += [(count.what, f"{count.value}, best {count.best} [{count.ref}]") for count in view.counts]
    facts += [(row.aspect, row.status + (", contested" if row.contested else "") + f" [{row.ref}]") for row in view.status]
    facts += [("exhibit", line.text + "".join(f" ({flag})" for flag in line.flags)) for line in exhibit_lines(index, incident)]
    facts += [("in doubt", doubted(index, each)) for each in index.pictures.doubts if each.incident == incident.id]
    facts.append(("why one incident", incident.rule or "one report tells of it"))
    facts += [("joined", f"{j.left} with {j.right}, {_weights(j.probability, j.features)}") for j in _joins(index, incident)]
    facts += [
        ("about it, telling of no event read", f"{each.document}, {_weights(each.probability, each.features)}")
        for each in index.analysis.related
        if each.incident == incident.id
    ]
    return Explanation(
        incident.id, wording.title(incident), tuple(f for f in facts if f[1]), _quotes(index, incident.claims), incident.documents
    )


def _joins(index: Index, incident: Incident) -> Iterable[Suggestion]:
    members = set(incident.claims)
    return [join for join in index.analysis.joins if join.left in members and join.right in members][:_MANY]


def _weights(probability: float, features: Iterable[tuple[str, float]]) -> str:
    return f"probability {probability:.2f}: " + ", ".join(f"{name} {weight:+.1f}" for name, weight in features)


def _value(index: Index, incident: Incident, value: str) -> Explanation:
    for each in incident.counts:
        if count_ref(incident.id, each) == f"{incident.id}/{value}":
            return _range(index, incident, each)
    if value == "count" and incident.counts:
        return _range(index, incident, incident.counts[0])
    step = next((step for step in incident.status if step.aspect == value), None)
    if step:
        return _aspect(index, incident, step)
    raise NotFound(f"{incident.id}/{value}", ())


def _range(index: Index, incident: Incident, value: CasualtyRange) -> Explanation:
    view = count_view(index, incident, value)
    facts = [
        ("range", f"{view.value}: lowest lower bound to highest finite bound over the figures that count"),
        ("best", f"{view.best} — {value.rule}" if value.best is not None else _NO_BEST),
        ("without the accused", view.without_accused or "the same, nobody accused gave a figure"),
        ("named", str(view.floor) if view.floor else "no list of names"),
    ]  # fmt: skip
    for row in view.history:
        state = "counts" if row.live else f"does not count: {row.why or 'superseded'}"
        remarks = "".join(f", {remark}" for remark in (row.scope and f"for {row.scope}", row.accused and "from the accused") if remark)
        facts.append((f"{row.day}", f"{row.value} “{row.words}” — {row.origin}{remarks}; {state} [{row.ref}]"))
    refs = tuple(row.ref for row in view.history)
    return Explanation(view.ref, f"How many {view.what} · {wording.title(incident)}", tuple(facts), _quotes(index, refs), refs)


def _aspect(index: Index, incident: Incident, step: StatusStep) -> Explanation:
    facts = [("status", wording.STATUS_WORDS[step.status]), ("why", step.because)]
    if step.proposed and step.proposed != step.status:
        facts.append(("proposed", f"{wording.STATUS_WORDS[step.proposed]}; a person has yet to accept it"))
    if step.contested:
        facts.append(("contested", "identified sources contradict one another"))
    facts += [("contradiction", c.text) for c in index.analysis.contradictions if c.incident == incident.id and c.aspect == step.aspect]
    refs = list(step.claims)
    if step.aspect == "attribution":
        for row in matrix(incident.responsibility):
            for verb, voices in (
                ("asserted by", row.asserted_by),
                ("implied by", row.implied_by),
                ("denied by", row.denied_by),
                ("found by", row.found_by),
            ):
                facts += [(f"{row.actor}, {verb}", f"{voice.speaker} [{voice.refs[0]}]") for voice in voices]
                refs += [ref for voice in voices for ref in voice.refs]
    heading = f"{wording.ASPECT_WORDS[step.aspect].capitalize()} · {wording.title(incident)}"
    return Explanation(f"{incident.id}/{step.aspect}", heading, tuple(facts), _quotes(index, refs), tuple(dict.fromkeys(refs)))


def _origin(index: Index, origin: Origin) -> Explanation:
    facts = [
        ("name", origin.name),
        ("counts as independent", "yes" if origin.known else "no: where it comes from is not known"),
        ("bloc", origin.bloc or ""),
        ("stands for", ", ".join(origin.members)),
        ("documents", f"{len(origin.documents)}: {', '.join(index.outlet(each) for each in origin.documents)}"),
        ("why it is one", "; ".join(origin.reasons)),
    ]
    return Explanation(origin.id, "An origin", tuple(f for f in facts if f[1]), _quotes(index, origin.claims), origin.documents)


def _item(index: Index, item: Item) -> Explanation:
    documents = tuple(document.id for document in index.documents.values() if document.item == item.id)
    level = "not set" if item.graphic_level is None else f"{item.graphic_level} of 4"
    facts = [
        ("file", item.original_path or ""),
        ("media type", item.media_type),
        ("size", f"{item.size:,} bytes"),
        ("captured", f"{item.captured_at.isoformat(timespec='seconds')} by {item.captured_by}, {item.method}, version {item.tool_version}"),
        ("address", item.url or ""),
        ("graphic level", level if is_picture(item) else ""),
        *picture_facts(index, item),
        *((f"the file says: {name}", f"{value} (recorded, not trusted)") for name, value in item.exif),
    ]
    return Explanation(item.id, "A captured file, by the SHA-256 of its bytes", tuple(f for f in facts if f[1]), (), documents)


def _decision(decision: Decision) -> Explanation:
    facts = [
        ("decided", f"{decision.verb} {' '.join(decision.subjects)}"),
        *decision.values,
        ("by", decision.by + (f", with {decision.second}" if decision.second else "")),
        ("why", decision.why),
        ("at", decision.at.isoformat(timespec="seconds")),
        ("replaces", decision.supersedes or ""),
    ]
    return Explanation(decision.id, "A person's decision", tuple(f for f in facts if f[1]), (), decision.subjects)


def _document(index: Index, document: Document) -> Explanation:
    facts = [
        ("title", document.title or ""),
        ("publisher", document.publisher or "not known"),
        ("byline", document.byline or ""),
        ("published", f"{wording.day(document.published)} (basis: {document.published_basis})"),
        *((f"date by {basis.basis}", f"{basis.day.isoformat()} “{basis.text}”") for basis in document.published_bases),
        ("credits", ", ".join(document.credits)),
        ("language", document.language or ""),
        ("file", document.path or ""),
        ("sha-256 of the bytes", document.sha256 or document.item or ""),
        ("text", f"{len(document.text)} code points"),
    ]
    copies = [c for c in index.analysis.copies if document.id in {c.left, c.right}]
    facts += [("copy", f"shares its text with {c.right if c.left == document.id else c.left}: {c.why}") for c in copies]
    reading = next((reading for reading in index.readings if reading.document == document.id), None)
    claims = tuple(claim.id for claim in reading.claims) if reading else ()
    return Explanation(document.id, "A document", tuple(f for f in facts if f[1]), _quotes(index, claims), claims)
