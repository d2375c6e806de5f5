"""Words in the texts of a council, for proof of absence: what a file says of them tells where it has its texts from.

Fields come from the field tables, so that a field that is added tomorrow is marked tomorrow. Rows are changed behind
the back of the program: no rule keeps a text from being marked, not even a seal."""
import collections
import re
import sqlite3
import subprocess

from tap import BUILD

MARK = "Zebrastreifenwort"
EACH = re.compile(rb"Zq[a-p]{5}qz")  # a word of its own for each text
Field = collections.namedtuple("Field", "kind name type target flags")
Place = collections.namedtuple("Place", "kind name reference id")

# Texts with a form, of which nothing is told with another one.
SHAPED = {"council.zone", "council.language", "council.logo", "meeting.zone", "indicator-value.period",
          "text-template.language", "document.language", "document.mime", "person.ui_language", "code.list",
          "decision.number", "meeting.number", "agenda-item.number", "code.reference"}

# What belongs to something that is not public, by the columns that say so.
NON_PUBLIC = {
    "agenda-item": "public = 0",
    "decision": "public = 0 OR agenda_item IN (SELECT id FROM agenda_item WHERE public = 0)",
    "meeting": "public_part = 0 OR (state <> 'held' AND published_on IS NULL)",
    "document": "coalesce(classification, '') <> 'public'"
                " OR agenda_item IN (SELECT id FROM agenda_item WHERE public = 0)",
    "project": "coalesce(status, 'idea') = 'idea'",
    "best-practice-profile": "published_on IS NULL",
    "minutes": "coalesce(state, 'draft') IN ('draft', 'in_review')",
}
FOR_THE_INSIDE = {"task", "event", "statement", "citizen-input", "patrol"}  # kinds of which the public is told nothing


def fields():
    """The field tables."""
    done = subprocess.run([str(BUILD / "tests/cli/list-fields")], capture_output=True, check=True, timeout=30)
    return [Field(*line.split("\t")) for line in done.stdout.decode().splitlines()]


def texts():
    """Fields that hold a text which a person may have typed."""
    return [f for f in fields() if f.type in ("text", "longtext") and f.name != "reference"
            and "%s.%s" % (f.kind, f.name) not in SHAPED]


def is_flagged(field):
    """Personal or confidential, or a note of the secretary, which all kinds have."""
    return field.name == "note" or any(c in field.flags for c in "PC")


def kinds_of(council):
    return [line.split("\t")[0] for line in council.run("kinds")[1].splitlines()]


def table(kind):
    return kind.replace("-", "_")


def mark(council, people=True):
    """Puts one word into everything that is not for the public; the number of texts.  @people: their names, too."""
    n = 0
    with sqlite3.connect(council.file) as base:
        for field in texts():
            hidden = is_flagged(field) or field.kind in FOR_THE_INSIDE
            if not people and field.kind == "person" and field.name not in ("email", "phone", "role", "note"):
                continue
            where = "1" if hidden else NON_PUBLIC.get(field.kind, "0")
            if field.name in ("public_title", "result_note") and not hidden:
                continue
            n += base.execute("UPDATE %s SET %s = coalesce(%s, '') || ? WHERE %s"
                              % (table(field.kind), field.name, field.name, where), [MARK]).rowcount
    base.close()
    return n


def word(number):
    """Letters only: nothing takes a part of it for a number, and no line is broken in it."""
    return "Zq%sqz" % "".join(chr(ord("a") + (number >> 4 * i & 15)) for i in range(5))


def mark_each(council):
    """Puts a word of its own into every text; word to Place."""
    places = {}
    with sqlite3.connect(council.file) as base:
        for field in texts():
            rows = base.execute("SELECT id, reference, %s FROM %s" % (field.name, table(field.kind))).fetchall()
            for row, reference, text in rows:
                mine = word(len(places))
                places[mine.encode()] = Place(field.kind, field.name, reference, row)
                base.execute("UPDATE %s SET %s = ? WHERE id = ?" % (table(field.kind), field.name),
                             ["%s %s" % (mine, text) if text else mine, row])
    base.close()
    return places


def hidden_rows(council):
    """(kind, id) of all records that are not public."""
    found = set()
    with sqlite3.connect(council.file) as base:
        for kind, where in NON_PUBLIC.items():
            found |= {(kind, row) for row, in base.execute("SELECT id FROM %s WHERE %s" % (table(kind), where))}
        for kind in FOR_THE_INSIDE:
            found |= {(kind, row) for row, in base.execute("SELECT id FROM %s" % table(kind))}
    base.close()
    return found
