#!/usr/bin/python3
"""Counts the single test cases in the JSON log of `meson test`.

    count.py testlog.json

Prints the cases that failed and, as the last line, "N passed, N failed".  A test program that dies, runs out of time
or says nothing counts as failed, each case that it had planned and did not reach for itself.  Ends with 1 when
something failed or nothing was run.
"""
import json
import re
import sys

PLAN = re.compile(r"^1\.\.(\d+)")
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
    """The cases of one test program: passed, skipped, failed (with explanations), planned but not reached."""
    passed, planned, skipped, failed = 0, 0, [], []
    lines = test.get("stdout", "").splitlines()
    for number, line in enumerate(lines):
        plan, case = PLAN.match(line), CASE.match(line)
        if plan:
            planned = int(plan.group(1))
        if not case:
            continue
        bad, name, directive, why = case.groups()
        if directive and directive.upper() == "SKIP":
            skipped.append("%s: %s" % (name, why))
        elif bad:
            failed.append("\n".join([name] + explain(lines[number + 1:])))
        else:
            passed += 1
    missing = max(0, planned - passed - len(skipped) - len(failed))
    if test["result"] not in ("OK", "SKIP") and not failed and not missing:
        failed.append("\n".join(["(the program ended with %s)" % test["result"]] + lines[-10:]))
    if test["result"] == "OK" and not passed and not skipped:
        failed.append("(the program reported no case)")
    return passed, skipped, failed, missing


def main(paths):
    passed = failed = 0
    for path in paths:
        with open(path, encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
        for test in tests:
            good, skipped, bad, missing = count(test)
            passed += good
            failed += len(bad) + missing
            for name in skipped:
                print("skipped  %s %s" % (test["name"], name))
            for name in bad:
                print("FAILED   %s %s" % (test["name"], name))
            if missing:
                print("FAILED   %s ended before %d of its cases (%s)" % (test["name"], missing, test["result"]))
    if not passed and not failed:
        print("no test was run")
        failed = 1
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
