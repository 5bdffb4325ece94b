"""One text → phrases that may fill a role of a template, and the signs that speak for or against each.

The product names participants where the text's own words tie them to a deed. MUC's keys also tie by inference: a group named two
paragraphs off, a filler shared by several templates, one of several wordings. So every phrase that the product can classify (people,
bodies, things, weapons) is a candidate here, its signs say how it stands to the product's events, and choice.py weighs them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.incident_templates.adapter import ROLE, Incident, is_military
from bench.incident_templates.corpus import ROLES
from bench.incident_templates.scorers import fold
from trucewatch.reading.coreference import Antecedents
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.parse import Parse
from trucewatch.reading.quantities import find_quantities
from trucewatch.records.assertion import Participant, Statement

KINDS = {
    "PerpInd": frozenset({"person"}),
    "PerpOrg": frozenset({"organisation"}),
    "Target": frozenset({"target", "organisation", "weapon", "place"}),
    "Victim": frozenset({"person"}),
    "Weapon": frozenset({"weapon"}),
}
_COUNTING = frozenset("one two three four five six seven eight nine ten several some many dozen about".split())
_QUOTES = frozenset({'"', "``", "''"})
type Scored = tuple[int, Participant]
"""The number of a mention and one of its participants."""


@dataclass(slots=True)
class Candidate:
    """One possible filler: its wordings (folded → as written, and which wording it is) and where it stands (noun and head tokens)."""

    role: str
    key: str
    kind: str
    named: bool
    wordings: dict[str, tuple[str, str]] = field(default_factory=dict)
    heads: list[tuple[int, int]] = field(default_factory=list)


class Candidates:
    """The candidates of one text."""

    def __init__(
        self, parse: Parse, mentions: Sequence[EventMention], statements: Sequence[Statement], incidents: Sequence[Incident]
    ) -> None:
        self.parse, self.mentions, self.incidents, self.tree = parse, mentions, incidents, parse.tree
        self.nominals = Nominals.of(parse, parse.tree, find_quantities(parse))
        self.antecedents = Antecedents(self.nominals)
        self.sentence = parse.sentence_of
        self.incident_of = {id(mention): number for number, one in enumerate(incidents) for mention in one.mentions}
        self.triggers = {mention.token: mention for mention in mentions}
        self.told: dict[int, list[Scored]] = defaultdict(list)
        for number, mention in enumerate(mentions):
            for participant in mention.participants:
                for span in participant.mentions:
                    for token in range(*parse.tokens_in(span)):
                        self.told[token].append((number, participant))
        self.speaking = {token for one in statements for span in one.source for token in range(*parse.tokens_in(span))}
        self.quoted: list[bool] = []
        within = False
        for word in self.tree.lower:
            within ^= word in _QUOTES
            self.quoted.append(within)

    def find(self) -> list[Candidate]:
        """Return the candidates of every role, the occurrences of one name or phrase together."""
        found: dict[tuple[str, str], Candidate] = {}
        for at in range(len(self.tree)):
            for role in ROLES:
                for head in self._heads(at, role):
                    self._add(found, role, at, head)
        return list(found.values())

    def _heads(self, at: int, role: str) -> tuple[int, ...]:
        """Return the heads to name the noun at ``at`` by in a role: itself, and a collective over it; none where it cannot fill it."""
        tree, nominals = self.tree, self.nominals
        noun = nominals.noun(at)
        if noun is None:
            armed = tree.lemma[at].lower() in nominals.vocabulary.collectives and nominals.content(at) == at
            kinds = {"person"} if armed and (nominals.armed_words(at) or nominals.bodies(at)) else set()
        else:
            kinds = {one.kind for one in nominals.nouns(at)} if noun.group not in {"pronoun", "count", "hurt"} else set()
        if not kinds & KINDS[role] or (at in nominals.known and at != nominals.known[at][1] - 1):
            return ()
        if role != "PerpOrg" and tree.dep[at] in {"compound", "nmod"} and tree.head[at] > at:
            return ()
        if (role == "Victim" and not self._named(at)) or (role == "PerpOrg" and noun is not None and noun.kind != "organisation"):
            return ()
        unlikely = role == "Target" and noun is not None and noun.kind in {"weapon", "place"}
        if unlikely and not any(one.role == "target" for _, one in self.told.get(at, ())):
            return ()
        over = tree.head[tree.head[at]]
        if tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "of" and nominals.content(over) == at:
            return (at, over)
        return (at,)

    def _named(self, at: int) -> bool:
        noun = self.nominals.noun(at)
        if noun is None:
            return False
        return noun.group == "named" or (self.nominals.proper(at) and noun.kind in {"organisation", "target", "place"})

    def _add(self, found: dict[tuple[str, str], Candidate], role: str, at: int, head: int) -> None:
        """File one occurrence with its wordings."""
        nominals = self.nominals
        named, noun = self._named(at), nominals.noun(at)
        words = nominals.words(nominals.extent(nominals.naming(head)))
        wordings = {"plain": words}
        if role == "Victim":
            full = self.antecedents.full_name(words)
            words = full[0] if full else words
            wordings = {"plain": words}
        else:
            wordings["number"] = nominals.words(nominals.extent(head, number=True))
            if head == at and not named:
                wordings["bare"] = " ".join(self.parse.text[self.tree.start[at] : self.tree.end[at]].split())
            parts = words.split()
            if role == "PerpInd" and len(parts) > 1 and parts[0].lower() in nominals.vocabulary.groups:
                wordings["without group"] = " ".join(parts[1:])
        key = self.antecedents.key(words) if named else fold(words)
        kind = f"{noun.kind}:{noun.group}" if noun is not None else "collective"
        one = found.setdefault((role, key), Candidate(role, key, kind, named))
        for name, text in wordings.items():
            if fold(text):
                one.wordings.setdefault(fold(text), (text, name))
        one.heads.append((at, head))

    def _scored(self, one: Candidate) -> list[Scored]:
        return [pair for at, head in one.heads for token in {at, head} for pair in self.told.get(token, ())]

    def signs(self, one: Candidate) -> set[str]:
        """Return the signs of a candidate that do not depend on the incident."""
        tree, first = self.tree, one.heads[0][0]
        sentence = self.sentence[first]
        found = {
            f"kind={one.kind}",
            f"named={one.named}",
            f"n={min(len({at for at, _ in one.heads}), 4)}",
            f"over={any(at != head for at, head in one.heads)}",
            f"first={0 if sentence <= 1 else 1 if sentence <= 3 else 2 if sentence <= 7 else 3}",
            f"plural={tree.tag[first] in {'NNS', 'NNPS'}}",
        }
        if tree.pos[first] != "PROPN":
            found.add(f"lemma={tree.lemma[first].lower()}")
        opening = self.nominals.extent(self.nominals.naming(one.heads[0][1]))[0]
        if opening != first and tree.pos[opening] != "PROPN":
            found.add(f"opening={tree.lower[opening]}")
        found.update(self._roles(one))
        for _, head in one.heads:
            found.update(self._standing(head))
        groups = len({self.antecedents.key(self.nominals.words(extent)) for extent in set(self.nominals.known.values())})
        if one.role in {"PerpOrg", "PerpInd"}:
            found |= {f"groups={min(groups, 4)}", f"{one.kind}&groups={min(groups, 3)}"}
            if any(map(is_military, one.wordings)):
                found.add("military")
        return found

    def _roles(self, one: Candidate) -> Iterator[str]:
        """Yield what the product makes of it: its roles in events, their types, how sure."""
        scored = self._scored(one)
        if not scored:
            yield "product=none"
        for number, participant in scored:
            mention, role = self.mentions[number], ROLE.get(participant.role, participant.role)
            yield f"product={role}:{'in' if id(mention) in self.incident_of else 'out'}"
            if role != one.role:
                yield f"other={role}:{mention.type}"
                continue
            yield from (f"type={mention.type}", f"confidence={participant.confidence}", f"effect={participant.effect}")
            yield from (f"rule={part}" for part in participant.rule.split(":")[:2])
            yield from (
                f"stance={mention.stance.factuality}",
                f"stage={mention.stage}",
                f"pattern={mention.pattern}",
                f"points={mention.anaphoric}",
            )

    def _standing(self, head: int) -> Iterator[str]:
        """Yield how one occurrence stands in its sentence: relation, governor, neighbours, the nearest event."""
        tree = self.tree
        governor, relation = tree.head[head], tree.dep[head]
        yield f"relation={relation}"
        if relation == "pobj":
            yield f"preposition={tree.lower[governor]}"
            governor = tree.head[governor]
        if tree.pos[governor] != "PROPN":
            yield f"governor={relation[:5]}:{tree.lemma[governor].lower()}"
        if relation in {"poss", "pobj", "compound"}:
            yield from (f"of={ROLE.get(one.role, one.role)}" for _, one in self.told.get(governor, ()))
        beside = [child for child in tree.children[head] if tree.dep[child] in {"conj", "appos"}]
        beside += [tree.head[head]] if relation in {"conj", "appos"} else []
        yield from (f"beside={ROLE.get(one.role, one.role)}" for token in beside for _, one in self.told.get(token, ()))
        if head in self.speaking:
            yield "speaks"
        if self.quoted[head]:
            yield "quoted"
        near = [(abs(token - head), token) for token in self.triggers if self.sentence[token] == self.sentence[head]]
        if near:
            distance, token = min(near)
            yield f"event={self.triggers[token].type}:{'before' if token < head else 'after'}"
            yield f"distance={min(distance // 4, 4)}"
        else:
            yield "event=none"

    def beside(self, one: Candidate, number: int) -> set[str]:
        """Return the signs that tie a candidate to incident ``number``."""
        incident = self.incidents[number]
        scored = self._scored(one)
        mine = [participant for at, participant in scored if self.incident_of.get(id(self.mentions[at])) == number]
        same = [participant for participant in mine if ROLE.get(participant.role) == one.role]
        found = {f"in={bool(same)}", *(f"in as={ROLE.get(other.role, other.role)}&{one.kind.split(':')[0]}" for other in mine)}
        if any(self.incident_of.get(id(self.mentions[at]), number) != number and ROLE.get(who.role) == one.role for at, who in scored):
            found.add(f"elsewhere&in={bool(same)}")
        if same:
            found |= {f"in&rule={same[0].rule.split(':')[0]}", f"in&confidence={same[0].confidence}", f"in&kind={one.kind}"}
            found.add(f"in&n={min(len(incident.roles.get(one.role, {})), 4)}")
        else:
            found.add(f"out&has={bool(incident.roles.get(one.role))}")
        gaps = [
            (
                abs(self.sentence[at] - self.sentence[mention.token]),
                abs(at - mention.token),
                which,
                self.sentence[at] - self.sentence[mention.token],
            )
            for which, other in enumerate(self.incidents)
            for mention in other.mentions
            for at, _ in one.heads
        ]
        nearest = min(gaps)[2] == number
        sentences, _, _, signed = min(gap for gap in gaps if gap[2] == number)
        tokens = min(gap[1] for gap in gaps if gap[2] == number)
        found |= {
            f"sentences={min(sentences, 5)}{'+' if signed > 0 else '-' if signed < 0 else ''}",
            f"nearest={nearest}&{min(sentences, 3)}",
            f"nearest={nearest}&kind={one.kind}",
            f"tokens={sum(tokens > edge for edge in (3, 8, 20, 50))}",
            f"incidents={min(len(self.incidents), 4)}",
            f"incident={incident.type}",
            f"incident={incident.type}&kind={one.kind}",
            f"order={min(number, 2)}",
            f"has={bool(incident.roles.get(one.role))}",
            f"worth={max(-4, min(3, round(incident.worth)))}",
            f"mentions={min(len(incident.mentions), 4)}",
        }
        return found

    def worded(self, one: Candidate, number: int, wording: str) -> set[str]:
        """Return the signs of one wording, with what the adapter's own rules would write for the incident."""
        words, kind = wording.split(), one.wordings[wording][1]
        written, all_written = (
            self.incidents[number].written(one.role),
            {text for other in self.incidents for text in other.written(one.role)},
        )
        found = {f"wording={kind}", f"length={min(len(words), 6)}", f"counted={words[0].isdigit() or words[0] in _COUNTING}"}
        if wording in written:
            found |= {"ruled", f"ruled&n={min(len(written), 3)}"}
        elif any(set(words) & set(other.split()) for other in written):
            found.add("ruled in part")
        elif not written:
            found.add("none ruled" if all_written else "none ruled at all")
        if wording in all_written and wording not in written:
            found.add("ruled elsewhere")
        return found
