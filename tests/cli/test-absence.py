#!/usr/bin/python3
"""Proof of absence: a council in which every text has a word of its own; whatever leaves the house is unpacked to its
last byte, and every word found in it must be of a text that its readers may see.

Which texts there are, and which are personal or confidential, the field tables say. What documents for the public and
for members may tell is listed here field by field: a field that is added tomorrow is not among them, so that it cannot
get into a document unseen."""
import collections
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from contents import layers, pikepdf
from council import CONTENT, DONE, demo
from marks import EACH, hidden_rows, is_flagged, kinds_of, mark_each, table, texts
from tap import BUILD, Skip, case, main

WRITER = BUILD / "tests/document/write-documents"

PUBLIC = """
agenda-item: change_note discussion public_title title    area: name    attendance: deputy_name
best-practice-profile: context impact implementation intelligence intervention involvement title
body: name    citizen-input: answer text    council: address email name phone town    decision: quorum_override text
document: title    guest: name    indicator: name unit    measure-goal: title    measure: title
meeting: cancel_reason place title    minutes: closing opening signed_chair signed_minute_taker    motion: text
organisation: name    person: first_name last_name title    project: summary title    series-mark: title
statement: text    survey-result: asked    task: title    transfer: result
"""
MEMBERS = PUBLIC + """
agreement-clause: number obligation    agreement: title    application-paper: title    clause-review: remark
event: title    funding-application: title    funding-programme: name    prevention-programme: name
programme-factor: factor_code    project-factor: label
project: causes conclusions goals implementation mechanism problem review
transfer-condition: adaptation source_state target_state topic    transfer: adapted_steps
"""
# In files that other programs read, members have these names of people; the public has none.
NAMES = """
attendance: deputy_name    guest: name    membership: deputy_name    minutes: signed_chair signed_minute_taker
motion: proposer_name    person: first_name last_name role title
"""
# Of what is not public, documents for the public tell this: the general words for an item of an agenda, what a citizen
# wrote together with the answer, what the council gave to do, and what somebody wanted to be recorded.
TOLD = "agenda-item: public_title    citizen-input: answer text    task: title    statement: text"
# Further names and official addresses, by the file: OParl names the members of public bodies, a card for members has
# their addresses of office.
ALSO = {("oparl", "public"): "person: first_name last_name title", ("contacts", "members"): "person: email phone"}


def names(listed):
    found, kind = set(), None
    for part in listed.split():
        if part.endswith(":"):
            kind = part[:-1]
        else:
            found.add("%s.%s" % (kind, part))
    return found


class Marked:
    """The council, and who may see what of it."""

    def __init__(self, council):
        self.council, self.hidden, self.places = council, hidden_rows(council), mark_each(council)
        self.flagged = {"%s.%s" % (f.kind, f.name) for f in texts() if is_flagged(f)}
        self.seen = collections.Counter()

    def told(self, name, data):
        """Places of the texts of which something is in a file."""
        found = set()
        for layer in layers(name, data):
            # Letters that a line or a tag parts are found as well.
            found |= set(EACH.findall(layer)) | set(EACH.findall(b"".join(layer.split())))
        self.seen.update(["words"] * len(found))
        return {self.places[word] for word in found}

    def wrong(self, name, data, profile, document):
        allowed = names(PUBLIC if profile == "public" else MEMBERS)
        for place in sorted(self.told(name, data)):
            field = "%s.%s" % (place.kind, place.name)
            public = profile == "public"
            if document and field not in allowed:
                yield "%s tells %s of %s" % (name, field, place.reference)
            also = ALSO.get((name.split("/")[0], profile), "") + ("" if public else NAMES)
            if not document and field in self.flagged and field not in names(also):
                yield "%s for %s tells %s of %s" % (name, profile, field, place.reference)
            if public and (place.kind, place.id) in self.hidden and not (document and field in names(TOLD)) \
                    and field not in names("agenda-item: public_title"):
                yield "%s tells %s of %s, which is not public" % (name, field, place.reference)


@case
def documents_tell_nothing_that_is_not_for_their_readers():
    if pikepdf is None:
        raise Skip("python3-pikepdf is not installed")
    wrong = []
    with demo() as council, tempfile.TemporaryDirectory(prefix="mappe-absence-") as out:
        marked = Marked(council)
        assert len(marked.places) > 5000, len(marked.places)
        for profile in ("public", "members"):
            subprocess.run([str(WRITER), out, str(council.file), profile], check=True, timeout=900)
        files = sorted(p for p in pathlib.Path(out).iterdir() if p.suffix != ".tree")
        for path in files:
            wrong += marked.wrong(path.name, path.read_bytes(), path.stem.rsplit("-", 1)[1], True)
        # The words are there at all, in every format.
        for suffix in sorted({p.suffix for p in files}):
            path = next(p for p in files if p.suffix == suffix and p.name.startswith("minutes-"))
            assert any(place.name == "last_name" for place in marked.told(path.name, path.read_bytes())), suffix
    return wrong


def files_of(council, profile):
    """What other programs read: name and bytes."""
    whats = ["register", "calendar", "contacts"] + ["list:" + kind for kind in kinds_of(council)]
    for what in whats:
        path = council.folder / "out"
        code, out, err = council.run("export", council.file, what, "--profile", profile, "-o", path)
        if code == CONTENT:
            assert "may see" in err and not path.exists(), (what, err)
            continue
        assert (code, out, err) == (DONE, "", ""), (what, code, err)
        yield what, path.read_bytes()
        path.unlink()
    if profile == "public":
        folder = council.folder / "oparl"
        council.do("export", "oparl", "--base", "https://example.org/oparl", "-o", folder)
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            yield str(path.relative_to(council.folder)), path.read_bytes()
        shutil.rmtree(folder)


@case
def files_for_other_programs_tell_nothing_that_is_not_for_their_readers():
    wrong = []
    with demo() as council:
        marked = Marked(council)
        for profile in ("public", "members"):
            n = 0
            for name, data in files_of(council, profile):
                wrong += marked.wrong(name, data, profile, False)
                n += 1
            assert n > 20 and marked.seen["words"] > 500, (profile, n, marked.seen)
    return wrong


def all_for_the_public(council):
    """By name; without the instants at which files were made."""
    found = {name: re.sub(rb"(?m)^DTSTAMP:.*$|^REV:.*$| exported=\"[^\"]*\"", b"", data)
             for name, data in files_of(council, "public")}
    with tempfile.TemporaryDirectory(prefix="mappe-absence-") as out:
        subprocess.run([str(WRITER), out, str(council.file), "public"], check=True, timeout=900)
        return found | {p.name: p.read_bytes() for p in pathlib.Path(out).iterdir()}


@case
def what_is_not_public_leaves_no_trace_in_what_is():
    """Other texts of other lengths and other votes in all that is not public: each public file has the same bytes, so
    that neither a length nor a number of pages, a sum or an order gives anything away."""
    with demo() as council:
        # Sealed minutes are what was sealed; they are the same before and after.
        before = all_for_the_public(council)
        told, shown = names(TOLD), names(PUBLIC) | names("person: first_name last_name title")
        hidden = collections.defaultdict(list)
        for kind, row in hidden_rows(council):
            hidden[kind].append(str(row))
        changed = 0
        with sqlite3.connect(council.file) as base:
            # A supplement to an agenda says that there is a change in the part that is not public, and no more.
            open_items = base.execute("SELECT a.id FROM agenda_item a JOIN meeting m ON m.id = a.meeting"
                                      " WHERE m.state <> 'held'").fetchall()
            hidden["agenda-item"] = sorted(set(hidden["agenda-item"]) - {str(row) for row, in open_items})
            for field in texts():
                name = "%s.%s" % (field.kind, field.name)
                where = "1"
                if name in told or (name in shown and field.kind not in hidden) or is_code_of_public(field):
                    continue
                if name in shown or not is_flagged(field):
                    where = "id IN (%s)" % ",".join(hidden.get(field.kind, ["0"]))
                changed += base.execute("UPDATE %s SET %s = coalesce(%s, '') || ' ' || hex(randomblob(id %% 40 + 1))"
                                        " WHERE %s" % (table(field.kind), field.name, field.name, where)).rowcount
            changed += base.execute("UPDATE decision SET yes = yes + 1, no = no + 2, abstain = abstain + 3"
                                    " WHERE id IN (%s)" % ",".join(hidden["decision"])).rowcount
        base.close()
        assert changed > 1000, changed
        after = all_for_the_public(council)
        assert set(before) == set(after) and len(after) > 300, len(after)
        return ["%s is another file" % name for name in sorted(before) if before[name] != after[name]]


def is_code_of_public(field):
    """Official addresses of the council, which are in every letter."""
    return field.kind == "council" and field.name != "note"


if __name__ == "__main__":
    sys.exit(main())
