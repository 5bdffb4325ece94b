"""The arguments of a trigger → participants with roles: who did it, to whom, to what, with what. Never swaps the two sides.

A head that names neither people nor bodies nor weapons nor things gives no participant: a missing perpetrator is better than a wrong one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from trucewatch.reading.actors import Noun
from trucewatch.reading.coordination import coordinated
from trucewatch.reading.coreference import Antecedents
from trucewatch.reading.mentions import Quantity
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.strangers import people
from trucewatch.reading.triggers import triggers
from trucewatch.records.assertion import Participant
from trucewatch.records.extent import Count
from trucewatch.records.terms import Confidence, Effect, Role

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_WORDS = frozenset({"people", "police", "personnel", "troops", "they", "them", "those", "others", "gunmen", "militia"})
_MASS = frozenset({"enemy", "opposition", "foe", "aggressor", "invader", "occupier"})
"""Words in the singular for a whole side."""
_ACTING = frozenset(
    """group gang band crowd mob column cell squad unit patrol team party element contingent horde posse throng detail formation flotilla
    squadron pack swarm gathering""".split()
)
_GATHERED = frozenset(
    {"population", "populace", "group", "crowd", "gathering", "queue", "procession", "congregation", "busload", "throng", "clan"}
)
"""People together, whom something befalls as it befalls each of them."""
_MANNED = frozenset({"checkpoint", "roadblock", "post", "outpost", "position", "garrison", "base", "barracks", "bunker", "camp"})
"""Places whose men are meant where such a place fires or arrests."""
_BODIES = frozenset({"group", "faction", "wing", "gang", "cell"})
_PATIENT_EFFECT = frozenset({"killed", "injured", "detained", "displaced", "missing"})

_DONE_BY_PEOPLE = frozenset(
    """attack rush storm raid ambush capture seize arrest detain abduct kidnap overrun occupy take retake execute murder loot ransack burn
    torch beat torture besiege surround assault waylay hold release""".split()
)
"""What weapons do not do."""
_TAKING_ARMS = tuple(f"verb:{verb}:" for verb in ("seize", "capture", "confiscate", "impound", "loot", "steal", "grab"))
"""Rules of verbs by which weapons change hands."""
_MUNITIONS = frozenset("ied ieds vbied vbieds svbied uav uavs uas rpg rpgs atgm mlrs grad fpv fpvs drone drones uxo erw".split())
_SETTLED = frozenset("town village city hamlet island settlement township camp district province municipality suburb port".split())

NOBODY = frozenset({"nobody", "none", "neither", "no-one"})
"""Words for people to whom nothing was done."""
_SOMEBODY = frozenset({"somebody", "someone"})
_WHOEVER = frozenset({"anyone", "anybody"})
_NOT_NAMED = NOBODY | {"any", "anyone", "anybody"}


@dataclass(slots=True)
class Casting:
    """Gives roles. Holds the noun phrases, the antecedents and the quantities of one parse."""

    nominals: Nominals
    antecedents: Antecedents
    quantities: Mapping[int, Quantity]

    def doers(self, heads: Iterable[int], confidence: Confidence, rule: str) -> list[Participant]:
        """Return perpetrators (people and bodies) and instruments among ``heads``."""
        found: list[Participant] = []
        for at in map(self._unit_of, heads):
            if self.nominals.tree.lower[at] in _SOMEBODY:
                continue  # "somebody lobbed a grenade": the text gives nobody
            if self.nominals.tree.lower[at].removesuffix("s") in triggers().natural and not self.nominals.tree.children[at]:
                continue  # "Winds" that opens a sentence is no name
            if self.nominals.tree.lower[at] == "we":
                found.append(self._make("perpetrator_individual", at, at, "none", confidence, rule))
                continue
            called = self._called(at)
            if called is None and self.nominals.tree.dep[at] == "poss":
                called = self.antecedents.owner(at)
            head = self._stands_for(at) if called is None and self.nominals.tree.lower[at] != "whom" else called
            if head is None:
                continue
            content = self.nominals.content(head)
            noun = self.nominals.noun(content)
            acting = self.nominals.tree.lemma[head].lower() in self.nominals.vocabulary.armed_collectives
            if noun is None and not acting and (named := self.nominals.tree.child(head, "appos")) is not None and self.nominals.doer(named):
                head = content = named  # "the rival Freedom Movement"
                noun = self.nominals.noun(content)
            lemma = self.nominals.tree.lemma[head].lower()
            if noun is not None and noun.kind == "target" and lemma in self.nominals.vocabulary.armed_collectives:
                content, noun = head, None  # "a unit of the garrison fired": the unit did, and not its barracks
            elif noun is not None and noun.kind == "target" and (self._own_body(head) or self.nominals.garrison(head)):
                content, noun = head, None
            elif noun is not None and noun.kind == "target" and (whose := self.nominals.noun(head)) is not None and whose.kind == "person":
                content, noun = head, whose  # "fighters of the Northern Sector"
            if noun is None and lemma == "one" and self.nominals.vocabulary_unit(content):
                found.append(self._make("perpetrator_individual", head, head, "none", confidence, rule))
                continue  # "one of its units had planted the device"
            force = self.nominals.force(head) or self.nominals.garrison(head)
            if noun is None and (force or lemma in self.nominals.vocabulary.collectives):
                bodies = self.nominals.bodies(head)
                if (
                    bodies
                    or force
                    or lemma in _ACTING
                    or lemma in self.nominals.vocabulary.armed_collectives
                    or self.nominals.armed_words(head)
                ):
                    role: Role = "perpetrator_organisation" if lemma in _BODIES and bodies else "perpetrator_individual"
                    found.append(self._make(role, head, head, "none", confidence, rule))
                    found.extend(self._make("perpetrator_organisation", body, body, "none", confidence, rule) for body in bodies)
            elif (
                noun is None
                and rule.startswith(("verb:", "phrase:", "noun:", "deed:"))
                and not self._own(head)
                and self._unknown_people(head)
            ):
                found.append(self._make("perpetrator_individual", head, head, "none", confidence, rule))
            elif noun is None and (self._side(head) or self._unknown_body(head) or self._own_body(head)):
                found.append(self._make("perpetrator_organisation", head, head, "none", confidence, rule))
            elif noun is None and self._own(head):
                found.append(self._make("perpetrator_individual", head, head, "none", confidence, rule))
                found.extend(
                    self._make("perpetrator_organisation", body, body, "none", confidence, rule) for body in self.nominals.bodies(head)
                )
            elif noun is None and (
                self.nominals.entity[head] in {"NORP", "ORG"} or (rule.startswith("blame") and self.nominals.capitals[head])
            ):
                found.append(self._make("perpetrator_organisation", head, head, "none", confidence, rule))
            elif noun is None:
                continue
            elif noun.kind == "person" and noun.group not in {"pronoun", "hurt"}:
                found.append(self._make("perpetrator_individual", head, content, "none", confidence, rule, mention=at))
            elif noun.kind == "organisation" or self.nominals.crewed(content):
                found.append(self._make("perpetrator_organisation", head, content, "none", confidence, rule))
            elif noun.kind == "weapon":
                found.append(self._make("instrument", head, content, "none", "fact", rule))
            elif noun.kind == "target" and lemma in _MANNED:  # "a militia checkpoint arrested him": whose checkpoint it is
                bodies = self.nominals.bodies(head)
                found.extend(self._make("perpetrator_organisation", body, body, "none", confidence, rule) for body in bodies)
                if not bodies and self._of_a_nation(head):
                    found.append(self._make("perpetrator_organisation", head, head, "none", confidence, rule))
            elif noun.kind == "place" and noun.group == "named" and (self.nominals.entity[content] == "GPE" or self._command(content)):
                found.append(self._make("perpetrator_organisation", head, content, "none", confidence, rule))
            if noun is not None and noun.kind == "person" and noun.group != "pronoun":
                found.extend(
                    replace(one, role="perpetrator_individual", confidence=confidence) for one in self._apposed(content, "none", rule)
                )
            if noun is not None and noun.kind == "person":
                beside = dict.fromkeys((*self.nominals.bodies(head), *self.nominals.bodies(content)))
                found.extend(
                    self._make("perpetrator_organisation", body, body, "none", confidence, rule)
                    for body in beside
                    if body not in {head, content}
                )
        return found

    def sufferers(self, heads: Iterable[int], effect: Effect, rule: str, doers: Iterable[int] = ()) -> list[Participant]:
        """Return victims (people) and targets (things and bodies) among ``heads``, none of whom is among the ``doers``."""
        found: list[Participant] = []
        did = {*doers, *(self._stands_for(at) for at in doers)}
        for at in heads:
            lower, tree = self.nominals.tree.lower[at], self.nominals.tree
            if lower in _WHOEVER and (tree.child(at, "acl", "relcl") or tree.dep[tree.head[at]] == "pcomp"):
                found.append(self._make("victim", at, at, effect, "fact", rule))  # "shot at anyone running"
                continue
            before = tree.lower[at - 1] if at else ""
            if lower in _NOT_NAMED or before == "how" or (lower == "one" and before == "no"):
                continue
            head = self._stands_for(at)
            if head is None or head in did:
                head = at
            if head in did:
                continue
            if (whole := self._place_called(head)) is not None:
                head = whole
            content = self.nominals.content(head)
            noun = self.nominals.noun(content)
            if (
                effect == "damaged"
                and self.nominals.tree.lower[at] in {"them", "they"}
                and (things := self.antecedents.things(at)) is not None
            ):
                found.append(self._make("target", things, things, effect, "fact", rule, mention=at))  # "the houses … torched them"
                continue
            if (noun is None or noun.group in {"some", "count"}) and (told := self._of_them(head)) is not None:
                found.append(self._make("victim", told, told, effect, "fact", rule, mention=at))  # "killed all of them"
                found.extend(self._included(head, effect, rule))
                continue
            if noun is None and (thing := self.antecedents.thing(head)) is not None:
                found.append(self._make("target", thing, thing, "unknown", "fact", rule, mention=at))
                continue
            if noun is None and content != head and self._body_of_people(content):
                head = content
            if noun is None and self._body_of_people(head):
                found.append(self._make("victim", head, head, effect, "fact", rule, mention=at))
                continue
            if noun is None:
                continue
            harmed: Effect = effect
            if noun.kind == "organisation" and effect in _PATIENT_EFFECT and self._one_guard(head):
                found.append(self._make("victim", head, content, effect, "fact", rule, mention=at))
            elif noun.kind == "person":
                harmed = "unknown" if effect == "damaged" else effect
                found.append(self._make("victim", head, content, harmed, "fact", rule, mention=at))
                found.extend(self._apposed(content, harmed, rule))
                found.extend(self._one_of(content, harmed, rule))
                found.extend(self._named_before(content, harmed, rule))
            elif (
                noun.kind == "place"
                and (rule.endswith((":does", ":falls", ":places", ":moves")) or rule.startswith("phrase:") or self._aimed(head, rule))
                and effect not in _PATIENT_EFFECT
            ):
                found.append(self._make("target", head, content, "unknown", "fact", rule))  # "bombed Soyapango"
            elif noun.kind == "target" or (noun.kind == "organisation" and effect not in _PATIENT_EFFECT):
                harmed = effect if effect in {"damaged", "none"} else "unknown"
                found.append(self._make("target", head, content, harmed, "fact", rule))
                found.extend(self._make("target", item, item, harmed, "fact", rule) for item in self._listed(content))
            elif noun.kind == "weapon" and self._hit(content, noun, effect, rule):
                found.append(self._make("target", head, content, "unknown", "fact", rule))
        return found

    def _place_called(self, at: int) -> int | None:
        """Return the town of "the town of Kabizo, which they had captured": "which" stands for the whole, and not for the name alone."""
        tree = self.nominals.tree
        above = tree.head[tree.head[at]]
        clause = tree.child(at, "relcl")
        whole = clause is not None and tree.lower[tree.edges(clause)[0]] in {"which", "that"}
        called = tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "of" and whole
        return above if called and tree.lemma[above].lower() in _SETTLED else None

    def _aimed(self, at: int, rule: str) -> bool:
        """True for the town of "the shelling of Madaya", "a raid on Madaya": after other words it is where it was."""
        tree = self.nominals.tree
        while tree.dep[at] == "conj":
            at = tree.head[at]
        above = tree.head[at]
        word = rule.removeprefix("noun:").rpartition(" ")[2]
        if not rule.startswith("noun:") or tree.dep[at] != "pobj" or tree.lower[above] not in {"of", "on", "upon", "against"}:
            return False
        over = tree.head[above]
        held = tree.child(over, "dobj", "nsubjpass") if tree.lower[above] in {"on", "against"} else None  # "launched a raid on Madaya"
        return any(tree.lemma[noun].lower() in {word, word.rpartition("-")[2]} for noun in (over, held) if noun is not None)

    def _of_them(self, at: int) -> int | None:
        """Return the gunmen of "the four gunmen … killed all of them"."""
        tree = self.nominals.tree
        for child in tree.children[at]:
            if tree.dep[child] == "prep" and tree.lower[child] == "of":
                for below in tree.children[child]:
                    if tree.lower[below] in {"them", "whom"}:
                        return self.antecedents.antecedent(below)
        return None

    def _included(self, at: int, effect: Effect, rule: str) -> list[Participant]:
        """Return the people of "all of them, including the leader": they suffered it too."""
        tree = self.nominals.tree
        heads = [
            item
            for child in (*tree.children[at], *tree.children[tree.head[at]])
            if child > at and tree.lower[child] in {"including", "among"}
            for item in tree.children[child]
            if tree.dep[item] == "pobj" and (noun := self.nominals.noun(item)) is not None and noun.kind == "person"
        ]
        return [self._make("victim", head, head, effect, "fact", rule) for head in heads if self.nominals.tree.pos[head] != "PRON"]

    def _unit_of(self, at: int) -> int:
        """Return the unit of "entered by a unit of the Defence Council, which burned houses": what a unit did, its whole body did not."""
        tree = self.nominals.tree
        of, unit = tree.head[at], tree.head[tree.head[at]]
        if tree.dep[at] != "pobj" or tree.lower[of] != "of" or tree.child(at, "relcl", "acl") is None:
            return at
        noun = self.nominals.noun(at)
        armed = tree.lemma[unit].lower() in self.nominals.vocabulary.armed_collectives or tree.lemma[unit].lower() in _ACTING
        return unit if armed and noun is not None and noun.kind == "organisation" and tree.pos[unit] == "NOUN" else at

    def _of_a_nation(self, at: int) -> bool:
        """True for "Armenian positions fired at trenches": whose positions they are is said by the nation."""
        tree = self.nominals.tree
        return any(
            child < at and tree.dep[child] in {"amod", "compound", "nmod"} and self.nominals.entity[child] == "NORP"
            for child in tree.children[at]
        )

    def _side(self, at: int) -> bool:
        """True for "the Azerbaijani side", "the rebel side", "our side"."""
        nominals, tree = self.nominals, self.nominals.tree
        return tree.lower[at] == "side" and any(
            tree.lower[child] == "our"
            or nominals.entity[child] in {"NORP", "GPE"}
            or ((noun := nominals.noun(child)) is not None and noun.armed)
            for child in tree.children[at]
            if child < at
        )

    def _own_body(self, at: int) -> bool:
        """True for "the front", "its military wing" as who did something: a body, and no line of battle."""
        tree = self.nominals.tree
        acts = tree.dep[at] == "nsubj" or (tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "by")
        return (
            acts and tree.tag[at] == "NN" and tree.lower[at] in {"front", "faction", "wing"} and tree.child(at, "det", "poss") is not None
        )

    def _unknown_body(self, at: int) -> bool:
        """True for "the Gama'a": a name after "the", or at the head of a clause, that no vocabulary and no label knows."""
        tree = self.nominals.tree
        if tree.pos[at] != "PROPN" or self.nominals.entity[at]:
            return False
        return tree.lower[self.nominals.name(at)[0] - 1] == "the" or tree.dep[at] == "nsubj" or self._initials(at)

    def _initials(self, at: int) -> bool:
        """True for the BRA of "a post rushed by BRA": initials that no weapon has, after the "by" of what only people do."""
        tree = self.nominals.tree
        by, verb = tree.head[at], tree.head[tree.head[at]]
        written = self.nominals.parse.doc[at].text
        alone = written.isalpha() and written.isupper() and 2 < len(written) < 7 and not tree.children[at]
        agent = tree.dep[by] == "agent" and self.nominals.parse.doc[by].text == "by"
        return alone and agent and tree.lemma[verb].lower() in _DONE_BY_PEOPLE and tree.lower[at] not in _MUNITIONS

    def _unknown_people(self, at: int) -> bool:
        """True for "Vandals", "elders": people in the plural whom no vocabulary knows, where they do what only people do."""
        tree = self.nominals.tree
        by = tree.dep[at] == "pobj" and tree.lower[tree.head[at]] == "by"
        return (by or tree.dep[at] == "nsubj") and people(self.nominals, at)

    def _own(self, at: int) -> bool:
        """True for people whom no vocabulary knows, by whose they are: "our falcons", "the heroes of the Third Corps"."""
        nominals, tree = self.nominals, self.nominals.tree
        if tree.tag[at] != "NNS" or tree.pos[at] != "NOUN" or nominals.entity[at]:
            return False
        ours = any(tree.lower[child] == "our" for child in tree.children[at])
        return ours or any(nominals.proper(body) and body > at for body in nominals.bodies(at))

    def _command(self, at: int) -> bool:
        """True for "the Eastern Military Zone", which names a command though the label says a place."""
        first, last = self.nominals.name(at)
        return any(word in self.nominals.vocabulary.state_words for word in self.nominals.tree.lower[first:last])

    def _called(self, at: int) -> int | None:
        """Return the name set beside a number of people ("one of the two, Ahmed Isa")."""
        counted = self.nominals.noun(at)
        if counted is None or counted.group != "count":
            return None
        name = self.nominals.tree.child(at, "appos")
        noun = self.nominals.noun(name) if name is not None and self.nominals.proper(name) else None
        return name if noun is not None and noun.kind == "person" else None

    def _one_guard(self, at: int) -> bool:
        """True for "the Civil Guard who was on leave": one of that body."""
        tree = self.nominals.tree
        return (
            tree.tag[at] == "NNP"
            and tree.lower[at] in {"guard", "ranger", "rifle", "scout"}
            and any(
                tree.lower[below] in {"who", "whom"}
                for child in tree.children[at]
                if tree.dep[child] == "relcl"
                for below in tree.children[child]
            )
        )

    def _body_of_people(self, at: int) -> bool:
        """True for a unit ("a patrol"), and for a group whose own words say that it fights ("a terrorist cell")."""
        lemma = self.nominals.tree.lemma[at].lower()
        return lemma in self.nominals.vocabulary.units or lemma in _GATHERED or (lemma in _ACTING and self.nominals.armed_words(at))

    def _hit(self, at: int, noun: Noun, effect: Effect, rule: str) -> bool:
        """True for a weapon that something befell: aircraft shot down, a plane that exploded, guns attacked or blocked."""
        if (
            noun.group == "air"
            or rule.startswith(_TAKING_ARMS)
            or rule.startswith("verb:intercept")
            or (rule.startswith("noun:") and effect == "unknown")
            or rule.endswith(":blocks")
        ):
            return True
        if self.nominals.vocabulary.noun(self.nominals.tree.lemma[at], "target") is not None:
            return True
        return self.nominals.crewed(at) and (effect == "damaged" or rule.endswith((":device", ":does")))

    def instruments(self, heads: Iterable[int], rule: str) -> list[Participant]:
        """Return the weapons among ``heads``."""
        found = []
        for at in heads:
            content = self.nominals.content(at)
            if any(noun.kind == "weapon" for noun in self.nominals.nouns(content)):
                found.append(self._make("instrument", at, content, "none", "fact", rule))
        return found

    def _one_of(self, at: int, effect: Effect, rule: str) -> list[Participant]:
        """Return the person named before "one of the six Jesuits murdered"."""
        tree = self.nominals.tree
        preposition = tree.head[at]
        one = tree.head[preposition]
        if tree.dep[at] != "pobj" or tree.lower[preposition] != "of" or tree.lower[one] != "one":
            return []
        head = tree.head[one]
        heads = (
            [head]
            if tree.dep[one] == "appos"
            else [child for child in tree.children[head] if tree.dep[child] == "nsubj"]
            if tree.dep[one] == "attr"
            else []
        )
        return [
            self._make("victim", name, name, effect, "fact", rule)
            for name in heads
            if self.nominals.proper(name) and (noun := self.nominals.noun(name)) is not None and noun.kind == "person"
        ]

    def _named_before(self, at: int, effect: Effect, rule: str) -> list[Participant]:
        """Return the person whom "Ignacio Ruiz, an industrialist abducted in May" names before it says who he is."""
        tree = self.nominals.tree
        name = tree.head[at]
        if tree.dep[at] != "appos" or tree.tag[at] not in {"NN", "NNP"} or not self.nominals.proper(name) or self.nominals.proper(at):
            return []
        noun = self.nominals.noun(name)
        named = noun is not None and noun.kind == "person" and noun.group == "named"
        return [self._make("victim", name, name, effect, "fact", rule)] if named else []

    def _listed(self, at: int) -> list[int]:
        """Return the other things of a list that the parse took for an apposition ("the office, a bus, and a bridge")."""
        tree = self.nominals.tree
        found: list[int] = []
        below = self.nominals.owner(at)
        for child in (*tree.children[at], *(tree.children[below] if below is not None else ())):
            if tree.dep[child] == "appos" and tree.child(child, "conj", "cc", "appos") is not None:
                found.extend(
                    item for item in coordinated(tree, child) if (noun := self.nominals.noun(item)) is not None and noun.kind == "target"
                )
                found.extend(self._listed(child))
        return found

    def _apposed(self, at: int, effect: Effect, rule: str) -> list[Participant]:
        """Return named victims that stand in apposition to a count or a description ("two priests, X and Y")."""
        tree = self.nominals.tree
        found: list[Participant] = []
        for child in (*tree.children[at], *self._named_past(at)):
            if tree.dep[child] == "appos" and tree.pos[child] == "PROPN":
                noun = self.nominals.noun(child)
                if noun is not None and noun.kind == "person":
                    names = [child, *(item for item in tree.children[child] if tree.dep[item] == "conj" and tree.pos[item] == "PROPN")]
                    found.extend(self._make("victim", name, name, effect, "fact", rule) for name in names)
        return found

    def _named_past(self, at: int) -> list[int]:
        """Return the name of "a supervisor of the Mission, Haruto Takahashi, was killed", which the parse set beside the mission."""
        tree, nominals = self.nominals.tree, self.nominals
        if tree.tag[at] != "NN" or tree.child(at, "appos") is not None:
            return []
        bodies = [
            body
            for child in tree.children[at]
            if tree.dep[child] == "prep" and child > at
            for body in tree.children[child]
            if tree.dep[body] == "pobj"
            and ((noun := nominals.noun(body)) is None or noun.kind != "person" or tree.lower[body - 1] == "the")
        ]
        return [
            name
            for body in bodies
            for name in tree.children[body]
            if tree.dep[name] == "appos" and nominals.proper(name) and tree.lower[tree.edges(name)[0] - 1] == ","
            if nominals.entity[name] == "PERSON" or nominals.take_as_person(name)
        ]

    def _stands_for(self, at: int) -> int | None:
        """Return the head to name: the antecedent of a pronoun or bare number where there is one; None for a pronoun without."""
        noun = self.nominals.noun(at)
        if self.nominals.tree.lower[at] == "it":
            return self.antecedents.antecedent(at)
        if noun is None or noun.group not in {"pronoun", "count"}:
            return at
        antecedent = self.antecedents.antecedent(at)
        below = self.nominals.content(at)
        if antecedent is None and below != at and self.nominals.tree.lower[below] in {"them", "whom"}:
            antecedent = self.antecedents.antecedent(below)  # "two of them were tortured"
        if antecedent is None:
            return at if noun.group == "count" else None
        return antecedent

    def _make(
        self, role: Role, head: int, content: int, effect: Effect, confidence: Confidence, rule: str, mention: int | None = None
    ) -> Participant:
        """Return one participant. ``mention`` is the head as the clause has it, where a pronoun or number stands for ``head``."""
        nominals = self.nominals
        extent = nominals.extent(nominals.naming(head))
        noun = nominals.noun(content)
        name = nominals.words(extent)
        spans = [nominals.span(nominals.extent(head, number=True))]
        if mention is not None and mention != head:
            spans.insert(0, nominals.span((mention, mention + 1)))
        named = self._named(content)
        if named and noun is not None and noun.kind == "person":
            fuller = self.antecedents.full_name(name)
            if fuller is not None:
                name = fuller[0]
                spans.append(fuller[1])
        people = noun is not None and noun.kind == "person"
        return Participant(
            role=role,
            name=name,
            named=named,
            mentions=tuple(dict.fromkeys(spans)),
            number=self._number(mention if mention is not None else head, head, content) if people else None,
            effect=effect,
            confidence=confidence,
            population=noun.population if noun is not None and people else None,
            actor_key=self.antecedents.key(name),
            rule=rule,
        )

    def _named(self, at: int) -> bool:
        """True for a proper name, not for a description in capitals."""
        noun = self.nominals.noun(at)
        if noun is None or not self.nominals.proper(at):
            return noun is not None and noun.group == "named"
        return noun.group == "named" or noun.kind in {"organisation", "target", "place"}

    def _number(self, mention: int, head: int, content: int) -> Count | None:
        """Return how many people, from the quantity at any of the heads; else one for a singular, two or more for a bare plural."""
        for at in (mention, head, content):
            if at in self.quantities:
                return self.quantities[at].count
        tree = self.nominals.tree
        if tree.pos[mention] == "NUM" or tree.lower[mention] in {"several", "many", "some", "few"}:
            return None
        if tree.lower[mention] in {"he", "him", "she", "her", "who", "whom"} and mention != head:
            return self._number(head, head, content) if tree.lower[mention] in {"who", "whom"} else Count(1, 1)
        if tree.tag[content] in _PLURAL_TAGS or tree.lower[content] in _PLURAL_WORDS:
            return Count(2, None)
        if content != head or tree.lower[content] in _MASS:
            return None
        return Count(1, 1)


def together(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Bring mentions of one participant in one role together: same folded name. The first mention leads; the stronger facts are kept."""
    kept: dict[tuple[str, str], Participant] = {}
    for participant in participants:
        key = (participant.role, participant.actor_key)
        known = kept.get(key)
        if known is None:
            kept[key] = participant
            continue
        kept[key] = replace(
            known,
            mentions=tuple(dict.fromkeys((*known.mentions, *participant.mentions))),
            number=known.number or participant.number,
            effect=known.effect if known.effect not in {"unknown", "none"} else participant.effect,
            named=known.named or participant.named,
        )
    return tuple(kept.values())
