"""What those who fight did that no trigger names → drafts of the type "other": "riot police cleared the barricades".

No list of verbs is ever whole. Whatever fighters, or the aircraft and guns of fighters, do to people, to a place or to a thing is told
with its sides, its day and its place, unless the verb is one that harms nobody (vocab/deeds.yaml); so is what crowds and bands do, and
what was done by nobody named, unless the verb is one of peaceful life. A word of vocab/triggers.yaml that some condition keeps from its
own type is told here too. A deed founds no incident.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, cast

from trucewatch.reading.arguments import Arguments
from trucewatch.reading.conditions import Conditions
from trucewatch.reading.drafts import Draft
from trucewatch.reading.event_verbs import VerbFinder
from trucewatch.reading.forcedlabour import FORCING, forced
from trucewatch.reading.handling import HANDLING, handled
from trucewatch.reading.hanging import SAYING
from trucewatch.reading.hedging import hedges
from trucewatch.reading.hindering import HINDERING, hinders
from trucewatch.reading.nominals import Nominals
from trucewatch.reading.nouns import SOMETHING
from trucewatch.reading.strangers import people, something
from trucewatch.vocab import vocabulary

if TYPE_CHECKING:
    from trucewatch.records.terms import Stage

_ONTO = ("into", "onto", "at", "against", "through", "on", "upon", "over", "towards", "toward", "for")
"""What stands after these is what a verb without an object is done to ("pushed into Bel-Air", "went for the crowd")."""
_GOVERNING = frozenset("ministry authority government state administration prosecutor court council".split())
"""They rule, order and accuse; what of theirs is violence the triggers name."""
_BANDS = frozenset(
    """man youth gang mob crowd protester rioter demonstrator vandal settler looter stranger assailant attacker student crew inmate
    kinsman tribesman""".split()
)
_HOLDING = frozenset({"hold", "drive", "lift", "run"})
"""What is done to people only: others hold roads and drive lorries."""
_LOOSE = frozenset(
    "break cut open pick force lay plant dig steal blow pound wound burn hit catch trap corner close sink rush lift run".split()
)
"""Verbs that vocab/triggers.yaml knows for their violence only, and that are said of much else."""
_CARRIED = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "oprd", "prt", "acomp", "xcomp"})
_CROWDS = frozenset(
    """population populace cell gang team squad network ring crowd column convoy procession queue gathering congregation band
    group""".split()
)
_SOME = frozenset({"one", "two", "three", "some", "several", "many", "both", "most", "all"})
_MANNERS = frozenset({"way", "retreat", "inquiry", "case", "truce", "silence", "time", "contact"})
_VAGUE = frozenset(
    "charge contain account launch round knock tie open drop catch fire shut take lose hold have close break hit sack".split()
)
"""Verbs that with nobody who did it may tell of anything ("was charged", "was caught in the crossfire")."""
_VIOLENT = frozenset(
    {
        "attack",
        "attack on civilians",
        "killing",
        "kidnapping",
        "detention",
        "arson",
        "destruction",
        "looting",
        "robbery",
        "bombing",
        "shelling",
        "air strike",
        "displacement",
        "access restriction",
        "weapons seizure",
        "territory taken",
    }
)
_MOVING = frozenset("hand run take lead bring carry march pull put get walk send gather line keep place settle herd load move make".split())
"""Verbs that harm nobody in themselves: what those who fight do to people with them, to take them away, does."""
_AWAY = frozenset("ashore overboard over away off out in down up aside back prisoner hostage captive".split())
_CARE = frozenset("hospital clinic infirmary safety shelter treatment care doctor home surgery ambulance court helicopter".split())
_DWELT = frozenset("home house bed car bus vehicle taxi village school office cell shop dormitory tent hut bus train".split())
_TRYING = frozenset("attempt try fail manage begin start continue proceed".split())
"""Verbs after which an infinitive is what somebody does or tries, and not what for."""
_LEAVING = frozenset("make go run ride walk get drive flee escape march".split())
_THROWING = frozenset("throw hurl lob toss fling sling spit squirt pour rain shower loose loosen unleash".split())
_TAKING_FROM = frozenset("extort steal wrest snatch exact".split())
_EXACTING = frozenset({"demand", "collect", "require", "claim"})
"""Verbs of asking, by which those who bear arms take money from people."""
_DUES = frozenset(
    """money cash ransom tax taxes toll levy tribute food rice payment payments contribution contributions protection fee fees bribe bribes
    dues valuables jewellery jewelry livestock cattle""".split()
)
_HURT = frozenset("wounded injured dead sick body corpse remains casualty patient survivor".split())
_TURNING = frozenset("inflict set put point aim train turn let drive play smear direct".split())
"""Verbs of bringing something to bear on somebody ("set dogs on the prisoners", "pointed rifles at the monitors")."""
_TURNED = frozenset("dog rifle gun laser weapon pistol cannon hose bulldozer paint gas turret stone bullet searchlight".split())
_FORCED_ALONG = {
    "line": frozenset({"up", "along", "against"}),
    "march": frozenset("to into off away out for from through round around up down at".split()),
    "put": frozenset("against into aboard onto on out in".split()),
    "run": frozenset({"out"}),
    "herd": frozenset("into onto aboard to together".split()),
    "load": frozenset("into onto aboard".split()),
    "walk": frozenset({"into", "to", "out"}),
    "gather": frozenset({"in"}),
    "keep": frozenset("in without under standing kneeling as".split()),
    "lead": frozenset("into out behind to".split()),
}
"""What is done to people by force, whoever does it, with the words that say so."""
_LONGEST = 9
"""Tokens from a munition to what it does, within which both are shown as the words of the deed."""
_FAMILIES = frozenset({"family", "household", "clan", "couple"})
_TYING = frozenset({"up", "together", "down", "to"})
_TEARING = frozenset({"bomb", "artillery"})
_PARTS_HIT = frozenset(
    """roof front back side wall window windows door gate floor ceiling tail wing turret engine chimney facade façade storey end top corner
    porch gable minaret spire dome leg arm foot hand wheel cab bonnet hull deck bow stern""".split()
)
"""What of a building, a vehicle or a person a shell takes off or tears open."""
_UPON = ("on", "upon", "at", "against", "over", "towards", "toward")
_UNSURE = _LOOSE | _VAGUE
_MUNITIONS = frozenset({"bomb", "artillery", "gun"})
_FLYING = frozenset("go pass come fall land enter find reach take cross fly touch send make leave".split())
"""Verbs that harm nobody in themselves, by which shells and bullets hit what they come to."""
_THROUGH = ("through", "into", "onto", "inside", "upon", "among", "amid", "between", "over")
_AGAINST = frozenset("move march advance close converge proceed press bear set fall descend".split())
"""Verbs of moving that with "against" or "on" are done to somebody."""
_TOLD_HERE = frozenset({"ride"}) | FORCING | _EXACTING | _MOVING | _TURNING | _LEAVING | _FLYING | _AGAINST | HANDLING | HINDERING
"""Verbs that harm nobody in themselves, and whose object or preposition may say that here they do."""
_ROADS = frozenset("road way street path track highway bridge river foot horseback border line route position".split())
_BREAKING = frozenset("violate breach break infringe flout contravene".split())
_TRUCES = frozenset(
    "truce ceasefire cease-fire fire armistice agreement accord cessation quiet silence pact regime airspace border".split()
)
_RIDING = frozenset({"ride", "gallop", "storm", "burst", "barge", "charge", "rampage", "sweep"})
_FORCES = frozenset({"forces", "mission", "official"})
_VEHICLES = frozenset({"vehicle"})
_LIGHTING = frozenset("light start set kindle ignite lay".split())
_FIRES = frozenset({"fire", "blaze"})
_LINES = frozenset("airspace border frontier territory waters".split())
_ALLEGING = frozenset("deny accuse dispute suspect blame reproach charge".split())
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_INTO = ("into", "onto", "over", "upon")
"""What stands after these is hit by what the object is ("poured petrol into 44 houses")."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})
_HIT = frozenset({"person", "place", "target", "organisation"})


@dataclass(frozen=True, slots=True)
class DeedFinder:
    """Finds the deeds of those who fight in one parse."""

    nominals: Nominals
    conditions: Conditions
    verbs: VerbFinder

    def find(self, at: int, told: frozenset[int]) -> Draft | None:
        """Return the deed the verb at ``at`` tells of, or None; ``told`` are the words of the events that triggers name."""
        tree = self.nominals.tree
        if tree.tag[at] not in _FINITE or tree.pos[at] != "VERB" or at in told or tree.dep[at] in {"amod", "compound"}:
            return None
        lemma = tree.lemma[at].lower()
        tried = tree.dep[at] == "xcomp" and tree.lemma[tree.head[at]].lower() in _TRYING
        if tree.tag[at] == "VB" and not tried and any(tree.lower[child] == "to" and child < at for child in tree.children[at]):
            return None  # "to frighten the farmers": what for, not what
        alleged = self._alleged(at)
        if (lemma in _harmless() and not (lemma in _TOLD_HERE or alleged)) or (lemma in SAYING and lemma not in HINDERING):
            return None
        if self._carries(at, told):
            return None
        given = self.verbs.given(at)
        given = replace(given, subjects=tuple(map(self._of_whom, given.subjects)))
        if tree.tag[at] == "VBN" and not given.passive and tree.child(at, "aux") is None:
            return None  # "Suspects apprehended: 187"
        fighters = tuple(head for head in given.subjects if self._fights(head))
        if lemma in _BREAKING and (fighters or given.passive) and any(tree.lemma[head].lower() in _TRUCES for head in given.objects):
            doers = fighters or given.subjects
            crossed = tuple(head for head in given.objects if tree.lemma[head].lower() in _LINES)
            for head in crossed:
                self.nominals.take_as(head, SOMETHING)  # "violated the airspace of Georgia"
            draft = Draft(at, "other", "none", (at, at + 1), f"deed:{lemma}:does", doers=doers, patients=crossed)
            return draft if doers else None
        fighters = fighters or self._in_violent_series(at, given, told)
        if lemma in _LIGHTING and fighters and any(tree.lemma[head].lower() in _FIRES for head in given.objects):
            return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", doers=fighters)  # "the fires were lit by partisans"
        if hinders(tree, at, given):
            return self._hindered(at, lemma, given)
        if lemma in _EXACTING and fighters and not given.passive and any(tree.lower[head] in _DUES for head in given.objects):
            paying = tuple(head for head in given.after("from", "of") if self.conditions.any((head,), "person"))
            return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", doers=fighters, patients=paying) if paying else None
        if lemma in FORCING and (work := forced(self.conditions, at, given)) is not None:
            made = tuple(head for head in given.objects if self.conditions.any((head,), "person") and not self._ours(head))
            return Draft(at, "other", "unknown", (at, work[0] + 1), f"deed:{lemma}:does", doers=work[1], patients=made) if made else None
        if lemma in SAYING:
            return None
        if lemma in _RIDING and fighters and not given.objects:
            camps = tuple(head for head in given.after("into", "through") if self.conditions.place_at(head))
            if camps and not self.conditions.any(fighters, "person", _FORCES) and self.conditions.any(fighters, "person"):
                return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", doers=fighters, patients=camps)
        against = fighters or tuple(filter(self._in_a_band, given.subjects)) if lemma in _AGAINST else ()
        if against and (met := self._met(given)):
            return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", doers=against, patients=met)
        parts = any(tree.lemma[head].lower() in _PARTS_HIT for head in given.objects)
        if not fighters and not given.passive and (parts or lemma not in _peaceful()) and (torn := self._torn(given)):
            first = given.subjects[0] if 0 < at - given.subjects[0] < _LONGEST else at  # "a mine on the highway tore"
            return Draft(at, "other", "unknown", (first, at + 1), f"deed:{lemma}:does", patients=torn, instruments=given.subjects)
        if lemma in _LEAVING and (taken := self._made_off(at, given)):
            doers = fighters or tuple(filter(self._in_a_band, given.subjects))
            return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", doers=doers, patients=taken) if doers else None
        if not fighters and (struck := self._struck(at, lemma, given)) is not None:
            return struck
        if lemma in _harmless():
            moved = self._moved(at, lemma, given, fighters or tuple(filter(self._in_a_band, given.subjects)))
            if moved is not None:
                return moved if moved.doers or self._beside_violence(at, told) or self._led_off(at, given) else None
            if not (alleged and fighters):
                return None
        return self._done(at, lemma, given, fighters, told, tried=tried)

    def _in_violent_series(self, at: int, given: Arguments, told: frozenset[int]) -> tuple[int, ...]:
        """Return the company of "the company burned the quarter, shot nine men and carried four to gaol": what else it does, it does so."""
        tree = self.nominals.tree
        if not given.shared or given.passive or tree.dep[at] != "conj" or tree.tag[at] != "VBD" or tree.child(at, "aux", "neg") is not None:
            return ()
        above = at
        while tree.dep[above] == "conj" and tree.head[above] != above:
            above = tree.head[above]
            if tree.tag[above] != "VBD" or tree.child(above, "aux", "auxpass") is not None:
                return ()
            if above in told and self._only_violent(tree.lemma[above].lower()):
                return tuple(filter(self.nominals.doer, map(self._stands_for, given.subjects)))
        return ()

    def _stands_for(self, at: int) -> int:
        """Return whom "it", "they" or "he" stands for, else ``at``."""
        antecedents = self.conditions.antecedents
        before = antecedents.antecedent(at) if antecedents is not None and self.nominals.tree.pos[at] == "PRON" else None
        return at if before is None else before

    def _done(self, at: int, lemma: str, given: Arguments, fighters: tuple[int, ...], told: frozenset[int], *, tried: bool) -> Draft | None:
        """Return the deed of those who fight, act together or do what only harms, or what befell somebody by a verb of harm."""
        tree = self.nominals.tree
        banded = self._only_violent(lemma) and bool(given.subjects) and all(map(self._in_a_band, given.subjects))
        if (fighters or banded) and self.harms(lemma):
            for head in filter(self._solid, given.objects):
                self.nominals.take_as(head, SOMETHING)  # "charged the earthworks"
        elif given.passive and not given.subjects and self.harms(lemma):
            for head in filter(self._solid, given.objects):
                something(self.nominals, head)  # "its computers were smashed"
        doers = fighters or tuple(head for head in given.subjects if self._may_do(head, lemma))
        if not doers and not self._speaks_for_itself(at, lemma, given):
            return None
        if tried and not fighters and not all(map(self._in_a_band, doers)):
            return None  # "a neighbour who tried to stop them"
        patients = self._patients(at, lemma, given, doers, mild=not self.harms(lemma))
        if lemma == "tie" and not doers and not (self.conditions.any(patients, "person") and self._beside_violence(at, told)):
            return None
        if lemma in _HOLDING:
            kept = lemma == "hold" and bool(fighters) and any(self.nominals.entity[head] in {"TIME", "DATE"} for head in given.after("for"))
            patients = tuple(
                head
                for head in patients
                if self.conditions.any((head,), "person") or (kept and self.conditions.any((head,), "target", _VEHICLES))
            )  # "held the team's vehicles for seven hours"
        violent = self._only_violent(lemma) or (lemma in _LOOSE and self._alleged(at))
        if not patients and not (fighters and violent and any(map(self._taken_up, given.objects))):
            return None
        stage: Stage = "attempted" if tried and tree.lemma[tree.head[at]].lower() in {"attempt", "try", "fail"} else "accomplished"
        return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", stage, doers=doers, patients=patients)

    def _torn(self, given: Arguments) -> tuple[int, ...]:
        """Return the bus of "a mine tore the front off a bus", the roof of "a shell took off the roof": what a munition did it to."""
        if not given.subjects or not all(self.conditions.any((head,), "weapon", _TEARING) for head in given.subjects):
            return ()
        tree = self.nominals.tree
        hit = tuple(head for head in given.objects if self.can_be_hit(head) or tree.lemma[head].lower() in _PARTS_HIT)
        after = given.after("off", "from", "through", "into", "onto", "in", "over")
        beyond = tuple(
            head for head in after if head > max(given.objects, default=given.subjects[-1]) and self.can_be_hit(head)
        )  # not "in Sirte a mine"
        if any(tree.lemma[head].lower() in _PARTS_HIT for head in given.objects):
            return beyond or hit  # whose front, whose roof
        return hit or (() if given.objects else tuple(filter(self.can_be_hit, given.after("through", "into", "over"))))

    def _made_off(self, at: int, given: Arguments) -> tuple[int, ...]:
        """Return the constables of "made off with 24 constables": whom or what those who leave take with them."""
        tree = self.nominals.tree
        if given.objects or not any(tree.lower[child] in {"off", "away"} for child in tree.children[at]):
            return ()
        return tuple(head for head in given.after("with") if self.can_be_hit(head) and not self._own(head))

    def _struck(self, at: int, lemma: str, given: Arguments) -> Draft | None:
        """Return what a shell, a mine or a bullet did to people and things, whatever the verb: "a shell went through the roof"."""
        conditions = self.conditions
        if given.passive or not given.subjects or not all(conditions.any((head,), "weapon", _MUNITIONS) for head in given.subjects):
            return None
        through = given.after(*_THROUGH) if not given.objects else ()
        if (lemma in _harmless() or lemma in _peaceful()) and lemma not in _FLYING:
            return None  # "the mine employed 300 men"
        for head in (*given.objects, *through):
            if self._solid(head):
                something(self.nominals, head)
        hit = tuple(head for head in (*given.objects, *through) if self.can_be_hit(head))
        if not hit:
            return None
        owners = self.verbs.owners(given.subjects)
        return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", doers=owners, patients=hit, instruments=given.subjects)

    def _hindered(self, at: int, lemma: str, given: Arguments) -> Draft | None:
        """Return the deed of those who refuse people passage, turn them back or keep them from where they want to be."""
        doers = tuple(head for head in given.subjects if self.nominals.doer(head) or self._crowd(head))
        patients = tuple(head for head in given.objects if head not in doers and self.can_be_hit(head) and not self._own(head))
        if not doers or not patients:
            return None
        return Draft(at, "other", "none", (at, at + 1), f"deed:{lemma}:does", doers=doers, patients=patients)

    def _crowd(self, at: int) -> bool:
        """True for people who act together and for "a group of women"."""
        return self._in_a_band(at) or self.nominals.tree.lemma[at].lower() in _CROWDS

    def _met(self, given: Arguments) -> tuple[int, ...]:
        """Return whom or what fighters move against or on: people, a settlement or a building, and no road."""
        if given.objects:
            return ()
        tree, conditions = self.nominals.tree, self.conditions
        against = tuple(head for head in given.after("against") if self.can_be_hit(head))
        on = (head for head in given.after("on", "upon") if self.can_be_hit(head) and tree.lemma[head].lower() not in _ROADS)
        return against or tuple(head for head in on if conditions.place_at(head) or conditions.any((head,), "person"))

    def _alleged(self, at: int) -> bool:
        """True for what somebody denies or is accused of: "police deny escorting the attackers" tells whom they did not escort."""
        tree = self.nominals.tree
        verb, above = at, tree.head[at]
        if tree.dep[verb] == "pcomp":
            above = tree.head[above]
            if tree.dep[above] in {"dobj", "nsubjpass"} and tree.lower[tree.head[verb]] == "of":
                above = tree.head[above]  # "accuses officers of planting it", hung on the officers
        return tree.dep[verb] in {"ccomp", "xcomp", "pcomp"} and tree.lemma[above].lower() in _ALLEGING

    def _of_whom(self, at: int) -> int:
        """Return the guards of "guards, one of whom pointed his rifle at the patrol", else ``at``."""
        tree = self.nominals.tree
        if tree.lower[at] not in _SOME or tree.lower[at + 1 : at + 3] != ["of", "whom"] or at == 0 or tree.lower[at - 1] != ",":
            return at
        whom = at - 2
        while tree.dep[whom] == "pobj" and tree.lower[tree.head[whom]] == "of":
            whom = tree.head[tree.head[whom]]
        return whom if self.nominals.doer(whom) else at

    def _moved(self, at: int, lemma: str, given: Arguments, doers: tuple[int, ...]) -> Draft | None:
        """Return the deed of those who take people away with a verb that harms nobody in itself, or turn a weapon on them."""
        tree, conditions = self.nominals.tree, self.conditions
        doers = tuple(head for head in doers if not conditions.any((head,), "weapon"))
        suffered = given.passive and not given.subjects and (self._led_off(at, given) or self._forced_along(at, lemma, given))
        if not doers and not suffered:
            return None
        patients: tuple[int, ...] = ()
        if lemma == "inflict" or (
            lemma in _TURNING and any(conditions.any((head,), "weapon") or tree.lemma[head].lower() in _TURNED for head in given.objects)
        ):
            patients = tuple(head for head in self._upon(given) if head not in doers and self.can_be_hit(head))
        elif lemma == "aim" and not given.objects and not given.passive:
            patients = tuple(head for head in given.after("at") if self.can_be_hit(head))  # "may have been aiming at the road"
        elif lemma in _MOVING and (self._led(at, lemma, given) or (suffered and lemma in _FORCED_ALONG)):
            taken = (
                head
                for head in given.objects
                if head not in doers
                and tree.lower[head] != "them"
                and (conditions.any((head,), "person") or tree.lemma[head].lower() in _FAMILIES)
            )
            patients = tuple(
                head for head in taken if not self._own(head) and tree.lemma[head].lower() not in _HURT and not self._ours(head)
            )
        patients = patients or self._handled(at, lemma, given, doers)
        if not patients:
            return None
        return Draft(at, "other", "unknown", (at, at + 1), f"deed:{lemma}:does", doers=doers, patients=patients)

    def _handled(self, at: int, lemma: str, given: Arguments, doers: tuple[int, ...]) -> tuple[int, ...]:
        """Return the people, none of their own, whom those who bear arms hold, lead away, range or make do something."""
        if lemma not in HANDLING or not doers or self.conditions.any(doers, "person", frozenset({"mission", "medic"})):
            return ()
        tree, conditions = self.nominals.tree, self.conditions
        return tuple(
            head
            for head in handled(tree, at, given)
            if head not in doers
            and tree.pos[head] != "PRON"
            and conditions.any((head,), "person")
            and not self._own(head)
            and tree.lemma[head].lower() not in _HURT
            and not self._ours(head)
        )

    def _upon(self, given: Arguments) -> Iterator[int]:
        """Yield what stands after "on", "at" and the like, also where the parse hung it on the object ("pain on the prisoner")."""
        tree = self.nominals.tree
        yield from given.after(*_UPON)
        for thing in given.objects:
            for child in tree.children[thing]:
                if child > thing and tree.lower[child] in _UPON:
                    yield from (head for head in tree.children[child] if tree.dep[head] == "pobj")

    def _led(self, at: int, lemma: str, given: Arguments) -> bool:
        """True where people are taken somewhere that is neither a hospital nor safety, or just taken."""
        tree = self.nominals.tree
        if any(tree.lemma[head].lower() in _CARE for _, heads in given.preps for head in heads):
            return False
        if any(tree.lower[child] in {"there", "here"} or (lemma == "carry" and tree.lower[child] == "out") for child in tree.children[at]):
            return False
        away = any(tree.lower[child] in _AWAY for child in tree.children[at]) or any(word in _AWAY for word in given.particles)
        return lemma == "take" or away or (lemma not in {"hand", "run"} and bool(given.after("from", "into", "onto", "aboard")))

    def _led_off(self, at: int, given: Arguments) -> bool:
        """True where people "were pulled from their homes" or "led away", whoever did it; nobody is pulled from rubble to harm them."""
        tree = self.nominals.tree
        off = any(tree.lower[child] in {"away", "off"} for child in tree.children[at])
        return off or any(tree.lemma[head].lower() in _DWELT for head in given.after("from"))

    def _beside_violence(self, at: int, told: frozenset[int]) -> bool:
        """True where the paragraph tells of another deed: "were lined up", alone, may be for a photograph."""
        paragraph = self.nominals.parse.paragraph_of
        return any(other != at and paragraph[other] == paragraph[at] for other in told)

    def _forced_along(self, at: int, lemma: str, given: Arguments) -> bool:
        """True where people "were lined up", "were marched to a clearing" or "were put against a wall", whoever did it."""
        if lemma not in _FORCED_ALONG or not self._suffered(at, given):
            return False
        return not _FORCED_ALONG[lemma].isdisjoint(self._after(at, given))

    def _ours(self, at: int) -> bool:
        """True for those who fight themselves: an army moves its soldiers."""
        return self.conditions.fights(at) and not self.conditions.any((at,), "person", frozenset({"held"}))

    def acts(self, at: int, *, violent: bool) -> bool:
        """True for those who fight and bands of people, and for anybody where what they do is ``violent`` or forced on people."""
        if self.nominals.tree.dep[at] == "poss" and self.conditions.antecedents is not None:
            owner = self.conditions.antecedents.owner(at)
            if owner is not None:
                return True
        return self._fights(at) or self._in_a_band(at) or (violent and self.nominals.doer(at))

    def _carries(self, at: int, told: frozenset[int]) -> bool:
        """True for a verb that only carries an event ("launched an attack", "was the scene of a raid")."""
        tree = self.nominals.tree
        own = tree.child(at, "dobj")
        return any(
            child in told
            and tree.dep[child] in _CARRIED
            and not self._falls(child, at)
            and not (own is not None and tree.tag[child] == "VBD" and tree.lower[child - 1] == ",")
            for child in tree.children[at]
        )  # not "halted families on the road, bound them"

    def _falls(self, thing: int, verb: int) -> bool:
        """True for the shell of "a shell came through the roof": what the verb tells is what it did, not that there was one."""
        tree = self.nominals.tree
        return tree.dep[thing] == "nsubj" and tree.lemma[verb].lower() in _FLYING and self.conditions.any((thing,), "weapon", _TEARING)

    def _may_do(self, at: int, lemma: str) -> bool:
        """True for people who act together, unless the verb is a peaceful one, and for anybody where it is said of little but violence."""
        if not self.harms(lemma):
            return lemma in _hostile() and self._in_a_band(at)
        return self._in_a_band(at) or (lemma not in _UNSURE and self.nominals.doer(at))

    def _speaks_for_itself(self, at: int, lemma: str, given: Arguments) -> bool:
        """True where what was done is told though nobody is said to have done it: "a pylon was brought down", "they abducted a nurse"."""
        if given.passive and not given.subjects:
            told = (self.harms(lemma) and not (given.shared and self._kills(lemma))) or lemma in _hostile()
            burgled = lemma == "break" and self.nominals.tree.lower[at + 1 : at + 2] == ["into"]
            tied = lemma == "tie" and any(word in _TYING for word in self._after(at, given))
            return told and (burgled or tied or lemma not in _VAGUE) and self._suffered(at, given)
        return self._only_violent(lemma) and lemma not in _VAGUE

    def _after(self, at: int, given: Arguments) -> list[str]:
        """Return the particles and prepositions of a verb."""
        tree = self.nominals.tree
        return [*given.particles, *(tree.lower[child] for child in tree.children[at] if child > at)]

    def _suffered(self, at: int, given: Arguments) -> bool:
        """True for a passive, by its own auxiliary or that of the verb before it; "presumed to have sailed" is none."""
        tree = self.nominals.tree
        return tree.child(at, "auxpass") is not None or (given.shared and tree.child(at, "aux") is None)

    def _kills(self, lemma: str) -> bool:
        """True for a verb of killing: where its own type refused it, nothing but an accident or an illness killed."""
        return any(trigger.type == "killing" for trigger in self.verbs.vocabulary.verbs.get(lemma, ()))

    def _only_violent(self, lemma: str) -> bool:
        """True for a verb that is nothing but violence ("shell", "abduct")."""
        if lemma in _LOOSE:
            return False
        found = self.verbs.vocabulary.verbs.get(lemma, ())
        return bool(found) and all(trigger.type in _VIOLENT for trigger in found)

    def _solid(self, at: int) -> bool:
        """True for a noun that may be a thing: no event, no figure of speech, nothing told or thought."""
        lemma, words = self.nominals.tree.lemma[at].lower(), self.verbs.vocabulary
        spoken = lemma in words.metaphors or lemma in words.nouns or lemma in hedges().nouns or lemma in _MANNERS
        return not spoken and not self.conditions.abstract(at)

    def _taken_up(self, at: int) -> bool:
        """True for "it", "them" and names that nobody knows: what was hit, though nothing says what it is."""
        return self.nominals.tree.lower[at] in {"it", "them"} or self.nominals.proper(at)

    def _fights(self, at: int) -> bool:
        lemma = self.nominals.tree.lemma[at].lower()
        return lemma not in _GOVERNING and (self.conditions.fights(at) or self.conditions.craft(at))

    def harms(self, lemma: str) -> bool:
        """True for a verb of which some meaning in vocab/triggers.yaml is violence or the taking of people."""
        return any(trigger.type in _VIOLENT for trigger in self.verbs.vocabulary.verbs.get(lemma, ()))

    def _in_a_band(self, at: int) -> bool:
        """True for "six men", "protesters", "a crowd": people who act together, of whom nothing says that they bear arms."""
        nominals, antecedents = self.nominals, self.conditions.antecedents
        if nominals.tree.lower[at] in {"they", "who"} and antecedents is not None and (told := antecedents.antecedent(at)) is not None:
            at = told
        head = nominals.content(at)
        if nominals.tree.lemma[head].lower() in _BANDS or people(nominals, at):
            return True
        noun = nominals.noun(head)
        if nominals.entity[head] == "NORP" and (nominals.tree.tag[head] == "NNPS" or nominals.tree.child(head, "nummod") is not None):
            return True  # "some 200 Lendu"
        plain = nominals.tree.tag[head] == "NNS" and nominals.tree.lemma[head].lower() not in {"people", "person"}
        return plain and noun is not None and noun.group == "person"  # "individuals", "followers"

    def _patients(self, at: int, lemma: str, given: Arguments, doers: tuple[int, ...], *, mild: bool) -> tuple[int, ...]:
        """Return the people, places and things it was done to; what follows "into", "at" and the like where the verb has no object."""
        if self._rammed(given) and (run := tuple(filter(self.can_be_hit, given.after(*_INTO, "through")))):
            return run  # "rammed a van through the gates"
        hit = tuple(head for head in given.objects if head not in doers and self.can_be_hit(head) and not (mild and self._own(head, doers)))
        onto = _ONTO if not given.objects else _INTO
        if lemma in _THROWING and not self.conditions.any(given.objects, "person"):
            aimed = tuple(
                head for head in given.after(*_ONTO) if head not in doers and head > max((at, *given.objects)) and self.can_be_hit(head)
            )
            if aimed:
                return aimed  # "threw acid at a campaigner"
        if lemma in _TAKING_FROM and not self.conditions.any(hit, "person") and given.after("from"):
            return tuple(head for head in given.after("from") if head not in doers and self.can_be_hit(head))
        if doers and not hit:
            for head in given.after("into"):
                something(self.nominals, head)  # "barged into a newsroom"
        return hit or tuple(head for head in given.after(*onto) if head not in doers and self.can_be_hit(head))

    def _rammed(self, given: Arguments) -> bool:
        """True where a vehicle is what something is done with: those who drive it hit what stands after "through" or "into"."""
        vehicles = frozenset({"vehicle"})
        return any(self.conditions.any((head,), "target", vehicles) for head in given.objects) or any(
            self.nominals.tree.lower[head] == "it" for head in given.objects
        )

    def _own(self, at: int, doers: tuple[int, ...] = ()) -> bool:
        """True for "their positions", which whoever improves them holds; "men gagged his wife" tells of another man's wife."""
        tree = self.nominals.tree
        several = bool(doers) and all(tree.tag[head] == "NNS" for head in doers)
        return any(
            tree.dep[child] == "poss" and tree.lower[child] in ({"their"} if several else _POSSESSIVES) for child in tree.children[at]
        )

    def can_be_hit(self, at: int) -> bool:
        """True for people, places and things that something can be done to."""
        if self.nominals.entity[at] in {"DATE", "TIME"}:
            return False
        self.nominals.take_unknown_as_place(at)
        content = self.nominals.content(at)
        noun = self.nominals.noun(content)
        if noun is None:
            return self.nominals.vocabulary_unit(content) or self.nominals.tree.lemma[content].lower() in _CROWDS
        return noun.kind in _HIT or self.conditions.craft(at)


@cache
def mild_verbs() -> frozenset[str]:
    """Return the verbs of which a noun tells no deed."""
    return _harmless() | frozenset(cast(dict[str, list[str]], vocabulary("deeds"))["peaceful"])


@cache
def _harmless() -> frozenset[str]:
    """Return the verbs that harm nobody (vocab/deeds.yaml)."""
    return frozenset(cast(dict[str, list[str]], vocabulary("deeds"))["harmless"])


@cache
def _hostile() -> frozenset[str]:
    """Return the verbs that tell of a deed whoever did it."""
    return frozenset(cast(dict[str, list[str]], vocabulary("deeds"))["hostile"])


@cache
def _peaceful() -> frozenset[str]:
    """Return the verbs that tell of a deed only where those who fight do it: those of peaceful life, and those of states and thoughts."""
    return frozenset(cast(dict[str, list[str]], vocabulary("deeds"))["peaceful"]) | frozenset(
        cast(dict[str, list[str]], vocabulary("narration"))["no_act"]
    )
