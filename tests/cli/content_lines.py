"""Reads iCalendar (RFC 5545) and vCard (RFC 6350), strictly."""
import datetime
import re
import zoneinfo

NAME = re.compile(r"[A-Z-]+\Z")
STAMP = re.compile(r"\d{8}T\d{6}Z\Z")


def unfold(text):
    """Content lines of a calendar, each looked at as RFC 5545 3.1 wants it."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", ""), "a line does not end with CR and LF"
    lines = []
    for line in text[:-2].split("\r\n"):
        assert line and len(line.encode()) <= 75, ("longer than 75 octets", line)
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line), ("control character", line)
        if line.startswith(" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def unescape(value):
    """A value of type TEXT (3.3.11): nothing but its four escapes, and no bare separator."""
    assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value), ("not escaped", value)
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def parse_all(text):
    """The trees of components: (name, {property: (parameters, value)}, [components])."""
    root = ("", {}, [])
    stack = [root]
    for line in unfold(text):
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        assert NAME.match(name) and _, line
        if name == "BEGIN":
            stack[-1][2].append((value, {}, []))
            stack.append(stack[-1][2][-1])
        elif name == "END":
            assert stack.pop()[0] == value, line
        else:
            assert name not in stack[-1][1], ("twice", line)
            stack[-1][1][name] = (dict(p.split("=", 1) for p in parameters), value)
    assert stack == [root] and not root[1], "not closed"
    return root[2]


def parse(text):
    """The tree of a calendar."""
    trees = parse_all(text)
    assert len(trees) == 1, "not one calendar"
    return trees[0]


def last_sunday(year, month):
    last = datetime.date(year, month, 31)
    return last - datetime.timedelta(days=(last.weekday() + 1) % 7)


def check_zone(zone):
    """The rules say what the zone of the computer says, over twenty years."""
    assert zone[1]["TZID"][1] == "Europe/Berlin"
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    found = {name: properties for name, properties, _ in zone[2]}
    assert set(found) == {"STANDARD", "DAYLIGHT"}
    for name, month, hour, before, after in (("DAYLIGHT", 3, 2, 1, 2), ("STANDARD", 10, 3, 2, 1)):
        one = found[name]
        assert one["RRULE"][1] == "FREQ=YEARLY;BYMONTH=%d;BYDAY=-1SU" % month
        assert (one["TZOFFSETFROM"][1], one["TZOFFSETTO"][1]) == ("+0%d00" % before, "+0%d00" % after)
        first = last_sunday(1996, month)
        assert one["DTSTART"][1] == first.strftime("%Y%m%d") + "T0%d0000" % hour
        for year in range(2020, 2040):
            day = last_sunday(year, month)
            noon = datetime.datetime(day.year, day.month, day.day, 12, tzinfo=berlin)
            eve = noon - datetime.timedelta(days=1)
            assert noon.utcoffset() == datetime.timedelta(hours=after)
            assert eve.utcoffset() == datetime.timedelta(hours=before)


def when(event, name):
    parameters, value = event[name]
    assert parameters == {"TZID": "Europe/Berlin"}, event[name]
    return datetime.datetime.strptime(value, "%Y%m%dT%H%M%S")
