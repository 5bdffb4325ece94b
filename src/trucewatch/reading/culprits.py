"""Who did what another sentence told: accusations, claims and culprits named afterwards are given to the deeds they speak of.

Enters: the mentions of one text in order. Leaves: the same mentions, those that nobody did so far with the doers that other words name.
A sentence that accuses speaks of the happening told last in its paragraph; one that opens a paragraph, of the happening that the text or
the paragraph before is about.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from trucewatch.reading.actors import actors
from trucewatch.reading.aftermath import BLAMING, SENT_IT, THE_WEAPON, Aftermath
from trucewatch.reading.arguments import arguments, clause_head
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.mentions import EventMention
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.participants import Casting, together
from trucewatch.records.assertion import Participant
from trucewatch.records.extent import When
from trucewatch.records.terms import Confidence

NOBODYS = frozenset(
    {"armed clash", "protest", "riot", "agreement", "troop movement", "release", "detention", "weapons seizure", "work stoppage"}
)
"""Types of events that no single side does, or that need no culprit."""
_HAPPENED = frozenset({"certain", "probable", "possible"})
_REACH = 6
"""Sentences from a deed to the words that say who did it."""
_SEIZING = frozenset({"seize", "take", "snatch", "grab", "capture", "hold"})
_ACCUSING = frozenset({"accuse", "suspect", "blame"})
_RIVAL = _ACCUSING | {"attribute", "charge"}
_DEFINITE = frozenset({"the", "his", "her", "their", "its", "whose"})
_RAINING = frozenset(
    {"attack", "attack on civilians", "attack on observers", "bombing", "shelling", "air strike", "chemical attack", "destruction"}
)
_BY_HAND = frozenset(
    {"attack", "attack on civilians", "attack on observers", "killing", "robbery", "arson", "kidnapping", "sexual violence"}
)
_TAKING = frozenset({"kidnapping"})
_ROBBING = frozenset({"robbery"})
_BOMBING = frozenset({"bombing", "suicide bombing"})
_CALLED: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("gunman", "attacker", "assailant", "raider", "intruder", "rapist"), _BY_HAND),
    **dict.fromkeys(("killer", "murderer", "assassin", "shooter", "sniper"), _BY_HAND - _TAKING - _ROBBING),
    **dict.fromkeys(("kidnapper", "abductor", "captor", "hostage-taker"), _TAKING),
    **dict.fromkeys(("robber", "bandit", "thief"), _ROBBING),
    **dict.fromkeys(("bomber",), _BOMBING),
    "arsonist": frozenset({"arson", "destruction"}),
}
"""Words for those who did what was told, with the types of events that they do."""
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})
_SOURCES = frozenset({"according", "testimonies", "testimony", "witnesses"})
_ANSWERING = frozenset("repel repulse pursue chase engage confront".split())
_BEATING = frozenset("beat drive fight fend ward scare see".split())
"""What is done with "off" to those who attacked."""
_ARMED = frozenset(
    "gunman attacker assailant raider bandit rebel insurgent guerrilla militant terrorist militiaman fighter intruder robber".split()
)
_SUBJECTLESS = frozenset({"advcl", "conj", "xcomp"})
_CHAIN = 3
"""Sentences that go on telling of one happening."""


def unblamed(mention: EventMention) -> bool:
    """True for an act of violence that happened and that nobody is yet said to have done."""
    return (
        mention.type not in NOBODYS
        and mention.stage == "accomplished"
        and not mention.pattern
        and mention.stance.factuality in _HAPPENED
        and not any(one.role.startswith("perpetrator") and not _craft(one) for one in mention.participants)
    )


def _craft(doer: Participant) -> bool:
    """True for "a drone", which tells of nobody whose it is."""
    name = doer.name.lower().removesuffix("s")
    return name in actors().crewed and name not in _CALLED  # a bomber may be a man


@dataclass(frozen=True, slots=True)
class Culprits:
    """Gives deeds the doers that other sentences of one parse name."""

    nominals: Nominals
    aftermath: Aftermath
    casting: Casting

    def name(self, mentions: list[EventMention]) -> list[EventMention]:
        """Return the mentions with those who are blamed for them afterwards, where nothing else says who did them."""
        for verb in self._blaming(mentions):
            blamed = self.aftermath.blamed(verb)
            if blamed is None or self._rival(verb):
                continue
            weapon = blamed.rule in {THE_WEAPON, SENT_IT}
            told = any(one.token == verb for one in mentions) and not weapon  # "The rounds were fired by gunners"
            if told or not self._asserted(verb):
                continue
            doers = self.casting.doers(blamed.heads, blamed.confidence, blamed.rule)
            spoken = [one for one in self._meant(mentions, verb) if not weapon or _by_weapon(one, surely=blamed.rule == SENT_IT)]
            mentions = _with(mentions, {one.token for one in spoken}, doers)
        for one in mentions:
            if self._restates(one):
                mentions = self._restated(mentions, one)
            doers = [person for person in one.participants if person.role.startswith("perpetrator")]
            stands = one.stance.polarity == "assert" and one.stance.factuality in _HAPPENED
            told = one.anaphoric and one.rule.startswith("noun") and one.type not in NOBODYS and not self._own_name(one.token)
            if told and doers and stands:
                before = self._meant(mentions, one.token)
                mentions = _with(mentions, {other.token for other in before}, doers)  # "the ELN claimed the attack": the one told before
        for at, verb in self._beaten_off():
            meant = {one.token for one in self._meant(mentions, at) if one.type in _BY_HAND and one.token != verb}
            others = [one for one in mentions if one.token != verb]
            if meant and not self._known(others, min(meant), at):
                mentions = _with(mentions, meant, self.casting.doers((at,), "fact", "culprits"))
        for at, kinds in self._called():
            seized = [replace(one, type="kidnapping") if _seized(one) else one for one in mentions]  # "two were seized. The kidnappers"
            meant = {one.token for one in self._meant(seized, at) if one.type in kinds}
            if meant and not self._known(mentions, min(meant), at):
                mentions = _with(mentions, meant, self.casting.doers((at,), "fact", "culprits"))
        return mentions

    def _beaten_off(self) -> Iterator[tuple[int, int]]:
        """Yield the bandits of "a convoy was ambushed. The escort beat off the bandits": they attacked. And the verb."""
        tree = self.nominals.tree
        for at in self.nominals.parse.lemma_places.places(_ARMED):
            verb = tree.head[at]
            if tree.dep[at] not in {"dobj", "nsubjpass", "pobj"} or not any(tree.lower[child] in _DEFINITE for child in tree.children[at]):
                continue
            verb = tree.head[verb] if tree.dep[at] == "pobj" else verb
            lemma, off = tree.lemma[verb], any(tree.lower[child] in {"off", "back"} for child in tree.children[verb])
            if lemma in _ANSWERING or (lemma in _BEATING and off):
                yield at, verb

    def _known(self, mentions: Sequence[EventMention], deed: int, at: int) -> bool:
        """True where the paragraph of a deed has told who did violence: "the attackers" are they."""
        paragraph = self.nominals.parse.paragraph_of
        near = (one for one in mentions if paragraph[one.token] == paragraph[deed] and one.token < at and one.type not in NOBODYS)
        return any(person.role.startswith("perpetrator") for one in near for person in one.participants)

    def _called(self) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield "the gunmen", "his captors": those who must have done what was told, with the types of what they do."""
        tree = self.nominals.tree
        for at in self.nominals.parse.lemma_places.places(_CALLED):
            kinds = _CALLED[tree.lemma[at].lower()]
            if tree.pos[at] != "NOUN" or tree.dep[at] in {"compound", "amod", "nmod"}:
                continue
            below = tree.children[at]
            other = any(tree.dep[child] in {"amod", "compound", "nmod"} or tree.lower[child] in {"of", "in", "from"} for child in below)
            if not other and any(tree.lower[child] in _DEFINITE for child in below):
                yield at, kinds

    def _restates(self, one: EventMention) -> bool:
        """True for a deed that somebody says, or accuses others, to have done: "accused the army of shelling the market"."""
        tree, at = self.nominals.tree, one.token
        if one.stance.polarity != "assert" or one.stance.factuality not in _HAPPENED or unblamed(one) or one.type in NOBODYS:
            return False
        above = tree.head[at]
        if tree.dep[at] == "pcomp":
            return tree.lemma[tree.head[above]] in _ACCUSING or tree.lemma[tree.head[tree.head[above]]] in _ACCUSING
        return tree.dep[at] == "ccomp" and tree.lemma[above] in SAYING

    def _restated(self, mentions: list[EventMention], said: EventMention) -> list[EventMention]:
        """Return the mentions with the doers of ``said`` for the deed before that it tells again: of one kind, to the same sufferers."""
        sentence = self.nominals.parse.sentence_of
        doers = [
            replace(one, confidence=self._accused(said.token, one), rule="blame:restated")
            for one in said.participants
            if one.role.startswith("perpetrator")
        ]
        alike = [
            one
            for one in mentions
            if one.token < said.token
            and 0 < sentence[said.token] - sentence[one.token] <= _REACH
            and self._open(one)
            and _one_kind(one.type, said.type)
            and _one_occasion(one, said)
            and self._suffer_alike(one, said)
        ]
        if not alike:
            return mentions
        first = alike[-1]
        meant = {one.token for one in self._one_happening([one for one in mentions if one.token < said.token], first)}
        return _with(mentions, meant, doers)

    def _accused(self, at: int, doer: Participant) -> Confidence:
        """Return whose word it is that he did it: his own, or that of those who say so or accuse him."""
        tree, nominals = self.nominals.tree, self.nominals
        verb = clause_head(tree, tree.head[at])
        sayers = arguments(tree, verb).subjects
        names = {nominals.words(nominals.extent(nominals.naming(head))).lower() for head in sayers}
        return "claimed" if doer.name.lower() in names else self.aftermath.blame.accused(sayers)

    @staticmethod
    def _suffer_alike(one: EventMention, other: EventMention) -> bool:
        """True where two mentions name one sufferer: by the same words, or one by "the village" and the other by its name too."""
        names = [
            [person.name.lower() for person in mention.participants if person.role in {"victim", "target"}] for mention in (one, other)
        ]
        return any(
            left == right or left == right.partition(" of ")[0] or right == left.partition(" of ")[0]
            for left in names[0]
            for right in names[1]
        )

    def _blaming(self, mentions: Sequence[EventMention]) -> list[int]:
        """Return the verbs after the first event that may say who did it."""
        tree = self.nominals.tree
        if not mentions:
            return []
        blaming = self.nominals.parse.lemma_places.places(BLAMING)
        asked = (at for at in blaming if tree.lemma[at] in BLAMING and tree.pos[at] in {"VERB", "AUX"})
        return [at for at in asked if tree.dep[at] not in {"aux", "auxpass"} and at > mentions[0].token]

    def _meant(self, mentions: Sequence[EventMention], at: int) -> list[EventMention]:
        """Return the mentions, done by nobody so far, of the happening that the words at ``at`` speak of."""
        sentence, paragraph = self.nominals.parse.sentence_of, self.nominals.parse.paragraph_of
        asked = [one for one in mentions if sentence[one.token] == sentence[at] and one.token < at and self._asks_who(one.token)]
        if asked:
            return [one for one in asked if self._open(one)]
        beside = [one for one in mentions if self._beside_source(one.token, at)]
        before = beside or [one for one in mentions if sentence[one.token] < sentence[at]]
        if not before:
            return []
        told = [before[-1]] if paragraph[before[-1].token] == paragraph[at] else self._main(before, both=self._both(at))
        near = (one for one in told if sentence[at] - sentence[one.token] <= _REACH)
        return [one for anchor in near for one in self._one_happening(before, anchor)]

    def _main(self, before: Sequence[EventMention], *, both: bool) -> list[EventMention]:
        """Return the event a new paragraph speaks of: the first of the text, or of the paragraph before where that turned elsewhere."""
        paragraph = self.nominals.parse.paragraph_of
        last = next(one for one in before if paragraph[one.token] == paragraph[before[-1].token])
        if before[0].when is not None and before[0].when.rule == "since":
            return [last]  # a toll up to now is no deed that somebody speaks of
        if _one_occasion(before[0], last) or (last.when is not None and before[0].when is not None and _before(last.when, before[0].when)):
            return [before[0]]
        return [before[0], last] if both else [last]

    def _both(self, at: int) -> bool:
        """True where an accusation speaks of "both attacks"."""
        return "both" in self.nominals.tree.lower[slice(*self.nominals.tree.edges(at))]

    def _one_happening(self, before: Sequence[EventMention], told: EventMention) -> Iterator[EventMention]:
        """Yield what the sentence of ``told`` and those around it in its paragraph tell of one happening, until somebody does something."""
        sentence, paragraph = self.nominals.parse.sentence_of, self.nominals.parse.paragraph_of
        here = sentence[told.token]
        if not any(self._open(one) for one in before if sentence[one.token] == here):
            return
        for step in (0, -1, 1):
            for number in range(here + step, here + step * _CHAIN + (step or 1), step or 1):
                those = [one for one in before if sentence[one.token] == number]
                if any(paragraph[one.token] != paragraph[told.token] for one in those):
                    break
                if step and any(not self._open(one) or not _one_occasion(one, told) for one in those):
                    break
                yield from (one for one in those if self._open(one))

    def _beside_source(self, deed: int, at: int) -> bool:
        """True for the deed of "two were killed, said a nurse, who blamed rebels", "said two were shot and blamed rebels"."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        if sentence[deed] != sentence[at] or deed > at:
            return False
        source = tree.head[at]
        while tree.dep[at] == "relcl" and tree.dep[source] == "appos":
            source = tree.head[source]  # "said a nurse, Alice Mbula, who blamed the rebels"
        if tree.dep[at] == "relcl":
            verb = tree.head[source]
            said = tree.dep[source] == "nsubj" and tree.lemma[verb] in SAYING
            if not said and not (tree.dep[source] == "pobj" and tree.lower[verb] in {"to", "by"}):
                return False
            return deed not in range(*tree.edges(source))
        said = tree.dep[at] == "conj" and tree.lemma[source] in SAYING
        return said and any(tree.dep[child] == "ccomp" and deed in range(*tree.edges(child)) for child in tree.children[source])

    def _own_name(self, at: int) -> bool:
        """True for "the Bacho shooting": named by a place, it need not be what was told last."""
        tree = self.nominals.tree
        return any(tree.dep[child] in {"compound", "nmod"} and self.nominals.proper(child) for child in tree.children[at])

    def _open(self, one: EventMention) -> bool:
        """True for a deed that nobody is said to have done, neither by name nor by a pronoun whose meaning was not found ("it mined")."""
        return unblamed(one) and not self._by_pronoun(one.token)

    def _by_pronoun(self, at: int) -> bool:
        """True for "it had mined the road, killing four": somebody did it, whoever it was."""
        tree = self.nominals.tree
        while tree.dep[at] in _SUBJECTLESS and tree.child(at, "nsubj", "nsubjpass") is None and tree.head[at] != at:
            at = tree.head[at]
        subject = tree.child(at, "nsubj")
        return subject is not None and tree.lower[subject] in _PRONOUNS and tree.child(at, "dobj") is not None

    def _asks_who(self, at: int) -> bool:
        """True for "no idea who had murdered him"."""
        tree = self.nominals.tree
        return any(tree.lower[child] == "who" and tree.dep[child] == "nsubj" for child in tree.children[at]) and not (
            tree.dep[at] == "relcl" and (noun := self.nominals.noun(tree.head[at])) is not None and noun.kind in {"person", "organisation"}
        )

    def _rival(self, verb: int) -> bool:
        """True for "some blamed the militia, while the radio held terrorists responsible": neither did what was told before."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        others = (at for at in self.nominals.parse.lemma_places.places(_RIVAL) if at != verb and sentence[at] == sentence[verb])
        return any(tree.pos[at] == "VERB" and tree.dep[at] not in {"amod", "acl"} for at in others)

    def _asserted(self, verb: int) -> bool:
        """True where the accusation is made, and not by whoever denies that it was himself."""
        blame = self.aftermath.blame
        return (blame.stands(verb) or self._by_testimony(verb)) and not blame.counters(verb)

    def _by_testimony(self, verb: int) -> bool:
        """True for "according to testimonies, the perpetrators would be militiamen": whoever writes so says what he was told."""
        tree, sentence = self.nominals.tree, self.nominals.parse.sentence_of
        if tree.lower[verb] != "be" or tree.child(verb, "neg", "mark") is not None:
            return False
        would = any(tree.lower[child] == "would" for child in tree.children[verb])
        return would and any(sentence[at] == sentence[verb] for at in self.nominals.parse.word_places.places(_SOURCES))


def _with(mentions: Iterable[EventMention], tokens: Collection[int], added: Sequence[Participant]) -> list[EventMention]:
    """Return the mentions, those at ``tokens`` with the participants ``added``."""
    return [replace(one, participants=together((*one.participants, *added))) if one.token in tokens else one for one in mentions]


def _one_kind(one: str, other: str) -> bool:
    """True for types by which two clauses may tell of one deed."""
    return one == other or {one, other} <= _RAINING or {one, other} <= _BY_HAND - _TAKING - _ROBBING


def _seized(one: EventMention) -> bool:
    """True for those whom nobody says to have been arrested, but taken."""
    return one.type == "detention" and one.rule.split(":")[1] in _SEIZING


def _by_weapon(one: EventMention, *, surely: bool) -> bool:
    """True for what a weapon did, and not for another deed named beside ("two days after the bombing of the bridge")."""
    armed = any(person.role == "instrument" or (person.role.startswith("perpetrator") and _craft(person)) for person in one.participants)
    return armed or (not surely and not one.rule.startswith("noun"))


def _one_occasion(one: EventMention, other: EventMention) -> bool:
    """True where neither the days nor the places of two events tell them apart."""
    if one.when is not None and other.when is not None and (_before(one.when, other.when) or _before(other.when, one.when)):
        return False
    return not one.where or not other.where or bool(_keys(one) & _keys(other))


def _before(one: When, other: When) -> bool:
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _keys(one: EventMention) -> set[str]:
    return {place.key for place in one.where}
