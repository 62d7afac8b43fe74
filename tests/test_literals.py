"""Literal strings found in one pass."""

from kamervragen.literals import search_for, search_for_both


def test_all_literals_are_found_by_where_they_end_the_longest_first():
    search = search_for({"nr": "cue", "36 nr": "dossier and cue", "r. 5": "number"})
    assert search("€ 36 nr. 5") == [(2, 7, "dossier and cue"), (5, 7, "cue"), (6, 10, "number")]


def test_positions_are_characters_whatever_a_string_holds():
    search = search_for({"nr": "cue"})
    assert search("\ud800 € 😀 nr") == [(6, 8, "cue")]


def test_nothing_is_found_in_nothing():
    assert search_for({"nr": "cue"})("") == []


def test_the_beginning_of_a_text_is_the_beginning_of_a_line():
    search = search_for({"\nnr": "cue", "€": "sign"})
    assert search("nr €\nnr") == [(-1, 2, "cue"), (3, 4, "sign"), (4, 7, "cue")]


def test_two_sets_are_found_as_each_alone_also_where_they_share_a_literal():
    ones, others = {"nr": "cue", "r. ": "point"}, {"nr": "number", "€ ": "sign"}
    text = "nr. € nr"
    assert search_for_both(ones, others)(text) == (search_for(ones)(text), search_for(others)(text))
    assert [meaning for _, _, meaning in search_for_both(ones, others)(text)[1]] == [
        "number",
        "sign",
        "number",
    ]
