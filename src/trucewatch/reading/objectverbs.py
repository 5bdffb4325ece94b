"""Verbs and nouns → what they do to their objects: "killed three", "the hospital admitted 38", "the death of", "made off with"."""

from typing import TYPE_CHECKING

from trucewatch.reading.bodyparts import PARTS
from trucewatch.reading.flight import taken_to_refuge
from trucewatch.reading.letgo import carried_along, no_contact, released, swapped_for
from trucewatch.reading.people import names_people, people, population_at, singular
from trucewatch.reading.subjectverbs import MOVING, RECORDING, SubjectVerbs, kept
from trucewatch.reading.takings import taken_by_force
from trucewatch.reading.verbwords import Hit, fatal

if TYPE_CHECKING:
    from trucewatch.reading.token import Token

_LOOSE = frozenset(
    (
        "catch",
        "lock",
        "lose",
        "burn",
        "treat",
        "bury",
        "hold",
        "seize",
        "take",
        "drive",
        "capture",
        "expel",
        "harm",
        "cut",
        "force",
        "hurt",
        "burn",
    )
)
_STATES_OF = frozenset(("acomp", "attr", "oprd", "xcomp", "advmod", "prep", "ccomp", "advcl", "dobj"))
_TENDING = {"attend": "to", "operate": "on", "care": "for", "look": "after", "tend": "to"}
"""Verbs of looking after the hurt, with their prepositions."""
_CARERS = frozenset(
    "doctor surgeon nurse medic paramedic team hospital clinic physician orderly rescuer ambulanceman volunteer staff".split()
)
_CARING = frozenset(("treat", "admit", "receive", "take"))
_HOSPITALS = frozenset("hospital hospitals clinic clinics infirmary ward wards surgeons doctors".split())
_SEVERING = frozenset(
    """tear rip blow shear cut sever chop hack break amputate crush smash slice fracture shatter mangle dislocate gouge pulp crack splinter
    mutilate maim""".split()
)
_TAKING_OFF = frozenset("take carry shoot bite lop pull wrench saw slash hew pluck".split())
"""What takes a part of a body "off" somebody."""
_GATHERING = frozenset(
    """one nobody anyone anybody none dozens scores hundreds thousands several number group many others members troops
    personnel people""".split()
)
_TRANSPORT = frozenset(
    """bus minibus van taxi lorry truck car boat ferry train driver helicopter ambulance coach vehicle minivan plane aircraft airliner
    jeep pickup pick-up convoy ship launch dinghy canoe barge tractor trailer wagon cart motorcycle flight carrier""".split()
)
_DRIVEN = frozenset(("take", "carry", "lead", "pick"))
_THEM = frozenset("them him her".split())
_NOBODY = frozenset(("nobody", "none", "anyone", "anybody"))
_LEAVING = frozenset("march walk ride drive go run get melt slip trek".split())
_FELLOWS = frozenset("comrades companions friends others colleagues supporters followers reinforcements".split())
_DYING = frozenset("die fall perish succumb blow detonate explode kill".split())
_CARRIED = frozenset("baby babies child children infant infants toddler name names talks office".split())


class ObjectVerbs(SubjectVerbs):
    """What the verbs and nouns of one parse do to their objects."""

    def _object(self, token: "Token", verb: "Token") -> "Hit | None":
        words = self.words
        lemma = verb.lemma_.lower()
        phrases = words.object_phrases.get(lemma)
        if lemma == "pick" and any(c.dep_ == "nsubj" and (c.lower_ in _TRANSPORT or c.lower_ == "that") for c in verb.children):
            return None  # "a minibus was picking up cleaners"
        if lemma in _DRIVEN and _by_vehicle(verb):
            return None  # "a minibus taking guards to the barracks"
        if phrases is not None and (metric := self._phrase(verb, phrases, token)):
            return metric, verb.i
        if lemma in MOVING and (taken := self._as_captives(verb)):
            return taken
        if lemma in RECORDING and (state := self._as_state(verb) or self._among_the(token)):
            return state
        if lemma == "put" and self._out_of_action(verb):
            return "killed", verb.i
        if taken_by_force(verb, token, self.lower):
            return "detained", verb.i
        if lemma == "take" and _into_death(verb, token):
            return "killed", verb.i
        if lemma == "lose" and token.lower_ in _THEM:
            return None  # "followed the tracks of five men and lost them at the river"
        if released(verb, token):
            return "detained", verb.i
        if lemma in ("see", "hear", "trace") and _unseen(verb):
            return "missing", verb.i
        if lemma in ("leave", "find", "see", "shoot", "gun"):
            for child in verb.children:
                if child.i != token.i and child.lower_ in words.states and child.dep_ in _STATES_OF:
                    return words.states[child.lower_], verb.i if lemma in ("shoot", "gun") else child.i
            for child in token.children:
                if child.lower_ in words.states and child.i > token.i:
                    return words.states[child.lower_], child.i
            if lemma == "shoot":
                return self._shot(verb)
        if lemma in ("leave", "render") and _roofless(verb, token):
            return "displaced", verb.i
        if lemma in ("lodge", "house", "accommodate", "put", "shelter") and taken_to_refuge(verb, token, words):
            return "displaced", verb.i
        if lemma == "leave" and (hit := self._with_wounds(verb)):
            return hit  # "left a nurse with a broken arm"
        if lemma in _CARING and self._cares(token, verb):
            return "injured", verb.i
        if lemma == "hold" and token.dep_ != "pobj" and kept(verb) and self._holds(token, verb):
            return "detained", verb.i
        if lemma in words.does and self._allowed(verb):
            loose = (
                lemma in _LOOSE
                and not names_people(token.lower_)
                and token.pos_ not in ("NUM", "PROPN")
                and token.lower_ not in _GATHERING
                and token.ent_type_ not in ("NORP", "PERSON")
                and token.lower_ not in ("them", "him", "her")
            )
            if loose:
                return None
            return "killed" if words.does[lemma] == "injured" and fatal(verb) else words.does[lemma], verb.i
        if lemma == "cost" and (names_people(token.lower_) or token.tag_ == "CD") and self._at_whose_cost(token, verb):
            return "killed", verb.i  # "a battle that cost them 17 men"
        if lemma in ("cost", "claim", "take") and (_lives(token) or (lemma == "claim" and singular(token.lower_) == "victim")):
            return "killed", verb.i
        return None

    def _among_the(self, token: "Token") -> "Hit | None":
        """As in "lists two women and four children among the dead"."""
        for index in range(token.i + 1, min(token.i + 24, len(self.doc) - 2)):
            if self.doc[index].lower_ in (".", ";") or self.doc[index].is_sent_start:
                return None
            if self.doc[index].lower_ in ("among", "amongst") and self.doc[index + 1].lower_ in ("the", "those"):
                said = self.doc[index + 2]
                return (self.words.states[said.lower_], said.i) if said.lower_ in self.words.states else None
        return None

    def _at_whose_cost(self, token: "Token", verb: "Token") -> bool:
        """As in "cost them 17 men", "cost his side six fighters": somebody stands between the verb and those he lost."""
        before = [c for c in token.lefts if c.dep_ in ("nmod", "poss", "compound") and c.i > verb.i]
        return any(c.dep_ in ("dative", "dobj") and c.i < token.i for c in verb.children) or any(
            c.pos_ in ("NOUN", "PROPN") for c in before
        )

    def _cares(self, token: "Token", verb: "Token") -> bool:
        """As in "had treated 19 people", "the hospital admitted 38": people whom a hospital or its staff takes in."""
        if not (names_people(token.lower_) or token.tag_ == "CD" or token.lower_ in _GATHERING):
            return False
        if verb.lemma_ == "treat" and not any(c.lower_ in ("as", "like", "well", "badly") for c in verb.children):
            return True
        giver = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return giver is not None and giver.lower_ in _HOSPITALS

    def _holds(self, token: "Token", verb: "Token") -> bool:
        """As in "after holding the driver", "the rebels hold 12 soldiers", "admitted to holding six": people who have people in hand."""
        named = any(c.lower_ in ("name", "names") for c in token.doc[token.i + 1 : token.i + 4])  # "holds nobody of that name"
        nobody = (token.lower_ in _NOBODY and not named) or (token.lower_ == "one" and any(c.lower_ == "no" for c in token.lefts))
        if not (names_people(token.lower_) or token.tag_ == "CD" or token.lower_ in _THEM or nobody) or token.lower_ in _CARRIED:
            return False
        if verb.tag_ == "VBG" and token.lower_ not in _THEM:
            return True
        verb = verb.head if verb.dep_ == "conj" else verb
        holder = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        return holder is not None and (
            names_people(holder.lower_)
            or holder.lower_ in people().collectives
            or holder.ent_type_ in ("ORG", "NORP")
            or holder.lower_ in ("they", "it")
        )

    def _dative(self, token: "Token", verb: "Token") -> "Hit | None":
        """As in "cost five herders their lives": the object beside it says what they lost."""
        at = token.i + 1
        at += 2 if [word.lower_ for word in self.doc[at : at + 2]] == ["-", "by"] else 0  # "cost three passers-by their lives"
        lost = [word.lower_ for word in self.doc[at : at + 2]]
        if verb.lemma_ == "cost" and lost[:1] in (["their"], ["his"], ["her"]):
            if lost[1] in ("life", "lives"):
                return "killed", verb.i
            if lost[1] in PARTS:
                return "injured", verb.i
        return None

    def _prepositional(self, preposition: "Token") -> "Hit | None":
        """As in "the killing of 12 villagers", "the deaths of", "remains of at least 48 people"."""
        if preposition.dep_ == "conj" and preposition.head.lower_ == preposition.lower_:
            preposition = preposition.head  # "the bodies of her uncle and of two cousins"
        above = preposition.head
        if preposition.lower_ == "with" and self._goes_off(preposition, above):
            return "detained", above.i
        if preposition.lower_ == "with" and (taken := carried_along(preposition)) is not None:
            return "detained", taken
        if preposition.lower_ == "with" and no_contact(preposition):
            return "missing", above.i
        if above.lemma_ in _TENDING and preposition.lower_ == _TENDING[above.lemma_] and above.pos_ == "VERB" and self._tended(preposition):
            return "injured", above.i  # "surgeons operated on twelve people"
        if preposition.lower_ in ("off", "from") and _parted_limb(above):
            return "injured", above.i  # "tore a foot off a boy"
        if preposition.lower_ == "for" and swapped_for(preposition):
            return "detained", above.i
        if preposition.lower_ == "for" and above.lemma_ == "account":
            people = next((child for child in preposition.children if child.dep_ == "pobj"), None)
            fights = people is not None and population_at(self.doc, people.i, [token.lower_ for token in self.doc]) == "party forces"
            return ("killed", above.i) if fights else None
        if preposition.lower_ in ("of", "from", "about") and _no_news(above):
            return "missing", above.i
        if preposition.lower_ == "of" and above.lemma_ == "empty":
            return "displaced", above.i
        if preposition.lower_ == "of" and above.dep_ == "pobj" and above.head.head.lemma_ == "empty":
            return "displaced", above.head.head.i
        if preposition.lower_ == "to" and above.pos_ == "NOUN" and singular(above.lower_) in ("injury", "wound"):
            return "injured", above.i  # "injuries to 45 demonstrators"
        if preposition.lower_ == "of" and (hit := self._interrupted(preposition) or self._parted(preposition)):
            return hit
        if preposition.lower_ == "of" and above.pos_ in ("NOUN", "PROPN", "VERB"):
            metric = (
                self.words.nouns.get(singular(above.lower_)) or self.words.nouns.get(above.lower_) or self.words.nouns.get(above.lemma_)
            )
            if metric is not None:
                return "killed" if fatal(above) else metric, above.i
        return None

    def _tended(self, preposition: "Token") -> bool:
        """Whether medical staff look after people."""
        people_ = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        carer = next((child for child in preposition.head.children if child.dep_ == "nsubj"), None)
        if people_ is None or carer is None or not (names_people(people_.lower_) or people_.tag_ == "CD"):
            return False
        return singular(carer.lower_) in _CARERS or any(c.lower_ in _HOSPITALS for c in carer.subtree)

    def _goes_off(self, preposition: "Token", verb: "Token") -> bool:
        """As in "made off with three herders", "disappeared into the forest with thirteen worshippers": whom they took along."""
        people = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if verb.lemma_ == "make":
            return self.doc[preposition.i - 1].lower_ == "off"
        if people is None or not names_people(people.lower_) or any(c.dep_ == "poss" for c in people.children):
            return False
        away = verb.lemma_ in _LEAVING and self.doc[preposition.i - 1].lower_ in ("off", "away")
        if away and people.tag_ == "NNS" and people.lower_ not in _FELLOWS:
            return True  # "marched off with porters"
        if not any(c.dep_ == "nummod" for c in people.children):
            return False
        goes = verb.lemma_ in ("disappear", "vanish", "flee", "escape", "retreat", "withdraw")
        return goes and any(c.dep_ == "nsubj" for c in verb.children)

    def _parted(self, preposition: "Token") -> "Hit | None":
        """As in "the deaths, in the space of a week, of two men": a comma right before "of", another after the noun."""
        comma = preposition.i - 1
        again = self.doc[comma].lower_ in ("and", "or")  # "the bodies of her uncle and of two cousins"
        if self.doc[comma].lower_ != "," and not again:
            return None
        for at in range(comma - 1, max(0, comma - 14), -1):
            if self.doc[at].lower_ in (".", ";", ":"):
                return None
            if self.doc[at].lower_ == ",":
                continue
            metric = self.words.nouns.get(singular(self.doc[at].lower_)) if self.doc[at].tag_ in ("NN", "NNS") else None
            if again and metric is not None:
                return (metric, at) if self.doc[at + 1].lower_ == "of" else None
            opens = next((later for later in range(at + 1, comma) if self.doc[later].lower_ == ","), comma)
            if metric is not None and any(word.lower_ == "of" for word in self.doc[at + 1 : opens]):
                return None  # "the death of a rifleman, 19, of Umtali"
            if metric is not None and (self.doc[at + 1].lower_ == "," or self.doc[at + 1].tag_ in ("IN", "NNP", "JJ", "RB")):
                return metric, at
        return None

    def _interrupted(self, preposition: "Token") -> "Hit | None":
        """As in "the death in action of", "the killing last week of": the noun that "of" belongs to stands further left.

        So does the verb of "cut the throats of two drivers".
        """
        above = preposition.head
        if above.lower_ in ("whereabouts", "fate") and above.dep_ in ("nsubj", "nsubjpass"):
            said = list(above.head.children)
            unknown = any(c.dep_ == "neg" or c.lower_ in ("unknown", "unclear", "uncertain") for c in said)
            return ("missing", above.i) if unknown else None
        if above.dep_ == "dobj" and (phrases := self.words.object_phrases.get(above.head.lemma_)):
            part = above.lemma_.lower()
            if part in ("throat", "life") and part in phrases:
                return phrases[part], above.head.i
        taken = above.dep_ == "dobj" and above.head.lemma_ in _TAKING_OFF and any(c.lower_ == "off" for c in above.head.children)
        if above.dep_ == "dobj" and above.lower_ in PARTS and (above.head.lemma_ in _SEVERING or taken):
            return "injured", above.head.i  # "cut off two fingers of a teacher"
        nouns = self.words.nouns
        if above.dep_ == "pobj" and above.head.dep_ == "prep":
            noun = (
                above.head.head if above.head.head.pos_ == "NOUN" else self.doc[above.head.i - 1]
            )  # "charged with the abduction in April of"
            between = above.lower_ in ("action", "custody", "detention", "combat", "battle", "prison")
            between = between or above.ent_type_ in ("DATE", "TIME", "GPE", "LOC", "FAC")
            if between and singular(noun.lower_) in nouns:
                return nouns[singular(noun.lower_)], noun.i
        if above.pos_ == "VERB":
            for child in above.children:
                if child.dep_ == "dobj" and above.i < child.i < preposition.i and singular(child.lower_) in nouns:
                    return nouns[singular(child.lower_)], child.i
        return None


def _by_vehicle(verb: "Token") -> bool:
    """Whether what takes people somewhere is what they ride in."""
    if verb.tag_ == "VBG" and verb.i and singular(verb.doc[verb.i - 1].lower_) in _TRANSPORT:
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return singular(verb.head.lower_) in _TRANSPORT
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ == "WDT" and verb.dep_ == "relcl":
        return singular(verb.head.lower_) in _TRANSPORT
    return subject is not None and singular(subject.lower_) in _TRANSPORT


def _parted_limb(verb: "Token") -> bool:
    """As in "took both legs off a farmer": the verb's object is a part of somebody's body."""
    severs = verb.lemma_ in _SEVERING or verb.lemma_ in _TAKING_OFF
    return severs and any(c.dep_ == "dobj" and c.lower_ in PARTS for c in verb.children)


def _into_death(verb: "Token", token: "Token") -> bool:
    """As in "fell to the last man, taking sixty soldiers with them": whom those who die take along."""
    after = [one.lower_ for one in verb.doc[token.i + 1 : token.i + 7]]
    along = next((at for at, word in enumerate(after[:-1]) if word == "with" and after[at + 1] in _THEM), None)
    if along is None or not (names_people(token.lower_) or token.tag_ == "CD"):
        return False
    above = verb.head if verb.dep_ in ("advcl", "conj", "xcomp") else verb
    return any(one.lemma_ in _DYING for one in (above, *above.children) if one.pos_ == "VERB" and one.i < verb.i)


def _roofless(verb: "Token", token: "Token") -> bool:
    """As in "leaving 58 residents without a home"."""
    after = [word.lower_ for word in verb.doc[token.i + 1 : token.i + 7]]
    return "without" in after and bool(
        {"home", "homes", "roof", "shelter", "house", "houses", "roofs"} & {*after[after.index("without") :]}
    )


def _no_news(above: "Token") -> bool:
    """As in "nothing has been heard of some 130 constables", "had no news of 18 soldiers", "there is no trace of the fishermen"."""
    if above.lemma_ in ("hear", "see", "learn"):
        subject = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        return subject is not None and subject.lower_ in ("nothing", "nobody", "none") and above.tag_ in ("VBN", "VBD")
    return above.lower_ in ("news", "word", "trace", "sign") and any(c.lower_ == "no" for c in above.lefts)


def _unseen(verb: "Token") -> bool:
    """As in "nobody has seen the five herders since", "have not seen her since"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    nobody = subject is not None and subject.lower_ in ("nobody", "none")
    perfect = any(c.lower_ in ("has", "have", "had") for c in verb.children)
    return (
        perfect
        and (nobody or any(c.dep_ == "neg" for c in verb.children))
        and "since" in {c.lower_ for c in verb.doc[verb.i : verb.i + 14]}
    )


def _lives(token: "Token") -> bool:
    """Whether the object of "cost", "claim" or "take" is lives."""
    return token.lower_ in ("lives", "life")
