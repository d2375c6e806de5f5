#!/usr/bin/python3
"""mappe export FILE calendar, contacts: files for other programs, for whom they are, and what bad texts do to them."""
import datetime
import re
import sys

from content_lines import STAMP, check_zone, parse, parse_all, unescape, when
from council import USAGE, demo
from tap import Skip, case, main

PROFILES = ("public", "members", "full")
BAD = "Größe; „Straße“, \\Ecke \"=cmd()\" مرحبا abc " + "ü€" * 60


def out_of(council, what, profile="public", *options):
    """Output with its line ends as they are."""
    path = council.folder / "out"
    council.do("export", what, "--profile", profile, "-o", path, *options)
    assert path.stat().st_mode & 0o777 == 0o600, oct(path.stat().st_mode)
    assert council.leftovers() == ["out"], council.leftovers()
    text = path.read_bytes().decode()
    path.unlink()
    return text


# --- calendar

def events_of(council, profile):
    """Appointments by their id, each looked at."""
    name, properties, parts = parse(out_of(council, "calendar", profile))
    assert (name, properties["VERSION"][1], properties["METHOD"][1]) == ("VCALENDAR", "2.0", "PUBLISH")
    assert parts[0][0] == "VTIMEZONE" and {p[0] for p in parts[1:]} <= {"VEVENT"}
    check_zone(parts[0])
    found = {}
    for _, event, below in parts[1:]:
        assert not below and STAMP.match(event["DTSTAMP"][1]) and int(event["SEQUENCE"][1]) >= 0
        assert event["STATUS"][1] in ("CONFIRMED", "CANCELLED")
        assert event["CLASS"][1] in ("PUBLIC", "PRIVATE", "CONFIDENTIAL")
        check_times(event)
        assert event["UID"][1] not in found, ("twice", event)
        found[event["UID"][1].split("@")[0]] = event
    return found


def check_times(event):
    if event["DTSTART"][0] == {"VALUE": "DATE"}:
        first, behind = (datetime.datetime.strptime(event[n][1], "%Y%m%d") for n in ("DTSTART", "DTEND"))
        assert first < behind and event["TRANSP"][1] == "TRANSPARENT", event
    elif "DTEND" in event:
        assert when(event, "DTSTART") < when(event, "DTEND")


def kinds_of(events):
    return {re.match(r"[a-z-]*?(?=-\d)", uid)[0] for uid in events}


@case
def the_public_calendar_tells_public_meetings_only():
    with demo() as council:
        council.do("set", "meeting", "MTG06", "note=Zebrastreifenwort")
        found = events_of(council, "public")
        assert {e["CLASS"][1] for e in found.values()} == {"PUBLIC"} and kinds_of(found) == {"meeting"}
        titles = {unescape(e["SUMMARY"][1]) for e in found.values()}
        assert "Fortsetzungssitzung (zweite Einladung)" in titles and "Sitzung der Lenkungsgruppe" not in titles
        assert "Zebrastreifenwort" not in out_of(council, "calendar", "full")


@case
def members_get_deadlines_and_the_office_patrols():
    with demo() as council:
        public, members, full = (events_of(council, p) for p in PROFILES)
        assert set(public) < set(members) < set(full)
        assert {"meeting", "task", "decision", "event"} <= kinds_of(members) and "patrol" not in kinds_of(members)
        assert "volunteer" not in kinds_of(members) and "patrol" in kinds_of(full)
        assert all(e["CLASS"][1] == "CONFIDENTIAL" for u, e in full.items() if u.startswith("patrol-"))
        days = {uid: e for uid, e in members.items() if e["DTSTART"][0] == {"VALUE": "DATE"}}
        call = next(e for uid, e in days.items() if uid.startswith("meeting-6-call"))
        assert unescape(call["SUMMARY"][1]) == "Call for items closes: Fortsetzungssitzung (zweite Einladung)"
        assert call["CLASS"][1] == "PRIVATE"


@case
def patrols_have_the_id_they_have_in_the_file_of_their_week():
    with demo() as council:
        path = council.folder / "week.ics"
        path.write_text(council.do("patrols", "--week", "2026-W48", "--format", "ics"), newline="")
        week = {p[1]["UID"][1].split("@")[0]: p[1] for p in parse(path.read_bytes().decode())[2][1:]}
        path.unlink()
        full = events_of(council, "full")
        for uid, event in week.items():
            assert {k: v for k, v in event.items() if k != "DTSTAMP"} == \
                   {k: v for k, v in full[uid].items() if k != "DTSTAMP"}, uid


@case
def a_change_keeps_the_id_and_raises_the_sequence():
    with demo() as council:
        before = events_of(council, "public")
        council.do("set", "meeting", "MTG06", "place=Kino")
        after = events_of(council, "public")
        uid = next(u for u in after if after[u].get("LOCATION", ("", ""))[1] == "Kino")
        assert int(after[uid]["SEQUENCE"][1]) > int(before[uid]["SEQUENCE"][1])
        assert {u: e["SEQUENCE"] for u, e in before.items() if u != uid} == \
               {u: e["SEQUENCE"] for u, e in after.items() if u != uid}
        council.do("set", "body", "B01", "papers_days=20")
        papers = uid + "-papers"
        moved = events_of(council, "members")[papers]
        assert int(moved["SEQUENCE"][1]) > int(after[uid]["SEQUENCE"][1]), moved


@case
def what_is_off_is_called_off():
    with demo() as council:
        before = events_of(council, "members")
        council.do("set", "meeting", "MTG06", "state=cancelled", "cancel_reason=Hochwasser")
        off = events_of(council, "members")
        assert off["meeting-6"]["STATUS"][1] == "CANCELLED"
        for topic in ("call", "papers", "invitation"):
            uid = "meeting-6-" + topic
            assert (before[uid]["STATUS"][1], off[uid]["STATUS"][1]) == ("CONFIRMED", "CANCELLED"), uid
            assert int(off[uid]["SEQUENCE"][1]) > int(before[uid]["SEQUENCE"][1])
        public = events_of(council, "public")["meeting-6"]
        assert public["STATUS"][1] == "CANCELLED" and "Hochwasser" not in str(public)
        task = council.references("task", "--where", "status=open")[0]
        here = {u for u in off if u.startswith("task-")}
        council.do("delete", "task", task)
        gone = events_of(council, "members")
        assert {u for u in gone if u.startswith("task-")} == here
        assert len([u for u in here if gone[u]["STATUS"][1] == "CANCELLED"]) == 1


@case
def times_of_another_zone_are_instants():
    with demo() as council:
        council.do("set", "meeting", "MTG06", "zone=Europe/London")
        event = next(e for e in parse(out_of(council, "calendar"))[2][1:] if e[1]["UID"][1].startswith("meeting-6@"))
        assert event[1]["DTSTART"] == ({}, "20261208T160000Z"), event


@case
def bad_texts_leave_a_calendar_valid():
    with demo() as council:
        council.do("set", "meeting", "MTG06", "title=" + BAD, "place=;,\\;")
        found = events_of(council, "public")["meeting-6"]
        assert unescape(found["SUMMARY"][1]) == BAD and unescape(found["LOCATION"][1]) == ";,\\;"


@case
def another_program_reads_the_calendar():
    try:
        import icalendar
    except ImportError:
        raise Skip("python3-icalendar is not installed") from None
    with demo() as council:
        council.do("set", "meeting", "MTG06", "title=" + BAD)
        for profile in PROFILES:
            text = out_of(council, "calendar", profile)
            calendar = icalendar.Calendar.from_ical(text)
            events = list(calendar.walk("VEVENT"))
            assert len(events) == text.count("BEGIN:VEVENT") and not calendar.errors
            assert all(not e.errors and e.decoded("DTSTART") and e.decoded("DTSTAMP") for e in events)
            title = next(str(e["SUMMARY"]) for e in events if e["UID"].startswith("meeting-6@"))
            assert title == BAD, title


# --- contacts

def cards_of(council, profile, *options):
    """Cards by their name, each looked at."""
    found = {}
    for name, card, below in parse_all(out_of(council, "contacts", profile, *options)):
        assert name == "VCARD" and not below and card["VERSION"][1] == "4.0"
        assert list(card)[0] == "VERSION", "the version comes first"
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", card["UID"][1]), card
        assert STAMP.match(card["REV"][1]) and card["KIND"][1] in ("org", "individual")
        assert (card["KIND"][1] == "individual") == ("N" in card), card
        found[unescape(card["FN"][1])] = card
    return found


@case
def the_public_gets_the_contact_points_of_organisations():
    with demo() as council:
        public, members, full = (cards_of(council, p) for p in PROFILES)
        assert set(public) < set(members) <= set(full)
        assert {c["KIND"][1] for c in public.values()} == {"org"}
        partner = public["Jugendring Musterhausen e. V."]
        assert partner["ORG"][1] == "Jugendring Musterhausen e. V.;Geschäftsstelle"
        assert partner["EMAIL"] == ({"TYPE": "work"}, "kontakt@p01.example")
        assert unescape(partner["ADR"][1].split(";")[2]) == "Musterstraße 14, 00000 Musterhausen"


@case
def members_get_official_addresses():
    with demo() as council:
        council.do("set", "person", "M02", "organisation=", "note=Zebrastreifenwort")
        council.do("set", "person", "M01", "note=Zebrastreifenwort")
        cards = cards_of(council, "members", "--lang", "de")
        chair = cards["Dr. Amalia Ahornstein"]
        assert chair["N"][1] == "Ahornstein;Amalia;;Dr.;" and chair["ROLE"][1] == "Vorsitz"
        assert chair["EMAIL"][1] == "amalia.ahornstein@musterhausen.example" and "NOTE" not in chair
        assert "EMAIL" not in cards["Balduin Birnenkamp"] and "TEL" not in cards["Balduin Birnenkamp"]
        full = cards_of(council, "full")["Balduin Birnenkamp"]
        assert full["EMAIL"][1].startswith("balduin") and full["NOTE"][1] == "Zebrastreifenwort"


@case
def a_card_keeps_its_id_and_gets_a_newer_date():
    with demo() as council:
        before = cards_of(council, "members")["Dr. Amalia Ahornstein"]
        council.do("set", "person", "M01", "last_name=Ulme")
        after = cards_of(council, "members")["Dr. Amalia Ulme"]
        assert after["UID"] == before["UID"] and after["REV"][1] >= before["REV"][1]


@case
def bad_texts_leave_cards_valid_for_another_program():
    with demo() as council:
        council.do("set", "person", "M01", "last_name=" + BAD, "role=a;b,c\\n")
        card = cards_of(council, "members")["Dr. Amalia " + BAD]
        assert unescape(card["TITLE"][1]) == "a;b,c\\n"
        try:
            import vobject
        except ImportError:
            raise Skip("python3-vobject is not installed") from None
        for profile in PROFILES:
            text = out_of(council, "contacts", profile)
            cards = list(vobject.readComponents(text))
            assert len(cards) == text.count("BEGIN:VCARD")
            assert all(c.version.value == "4.0" and c.fn.value for c in cards)


@case
def usage_is_told():
    with demo() as council:
        council.refuse(USAGE, "export", "calendar", "--format", "vcf", says="ics")
        council.refuse(USAGE, "export", "contacts", "--profile", "archive", says="public, members or full")
        council.refuse(USAGE, "export", "calendar", "--profile", "x", says="public, members or full")


if __name__ == "__main__":
    sys.exit(main())
