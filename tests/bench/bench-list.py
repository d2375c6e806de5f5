#!/usr/bin/python3
"""A list of a million rows: first frame, frames while scrolling and memory, against a bare GtkColumnView.

    /usr/bin/python3 tests/uitest/session.py -- tests/bench/bench-list.py BUILD [--runs 3] [--big FILE]

Runs alternate, so that other work on the machine meets both.
"""
import argparse
import pathlib
import statistics
import subprocess
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument("build", type=pathlib.Path)
parser.add_argument("--runs", type=int, default=3)
parser.add_argument("--values", type=int, default=1000000)
parser.add_argument("--big", help="a big council that is there already")
options = parser.parse_args()
bench = options.build.resolve() / "tests/bench"


def measure(*arguments):
    out = subprocess.run([str(bench / "bench-list"), *map(str, arguments)], stdout=subprocess.PIPE, text=True,
                         timeout=300, check=True).stdout
    return {line.split()[0]: float(line.split()[1]) for line in out.splitlines()}


def show(name, unit, ours, theirs):
    ratio = ours / theirs if theirs else float("nan")
    print("  %-24s %9.1f %s   reference %9.1f   ratio %5.2f" % (name, ours, unit, theirs, ratio))


with tempfile.TemporaryDirectory() as folder:
    big = pathlib.Path(options.big or pathlib.Path(folder) / "big.ratsmappe")
    if not big.exists():
        subprocess.run([bench / "make-big", big, str(options.values)], check=True)
    for mode in ("step", "page", "jump"):
        ours, theirs = [], []
        for _ in range(options.runs):
            theirs.append(measure("reference", options.values, mode))
            ours.append(measure("list", big, mode))
        median = lambda runs, key: statistics.median(run.get(key, 0) for run in runs)
        print("%d rows, %s" % (options.values, {"step": "3 rows a frame", "page": "a page a frame",
                                                "jump": "anywhere each frame"}[mode]))
        if mode == "step":
            show("first frame", "ms ", median(ours, "first-frame"), median(theirs, "first-frame"))
            show("first frame with text", "ms ", median(ours, "first-rows"), median(theirs, "first-rows"))
            print("  %-24s %9.1f ms" % ("all keys there", median(ours, "all-keys")))
        for part in ("p50", "p95", "p99", "max"):
            show("work of a frame, " + part, "ms ", median(ours, "work-" + part), median(theirs, "work-" + part))
        show("from frame to frame, p99", "ms ", median(ours, "gap-p99"), median(theirs, "gap-p99"))
        show("memory", "KiB", median(ours, "memory"), median(theirs, "memory"))
        print("  %-24s %9.0f of 300 frames" % ("upper row without text", median(ours, "blank")))
