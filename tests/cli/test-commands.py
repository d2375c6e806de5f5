#!/usr/bin/python3
"""Every command of mappe, and what it prints."""
import csv
import datetime
import hashlib
import io
import json
import os
import re
import shlex
import shutil
import stat
import sys

from council import CONTENT, DONE, ENVIRONMENT, PROGRAM, USAGE, Council, demo, folder
from tap import SOURCE, Skip, case, main, run

COMMANDS = ("demo new check list show meeting search due evaluate chart add set delete undo redo log backup restore dump stats kinds fields").split()


@case
def help_names_every_command():
    with folder() as path:
        mappe = Council(path)
        for word in ("--help", "-h", "help"):
            code, out, err = mappe.run(word)
            assert (code, err) == (DONE, "")
            assert [c for c in COMMANDS if not re.search(r"^  %s " % c, out, re.MULTILINE)] == []


@case
def examples_of_the_readme_work():
    examples = re.findall(r"^    mappe (.*)$", (SOURCE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(examples) > 3
    with folder() as path:
        (path / "phrase").write_text("Rathaus im Regen\n", encoding="utf-8")
        (path / "people.csv").write_text("Vorname;Nachname\nBeate;Beispiel\n", encoding="utf-8")
        for example in examples:
            code, _, err = Council(path).run(*shlex.split(example, comments=True), cwd=path)
            assert (code, err) == (DONE, ""), (example, code, err)


@case
def every_command_has_its_own_help():
    with folder() as path:
        mappe = Council(path)
        for command in COMMANDS:
            code, out, err = mappe.run(command, "--help")
            assert (code, err) == (DONE, "") and "mappe" in out and command in out and "--help" in out, command
        assert list(path.iterdir()) == []


@case
def version_is_that_of_the_build():
    with folder() as path:
        version = re.search(r"version: '([^']+)'", (SOURCE / "meson.build").read_text(encoding="utf-8"))[1]
        assert Council(path).run("--version") == (DONE, "mappe %s\n" % version, "")


@case
def manual_and_completion_know_every_command():
    manual = (SOURCE / "data/mappe.1").read_text(encoding="utf-8")
    completion = (SOURCE / "data/mappe.bash").read_text(encoding="utf-8")
    return ["%s is not in %s" % (c, name) for c in COMMANDS
            for name, text, sign in (("mappe.1", manual, "Cm %s" % c), ("mappe.bash", completion, c))
            if not re.search(r"\b%s\b" % sign, text)]


@case
def manual_is_well_formed():
    if shutil.which("mandoc") is None:
        raise Skip("mandoc is not installed")
    _, out = run("mandoc", "-T", "lint", SOURCE / "data/mappe.1")
    return out.splitlines()


@case
def completion_knows_commands_kinds_and_fields():
    with demo() as council:
        def complete(*words):
            script = ("compopt () { :; }; source %s/data/mappe.bash; COMP_WORDS=(mappe \"$@\"); COMP_CWORD=$#; _mappe; "
                      "echo \"${COMPREPLY[@]}\"" % SOURCE)
            path = "%s:%s" % (PROGRAM.parent, os.environ["PATH"])
            status, out = run("bash", "-c", script, "bash", *words, env=dict(os.environ, PATH=path))
            assert status == 0, out
            return out.split()
        assert complete("lis") == ["list"] and set(complete("")) >= set(COMMANDS)
        assert complete("list", council.file, "agen") == ["agenda-item", "agenda-version"]
        assert complete("show", council.file, "meeting", "MTG0") == ["MTG0%d" % n for n in range(1, 7)]
        assert complete("set", council.file, "person", "M01", "pho") == ["phone="]
        assert complete("list", council.file, "person", "--sort", "last") == ["last_name"]
        assert complete("list", council.file, "person", "--form") == ["--format"]
        assert complete("demo", council.file, "--lang", "") == ["de", "en"]
        assert complete("set", council.file, "person", "M01", "phone", "=") == []


@case
def demo_is_the_same_each_time():
    for lang in ("de", "en"):
        with demo(lang) as one, demo(lang) as two:
            first, second = one.do("dump"), two.do("dump")
            assert first == second and first.count("\n") > 5000
            assert one.do("check") == ""


@case
def demo_speaks_the_language_asked_for():
    with demo("de") as german, demo("en") as english:
        assert german.field("body", "B02", "name") == "Lenkungsgruppe"
        assert english.field("body", "B02", "name") == "Steering group"


@case
def demo_takes_the_language_of_the_session():
    for locale, name in (("de_DE.UTF-8", "Lenkungsgruppe"), ("en_GB.UTF-8", "Steering group"),
                         ("C.UTF-8", "Steering group")):
        with folder() as path:
            council = Council(path)
            council.do("demo", env={"LC_ALL": locale, "LANGUAGE": ""})
            assert council.field("body", "B02", "name") == name, locale


@case
def a_council_is_for_its_owner_only():
    with demo() as council:
        assert stat.S_IMODE(council.file.stat().st_mode) == 0o600


@case
def new_has_a_name_and_the_code_lists():
    with folder() as path:
        council = Council(path)
        council.do("new", "--name", "Präventionsrat Überall")
        assert council.field("council", "KPR1", "name") == "Präventionsrat Überall"
        assert len(council.rows("code")) == 507 and council.rows("person") == []
        assert council.do("check") == ""


@case
def a_file_is_not_replaced_unless_forced():
    with demo() as council:
        before = council.do("dump")
        council.refuse(ENVIRONMENT, "demo")
        council.refuse(ENVIRONMENT, "new", "--name", "x")
        assert council.do("dump") == before
        council.do("delete", "task", "T-01")
        council.do("demo", "--lang", "de", "--force")
        assert council.do("dump") == before and council.leftovers() == []


@case
def list_prints_a_table():
    with demo() as council:
        lines = council.do("list", "meeting").splitlines()
        assert lines[0].split()[:3] == ["reference", "body", "number"] and len(lines) == 7
        assert lines[1].startswith("MTG01") and all(line == line.rstrip() for line in lines)
        assert len({line.index(word) for line, word in zip(lines[1:4], ("B01", "B02", "B01"))}) == 1


@case
def list_prints_csv():
    with demo() as council:
        rows = list(csv.DictReader(io.StringIO(council.do("list", "meeting", "--format", "csv"))))
        assert rows[0]["reference"] == "MTG01" and rows[0]["place"] == "Rathaus, Großer Saal"
        assert rows[0]["chair"] == "M01" and rows[0]["public_part"] == "1"


@case
def list_prints_json_with_types():
    with demo() as council:
        row = council.rows("meeting", "--where", "reference=MTG01")[0]
        assert row["chair"] == "M01" and row["public_part"] is True and row["voting_members_at_date"] == 19
        assert row["note"] is None and row["held_on"] == "2025-11-11"
        assert council.rows("finance-line", "--where", "reference=F001")[0]["plan_eur"] == 245000
        assert isinstance(council.rows("indicator-value", "--limit", "1")[0]["value"], (int, float))
        assert council.do("list", "person", "--where", "last_name=Niemand", "--format", "json") == "[]\n"


@case
def list_goes_on_behind_its_first_page():
    with demo() as council:
        assert len(set(council.references("indicator-value"))) == 686


@case
def conditions_choose_records():
    with demo() as council:
        def chosen(kind, *conditions):
            return council.references(kind, *[w for c in conditions for w in ("--where", c)])
        assert chosen("meeting", "state=held") == ["MTG01", "MTG02", "MTG03", "MTG04", "MTG05"]
        assert chosen("meeting", "state!=held") == ["MTG06"]
        assert chosen("meeting", "held_on>=2026-07-07") == ["MTG04", "MTG05", "MTG06"]
        assert chosen("meeting", "held_on>07.07.2026", "held_on<8.12.26") == ["MTG05"]
        assert chosen("meeting", "held_on<=2025-11-11") == ["MTG01"]
        assert chosen("meeting", "body=B02") == ["MTG02"] and chosen("meeting", "body_id=#2") == ["MTG02"]
        assert chosen("meeting", "reference=MTG01", "reference=MTG03") == ["MTG01", "MTG03"]
        assert chosen("meeting", "body=B01", "body=B02", "public_part=0") == ["MTG02"]
        assert chosen("meeting", "minutes_state=") == ["MTG06"]
        assert len(chosen("meeting", "minutes_state!=")) == 5


@case
def list_searches_sorts_and_stops():
    with demo() as council:
        assert council.references("person", "--search", "moosgrün") == ["M13"]
        assert council.references("person", "--search", "GRUEN moos") == ["M13"]
        assert council.references("meeting", "--sort", "-held_on", "--limit", "2") == ["MTG06", "MTG05"]
        names = [row["last_name"] for row in council.rows("person", "--sort", "last_name")]
        assert names[0] == "Ahornstein" and len(names) == 25
        assert council.do("list", "body", "--fields", "reference,kind", "--format", "csv").startswith("reference,kind\n")


@case
def show_prints_fields_and_links_both_ways():
    with demo() as council:
        out = council.do("show", "meeting", "MTG05")
        assert re.search(r"^chair +M01 \(Ahornstein, Amalia\)$", out, re.MULTILINE)
        assert re.search(r"^agenda-item\.meeting \(8\)\n  AI-0501 ", out, re.MULTILINE)
        assert council.do("show", "meeting", "#5") == out and "History" not in out


@case
def history_tells_who_changed_what():
    with demo() as council:
        council.do("set", "person", "M01", "phone=123")
        out = council.do("show", "person", "M01", "--history")
        assert re.search(r"phone: “\+49[^”]*” → “123”", out), out


@case
def search_finds_all_kinds_best_first():
    with demo() as council:
        lines = council.do("search", "Grün").splitlines()
        assert lines[0].split("\t")[:2] in (["organisation", "U-07"], ["person", "M13"])
        assert council.do("search", "Grün", "--limit", "1").count("\n") == 1
        assert council.do("search", "xyzxyz") == ""


@case
def add_prints_the_reference_given():
    with demo() as council:
        reference = council.do("add", "person", "last_name=Öhler", "term_end=31.12.26", "org_id=U-01").strip()
        assert reference == "M26"
        row = council.rows("person", "--where", "reference=M26")[0]
        assert (row["last_name"], row["term_end"], row["organisation"]) == ("Öhler", "2026-12-31", "U-01")
        assert row["status"] == "active"
        assert council.do("add", "task", "reference=T-99", "title=Mit Nummer", "due_on=+14").strip() == "T-99"


@case
def set_is_one_step():
    with demo() as council:
        before = council.do("dump")
        council.do("set", "person", "M01", "phone=1", "email=", "function=member", "term_end=2027-01-31")
        assert council.field("person", "M01", "email") is None
        assert council.field("person", "M01", "phone") == "1"
        council.do("undo")
        assert council.do("dump") == before


@case
def long_texts_keep_their_lines():
    with demo() as council:
        council.do("set", "person", "M01", "note=eins\nzwei \"drei\", vier")
        assert council.field("person", "M01", "note") == "eins\nzwei \"drei\", vier"
        rows = list(csv.DictReader(io.StringIO(council.do("list", "person", "--format", "csv", "--limit", "1"))))
        assert rows[0]["note"] == "eins\nzwei \"drei\", vier"
        assert re.search(r"^note +eins\n {27}zwei", council.do("show", "person", "M01"), re.MULTILINE)


@case
def documents_take_the_content_of_a_file():
    with demo() as council:
        file = council.folder / "Übersicht.txt"
        file.write_bytes(b"Hallo\n" * 1000)
        reference = council.do("add", "document", "title=Neu", "content=@%s" % file).strip()
        row = council.rows("document", "--where", "reference=%s" % reference)[0]
        assert row["content"] == hashlib.sha256(file.read_bytes()).hexdigest()
        assert (row["bytes"], row["file_name"], row["mime"]) == (6000, "Übersicht.txt", "text/plain")


@case
def delete_undo_and_redo_print_labels():
    with demo() as council:
        before = council.do("dump")
        council.do("delete", "meeting", "MTG06")
        council.do("set", "body", "B01", "note=x")
        after = council.do("dump")
        assert council.field("body", "B01", "note") == "x" and "MTG06" not in council.references("meeting")
        labels = council.do("undo", "--steps", "2").splitlines()
        assert len(labels) == 2 and "B01" in labels[0] and "MTG06" in labels[1]
        assert council.do("dump") == before
        assert council.do("redo", "--steps", "2").splitlines() == labels[::-1]
        assert council.do("dump") == after


@case
def rules_of_the_council_hold_for_commands():
    with demo() as council:
        before = council.do("dump")
        for words, reason in [(("delete", "meeting", "MTG05"), "A decision was made here"),
                              (("set", "task", "T-05", "due_on=2027-05-05"), "due_reason: A new date needs"),
                              (("add", "attendance", "meeting=MTG05", "person=M01"), "person: This person is in")]:
            code, out, err = council.run(words[0], council.file, *words[1:])
            assert (code, out) == (CONTENT, "") and reason in err, (words, code, err)
        assert council.do("dump") == before
        council.do("set", "task", "T-05", "due_on=2027-05-05", "due_reason=Late offer")


@case
def due_tells_what_the_overview_shows():
    def day(number):
        return (datetime.date.today() + datetime.timedelta(number)).isoformat()

    def listed(*options):
        told = json.loads(council.do("due", "--format", "json", *options))
        return {g["group"]: [(e["topic"], e["reference"], e["day"], e.get("days_left")) for e in g["entries"]]
                for g in told["groups"]}

    with folder() as path:
        council = Council(path)
        council.do("new", "--name", "Rat")
        council.do("add", "body", "reference=B09", "name=Plenum")
        council.do("add", "meeting", "body=B09", "title=Herbst", f"held_on={day(40)}", f"call_closes_on={day(3)}")
        council.do("add", "task", "title=Spät", f"due_on={day(-2)}")
        council.do("add", "task", "title=Bald", f"due_on={day(5)}")
        council.do("add", "task", "title=Später", f"due_on={day(60)}")
        council.do("add", "person", "last_name=Ahorn", "appointment_mode=nomination")
        assert listed() == {
            "overdue": [("task", "T-01", day(-2), -2)],
            "soon": [("call", "MTG01", day(3), 3), ("task", "T-02", day(5), 5)],
            "meetings": [("meeting", "MTG01", day(40), 40)],
            "terms": [("undertaking", "M01", None, None)]}, listed()
        assert list(listed("--until", day(3))) == ["overdue", "soon", "terms"]
        assert listed("--until", day(4))["soon"] == [("call", "MTG01", day(3), 3)]
        assert listed("--until", "+5")["soon"][1][1] == "T-02"
        lines = council.do("due").splitlines()
        assert lines[0] == "Overdue" and lines[1] == f"  {day(-2)}\t-2\tT-01\tTask\tSpät\t", lines
        assert f"  {day(5)}\t+5\tT-02\tTask\tBald\t" in lines, lines
        council.refuse(USAGE, "due", "--until", "soon", says="--until")
        council.refuse(USAGE, "due", "--format", "csv", says="table or json")


@case
def log_lists_steps_newest_first():
    with demo() as council:
        council.do("set", "body", "B01", "note=x")
        council.do("undo")
        lines = [line.split("\t") for line in council.do("log").splitlines()]
        assert [line[3] for line in lines] == ["UNDO", "EDIT", "MIGRATE", "MIGRATE", "MIGRATE"]
        assert len(council.do("log", "--limit", "1").splitlines()) == 1


@case
def backup_and_restore_bring_everything_back():
    with demo() as council:
        before, copy = council.do("dump"), council.folder / "copy.ratsmappe"
        council.do("backup", copy)
        council.do("delete", "meeting", "MTG06")
        other = council.do("dump")
        assert council.run("restore", copy, council.file)[0] == DONE
        assert council.do("dump") == before
        kept = Council(council.folder)
        kept.file = council.folder / "council.ratsmappe.before-restore"
        assert kept.do("dump") == other


@case
def kinds_and_fields_are_all_there():
    with folder() as path:
        mappe = Council(path)
        kinds = [line.split("\t")[0] for line in mappe.run("kinds")[1].splitlines()]
        defined = re.findall(r"^MAPPE_KIND \((\w+)\)$", (SOURCE / "src/record/mappe-kinds.def").read_text(), re.MULTILINE)
        assert kinds == [k.replace("_", "-") for k in defined]
        for kind in kinds:
            code, out, err = mappe.run("fields", kind)
            lines = [line.split("\t") for line in out.splitlines()]
            assert (code, err) == (DONE, "") and lines[0][0] == "reference" and all(len(line) == 3 for line in lines)


@case
def every_kind_can_be_listed_and_shown():
    with demo() as council:
        for line in council.run("kinds")[1].splitlines():
            kind = line.split("\t")[0]
            rows = council.rows(kind, "--limit", "1")
            # What only comes into being by leaving the room for a while, editing a letter, releasing a plan, and in time.
            if kind in ("absence", "text-template", "deployment-plan", "retention-class", "archive-offer",
                        "archive-offer-item", "erasure"):
                assert not rows, kind
                continue
            assert rows and council.do("show", kind, rows[0]["reference"], "--history"), kind


@case
def messages_are_german_data_is_not():
    german = {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": ""}
    with demo() as council:
        english = council.refuse(CONTENT, "undo")
        assert council.do("list", "person", env=german) == council.do("list", "person")
        assert council.do("dump", env=german) == council.do("dump")
        assert council.refuse(USAGE, "list", "persn", env=german) != council.refuse(USAGE, "list", "persn")
        assert english


@case
def data_is_utf_8_also_in_the_c_locale():
    plain = {"LC_ALL": "C", "LANGUAGE": ""}
    with demo() as council:
        assert council.do("list", "person", env=plain) == council.do("list", "person")
        assert council.references("person", "--search", "moosgrün") == ["M13"]
        council.do("set", "person", "M01", "note=Grüße", env=plain)
        assert council.field("person", "M01", "note") == "Grüße"


@case
def words_that_begin_with_a_dash_follow_two_dashes():
    with demo() as council:
        assert council.run("search", "--", council.file, "-xyz") == (DONE, "", "")
        assert council.refuse(USAGE, "search", "-xyz")


@case
def a_reader_that_goes_away_is_no_failure():
    with demo() as council:
        read, write = os.pipe()
        os.close(read)
        code, _, err = council.run("dump", council.file, stdout=write)
        os.close(write)
        assert (code, err) == (DONE, "")


@case
def output_that_cannot_be_written_is():
    with demo() as council:
        for command in ("dump", "list"):
            with open("/dev/full", "wb") as full:
                words = ["person"] if command == "list" else []
                code, _, err = council.run(command, council.file, *words, stdout=full)
            assert code == ENVIRONMENT and err.startswith("mappe: "), (code, err)
        assert json.loads(council.do("list", "body", "--format", "json"))


if __name__ == "__main__":
    sys.exit(main())
