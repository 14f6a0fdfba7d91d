"""Reckons the figures of nights a second time, from the exported tables alone, and compares.

Usage: reckon.py ENTRIES_CSV NIGHTS_JSON TRENDS_JSON REPORT_TEXT CARE_FOLDER ZONE

Nothing here is taken from the program: the formulas are written out once more, the zone's rules come from the system, and
medians from Python's own library. Prints every disagreement, then how many values of each figure were compared; ends
with 1 if anything disagreed.
"""

import csv
import json
import re
import statistics
import sys
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

entries_file, nights_file, trends_file, report_file, care_folder, zone_name = sys.argv[1:7]
zone = ZoneInfo(zone_name)
wrong = []
compared = defaultdict(int)


def compare(where, figure, ours, theirs):
    if ours is not None and theirs is not None and ours != theirs or (ours is None) != (theirs is None):
        wrong.append(f"{where}: {figure} is {theirs}, reckoned {ours}")
    if ours is not None:
        compared[figure] += 1


def moment(text):
    return datetime.fromisoformat(text)


def shown(moment):
    """The moment as a clock shows it, without its seconds."""
    return moment.replace(second=0, microsecond=0)


def minutes_between(earlier, later):
    return (shown(later) - shown(earlier)) // timedelta(minutes=1)


def number(text):
    return int(text) if text else None


def percent(part, whole):
    if part is None or not whole or whole <= 0:
        return None
    return float((Decimal(100) * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


def is_none(row):
    """Asked and none: told, and never counted as having had it."""
    return row["kind"] in symptom_ids and row["value"] == "0"


def times(rows):
    """How often it was: a row counts once, or as often as it says."""
    return sum(number(row["times"]) or 1 for row in rows)


def noon(day):
    """The moment a night begins where the person lives."""
    return datetime.combine(day, time(12), zone)


with open(entries_file, newline="", encoding="utf-8-sig") as file:
    rows = [row for row in csv.DictReader(file) if row["night"]]
by_night = defaultdict(list)
for row in rows:
    by_night[date.fromisoformat(row["night"])].append(row)

with open(nights_file, encoding="utf-8") as file:
    nights = {date.fromisoformat(night["night"]): night for night in json.load(file)}

checklists = json.loads((Path(care_folder) / "checklists.json").read_text(encoding="utf-8"))
bedtime_groups = {group["id"] for group in checklists["groups"] if group.get("list") == "bedtime"}
bedtime = {item["id"] for item in checklists["items"] if item["group"] in bedtime_groups}


def diary(night, figures):
    pages = [row for row in by_night[night] if row["kind"] == "diary"]
    assert len(pages) <= 1, "a made-up night has one diary"
    page = pages[0] if pages else defaultdict(str)
    into, tried, woke, out = (page[name] and moment(page[name]) for name in ("intoBed", "tried", "finalWake", "outOfBed"))
    sol, waso, after = number(page["sol"]), number(page["waso"]), number(page["tryAfter"])
    tib = minutes_between(into, out) if into and out else None
    tst = None
    if tried and woke and sol is not None and waso is not None:
        tst = minutes_between(tried, woke) - sol - waso
    compare(night, "tib", tib, figures["tib"])
    compare(night, "sol", sol, figures["sol"])
    compare(night, "waso", waso, figures["waso"])
    compare(night, "naw", number(page["wakings"]), figures["naw"])
    compare(night, "tst", tst, figures["tst"])
    compare(night, "se", percent(tst, tib), figures["se"])
    trying = None if tst is None else (sol or 0) + tst + (waso or 0) + (after or 0)
    compare(night, "seDiary", percent(tst, trying), figures["seDiary"])


def worn():
    """When the mask was on, when for so long that nobody confirmed it, and in which nights it was not noted as off."""
    marks = sorted(
        (moment(row["at"]), row["kind"], date.fromisoformat(row["night"]), row["asIs"])
        for row in rows
        if row["kind"] in ("mask-on", "mask-off")
    )
    closed, doubtful, left_open = [], [], set()
    for (at, kind, night, _), following in zip(marks, marks[1:] + [None]):
        if kind != "mask-on":
            continue
        if following and following[1] == "mask-off" and following[2] - night <= timedelta(days=62):
            is_sure = following[0] - at <= timedelta(days=1) or following[3] == "yes"
            (closed if is_sure else doubtful).append((at, following[0], {night, following[2]}))
        else:
            left_open.add(night)
    return closed, doubtful, left_open


closed, doubtful, left_open = worn()


def minutes_worn(night, spans):
    """Minutes of some spans inside a night; None if none touches it."""
    begin, end = noon(night), noon(night + timedelta(days=1))
    seconds, touched = 0, False
    for on, off, written_for in spans:
        # Differences of moments, not of clocks: both sides go through UTC.
        inside = (min(shown(off), end).timestamp()) - (max(shown(on), begin).timestamp())
        seconds += max(0, inside)
        touched = touched or inside > 0 or night in written_for
    return int(Decimal(seconds / 60).quantize(Decimal(1), ROUND_HALF_UP)) if touched else None


def mask(night, figures):
    minutes = minutes_worn(night, closed)
    known = bool(by_night[night]) or minutes is not None
    compare(night, "maskOpen", night in left_open if known else None, figures["maskOpen"])
    touching = [span for span in doubtful if minutes_worn(night, [span]) is not None]
    longest = max((minutes_between(on, off) for on, off, _ in touching), default=None)
    compare(night, "maskUnconfirmed", longest, figures["maskUnconfirmed"])
    # What nobody confirmed leaves the night blank.
    compare(night, "mask", None if touching else minutes, figures["mask"])


symptoms = json.loads((Path(care_folder) / "symptoms.json").read_text(encoding="utf-8"))["symptoms"]
symptom_ids = {symptom["id"] for symptom in symptoms}
others = {"diary", "carer", "note", "check", "environment", "handover", "plan"}


with open(entries_file, newline="", encoding="utf-8-sig") as file:
    plan_rows = [row for row in csv.DictReader(file) if not row["night"] and row["kind"] == "plan"]
equipment_came = {
    row["item"].removeprefix("equipment."): moment(row["at"]).date()
    for row in plan_rows
    if row["item"].startswith("equipment.") and row["to"]
}
first_night = {}
for night in sorted(by_night):
    for row in by_night[night]:
        first_night.setdefault(row["kind"], night)


def in_use(equipment, night):
    return equipment in equipment_came and equipment_came[equipment] <= night


def events(night, figures):
    happened = [row for row in by_night[night] if row["kind"] not in others]

    def count(kind):
        """None before the first night with one, and without the equipment: not recorded is not zero."""
        written = sum(row["kind"] == kind for row in happened)
        is_known = first_night.get(kind, date.max) <= night and (kind != "suction" or in_use("suction", night))
        return written if written else 0 if happened and is_known else None

    compare(night, "entries", len(by_night[night]), figures["entries"])
    compare(night, "turns", count("turn"), figures["turns"])
    compare(night, "suctions", count("suction"), figures["suctions"])
    compare(night, "wakings", count("woke"), figures["wakings"])
    turned = sorted(moment(row["at"]) for row in happened if row["kind"] == "turn")
    gaps = [minutes_between(earlier, later) for earlier, later in zip(turned, turned[1:])]
    compare(night, "longestTurnGap", max(gaps, default=None), figures["longestTurnGap"])
    noted = defaultdict(list)
    for row in happened:
        if row["kind"] in symptom_ids and not is_none(row):
            noted[row["kind"]].append(row)
    grades = {name: [number(row["value"]) for row in rows if row["value"]] for name, rows in noted.items()}
    ours = [
        {"id": name, "count": times(rows), "max": max(grades[name], default=None)}
        for name, rows in sorted(noted.items())
    ]
    compare(night, "symptoms", ours if happened else None, figures["symptoms"])


def answers(night, figures):
    latest = {}
    for row in sorted(by_night[night], key=lambda row: moment(row["at"])):
        if row["kind"] == "check" and row["item"] in bedtime:
            latest[row["item"]] = row["state"]
    theirs = figures["checklist"] or {}
    for name, state in (("done", "done"), ("notNeeded", "not-needed"), ("couldNot", "could-not")):
        ours = sum(answer == state for answer in latest.values()) if latest else None
        compare(night, f"checklist {name}", ours, theirs.get(name))


def carer(night, figures):
    pages = [row for row in by_night[night] if row["kind"] == "carer"]
    theirs = figures["carer"] or {}
    for name, column in (("slept", "slept"), ("up", "up"), ("longestStretch", "stretch"), ("wornOut", "wornOut")):
        compare(night, f"carer {name}", number(pages[0][column]) if pages else None, theirs.get(name))


for night, figures in nights.items():
    diary(night, figures)
    mask(night, figures)
    events(night, figures)
    answers(night, figures)
    carer(night, figures)

# Medians over the nights in which a figure was recorded, and their ranges.
measures = {
    "slept": lambda night: night["tst"],
    "mask": lambda night: None if night["maskOpen"] else night["mask"],
    "wakings": lambda night: night["wakings"],
    "turns": lambda night: night["turns"],
    "turn-gap": lambda night: night["longestTurnGap"],
    "suctions": lambda night: night["suctions"],
    "carer-slept": lambda night: (night["carer"] or {}).get("slept"),
    "carer-worn-out": lambda night: (night["carer"] or {}).get("wornOut"),
}
with open(trends_file, encoding="utf-8") as file:
    trends = json.load(file)
for name, measure in measures.items():
    values = [value for value in map(measure, nights.values()) if value is not None]
    ours = [len(values), statistics.median(values) * 2, min(values), max(values)]
    compare("trends", f"median {name}", ours, trends.get(name))

# The rules for signs, as rules.json words them, over the same tables: night after night from the first on.
rules_file = Path(care_folder) / "rules.json"
rules = json.loads(rules_file.read_text(encoding="utf-8"))["rules"] if rules_file.exists() else []
# The caregiver's page counts only where the family said so, and here nobody did.
rules = [rule for rule in rules if rule["measure"] != "worn-out"]
marked = sorted(date.fromisoformat(row["item"][5:15]) for row in plan_rows if row["item"].startswith("mark."))


def page_of(night):
    return next((row for row in by_night[night] if row["kind"] == "diary"), None)


diary_columns = """
    intoBed tried sol wakings waso finalWake tryAfter outOfBed quality rested headache naps upBetween elsewhere place note
""".split()


def looked_at(night):
    """Whether the diary was filled or a symptom written, asked and none included."""
    page = page_of(night)
    filled = page is not None and any(page[column] for column in diary_columns)
    return filled or any(row["kind"] in symptom_ids for row in by_night[night])


def has(rule, night):
    """Whether a night that was looked at has what a rule looks for."""
    happened = [row for row in by_night[night] if row["kind"] not in others]
    page = page_of(night) or defaultdict(str)
    suctioned = {row["what"] for row in happened if row["kind"] == "suction"}

    def noted(*names):
        return any(row["kind"] in names and not is_none(row) for row in happened)

    measure = rule["measure"]
    if measure == "symptoms":
        return noted(*rule["symptoms"])
    if measure == "headache":
        return page["headache"] == "yes" or noted("morning-headache")
    if measure == "not-rested":
        return bool(page["rested"]) and int(page["rested"]) <= 2 or noted("unrefreshed")
    if measure == "mucus":
        return noted("stuck-mucus", "coloured-mucus") or "coloured" in suctioned
    assert measure == "thick-suctions"
    return "thick" in suctioned


def lasting(rule):
    """From when to when a sign that lasts stood: pairs of nights, the second None while it stands."""
    seen, spans = [], []
    for night in sorted(nights):
        if not looked_at(night):
            continue
        seen.append((night, has(rule, night)))
        last = [it for at, it in seen[-rule["of"] :] if night - at < timedelta(days=rule["span"])]
        holds = sum(last) >= rule["nights"]
        stands = bool(spans) and spans[-1][1] is None
        if not stands and holds and seen[-1][1]:
            spans.append([night, None])
        elif stands and not holds and len(last) == rule["of"]:
            if sum(it for _, it in seen[-rule["of-end"] :]) <= rule["ends"]:
                spans[-1][1] = night
    return spans


def number_of(rule, night):
    if rule["measure"] == "mask":
        return None if night in left_open else nights[night]["mask"]
    return sum(row["kind"] == "suction" for row in by_night[night]) or None


def against_usual(rule):
    """The same for a number against the usual of the nights before."""
    counted, spans, usual = [], [], None
    came = [equipment_came[name] for name in rule["needs"] + rule.get("anew-with", []) if name in equipment_came]
    for night in sorted(nights):
        number_now = number_of(rule, night)
        if number_now is None:
            continue
        counted.append((night, number_now))
        last = counted[-rule["of"] :]
        if len(last) < rule["of"] or night - last[0][0] >= timedelta(days=rule["span"]):
            continue
        middle = Decimal(statistics.median(value for _, value in last))
        longer = Decimal(statistics.median(value for _, value in counted[-rule["of-end"] :]))
        is_up = rule["test"] == "usual-up"
        share = Decimal(rule["percent"]) / 100
        if usual is not None:
            if is_up:
                over = all(value <= usual + rule["end-more"] for value in (middle, longer))
            else:
                over = all(value * 100 >= usual * rule["end-percent"] for value in (middle, longer))
            if over:
                spans[-1][1], usual = night, None
            continue
        first = last[0][0] - timedelta(days=rule["reach"])
        first = max([first] + [mark for mark in marked + came if mark <= night])
        before = [value for at, value in counted[: -rule["of"]] if at >= first]
        if len(before) < rule["before"]:
            continue
        own = Decimal(statistics.median(before))
        if is_up:
            begins = middle >= own * share and middle >= own + rule["more"]
        else:
            begins = middle <= own * share and middle <= own - rule["less"]
        if begins:
            spans.append([night, None])
            usual = own
    return spans


spans_of_rule = {}
for rule in rules:
    if set(rule.get("needs", [])) <= set(equipment_came):
        spans_of_rule[rule["id"]] = (lasting if rule["test"] == "lasting" else against_usual)(rule)


def stood(rule_id, night):
    return any(began <= night and (ended is None or night < ended) for began, ended in spans_of_rule.get(rule_id, []))


for night, figures in nights.items():
    if not rules:
        break
    signs = sorted({rule["stands-under"] for rule in rules if stood(rule["id"], night)})
    theirs = figures["signs"]
    compare(night, "signs", signs if by_night[night] else None, sorted(theirs) if theirs is not None else None)
    if signs:
        compared["nights with signs"] += 1

# The page for the clinic, by what stands in it.
page = Path(report_file).read_text(encoding="utf-8")
page_rows = [re.split(r" {2,}", line.strip()) for line in page.splitlines()]


def printed(label):
    """The cells of a row of the page; None if it has no such row."""
    return next((cells[1:] for cells in page_rows if cells[0] == label and len(cells) > 1), None)


def in_words(value, unit):
    """A figure as the page spells it: minutes, tenths of a percent, or a count, halves away from zero."""
    value = Decimal(value)
    if unit == "count":
        return str(int(value)) if value == int(value) else f"{value:.1f}"
    whole = int(value.quantize(Decimal(1), ROUND_HALF_UP))
    if unit == "percent":
        return f"{Decimal(whole) / 10:.1f} %"
    return f"{whole // 60} h {whole % 60:02}" if whole >= 60 else f"{whole} min"


def tenths(value):
    return None if value is None else int(Decimal(str(value)) * 10)


page_measures = {
    "Mask on": ("minutes", lambda night: None if night["maskOpen"] else night["mask"]),
    "Slept (TST)": ("minutes", lambda night: night["tst"]),
    "Time in bed (TIB)": ("minutes", lambda night: night["tib"]),
    "Time to fall asleep (SOL)": ("minutes", lambda night: night["sol"]),
    "Time awake in the night (WASO)": ("minutes", lambda night: night["waso"]),
    "Sleep efficiency (SE)": ("percent", lambda night: tenths(night["se"])),
    "SE of the time spent trying": ("percent", lambda night: tenths(night["seDiary"])),
    "Times woken (NAW)": ("count", lambda night: night["naw"]),
    "Quality, 1 to 5": ("count", lambda night: of_diary(night, "quality")),
    "Rested, 1 to 5": ("count", lambda night: of_diary(night, "rested")),
    "Minutes of naps": ("minutes", lambda night: of_diary(night, "naps")),
    "Turns": ("count", lambda night: night["turns"]),
    "Longest between turns": ("minutes", lambda night: night["longestTurnGap"]),
    "Suctions": ("count", lambda night: night["suctions"]),
    "Woke": ("count", lambda night: night["wakings"]),
}


def of_diary(night, column):
    pages = [row for row in by_night[date.fromisoformat(night["night"])] if row["kind"] == "diary"]
    return number(pages[0][column]) if pages else None


last_night = max(nights)
months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def cuts():
    """Where nights before and after are told apart, by the sentence that says so."""
    sentence = re.search(r"Before and after are told apart at: (.*?)\.", re.sub(r"\s+", " ", page))
    found = []
    for day, month, year in re.findall(r"\b(\d+) (\w{3})(?: (\d{4}))?", sentence.group(1) if sentence else ""):
        at = (int(day), month)
        found += [night for night in nights if (night.day, months[night.month - 1]) == at and year in ("", str(night.year))]
    return found


told_apart = cuts()


def columns(heading):
    """The nights that each column of a table stands for, by what stands above them; None for other columns."""
    head = next((cells for cells in page_rows if cells[0] == heading), [heading])[1:]
    begins = {}
    for name in head:
        told = re.fullmatch(r"from (?:(\d+) )?(\w{3})(?: (\d{4}))?", name)
        if told:
            day, month, year = told.groups()
            begins[name] = next(
                night
                for night in told_apart
                if months[night.month - 1] == month and day in (None, str(night.day)) and year in (None, str(night.year))
            )
    starts = sorted(begins.values())
    spans = []
    for name in head:
        if name in begins:
            end = min((start for start in starts if start > begins[name]), default=last_night + timedelta(days=1))
            spans.append([night for night in nights if begins[name] <= night < end])
        elif name == "before":
            spans.append([night for night in nights if night < starts[0]])
        elif name == "nights":
            spans.append(list(nights))
        elif name.startswith("last ") and name[5:].isdigit():
            spans.append([night for night in nights if last_night - night < timedelta(days=int(name[5:]))])
        else:
            spans.append(None)
    return head, spans


def middle(values):
    ordered = sorted(values)
    return Decimal(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


figure_head, figure_spans = columns("FIGURES A NIGHT")
is_split = "median" not in figure_head


def with_count(values, unit):
    """A median with how many nights it stands on; minutes as 5:45 where nights before and after stand apart."""
    if not values:
        return "-"
    value = middle(values)
    if unit == "minutes" and is_split:
        whole = int(value.quantize(Decimal(1), ROUND_HALF_UP))
        return f"{whole // 60}:{whole % 60:02} ({len(values)})"
    return f"{in_words(value, unit)} ({len(values)})"


for label, (unit, measure) in page_measures.items():
    values = {night: measure(figures) for night, figures in nights.items()}
    values = {night: value for night, value in values.items() if value is not None}
    ours = []
    for name, span in zip(figure_head, figure_spans):
        if name in ("median", "lowest", "highest"):
            pick = {"median": middle, "lowest": min, "highest": max}[name]
            ours.append(in_words(pick(values.values()), unit) if values else "-")
        elif name == "nights":
            ours.append(str(len(values)))
        else:
            ours.append(with_count([values[night] for night in span if night in values], unit))
    compare("report", f"page {label}", ours if values else None, printed(label))

looked_at_nights = {night for night in nights if looked_at(night)}


def short(night):
    # Among more nights than a year has, a day is told with its year.
    return f"{night.day} {months[night.month - 1]}" + (f" {night.year}" if len(nights) > 365 else "")


def tell(heading, label, occurrences, of_looked_at, figure):
    """Holds a row of things that were written against the page: in which nights, how often, when last."""
    cells = printed(label)
    if not cells:
        # What there was no room for is at least named.
        compare("report", figure, True, label.lower() in re.sub(r"\s+", " ", page).lower())
        return
    touched = {date.fromisoformat(row["night"]) for row in occurrences}
    ours = []
    for name, span in zip(*columns(heading)):
        if span is not None:
            count = len(touched.intersection(span))
            if of_looked_at:
                ours.append(f"{count} of {len(looked_at_nights.intersection(span))}")
            else:
                ours.append(str(count) if count else "-")
        elif name == "times":
            ours.append(str(times(occurrences)))
        elif name == "last noted":
            ours.append(short(max(touched)))
        elif name == "highest":
            ours.append(str(max((number(row["value"]) for row in occurrences if row["value"]), default="-")))
        else:
            ours.append(None)
    theirs = [cell if mine is not None else None for cell, mine in zip(cells, ours)]
    compare("report", figure, ours, theirs)


breathing = {symptom["id"] for symptom in symptoms if symptom.get("report")}
for symptom in symptoms:
    noted = [row for night in nights for row in by_night[night] if row["kind"] == symptom["id"] and not is_none(row)]
    if noted and symptom["id"] != "morning-headache":
        heading = "BREATHING AT NIGHT" if symptom["id"] in breathing else "OTHER SYMPTOMS"
        tell(heading, symptom["label"], noted, True, "page symptoms")

told_events = {
    "suction": "Suction", "cough-assist": "Cough assist", "mask-fix": "Mask fixed",
    "mask-leak": "Mask leak", "turn": "Turned",
    "let-sleep": "Let sleep", "toilet": "Toilet", "feed-on": "Feed on", "machine-beeped": "Machine beeped",
    "power-out": "Power out", "drink": "Drink", "adjust": "Adjusted",
}
for kind, label in told_events.items():
    written = [row for night in nights for row in by_night[night] if row["kind"] == kind]
    if written:
        tell("WHAT ELSE WAS WRITTEN", label, written, False, "page events")
medicines = defaultdict(list)
for night in nights:
    for row in by_night[night]:
        if row["kind"] == "medicine":
            medicines[row["what"].strip()].append(row)
for name, written in medicines.items():
    headings = [cells[0] for cells in page_rows if cells[0].startswith("MEDICINES GIVEN")]
    if len({name.lower() for name in medicines}) == 1 and headings:
        tell(headings[0], name, written, False, "page medicines")

flat_page = re.sub(r"\s+", " ", page)
told_signs = re.findall(r"\* ([^*]+?) \((?:call today|mention at next visit)\), (\d+) nights?:", flat_page)
ours = []
for level in ("today", "mention"):
    for rule in rules:
        if rule["level"] != level or not any(stood(rule["id"], night) for night in nights):
            continue
        if rule["test"] == "lasting":
            ours.append(sum(looked_at(night) and has(rule, night) for night in nights))
        else:
            ours.append(sum(stood(rule["id"], night) and number_of(rule, night) is not None for night in nights))
compare("report", "number of signs", len(ours), len(told_signs))
for mine, (_, count) in zip(ours, told_signs):
    compare("report", "page signs", mine, int(count))

told = re.search(r"Recorded: (\d+) of (\d+)\.", flat_page)
ours = [sum(bool(by_night[night]) for night in nights), len(nights)]
compare("report", "page nights", ours, [int(part) for part in told.groups()] if told else None)
told = re.search(r"^(\d+) entries, by ([A-Z0-9, ]+)\. ", page.replace("\n", " \n"), re.MULTILINE)
written = [row for night in nights for row in by_night[night]]
ours = {name: sum(row["by"] == name for row in written) for name in {row["by"] for row in written} if name}
theirs = {name: int(count) for name, count in (part.split() for part in told.group(2).split(", "))} if told else None
compare("report", "page writers", ours, theirs)

for line in wrong:
    print(line)
for figure in sorted(compared):
    print(f"compared {figure}: {compared[figure]}")
sys.exit(1 if wrong else 0)
