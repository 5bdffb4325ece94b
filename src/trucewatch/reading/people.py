"""Nouns → people: whether a noun names people, and which population a count of them belongs to (DOMAIN section 3).

Enters: a parsed document and a token index. Leaves: a yes or no, a population. The lexicon is ``vocab/populations.yaml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from trucewatch.reading.armednames import armed_name
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trucewatch.reading.tokens import Tokens
    from trucewatch.records.terms import Metric, Population

_ADULT = 18
_YEARS = dict(
    zip(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen""".split(),
        range(1, 18),
        strict=True,
    )
)
"""Ages in words that make a person a child."""
_HEADGEAR = frozenset("helmet helmets beret berets".split())
"""What peacekeepers are called after, where it is blue."""
_CASES = frozenset(("case", "cases"))
_AILMENTS: "dict[str, Metric]" = {
    **dict.fromkeys(
        """suffocation asphyxia asphyxiation inhalation poisoning intoxication burns burn burning fracture fractures injury injuries wounds
        concussion choking rape rapes torture beating beatings flogging ill-treatment maiming mutilation amputation trauma shock""".split(),
        "injured",
    ),
    **dict.fromkeys("death deaths killing killings murder murders execution executions homicide lynching drowning".split(), "killed"),
    **dict.fromkeys("disappearance disappearances".split(), "missing"),
    **dict.fromkeys(
        """arrest arrests detention detentions abduction abductions kidnapping kidnappings hostage-taking captivity imprisonment""".split(),
        "detained",
    ),
    **dict.fromkeys("displacement eviction evictions".split(), "displaced"),
}
"""Of what there are cases, each of them one person's."""
_ENDS = frozenset((".", ",", ";", ":", "in", "at", "among", "and", "were", "was", "by", "to"))
_SUFFIXES = ("er", "or", "ist", "ian", "man", "men", "ee", "ant", "woman", "people")
_ENDINGS = ("ers", "ors", "ists", "ians", "ees", "ants", "men", "women", "people", "folk", "kin")


@dataclass(frozen=True, slots=True)
class People:
    """The typed content of ``vocab/populations.yaml``."""

    population: Mapping[str, "Population"]
    mission_modifiers: frozenset[str]
    mission_nouns: frozenset[str]
    force_modifiers: frozenset[str]
    force_nouns: frozenset[str]
    civilian_modifiers: frozenset[str]
    collectives: frozenset[str]
    nominals: frozenset[str]
    things: frozenset[str]


@cache
def people() -> People:
    """Load the population vocabulary."""
    raw = cast("Mapping[str, Any]", vocabulary("populations"))
    population: dict[str, Population] = {}
    groups: tuple[Population, ...] = ("all", "civilians", "women", "children", "mission personnel", "party forces")
    for name in groups:
        population.update(dict.fromkeys(str(raw[name]).split(), name))

    def words(key: str) -> frozenset[str]:
        value = raw[key]
        return frozenset(value.split() if isinstance(value, str) else map(str, value))

    return People(
        population=population,
        mission_modifiers=words("mission modifiers"),
        mission_nouns=words("mission nouns"),
        force_modifiers=words("force modifiers"),
        force_nouns=words("force nouns"),
        civilian_modifiers=words("civilian modifiers"),
        collectives=words("collectives"),
        nominals=words("nominal adjectives"),
        things=words("not people"),
    )


@cache
def singular(word: str) -> str:
    """Return the singular a plural person noun comes from, as far as its ending says so."""
    known = people().population
    if word in known:
        return word
    for ending, instead in (("men", "man"), ("women", "woman"), ("ies", "y"), ("ves", "fe"), ("es", ""), ("s", "")):
        if word.endswith(ending) and word[: -len(ending)] + instead in known:
            return word[: -len(ending)] + instead
    return word


@cache
def names_people(word: str) -> bool:
    """Whether a lower-case noun names people: by the lexicon, else by its ending ("trawlermen", "bricklayers")."""
    lexicon = people()
    one = singular(word)
    if one in lexicon.population:
        return True
    if "-" in word:
        return names_people(word.rsplit("-", 1)[1])
    stem = word.removesuffix("s")
    if stem in lexicon.things or word in lexicon.things or len(word) < 6:
        return False
    return word.endswith((*_ENDINGS, "boy", "girl", "boys", "girls")) or (
        word.endswith(_SUFFIXES[:5]) and not word.endswith(("ation", "tor"))
    )


def age_noun(doc: "Tokens", index: int) -> int | None:
    """The age, in years, in "a 15-year-old" where that stands for a person, not before a noun ("a 15-year-old boy"); else None.

    ``index`` is the token "old"; an age in words or in months is below one hundred years and nothing more: 0.
    """
    if index < 4 or doc[index].lower_ not in ("old", "olds") or doc[index].dep_ in ("amod", "compound", "nmod", "acomp", "advmod"):
        return None
    years, before = doc[index - 2].lower_, doc[index - 4].lower_
    if years not in ("year", "month", "week", "day") or doc[index - 1].text != "-":
        return None
    return (int(before) if before.isdigit() else _YEARS.get(before, 0)) if years == "year" else 0


def years(word: str) -> int:
    """Return the age that a word gives, in digits or words; 0 where it gives none under 18."""
    return int(word) if word.isdigit() else _YEARS.get(word, 0)


def _age(word: str) -> int:
    """The age, in years, that a word gives; where it gives none, that of a grown person."""
    return int(word) if word.isdigit() else _YEARS.get(word, _ADULT)


def is_person(doc: "Tokens", index: int, lower: "Sequence[str]") -> bool:
    """Whether the noun (or nominal adjective) at ``index`` names people."""
    word = lower[index]
    if word in ("old", "olds"):
        return age_noun(doc, index) is not None
    if word in _CASES:
        return case_of(lower, index) is not None
    if word in _HEADGEAR:
        return lower[index - 1] == "blue"
    if names_people(word) or word in people().nominals:
        return True
    if word in ("head", "heads") and index and lower[index - 1] in _HEADED:
        return True  # "a village head", "two kraal heads"
    named = doc[index].ent_type_ == "NORP" and doc[index].tag_[:2] in ("NN", "JJ")
    return named and (doc[index].text[:1].isupper() or lower[index - 1] == "-")


def case_of(lower: "Sequence[str]", index: int) -> "Metric | None":
    """What befell those counted as "cases": "twelve cases of suffocation", "30 cases of enforced disappearance"."""
    if lower[index + 1 : index + 2] != ["of"]:
        return None
    for at in range(index + 2, min(index + 7, len(lower))):
        if (metric := _AILMENTS.get(lower[at])) is not None:
            return metric
        if lower[at] in _ENDS:
            return None
    return None


def in_arms(lower: "Sequence[str]", index: int) -> bool:
    """As in "twelve comrades-in-arms", "a brother-in-arms": who bears arms beside others."""
    return lower[index + 1 : index + 5] == ["-", "in", "-", "arms"]


def population_at(doc: "Tokens", index: int, lower: "Sequence[str]") -> "Population":
    """Return the population of the people the noun at ``index`` names, from the noun, its modifiers and its "of"."""
    lexicon = people()
    word = lower[index]
    if word in ("old", "olds"):
        age = age_noun(doc, index)
        return "children" if age is not None and 0 < age < _ADULT else "all"
    if word in _HEADGEAR and lower[index - 1] == "blue":
        return "mission personnel"
    if in_arms(lower, index):
        return "party forces"
    one = singular(word)
    if one == "combatant" and lower[index - 2 : index] == ["non", "-"]:
        return "civilians"
    own: Population = lexicon.population.get(one, lexicon.population.get(one.rsplit("-", 1)[-1], "all"))
    if one not in lexicon.population and one.endswith(("boy", "girl")) and len(one) > 5:
        own = "children"  # "a herdsboy"
    modifiers = _modifiers(doc, index, lower)
    if one == "pilot" and not _FLYING & {*lower[max(0, index - 40) : index + 25]}:
        own = "all"
    aged = lower[index - 1 : index] == ["old"] and lower[index - 3 : index - 2] in (["year"], ["month"])
    if own == "all" and aged and _age(lower[index - 5] if index > 4 else "") < _ADULT:
        return "children"  # "her 11-year-old son"
    for modifier in modifiers:
        if modifier in lexicon.mission_modifiers and (one in lexicon.mission_nouns or own in ("party forces", "mission personnel")):
            return "mission personnel"
    if one == "fighter" and modifiers[:1] == ["fire"]:
        own = "all"
    if one == "agent" and (_TRADES & {*modifiers[:2]} or lower[index + 1 : index + 2] == ["of"]):
        own = "all"  # "a travel agent", "agents of the company"
    if one in _ONCE_ARMED and _CAUSES & {*modifiers}:
        own = "all"  # "human rights defenders", "two demobilised fighters", "ex-combatants"
    if own == "party forces" and "retired" in modifiers[:3]:
        own = "all"  # "a retired policeman" bears arms no more
    if one == "officer" and modifiers[:1] and modifiers[0] in _OFFICES:
        own = "all"  # "the assistant district officer"
    if one == "comrade" and _CIVIL_BODIES & {*lower[max(0, index - 60) : index]}:
        own = "all"  # "the teachers' union mourns its comrade"
    if one in ("delinquent", "criminal") and _subversive(one, lower):
        own = "party forces"
    if one in ("kia", "wia", "mia"):
        own = "party forces"
    if own == "all":
        if any(modifier in lexicon.civilian_modifiers for modifier in modifiers):
            return "civilians"
        if one == "leader" and modifiers[:1] and modifiers[0] in _SQUADS:
            return "party forces"
        if one in lexicon.force_nouns and any(_arms(doc, index, modifier) for modifier in modifiers):
            return "party forces"
        if _called_after_a_thing(doc, index):
            return "party forces"
        if any(modifier in ("woman", "women", "female") for modifier in modifiers):
            return "women"
        if any(modifier in ("girl", "boy", "child", "infant") for modifier in modifiers):
            return "children"
        own = _complement(doc, index, lower)
        if own == "all" and lower[index + 1 : index + 2] != [] and lower[index + 1] in _EMPLOYED and _of_mission(lower, index + 1):
            return "mission personnel"
        employed = own == "all" and one in ("staff", "colleague", "employee", "worker", "member")
        if employed and {"national", "international"} & {*lower[max(0, index - 2) : index]} and _works_for_mission(lower, index, 70):
            return "mission personnel"
        theirs = own == "all" and "its" in lower[max(0, index - 2) : index] and one not in lexicon.nominals
        if (employed or theirs) and {"its", "our"} & {*lower[max(0, index - 2) : index]} and _works_for_mission(lower, index):
            return "mission personnel"
        if one == "personnel" and own == "all" and _armed_text(lower, index):
            return "party forces"
        owned = index - 1 - (lower[index - 1 : index] == ["own"])
        if own == "all" and one in _LED and owned >= 0 and lower[owned] in _POSSESSIVES:
            return _led(doc, owned, lower)
    elif own == "party forces" and one in ("officer", "general", "private", "cadet") and _civil_body(lower, index + 1):
        return "all"
    elif own == "party forces" and (_of_mission(lower, index + 1) or _missions_own(lower, index)):
        return "mission personnel"
    if own != "mission personnel" and _mixed(doc, index, lower, own):
        return "all"
    return own


_HEADED = frozenset(
    "kraal village household ward clan family tribal district hamlet section county town municipal parish camp community school".split()
)
"""What somebody is head of, where the word does not mean a part of the body."""
_OFFICES = frozenset(
    """district medical information press health political returning electoral education agricultural welfare veterinary administrative
    revenue executive protection programme program development forestry extension labour finance financial public-health housing
    statistical planning communications relations affairs rights consular cultural sanitary taxation tax excise postal election
    registration presiding polling cooperative community relief nutrition wash logistics-assistant procurement""".split()
)
"""What civil servants and aid workers who are called officers see to."""
_TRADES = frozenset(
    """travel estate shipping sales insurance press literary ticket booking purchasing commercial real advertising land customs consular
    election electoral polling party municipal sanitary health cleaning pastoral chemical football players""".split()
)
"""Whose agents bear no arms."""
_ONCE_ARMED = frozenset("defender combatant fighter guerrilla guerilla rebel insurgent militiaman militant paramilitary".split())
_CAUSES = frozenset(
    """right rights land human territory territorial environmental environment forest water public indigenous community womens
    ex former demobilised demobilized reintegrated reinserted disarmed onetime one-time erstwhile retired""".split()
)
"""What defenders stand up for, and what those who bore arms once are called."""


def _subversive(one: str, lower: "Sequence[str]") -> bool:
    """Whether a text calls the same people "subversive delinquents": an army's name for those it fights."""
    return any(word in (one, one + "s") and at and lower[at - 1] in _ARMED_WORDS for at, word in enumerate(lower))


_UNITS = frozenset("patrol garrison platoon squad detachment column".split())
_ARMED_WORDS = frozenset("subversive terrorist armed guerrilla communist".split())


def _arms(doc: "Tokens", index: int, modifier: str) -> bool:
    """Whether a word before a noun makes its people a party's forces: "army", "rebel", the name of a body that fights."""
    return (
        modifier in people().force_modifiers
        or (modifier in _UNITS and singular(doc[index].lower_) in ("member", "commander"))
        or (doc[index - 1].lower_ == modifier and doc[index - 1].text[:1].isupper() and armed_name(doc, index - 1))
    )


def _called_after_a_thing(doc: "Tokens", index: int) -> bool:
    """As in "two Red Berets", "a Black Tiger": fighters who are called by what they wear or by a beast."""
    token, before = doc[index], doc[index - 1] if index else doc[index]
    if token.tag_ not in ("NNP", "NNPS") or token.lower_.removesuffix("s") not in _EMBLEMS or index == 0:
        return False
    return before.text[:1].isupper() and before.tag_ in ("NNP", "JJ", "NNPS")


def _modifiers(doc: "Tokens", index: int, lower: "Sequence[str]") -> list[str]:
    """The words of the noun's own run to its left, with "united nations" as one."""
    words: list[str] = []
    at = index - 1
    while at >= 0 and index - at < 6 and doc[at].tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "HYPH", "POS"):
        african = lower[at] == "union" and lower[max(0, at - 1)] == "african"
        words.append("united nations" if lower[at] in ("nations", "nation") or african else lower[at])
        at -= 1
    return words


_EMBLEMS = frozenset(
    """beret shirt jacket band hat cap hood scarf tiger panther wolf lion eagle leopard cobra falcon hawk scorpion jaguar dragon cat bear
    bull dog stallion horse arrow skull dagger sword hammer star hand flag""".split()
)
"""What those who fight wear or take for a sign, where their name is made of it."""


def _from_mission(lower: "Sequence[str]") -> bool:
    """Whether the heading of a text names a mission."""
    heading = list(lower[: min(len(lower), _HEADING)])
    return any(word in _BLUE for word in heading) or any(pair in _NATIONS for pair in pairwise(heading))


_NATIONS = frozenset((("united", "nations"), ("african", "union")))
_HEADING = 24
"""Tokens at the top of a release, in which its sender stands."""
_BLUE = frozenset(
    """unifil unprofor untso unficyp unmogip undof unamir unamsil unosom unavem unmis unmiss unmil unoci monuc monusco minusma minusca
    minurso minurcat minustah unamid unisfa unomig unmik untac untaet unikom onuc onuca onusal unef kfor ifor sfor eufor amisom atmis
    ecomog afisma""".split()
)
_SQUADS = frozenset("section squad platoon patrol troop squadron company battalion brigade".split())
_CIVIL_BODIES = frozenset(
    """cooperative co-operative community village village-council council family union court bank company club league association
    federation school university hospital charity board""".split()
)


def _civil_body(lower: "Sequence[str]", at: int) -> bool:
    """As in "an officer of the teachers' union": who serves a civil body bears no arms."""
    return lower[at : at + 1] == ["of"] and any(word in _CIVIL_BODIES for word in lower[at + 1 : at + 6])


_LED = frozenset(("member", "man", "men", "boys", "lad", "lads", "casualty"))
_POSSESSIVES = frozenset(("his", "our", "their", "its", "my"))
_LEADS = frozenset("commander army unit battalion brigade regiment platoon company garrison militia police force forces command".split())


def _led(doc: "Tokens", index: int, lower: "Sequence[str]") -> "Population":
    """Whose men they are: "three of his men" of a commander, "our men" in an army's release."""
    if lower[index] == "our" and lower[index + 1] in ("men", "boys", "lads") and not _CIVIL_BODIES & {*lower[max(0, index - 60) : index]}:
        return "party forces"
    for at in range(index - 1, max(-1, index - 30), -1):
        if lower[index] == "its" and (lower[at] in _CIVIL_BODIES or _of_civilians(doc, at)):
            return "all"  # "the cooperative: eleven of its members"
        known = people().population.get(singular(lower[at])) == "party forces"
        if (known and doc[at].pos_ != "VERB") or (lower[at] in _LEADS and doc[at].tag_ in ("NN", "NNS", "NNP", "NNPS")):
            return "party forces"
    return "all"


def _of_civilians(doc: "Tokens", at: int) -> bool:
    """As in "the peasants' movement", "a students' party": a body of people who bear no arms."""
    whose = doc[at - 2] if at > 1 and doc[at - 1].tag_ == "POS" else None
    body = doc[at].lower_ in ("movement", "party", "organisation", "organization", "front", "group", "committee", "association", "league")
    return body and whose is not None and people().population.get(singular(whose.lower_)) == "all"


def _of_mission(lower: "Sequence[str]", at: int) -> bool:
    """As in "of UNIFIL", "serving with UNAMID", "from the United Nations mission" right after a noun."""
    words = lower[at : at + 7]
    if not words or words[0] not in _BELONGING:
        return False
    for place, word in enumerate(words):
        if (
            word in _OVERSEEING
            and words[place + 1 : place + 2] != []
            and words[place + 1] in _MISSION_BODIES | {"mission", "group", "team"}
        ):
            return True  # "of the monitoring force"
        if (
            word == "nations"
            or words[place : place + 2] == ["african", "union"]
            or (word in people().mission_modifiers and word not in ("mission", "observer"))
        ):
            return True
        if word == "mission" and {"observer", "monitors", "observers", "peacekeepers", "peacekeeping"} & {*lower[: at + place]}:
            return True
        if place and word in _CONTINGENTS and words[place - 1].endswith(_NATIONAL) and _serves_abroad(lower, at, words[place - 1]):
            return True
        if place and word in (",", ".", "was", "were", "in", "at", "near", "and"):
            return False
    return False


_CONTINGENTS = frozenset("battalion contingent battalions contingents".split())
_NATIONAL = ("ian", "ish", "ese", "ean", "ani", "ench", "utch", "ghali", "pali", "nyan", "inian", "fijian", "swedish", "ghanaian")
_PEACE_FORCES = frozenset(
    """unifil unprofor undof unficyp unef onuc unamir unosom unavem untac unmiss minusma monusco minusca unamid ecomog amisom kfor sfor ifor
    unmee unmil unoci untaet minustah unmik untag monuc unamsil""".split()
)
_ARMIES = frozenset(("army", "armed", "forces", "government", "military", "troops"))


def _serves_abroad(lower: "Sequence[str]", at: int, nation: str) -> bool:
    """As in "three soldiers of the Finnish battalion" in a text of a peace force: a nation's battalion whose army is no party there."""
    if not _PEACE_FORCES & {*lower[max(0, at - 400) : at]}:
        return False
    return not any(word == nation and lower[place + 1] in _ARMIES for place, word in enumerate(lower[: len(lower) - 1]))


KIN = frozenset(
    """family leader brother sister wife husband father mother parent son daughter uncle aunt nephew niece cousin relative relation kinsman
    widow widower fiancee fiance girlfriend boyfriend friend neighbour neighbor in-law brother-in-law sister-in-law father-in-law
    son-in-law grandfather grandson lawyer doctor victim prisoner captive hostage teacher landlord acquaintance sympathiser sympathizer
    supporter opponent critic rival murderer killer""".split()
)
"""Who is named by those he belongs to, and is none of them: "the brother of a rebel commander"."""
_OVERSEEING = frozenset(
    "monitoring peacekeeping peace-keeping verification observer observation interposition stabilisation stabilization".split()
)
"""What missions are there for."""
_EMPLOYED = frozenset("working serving employed hired seconded attached assigned accredited".split())
"""Participles that say for whom somebody works."""
_BELONGING = _EMPLOYED | {"of", "from", "with", "deployed"}


def _complement(doc: "Tokens", index: int, lower: "Sequence[str]") -> "Population":
    """Population from "bodies of soldiers", "members of the security forces", "a member of the patrol"."""
    if lower[index + 1 : index + 2] != ["of"]:
        return "all"
    lexicon = people()
    at, end = index + 2, min(len(lower), index + 9)
    while at < end and doc[at].tag_ in ("DT", "PRP$", "JJ", "NN", "NNP", "NNPS", "CD", "NNS", "VBN", "HYPH"):
        if doc[at].tag_ in ("NNS", "NN", "NNP", "NNPS") and (at + 1 >= end or doc[at + 1].tag_ not in ("NN", "NNS", "NNP", "NNPS", "HYPH")):
            break
        at += 1
    if at >= end:
        return "all"
    if doc[at].tag_ == "NNP" and _set_beside(doc, at + 1, lower):
        return "party forces"
    names = [later for later in range(index + 2, min(len(lower), at + 3)) if doc[later].tag_ in ("NNP", "NNPS")]
    named = any(lower[later] in lexicon.force_modifiers or armed_name(doc, later) for later in names)
    if named and singular(lower[index]) in lexicon.force_nouns:
        return "party forces"
    one = singular(lower[at])
    modifiers = _modifiers(doc, at, lower)
    if any(modifier in lexicon.mission_modifiers for modifier in modifiers) and (one in lexicon.mission_nouns or one in _MISSION_BODIES):
        return "mission personnel"
    if one in lexicon.mission_modifiers and doc[at].text.isupper() and singular(lower[index]) in lexicon.mission_nouns:
        return "mission personnel"  # "an employee of UNOMIG"
    if one in ("mission", "peacekeepers"):
        return "mission personnel"
    if one in ("patrol", "team", "convoy") and _mission_before(doc, at, lower):
        return "mission personnel"
    found = lexicon.population.get(one)
    if one in _ONCE_ARMED and _CAUSES & {*modifiers}:
        return "all"  # "killings of human rights defenders"
    if found in ("party forces", "mission personnel", "children", "women", "civilians") and singular(lower[index]) not in KIN:
        return found
    if one in (
        "formation",
        "formations",
        "group",
        "groups",
        "gang",
        "gangs",
        "cell",
        "organisation",
        "organization",
        "faction",
        "movement",
        "wing",
        "band",
        "column",
        "front",
    ):
        armed = one in ("gang", "gangs") or any(modifier in lexicon.force_modifiers for modifier in modifiers)
        theirs = lower[at - 1] in ("the", "its", "that", "this", "same") and _armed_before(index, lower)
        return "party forces" if armed or theirs else "all"
    if one == "force" and doc[at].text == "Force" and _from_mission(lower):
        return "mission personnel"  # "three members of the Force"
    forces = one in (
        "force",
        "forces",
        "army",
        "militia",
        "police",
        "battalion",
        "brigade",
        "unit",
        "regiment",
        "navy",
        "guerrilla",
        "patrol",
        "garrison",
        "platoon",
        "squad",
        "contingent",
        "detachment",
        "squadron",
    )
    forces = forces or (one in ("company", "section", "column", "troop", "post", "escort") and lower[index] in ("man", "men"))
    return "party forces" if forces and singular(lower[index]) in lexicon.force_nouns else "all"


def _set_beside(doc: "Tokens", at: int, lower: "Sequence[str]") -> bool:
    """As in "members of the Securitate, the secret police of …": what a body is said to be, right after its name."""
    if lower[at : at + 2] not in ([",", "the"], [",", "a"], [",", "an"]):
        return False
    later = at + 2
    while later < len(lower) - 1 and later - at < 6 and doc[later].tag_ in ("JJ", "NN", "VBN", "HYPH", "NNS"):
        later += 1
    return later > at + 2 and lower[later - 1] in ("police", "army", "militia", "guerrillas", "force", "guerrilla", "militias", "rebels")


_ARMED = frozenset(
    "rebel insurgent terrorist militant separatist guerrilla guerilla gunman fighter bandit militiaman jihadist subversive".split()
)


_ARMED_BODIES = frozenset("eta ira farc eln pkk ltte mrta fmln hamas hezbollah isis isil daesh taliban ttp npa milf mnlf ulfa jem".split())


def _armed_before(index: int, lower: "Sequence[str]") -> bool:
    """Whether the text spoke of armed people before "two members of the movement"."""
    return any(singular(word) in _ARMED or word in _ARMED_BODIES for word in lower[max(0, index - 120) : index])


_MISSION_BODIES = frozenset("force contingent battalion unit detachment company brigade corps army operation operations".split())
"""Bodies that are a mission's where its name stands before them."""
_FLYING = frozenset(
    """jet jets fighter fighters mig migs warplane warplanes bomber bombers gunship gunships military army squadron sortie force forces
    navy enemy aggressor parachute parachuted ejected downed captured capture raid bombing strafing mirage sukhoi""".split()
)
"""Words near a pilot that make him one of a force's."""
_CIVIL_STAFF = frozenset("medical hospital civilian health relief humanitarian civil school embassy".split())


def _armed_text(lower: "Sequence[str]", index: int) -> bool:
    """Whether "personnel" are a force's: armed people or a force are the last whom the text named, and no civil body is."""
    if {*lower[max(0, index - 3) : index + 4]} & _CIVIL_STAFF:
        return False
    near = lower[max(0, index - 60) : index + 6]
    forces = people().force_modifiers & {*near, "corps" if "corps" in near else ""}
    return bool(forces or "corps" in near or any(people().population.get(singular(word)) == "party forces" for word in near))


def _works_for_mission(lower: "Sequence[str]", index: int, reach: int = 25) -> bool:
    """Whether the possessor in "two of its national staff" is a mission: the last body named before it."""
    bodies = people().mission_modifiers - {"mission", "observer", "weapons"}
    near = lower[max(0, index - reach) : index]
    return any(word in bodies for word in near) or any(words in _AGENCIES for words in pairwise(near))


_AGENCIES = frozenset(
    (
        ("food", "programme"),
        ("food", "program"),
        ("refugee", "agency"),
        ("world", "health"),
        ("children", "fund"),
        ("verification", "mission"),
    )
)
"""Two words of the names of the agencies of the United Nations, and of missions, that are written out."""


def _missions_own(lower: "Sequence[str]", index: int) -> bool:
    """As in "UNIFIL said three of its soldiers had been hurt": the last body named before "its" is a mission."""
    if "its" not in lower[max(0, index - 2) : index]:
        return False
    for at in range(index - 2, max(-1, index - 16), -1):
        if lower[at] in (".", ";"):
            return False
        if lower[at] in people().mission_modifiers and lower[at] not in ("mission", "observer", "weapons"):
            return True
        if lower[at] in people().force_modifiers or people().population.get(singular(lower[at])) == "party forces":
            return False
    return False


def _mission_before(doc: "Tokens", index: int, lower: "Sequence[str]") -> bool:
    """Whether the same noun stood earlier as the mission's ("a United Nations patrol" … "the patrol")."""
    modifiers = people().mission_modifiers
    return any(lower[at] == lower[index] and any(word in modifiers for word in _modifiers(doc, at, lower)) for at in range(index))


def _mixed(doc: "Tokens", index: int, lower: "Sequence[str]", own: "Population") -> bool:
    """Whether one number counts two populations: "15 women and children"."""
    if lower[index + 1 : index + 2] != ["and"] or index + 2 >= len(lower):
        return False
    other = people().population.get(singular(lower[index + 2]))
    return other is not None and other != own and doc[index + 2].tag_ == "NNS"
