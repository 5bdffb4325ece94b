"""The product's event mentions of one text → MUC-4 templates: type names, which mentions share a template, which are within the task.

What is MUC's own stands here: its six types, its rule that fighting between armed sides is no terrorist incident, that only named
people fill the victim slot of the GTT and GRIT gold, and that one template stands for one incident. What words mean is the product's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bench.incident_templates.corpus import Template
from bench.incident_templates.scorers import fold
from trucewatch.reading.actors import actors
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.parse import Parse
from trucewatch.records.assertion import Participant

TYPES = {
    "killing": "attack",
    "attack": "attack",
    "attack on civilians": "attack",
    "attack on observers": "attack",
    "shelling": "attack",
    "air strike": "attack",
    "chemical attack": "attack",
    "sexual violence": "attack",
    "discovery of bodies": "attack",
    "destruction": "attack",
    "bombing": "bombing",
    "suicide bombing": "bombing",
    "arson": "arson",
    "kidnapping": "kidnapping",
    "robbery": "robbery",
    "looting": "robbery",
    "work stoppage": "forced work stoppage",
}
ROLE = {
    "perpetrator_individual": "PerpInd",
    "perpetrator_organisation": "PerpOrg",
    "target": "Target",
    "victim": "Victim",
    "instrument": "Weapon",
}
_UNREAL = frozenset({"negated", "conditional", "demanded"})


@dataclass(slots=True)
class Incident:
    """One template in the making."""

    type: str
    text: str = ""
    mentions: list[EventMention] = field(default_factory=list)
    roles: dict[str, dict[str, Participant]] = field(default_factory=dict)
    worth: float = 0.0
    """How much speaks for a reported incident (a log-odds)."""
    chosen: dict[str, list[str]] | None = None
    """What choice.py puts in the place of the rules' own fillers, by role."""

    def written(self, role: str) -> set[str]:
        """Return what the rules write for a role, folded for comparison."""
        return {fold(written(self, role, filler)) for filler in fillers(self, role)}

    def add(self, mention: EventMention) -> None:
        """Take the fillers of a mention."""
        self.mentions.append(mention)
        for participant in mention.participants:
            role = ROLE.get(participant.role)
            if role is None:
                continue
            known = self.roles.setdefault(role, {})
            known.setdefault(participant.actor_key, participant)

    def named(self) -> set[str]:
        """Return the keys of the named victims."""
        return {key for key, one in self.roles.get("Victim", {}).items() if one.named}


def incidents(parse: Parse, mentions: Sequence[EventMention]) -> list[Incident]:
    """Return the incidents of one text in MUC's sense, told for their own sake or in passing."""
    found: list[Incident] = []
    for mention in mentions:
        kind = TYPES.get(mention.type)
        if kind is None or not _told(mention) or _fighting(mention):
            continue
        place = _place(found, mention, kind, parse)
        if place is None:
            if mention.anaphoric or mention.rule.split(":")[1] in _WEAK:
                continue
            place = Incident(kind, parse.text)
            found.append(place)
        place.add(mention)
        if kind == "bombing" and place.type == "attack":
            place.type = "bombing"
    for one in found:
        one.worth = _worth(one, parse)
        _belonging(one, parse)
    return found


def reported(found: Sequence[Incident], published: date | None = None) -> list[Incident]:
    """Return the incidents that are the news of a text, not its background."""
    return [one for one in found if one.worth >= THRESHOLD and not _stale(one, published)]


STALE = 90


def _stale(one: Incident, published: date | None) -> bool:
    """True where all that is known of the day lies more than two months before the report."""
    days = [mention.when.latest for mention in one.mentions if mention.when is not None and mention.when.latest is not None]
    return published is not None and bool(days) and all((published - day).days > STALE for day in days)


def _belonging(one: Incident, parse: Parse) -> None:
    """Give unnamed guerrillas the only armed group that the text names: MUC infers it, the product does not."""
    if one.roles.get("PerpOrg") or not one.roles.get("PerpInd"):
        return
    doers = list(one.roles["PerpInd"].values())
    if not any(doer.population == "party forces" and not _military(doer) for doer in doers):
        return
    nominals = Nominals.of(parse, parse.tree)
    names: dict[str, str] = {}
    for first, last in dict.fromkeys(nominals.known.values()):
        words = nominals.words((first, last))
        key = nominals.vocabulary.groups.get(words.lower(), words.lower())
        names.setdefault(key, words)
        if len(words) > len(names[key]):
            names[key] = words
    if len(names) == 1:
        key, words = next(iter(names.items()))
        one.roles["PerpOrg"] = {
            key: replace(doers[0], name=words, named=True, actor_key=key, confidence="possible", role="perpetrator_organisation")
        }


THRESHOLD = -0.6
_WEAK = frozenset(
    {
        "action",
        "aggression",
        "operation",
        "incident",
        "event",
        "fire",
        "act",
        "deed",
        "tragedy",
        "crime",
        "harassment",
        "offensive",
        "violence",
        "outrage",
        "siege",
    }
)


def _told(mention: EventMention) -> bool:
    """True for events told as having happened, tried or threatened."""
    return mention.stance.factuality not in _UNREAL and not mention.pattern


def _fighting(mention: EventMention) -> bool:
    """True for what MUC leaves out: armed sides fighting each other, attacks on military targets, raids by the state's forces."""
    victims = [one for one in mention.participants if one.role == "victim"]
    targets = [one for one in mention.participants if one.role == "target"]
    doers = [one for one in mention.participants if one.role.startswith("perpetrator")]
    word = mention.rule.split(":")[1]
    if word == "offensive" or (word in _SWEEPS and (not doers or any(_military(one) for one in doers))):
        return True
    if any(one.number is not None and one.number.low > MASS for one in victims):
        return True
    hit = [*(not (one.population == "party forces" and not one.named) for one in victims), *(not _military(one) for one in targets)]
    if hit:
        return not any(hit)
    return word in {"attack", "ambush", "harassment", "counterattack", "bombardment", "strafe", "bomb"} and bool(doers)


_SWEEPS = frozenset({"raid", "search", "bomb", "bombing", "capture"})
MASS = 100
_MILITARY = frozenset(
    """military army troops troop positions position garrison garrisons barracks battalion brigade base bases outpost outposts forces
    force patrol patrols unit units camp camps detachment police guard soldiers column columns areas area town city cities village
    department territory zone region front""".split()
)


def _military(one: Participant) -> bool:
    """True for soldiers, their places and the ground they fight over."""
    return is_military(one.name)


def is_military(name: str) -> bool:
    """True for the names of soldiers, their places and the ground they fight over."""
    return bool(set(name.lower().replace("-", " ").split()) & _MILITARY)


def _place(found: Sequence[Incident], mention: EventMention, kind: str, parse: Parse) -> Incident | None:
    """Return the incident a mention belongs to: the last one it does not contradict."""
    if not found:
        return None
    named = {one.actor_key for one in mention.participants if one.role == "victim" and one.named}
    here = parse.sentence_of[mention.token]
    if kind == "attack":
        for one in reversed(found):
            if one.type == "kidnapping" and mention.type in {"killing", "discovery of bodies"} and named and named <= one.named():
                return one
        last = found[-1]
        if mention.anaphoric and not mention.participants and mention.type == "attack":
            return last
    for one in reversed(found):
        if one.type != kind and {one.type, kind} != {"attack", "bombing"}:
            continue
        far = here - parse.sentence_of[one.mentions[-1].token]
        if one.type != kind and far > NEAR:
            continue
        known = one.named()
        if named and known and not named & known and far > 0:
            continue
        if far > 0 and not mention.anaphoric and _elsewhere(one, mention):
            continue
        return one
    return None


def _elsewhere(one: Incident, mention: EventMention) -> bool:
    """True where day, place or doer of the mention contradicts the incident's."""
    if "when" in SPLIT and mention.when is not None and mention.when.precision == "day":
        days = [known.when for known in one.mentions if known.when is not None and known.when.precision == "day"]
        if days and all(day.earliest != mention.when.earliest for day in days):
            return True
    if "where" in SPLIT:
        here = {place.key for place in mention.where if place.precision in {"place", "near", "unknown"}}
        there = {place.key for known in one.mentions for place in known.where if place.precision in {"place", "near", "unknown"}}
        if here and there and not here & there:
            return True
    for role in ("PerpOrg", "PerpInd", "Target"):
        if role in SPLIT:
            ours = {filler.actor_key for filler in mention.participants if ROLE.get(filler.role) == role}
            theirs = set(one.roles.get(role, ()))
            if ours and theirs and not ours & theirs:
                return True
    return False


SPLIT = frozenset({"when", "where", "PerpInd", "PerpOrg"})


NEAR = 1


WEIGHTS = {
    "late": -0.3, "early": 0.25, "many mentions": 0.3, "named victim": 0.3, "counted victim": 0.7, "victim in general": -0.45,
    "killed": 0.25, "target": 0.5, "weapon": 0.2, "doer": 0.45, "body": 0.15, "state": -0.2, "kidnapping": 0.6, "bombing": 0.5,
    "arson": 0.5, "robbery": -0.2, "plural noun": -0.8, "gerund": -0.6, "day": 0.5, "place": 0.2, "not certain": -0.4,
    "first person": -0.35, "quoted": -0.2, "many fillers": 0.2, "one filler": -0.15,
}  # fmt: skip
"""What tells a reported incident from an aside: weights fitted by logistic regression on the development part, rounded."""

BIAS = -1.3
_GENERAL = frozenset({"people", "persons", "civilians", "citizens", "population", "them", "they", "we", "he", "us", "men"})


def _worth(one: Incident, parse: Parse) -> float:
    """Return how much speaks for a reported incident (a log-odds)."""
    if not any(one.roles.values()):
        return -9
    return BIAS + sum(WEIGHTS[name] for name in _signs(one, parse))


def _signs(one: Incident, parse: Parse) -> Iterator[str]:
    """Yield the names of the signs that hold."""
    doc, first = parse.doc, one.mentions[0]
    sentence = parse.sentence_of[first.token]
    victims = list(one.roles.get("Victim", {}).values())
    doers = [*one.roles.get("PerpInd", {}).values(), *one.roles.get("PerpOrg", {}).values()]
    fillers = sum(len(people) for people in one.roles.values())
    near = doc[max(0, first.token - 15) : first.token + 15]
    signs = {
        "early": sentence <= 1,
        "late": 2 <= sentence <= 3,
        "many mentions": len(one.mentions) >= 4,
        "named victim": any(victim.named for victim in victims),
        "counted victim": any(victim.number is not None and victim.number.exact for victim in victims),
        "victim in general": bool(victims) and all(not victim.named and victim.name.lower().split()[-1] in _GENERAL for victim in victims),
        "killed": any(victim.effect == "killed" for victim in victims),
        "target": bool(one.roles.get("Target")),
        "weapon": bool(one.roles.get("Weapon")),
        "doer": bool(one.roles.get("PerpInd")),
        "body": bool(one.roles.get("PerpOrg")),
        "state": any(_military(doer) or "government" in doer.name.lower() for doer in doers),
        "kidnapping": one.type == "kidnapping",
        "bombing": one.type == "bombing",
        "arson": one.type == "arson",
        "robbery": one.type == "robbery",
        "plural noun": all(m.rule.startswith("noun") and doc[m.token].tag_ == "NNS" for m in one.mentions),
        "gerund": doc[first.token].tag_ == "VBG",
        "day": any(m.when is not None and m.when.precision == "day" for m in one.mentions),
        "place": any(m.where for m in one.mentions),
        "not certain": first.stance.factuality != "certain",
        "first person": any(token.lower_ in {"we", "our", "us"} for token in near),
        "quoted": parse.text[: doc[first.token].idx].count('"') % 2 == 1,
        "many fillers": fillers >= 4,
        "one filler": fillers == 1,
    }
    return (name for name, holds in signs.items() if holds)


def to_templates(found: Iterable[Incident]) -> list[Template]:
    """Return the incidents as gold-shaped templates, one mention an entity."""
    made = []
    for one in found:
        if one.chosen is None:
            roles = {role: tuple((written(one, role, filler),) for filler in fillers(one, role)) for role in ROLE.values()}
        else:
            roles = {role: tuple((text,) for text in one.chosen.get(role, ())) for role in ROLE.values()}
        exploded = one.type == "attack" and any(set(fold(text).split()) & _EXPLOSIVES for (text,) in roles["Weapon"])
        made.append(Template("bombing" if exploded else one.type, roles))
    return made


_EXPLOSIVES = frozenset("bomb bombs carbomb carbombs dynamite explosive explosives charge charges mine mines device devices tnt".split())
"""An attack with any of these is a bombing to MUC."""


def fillers(one: Incident, role: str) -> list[Participant]:
    """Return the fillers of a role: named victims, and of the words for unnamed doers the first (the gold takes them for one entity)."""
    found = list(one.roles.get(role, {}).values())
    if role == "Victim":
        return [filler for filler in found if filler.named]
    if role in _NEVER:
        return [filler for filler in found if not set(filler.name.lower().split()[-1:]) & _NEVER[role]]
    if role == "PerpInd":
        found = [filler for filler in found if not (filler.rule.startswith("noun") and filler.name.lower() in _ADJECTIVAL)]
        unnamed = [filler for filler in found if not filler.named][:INDIVIDUALS]
        return [filler for filler in found if filler.named or filler in unnamed]
    return found


def written(one: Incident, role: str, filler: Participant) -> str:
    """Return a filler as the keys write it: plain words for people keep their number ("two men"), groups' acronyms before people go."""
    words = filler.name.split()
    if role == "PerpInd" and len(words) > 1 and words[0].lower() in actors().groups:
        return " ".join(words[1:])
    if role == "PerpInd" and len(words) == 1 and words[0].lower() in _PLAIN:
        for span in filler.mentions:
            mention = " ".join(span.of(one.text).split())
            if mention.lower().endswith(words[0].lower()):
                return mention
    return filler.name


_PLAIN = frozenset({"men", "individuals", "persons", "people", "officers", "soldiers", "lieutenants"})
_NEVER = {
    "Target": frozenset(
        {"street", "streets", "windows", "window", "windowpanes", "doors", "door", "areas", "area", "positions", "road", "roads"}
    ),
    "Weapon": frozenset({"bullet", "bullets", "shot", "shots", "arms"}),
}
INDIVIDUALS = 1
_ADJECTIVAL = frozenset({"guerrilla", "rebel", "terrorist", "subversive", "criminal"})
