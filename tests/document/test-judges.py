#!/usr/bin/python3
"""What other programs say of every document: LibreOffice opens it and reads what the tree says; jing, xmllint and qpdf
find it valid; the rules of PDF/UA-1, of the Naming Convention of Akoma Ntoso and of accessible web pages hold."""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

from pdfs import Pdf, need_pikepdf
from tap import SOURCE, Skip, case, main
from trees import difference, documents, need, trees

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
MOST_FILES = 120  # in one run of LibreOffice, which stops without a word at some 200
XHTML = "{http://www.w3.org/1999/xhtml}"


def schema(name):
    path = SOURCE.parent / "shared/schemas" / name
    if not path.exists():
        raise Skip("../shared/schemas is not there")
    return path


def files(suffix):
    return sorted(documents().glob("*." + suffix))


def ask(*command, timeout=300):
    done = subprocess.run([str(c) for c in command], capture_output=True, check=False, timeout=timeout)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).decode().splitlines()[:20] or ["failed"]


# --- word processors

@case
def a_word_processor_reads_what_the_tree_says():
    """LibreOffice opens a broken file as an empty page and is content, so the text decides."""
    need("soffice")
    wrong = []
    with tempfile.TemporaryDirectory(prefix="mappe-office-") as folder:
        here = Path(folder)
        (here / "in").mkdir()
        for path in files("odt") + files("fodt"):
            (here / "in" / ("%s-%s" % (path.suffix[1:], path.name))).symlink_to(path)
        wanted = sorted((here / "in").iterdir())
        for first in range(0, len(wanted), MOST_FILES):
            ask("soffice", "--headless", "-env:UserInstallation=file://%s/profile" % folder, "--convert-to",
                "txt:Text (encoded):UTF8", "--outdir", here / "out", *wanted[first:first + MOST_FILES])
        for name, tree, _ in trees():
            for form in ("odt", "fodt"):
                path = here / "out" / ("%s-%s.txt" % (form, name))
                found = path.read_text(encoding="utf-8-sig") if path.exists() else ""
                told = difference(tree.without_head().words("%d.", "•", False), found.replace("\u00a0", " "))
                wrong += ["%s.%s %s" % (name, form, told)] if told else []
    return wrong


@case
def frames_of_letters_hold_the_head():
    """LibreOffice leaves frames out of a text file, so their text is looked for in the file itself."""
    wrong, letters = [], 0
    for name, tree, path in trees():
        head = tree.head_of_letter()
        letters += bool(head)
        flat = path.with_suffix(".fodt").read_text(encoding="utf-8") if head else ""
        told = "".join(ElementTree.fromstring(flat).itertext()) if head else ""
        wrong += ["%s: %r" % (name, line) for text in head for line in text.split("\n") if line not in told]
    return wrong or ([] if letters else ["there is no letter"])


@case
def a_package_has_what_the_flat_file_has():
    """The four parts of an .odt hold the same elements, and its pictures are listed."""
    wrong = []
    for path in files("odt"):
        with zipfile.ZipFile(path) as pack:
            names = pack.namelist()
            listed = set(re.findall(r'full-path="([^"]+)"', pack.read("META-INF/manifest.xml").decode()))
            content = pack.read("content.xml").decode()
        hrefs = set(re.findall(r'xlink:href="(Pictures/[^"]+)"', content))
        if names[0] != "mimetype" or set(names) - listed - {"mimetype", "META-INF/manifest.xml"} or hrefs - set(names):
            wrong.append("%s: %s" % (path.name, names))
        flat = path.with_suffix(".fodt").read_text(encoding="utf-8")
        if content.count("<text:h ") != flat.count("<text:h ") or content.count("<text:p") < flat.count("<text:p") // 2:
            wrong.append("%s: other headings than the flat file" % path.name)
    return wrong


# --- schemas

@case
def jing_finds_them_valid():
    need("jing")
    return ask("jing", "-i", schema("odf13/OpenDocument-v1.3-schema.rng"), *files("fodt")) \
        + ask("jing", "-i", schema("xhtml/xhtml.rng"), *files("html"))


@case
def xmllint_finds_archive_files_valid():
    need("xmllint")
    return ask("xmllint", "--nonet", "--noout", "--schema", schema("akn30/akomantoso30.xsd"), *files("akn"))[-5:]


# --- Akoma Ntoso, level 2

SHORT = {"debateSection": "dbsect", "section": "sec", "paragraph": "para", "component": "cmp", "documentRef": "dref",
         "attachment": "att", "article": "art", "chapter": "chp", "clause": "cl", "division": "dvs",
         "eventRef": "eref", "quotedText": "qtext"}
LABELLED = {"TLCConcept", "TLCOrganization", "TLCPerson", "TLCRole", "TLCTerm", "TLCReference"}
CONTEXTS = {"debateSection", "section", "paragraph", "hcontainer", "rollCall", "resolutions", "intro", "content"}


def names_of(element, prefix, taken):
    """Sections 5.4.1 to 5.4.3 of the Naming Convention: prefix of the container, name or abbreviation, number."""
    tag, eid = element.tag.replace(AKN, ""), element.get("eId")
    if tag in CONTEXTS and eid is None:
        yield "a %s in %r has no eId" % (tag, prefix)
    if eid is not None:
        if eid in taken:
            yield "%s is there twice" % eid
        taken.add(eid)
    if eid is not None and tag not in LABELLED:
        num = element.find(AKN + "num")
        last = eid.removeprefix(prefix + "__") if prefix else eid
        match = re.fullmatch(r"([A-Za-z]+)(?:_([\w-]+))?", last)
        if not match or "__" in last or match[1] != SHORT.get(tag, tag):
            yield "%s in %r is no name of a %s" % (eid, prefix, tag)
        elif (match[2] is None) != (tag in ("content", "intro")):
            yield "%s: a number where none belongs, or none" % eid
        elif num is not None and re.sub(r"\W+", "-", num.text).strip("-") != re.sub(r"-\d+$", "", match[2]) \
                and re.sub(r"\W+", "-", num.text).strip("-") != match[2]:
            yield "%s has the number %s" % (eid, num.text)
    for child in element:
        yield from names_of(child, eid if eid is not None and tag in CONTEXTS else prefix, taken)


def addresses_of(root, language):
    """Section 4: Work, Expression and Manifestation, each one a part of the next."""
    work, expression, manifestation = ({c.tag.replace(AKN, "")[4:]: c for c in part}
                                       for part in root.find(".//" + AKN + "identification"))
    uri = work["uri"].get("value")
    code = {"de": "deu", "en": "eng"}[language]
    form = r"/akn/[a-z]{2}(-[a-z0-9]+)?/(debate|doc|statement)(/[\w.-]+){1,2}/\d{4}(-\d\d-\d\d)?/[\w.-]+"
    if not re.fullmatch(form, uri):
        yield "%s is no address of a work" % uri
    if work["this"].get("value") != uri + "/!main" or work["country"].get("value") != uri.split("/")[2]:
        yield "the work is not %s" % uri
    told = expression["uri"].get("value")
    if not re.fullmatch(re.escape("%s/%s@" % (uri, code)) + r"\d{4}-\d\d-\d\d", told) \
            or expression["language"].get("language") != code or expression["this"].get("value") != told + "/!main":
        yield "%s is no expression of %s" % (told, uri)
    if manifestation["uri"].get("value") != told + ".akn" \
            or manifestation["this"].get("value") != told + "/!main.xml":
        yield "%s is no manifestation" % manifestation["uri"].get("value")


@case
def archive_files_follow_the_naming_convention():
    wrong, works = [], {}
    for name, tree, path in trees():
        root = ElementTree.parse(path.with_suffix(".akn")).getroot()
        taken = set()
        found = list(names_of(root, "", taken)) + list(addresses_of(root, tree.meta["language"]))
        targets = re.findall(r'(?:href|source|refersTo|outcome|as)="#([^"]+)"', ElementTree.tostring(root).decode())
        found += ["#%s leads nowhere" % t for t in set(targets) - taken]
        wrong += ["%s: %s" % (name, f) for f in found]
        works.setdefault(root.find(".//%sFRBRWork/%sFRBRuri" % (AKN, AKN)).get("value"), set()).add(
            name.rsplit("-", 2)[0])
    # Two works have two addresses.
    return wrong + ["%s is %s" % (uri, sorted(of)) for uri, of in works.items() if len(of) > 1]


# --- PDF

@case
def qpdf_finds_them_sound():
    need("qpdf")
    return [line for path in files("pdf") for line in ask("qpdf", "--check", path)]


BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Table", "Figure", "Div", "Sect"}
WITHIN = {"Document": BLOCKS, "Div": BLOCKS, "Sect": BLOCKS, "L": {"LI", "L"}, "LI": {"Lbl", "LBody"},
          "LBody": BLOCKS | {"Link"}, "Table": {"TR", "THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"},
          "TR": {"TH", "TD"}, "TH": BLOCKS | {"Link"}, "TD": BLOCKS | {"Link"}, "P": {"Link", "Span"}}


def rules_of_pdf(pdf, tree):
    """The conditions of the Matterhorn protocol that a program can see and that may arise in what we write."""
    root, meta = pdf.root, pdf.root.Metadata.read_bytes().decode()
    if str(root.get("/Lang", "")) != tree.meta["language"]:
        yield "language %s" % root.get("/Lang")
    title = str(pdf.pdf.docinfo.get("/Title", ""))
    if title != tree.headings()[0][1] or not root.ViewerPreferences.DisplayDocTitle:
        yield "title %r" % title
    if not root.MarkInfo.Marked or "<pdfuaid:part>1<" not in meta or "<pdfaid:part>3<" not in meta:
        yield "claims nothing"
    if len(pdf.structure.below) != 1 or pdf.structure.below[0].tag != "Document":
        yield "no one root"
    levels = [int(e.tag[1]) for e in pdf.structure.walk() if re.fullmatch("H[1-6]", e.tag)]
    if levels[:1] != [1] or any(b > a + 1 for a, b in zip(levels, levels[1:])):
        yield "levels of headings %s" % levels
    # cairo knows six levels.
    if levels != [min(level + 1, 6) for level, _ in tree.headings()]:
        yield "other headings than the tree"
    for element in pdf.structure.walk():
        wrong = {e.tag for e in element.below} - WITHIN.get(element.tag, set())
        if wrong and element.tag != "root":
            yield "%s in %s" % (sorted(wrong), element.tag)
        if element.tag == "Figure" and not str(element.entry.get("/Alt", "")).strip():
            yield "a figure without a text"
        if element.tag == "TH" and str(element.entry.get("/A", {}).get("/Scope", "")) != "/Column":
            yield "a heading of a column without its scope"
    for number, page in enumerate(pdf.pdf.pages, 1):
        if page.get("/Tabs") != "/S" or "/StructParents" not in page:
            yield "page %d: no order of tabs" % number
        for link in page.get("/Annots", []):
            if not str(link.get("/Contents", "")) or "/StructParent" not in link or int(link.get("/F", 0)) & 4 == 0:
                yield "page %d: a link without a text or a place" % number
    yield from rules_of_fonts(pdf)


def rules_of_fonts(pdf):
    for number, page in enumerate(pdf.pages, 1):
        for name, font in page.fonts.items():
            inner = font.font.DescendantFonts[0] if font.wide else font.font
            held = any(key in inner.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            used = getattr(font, "used", set())
            if not held or "/ToUnicode" not in font.font:
                yield "page %d: %s is not in the file, or not in Unicode" % (number, name)
            if any(not font.codes.get(c, "\0").strip("\0\ufffd") for c in used):
                yield "page %d: %s draws what has no text" % (number, name)
            if font.wide and 0 in used:
                yield "page %d: %s draws the sign for what it lacks" % (number, name)


@case
def pdfs_keep_the_rules_of_accessibility():
    need_pikepdf()
    wrong = []
    for name, tree, path in trees():
        wrong += ["%s: %s" % (name, found) for found in sorted(set(rules_of_pdf(Pdf(path.with_suffix(".pdf")), tree)))]
    return wrong


# --- web pages

def rules_of_html(root, tree):
    if root.get("lang") != tree.meta["language"] or not (root.findtext(".//%stitle" % XHTML) or "").strip():
        yield "language or title"
    found = [(int(e.tag[-1]) - 1, " ".join("".join(e.itertext()).split())) for e in root.iter()
             if re.fullmatch(re.escape(XHTML) + "h[1-6]", e.tag)]
    levels = [level for level, _ in found]
    if levels.count(0) != 1 or levels[0] != 0 or any(b > a + 1 for a, b in zip(levels, levels[1:])):
        yield "levels of headings %s" % levels
    if found != [(min(level, 5), " ".join(text.split())) for level, text in tree.headings()]:
        yield "other headings than the tree"
    for head in root.iter(XHTML + "th"):
        if head.get("scope") not in ("col", "row"):
            yield "a heading of a table without its scope"
    pictures = [e.get("alt") for e in root.iter(XHTML + "img")]
    if pictures != tree.figures() or not all(p.strip() for p in pictures):
        yield "pictures without their texts"
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id twice"
    if any(e.tag.replace(XHTML, "") in ("script", "link", "iframe", "object") or e.get("style") for e in root.iter()):
        yield "something from outside"


@case
def web_pages_are_accessible():
    wrong = []
    for name, tree, path in trees():
        root = ElementTree.parse(path.with_suffix(".html")).getroot()
        wrong += ["%s: %s" % (name, found) for found in sorted(set(rules_of_html(root, tree)))]
        told = difference(tree.words("", "", False), " ".join(root.find(XHTML + "body").itertext()).replace("\u00a0", " "))
        wrong += ["%s %s" % (name, told)] if told else []
    return wrong


if __name__ == "__main__":
    sys.exit(main())
