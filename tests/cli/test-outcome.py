#!/usr/bin/python3
"""mappe evaluate and mappe chart: what may be said of an outcome, and its pictures."""
import csv
import io
import json
import math
import re
import stat
import sys

from council import CONTENT, USAGE, demo
from tap import case, main

TYPES = {"I31": "run control index change its forest displacement season cumulated funnel", "I02": "likert change run",
         "I35": "likert change", "MS-P10-4": "forest", "MS-P02-1": "goals"}


def evaluate(council, reference, language="en"):
    whole = json.loads(council.do("evaluate", reference, "--format", "json", "--lang", language))
    return [e for outcome in whole["outcomes"] for e in outcome["evaluations"]]


def values(council, indicator):
    return {r["period"]: (float(r["value"]) if r["value"] else None) for r in council.rows("indicator-value")
            if r["indicator"] == indicator}


@case
def the_figures_are_those_of_the_values():
    with demo() as council:
        found = evaluate(council, "I31")[0]
        series = {ref: values(council, ref) for ref in ("I31", "I32", "I33", "I34")}
        whole = [p for p in series["I31"] if all(s.get(p) is not None for s in series.values())]
        before, after = [p for p in whole if p < "2024-10"], [p for p in whole if p > "2024-11"]
        sums = {ref: (sum(s[p] for p in before), sum(s[p] for p in after)) for ref, s in series.items()}
        assert len(before) == len(after) == 23
        expected = sums["I31"][0] + sums["I33"][1] - sums["I33"][0]
        text = found["sentences"][0]["text"]
        numbers = [int(n) for n in re.findall(r"\d+", text)[:3]]
        assert numbers == [expected, sums["I31"][1], expected - sums["I31"][1]], text
        assert (found["claim"], found["level"], found["verdict"]) == ("C3", 3, "fewer")


@case
def the_limit_is_said_in_both_languages():
    limits = {"en": "other reasons cannot be ruled out", "de": "andere Gründe sind nicht ausgeschlossen"}
    with demo() as council:
        for language, words in limits.items():
            said = [s["text"] for s in evaluate(council, "I31", language)[0]["sentences"] if s["kind"] == "limit"]
            assert any(words in text for text in said), said
        text = council.do("evaluate", "MS-P11-1", "--lang", "de")
        assert "Wie wurde gerechnet?" in text and "Stufe 3" in text


def numbers_in(found):
    """All numbers below "numbers", with their names."""
    pairs = []

    def look(path, node):
        for name, below in (node.items() if isinstance(node, dict) else []):
            if isinstance(below, dict):
                look(path + [name], below)
            elif isinstance(below, (int, float)) and not isinstance(below, bool):
                pairs.append((".".join(path + [name]), below))
    look([], found["numbers"])
    return dict(pairs)


@case
def json_holds_all_that_is_said():
    with demo() as council:
        for language in ("en", "de"):
            found = evaluate(council, "I31", language)[0]
            numbers = numbers_in(found)
            assert numbers["areas.measure.before.periods"] == 23 and numbers["fewer.value"] == 143, numbers
            assert numbers["fewer.lo"] < numbers["fewer.value"] < numbers["fewer.hi"]
            assert numbers["res.lo"] < numbers["res.value"] < numbers["res.hi"] and numbers["phi"] > 1
            sums = values(council, "I31")
            assert numbers["areas.measure.before.sum"] == sum(
                v for p, v in sums.items() if v is not None and "2022-10" <= p < "2024-10" and p != "2023-08")
            assert found["excluded"] == [{"period": "2023-08", "reason": "left_out"},
                                         {"period": "2024-10", "reason": "roll_out"},
                                         {"period": "2024-11", "reason": "roll_out"}], found["excluded"]
            assert "transition" in found["cautions"] and "police" in found["cautions"], found["cautions"]
            assert {"finding", "limit", "caution"} <= {s["kind"] for s in found["sentences"]}
            assert {"phi", "res", "rate_ratio", "left_out"} <= {line["key"] for line in found["computed"]}


@case
def json_holds_several_areas_and_their_members():
    with demo() as council:
        found = [e for e in evaluate(council, "P10") if e["kind"] == "areas"]
        numbers = found[0]["numbers"]
        assert len(found) == 1 and numbers["pooled_areas"] == sum(m["pooled"] for m in numbers["members"]) == 5
        assert numbers["meta"]["lo"] < numbers["meta"]["value"] < numbers["meta"]["hi"]
        expected = sum(m["fewer"]["value"] for m in numbers["members"] if m["pooled"])
        assert math.isclose(numbers["fewer"]["value"], expected), (numbers["fewer"], expected)
        assert found[0]["excluded"] == []


@case
def json_holds_the_shares_of_both_areas():
    with demo() as council:
        numbers = [e["numbers"] for e in evaluate(council, "P11") if "did" in e["numbers"]][0]
        change = {area: numbers["share_%safter" % area]["value"] - numbers["share_%sbefore" % area]["value"]
                  for area in ("", "comparison_")}
        assert math.isclose(numbers["did"]["value"], change[""] - change["comparison_"])
        assert numbers["did"]["lo"] < numbers["did"]["value"] < numbers["did"]["hi"]


@case
def json_has_the_same_numbers_in_every_locale():
    with demo() as council:
        one = council.do("evaluate", "P11", "--format", "json", "--lang", "de")
        other = council.do("evaluate", "P11", "--format", "json", "--lang", "en")
        found = [[numbers_in(e) for o in json.loads(text)["outcomes"] for e in o["evaluations"]]
                 for text in (one, other)]
        assert found[0] == found[1] and any(found[0])
        assert not re.search(r"\b(nan|inf|NaN|Infinity)\b", re.sub(r'"[^"]*"', "", one))


@case
def json_holds_no_count_that_must_not_be_shown():
    with demo() as council:
        measure = council.rows("measure")[0]["reference"]
        council.do("add", "indicator", "reference=I90", "name=Small", "measure=" + measure, "scale=count",
                   "suppress_below_5=1", "area=AR-01")
        for period, value in (("2016-01", 3), ("2016-02", 0), ("2026-07", 9), ("2026-08", 8)):
            council.do("add", "indicator-value", "indicator=I90", "period=" + period, "value=%d" % value)
        text = council.do("evaluate", "I90", "--format", "json")
        found = json.loads(text)["outcomes"][0]["evaluations"][0]
        before = found["numbers"]["areas"]["measure"]["before"]
        assert before["sum"] is None and before["below"] == 5 and before["periods"] == 2, before
        assert set(found["numbers"]) == {"areas"} and "small" in found["cautions"], found
        assert 3 not in numbers_in(found).values()


@case
def lists_hide_what_charts_hide():
    """The small count, and a second one that the sum would give it away with."""
    with demo() as council:
        council.do("set", "indicator", "I31", "suppress_below_5=1")
        known = {r["period"]: r for r in council.rows("indicator-value") if r["indicator"] == "I31"}
        council.do("set", "indicator-value", known["2023-05"]["reference"], "value=3")
        listed = [r for r in council.rows("indicator-value") if r["indicator"] == "I31"]
        hidden = [r["period"] for r in listed if r["status"] == "suppressed"]
        assert "2023-05" in hidden and len(hidden) == 2, hidden
        assert all(r["value"] is None or r["value"] == "" for r in listed if r["period"] in hidden), hidden
        drawn = council.folder / "run.csv"
        council.do("chart", "I31", "--type", "run", "--lang", "en", "-o", str(drawn))
        assert drawn.read_text("utf-8-sig").count("not shown (small count)") == 2


def computed(evaluation, key):
    return [line["value"] for line in evaluation["computed"] if line["key"] == key]


def recomputed(council, method, columns, row):
    """What `mappe stats` makes of a row that the trace gives."""
    table = council.folder / (method + ".csv")
    table.write_text("case_id,%s\na,%s\n" % (columns, row))
    code, out, err = council.run("stats", method, str(table))
    assert (code, err) == (0, ""), err
    return {k: float(v) for k, v in next(csv.DictReader(io.StringIO(out))).items() if k != "case_id"}


def finding(council, reference, language):
    evaluation = evaluate(council, reference, language)[0]
    return evaluation, evaluation["sentences"][0]["text"]


@case
def a_survey_is_compared_with_that_of_another_area():
    words = {"en": "%s points better (95%% range %s to %s; n = 318/305 and 296/301)",
             "de": "%s Prozentpunkte günstiger (95-%%-Bereich %s bis %s; n = 318/305 und 296/301)"}
    limits = {"en": "This points to an improvement linked to the measure; other reasons cannot be ruled out.",
              "de": "Das spricht für eine Verbesserung im Zusammenhang mit der Maßnahme; andere Gründe sind nicht "
                    "ausgeschlossen."}
    with demo() as council:
        rounds = {(r["indicator"], r["wave"]): (int(r["favourable"]), int(r["answered"]))
                  for r in council.rows("survey-result")}
        share = {k: x / n for k, (x, n) in rounds.items()}
        did = share["I35", "after"] - share["I35", "before"] - share["I36", "after"] + share["I36", "before"]
        for language, sentence in words.items():
            found, text = finding(council, "I35", language)
            row = computed(found, "did_input")[0]
            again = recomputed(council, "did", "kind,t0,vt0,t1,vt1,c0,vc0,c1,vc1,conf", row)
            assert abs(again["did"] - did) < 1e-12
            numbers = tuple(("%.1f" % (again[k] * 100)).replace(".", "," if language == "de" else ".")
                            for k in ("did", "lo", "hi"))
            assert sentence % numbers in text, (text, numbers)
            assert (found["claim"], found["level"], found["verdict"]) == ("C3", 3, "more")
            assert limits[language] in [s["text"] for s in found["sentences"] if s["kind"] == "limit"]


@case
def several_areas_are_pooled():
    words = {"en": "In 5 areas with the measure incidents developed %d%% better on average than in 5 comparison areas "
                   "(95%% range %d to %d%%).",
             "de": "In 5 Gebieten mit Maßnahme entwickelten sich die Fälle im Mittel um %d %% günstiger als in 5 "
                   "Vergleichsgebieten (95-%%-Bereich %d bis %d %%)."}
    with demo() as council:
        sums = {}
        for ref in ("I%d" % i for i in range(37, 47)):
            series = values(council, ref)
            sums[ref] = [sum(v for p, v in series.items() if (p < "2023Q3") == before) for before in (True, False)]
        pairs = [(sums["I%d" % i], sums["I%d" % (i + 1)]) for i in range(37, 47, 2)]
        effects = [math.log(here[0] * there[1] / (here[1] * there[0])) for here, there in pairs]
        for language, sentence in words.items():
            found, text = finding(council, "MS-P10-4", language)
            row = computed(found, "meta_input")[0]
            assert all(abs(float(y) - e) < 1e-9 for y, e in zip(row.split(",")[0].split(";"), effects, strict=True))
            again = recomputed(council, "meta", "y,v", row)
            assert text == sentence % tuple(round((1 - math.exp(-again[k])) * 100) for k in ("re", "re_lo", "re_hi"))
            assert (found["claim"], found["level"], found["kind"]) == ("C5", 5, "areas")
        assert [e["level"] for e in evaluate(council, "MS-P10-4")] == [5, 3, 3, 3, 3, 3]
        assert len(computed(found, "area")) == 5


@case
def without_the_lot_no_percent_is_said():
    with demo() as council:
        council.do("set", "measure", "MS-P10-4", "random_allocation=0")
        found, text = finding(council, "MS-P10-4", "en")
        assert (found["claim"], found["level"]) == ("C3", 3)
        assert "%" not in text.replace("95% range", ""), text
        assert text.startswith("Going by the comparison areas, "), text


@case
def a_project_pools_its_measures():
    with demo() as council:
        council.do("set", "measure", "MS-P10-3", "start_on=2023-07-01")
        council.do("set", "indicator", "I39", "measure=MS-P10-3")
        whole = json.loads(council.do("evaluate", "P10", "--format", "json", "--lang", "en"))
        first = whole["outcomes"][0]
        assert first["measure"] is None and first["title"] == "Legale Wände"
        # One of both measures was not drawn by lot, so that no percent may be said of both.
        assert [(e["kind"], e["level"]) for e in first["evaluations"]] == [("areas", 3)]
        assert len(computed(first["evaluations"][0], "area")) == 5
        four = evaluate(council, "MS-P10-4")[0]
        assert (four["level"], len(computed(four, "area"))) == (5, 4)
        assert any("Fewer than five areas" in s["text"] for s in four["sentences"] if s["kind"] == "caution")
        out = council.folder / "project.csv"
        council.do("chart", "P10", "--type", "forest", "--lang", "en", "-o", str(out))
        assert "Pooled" in out.read_text(encoding="utf-8-sig")


@case
def a_project_tells_all_its_measures():
    with demo() as council:
        whole = json.loads(council.do("evaluate", "P11", "--format", "json"))
        assert [o["measure"] for o in whole["outcomes"]] == ["MS-P11-1", "MS-P11-2", "MS-P11-3"]


@case
def every_type_is_drawn_in_every_form():
    with demo() as council:
        for reference, types in TYPES.items():
            for kind in types.split():
                for form, magic in (("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG"), ("csv", b"")):
                    out = council.folder / ("%s-%s.%s" % (reference, kind, form))
                    council.do("chart", reference, "--type", kind, "--size", "320x240", "-o", str(out))
                    assert out.read_bytes().startswith(magic) and out.stat().st_size > 20, out
                    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@case
def the_table_of_a_chart_holds_the_values():
    with demo() as council:
        out = council.folder / "run.csv"
        council.do("chart", "I31", "--type", "run", "--lang", "en", "-o", str(out))
        rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
        cells = {cell for row in rows for cell in row}
        assert all("%d" % v in cells for v in values(council, "I31").values() if v is not None)


@case
def areas_have_charts_of_their_own():
    with demo() as council:
        for reference, kind in (("AR-01", "pairing"), ("all", "map")):
            out = council.folder / (kind + ".svg")
            council.do("chart", reference, "--type", kind, "-o", str(out))
            assert out.stat().st_size > 1000


@case
def what_cannot_be_drawn_is_told():
    with demo() as council:
        refused = [(CONTENT, ("chart", "MS-P02-1", "--type", "likert")), (CONTENT, ("chart", "I99")),
                   (CONTENT, ("evaluate", "XX")), (USAGE, ("chart", "I31", "--type", "pie")),
                   (USAGE, ("chart", "I31", "--size", "20x20")), (USAGE, ("chart", "I31", "--size", "1e9x5")),
                   (USAGE, ("chart", "I31", "--theme", "pink")), (USAGE, ("chart", "I31", "--lang", "fr")),
                   (USAGE, ("evaluate", "I31", "--format", "csv"))]
        for wanted, words in refused:
            out = council.folder / "no.svg"
            more = ("-o", str(out)) if words[0] == "chart" else ()
            council.refuse(wanted, *words, *more)
            assert not out.exists()


if __name__ == "__main__":
    sys.exit(main())
