"""Who is meant: a name, title, pronoun or office in a text resolved to a Speaker, within that text only.

``resolve(parse, token)`` serves any step that meets "the ambassador", "he" or "the army"; the attribution step, which also knows who spoke
last, uses ``Resolver``. What the text does not decide stays as written.
"""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from trucewatch.reading.cast import Cast, Person, cast_of
from trucewatch.reading.cues import lexicon
from trucewatch.reading.offices import Role, offices, role_of
from trucewatch.reading.parse import Parse
from trucewatch.reading.people import names_people
from trucewatch.reading.sources import phrase
from trucewatch.reading.unnamed import unnamed
from trucewatch.reading.view import Range, View, view_of
from trucewatch.records.assertion import Speaker
from trucewatch.records.span import Span
from trucewatch.records.terms import SpeakerKind

_SINGULAR = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
_RELATIVE = frozenset(("who", "which", "that", "whom"))
_PLURAL = frozenset(("they", "their", "them", "both"))
_NEUTER = frozenset(("it", "its"))
_SPEAKER = frozenset(("i", "me", "my", "we", "us", "our", "you", "myself", "ourselves"))
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "all": 0}
_ISSUED = frozenset("complete write issue publish release compile sign prepare draft produce".split())
_CLOSE = 40
"""How many tokens before the last one who spoke a subject may stand and still be meant by "he"."""
_SOON = 40
"""Within how many tokens a name may follow the person it names."""
_LOOK_BACK = 160
"""How many tokens back a subject is looked for where nobody has spoken yet."""
_DEFINITE = frozenset(("the", "this", "that", "both", "these", "those", "his", "her", "their", "its"))


def resolve(parse: Parse, at: int) -> Speaker:
    """Return who or what the noun, name or pronoun at token ``at`` means. The name is as written where the text does not decide."""
    view = view_of(parse)
    return resolver_of(view).resolve(at, phrase(view, at) if view.tree.pos[at] != "PRON" else (at, at + 1))


def resolver_of(view: View) -> "Resolver":
    """Return the resolver of a text, made once per parse."""
    kept = view.parse.notes.get("speakers")
    if not isinstance(kept, Resolver):
        kept = view.parse.notes["speakers"] = Resolver(view, cast_of(view))
    return kept


_WHEN = frozenset(("when", "if", "while", "as", "where"))
_SAYERS = frozenset(("institution", "state", "group"))
_LEADING = frozenset(("lead", "head", "command", "chair", "direct", "run"))


class Resolver:
    """Resolves mentions of one text. ``said`` remembers who spoke where, as far as the attribution step has come."""

    def __init__(self, view: View, cast: Cast) -> None:
        self.view = view
        self.cast = cast
        self.said: list[tuple[int, Speaker]] = []

    def resolve(self, head: int, source: Range) -> Speaker:
        """Return the speaker whose phrase ``source`` has the head token ``head``."""
        tree = self.view.tree
        low = tree.lower[head]
        if low in _RELATIVE and tree.dep[head] in ("nsubj", "nsubjpass", "dobj", "pobj"):
            return self._relative(head)
        if tree.pos[head] == "PRON" or low in _SINGULAR:
            found = self._pronoun(head, low)
            if found is not None:
                return found
        people = self._named(head, source)
        if people:
            return self._people(people)
        joint = self._joint(head, source)
        if joint is not None:
            return joint
        holder = self._holder(head, source)
        if holder is not None:
            return self._person(holder, self._span(source[0], head + 1))
        return self._issuer(head) or unnamed(self.view, head, source, self.said)

    def remember(self, at: int, speaker: Speaker) -> None:
        """Note that ``speaker`` is cited at token ``at``."""
        self.said.append((at, speaker))

    def _span(self, start: int, end: int) -> Span:
        return self.view.parse.span(start, end)

    def _text(self, start: int, end: int) -> str:
        return self.view.parse.words(self._span(start, end)).replace("\n", " ")

    def _person(self, person: Person, mention: Span) -> Speaker:
        role = person.role
        return Speaker(
            person.name,
            "person",
            role.title if role else None,
            (role.affiliation if role else None) or self._body_of(person),
            mention,
            role.former if role else False,
        )

    def _body_of(self, person: Person) -> str | None:
        """Return the body a person is named with: "Sermini of the council", "Mood, who leads the mission"; the council cited before."""
        tree = self.view.tree
        for _, end in person.mentions:
            if end + 4 >= len(tree):
                continue
            if tree.lower[end] == "of":
                at = end + 1
            elif tree.lower[end] == "," and tree.lower[end + 1] == "who" and tree.lemma[end + 2] in _LEADING:
                at = end + 3
            else:
                continue
            if tree.lower[at] not in ("the", "its", "their"):
                continue
            stop = at + 1
            while stop < len(tree) and tree.pos[stop] in ("NOUN", "PROPN", "ADJ") and stop < at + 8:
                stop += 1
            if stop == at + 1 or tree.pos[stop - 1] not in ("NOUN", "PROPN"):
                continue
            last = tree.lower[stop - 1]
            known = [speaker.name for said, speaker in self.said if said < end and speaker.name.lower().split()[-1:] == [last]]
            return known[-1] if known else self._text(at + 1, stop)
        return None

    def _named(self, head: int, source: Range) -> list[tuple[Person, Range]]:
        """Return the persons named at the head of the phrase, and those joined to them by "and"."""
        tree = self.view.tree
        found: list[tuple[Person, Range]] = []
        if self.cast.owner.get(head) is None and all(tree.pos[at] in ("PROPN", "PUNCT") for at in range(head, source[1])):
            head = source[1] - 1
        heads = [head]
        here = head
        while True:
            joined = next((child for child in tree.children[here] if tree.dep[child] == "conj" and child < source[1]), None)
            if joined is None:
                break
            heads.append(joined)
            here = joined
        for here in heads:
            person = self.cast.owner.get(here)
            mention = self._mention(person, here) if person else None
            if person is None:
                apposed = next((child for child in tree.children[here] if tree.dep[child] == "appos"), None)
                person = self.cast.owner.get(apposed) if apposed is not None and apposed < source[1] else None
                mention = self._mention(person, apposed) if person and apposed is not None else None
            if person is None or mention is None or self._owns(here, mention):
                return found if here != head and found else []
            found.append((person, mention))
        return found

    def _owns(self, head: int, mention: Range) -> bool:
        """Tell whether the name only modifies the head ("the Clinton campaign")."""
        return not mention[0] <= head < mention[1] and head > mention[1]

    def _mention(self, person: Person | None, at: int) -> Range | None:
        if person is None:
            return None
        return next((mention for mention in person.mentions if mention[0] <= at < mention[1]), None)

    def _people(self, people: list[tuple[Person, Range]]) -> Speaker:
        if len(people) == 1:
            person, mention = people[0]
            return self._person(person, self._span(*mention))
        names = " and ".join(person.name for person, _ in people)
        return Speaker(names, "group", mention=self._span(min(at[0] for _, at in people), max(at[1] for _, at in people)))

    def _relative(self, head: int) -> Speaker:
        """Return what a relative pronoun stands for."""
        tree = self.view.tree
        here, low = tree.head[head], tree.lower[head]
        for _ in range(6):
            if tree.dep[here] in ("relcl", "acl"):
                above = tree.head[here]
                if low == "who" and above < head:
                    above = self._somebody(above)
                if above < head:
                    found = self.resolve(above, phrase(self.view, above, head))
                    return Speaker(found.name, found.kind, found.role, found.affiliation, self._span(head, head + 1), found.former)
            if tree.head[here] == here:
                break
            here = tree.head[here]
        return unnamed(self.view, head, (head, head + 1), self.said)

    def _somebody(self, at: int) -> int:
        """Return the noun above ``at`` that can be meant by "who": "a colleague reached by radio, who begged …"."""
        tree, here = self.view.tree, at
        for _ in range(6):
            if here in self.cast.owner or names_people(tree.lower[here]) or tree.lemma[here].lower() in offices().offices:
                return tree.head[here] if tree.dep[here] == "appos" and tree.head[here] in self.cast.owner else here
            if tree.head[here] == here or tree.dep[here] in ("nsubj", "dobj", "nsubjpass"):
                break
            here = tree.head[here]
        return at

    def _issuer(self, head: int) -> Speaker | None:
        """Return the body a document is said to be of: "a report completed by the inquiry team", "communique No. 37 of the command"."""
        tree = self.view.tree
        if tree.lemma[head].lower() not in offices().documents:
            return None
        at = head + 1
        while (
            at < len(tree)
            and (tree.pos[at] in ("PROPN", "NUM") or tree.lower[at] in (".", "no") or tree.lemma[at] in _ISSUED)
            and at < head + 6
        ):
            at += 1
        if at >= len(tree) or tree.lower[at] not in ("of", "by", "from"):
            return None
        body = next((child for child in tree.children[at] if tree.dep[child] == "pobj"), None)
        if body is None:
            return None
        found = self.resolve(body, phrase(self.view, body))
        named = found.kind == "institution" or (tree.lower[at] == "by" and found.kind in ("person", "group", "state"))
        return found if named else None

    def _pronoun(self, head: int, low: str) -> Speaker | None:
        mention = self._span(head, head + 1)
        if low in _SINGULAR:
            person = self._antecedent(head, _SINGULAR[low])
            nameless = self._nameless(head, person)
            if nameless is not None:
                who = unnamed(self.view, nameless, phrase(self.view, nameless), self.said)
                return Speaker(who.name, who.kind, who.role, who.affiliation, mention, who.former)
            holder = self._last_holder(head, person, mention)
            if holder is not None:
                return holder
            if person is not None:
                return self._person(person, mention)
            kinds: tuple[SpeakerKind, ...] = ("person",)
        elif low in _PLURAL:
            kinds = ("group", "institution")
        elif low in _NEUTER:
            kinds = ("institution", "state", "document")
        else:
            kinds = ()
        if kinds:
            before = self._subject_above(head, mention) or self._subject_before(head, kinds, mention) if low in _NEUTER else None
            found = before or self._last_said(head, kinds, mention) or self._recent(head, kinds, mention)
            kind: SpeakerKind = "person" if low in _SINGULAR else "group" if low in _PLURAL else "unknown"
            return found or Speaker(self._text(head, head + 1), kind, mention=mention)
        if low in _SPEAKER:
            return Speaker(self._text(head, head + 1), "group" if low in ("we", "us", "our") else "person", mention=mention)
        return None

    def _last_holder(self, at: int, person: Person | None, mention: Span) -> Speaker | None:
        """Return who was cited last by his office alone, since ``person`` was named: "The prefect condemned it. He said …"."""
        named = max((end for _, end in person.mentions if end <= at), default=-1) if person is not None else -1
        for place, speaker in reversed(self.said):
            if place >= at or self._in_other_words(place, at):
                continue
            if place < named or self._paragraph(at) - self._paragraph(place) > 1 or speaker.kind == "person":
                return None
            if _holds_office(speaker.name):
                return Speaker(speaker.name, speaker.kind, speaker.role, speaker.affiliation, mention, speaker.former)
            return None
        return None

    def _nameless(self, at: int, person: Person | None) -> int | None:
        """Return the subject without a name that opens the sentence of "he": "An old man had another story: the fire, he said, …"."""
        tree, view = self.view.tree, self.view
        start = view.sentence(at)[0]
        if person is not None and any(start <= place < at for place, _ in person.mentions):
            return None
        colon = next((here for here in range(at - 1, start, -1) if tree.lower[here] in (":", ";")), None)
        if colon is None:
            return None
        for here in range(start, colon):
            if tree.dep[here] == "nsubj" and view.quoted[here] < 0:
                somebody = tree.tag[here] == "NN" and here not in self.cast.owner and names_people(tree.lower[here])
                return here if somebody else None
        return None

    def _antecedent(self, at: int, gender: str) -> Person | None:
        """Return the named person "he" or "she" means, or None.

        The latest subject outside quotations comes first, then whoever spoke last, then the latest named; a gender that the text gives
        otherwise rules a person out.
        """
        view = self.view
        paragraph = self._paragraph(at)
        spoken_at, spoke = self._last_person(at, gender)
        fallback: Person | None = None
        unlikely: Person | None = None
        for place, person in self.cast.before(at):
            if person.gender and person.gender != gender:
                continue
            if view.quoted[place] >= 0 and view.quoted[place] != view.quoted[at]:
                continue
            if place < spoken_at and self._paragraph(place) != paragraph:
                break
            if _unlikely(person, gender):
                unlikely = unlikely or person
                continue
            mention = next(span for span in person.mentions if span[0] == place)
            near = self._paragraph(place) >= paragraph - 2
            if near and place >= spoken_at - _CLOSE and self._is_subject(mention[1] - 1):
                return person
            fallback = fallback or person
        if spoke is not None:
            return next((person for person in self.cast.persons if person.name == spoke.name), None)
        return fallback or unlikely

    def _last_person(self, at: int, gender: str) -> tuple[int, Speaker | None]:
        """Return where and who the last single person cited before ``at`` is, of a gender that fits."""
        for place, speaker in reversed(self.said):
            if self._in_other_words(place, at):
                continue
            if place < at and speaker.kind == "person" and _gender_of(speaker.name) in (None, gender):
                known = next((person for person in self.cast.persons if person.name == speaker.name), None)
                if known is None or known.gender in (None, gender):
                    return place, speaker
        return -1, None

    def _in_other_words(self, place: int, at: int) -> bool:
        """Tell whether somebody is cited inside a quotation that ``at`` stands outside of: "Sam would not thank you for it", he said."""
        return place < len(self.view.quoted) and self.view.quoted[place] >= 0 and self.view.quoted[place] != self.view.quoted[at]

    def _is_subject(self, at: int) -> bool:
        """Tell whether the name ending at token ``at`` is a subject, or stands in apposition to one."""
        tree = self.view.tree
        if tree.dep[at] == "appos":
            at = tree.head[at]
        return tree.dep[at] in ("nsubj", "nsubjpass")

    def _paragraph(self, at: int) -> int:
        return self.view.paragraph(at)

    def _last_said(self, at: int, kinds: tuple[SpeakerKind, ...], mention: Span) -> Speaker | None:
        """Return who of these kinds was cited last, where that is no more than two paragraphs back."""
        gender = _SINGULAR.get(self.view.tree.lower[at])
        for place, speaker in reversed(self.said):
            if self._paragraph(at) - self._paragraph(place) > 2:
                return None
            if self._in_other_words(place, at):
                continue
            if place < at and speaker.kind in kinds and (gender is None or _gender_of(speaker.name) in (None, gender)):
                return Speaker(speaker.name, speaker.kind, speaker.role, speaker.affiliation, mention, speaker.former)
        return None

    def _subject_above(self, at: int, mention: Span) -> Speaker | None:
        """Return the subject of the clause above, in "The General Staff lies when it says that …"."""
        tree = self.view.tree
        verb = tree.head[at]
        subject = tree.child(tree.head[verb], "nsubj") if tree.dep[verb] == "advcl" and tree.dep[at] == "nsubj" else None
        if subject is None or subject > at or tree.pos[subject] not in ("NOUN", "PROPN") or tree.lower[tree.edges(verb)[0]] not in _WHEN:
            return None
        found = self.resolve(subject, phrase(self.view, subject, tree.head[verb]))
        return Speaker(found.name, found.kind, found.role, found.affiliation, mention, found.former) if found.kind in _SAYERS else None

    def _subject_before(self, at: int, kinds: tuple[SpeakerKind, ...], mention: Span) -> Speaker | None:
        """Return the subject of the main clause of the sentence before, in the same paragraph: whom "It said that …" goes on with."""
        tree, view = self.view.tree, self.view
        start = view.sentence(at)[0]
        if start == 0 or self._paragraph(start - 1) != self._paragraph(at):
            return None
        for here in range(*view.sentence(start - 1)):
            if tree.dep[here] == "nsubj" and tree.head[tree.head[here]] == tree.head[here] and tree.pos[here] in ("NOUN", "PROPN"):
                if view.quoted[here] >= 0:
                    return None
                whose = self._whose(here)
                found = self.resolve(whose, phrase(view, whose))
                spoke = any(speaker.name == found.name and place < at for place, speaker in self.said)
                unnamed_source = found.kind != "person" or tree.lemma[here] == "source"
                known = (found.kind in kinds and found.kind != "document") or (unnamed_source and spoke)
                return Speaker(found.name, found.kind, found.role, found.affiliation, mention, found.former) if known else None
        return None

    def _whose(self, at: int) -> int:
        """Return whose account, version or report a subject is: "the Observatory's account is unchanged. It blames …"."""
        tree = self.view.tree
        owner = tree.child(at, "poss") if tree.lemma[at] in lexicon().nouns else None
        return at if owner is None or tree.pos[owner] not in ("NOUN", "PROPN") else owner

    def _recent(self, at: int, kinds: tuple[SpeakerKind, ...], mention: Span) -> Speaker | None:
        """Return the latest subject of these kinds in the sentences before, outside quotations, or None."""
        tree = self.view.tree
        for here in range(at - 1, max(-1, at - _LOOK_BACK), -1):
            if tree.dep[here] in ("nsubj", "nsubjpass") and tree.pos[here] in ("NOUN", "PROPN") and self.view.quoted[here] < 0:
                if here == at - 2 and tree.lower[at - 1] == ",":
                    continue  # "the nearest garrison, they say, was withdrawn": whom they speak of
                whose = self._whose(here)
                found = self.resolve(whose, phrase(self.view, whose))
                fits = _SINGULAR.get(tree.lower[at]) in (None, _gender_of(found.name) or _SINGULAR.get(tree.lower[at]))
                if found.kind in kinds and fits:
                    return Speaker(found.name, found.kind, found.role, found.affiliation, mention, found.former)
        return None

    def _joint(self, head: int, source: Range) -> Speaker | None:
        """Return the persons that "both ministers" or "the two men" count, or None."""
        tree = self.view.tree
        number = next((_NUMBERS[tree.lower[at]] for at in range(source[0], head + 1) if tree.lower[at] in _NUMBERS), 0)
        if not number or tree.tag[head] not in ("NNS", "NN", "NNPS") or tree.lower[source[0]] not in _DEFINITE:
            return None
        noun = tree.lemma[head].lower()
        family = offices().families.get(noun)
        if family is None:
            return None
        found: list[Person] = []
        for _, person in self.cast.before(source[0]):
            role = person.role
            fits = noun in ("man", "men", "woman", "women", "pair", "leader", "official", "side") or (role and role.nouns & family)
            subject = any(mention[1] <= source[0] and self._acts(mention) for mention in person.mentions)
            if fits and subject and person not in found:
                found.append(person)
            if len(found) == number:
                break
        if len(found) < number:
            return None
        names = " and ".join(person.name for person in reversed(found))
        return Speaker(names, "group", self._text(head, head + 1), None, self._span(*source))

    def _acts(self, mention: Range) -> bool:
        return self.view.tree.dep[mention[1] - 1] in ("nsubj", "nsubjpass", "conj")

    def _named_later(self, head: int) -> Person | None:
        """Return who an unnamed person is that the next sentences name ("an official … The official, Ali Haddad, …"), or None."""
        noun = self.view.tree.lower[head]
        number = bisect_right(self.cast.mentions, head, key=lambda mention: mention[0])
        for start, _, person in self.cast.mentions[number:]:
            if start > head + _SOON:
                break
            first = person.mentions[0][0] == start
            if first and any(place == start and role.title.lower() == noun for place, role in person.roles):
                return person
        return None

    def _holder(self, head: int, source: Range) -> Person | None:
        """Return the one person named before (or else after) who holds the office a definite phrase names, or None."""
        view = self.view
        tree, known = view.tree, offices()
        if tree.lemma[head].lower() not in known.offices and tree.lower[head] not in known.offices:
            return None
        if tree.tag[head] in ("NNS", "NNPS"):
            return None
        words = [view.parse.doc[at].text for at in range(source[0], min(source[1], head + 6))]
        if words and words[0].lower() in ("a", "an"):
            return self._named_later(head)
        if words and words[0].lower() not in _DEFINITE and tree.pos[head] != "PROPN":
            return None
        wanted = role_of(words)
        if wanted is None:
            return None
        best: tuple[int, Person] | None = None
        for person in self.cast.holders(wanted):
            number = bisect_left(person.mentions, (source[0], 0))
            place = person.mentions[number - 1][0] if number else -person.mentions[0][0] - 1
            if best is None or place > best[0]:
                best = place, person
        return best[1] if best else self._called_later(head, wanted)

    def _called_later(self, head: int, wanted: Role) -> Person | None:
        """Return the one person whom a later sentence names by a shorter form of an office ("the commander, Ali Haddad")."""
        titles = set(wanted.title.lower().split())
        named = {
            id(person): person
            for noun in wanted.nouns
            for person in self.cast.by_office.get(noun, ())
            if person.mentions[0][0] > head
            and any(
                set(role.title.lower().split()) <= titles and not role.former and place < head + _LOOK_BACK for place, role in person.roles
            )
        }
        return next(iter(named.values())) if len(named) == 1 else None


def _unlikely(person: Person, gender: str) -> bool:
    """Tell whether a given name in -a makes "he" an unlikely pronoun for its bearer; only a preference, for names in -a are men's too."""
    given = person.words[0]
    if gender != "male" or person.gender is not None or len(person.words) < 2:
        return False
    return given.endswith(("a", "elle", "ette", "lyn", "beth")) and given not in offices().men_in_a


def _gender_of(name: str) -> str | None:
    """Return the gender a noun for an unnamed person tells ("spokeswoman"), or None."""
    nouns = offices().gendered
    for word in name.lower().split():
        gender = nouns.get(word) or ("female" if word.endswith("woman") else "male" if word.endswith("man") else None)
        if gender:
            return gender
    return None


_OF = frozenset(("of", "for", "in", "at", "to", "on", "from"))


def _holds_office(name: str) -> bool:
    """Tell whether a speaker is named by an office that one person holds: "prefect of Byumba", "Canon Birch"."""
    words = [word.strip(",.").lower() for word in name.split()]
    head = next((before for before, word in pairwise(words) if word in _OF), words[-1] if words else "")
    return head in offices().offices or bool(words and words[0] in offices().offices)
