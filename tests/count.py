#!/usr/bin/python3
"""Counts the single test cases in the JSON log of `meson test`.

    count.py testlog.json

Prints the cases that failed and, as the last line, "N passed, N failed".  A test program that dies, runs out of time
or says nothing counts as one failure more.  Ends with 1 when something failed or nothing was run.
"""
import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b\s*\d*\s*-?\s*(.*?)\s*(?:#\s*(SKIP|TODO)\b\s*(.*))?$", re.IGNORECASE)


def explain(lines):
    """What follows a failed case: its comments, up to the next case."""
    told = []
    for line in lines:
        if not line.startswith(("#", "Bail out!")):
            break
        told.append("         " + line)
    return told[:40]


def count(test):
    """The cases of one test program: passed, skipped, failed (with their explanations)."""
    passed, skipped, failed = 0, [], []
    lines = test.get("stdout", "").splitlines()
    for number, line in enumerate(lines):
        case = CASE.match(line)
        if not case:
            continue
        bad, name, directive, why = case.groups()
        if directive and directive.upper() == "SKIP":
            skipped.append("%s: %s" % (name, why))
        elif bad:
            failed.append("\n".join([name] + explain(lines[number + 1:])))
        else:
            passed += 1
    if test["result"] not in ("OK", "SKIP") and not failed:
        failed.append("\n".join(["(the program ended with %s)" % test["result"]] + lines[-10:]))
    if test["result"] == "OK" and not passed and not skipped:
        failed.append("(the program reported no case)")
    return passed, skipped, failed


def main(paths):
    passed = failed = 0
    for path in paths:
        with open(path, encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
        for test in tests:
            good, skipped, bad = count(test)
            passed += good
            failed += len(bad)
            for name in skipped:
                print("skipped  %s %s" % (test["name"], name))
            for name in bad:
                print("FAILED   %s %s" % (test["name"], name))
    if not passed and not failed:
        print("no test was run")
        failed = 1
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
