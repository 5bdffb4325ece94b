"""The bench of factuality reads sentences given as words, as the corpora give them."""

from bench.factuality import judge


def test_each_target_gets_the_stance_its_sentence_gives_it(parser):
    sentences = [
        {"text": "The army shelled the village on Monday .", "targets": [{"span1": [2, 3], "label": 3.0}]},
        {"text": "The army denied that it had shelled the village .", "targets": [{"span1": [6, 7], "label": -3.0}]},
        {"text": "The rebels may have burned the mill .", "targets": [{"span1": [4, 5], "label": 1.0}]},
    ]
    assert [(one.word, one.ours) for one in judge(parser, sentences)] == [
        ("shelled", "certain"),
        ("shelled", "deny"),
        ("burned", "possible"),
    ]
