"""Literal strings found in one pass."""

from kamervragen.literals import search_for


def test_all_literals_are_found_by_where_they_end_the_longest_first():
    search = search_for({"nr": "cue", "36 nr": "dossier and cue", "r. 5": "number"})
    assert list(search("€ 36 nr. 5")) == [(2, 7, "dossier and cue"), (5, 7, "cue"), (6, 10, "number")]


def test_positions_are_characters_whatever_a_string_holds():
    search = search_for({"nr": "cue"})
    assert list(search("\ud800 € 😀 nr")) == [(6, 8, "cue")]


def test_nothing_is_found_in_nothing():
    assert list(search_for({"nr": "cue"})("")) == []
