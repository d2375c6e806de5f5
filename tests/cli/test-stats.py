#!/usr/bin/python3
"""mappe stats: rows of inputs in, rows of results out."""
import csv
import io
import math
import os
import sys

from council import CONTENT, DONE, ENVIRONMENT, USAGE, Council, folder
from tap import SOURCE, case, main

VECTORS = SOURCE / "tests/vectors"
SHARED = ("..", "../..", "../../..")
NOT_OUTPUTS = ("abs_tol", "rel_tol", "published", "pub_agree", "computed_by", "source", "note")


def methods():
    return sorted(p.stem for p in VECTORS.glob("*.csv"))


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def table(path, *lines, name="table.csv"):
    (path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path / name


def stats(path, method, *lines, code=DONE, env=None):
    """Answer and messages of a table written for the occasion."""
    got, out, err = Council(path).run("stats", method, table(path, *lines), env=env)
    assert got == code, (got, out, err)
    return rows_of(out), err


def close(got, expected, tolerance):
    if got == expected:
        return True
    try:
        return math.isclose(float(got), float(expected), rel_tol=tolerance, abs_tol=tolerance)
    except ValueError:
        return False


def agrees(got, expected):
    one, other = got.split(";"), expected.split(";")
    return len(one) == len(other) and all(close(a, b, 1e-5) for a, b in zip(one, other))


def with_data(method, path):
    """The vectors of a method beside the series they name; without these, the rows that need none."""
    text = (VECTORS / ("%s.csv" % method)).read_text(encoding="utf-8").splitlines()
    for up in SHARED:
        data = SOURCE / up / "shared/vectors/data"
        if data.is_dir():
            (path / "data").symlink_to(data)
            return text
    return [line for line in text if ",data/" not in line]


@case
def every_method_is_listed():
    with folder() as path:
        code, out, err = Council(path).run("stats")
        assert (code, err) == (DONE, "")
        assert [line.split("\t")[0] for line in out.splitlines()] == methods()
        assert all(len(line.split("\t")[1]) > 5 for line in out.splitlines()), out
        help_text = Council(path).run("stats", "--help")[1]
        assert [m for m in methods() if m not in help_text] == []


@case
def vector_files_can_be_fed_as_they_are():
    found = []
    for method in methods():
        with folder() as path:
            lines = with_data(method, path)
            answer, err = stats(path, method, *lines)
            expected = rows_of("\n".join(lines))
            assert err == "" and len(answer) == len(expected) > 0
            for got, wanted in zip(answer, expected):
                found += ["%s %s: %s, expected %s" % (wanted["case_id"], key, got[key], wanted[key])
                          for key in got if not agrees(got[key], wanted[key])]
            heading = list(expected[0])
            inputs = len(heading) - len(NOT_OUTPUTS) - len(answer[0]) + 1
            assert list(answer[0]) == ["case_id"] + heading[inputs:-len(NOT_OUTPUTS)], method
    return found


@case
def the_heading_of_a_table_is_told():
    with folder() as path:
        mappe = Council(path)
        for method in methods():
            heading = (VECTORS / ("%s.csv" % method)).read_text(encoding="utf-8").split("\n")[0]
            code, out, err = mappe.run("stats", "--columns", method)
            assert (code, err) == (DONE, "") and heading.startswith(out.strip() + ","), (method, out)
        assert mappe.run("stats", "--columns", "wilson")[1] == "case_id,x,n,conf\n"


@case
def columns_may_stand_in_any_order():
    with folder() as path:
        answer, err = stats(path, "wilson", "note,conf,n,case_id,x", "hello,0.95,263,a,81")
        assert err == "" and list(answer[0]) == "case_id p w_lo w_hi wcc_lo wcc_hi cp_lo cp_hi status".split()
        assert answer[0]["case_id"] == "a" and close(answer[0]["w_lo"], "0.255288519878", 1e-11)


@case
def numbers_have_a_point_in_every_language():
    with folder() as path:
        for locale in ("C.UTF-8", "de_DE.UTF-8"):
            answer, _ = stats(path, "rate", "case_id,n0,pop0,n1,pop1,per", "a,48,12400,36,12900,1000",
                              env={"LC_ALL": locale, "LANGUAGE": ""})
            assert answer[0]["rate0"] == "3.87096774193548", answer
            assert answer[0]["pct_count"] == "-25"


@case
def messages_are_german_in_a_german_session():
    with folder() as path:
        _, err = stats(path, "wilson", "case_id,x,n,conf", "a,-3,10,0.95", code=CONTENT,
                       env={"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"})
        assert "Spalte „x“" in err and "negativ" in err, err


@case
def a_row_at_fault_is_told_and_the_others_are_answered():
    cases = {
        "-3,10,0.95": "“-3” must not be negative", "drei,10,0.95": "“drei” is not a number",
        "1.5,10,0.95": "must be a whole number", "11,10,0.95": "“11” is more than there are in all", "1,10,95": "between 0 and 1",
        "Inf,10,0.95": "must be finite", "nan,10,0.95": "must be finite", "\"1,5\",10,0.95": "“1,5” is not a number",
        "1.234.5,10,0.95": "is not a number", "1e200,1e201,0.95": "is too large",
    }
    with folder() as path:
        for row, message in cases.items():
            answer, err = stats(path, "wilson", "case_id,x,n,conf", "a,1,2,0.95", "b," + row, "c,2,4,0.9", code=CONTENT)
            assert "table.csv:3: column “" in err and message in err and err.count("\n") == 1, (row, err)
            assert answer[1]["status"] == "bad_input" and answer[1]["p"] == answer[1]["w_hi"] == "NA", answer
            assert answer[0]["p"] == answer[2]["p"] == "0.5"


@case
def what_is_missing_is_not_available_and_no_fault():
    with folder() as path:
        answer, err = stats(path, "rate", "case_id,n0,pop0,n1,pop1,per", "a,,12400,36,12900,1000",
                            "b,48,0,36,12900,1000", "c,48,NA,36,12900,1000")
        assert err == "" and answer[0]["diff_count"] == answer[0]["rate0"] == "NA" and answer[0]["status"] == "undefined"
        assert answer[1]["rate0"] == "NA" and answer[1]["pct_count"] == "-25"
        assert answer[2]["rate0"] == "NA" and answer[2]["rate1"] == "2.7906976744186"
        answer, err = stats(path, "gas", "case_id,weights,scores,rho", "a, 1 ; 1 , 1;NA , 0.3", "b,none,none,0.3")
        assert err == "" and [r["status"] for r in answer] == ["undefined", "no_goals"], answer


@case
def lists_name_the_value_at_fault():
    with folder() as path:
        _, err = stats(path, "gas", "case_id,weights,scores,rho", "a,1;1,1;3,0.3", code=CONTENT)
        assert "table.csv:2: column “scores”, value 2: “3” is too large" in err, err
        _, err = stats(path, "gas", "case_id,weights,scores,rho", "a,1;1,1;0.5,0.3", code=CONTENT)
        assert "value 2: “0.5” must be a whole number" in err, err
        _, err = stats(path, "gas", "case_id,weights,scores,rho", "a,1;1;1,1;0,0.3", code=CONTENT)
        assert "column “scores”: “1;0” has not as many values as belong here" in err, err
        _, err = stats(path, "dispersion", "case_id,series", "a,4;5;x;7", code=CONTENT)
        assert "value 3: “x” is not a number" in err, err
        _, err = stats(path, "disclosure", "case_id,table,threshold,zero_shown,secondary", "a,1;2/3,5,1,1", code=CONTENT)
        assert "column “table”" in err, err
        _, err = stats(path, "did", "case_id,kind,t0,vt0,t1,vt1,c0,vc0,c1,vc1,conf", "a,share,1,2,1,2,1,2,1,2,0.95",
                       code=CONTENT)
        assert "“share” is none of prop|mean" in err, err


@case
def series_come_from_tables():
    with folder() as path:
        table(path, "month,n,area", "1,5,A", "2,NA,A", "3,7,B", "4,,B", "5,9,A", name="data.csv")
        answer, err = stats(path, "dispersion", "case_id,series", "a,data.csv#n", "b,data.csv#n;rows=1-3",
                            "c,data.csv#n;area=A", "d,data.csv#n;rows=3-5;area=B", "e,%s/data.csv#n" % path)
        assert err == "" and [r["n"] for r in answer] == ["3", "2", "2", "1", "3"], answer
        assert [r["mean"] for r in answer] == ["7", "6", "7", "7", "7"]


@case
def series_that_cannot_be_read_are_told():
    with folder() as path:
        table(path, "month,n", "1,5", "2,five", name="data.csv")
        table(path, "n,n", "1,5", name="two.csv")
        os.mkfifo(path / "pipe.csv")
        for cell, message in {"data.csv#m": "data.csv: there is no column “m”", "none.csv#n": "none.csv",
                              "data.csv#n": "data.csv:3: column “n”: “five” is not a number",
                              "two.csv#n": "two.csv: there are two columns “n”",
                              "pipe.csv#n": "pipe.csv is not an ordinary file", ".#n": ". is not an ordinary file",
                              "../no/such/data.csv#n": "No such file",
                              "data.csv#n;rows=3-1": "is not like FILE.csv#COLUMN", "#n": "is not like"}.items():
            answer, err = stats(path, "dispersion", "case_id,series", "a," + cell, code=CONTENT)
            assert "table.csv:2: column “series”: " in err and message in err, (cell, err)
            assert answer[0]["status"] == "bad_input" and answer[0]["mean"] == "NA"


@case
def wrong_calls_have_their_exit_codes():
    with folder() as path:
        mappe = Council(path)
        good = table(path, "case_id,x,n,conf", "a,1,2,0.95")
        for words, code, message in (
                (("stats", "wilsen", good), USAGE, "there is no method “wilsen”"),
                (("stats", "wilson"), USAGE, "too few arguments"),
                (("stats", "wilson", good, good), USAGE, "too many arguments"),
                (("stats", "wilson", path / "none.csv"), ENVIRONMENT, "none.csv"),
                (("stats", "newcombe", good), CONTENT, "table.csv:1: there is no column “x1”"),
                (("stats", "wilson", table(path, "x,n,conf", "1,2,0.95", name="b.csv")), CONTENT, "no column “case_id”"),
                (("stats", "wilson", table(path, "case_id,x,n,x,conf", "a,1,2,9,0.95", name="e.csv")), CONTENT,
                 "e.csv:1: there are 2 columns “x”"),
                (("stats", "wilson", table(path, "", name="c.csv")), CONTENT, "c.csv:1: there is no column “case_id”")):
            got, out, err = mappe.run(*words)
            assert got == code and message in err and out == "", (words, got, out, err)
        got, out, err = mappe.run("stats", "wilson", table(path, "case_id,x,n,conf", "a,1,2,0.95", "b,1,2", name="d.csv"))
        assert got == CONTENT and "d.csv:3" in err and out.count("\n") == 2, (got, out, err)


@case
def many_rows_at_fault_do_not_flood_the_terminal():
    with folder() as path:
        answer, err = stats(path, "poisson_z", "case_id,before,after", *["%d,-1,2" % i for i in range(500)], code=CONTENT)
        assert len(answer) == 500 and err.count("\n") == 101, err.count("\n")


@case
def a_hundred_thousand_values_are_no_trouble():
    with folder() as path:
        count = 100000
        rising = ";".join(str(i // 3) for i in range(count))
        wave = ";".join(str(i % 12 + 1) for i in range(count))
        answer, _ = stats(path, "mann_kendall", "case_id,series", "a," + rising)
        assert answer[0]["n"] == "100000" and close(answer[0]["sen"], "0.33333333333", 1e-4), answer
        answer, _ = stats(path, "seasonal", "case_id,series,period,model", "a,%s,12,additive" % wave)
        assert answer[0]["figure"] == ";".join(str(i - 5.5).replace(".0", "") for i in range(12)), answer
        answer, _ = stats(path, "pettitt", "case_id,series", "a," + rising)
        assert answer[0]["t"] == "50001", answer


@case
def output_is_whole_or_the_exit_code_tells():
    if not os.path.exists("/dev/full"):
        return
    with folder() as path, open("/dev/full", "wb") as full:
        code, _, err = Council(path).run("stats", "wilson", table(path, "case_id,x,n,conf", "a,1,2,0.95"), stdout=full)
        assert code == ENVIRONMENT and err != "", (code, err)


if __name__ == "__main__":
    sys.exit(main())
