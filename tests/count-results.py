#!/usr/bin/env python3
"""Counts the test cases of a meson test run, and prints: PASSED FAILED SKIPPED

    count-results.py TESTLOG.json TESTLOG.junit.xml

The JUnit file has the cases a test program reported. The JSON file has each program's own outcome: a program that
failed without naming a failed case, by a crash, a time-out or its exit code, is a failed case too.
"""
import json
import re
import sys
import xml.etree.ElementTree as ET

BAD = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}


def outcome(case):
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


def parse(path):
    """Some versions of meson copy control characters, which XML does not allow, from what a test printed."""
    with open(path, "rb") as file:
        return ET.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", file.read()))


def main(log, junit):
    cases = {}
    for suite in parse(junit).iter("testsuite"):
        for case in suite.iter("testcase"):
            # A program without cases of its own is one case of a suite named after the project.
            program = suite.get("name").partition(".")[2] or case.get("name")
            cases.setdefault(program, []).append(outcome(case))
    with open(log, encoding="utf-8") as lines:
        for program in map(json.loads, filter(str.strip, lines)):
            found = cases.setdefault(program["name"], [])
            if program["result"] in BAD and "failed" not in found:
                found.append("failed")
            elif not found:
                found.append("skipped" if program["result"] == "SKIP" else "passed")
    everything = [result for results in cases.values() for result in results]
    print(*(everything.count(result) for result in ("passed", "failed", "skipped")))


if __name__ == "__main__":
    main(*sys.argv[1:])
