#!/usr/bin/python3
"""Documents that are hard to write are written whole: scripts from right to left are heard in the order of reading,
characters without a sign can be seen and take the claim of PDF/UA away, what no file may hold is in none, and words,
cells and texts without an end find their place on pages."""
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from pdfs import Pdf, need_pikepdf
from tap import SOURCE, case, main
from trees import Tree, difference, documents, need

XHTML = "{http://www.w3.org/1999/xhtml}"
NAMES = ("turned", "combined", "unknown", "forbidden", "word", "cell", "megabyte", "chart")


def path_of(name, suffix):
    return documents("--awkward") / ("%s.%s" % (name, suffix))


def plain(text):
    """Without what has no sign of its own; composed letters and letters with their marks are the same."""
    return unicodedata.normalize("NFC", re.sub("[\u00ad\u200b-\u200f\u2066-\u2069]", "", text))


@case
def tags_say_it_in_the_order_of_reading():
    need_pikepdf()
    wrong = []
    for name in NAMES:
        wanted = Tree(path_of(name, "tree")).words("%d.", "–", False)
        found = Pdf(path_of(name, "pdf")).structure.text()
        if name == "unknown":
            # The number of the character stands in its box, and the rest is whole.
            assert "E0" in found and "013" in found, found
            wanted = [w for w in wanted if not w.startswith("[")]
            assert all(w in found for w in wanted), found
        else:
            # The second cell of a row that goes on on other pages stands beside the part on the first.
            parted = name in ("word", "cell")
            wanted = plain(" ".join(w for w in wanted if not parted or w != "Ende")).split()
            told = difference(wanted, plain(re.sub(r"\bEnde\b", "", found) if parted else found))
            wrong += ["%s %s" % (name, told)] if told else []
    return wrong


@case
def only_what_can_be_drawn_claims_a_standard():
    need_pikepdf()
    claims = {name: b"pdfuaid:part" in Pdf(path_of(name, "pdf")).root.Metadata.read_bytes() for name in NAMES}
    assert claims == {name: name != "unknown" for name in NAMES}, claims


@case
def nothing_forbidden_is_in_a_file():
    for suffix in ("html", "fodt", "akn", "txt"):
        text = path_of("forbidden", suffix).read_bytes().decode("utf-8", "strict")
        assert not re.search("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]", text), suffix
        assert text.count("Ende") >= 4, suffix


@case
def files_of_xml_are_valid():
    need("jing")
    schemas = SOURCE.parent / "shared/schemas"
    if not schemas.exists():
        return []
    return [line for suffix, rules in (("fodt", "odf13/OpenDocument-v1.3-schema.rng"), ("html", "xhtml/xhtml.rng"))
            for line in subprocess.run(["jing", "-i", schemas / rules, *[path_of(n, suffix) for n in NAMES]],
                                       capture_output=True, check=False).stdout.decode().splitlines()[:5]]


@case
def a_page_of_the_web_turns_what_runs_from_right_to_left():
    wrong = []
    for name in NAMES:
        root = ElementTree.parse(path_of(name, "html")).getroot()
        told = difference(Tree(path_of(name, "tree")).words("", "", False), " ".join(root.find(XHTML + "body").itertext())
                          .replace("\u00a0", " "))
        wrong += ["%s %s" % (name, told)] if told else []
        turned = [e for e in root.iter() if e.get("dir") == "rtl"]
        # Two texts, each as a paragraph, in a list and in a table.
        assert len(turned) == (6 if name == "turned" else 0), (name, turned)
    return wrong


@case
def a_word_processor_reads_it():
    need("soffice")
    wrong = []
    with tempfile.TemporaryDirectory(prefix="mappe-office-") as folder:
        subprocess.run(["soffice", "--headless", "-env:UserInstallation=file://%s/profile" % folder, "--convert-to",
                        "txt:Text (encoded):UTF8", "--outdir", folder, *[path_of(n, "odt") for n in NAMES]],
                       capture_output=True, check=False, timeout=300)
        for name in NAMES:
            found = (Path(folder) / (name + ".txt")).read_text(encoding="utf-8-sig").replace("\u00a0", " ")
            told = difference(Tree(path_of(name, "tree")).words("%d.", "•", False), found)
            wrong += ["%s %s" % (name, told)] if told else []
    return wrong


@case
def long_things_take_the_pages_that_they_need():
    need_pikepdf()
    pages = {name: len(Pdf(path_of(name, "pdf")).pages) for name in NAMES}
    assert pages["turned"] == 1 and 5 < pages["word"] < 200 and 5 < pages["cell"] < 200, pages
    assert 150 < pages["megabyte"] < 600, pages


if __name__ == "__main__":
    sys.exit(main())
