#!/usr/bin/python3
"""The floors of the house (README: map): who may include what, and where SQL may stand."""
import json
import pathlib
import re
import shlex
import sys

from tap import BUILD, SOURCE, case, files_under, main, read, tracked

# folder: folders whose headers it may include beside its own
FLOORS = {
    "config": [],
    "base": [],
    "xml": ["base"],
    "age": [],
    "stats": ["base"],
    "rules": ["base"],
    "record": ["base"],
    "sql": [],
    "store": ["config", "base", "rules", "record", "sql"],
    "chart": ["base", "stats"],
    "attachment": ["base", "record", "store"],
    "outcome": ["base", "record", "stats", "store", "chart"],
    "meeting": ["config", "base", "record", "rules", "store"],
    "partnership": ["base", "rules", "record", "stats", "store", "chart", "outcome"],
    "document": ["config", "base", "xml", "record", "rules", "stats", "store", "chart", "outcome", "meeting",
                 "partnership", "attachment"],
    "register": ["config", "base", "xml", "age", "record", "store", "outcome"],
    "exchange": ["config", "base", "record", "store", "meeting", "register", "partnership"],
    "intake": ["config", "base", "record", "store", "exchange"],
    "pack": ["config", "base", "record", "rules", "store", "chart", "meeting", "document", "register", "exchange",
             "attachment"],
    "cli": ["config", "base", "age", "record", "rules", "stats", "store", "chart", "outcome", "meeting", "partnership",
            "document", "exchange", "intake", "register", "attachment", "pack"],
}
FLOORS["view"] = list(FLOORS["cli"])
FLOORS["app"] = FLOORS["view"] + ["view"]
WINDOW_FLOORS = ("view", "app")
GENERATED = {"mappe-config.h": "config", "mappe-resources.h": "view"}
TOP = {"src", "ui", "data", "po", "tests", "meson.build", "meson_options.txt", "README.md", "LICENSE"}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:\\.|[^"\\\n])*")', re.DOTALL)
SQL = re.compile(r'\b(SELECT\s+.*\bFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|VIRTUAL)|'
                 r'ALTER\s+TABLE|DROP\s+TABLE|PRAGMA\s|ORDER\s+BY|BEGIN\s+IMMEDIATE)')


def floor_of(path):
    return pathlib.PurePath(path).parts[1]


def sources():
    return files_under("src", ".c", ".h", ".def")


def includes(path):
    return [(kind == "<", name) for kind, name in INCLUDE.findall(read(path))]


@case
def top_level_has_the_agreed_entries_only():
    entries = {p.split("/")[0] for p in tracked()}
    return ["not of the agreed layout: %s" % e for e in sorted(entries - TOP) if not e.startswith(".")]


@case
def every_folder_of_src_is_a_floor():
    return ["%s has no place in the table of floors" % f for f in sorted({floor_of(p) for p in sources()} - set(FLOORS))]


@case
def includes_go_down_only():
    home = {pathlib.PurePath(p).name: floor_of(p) for p in sources()} | GENERATED
    found = []
    for path in sources():
        floor = floor_of(path)
        for system, name in includes(path):
            if system:
                continue
            if "/" in name:
                found.append("%s: path in #include \"%s\"" % (path, name))
            elif name not in home:
                found.append("%s: unknown header %s" % (path, name))
            elif home[name] != floor and home[name] not in FLOORS.get(floor, []):
                found.append("%s: %s is of %s, which %s may not use" % (path, name, home[name], floor))
            elif home[name] != floor and name.endswith("-private.h"):
                found.append("%s: %s is private to %s" % (path, name, home[name]))
    return found


@case
def only_sql_sees_the_database():
    return ["%s: %s" % (p, n) for p in sources() if floor_of(p) != "sql"
            for _, n in includes(p) if n in ("sqlite3.h", "libpq-fe.h")]


@case
def only_attachment_sees_the_readers_of_foreign_files():
    return ["%s: %s" % (p, n) for p in sources() if floor_of(p) != "attachment"
            for _, n in includes(p) if n.startswith(("poppler", "gdk-pixbuf/"))]


@case
def only_view_and_app_see_the_toolkit():
    return ["%s: %s" % (p, n) for p in sources() if floor_of(p) not in WINDOW_FLOORS
            for _, n in includes(p) if n.startswith(("gtk/", "gdk/", "adwaita"))]


@case
def sql_stands_in_sql_and_store_only():
    found = []
    for path in sources():
        if floor_of(path) in ("sql", "store"):
            continue
        for literal in COMMENT_OR_STRING.findall(read(path)):
            if literal and SQL.search(literal):
                found.append("%s: %s" % (path, literal))
    return found


@case
def compilers_do_not_see_src_itself():
    """A wrong include must not compile: neither the top nor src/ is on an include path."""
    forbidden = {(root / sub).resolve() for root in (SOURCE, BUILD) for sub in (".", "src")}
    found = set()
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        for word in shlex.split(entry["command"]):
            if word.startswith("-I") and (pathlib.Path(entry["directory"]) / word[2:]).resolve() in forbidden:
                found.add("%s: %s" % (entry["file"], word))
    return sorted(found)


if __name__ == "__main__":
    sys.exit(main())
