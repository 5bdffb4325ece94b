from hypothesis import given, settings
from hypothesis import strategies as st

from kit import Report, analyse, at
from trucewatch.judging import Register, independent
from trucewatch.records.assertion import Speaker
from trucewatch.records.capture import Source

PARAGRAPHS = (
    "The Local Coordination Committees said at least 78 people were killed in Karim on Wednesday, most of them in their homes.",
    "Half of the dead were women and children, the network said, and whole families had been wiped out in the fields by the river.",
    "United Nations observers set out for the hamlet on Thursday but were kept from it by soldiers at a checkpoint on the main road.",
    "None of these accounts could be checked, and the roads into the valley have been closed to reporters since the spring of last year.",
)


def story(outlet, published="2012-06-07", order=range(4), credits=(), head=""):  # noqa: A002
    """A wire story as some outlet runs it: paragraphs cut or reordered, with or without the credit."""
    text = "\n\n".join([head or f"{outlet} headline", *(PARAGRAPHS[at] for at in order)])
    report = Report(outlet, published, text, credits=credits)
    if 0 in order:
        said = report.says("Local Coordination Committees", "at least 78 people were killed in Karim on Wednesday")
        event = report.event("killed", when="2012-06-06", where="Karim", by=said)
        report.count(event, "at least 78 people", 78, None, by=said)
        report.blame(event, "soldiers") if 2 in order else None
    return report


def test_ten_copies_change_documents_and_outlets_never_origins():
    """A wire story run by ten outlets, half without the credit, has the origins it had."""
    one = at(analyse(story("Wire A")), "Karim")
    orders = [(0, 1, 2, 3), (0, 2, 3), (1, 0, 3, 2), (0, 1), (3, 2, 1, 0), (0, 1, 3), (2, 0, 1), (0, 3), (1, 0), (0, 2)]
    copies = [story(f"Daily {n}", order=order, credits=("Wire A",) if n % 2 else ()) for n, order in enumerate(orders)]
    many = at(analyse(story("Wire A"), *copies), "Karim")
    assert (len(many.documents), len(many.outlets)) == (11, 11)
    assert independent(many.origins) == independent(one.origins) == 1


@settings(max_examples=15)
@given(st.lists(st.permutations([0, 1, 2, 3]), min_size=1, max_size=4))
def test_rewrites_never_add_origins(orders):
    """Whatever order the paragraphs are put in."""
    before = at(analyse(story("Wire A")), "Karim").origins
    after = at(analyse(story("Wire A"), *(story(f"Daily {n}", order=order) for n, order in enumerate(orders))), "Karim").origins
    assert independent(after) == independent(before)


def test_near_duplicate_texts_are_shown_as_copies():
    """A reordered text with a new headline is found, with the share of words in common."""
    found = analyse(story("Wire A"), story("Daily B", order=(2, 0, 1), head="Something else altogether"))
    assert len(found.copies) == 1
    assert found.copies[0].likeness > 0.85


def test_two_reports_of_one_event_in_their_own_words_are_no_copies():
    """The same facts, told anew, share too little."""
    other = Report(
        "Daily Z",
        "2012-06-07",
        "A committee of activists counted 78 dead in Karim. Its members spoke by telephone. No road was open to the press on Friday.",
    )
    assert analyse(story("Wire A"), other).copies == ()


def test_voices_of_one_side_count_once_and_are_named():
    """Three opposition bodies are one independent origin with three members; the government is another."""
    reports = []
    for speaker in ("Local Coordination Committees", "Syrian National Council", "Syrian Observatory for Human Rights", "State television"):
        report = Report(f"Daily {speaker[:3]}", "2012-06-07", f"{speaker} said people were killed in Karim.")
        said = report.says(speaker, "people were killed in Karim")
        report.event("killed", when="2012-06-06", where="Karim", by=said)
        reports.append(report)
    origins = at(analyse(*reports), "Karim").origins
    assert independent(origins) == 2
    assert sorted(len(origin.members) for origin in origins) == [1, 3]


def test_the_same_utterance_under_two_names_is_one_origin():
    """Two papers that quote the same words of a differently named man have heard one man."""
    words = "They came at noon and shot everybody they found in the street"
    reports = []
    for outlet, name in (("Daily A", "Abu Samir"), ("Daily B", "Sameer H.")):
        report = Report(outlet, "2012-06-07", f"“{words},” {name} said of Karim. They shot men.")
        said = report.says(name, words, kind="person", mode="direct")
        report.event("shot", when="2012-06-06", where="Karim", by=said)
        reports.append(report)
    assert independent(at(analyse(*reports), "Karim").origins) == 1


def test_words_nobody_is_cited_for_never_count():
    """A narrator's own sentence has an unknown origin."""
    report = Report("Daily A", "2012-06-07", "Gunmen killed people in Karim.")
    report.event("killed", when="2012-06-06", where="Karim")
    assert independent(at(analyse(report), "Karim").origins) == 0


def test_the_register_knows_owners_and_sides():
    """State media speak for their government, missions for the United Nations, a party's monitor for its side."""
    register = Register()
    syria = register.root(Speaker("SANA", "institution"), None)
    assert (syria.origin, syria.bloc) == ("Government of Syria", "government:SY")
    assert register.root(Speaker("State television", "institution"), "SY").origin == "Government of Syria"
    assert register.root(Speaker("Bashar Jaafari", "person", "ambassador to the UN", "Syria"), None).origin == "Government of Syria"
    assert register.root(Speaker("Ban Ki-moon", "person", "Secretary General", "UN"), "SY").origin == "United Nations"
    assert register.root(Speaker("the LCC", "institution"), None).name == "Local Coordination Committees"
    assert not register.root(Speaker("activists", "group"), "SY").known
    assert register.root(Speaker("residents", "group"), "SY").known


def test_a_case_extends_the_register():
    """A case's own source has the owner and the side the case says."""
    register = Register([Source("Radio Karim", "outlet", "opposition:SY", "Karim Media", aliases=("RK",))])
    assert register.root(Speaker("RK", "institution"), None).origin == "Karim Media"


def test_labels_stay_unaligned_unless_their_own_words_align_them():
    """“Pro-government militia” names a side, “terrorists” does not."""
    register = Register()
    assert register.side_of("the pro-government militia", "SY") == "government:SY"
    assert register.side_of("terrorists", "SY") is None
