"""What a document says by its own tree, as write-documents tells it, and what other programs read in its files."""
import atexit
import copy
import functools
import pathlib
import re
import shutil
import subprocess
import tempfile

from tap import BUILD, Skip

WRITER = BUILD / "tests/document/write-documents"


@functools.cache
def documents(*which):
    """A folder with every document of the demo council in every format, made once and removed in the end."""
    folder = tempfile.mkdtemp(prefix="mappe-judges-")
    atexit.register(shutil.rmtree, folder)
    subprocess.run([str(WRITER), folder, *which], check=True, timeout=600)
    return pathlib.Path(folder)


def trees():
    """Name, tree and the path without its extension of each document."""
    found = sorted(documents().glob("*.tree"))
    assert len(found) > 200, found
    return [(path.stem, Tree(path), path) for path in found]


class Tree:
    """Parts in reading order: (what, level, text); begin and end of a part have its role as their text."""

    def __init__(self, path):
        self.meta, self.parts = {}, []
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            what, level, text = line.split("\t", 2)
            if what == "meta":
                self.meta[level] = text
            else:
                self.parts.append((what, int(level), text.replace("\\n", "\n")))

    def headings(self):
        return [(level, text) for what, level, text in self.parts if what == "heading"]

    def figures(self):
        return [text for what, level, text in self.parts if what == "figure" and level]

    def heads(self):
        """Texts of the rows of headings of all tables."""
        found, row = [], None
        for what, _, text in self.parts:
            if (what, text) == ("begin", "head"):
                row = []
            elif (what, text) == ("end", "head"):
                found, row = found + [" ".join(row)], None
            elif row is not None and what == "paragraph":
                row.append(text)
        return found

    def head_of_letter(self):
        """Paragraphs before the subject: they stand in frames.  Other documents begin with their title."""
        title = next(i for i, (what, level, _) in enumerate(self.parts) if (what, level) == ("heading", 0))
        return [text for what, _, text in self.parts[:title] if what == "paragraph"]

    def without_head(self):
        """The same without those, for readers that pass over frames."""
        rest, head = copy.copy(self), len(self.head_of_letter())
        rest.parts = [part for i, part in enumerate(self.parts)
                      if part[0] != "paragraph" or sum(p[0] == "paragraph" for p in self.parts[:i]) >= head]
        return rest

    def count(self, *roles):
        return sum(what == "begin" and text in roles for what, _, text in self.parts)

    def words(self, numbers, bullet, figures):
        """All that is read, in order.  @numbers, @bullet: how items of a list are labelled, "" for not at all;
        @figures: whether the text in the place of a chart is read; that of a figure without one always is."""
        said, lists = [], []
        for what, level, text in self.parts:
            if (what, text) == ("begin", "list") or (what, text) == ("begin", "numbers"):
                lists.append(0 if text == "numbers" else None)
            elif (what, text) in (("end", "list"), ("end", "numbers")):
                lists.pop()
            elif (what, text) == ("begin", "item"):
                if lists[-1] is not None:
                    lists[-1] += 1
                said.append(bullet if lists[-1] is None else numbers and numbers % lists[-1])
            elif what not in ("begin", "end") and (what != "figure" or figures or not level):
                said.append(text)
        return words(" ".join(said))


def words(text):
    return text.split()


def difference(wanted, found):
    """"": @found says the words of @wanted; otherwise the place where they part.  A line feed in @found may stand
    between words or within one, as where a long word is broken; other white space stands between words only."""
    wanted, n = " ".join(wanted), 0
    found = re.sub(r" *\n[ \n]*", "\n", re.sub(r"[ \t]+", " ", found)).strip()
    for i, c in enumerate(found):
        if wanted[n:n + 1] == (" " if c == "\n" else c):
            n += 1
        elif c != "\n":
            return "at %d: wanted %r, found %r" % (n, wanted[max(n - 30, 0):n + 40], found[max(i - 30, 0):i + 40])
    return "" if n == len(wanted) else "ends before %r" % wanted[n:n + 60]


def need(program):
    done = subprocess.run(["which", program], capture_output=True, check=False)
    if done.returncode != 0:
        raise Skip("%s is not installed" % program)
