"""A PDF as pikepdf reads it: the tags with the text that each of them holds, decoded by the fonts of the page."""
import re

from tap import Skip

LINE = "\n"  # in a text: a new line, where a word may have ended or not

try:
    import pikepdf
except ImportError:
    pikepdf = None


def need_pikepdf():
    if pikepdf is None:
        raise Skip("python3-pikepdf is not installed")


class Element:
    """Part of the structure; @items: its content and its parts in their order."""

    def __init__(self, tag, entry):
        self.tag, self.entry, self.items = tag, entry, []

    @property
    def below(self):
        return [i for i in self.items if isinstance(i, Element)]

    def walk(self):
        yield self
        for child in self.below:
            yield from child.walk()

    def texts(self):
        """What is said, without what is drawn in a figure, which is told by the text in its place."""
        for item in self.items:
            if not isinstance(item, Element):
                yield item
            elif item.tag != "Figure":
                yield from item.texts()

    def text(self):
        return LINE.join(self.texts())


def hexes(text):
    return [bytes.fromhex(h).decode("utf-16-be") for h in re.findall(r"<([0-9a-fA-F]+)>", text)]


class Font:
    def __init__(self, font):
        self.font, self.codes, self.wide = font, {}, font.Subtype == "/Type0"
        cmap = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
        for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
            for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
                self.codes[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be", "replace")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
            for first, last, texts in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", block, re.S):
                found = hexes(texts)
                for n, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                    self.codes[code] = found[n] if texts[0] == "[" else found[0][:-1] + chr(ord(found[0][-1]) + n)

    def decode(self, string):
        raw = bytes(string)
        codes = [int.from_bytes(raw[i:i + 2], "big") for i in range(0, len(raw), 2)] if self.wide else raw
        self.used = getattr(self, "used", set()) | set(codes)
        return "".join(self.codes.get(c, "\ufffd") for c in codes)


class Page:
    """@marked: text by the number of its mark; @loose: text outside of every mark; @artifacts: of decoration;
    @all: all of these in the order in which they are drawn; @actual: marks that
    have another text than is drawn, outside of figures."""

    def __init__(self, page):
        self.fonts = {n: Font(f) for n, f in dict(page.Resources.get("/Font", {})).items()}
        self.marked, self.loose, self.artifacts, self.all, self.actual = {}, "", "", "", 0
        self.tags, self.instead = [], None
        font, marks, line = None, [], None
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                marks.append(self.mark_of(operands))
                self.tags.append(str(operands[0]))
            elif name == "EMC":
                marks.pop()
                self.tags.pop()
                self.instead = None
            elif name == "Tf":
                font = self.fonts[str(operands[0])]
            elif name in ("Tm", "Td", "T*"):
                line = operands
            elif name in ("Tj", "TJ"):
                parts = operands[0] if name == "TJ" else operands
                # Within a line cairo writes one string after the other; a new place may be a new line.
                text = "".join(font.decode(p) for p in parts if isinstance(p, pikepdf.String))
                if self.instead is not None:
                    text, self.instead = self.instead, ""
                self.add(marks, (LINE if line is not None else "") + text)
                line = None

    def mark_of(self, operands):
        if str(operands[0]) == "/Artifact":
            return "artifact"
        entry = operands[1] if len(operands) > 1 else {}
        self.instead = str(entry["/ActualText"]) if "/ActualText" in entry else None
        self.actual += "/ActualText" in entry and not any(m == "/Figure" for m in self.tags)
        return int(entry["/MCID"]) if "/MCID" in entry else None

    def add(self, marks, text):
        self.all += text
        numbers = [m for m in marks if m is not None]
        if not numbers:
            self.loose += text
        elif numbers[-1] == "artifact":
            self.artifacts += text
        else:
            self.marked[numbers[-1]] = self.marked.get(numbers[-1], "") + text


class Pdf:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.pages = [Page(p) for p in self.pdf.pages]
        numbers = {p.objgen: n for n, p in enumerate(self.pdf.pages)}
        self.structure = Element("root", None)
        self.read(self.root.StructTreeRoot.get("/K"), self.structure, None, numbers)

    def read(self, entry, into, page, numbers):
        if isinstance(entry, pikepdf.Array):
            for one in entry:
                self.read(one, into, page, numbers)
        elif isinstance(entry, pikepdf.Dictionary) and "/S" in entry:
            element = Element(str(entry.S)[1:], entry)
            into.items.append(element)
            self.read(entry.get("/K"), element, numbers[entry.Pg.objgen] if "/Pg" in entry else page, numbers)
        elif isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/MCR":
            page = numbers[entry.Pg.objgen] if "/Pg" in entry else page
            into.items.append(self.pages[page].marked.get(int(entry.MCID), ""))
        elif entry is not None and not isinstance(entry, pikepdf.Dictionary):
            into.items.append(self.pages[page].marked.get(int(entry), ""))
