"""Round trips: any id, printed in any supported form of citation, is read back as that id."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.references import find_references
from kamervragen.references.dossiers import HIGHEST, LOWEST, WITH_DASH_CHAPTERS, chapters
from kamervragen.view import View

dossier_numbers = st.integers(LOWEST, HIGHEST).filter(lambda n: str(n) != WITH_DASH_CHAPTERS).map(str)
paper_numbers = st.integers(1, 300).map(str)
years = st.integers(1995, 2029)
spaces = st.sampled_from([" ", "\n", "\xa0", "  "])


@st.composite
def printed_years(draw):
    """A session year and one of its spellings."""
    first = draw(years)
    second, short = str(first + 1), f"{(first + 1) % 100:02}"
    form = draw(
        st.sampled_from(
            [
                *("{f}-{s}", "{f}–{s}", "{f}‑{s}", "{f}—{s}", "{f} - {s}", "{f}-\n{s}", "{f}/{s}", "{f}/{t}"),
                *("{f}/-{t}", "{f}-{t}", "{f}{s}", "vergaderjaar {f}–{s}", "vj. {f}-{s}"),
            ]
        )
    )
    return first, form.format(f=first, s=second, t=short)


@st.composite
def printed_dossiers(draw):
    """A dossier id and one of its spellings."""
    number = draw(dossier_numbers)
    printed = draw(st.sampled_from([number, f"{number[:2]} {number[2:]}", f"{number[:2]}.{number[2:]}"]))
    suffix = draw(st.none() | st.sampled_from(sorted(chapters())))
    if suffix is None:
        return number, printed
    link = draw(st.sampled_from([" ", "-", " - ", "\n", " hoofdstuk ", ", hoofdstuk "]))
    return f"{number}-{suffix}", f"{printed}{link}{suffix}"


@st.composite
def printed_papers(draw):
    """The id of a parliamentary paper and a citation of it."""
    (dossier, printed), number = draw(printed_dossiers()), draw(paper_numbers)
    _, year = draw(printed_years())
    cue = (
        draw(
            st.sampled_from(
                [
                    "Kamerstuk",
                    "Kamerstukken II",
                    "kamerstuk",
                    f"Kamerstukken II {year},",
                    f"Tweede Kamer, vergaderjaar {year},",
                ]
            )
        )
        .replace("vergaderjaar vergaderjaar", "vergaderjaar")
        .replace("vergaderjaar vj.", "vergaderjaar")
    )
    link = draw(
        st.sampled_from(
            [
                *(
                    ", nr. ",
                    " nr. ",
                    ", nr.",
                    ",nr. ",
                    "-",
                    ",\nnr. ",
                    ", nummer ",
                    ", nrs. ",
                    ", Nr. ",
                    ", no. ",
                ),
                *(", nr, ", ", nr.: ", " – nr. ", ",\xa0nr.\xa0", ", stuk nr. "),
            ]
        )
    )
    gap = draw(spaces)
    page = draw(st.sampled_from(["", ", p. 3", ", blz. 4-5"]))
    return f"kst-{dossier}-{number}", f"{cue}{gap}{printed}{link}{number}{page}"


@st.composite
def printed_council_papers(draw):
    """A paper of the dossier of the Council of the EU."""
    chapter, number = draw(st.integers(1, 34)), draw(paper_numbers)
    form = draw(
        st.sampled_from(
            ["Kamerstuk 21 501-{c:02}, nr. {n}", "Kamerstuk 21501-{c:02}-{n}", "21 501-{c:02}, nr. {n}"]
        )
    )
    return f"kst-21501-{chapter:02}-{number}", form.format(c=chapter, n=number)


@st.composite
def printed_letters(draw):
    """A lettered paper of the Eerste Kamer."""
    number = draw(dossier_numbers)
    letter = draw(st.sampled_from("ABEFGHJKNOPQRSTUWYZ"))
    first = draw(st.integers(2010, 2029))
    form = draw(
        st.sampled_from(
            [
                "Eerste Kamer, {d}, {a}",
                "Kamerstukken I {y}/{z:02}, {d}, {a}",
                "Kamerstukken I, {d}, nr. {a}",
                "Kamerstukken I {y}/{z:02}, {d}, letter {a}",
                "EK {d}, {a}",
            ]
        )
    )
    return f"kst-{number}-{letter}", form.format(d=number, a=letter, y=first, z=(first + 1) % 100)


@st.composite
def printed_appendices(draw):
    """An answer in the appendix of the proceedings."""
    (first, year), number = draw(printed_years()), draw(st.integers(1, 4500))
    form = draw(
        st.sampled_from(
            [
                "Aanhangsel Handelingen, {y}, nr. {n}",
                "Aanhangsel van de Handelingen II, {y}, nr. {n}",
                "AanhangselHandelingen,{y},nr. {n}",
                "Handelingen II {y}, Aanhangsel van de Handelingen, nr. {n}",
                "Kamerstukken II, {y}, AvdH {n}",
                "Aanh. Handelingen II {y}, nr. {n}",
                "Handelingen II {y}, Aanhangsel nr. {n}",
                "Kamervragen (Aanhangsel) {y}, nr. {n}",
                "Aanhangsel Handelingen nr. {n}, vergaderjaar {f}-{s}",
                "ah-tk-{f}{s}-{n}",
            ]
        )
    )
    return f"ah-tk-{first}{first + 1}-{number}", form.format(y=year, n=number, f=first, s=first + 1)


@st.composite
def printed_proceedings(draw):
    """An item of a meeting."""
    (first, year), meeting, item = draw(printed_years()), draw(st.integers(1, 120)), draw(st.integers(1, 60))
    form = draw(
        st.sampled_from(
            [
                "Handelingen II {y}, nr. {m}, item {i}",
                "Handelingen {y}, {m}, item {i}",
                "Hand. II {y}, nr. {m}, item nr. {i}",
                "Handelingen TK {y}, nr. {m}, item\n{i}",
            ]
        )
    )
    return f"h-tk-{first}{first + 1}-{meeting}-{item}", form.format(y=year, m=meeting, i=item)


@st.composite
def printed_numbers(draw):
    """A case or document of the Tweede Kamer, perhaps with a note mark glued to it."""
    identifier = (
        f"{draw(st.integers(2009, 2029))}{draw(st.sampled_from('ZD'))}{draw(st.integers(0, 99999)):05}"
    )
    mark = draw(st.sampled_from(["", "3", "12"]))
    split = draw(st.booleans())
    return identifier, mark + (f"{identifier[:5]} {identifier[5:]}" if split else identifier)


@st.composite
def printed_journals(draw):
    """A number of an official journal."""
    year, number = draw(st.integers(2009, 2029)), draw(st.integers(1, 9999))
    name, prefix = draw(
        st.sampled_from(
            [
                ("Stb.", "stb"),
                ("Staatsblad", "stb"),
                ("Stcrt.", "stcrt"),
                ("Staatscourant", "stcrt"),
                ("Trb.", "trb"),
            ]
        )
    )
    form = draw(
        st.sampled_from(
            ["{j} {y}, {n}", "{j} {y}, nr. {n}", "{j} {y},\n{n}", "{p}-{y}-{n}", "{j} nr. {n} van {y}"]
        )
    )
    return f"{prefix}-{year}-{number}", form.format(j=name, y=year, n=number, p=prefix)


@st.composite
def printed_acts(draw):
    """An EU act by its CELEX number."""
    new = draw(st.booleans())
    letter, word = draw(st.sampled_from([("R", "Verordening"), ("L", "Richtlijn"), ("D", "Besluit")]))
    year = draw(st.integers(2015, 2029) if new else st.integers(1999, 2014))
    number = draw(st.integers(1, 1899))
    if new:
        printed = f"{word} (EU) {year}/{number}"
    elif letter == "R":
        printed = f"{word} (EG) nr. {number}/{year}"
    else:
        printed = f"{word} {year}/{number}/EG"
    return f"3{year}{letter}{number:04}", printed


@st.composite
def printed_others(draw):
    """ECLI numbers, Commission documents, Court cases."""
    year, number = draw(st.integers(2003, 2029)), draw(st.integers(1, 999))
    forms = [
        (f"ECLI:NL:RVS:{year}:{number}", "ECLI:NL:RVS:{y}:{n}"),
        (f"ECLI:NL:HR:{year}:AB{number}", "ECLI:NL:HR:{y}:\nAB{n}"),
        (f"COM:{year}:{number}", "COM({y}) {n} final"),
        (f"SWD:{year}:{number}", "SWD ({y}) {n}"),
        (f"C-{number}/{year % 100:02}", "zaak C-{n}/{t:02}"),
    ]
    identifier, form = draw(st.sampled_from(forms))
    return identifier, form.format(y=year, n=number, t=year % 100)


SAMPLES = st.one_of(
    printed_papers(),
    printed_council_papers(),
    printed_letters(),
    printed_appendices(),
    printed_proceedings(),
    printed_numbers(),
    printed_journals(),
    printed_acts(),
    printed_others(),
)
SURROUNDINGS = [
    "({}).",
    "Zie {}.",
    "Op 3 mei verschenen\n{}; daarna volgt",
    "1 {}\n2 Dagblad, 3 mei",
    "brief ({}) gaat",
]


@given(SAMPLES, st.sampled_from(SURROUNDINGS))
@settings(max_examples=1500)
def test_id_is_read_back(sample, surroundings):
    target, printed = sample
    text = surroundings.format(printed)
    rows = find_references(View.of(text))
    assert [r.target_id for r in rows] == [target], text
    assert rows[0].status == "resolved"


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=6, unique=True),
    st.sampled_from(["vraag", "vragen", "de vragen"]),
)
def test_questions_are_read_back(numbers, word):
    if len(numbers) > 1 or word == "vraag":
        printed = ", ".join(map(str, numbers[:-1])) + (" en " if numbers[1:] else "") + str(numbers[-1])
        (row,) = find_references(View.of(f"Zie het antwoord op {word} {printed}."))
        assert row.target_id == ";".join(map(str, numbers))


@given(
    st.integers(1, 999),
    st.sampled_from(["", "a", "b"]),
    st.sampled_from(["van de Gemeentewet", "Gemeentewet", ", eerste lid, van de Gemeentewet"]),
)
def test_article_is_read_back(number, letter, law):
    separator = "" if law.startswith(",") else " "
    (row,) = find_references(View.of(f"op grond van artikel {number}{letter}{separator}{law}."))
    assert (row.article, row.target_id) == (f"{number}{letter}", "BWBR0005416")
