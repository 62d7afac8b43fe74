"""The documents in `raw/` and the rows that must come out of them.

`raw/` holds invented documents, one for each layout that real documents come in, with that layout's
traps; each says "Voorbeelddocument". Subjects, people, parties, cases, dossiers 39 xxx and amounts are
made up; ministries, laws and European acts exist. `zonder-antwoordlabel.meta.json` is the sidecar of the
document of that name.

Beside each document stands here a YAML file of the same name, written by hand from what the document
means, never copied from a program's output:

- `document`: fields of the document; a key that is left out is not compared.
- `participants`: askers in their order, respondents in any order; left out where not compared.
- `questions`, `answers`: `first` and `last` words of the clean text; `holds` and `lacks`: pieces that it
  must and must not contain (white space folded). `for`: the numbers that an answer answers.
- `footnotes`: `after`: the last words before the mark; `question` or `answer`: in which (counted from 1)
  the mark stands.
- `references`, `amounts`: in the order of the text. An amount's `currency` is EUR and stated unless said.
"""
