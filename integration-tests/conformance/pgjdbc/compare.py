"""Counts what passed, and lists the test methods that pass raw and not through Lacuna, of the ways that were run.

A method counts once, whatever its parameters: it passes if none of its runs failed and one was not skipped.
"""
import collections
import glob
import re
import sys
import xml.etree.ElementTree as tree

LISTED = re.compile(r"org\.postgresql\.(core|util|test\.(core|jdbc2|jdbc3|jdbc4|jdbc42|util))\.")


def outcomes(folder):
    runs = collections.defaultdict(set)
    for report in glob.glob(folder + "/TEST-*.xml"):
        for case in tree.parse(report).getroot().iter("testcase"):
            method = re.sub(r"[(\[{ ].*", "", case.get("name"))
            failed = [kind for kind in ("failure", "error", "skipped") if case.find(kind) is not None]
            runs[case.get("classname") + "." + method].add(failed[0] if failed else "passed")
    return {
        method: "failed" if kinds & {"failure", "error"} else "passed" if "passed" in kinds else "skipped"
        for method, kinds in runs.items()
    }


raw = outcomes(sys.argv[1] + "/reports-raw")
for way in ("lacuna", "declared"):
    wrapped = outcomes(sys.argv[1] + "/reports-" + way)
    if not raw or not wrapped:
        continue
    for name, belongs in (("jdbc2 to jdbc42, core, util", LISTED.match), ("all that were run", lambda method: True)):
        direct = sorted(method for method, outcome in raw.items() if outcome == "passed" and belongs(method))
        lost = [method for method in direct if wrapped.get(method) != "passed"]
        print(f"{way}, {name}: {len(direct)} pass raw, {len(direct) - len(lost)} of them through Lacuna")
    for method in lost:
        print("  lost", method)
