"""The program under test, and a folder for each case."""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from tap import BUILD

PROGRAM = BUILD / "src/cli/mappe"
DONE, CONTENT, USAGE, ENVIRONMENT = 0, 1, 2, 3


class Council:
    """A council file in a folder of its own; its methods are the program's commands."""

    def __init__(self, folder, program=PROGRAM):
        self.folder = pathlib.Path(folder)
        self.file = self.folder / "council.ratsmappe"
        self.program = program

    def run(self, *words, env=None, **options):
        """Exit code, output, messages."""
        done = subprocess.run([str(self.program), *[w if isinstance(w, bytes) else str(w) for w in words]],
                              stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
                              env=dict(os.environ, **(env or {})), timeout=60, check=False, **options)
        # Where files may not grow, the library of fonts complains of its cache.
        told = [line for line in done.stderr.decode().splitlines(True) if not line.startswith("write cache: ")]
        return done.returncode, (done.stdout or b"").decode(), "".join(told)

    def do(self, command, *words, **options):
        """A command on the council that must succeed in silence; its output."""
        code, out, err = self.run(command, self.file, *words, **options)
        assert (code, err) == (DONE, ""), (command, words, code, err)
        return out

    def refuse(self, wanted, command, *words, says="", **options):
        """A command that must fail with the code @wanted, print nothing and say @says."""
        code, out, err = self.run(command, self.file, *words, **options)
        assert code == wanted, (command, words, code, out, err)
        assert out == "" and err.startswith("mappe: "), (out, err)
        assert says in err, (says, err)
        return err

    def rows(self, kind, *options):
        return json.loads(self.do("list", kind, "--format", "json", *options))

    def references(self, kind, *options):
        return [row["reference"] for row in self.rows(kind, *options)]

    def field(self, kind, reference, field):
        return self.rows(kind, "--where", "reference=%s" % reference)[0][field]

    def leftovers(self):
        """What lies beside the council; the empty journal of readers does not count."""
        own = {self.file.name + end for end in ("", "-wal", "-shm")}
        return sorted(p.name for p in self.folder.iterdir() if p.name not in own)


@contextlib.contextmanager
def folder():
    path = tempfile.mkdtemp(prefix="mappe-cli-")
    try:
        yield pathlib.Path(path)
    finally:
        subprocess.run(["chmod", "-R", "u+rwx", path], check=False)
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def demo(lang="de"):
    with folder() as path:
        council = Council(path)
        council.do("demo", "--lang", lang)
        yield council
