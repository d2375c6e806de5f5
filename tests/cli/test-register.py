#!/usr/bin/python3
"""mappe export FILE register, import and contents: a council passes through a file, for whom it is, what is said."""
import os
import pty
import re
import shutil
import subprocess
import sys

from council import CONTENT, DONE, ENVIRONMENT, USAGE, Council, demo, folder
from tap import Skip, case, main

STAMP = re.compile(r' exported="[^"]*"')


def same_but_time(path):
    return STAMP.sub("", path.read_text(encoding="utf-8"))


@case
def a_council_passes_through_a_file():
    with demo() as council, folder() as there:
        out = there / "register.xml"
        assert council.do("export", "register", "--profile", "full", "--plain", "-o", out) == ""
        other = Council(there)
        other.do("new", "--name", "Neuer Rat")
        tried = other.do("import", out, "--dry-run")
        assert other.references("person") == [] and "\t25 new, 0 changed\n" in tried, tried
        assert other.do("import", out) == tried
        assert other.do("dump") == council.do("dump")
        again = there / "again.xml"
        other.do("export", "register", "--profile", "full", "--plain", "-o", again)
        assert same_but_time(out) == same_but_time(again)
        assert other.do("undo").strip() == "Register imported"
        assert other.references("person") == []


def with_phrase(there, text):
    path = there / "phrase"
    path.write_text(text + "\nnot this line\n", encoding="utf-8")
    return "--passphrase-file", path


def age(phrase, *arguments):
    """The program age asks on a terminal only."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", *map(str, arguments)])
    asked = b""
    while True:
        try:
            asked += os.read(terminal, 1000)
        except OSError:
            break
        if asked.rstrip().endswith(b":"):
            os.write(terminal, phrase.encode() + b"\n")
            asked = b""
    os.close(terminal)
    assert os.waitpid(child, 0)[1] == 0, asked


@case
def a_full_register_is_sealed():
    with demo() as council, folder() as there:
        plain, sealed, phrase = there / "plain.xml", there / "sealed.age", with_phrase(there, "Rathaus im Regen")
        council.refuse(USAGE, "export", "register", "--profile", "full", "-o", sealed, says="passphrase")
        council.do("export", "register", "--profile", "full", "--plain", "-o", plain)
        council.do("export", "register", "--profile", "full", *phrase, "-o", sealed)
        assert sealed.stat().st_mode & 0o777 == 0o600
        data = sealed.read_bytes()
        assert data.startswith(b"age-encryption.org/v1\n-> scrypt ") and b"<person" not in data
        assert council.run("contents", sealed, *phrase)[1].splitlines()[1:] \
            == council.run("contents", plain)[1].splitlines()[1:]
        other = Council(there)
        other.do("new", "--name", "Neuer Rat")
        other.refuse(USAGE, "import", sealed, says="passphrase")
        other.refuse(CONTENT, "import", sealed, *with_phrase(there, "Rathaus im Schnee"), says="passphrase")
        assert other.references("person") == []
        other.do("import", sealed, *with_phrase(there, "Rathaus im Regen"))
        assert other.do("dump") == council.do("dump")


@case
def a_sealed_register_that_is_damaged_changes_nothing():
    with demo() as council, folder() as there:
        sealed, phrase = there / "sealed.age", with_phrase(there, "Rathaus im Regen")
        council.do("export", "register", "--profile", "full", *phrase, "-o", sealed)
        data = sealed.read_bytes()
        other = Council(there)
        other.do("new", "--name", "Neuer Rat")
        middle = len(data) // 2
        for wrong in (data[:-1], data[:middle], data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1:]):
            sealed.write_bytes(wrong)
            other.refuse(CONTENT, "import", sealed, *phrase, says="damaged or incomplete")
            assert other.references("person") == []


@case
def the_program_age_opens_and_seals_it():
    if shutil.which("age") is None:
        raise Skip("the program age is not installed")
    with demo() as council, folder() as there:
        sealed, opened, again = there / "sealed.age", there / "opened.xml", there / "again.age"
        phrase = with_phrase(there, "Rathaus im Regen")
        council.do("export", "register", "--profile", "full", *phrase, "-o", sealed)
        age("Rathaus im Regen", "-d", "-o", opened, sealed)
        assert opened.read_bytes().startswith(b"<?xml") and opened.read_bytes().endswith(b"</register>\n")
        age("Rathaus im Regen", "-p", "-o", again, opened)
        assert council.run("contents", again, *phrase)[0] == DONE


@case
def passphrases_belong_to_registers():
    with demo() as council, folder() as there:
        council.refuse(USAGE, "export", "calendar", "--plain", says="register")
        council.refuse(USAGE, "export", "register", "--profile", "full", "--plain", *with_phrase(there, "12345678"))
        council.refuse(CONTENT, "export", "register", *with_phrase(there, "1234567"), says="8 characters")
        council.refuse(ENVIRONMENT, "export", "register", "--passphrase-file", there / "nothing")


@case
def contents_says_what_is_in_a_file():
    with demo("en") as council:
        out = council.folder / "members.xml"
        council.do("export", "register", "--profile", "members", "-o", out)
        code, text, err = council.run("contents", out)
        assert (code, err) == (DONE, ""), err
        head = text.splitlines()[0]
        assert head.startswith("Register of version 1.0, profile members, language en, written 20"), head
        assert re.search(r"^meeting\t%d$" % len(council.references("meeting")), text, re.M), text
        assert re.search(r"^citizen-input\t(\d+)\t\1 withheld$", text, re.M), text
        _, german, _ = council.run("contents", out, env={"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"})
        assert german.startswith("Register der Version 1.0, Profil members") or german == text


@case
def without_a_profile_it_is_for_the_public():
    with demo() as council:
        text = council.do("export", "register")
        assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<register ') and text.endswith("</register>\n")
        assert ' profile="public"' in text and "<person " not in text
        assert council.do("export", "register", "--format", "xml", "--lang", "en", "-o", "-").count(' lang="en"') == 1


@case
def a_person_gets_what_names_the_person():
    with demo() as council:
        text = council.do("export", "register:M03")
        assert ' profile="subject"' in text and text.count("<person id=") == 1
        council.refuse(CONTENT, "export", "register:M99")
        council.refuse(USAGE, "export", "register:M03", "--profile", "members")
        council.refuse(USAGE, "export", "register", "--profile", "subject")


@case
def an_archive_is_offered_what_is_closed():
    with demo() as council:
        text = council.do("export", "register", "--profile", "archive", "--until", "2026-03-31")
        assert ' profile="archive"' in text and text.count("<meeting id=") == 2, text.count("<meeting id=")
        council.refuse(USAGE, "export", "register", "--profile", "archive", "--until", "soon")
        council.refuse(USAGE, "export", "register", "--until", "2026-03-31")


@case
def what_is_wrong_is_said_with_its_place():
    with demo() as council:
        out = council.folder / "wrong.xml"
        council.do("export", "register", "--profile", "full", "--plain", "-o", out)
        text = out.read_text(encoding="utf-8").replace("<last_name>", "<last_name/><!--").replace("</last_name>", "-->")
        out.write_text(text, encoding="utf-8")
        before = council.do("dump")
        code, listed, err = council.run("import", council.file, out)
        assert code == CONTENT and "rules in %d places" % text.count("<last_name/>") in err, err
        assert re.match(r"R16 /register/person-list/person\[@id='person-[0-9a-f-]{36}'\]/last_name:\d+: ", listed), listed
        code, tried, err = council.run("import", council.file, out, "--dry-run")
        assert (code, err) == (CONTENT, "") and tried.endswith(listed), err
        assert council.do("dump") == before


@case
def what_is_no_register_is_refused():
    with demo() as council:
        other = council.folder / "other.xml"
        for text in ("", "a;b\n1;2\n", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a/>"):
            other.write_text(text, encoding="utf-8")
            council.refuse(CONTENT, "import", other)
            assert council.run("contents", other)[0] == CONTENT
        council.refuse(ENVIRONMENT, "import", council.folder / "nothing.xml")
        other.write_text("")
        council.refuse(CONTENT, "import", other, says="the file is empty")
        whole = council.folder / "whole.xml"
        council.do("export", "register", "--profile", "public", "-o", whole)
        for text in (whole.read_text()[:9000], whole.read_text() + "<more/>"):
            other.write_text(text)
            council.refuse(CONTENT, "import", other, says="it ends in the middle, or goes on behind its end")
        whole.unlink()
        council.refuse(USAGE, "export", "register", "--format", "pdf")
        council.refuse(USAGE, "export", "register", "--profile", "everybody")
        assert council.leftovers() == ["other.xml"], council.leftovers()


@case
def a_file_that_cannot_be_written_is_no_file():
    with demo() as council:
        council.refuse(ENVIRONMENT, "export", "register", "-o", council.folder / "no/where.xml")
        with open("/dev/full", "wb") as full:
            code, _, err = council.run("export", council.file, "register", stdout=full)
        assert code == ENVIRONMENT and err, err
        assert council.leftovers() == []


@case
def a_reader_may_stop_early():
    with demo() as council:
        done = subprocess.run(["sh", "-c", '"$0" export "$1" register --profile full --plain | head -n 1',
                               str(council.program), str(council.file)], capture_output=True, check=False)
        assert done.stdout.startswith(b"<?xml") and done.stderr == b"", done.stderr


if __name__ == "__main__":
    sys.exit(main())
