#!/usr/bin/python3
"""mappe patrols: weeks of the demo council as text, table and calendar; the figures were counted by hand."""
import csv
import datetime
import io
import re
import sys

from content_lines import STAMP, check_zone, parse, unescape, when
from council import CONTENT, USAGE, demo
from tap import case, main

def raw(council, *options):
    """Output with its line ends as they are."""
    return council.do("patrols", *options)


def events(text):
    calendar = parse(text)
    name, properties, parts = calendar
    assert name == "VCALENDAR" and properties["VERSION"][1] == "2.0" and properties["PRODID"][1]
    assert properties["METHOD"][1] == "PUBLISH"
    assert [p[0] for p in parts][:1] == ["VTIMEZONE"] and {p[0] for p in parts[1:]} <= {"VEVENT"}
    check_zone(parts[0])
    found = [p[1] for p in parts[1:]]
    for event in found:
        assert STAMP.match(event["DTSTAMP"][1]) and int(event["SEQUENCE"][1]) >= 0
        assert event["STATUS"][1] in ("CONFIRMED", "CANCELLED") and event["CLASS"][1] == "CONFIDENTIAL"
        if "DTEND" in event:
            assert when(event, "DTSTART") < when(event, "DTEND")
    uids = [e["UID"][1] for e in found]
    assert len(set(uids)) == len(uids) and all(re.fullmatch(r"patrol-\d+@[0-9a-f-]{36}", u) for u in uids), uids
    return found


@case
def a_week_is_told_with_its_sum():
    with demo() as council:
        lines = raw(council, "--week", "2026-W43").splitlines()
        assert len(lines) == 5, lines
        assert lines[0].startswith("2026-W43 (")
        assert "PT-015" in lines[1] and "18:00–20:00" in lines[1] and "DP-KW43" in lines[1], lines
        assert "PT-016" in lines[2] and ": " in lines[2], lines
        assert lines[3].startswith("Planned 2, held 1, cancelled 1; 2 hours"), lines
        assert "50 %" in lines[4], lines


@case
def an_empty_week_is_no_error():
    with demo() as council:
        assert "Planned 0, held 0, cancelled 0; 0 hours" in raw(council, "--week", "2026-W20")
        assert events_of_week(council, "2026-W20") == []
        assert len(list(csv.reader(io.StringIO(raw(council, "--week", "2026-W20", "--format", "csv"))))) == 1


def events_of_week(council, week):
    done = council.do("patrols", "--week", week, "--format", "ics")
    return events(done)


@case
def a_week_is_a_table():
    with demo() as council:
        rows = list(csv.DictReader(io.StringIO(raw(council, "--week", "2026-W47", "--format", "csv"))))
        assert [r["Reference"] for r in rows] == ["PT-023", "PT-024"], rows
        assert [(r["Day"], r["From"], r["To"], r["Talks with citizens"]) for r in rows] == [
            ("2026-11-18", "18:00", "20:00", "10"), ("2026-11-21", "20:30", "22:30", "7")], rows
        assert all(r["Police staff"] == r["Municipal staff"] == "2" for r in rows)


@case
def a_week_is_a_calendar():
    with demo() as council:
        found = events_of_week(council, "2026-W43")
        assert [when(e, "DTSTART") for e in found] == [datetime.datetime(2026, 10, 21, 18),
                                                       datetime.datetime(2026, 10, 24, 20, 30)]
        assert [when(e, "DTEND") for e in found] == [datetime.datetime(2026, 10, 21, 20),
                                                     datetime.datetime(2026, 10, 24, 22, 30)]
        assert [e["STATUS"][1] for e in found] == ["CONFIRMED", "CANCELLED"]
        assert unescape(found[1]["DESCRIPTION"][1]).splitlines()[1] == "Duty roster: DP-KW43"


@case
def a_change_keeps_the_id_and_raises_the_sequence():
    with demo() as council:
        before = events_of_week(council, "2026-W48")[0]
        council.do("set", "patrol", "PT-025", "start_at=18:30", "end_at=00:30")
        after = events_of_week(council, "2026-W48")[0]
        assert before["UID"] == after["UID"]
        assert int(after["SEQUENCE"][1]) > int(before["SEQUENCE"][1])
        assert when(after, "DTEND") == datetime.datetime(2026, 11, 26, 0, 30)


@case
def an_end_before_the_start_is_refused():
    """Past midnight is allowed, for half a day at most: 20:00 to 18:00 is a slip."""
    with demo() as council:
        for end in ("18:00", "20:00", "08:01"):
            council.refuse(CONTENT, "set", "patrol", "PT-025", "start_at=20:00", "end_at=" + end, says="before start_at")
        council.do("set", "patrol", "PT-025", "start_at=20:00", "end_at=08:00")


@case
def text_is_escaped_and_folded_between_characters():
    with demo() as council:
        area = "Größe; Straße, \\Ecke " + "ü€" * 40
        council.do("set", "area", "AR-01", "name=" + area)
        council.do("set", "patrol", "PT-023", "duty_roster_ref=a;b,c\\n d")
        event = next(e for e in events_of_week(council, "2026-W47") if when(e, "DTSTART").day == 18)
        assert unescape(event["LOCATION"][1]) == area
        assert unescape(event["SUMMARY"][1]) == "Joint foot patrol: " + area
        assert unescape(event["DESCRIPTION"][1]).splitlines()[1] == "Duty roster: a;b,c\\n d"


@case
def a_week_that_is_none_is_refused():
    with demo() as council:
        for week in ("2025-W53", "2026-W00", "W48", "2026-48", "2026-W48 "):
            council.refuse(USAGE, "patrols", "--week", week, says="2026-W48")
        council.refuse(USAGE, "patrols", "--format", "xml", says="text, csv or ics")


@case
def a_cancelled_patrol_needs_its_reason():
    with demo() as council:
        council.refuse(CONTENT, "set", "patrol", "PT-025", "status=cancelled", says="why was the patrol cancelled")
        council.do("set", "patrol", "PT-025", "status=cancelled", "cancel_reason=Storm")
        assert events_of_week(council, "2026-W48")[0]["STATUS"][1] == "CANCELLED"


@case
def a_review_tells_the_evidence_of_each_clause():
    with demo() as council:
        text = council.do("review", "AG-03", "--year", "2025")
        assert text.splitlines()[0].endswith("· 2025 (1 Jan 2025 – 31 Dec 2025)"), text
        # All quarters of 2025: hours, and the active of the last of them.
        hours = 186 + 235 + 218 + 205 + 87 + 95 + 112 + 111 + 57 + 52 + 58 + 66
        assert f"3 programmes: {hours:,} hours, {17 + 12 + 11} active volunteers." in text, text
        assert "§ 2 Volunteering [Not reviewed]" in text and "Duty roster: not anchored" in text, text


@case
def a_review_of_no_year_or_agreement_is_refused():
    with demo() as council:
        council.refuse(CONTENT, "review", "AG-01", "--year", "2999", says="still to come")
        council.refuse(CONTENT, "review", "AG-99", says="AG-99")
        council.refuse(USAGE, "review", "AG-01", "--year", "soon", says=": --year")


if __name__ == "__main__":
    sys.exit(main())
