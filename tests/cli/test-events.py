#!/usr/bin/python3
"""mappe event and mappe closures: the demo council's events, and what a release, a lift and bad input change."""
import sys

from council import CONTENT, USAGE, demo
from tap import case, main


@case
def an_event_says_its_consents_plan_debrief_and_check_list():
    with demo() as council:
        out = council.do("event", "EV-07")
        assert "2 of 3 consents given. The concept is released although not all have consented." in out, out
        assert "Version 2, released on" in out and "Confidential" in out, out
        assert out.count("✓ ") == 2 and out.count("○ ") == 1, out
        assert "Closed: " in out and "Fußgängerzone" in out, out


@case
def a_debrief_is_told_against_its_deadline():
    with demo() as council:
        assert "after the deadline" in council.do("event", "EV-02")
        assert "in time" in council.do("event", "EV-03")
        assert "Overdue by" in council.do("event", "EV-06")


@case
def parallel_events_are_named_with_what_they_share():
    with demo() as council:
        council.do("add", "event", "title=Parade", "start_on=2026-12-22", "area=AR-04", "lead_organisation=U-02")
        council.do("add", "event", "title=Konzert", "start_on=2026-12-01", "area=AR-01", "lead_organisation=U-06")
        out = " ".join(council.do("event", "EV-07").split())
        assert "Parade (22 Dec 2026), both on 22 Dec 2026. Same area: Fußgängerzone. Same units: Ordnungsamt" in out, out
        assert "Konzert (1 Dec 2026), both on 1 Dec 2026. Neither area nor units are the same." in out, out


@case
def closed_roads_are_listed_with_the_lead_times():
    with demo() as council:
        out = council.do("closures")
        assert out.startswith("RC-05\tDomstraße\t") and out.count("\nRC-") == 0, out
        assert "short notice: median 25 min, from 12 min to 3 h (n = 3)" in out, out
        assert "median 3 h, from 12 min to 10 days (n = 5)" in out, out
        council.do("set", "road-closure", "RC-05", "status=lifted")
        assert council.do("closures").startswith("No road is closed.")


@case
def the_notice_speaks_both_languages():
    with demo() as council:
        german = council.do("closures", "--notice", "RC-05", "--lang", "de")
        english = council.do("closures", "--notice", "RC-05", "--lang", "en")
        assert german.startswith("Straßensperrung: Domstraße (Fußgängerzone)") and "Umleitung: Liefer" in german, german
        assert english.startswith("Road closure: Domstraße (Fußgängerzone)") and "Cause: Event" in english, english


@case
def what_is_wrong_is_named():
    with demo() as council:
        council.refuse(CONTENT, "event", "EV-99", says="EV-99")
        council.refuse(CONTENT, "closures", "--notice", "RC-99", says="RC-99")
        council.refuse(USAGE, "event", "EV-07", "--lang", "fr", says="fr")
        council.refuse(CONTENT, "add", "road-closure", "road=B 49", "cause=storm", "from_at=2026-11-23T10:00",
                       says="area")
        council.refuse(CONTENT, "add", "event", "title=X", "start_on=2026-11-23", says="lead")
        council.refuse(CONTENT, "set", "event", "EV-07", "end_on=2026-11-19", says="end_on")


if __name__ == "__main__":
    sys.exit(main())
