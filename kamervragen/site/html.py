"""Pages as trees of elements: all text is escaped when it is written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, tostring

Content = Element | str


def element(tag: str, *contents: Content, **attributes: str) -> Element:
    """An element; a trailing underscore is dropped from attribute names, other ones become hyphens."""
    names = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = Element(tag, names)
    for content in contents:
        if isinstance(content, Element):
            made.append(content)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + content
        else:
            made.text = (made.text or "") + content
    return made


def link(text: str, address: str) -> Element:
    """A link within the site."""
    return element("a", text, href=address)


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[Content]]) -> Element:
    """A table that scrolls within itself on a narrow screen; the first column heads its row."""
    head = element("tr", *(element("th", heading, scope="col") for heading in headings))
    body = (
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:]))
        for row in rows
    )
    made = element("table", element("caption", caption), element("thead", head), element("tbody", *body))
    return element("div", made, class_="scroll", tabindex="0", role="region", aria_label=caption)


def page(title: str, style: str, policy: str, *contents: Content, head: Sequence[Element] = ()) -> bytes:
    """A whole page. `style` is the address of the style sheet, `policy` what the browser may load."""
    root = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("title", title),
            element("link", rel="icon", href="data:,"),
            element("link", rel="stylesheet", href=style),
            *head,
        ),
        element("body", element("a", "Skip to content", href="#main", class_="skip"), *contents),
        lang="en",
    )
    return ("<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html") + "\n").encode()
