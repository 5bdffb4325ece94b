"""What the events of one text lend each other: doers and weapons of a clause to the deaths it tells of, place and day across an "is".

Enters: the mentions of one text in order and the drafts they were made from. Leaves: the same mentions with what they borrow. Only what
the text decides is lent: nobody is made to have killed his own side, and where two sides fought each other only the other one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from trucewatch.reading.bearing import bears_arms
from trucewatch.reading.coreference import Antecedents
from trucewatch.reading.drafts import Draft
from trucewatch.reading.factuality import stance_of
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.outcomes import with_outcome
from trucewatch.reading.participants import Casting, together
from trucewatch.records.assertion import Participant

_VIOLENT = frozenset("attack killing bombing shelling arson destruction robbery kidnapping".split()) | {
    "attack on civilians", "attack on observers", "suicide bombing", "air strike", "chemical attack", "sexual violence",
}  # fmt: skip
_HOLDING = frozenset({"kidnapping", "detention"})
_RAINED = frozenset({"shelling", "air strike"})
"""Attacks that kill whoever is there."""
_OWN = frozenset({"his", "her", "their"})
_TOGETHER = frozenset({"when", "as", "after", "while"})
"""Words that open a clause telling how those before it came to harm."""
_COMING = frozenset(
    """burst break enter force sweep come arrive descend rush walk march move drive ride pour climb barge pull stop surround go swarm invade
    infiltrate appear call knock turn charge advance cross land jump run chase catch find flag block search comb wave intercept halt
    waylay hail force round line""".split()
)
"""What those do who come to a place where people then die."""
_PLUNDER = frozenset({"kidnapping", "robbery", "looting", "arson", "destruction"})
_PLUNDERING = frozenset("empty ransack steal loot pillage plunder rob smash wreck torch burn raze gut strip slaughter rape".split())
"""What raiders do in the place they came to, to things and to people who do not fight."""
_WINNING = frozenset("take retake seize capture recapture overrun storm enter reenter occupy conquer".split())
_CAPTURES = frozenset(
    {
        "verb:capture:does",
        "phrase:take prisoner",
        "phrase:take captive",
        "phrase:take hostage",
        "phrase:make prisoner",
        "phrase:make captive",
    }
)
"""Rules that tell who fell into the hands of those who fight."""
_COURSE = frozenset({"in", "during"})
_OCCASIONS = frozenset(
    """attack assault raid operation action sweep bombardment shelling bombing shooting incursion onslaught massacre firing offensive
    ambush incident storming strike barrage rampage episode affair violence""".split()
)
"""What people are said to die in."""
_AIMED = frozenset({"on", "of", "against", "upon", "at"})
_WITHIN = frozenset({("in", "which"), ("during", "which"), ("of", "which")})
"""Words that open a clause on what happened in an operation."""
_DEATHS = frozenset("death loss wounding killing murder injury martyrdom".split())
_DEEP = 5
"""Steps from those who died up to the noun of their death."""
_CLAUSE = 25
"""Tokens back within which the operation stands."""
_SENTENCES = 2
"""Sentences back within which "in the assault" takes up what was told."""
_LONGEST = 3
"""Sentences back at most to those who came, where only "they" is told of meanwhile."""
_BACK = 60
"""Tokens back within which the sentence before tells who came."""
_HARMED = frozenset({"killed", "injured", "damaged"})
_HAPPENED = frozenset({"certain", "probable", "possible"})
_FORCES = frozenset({"forces", "state"})
_FIGHTERS = frozenset({"combatant", "armed"})


@dataclass(frozen=True, slots=True)
class Sharing:
    """Lends between the events of one parse."""

    nominals: Nominals
    drafts: Mapping[int, Draft]
    casting: Casting

    @property
    def antecedents(self) -> Antecedents:
        """Whom pronouns and definite phrases take up."""
        return self.casting.antecedents

    def lend(self, mentions: Iterable[EventMention]) -> list[EventMention]:
        """Return the mentions with the doers, weapons, places and days that others lend them."""
        found = list(mentions)
        by_token = {mention.token: mention for mention in found}
        lent: list[EventMention] = []
        for mention in found:
            one = self._unsettled(self._identified(mention, by_token), by_token)
            one = self._in_which(self._clause_of(one, by_token), by_token)
            one = with_outcome(self.nominals.tree, self._which_did(one, by_token), by_token)
            one = self._in_the_operation(self._with_whom(one, by_token), by_token)
            if self._needs_doer(one):
                one = self._with_doers(one, by_token, lent)
            lent.append(one)
        return lent

    def _unsettled(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
        """Take the place from "the shelling" by which, as somebody denies, a mosque there was damaged: the denial places only itself."""
        tree = self.nominals.tree
        preposition = tree.head[mention.token]
        above = by_token.get(tree.head[preposition])
        if not mention.anaphoric or tree.dep[mention.token] != "pobj" or above is None:
            return mention
        denied = above.stance.polarity == "deny" or above.stance.factuality == "negated"
        return replace(mention, where=(), when=None) if denied else mention

    def _clause_of(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
        """Give "an ambush" in which people "were killed" those who were: the noun and its verb tell of one event."""
        tree = self.nominals.tree
        preposition = tree.head[mention.token]
        if tree.dep[mention.token] != "pobj" or tree.lower[preposition] not in {"in", "during"}:
            return mention
        above = by_token.get(tree.head[preposition]) or self._death_in(preposition, by_token)
        if above is None:
            return mention
        if mention.type not in _VIOLENT or mention.anaphoric or above.stance.factuality not in _HAPPENED:
            return mention
        doers = self._sides(above) if self._kinds(self.drafts[above.token].doers) == {"fighters"} else []
        if doers and not self._sides(mention):  # "militants killed 30 in assaults on two posts"; police may kill in an attack on themselves
            mention = replace(mention, participants=together((*mention.participants, *doers)))
        if any(one.role in {"victim", "target"} for one in mention.participants):
            return mention
        victims = [one for one in above.participants if one.role == "victim" and one.effect in _HARMED]
        return replace(mention, participants=together((*mention.participants, *victims))) if victims else mention

    def _in_which(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
        """Give "the ambush, in which rebels killed nine soldiers" both sides of what happened in it."""
        tree = self.nominals.tree
        if mention.type not in _VIOLENT or not mention.rule.startswith("noun"):
            return mention
        hung = tree.children[mention.token]
        within = (below for child in hung if tree.dep[child] == "prep" for day in tree.children[child] for below in tree.children[day])
        for clause in (*hung, *within):  # also "the ambush of 20 May, in which six policemen died"
            inner = by_token.get(clause)
            first = tree.edges(clause)[0]
            if tree.dep[clause] != "relcl" or inner is None or tree.lower[first : first + 2] != ["in", "which"]:
                continue
            if inner.stance.factuality not in _HAPPENED or any(one.role != "instrument" for one in mention.participants):
                continue
            sides = [one for one in inner.participants if one.role in {"victim", "target"} or one.role.startswith("perpetrator")]
            return replace(mention, participants=together((*mention.participants, *sides)))
        return mention

    def _death_in(self, preposition: int, by_token: Mapping[int, EventMention]) -> EventMention | None:
        """Return the death of "mourns the death of ten of its men in an attack": the parse may give "in" to the men or to who mourns."""
        tree, at = self.nominals.tree, self.nominals.tree.head[preposition]
        if tree.pos[at] == "VERB":
            noun = tree.child(at, "dobj")
            return by_token.get(noun) if noun is not None and noun < preposition and self._of_death(noun, by_token) else None
        for _ in range(_DEEP):
            if self._of_death(at, by_token):
                return by_token[at]
            if tree.dep[at] not in {"pobj", "prep"}:
                return None
            at = tree.head[at]
        return None

    def _attack_after(self, death: EventMention, by_token: Mapping[int, EventMention]) -> EventMention | None:
        """Return the attack of "the death of ten of its men in an attack by rebels", where it happened and tells who did it."""
        tree = self.nominals.tree
        for one in by_token.values():
            near = death.token < one.token < death.token + _CLAUSE and tree.dep[one.token] == "pobj" and self._lends(one)
            if near and tree.lower[tree.head[one.token]] in _COURSE and (above := self._death_in(tree.head[one.token], by_token)):
                if above.token != death.token:
                    continue
                return one
        return None

    def _of_death(self, at: int, by_token: Mapping[int, EventMention]) -> bool:
        told = by_token.get(at)
        return told is not None and told.rule.startswith("noun") and self.nominals.tree.lemma[at] in _DEATHS

    def _operation(self, at: int, by_token: Mapping[int, EventMention]) -> EventMention | None:
        """Return the sweep of "the army carried out a sweep of the valley, in the course of which nine men were detained"."""
        tree, number = self.nominals.tree, self.nominals.parse.sentence_of
        verb = at
        while tree.dep[verb] == "conj" and tree.head[verb] in by_token:
            verb = tree.head[verb]
        first = tree.edges(verb)[0]
        if tuple(tree.lower[first : first + 2]) not in _WITHIN or tree.tag[verb] not in {"VBN", "VBD"}:
            return None
        if tree.lower[first] == "of" and tree.lower[first - 1] != "course":
            return None
        for before in range(first - 1, max(-1, first - _CLAUSE), -1):
            if number[before] != number[first] or tree.tag[before] in {"VBD", "VBZ", "VBP"}:
                return by_token.get(before) if by_token.get(before) is not None and self._occasion(by_token[before]) else None
            if (told := by_token.get(before)) is not None and self._occasion(told):
                return told
        return None

    @staticmethod
    def _occasion(told: EventMention) -> bool:
        return told.rule.startswith("noun") and (told.type in _VIOLENT or told.type == "troop movement")

    def _in_the_operation(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
        """Give people who were arrested, and things destroyed, in an operation those whose operation it was."""
        if mention.token not in self.drafts or mention.stance.factuality not in _HAPPENED:
            return mention
        if any(one.role.startswith("perpetrator") for one in mention.participants) or not mention.participants:
            return mention
        source = self._operation(mention.token, by_token)
        if source is None or not self._told(source) or not self._sides(source):
            return mention
        sure = source.type in _VIOLENT or mention.type in _HOLDING or mention.type in _PLUNDER | {"bombing", "weapons seizure"}
        added = self._doers(source, mention, strict=not sure)
        return replace(mention, participants=together((*mention.participants, *added))) if added else mention

    def _with_whom(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
        """Give "the strikes in the valley today, in which 13 rebels were killed" those whom they killed."""
        if mention.type not in _VIOLENT or not mention.rule.startswith("noun") or mention.token not in self.drafts:
            return mention
        if mention.anaphoric or any(one.role in {"victim", "target"} for one in mention.participants):
            return mention
        if any(self.nominals.tree.lower[child] in _AIMED for child in self.nominals.tree.children[mention.token]):
            return mention  # "the bombing of a brick works, in which 15 labourers perished"
        doers = self._kinds(self.drafts[mention.token].doers)
        number = self.nominals.parse.sentence_of
        for told in by_token.values():
            near = mention.token < told.token and number[told.token] == number[mention.token]
            source = self._operation(told.token, by_token) if near and told.stance.factuality in _HAPPENED else None
            if source is None or source.token != mention.token:
                continue
            harmed = [one for one in told.participants if one.role == "victim" and one.effect in _HARMED]
            if harmed and not _one_side(doers, self._kinds(self.drafts[told.token].patients)):
                return replace(mention, participants=together((*mention.participants, *harmed)))
        return mention

    def _which_did(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
        """Give "the blast, which struck a patrol on Monday" whom it struck, when and where: the clause tells what the noun names."""
        tree = self.nominals.tree
        if mention.type not in _VIOLENT or not mention.rule.startswith("noun"):
            return mention
        for clause in tree.children[mention.token]:
            inner = by_token.get(clause)
            if tree.dep[clause] != "relcl" or inner is None or inner.type not in _VIOLENT or inner.stance.factuality not in _HAPPENED:
                continue
            if not any(tree.lower[child] in {"which", "that"} and tree.dep[child] == "nsubj" for child in tree.children[clause]):
                continue
            harmed = [one for one in inner.participants if one.role in {"victim", "target"}]
            added = harmed if not any(one.role in {"victim", "target"} for one in mention.participants) else []
            return replace(
                mention,
                participants=together((*mention.participants, *added)),
                when=mention.when or inner.when,
                where=mention.where or inner.where,
            )
        return mention

    def _needs_doer(self, mention: EventMention) -> bool:
        """True for people or things that came to harm at nobody's hand so far."""
        draft = self.drafts.get(mention.token)
        harmed = any(one.role in {"victim", "target"} for one in mention.participants)
        doer = any(one.role.startswith("perpetrator") for one in mention.participants)
        if draft is not None and draft.rule.startswith("verb:") and self.nominals.tree.dep[mention.token] == "amod":
            return False  # "carried off three wounded fighters": who they are, and not what was done to them there
        if draft is None or doer or mention.stance.factuality not in _HAPPENED:
            return False
        if not harmed:  # "the massacre took place when rebels stormed the village"
            return draft.verb is not None and draft.rule.startswith("noun") and mention.type in _VIOLENT and not mention.participants
        if self._captured(draft.rule, mention.token):
            return True
        taken = mention.type in _PLUNDER or self.nominals.tree.lemma[mention.token].lower() in _PLUNDERING
        return draft.effect in _HARMED or draft.rule.startswith(("verb:shoot", "verb:hit")) or taken

    def _captured(self, rule: str, at: int) -> bool:
        """True for those who were captured or taken prisoner: whoever stormed the place then took them, where a crowd arrests nobody."""
        return rule in _CAPTURES or (rule == "verb:seize:does" and self.nominals.tree.dep[at] != "amod")

    def _with_doers(self, mention: EventMention, by_token: Mapping[int, EventMention], before: list[EventMention]) -> EventMention:
        """Give a death the doers of the clause that tells how it came about, or of the attack or fight told right before it."""
        source = self._clause(mention, by_token) or self._where(mention, by_token) or self._in_the_same(mention, before)
        if source is not None:
            added = self._doers(source, mention)
        elif (source := self._joined(mention, by_token)) is not None or (source := self._captors(mention, before)) is not None:
            added = [replace(one, confidence="possible") for one in self._doers(source, mention)]
        else:
            source = self._told_before(mention, before)
            added = (
                [replace(one, confidence="possible") for one in self._doers(source, mention, strict=not self._theirs(mention))]
                if source is not None
                else []
            )
        added = added or self._comers(mention)
        return replace(mention, participants=together((*mention.participants, *added))) if added else mention

    def _comers(self, mention: EventMention) -> list[Participant]:
        """Return the fighters of "two farmers were killed when gunmen broke down the door": they came, and others than fighters died."""
        tree, victims = self.nominals.tree, self._kinds(self.drafts[mention.token].patients)
        for verb in self._verbs(mention.token):
            for clause in tree.children[verb]:
                subject = tree.child(clause, "nsubj")
                if tree.dep[clause] != "advcl" or not self._opens(clause) or subject is None:
                    continue
                if owners := self._gunners(subject, clause):
                    return self.casting.doers(owners, "fact", "their guns")
                if tree.lemma[clause] not in _COMING:
                    continue
                if _opposed(self._kinds((subject,)), victims):
                    return self.casting.doers((subject,), "possible", "came when")
        return self._came_before(mention, victims)

    def _gunners(self, weapon: int, clause: int) -> tuple[int, ...]:
        """Return whose guns "when rebel mortars found their position" tells of: what hit them was sent by those whose it is."""
        tree, noun = self.nominals.tree, self.nominals.noun(weapon)
        if noun is None or noun.kind != "weapon" or tree.tag[clause] not in {"VBD", "VBZ", "VBP"} or tree.child(clause, "neg") is not None:
            return ()
        below = tuple(
            child
            for child in tree.children[weapon]
            if child < weapon
            and tree.dep[child] in {"compound", "nmod", "poss", "amod"}
            and (self._kinds((child,)) & {"fighters", "forces"} or self.nominals.force(child))
        )
        return self.nominals.bodies(weapon) or below

    def _came_before(self, mention: EventMention, victims: frozenset[str]) -> list[Participant]:
        """Return the gunmen of "gunmen entered the village. Fourteen people were killed", where nobody else is told to have come."""
        parse, tree, at = self.nominals.parse, self.nominals.tree, mention.token
        plundered = self._things(mention)
        if (not plundered and victims != {"civil"}) or self._placed(at):
            return []
        first = at
        while first and parse.sentence_of[first - 1] == parse.sentence_of[at]:
            first -= 1
        came = [
            here
            for here in range(first - 1, max(-1, first - _BACK), -1)
            if self._next_told(here, at)
            and parse.paragraph_of[here] == parse.paragraph_of[at]
            and tree.dep[here] == "nsubj"
            and tree.lemma[tree.head[here]] not in SAYING
            and self._kinds((here,)) & {"fighters", "forces"}
        ]
        if len(came) != 1 or tree.lemma[tree.head[came[0]]] not in _COMING or self._kinds(came) != {"fighters"}:
            return []
        stance = stance_of(parse, tree.head[came[0]])
        told = stance.polarity == "assert" and stance.factuality in {"certain", "probable"}
        return self.casting.doers(tuple(came), "possible", "came before") if told else []

    def _next_told(self, before: int, at: int) -> bool:
        """True where ``at`` follows the sentence of ``before``, sentences that only date it or go on with "they" not counted."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        steps = sentence[at] - sentence[before]
        if not 1 <= steps <= _LONGEST:
            return False
        between = (here for here in range(before, at) if sentence[before] < sentence[here] < sentence[at])
        subjects = [tree.lower[here] for here in between if tree.dep[here] in {"nsubj", "nsubjpass"}]
        return steps == 1 or (bool(subjects) and all(word in {"they", "it"} for word in subjects))

    def _verbs(self, at: int) -> tuple[int, ...]:
        """Return a verb of harm, the one it is joined to and those joined to it ("was killed and two were wounded when …")."""
        tree = self.nominals.tree
        first = tree.head[at] if tree.dep[at] == "conj" and tree.head[at] in self.drafts else at
        joined = [child for child in tree.children[first] if tree.dep[child] == "conj" and child in self.drafts]
        return tuple(dict.fromkeys((at, first, *joined)))

    def _theirs(self, mention: EventMention) -> bool:
        """True for "was killed by one of their bullets": those who fired are those told of before."""
        tree = self.nominals.tree
        return any(tree.lower[child] == "their" for head in self.drafts[mention.token].instruments for child in self._under(head))

    def _under(self, at: int) -> tuple[int, ...]:
        """Return what hangs on a weapon, or on the weapons that "one of" stands for."""
        tree = self.nominals.tree
        content = self.nominals.content(at)
        return (*tree.children[at], *(tree.children[content] if content != at else ()))

    def _clause(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention | None:
        """Return the attack of a clause with "when", "as" or "after" under the verb ("were killed when rebels raided the village")."""
        tree = self.nominals.tree
        at = mention.token
        while tree.dep[at] == "conj" and tree.head[at] in by_token:
            at = tree.head[at]
        carried = self.drafts[mention.token].verb  # "the massacre took place when rebels stormed the village"
        aside = tuple(child for child in tree.children[at] if child > at and tree.dep[child] in {"advmod", "npadvmod", "dep"})
        for verb in dict.fromkeys((*self._verbs(mention.token), at, *(() if carried is None else (carried,)), *aside)):
            for child in tree.children[verb]:
                if tree.dep[child] == "advcl" and child > verb and self._opens(child) and (source := by_token.get(child)) is not None:
                    return source if self._lends(source) or self._took(source, mention) else None
                below = (*self._on_the_day(child), *self._in_the_course(child, by_token))
                lending = next((by_token[one] for one in below if one in by_token and self._lends(by_token[one])), None)
                if lending is not None:
                    return lending
        if (
            mention.rule.startswith("noun")
            and self._of_death(mention.token, by_token)
            and (source := self._attack_after(mention, by_token))
        ):
            return source
        subject = tree.child(mention.token, "nsubj")
        source = by_token.get(subject) if subject is not None else None
        return source if source is not None and source.rule.startswith("noun") and self._lends(source) else None

    def _opens(self, clause: int) -> bool:
        """True for a clause that says when, or after what, those before it came to harm."""
        tree = self.nominals.tree
        return any(tree.lower[below] in _TOGETHER and tree.dep[below] in {"mark", "advmod"} for below in tree.children[clause])

    def _on_the_day(self, preposition: int) -> Iterator[int]:
        """Yield the verbs of "took place on 2 May, when rebels stormed the town"."""
        tree = self.nominals.tree
        if tree.dep[preposition] != "prep":
            return
        for clause in (clause for day in tree.children[preposition] for clause in tree.children[day] if tree.dep[clause] == "relcl"):
            if any(tree.lower[below] == "when" for below in tree.children[clause]):
                yield clause
                yield from (below for below in tree.children[clause] if tree.dep[below] == "conj")

    def _in_the_course(self, preposition: int, by_token: Mapping[int, EventMention]) -> Iterator[int]:
        """Yield the nouns of "was killed in a raid that the army blamed on rebels"."""
        tree = self.nominals.tree
        if tree.dep[preposition] == "prep" and tree.lower[preposition] in _COURSE:
            yield from (head for head in tree.children[preposition] if head in by_token and by_token[head].rule.startswith("noun"))

    def _where(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention | None:
        """Return the shelling of "the army shelled the town, where a rocket killed seven": it is what hit them."""
        tree, verb = self.nominals.tree, mention.token
        while tree.dep[verb] == "conj" and tree.head[verb] in by_token:
            verb = tree.head[verb]
        if tree.dep[verb] != "relcl" or tree.child(verb, "advmod") is None:
            return None
        if not any(tree.lower[child] == "where" for child in tree.children[verb]):
            return None
        source = by_token.get(tree.head[tree.head[verb]])
        weapon = any(one.role == "instrument" for one in mention.participants)
        return source if source is not None and weapon and source.type in _RAINED and self._lends(source) else None

    def _joined(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention | None:
        """Return the attack that the death is joined to: "rebels opened fire at a market, and two traders were killed"."""
        tree, at = self.nominals.tree, mention.token
        source = by_token.get(tree.head[at])
        if tree.dep[at] != "conj" or source is None or tree.child(at, "nsubjpass") is None or not self._lends(source, fights=True):
            return None
        hit = any(one.role in {"victim", "target"} for one in source.participants)
        hit = hit or any(one.role == "instrument" for one in mention.participants)  # "fired a shotgun, and two were hit by pellets"
        return source if hit or self.drafts[source.token].rule == "phrase:return fire" else None

    def _captors(self, mention: EventMention, before: list[EventMention]) -> EventMention | None:
        """Return the deed right before by which those who did it got hold of the same people ("rounded up the men; they were shot")."""
        sentence, at = self.nominals.parse.sentence_of, mention.token
        harmed = self._heads(self.drafts[at].patients)
        for one in reversed(before):
            if sentence[at] - sentence[one.token] > 1:
                break
            dated = one.when is not None and mention.when is not None and one.when.earliest != mention.when.earliest
            seized = one.type in _VIOLENT or one.rule.startswith("deed:")
            held = one.type in _HOLDING or (seized and not dated)  # "lynched two men. They had been dragged from a cell"
            if held and self._told(one) and self._sides(one) and harmed & self._heads(self.drafts[one.token].patients):
                return one
        return None

    def _heads(self, heads: Iterable[int]) -> frozenset[int]:
        """Return whom the heads stand for: "two of them" for those told before."""
        found = []
        for at in heads:
            content = self.nominals.content(at)
            told = self.antecedents.antecedent(content)
            told = self.antecedents.antecedent(at) if told is None else told
            found.append(content if told is None else told)
        return frozenset(found)

    def _in_the_same(self, mention: EventMention, before: list[EventMention]) -> EventMention | None:
        """Return the assault of "the army attacked the camp. Nine herders died in the assault": the words say that it is the same."""
        parse, tree, at = self.nominals.parse, self.nominals.tree, mention.token
        within = [
            head
            for child in tree.children[at]
            if tree.dep[child] == "prep" and tree.lower[child] in _COURSE
            for head in tree.children[child]
            if tree.lemma[head] in _OCCASIONS
            and any(tree.lower[below] in {"the", "this", "that"} for below in tree.children[head])
            and not any(tree.dep[below] in {"prep", "amod", "compound", "relcl", "acl"} for below in tree.children[head])
        ]
        if not within:
            return None
        near = [
            one
            for one in before
            if parse.paragraph_of[one.token] == parse.paragraph_of[at]
            and 0 < parse.sentence_of[at] - parse.sentence_of[one.token] <= _SENTENCES
        ]
        violent = [one for one in near if one.type in _VIOLENT or one.type == "armed clash"]
        return violent[-1] if violent and self._lends(violent[-1], fights=True) else None

    def _told_before(self, mention: EventMention, before: list[EventMention]) -> EventMention | None:
        """Return the one attack or fight told in the sentence before, or earlier in this one, in the same paragraph."""
        parse = self.nominals.parse
        sentence, paragraph = parse.sentence_of, parse.paragraph_of
        at = mention.token
        if self._placed(at):
            return None
        near = [
            one
            for one in before
            if paragraph[one.token] == paragraph[at] and 0 <= sentence[at] - sentence[one.token] <= 1 and self._lends(one, fights=True)
        ]
        doers = {frozenset(side.name for side in self._sides(one)) for one in near}
        own = [one for one in near if self.drafts[one.token].doers or self.drafts[one.token].fighters]  # not what it was lent itself
        return own[-1] if len(doers) == 1 and own else None

    def _placed(self, at: int) -> bool:
        """True where the sentence names a place: it may tell of something else."""
        nominals, number = self.nominals, self.nominals.parse.sentence_of
        return any(
            nominals.entity[here] in {"GPE", "LOC", "FAC"}
            for here in range(max(0, at - 30), min(len(nominals.tree), at + 30))
            if number[here] == number[at]
        )

    def _lends(self, source: EventMention, *, fights: bool = False) -> bool:
        """True for violence that happened and whose doers, or both of whose sides, are told."""
        lends = source.type in _VIOLENT or (fights and source.type in {"armed clash", "territory taken"})
        return lends and self._told(source) and bool(self._sides(source))

    def _took(self, source: EventMention, mention: EventMention) -> bool:
        """True for the rebels of "captured when the rebels retook the town": those who take a place take those who hold it."""
        if not self._captured(self.drafts[mention.token].rule, mention.token):
            return False
        won = source.type == "territory taken" or self.nominals.tree.lemma[source.token] in _WINNING
        return won and self._told(source) and bool(self._sides(source))

    @staticmethod
    def _told(source: EventMention) -> bool:
        """True for what the text tells as a fact of one time."""
        return source.stance.polarity == "assert" and source.stance.factuality in {"certain", "probable"} and not source.pattern

    @staticmethod
    def _sides(source: EventMention) -> list[Participant]:
        if source.type == "armed clash":
            return [one for one in source.participants if one.role == "other"]
        return [one for one in source.participants if one.role.startswith("perpetrator")]

    def _their_own(self, source: EventMention) -> bool:
        """True for "soldiers were killed when troops fired on their car": who fired is another than whose car it was."""
        tree = self.nominals.tree
        if tree.dep[source.token] != "advcl" or source.type == "armed clash":
            return False
        hit = self.drafts[source.token].patients
        return any(tree.lower[child] in _OWN and tree.dep[child] == "poss" for head in hit for child in tree.children[head])

    def _doers(self, source: EventMention, mention: EventMention, *, strict: bool = False) -> list[Participant]:
        """Return who lends himself as doer: nobody of the victims' own side; ``strict``: only where the two are known to be opposed."""
        victims = self._kinds(self.drafts[mention.token].patients)
        sides = self._sides(source)
        if self._their_own(source):
            return sides
        draft = self.drafts[source.token]
        if source.type == "armed clash":
            if len(sides) == 1 and len(draft.fighters) == 1 and _opposed(self._kinds(draft.fighters), victims):
                return [replace(one, role="perpetrator_individual", confidence="possible") for one in sides]  # "returned fire"
            if len(sides) != 2:
                return []
            apart = [(head, kinds) for head in draft.fighters if (kinds := self._kinds((head,)))]
            others = [head for head, kinds in apart if _opposed(kinds, victims)]
            own = [head for head, kinds in apart if not _opposed(kinds, victims)]
            if len(others) != 1 or len(own) != 1:
                return []
            name = self.nominals.words(self.nominals.extent(self.nominals.naming(others[0])))
            return [replace(one, role="perpetrator_individual", confidence="possible") for one in sides if one.name == name]
        doers = self._kinds(draft.doers)
        if doers == {"civil"}:
            doers = frozenset({"fighters"})  # "two men" who burn and shoot
        victims = victims or self._whoever(mention)
        if self._ours(draft.doers) and not self._ours(self.drafts[mention.token].patients) and sides:
            return sides  # "our forces took the post. Thirty soldiers were annihilated": not soldiers of ours
        if _one_side(doers, victims) or {one.name for one in sides} & {one.name for one in mention.participants}:
            return []
        civil = victims == {"civil"}
        rained = source.type in _RAINED and (civil or self._things(mention))  # "the army shelled the camp. Eleven children were killed"
        fired = civil and self._kinds(draft.patients) == {"civil"}  # "police fired on marchers. Three people were killed"
        raided = doers == {"fighters"} and self._things(mention)
        return sides if not strict or rained or fired or raided or _opposed(doers, victims) else []

    def _ours(self, heads: Iterable[int]) -> bool:
        """True for "our forces", "our fighters", "we"."""
        tree = self.nominals.tree
        return any(tree.lower[at] == "we" or any(tree.lower[child] == "our" for child in tree.children[at]) for at in heads)

    def _things(self, mention: EventMention) -> bool:
        """True where only things were taken or destroyed."""
        return mention.type in _PLUNDER | {"other"} and all(one.role in {"target", "instrument"} for one in mention.participants)

    def _whoever(self, mention: EventMention) -> frozenset[str]:
        """Return "civil" for "those who ran out": whoever was there."""
        tree = self.nominals.tree
        heads = self.drafts[mention.token].patients
        told = bool(heads) and all(
            tree.lower[at] in {"those", "anyone", "everyone", "whoever"} and tree.child(at, "relcl") is not None for at in heads
        )
        return frozenset({"civil"} if told else ())

    def _kinds(self, heads: Iterable[int]) -> frozenset[str]:
        """Return the sides the heads' words put them on: "fighters", "forces", "civil"."""
        found: set[str] = set()
        for at in heads:
            before = self.antecedents.antecedent(at)
            head = at if before is None else before
            noun = self.nominals.noun(self.nominals.content(head))
            if noun is None or noun.kind not in {"person", "organisation"} or noun.group in {"pronoun", "count", "hurt"}:
                continue
            armed = noun.group in _FIGHTERS or (noun.group == "person" and self._bears_arms(head))
            found.add("forces" if noun.group in _FORCES else "fighters" if armed else "civil")
        return frozenset(found)

    def _bears_arms(self, at: int) -> bool:
        """True for "men in fatigues", "unknown men": nobody calls so those to whom something is done."""
        tree, adjectives = self.nominals.tree, self.nominals.vocabulary.doer_adjectives
        named = any(tree.dep[child] == "amod" and tree.lower[child] in adjectives for child in tree.children[at])
        return tree.dep[at] == "nsubj" and (named or bears_arms(self.nominals, at))

    def _identified(self, mention: EventMention, by_token: Mapping[int, EventMention]) -> EventMention:
        """Give "the X airstrike was an attack on a school in Y on 3 May" one place and one day on both sides of the "was"."""
        tree = self.nominals.tree
        at = mention.token
        verb = tree.head[at]
        if tree.lemma[verb].lower() != "be" or tree.dep[at] not in {"nsubj", "attr"} or verb == at:
            return mention
        wanted = "attr" if tree.dep[at] == "nsubj" else "nsubj"
        other = next((by_token[child] for child in tree.children[verb] if tree.dep[child] == wanted and child in by_token), None)
        if other is None or tree.child(verb, "neg") is not None:
            return mention
        keys = {place.key for place in mention.where}
        where = (*mention.where, *(place for place in other.where if place.key not in keys))
        return replace(mention, where=where, when=mention.when or other.when)


def _one_side(doers: frozenset[str], victims: frozenset[str]) -> bool:
    """True where doers and victims are both fighters, or both a state's forces."""
    return bool(doers & victims & {"fighters", "forces"})


def _opposed(doers: frozenset[str], victims: frozenset[str]) -> bool:
    """True where fighters met others than fighters, or a state's forces met fighters; of forces and civilians nothing follows."""
    if doers == {"fighters"}:
        return bool(victims) and "fighters" not in victims
    return doers == {"forces"} and victims == {"fighters"}
