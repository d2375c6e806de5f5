#!/usr/bin/python3
"""mappe project: the steps, the gate of the goals, factors and gaps; what is refused says why."""
import json
import sys

from council import CONTENT, USAGE, demo
from tap import case, main


def told(council, reference, *more):
    return json.loads(council.do("project", reference, "--format", "json", *more))


@case
def a_project_tells_its_steps_and_questions():
    with demo() as council:
        project = told(council, "P01", "--lang", "en")
        assert [step["state"] for step in project["steps"]] == ["finished"] * 5 + ["now", "to_come"], project["steps"]
        assert [step["met"] for step in project["steps"]] == [2, 2, 1, 2, 2, 1, 0], project["steps"]
        assert project["steps"][2]["questions"][1] == {
            "code": "3b", "question": "Are direct and indirect target groups named?", "answer": "partly"}
        assert project["has_goal"] is True and project["measures"] == ["MS-P01-1", "MS-P01-2", "MS-P01-3"]
        out = council.do("project", "P01", "--lang", "de")
        assert "6. Überprüfung von Umsetzung und Zielerreichung (jetzt)" in out, out
        assert "✓ 3 Indikatoren haben Ausgangswert und Zielwert." in out, out


@case
def a_short_problem_has_four_steps():
    with demo() as council:
        assert [step["code"] for step in told(council, "P04")["steps"]] == ["scanning", "analysis", "response",
                                                                            "assessment"]


@case
def factors_and_the_level_of_the_programme():
    with demo() as council:
        project = told(council, "P05")
        assert [(f["code"], f["worked_on"]) for f in project["factors"] if f["priority"]] == [
            ("low_school_bonding", True), ("drug_availability", False)], project["factors"]
        assert project["decisions"] and project["tasks"], project
        school = told(council, "P06", "--lang", "en")
        assert (school["programme"], school["programme_evidence"]) == ("PP-01", "proven")
        assert "This is the level of the programme, not of your result." in " ".join(
            council.do("project", "P06", "--lang", "en").split())


@case
def gaps_of_all_projects():
    with demo() as council:
        gaps = json.loads(council.do("project", "--format", "json"))
        assert gaps["without_programme"] == 1, gaps
        assert [(p["programme"], p["projects"], p["priorities"]) for p in gaps["programmes"]] == [
            ("PP-01", 1, 1), ("PP-02", 0, 0)], gaps
        assert council.do("project", "--lang", "en").splitlines()[1].startswith("P05\tVerfügbarkeit von Drogen\t▲ No ")


@case
def the_command_line_does_not_go_round_the_gate():
    with demo() as council:
        council.refuse(CONTENT, "add", "project", "title=Neu", "status=running", says="baseline and a target")
        council.do("add", "project", "reference=P99", "title=Neu", "status=planned", "beccaria_step=3")
        council.refuse(CONTENT, "set", "project", "P99", "status=running", says="No start without a goal")
        council.refuse(CONTENT, "set", "project", "P99", "beccaria_step=4", says="Not past the goals")
        assert told(council, "P99")["has_goal"] is False
        council.do("add", "indicator", "reference=I99", "name=Licht", "project=P99", "baseline=4", "target=10")
        assert told(council, "P99")["has_goal"] is True
        council.do("set", "project", "P99", "status=running", "beccaria_step=4")
        council.refuse(CONTENT, "set", "indicator", "I99", "target=", says="last goal of a running project")
        council.refuse(CONTENT, "delete", "indicator", "I99", says="last goal of a running project")
        council.do("undo", "--steps", "1")
        assert told(council, "P99")["status"] == "planned"
        council.do("delete", "indicator", "I99")


@case
def the_chart_of_factors():
    with demo() as council:
        path = council.folder / "factors.csv"
        council.do("chart", "P05", "--type", "factors", "--lang", "en", "-o", path)
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert lines[0] == "Name,Own value\u00a0%,Comparison value\u00a0%" and len(lines) == 7, lines
        assert lines[1] == '"Verfügbarkeit von Drogen (risk factor, priority)",39,29', lines
        council.refuse(CONTENT, "chart", "P06", "--type", "factors", "-o", path, says="P06")


@case
def what_is_wrong_is_named():
    with demo() as council:
        council.refuse(CONTENT, "project", "P77", says="P77")
        council.refuse(USAGE, "project", "P01", "--format", "csv", says="csv")
        council.refuse(USAGE, "project", "P01", "--lang", "fr", says="fr")


if __name__ == "__main__":
    sys.exit(main())
