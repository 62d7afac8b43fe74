"""Reading the layout: which stretch of a document is a question, an answer, a note, a page footer.

The modules follow the order of the work:

furniture   running headers, footers and page numbers, which stand in the middle of everything
notes       footnotes: bodies at page ends, inline or at the end, and their marks in the running text
numbering   lists of question numbers as printed: "3, 4 en 5", "2 t/m 6", "2a"
lines       patterns that stand at the start of a line
labels      the places where a question or an answer could begin, in every layout
evidence    what speaks for and against each of those places
context     what a place is worth after what came before it
search      the best consistent reading of all places together, and how clearly it beats the next best
units       the chosen places as questions, answers and headings
partition   every character of the document in exactly one segment
prose       clean reading text of a stretch
"""
