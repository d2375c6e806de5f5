#!/usr/bin/python3
"""Files without an end: 10 GB that are hardly on the disk, and streams that go on for ever. Each is refused with a
message, in little time of the processor and little memory, and the council is what it was."""
import os
import resource
import subprocess
import sys
import threading

from council import CONTENT, demo
from tap import case, main

HEAD = (b'<?xml version="1.0" encoding="UTF-8"?>\n<register xmlns="urn:x-ratsmappe:register:1" version="1.0"'
        b' profile="full" generator="test" exported="2026-01-01T00:00:00Z" lang="de">\n')
MEMORY, SECONDS = 1 << 30, 30
SIZE = 10 << 30

# What stands first, and what comes again and again behind it.
ENDLESS = {
    "comment": (HEAD + b"<!-- ", b"a comment without an end "),
    "instruction": (HEAD + b"<?x ", b"an instruction without an end "),
    "space": (HEAD, b" \n\t  "),
    "cdata": (HEAD + b"<area-list><area><name><![CDATA[", b"text "),
    "text": (HEAD + b'<area-list><area id="area-00000000-0000-8000-8000-000000000001"><reference>X</reference><name>',
             b"text without an end "),
    "attributes": (HEAD + b"<area-list", b' a="b"'),
    "value": (HEAD + b'<area-list a="', b"value without an end "),
    "name": (HEAD + b"<", b"name"),
    "levels": (HEAD + b"<ext ns='urn:o'>", b"<o xmlns='urn:o'>"),
    "extension": (HEAD + b"<ext ns='urn:o'>", b"<o xmlns='urn:o'>text</o>"),
    "faults": (HEAD + b"<area-list>", b"<area/>"),
    "no xml": (b"", b"nothing at all "),
    "sealed": (b"age-encryption.org/v1\n", b"-> X25519 AAAA\nAAAA\n"),
}


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@case
def ten_gigabytes_of_nothing_are_refused():
    with demo() as council:
        before = council.do("dump")
        for name in ("big.xml", "big.csv", "big.vcf", "big.ics"):
            path = council.folder / name
            with open(path, "wb") as file:
                file.write(HEAD if name.endswith("xml") else b"BEGIN:VCALENDAR\r\n" if name.endswith("ics") else b"a;b\n")
                file.truncate(SIZE)
            more = () if name.endswith("xml") else ("--kind", "event" if name.endswith("ics") else "person")
            code, out, err = council.run("import", council.file, path, *more, preexec_fn=limits)
            assert code == CONTENT and err.startswith("mappe: "), (name, code, out[:200], err)
            path.unlink()
        assert council.do("dump") == before and council.leftovers() == []


def feed(end, first, again):
    """Writes for ever; how many bytes were taken before nobody read any more."""
    taken = 0
    try:
        with open(end, "wb", buffering=0) as pipe:
            taken += pipe.write(first)
            block = again * (65536 // len(again) + 1)
            while taken < SIZE:
                taken += pipe.write(block)
    except BrokenPipeError:
        pass
    return taken


@case
def streams_without_an_end_are_refused():
    wrong = []
    with demo() as council:
        before = council.do("dump")
        for name, (first, again) in ENDLESS.items():
            reading, writing = os.pipe()
            taken = []
            writer = threading.Thread(target=lambda w=writing, f=first, a=again: taken.append(feed(w, f, a)))
            writer.start()
            try:
                code, out, err = council.run("import", council.file, "/dev/stdin", stdin=reading, preexec_fn=limits)
            except subprocess.TimeoutExpired:
                code, out, err = None, "", "went on"
            os.close(reading)
            writer.join()
            if code != CONTENT or not err.startswith("mappe: "):
                wrong.append("%s: %s %s %s" % (name, code, out[:100], err[:300]))
            if not taken or not len(first) < taken[0] < 300 << 20:
                wrong.append("%s: %s bytes were read" % (name, taken))
        assert council.do("dump") == before and council.leftovers() == []
    return wrong


if __name__ == "__main__":
    sys.exit(main())
