#!/usr/bin/python3
"""A disk that is full: whatever is written, in whatever format, it is said, what stood there stays, nothing is left."""
import os
import resource
import signal
import sqlite3
import sys

from council import ENVIRONMENT, demo
from tap import case, main

FORMATS = ("pdf", "odt", "fodt", "html", "akn", "txt")
WHATS = [("minutes:MTG05", f) for f in FORMATS] + [("annual", f) for f in FORMATS] + [
    ("register", "xml", "--plain"), ("calendar", "ics"), ("contacts", "vcf"), ("list:agenda-item", "csv"),
    ("list:agenda-item", "csv-excel")]


def room_for(length):
    """The files of a child may grow to @length."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (length, length))
    return limit


@case
def a_file_is_whole_or_not_there():
    with demo() as council:
        # What readers of the database share is there already and need not grow.
        other = sqlite3.connect(council.file)
        other.execute("SELECT count(*) FROM person").fetchall()
        for what, form, *more in WHATS:
            out = council.folder / ("out." + form)
            whole = council.folder / "whole"
            council.do("export", what, "--profile", "full", "--format", form, "-o", whole, *more)
            length = whole.stat().st_size
            whole.unlink()
            for room in (0, 1000, length // 2, length - 1):
                out.write_text("kept")
                err = council.refuse(ENVIRONMENT, "export", what, "--profile", "full", "--format", form, "-o", out, *more,
                                     preexec_fn=room_for(room))
                assert out.name in err, (what, form, err)
                assert out.read_text() == "kept" and council.leftovers() == [out.name], (what, form, council.leftovers())
                out.unlink()
        other.close()


@case
def an_output_that_takes_nothing_is_told():
    with demo() as council:
        for what, form, *more in WHATS:
            with open("/dev/full", "wb") as full:
                code, _, err = council.run("export", council.file, what, "--profile", "full", "--format", form,
                                           *more, stdout=full)
            assert code == ENVIRONMENT and err.startswith("mappe: "), (what, form, code, err)


@case
def a_pipe_is_not_replaced_by_a_file():
    with demo() as council:
        pipe = council.folder / "pipe"
        os.mkfifo(pipe)
        for what, form, *_ in WHATS:
            err = council.refuse(ENVIRONMENT, "export", what, "--format", form, "-o", pipe)
            assert "pipe" in err and pipe.is_fifo() and council.leftovers() == [pipe.name], (what, form, err)


@case
def a_folder_is_whole_or_not_there():
    with demo() as council:
        out = council.folder / "oparl"
        for room in (0, 300, 2000):
            council.refuse(ENVIRONMENT, "export", "oparl", "--base", "https://example.org/oparl", "-o", out,
                           preexec_fn=room_for(room))
            assert council.leftovers() == [], council.leftovers()


if __name__ == "__main__":
    sys.exit(main())
