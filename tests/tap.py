"""Test cases in a python file, reported as TAP.

A case is a function marked with @case.  It raises when something is wrong, or returns a list of findings, empty (or
None) when all is well.  main() hands its arguments on to each case.
"""
import os
import pathlib
import subprocess
import sys
import traceback

SOURCE = pathlib.Path(os.environ.get("MAPPE_SOURCE") or pathlib.Path(__file__).resolve().parents[1])
BUILD = pathlib.Path(os.environ.get("MAPPE_BUILD") or SOURCE / "_build-tests")
CASES = []


class Skip(Exception):
    """Raised by a case that cannot be decided here; says why."""


def case(function):
    CASES.append(function)
    return function


def run(*argv, **options):
    """Output and exit status of a command; the two output streams in one."""
    done = subprocess.run([str(a) for a in argv], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **options)
    return done.returncode, done.stdout


def tracked():
    """Paths under version control, relative to SOURCE; without git all files outside of build folders."""
    status, out = run("git", "-c", "safe.directory=*", "-C", SOURCE, "ls-files", "--cached", "--others",
                      "--exclude-standard")
    if status == 0:
        return [p for p in out.splitlines() if (SOURCE / p).exists()]
    files = (p.relative_to(SOURCE) for p in SOURCE.rglob("*") if p.is_file())
    return sorted(str(p) for p in files if not p.parts[0].startswith(("_build", "build", ".git")))


def files_under(folder, *suffixes):
    return [p for p in tracked() if p.startswith(folder + "/") and p.endswith(suffixes)]


def read(path):
    return (SOURCE / path).read_text(encoding="utf-8")


def main(*arguments):
    print("1..%d" % len(CASES))
    failed = False
    for number, function in enumerate(CASES, 1):
        name = function.__name__.replace("_", " ")
        try:
            findings = function(*arguments) or []
        except Skip as why:
            print("ok %d - %s # SKIP %s" % (number, name, why))
            continue
        except Exception:
            findings = traceback.format_exc().splitlines()
        print("%s %d - %s" % ("not ok" if findings else "ok", number, name), flush=True)
        for finding in findings:
            print("#   %s" % finding)
        failed = failed or bool(findings)
    sys.stdout.flush()
    return 1 if failed else 0
