#!/usr/bin/python3
"""What a PDF says is what the tree of the document says, for every document, language and reader.

Nothing is missing, added or out of order, neither for those who hear the tags nor for those who copy the text. The
labels of lists are reckoned in; headings of a table that stand again on a new page, page numbers and lines are
decoration and not in the tags; in the text of the page they are found and taken away, no more often than pages are."""
import re
import subprocess
import sys

from pdfs import Pdf, need_pikepdf
from tap import case, main
from trees import difference, need, trees


def cases():
    for name, tree, path in trees():
        yield name, tree, path.with_suffix(".pdf")


def without_space(text):
    return "".join(text.split())


@case
def tags_say_what_the_tree_says():
    need_pikepdf()
    wrong = []
    for name, tree, path in cases():
        pdf = Pdf(path)
        told = difference(tree.words("%d.", "–", False), pdf.structure.text())
        wrong += ["%s %s" % (name, told)] if told else []
        wrong += figures_and_pages(name, tree, pdf)
    return wrong


def figures_and_pages(name, tree, pdf):
    """Charts have their text in their place; decoration is the foot of pages and headings that stand again."""
    told = [str(e.entry.get("/Alt", "")) for e in pdf.structure.walk() if e.tag == "Figure"]
    if told != tree.figures():
        yield "%s: texts of figures: %r, wanted %r" % (name, told, tree.figures())
    heads = {without_space(h) for h in tree.heads()}
    title = without_space(tree.headings()[0][1])
    for number, page in enumerate(pdf.pages, 1):
        rest = without_space(page.artifacts)
        for head in sorted(heads, key=len, reverse=True):
            rest = rest.removeprefix(head)
        foot = re.fullmatch(r"(.*?)·?(?:Seite|page)%d(?:von|of)%d" % (number, len(pdf.pages)), rest)
        if not foot or not title.startswith(foot[1].rstrip("…")):
            yield "%s: page %d is decorated with %r" % (name, number, page.artifacts)
        if page.loose.strip() or page.actual:
            yield "%s: page %d: %r stands outside, %d texts are not what is drawn" % (name, number, page.loose, page.actual)


@case
def a_person_who_copies_the_text_gets_it_in_order():
    """pdftotext, which knows nothing of tags, finds on each page what is tagged and what is decoration, in order."""
    need_pikepdf()
    need("pdftotext")
    wrong = []
    for name, _, path in cases():
        done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True,
                              timeout=60)
        wanted = [without_space(p.all) for p in Pdf(path).pages]
        found = [without_space(p) for p in done.stdout.decode().split("\f")][:-1]
        wrong += ["%s: page %d: %s" % (name, n, difference([a], b))
                  for n, (a, b) in enumerate(zip(wanted, found), 1) if a != b]
        wrong += [name] if len(wanted) != len(found) else []
    return wrong


if __name__ == "__main__":
    sys.exit(main())
