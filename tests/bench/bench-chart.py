#!/usr/bin/python3
"""A series as a picture of 1200×600, whole processes: ours beside gnuplot, from the same file, in turns.

    bench-chart.py [POINTS…]        (MAPPE_BUILD names the build folder; needs gnuplot-nox)

Time is that of the processor, user and system, which other programs of the machine hardly change; median of the runs."""
import math
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 9
BUILD = pathlib.Path(os.environ.get("MAPPE_BUILD", "_build"))
PLOT = ("set terminal pngcairo size 1200,600; set output '%s'; set datafile separator ','; unset key; "
        "plot '%s' using 1:2 with lines")


def write_points(path, n):
    seed, y = 7, 0.0
    with open(path, "w", encoding="ascii") as file:
        for i in range(n):
            seed = (seed * 1103515245 + 12345) & 0xffffffff
            y += ((seed >> 8) % 2001 - 1000) / 1000
            file.write("%d,%.4f\n" % (i, y + math.sin(i / 5000) * 200))


def run(command):
    """Seconds of the processor and of the clock."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - start


def compare(folder, n):
    points = folder / ("points-%d.csv" % n)
    write_points(points, n)
    commands = {
        "ratsmappe": [str(BUILD / "tests/bench/draw-points"), str(points), str(folder / "ours.png")],
        "gnuplot": ["gnuplot", "-e", PLOT % (folder / "gnuplot.png", points)],
    }
    times = {name: [] for name in commands}
    for i in range(RUNS + 1):
        for name, command in commands.items():
            measured = run(command)
            if i > 0:
                times[name].append(measured)
    medians = {name: [statistics.median(t[k] for t in each) for k in (0, 1)] for name, each in times.items()}
    for name, (processor, clock) in medians.items():
        print("%-10s %9d points: %7.1f ms of the processor, %7.1f ms of the clock" %
              (name, n, processor * 1000, clock * 1000))
    print("           %9d points: gnuplot needs %.1f × as much processor, %.1f × as long" %
          (n, *(medians["gnuplot"][k] / medians["ratsmappe"][k] for k in (0, 1))))


def main():
    if not shutil.which("gnuplot"):
        sys.exit("gnuplot is missing (apt-get install gnuplot-nox)")
    with tempfile.TemporaryDirectory() as folder:
        for n in [int(a) for a in sys.argv[1:]] or [100000, 1000000]:
            compare(pathlib.Path(folder), n)


if __name__ == "__main__":
    main()
