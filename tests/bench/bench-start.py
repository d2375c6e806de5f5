#!/usr/bin/python3
"""Start to the first painted frame, as a ratio to a minimal libadwaita window of the same run.

    /usr/bin/python3 tests/uitest/session.py -- tests/bench/bench-start.py BUILD [--runs 9] [--values 1000000]

Opens the demo council and a council of a million indicator values; both must start alike. Runs alternate, so that
other work on the machine meets all of them.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

parser = argparse.ArgumentParser()
parser.add_argument("build", type=pathlib.Path)
parser.add_argument("--runs", type=int, default=9)
parser.add_argument("--cold", action="store_true", help="drop the page cache before each run (as root)")
parser.add_argument("--values", type=int, default=1000000)
parser.add_argument("--big", help="a big council that is there already")
options = parser.parse_args()
build = options.build.resolve()
program, command = build / "src/app/ratsmappe", build / "src/cli/mappe"


def times(*arguments):
    if options.cold:
        os.sync()
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("3")
        time.sleep(0.5)
    begin = time.monotonic() * 1000
    out = subprocess.run(list(map(str, arguments)), stdout=subprocess.PIPE, text=True, timeout=120,
                         env=dict(os.environ, MAPPE_START_CLOCK="1"), check=True).stdout
    said = dict(line.split() for line in out.splitlines() if len(line.split()) == 2)
    return {key: int(value) / 1000 - begin for key, value in said.items()}


with tempfile.TemporaryDirectory() as folder:
    demo = pathlib.Path(folder) / "demo.ratsmappe"
    big = pathlib.Path(options.big or pathlib.Path(folder) / "big.ratsmappe")
    subprocess.run([command, "demo", demo, "--lang", "en"], check=True, stdout=subprocess.PIPE)
    if not big.exists():
        subprocess.run([build / "tests/bench/make-big", big, str(options.values)], check=True)
    cases = {"minimal window": [build / "tests/bench/reference-start"], "demo council": [program, demo],
             "big council": [program, big]}
    measured = {name: [] for name in cases}
    for run in range(options.runs + 1):
        for name, arguments in cases.items():
            figures = times(*arguments)
            if run > 0 or options.cold:
                measured[name].append(figures)

middle = {}
for name, figures in measured.items():
    for key in ("first-frame", "settled"):
        values = [f[key] for f in figures if key in f]
        if values:
            middle[name, key] = statistics.median(values)
            print("%-15s %-11s median %6.0f ms (%.0f–%.0f), n=%d"
                  % (name, key, middle[name, key], min(values), max(values), len(values)))
print("start / minimal window: %.2f (goal 1.5)" % (middle["demo council", "first-frame"]
                                                    / middle["minimal window", "first-frame"]))
print("big / demo, first frame: %.2f (goal 1.1)" % (middle["big council", "first-frame"]
                                                     / middle["demo council", "first-frame"]))
print("big / demo, settled:     %.2f" % (middle["big council", "settled"] / middle["demo council", "settled"]))
