#!/usr/bin/python3
"""Size and form of the sources."""
import json
import re
import shutil
import sys

from tap import SOURCE, Skip, case, files_under, main, read, run

FUNCTION_LINES = 60
FILE_LINES = 800
COLUMNS = 120    # clang-format aims at 115
LICENCE = "/* SPDX-License-Identifier: GPL-3.0-or-later */"
LEFT_OVER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def c_files():
    return files_under("src", ".c", ".h") + files_under("tests", ".c", ".h")


@case
def functions_are_short():
    if not shutil.which("ctags"):
        raise Skip("no ctags")
    status, out = run("ctags", "--languages=C", "--kinds-C=f", "--fields=+ne", "--output-format=json", "-f", "-",
                      *c_files(), cwd=SOURCE)
    if status != 0:
        return out.splitlines()
    found = []
    for line in out.splitlines():
        if not line.startswith("{"):
            continue
        tag = json.loads(line)
        length = tag.get("end", tag["line"]) - tag["line"] + 1
        # class_init is a list: cutting it up makes it no clearer.
        if length > FUNCTION_LINES and not tag["name"].endswith("_class_init"):
            found.append("%s:%d: %s has %d lines" % (tag["path"], tag["line"], tag["name"], length))
    return found


@case
def files_are_short():
    lengths = [(len(read(p).splitlines()), p) for p in c_files() + files_under("tests", ".py")
               if not p.startswith("tests/uitest/")]
    return ["%s has %d lines" % (p, n) for n, p in lengths if n > FILE_LINES]


@case
def every_c_file_names_its_licence():
    return [p for p in c_files() if p.endswith(".c") and not read(p).startswith(LICENCE)]


@case
def every_header_is_guarded():
    return [p for p in c_files() if p.endswith(".h") and "#pragma once" not in read(p)]


@case
def lines_fit():
    return ["%s:%d" % (p, n) for p in c_files() for n, line in enumerate(read(p).splitlines(), 1)
            if len(line) > COLUMNS or "\t" in line or line != line.rstrip()]


@case
def nothing_is_left_over():
    return ["%s:%d: %s" % (p, n, line.strip()) for p in c_files() + files_under("ui", ".ui", ".css")
            for n, line in enumerate(read(p).splitlines(), 1) if LEFT_OVER.search(line)]


if __name__ == "__main__":
    sys.exit(main())
