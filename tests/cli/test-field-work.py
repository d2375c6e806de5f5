#!/usr/bin/python3
"""mappe practice, place, citizens, volunteers, funding: the demo council's figures, counted by hand in data/sample."""
import json
import sys

from council import CONTENT, USAGE, demo
from tap import case, main


def read(council, *words):
    return json.loads(council.do(*words, "--format", "json"))


@case
def volunteers_of_a_year():
    with demo("en") as council:
        told = read(council, "volunteers", "--year", "2025")
        seniors = told["programmes"][1]
        assert seniors["title"] == "Safety advice for seniors", seniors
        figures = {key: seniors[key] for key in ("quarters", "hours", "active", "trained", "joined", "left")}
        assert figures == {"quarters": 4, "hours": 844, "active": 17, "trained": 17, "joined": 4, "left": 2}, figures
        assert seniors["own_share"] == [{"title": "Safety advice for seniors 2027", "application": "FA-04", "rate": 15,
                                         "amount": 12660}], seniors["own_share"]
        assert [p["reference"] for p in told["training"]] == ["VO-003", "VO-001", "VO-002"], told["training"]
        assert [p["reference"] for p in told["undertaking_missing"]] == ["VO-006"]
        assert [(p["reference"], p["years"], p["thanked"]) for p in told["thanks"]] == [
            ("VO-001", 10, True), ("VO-002", 6, True), ("VO-003", 1, False), ("VO-004", 2, True), ("VO-005", 2, False)]
        assert read(council, "volunteers")["year"] == 2026
        assert "12660.00 €" in council.do("volunteers", "--year", "2025")
        council.refuse(USAGE, "volunteers", "--year", "soon", says="soon")


@case
def funding_by_its_rules():
    with demo("en") as council:
        told = read(council, "funding")
        assert [p["reference"] for p in told["programmes"]] == ["FP-01", "FP-02", "FP-03", "FP-04"]
        assert told["programmes"][2]["deadline"].endswith("-09-30")
        one = read(council, "funding", "FA-04")
        assert {r["rule"]: r["verdict"] for r in one["rules"]} == {
            "open": "met", "quota": "met", "cap": "met", "years": "unknown", "own_share": "not_met", "covered": "not_met"}
        assert one["asked"] == 19000 and one["own"] == 340, one
        granted = read(council, "funding", "FA-01")
        assert (granted["paid"], granted["use_report_due"]) == (43200, "2027-03-31"), granted
        assert [p["supplied_on"] for p in granted["papers"]] == ["2025-11-12", "2025-11-12", None]
        assert "59.4 %" in council.do("funding", "FA-04")
        council.refuse(CONTENT, "funding", "FA-99", says="FA-99")
        council.refuse(USAGE, "funding", "--format", "csv", says="text or json")


@case
def contributions_of_citizens():
    with demo("en") as council:
        told = read(council, "citizens")
        assert (told["received"], told["answered"], told["realised"], told["median_days"]) == (16, 10, 2, 40.5), told
        assert "CI-003" in [w["reference"] for w in told["waiting"]]
        assert read(council, "citizens", "--year", "1999")["received"] == 0
        assert "Median days: 40.5" in council.do("citizens")


@case
def places_and_practice():
    with demo("en") as council:
        place = read(council, "place", "AR-01")
        assert [(a["title"], a["mean"]) for a in place["audits"]] == [("2022-03-29", 2.1), ("2024-11-12", 3.7)], place
        assert (place["recorded_deficit"], place["perceived_deficit"], place["contributions"]) == ("2", "4", 5), place
        practice = read(council, "practice", "BP-01")["practice"][0]
        transfer = practice["transfers"][0]
        assert practice["criteria_met"] == 4 and transfer["reference"] == "TR-01", practice
        assert [transfer[key] for key in ("fits", "adapt", "does_not_fit", "open")] == [1, 3, 1, 0], transfer
        assert "Station square" in council.do("practice")
        council.refuse(CONTENT, "place", "AR-99", says="AR-99")
        council.refuse(CONTENT, "practice", "BP-99", says="BP-99")


@case
def records_are_called_after_others():
    """No title says the number that a record has inside the file."""
    with demo("en") as council:
        shown = council.do("show", "best-practice-profile", "BP-01")
        assert "TR-01 Station square, Schlossgarten: light, presence and participation" in shown, shown
        shown = council.do("show", "area", "AR-02")
        assert "SA-03 2026-06-16, Station square" in shown, shown


@case
def an_event_for_programs():
    with demo("en") as council:
        told = read(council, "event", "EV-03")
        assert told["event"]["reference"] == "EV-03"
        assert {"consents", "plan", "closures", "findings", "checks", "parallel"} <= set(told)
        council.refuse(USAGE, "event", "EV-03", "--format", "csv", says="text or json")


if __name__ == "__main__":
    sys.exit(main())
