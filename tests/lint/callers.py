#!/usr/bin/python3
"""Every public function has a caller in another file, of src or of the tests: what only its own file calls is static,
what nobody calls is gone.  Headers are no callers, but for their macros."""
import collections
import re
import sys

from tap import case, files_under, main, read

COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
# House style: the name of a function that is defined stands at the start of a line, its type on the line before.
DEFINITION = re.compile(r"^(?!static\b)[\w *]+\n(mappe_\w+) \(", re.M)
MACRO = re.compile(r"^#\s*define\b(?:[^\n]*\\\n)*[^\n]*|^G_DEFINE_AUTO\w+ \([^;]*\)", re.M)
WORD = re.compile(r"\bmappe_\w+")

# name → why it stays
ALLOWED = {
    "mappe_binomial_test": "a test of its own, wherever it is asked for",
    "mappe_record_get_int": "the accessors of a record belong together",
    "mappe_record_get_real": "the accessors of a record belong together",
    "mappe_series_ref": "the counterpart of mappe_series_unref()",
    "mappe_share_wilson_corrected": "an interval of its own, wherever it is asked for",
    "mappe_value_grid_open_statuses": "an act like the others of its file",
}


def code_of(path):
    code = COMMENT_OR_TEXT.sub(" ", read(path))
    return "\n".join(MACRO.findall(code)) if path.endswith(".h") else code


def public_functions(path):
    """Names that @path defines for other files."""
    return set(DEFINITION.findall(COMMENT_OR_TEXT.sub(" ", read(path))))


@case
def public_functions_are_called():
    users = collections.defaultdict(set)
    sources = files_under("src", ".c", ".h", ".def")
    for path in sources + files_under("tests", ".c", ".h"):
        for name in set(WORD.findall(code_of(path))):
            users[name].add(path)
    return ["%s: %s" % (path, name) for path in sources if path.endswith(".c")
            for name in sorted(public_functions(path)) if name not in ALLOWED and not users[name] - {path}]


@case
def what_is_allowed_is_needed():
    defined = {name for path in files_under("src", ".c") for name in public_functions(path)}
    return ["%s is not defined any more" % name for name in sorted(set(ALLOWED) - defined)]


if __name__ == "__main__":
    sys.exit(main())
