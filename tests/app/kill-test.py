#!/usr/bin/env python3
"""Kills the program at random moments of somebody's work, looks what is left, and prints TAP. Needs a display.

    kill-test.py SUBJECT CHECK ROADMAP [TIMES]

Each time: a copy of the roadmap and an empty state folder; the program is started (kill-subject.c), works for a random
while, and gets SIGKILL. Then kill-check.c recovers: the file must be whole, and what its journal gives must be what the
roadmap was after one of the steps, of which none may be missing that was done more than a second before the end.
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

START_DEADLINE = 60  # seconds
LONGEST_WORK = float(os.environ.get("KILL_WORK", 3))  # seconds


def count_lines(file):
    return file.read_bytes().count(b"\n") if file.exists() else 0


def run(subject, check, roadmap, folder, seed, chance):
    """What came out, as (steps done, steps there, steps from the journal, ms that were lost); or a string: what is wrong."""
    copy, trace, state = folder / "工程表.xml", folder / "trace", folder / "state"
    shutil.copy(roadmap, copy)
    shutil.copy(roadmap, f"{copy}.original")
    environment = os.environ | {"XDG_STATE_HOME": str(state), "GTK_A11Y": "none"}
    program = subprocess.Popen([subject, copy, trace, str(seed)], env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    end = time.monotonic() + START_DEADLINE
    while count_lines(trace) == 0:
        if program.poll() is not None or time.monotonic() > end:
            program.kill()
            program.wait()
            return "the program did not start"
        time.sleep(0.02)
    time.sleep(chance.uniform(0, LONGEST_WORK))
    death = time.monotonic_ns() // 1000
    program.send_signal(signal.SIGKILL)
    if program.wait() != -signal.SIGKILL:
        return f"the program ended by itself ({program.returncode})"

    done = subprocess.run([check, copy, state / "koteihyo" / "journals", trace, str(seed), str(death)], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        return done.stdout.strip()
    steps, there, restored, lost = done.stdout.split()
    return int(steps), int(there), int(restored), float(lost)


def main(subject, check, roadmap, times="8"):
    seed = int(os.environ.get("KILL_SEED", random.randrange(10**6)))
    chance = random.Random(seed)
    print(f"# seed {seed} (KILL_SEED repeats it)")
    results = []
    for number in range(1, int(times) + 1):
        with tempfile.TemporaryDirectory() as folder:
            result = run(subject, check, roadmap, Path(folder), chance.randrange(2**31), chance)
        if isinstance(result, str):
            print(f"not ok {number} killed")
            for line in result.splitlines():
                print(f"# {line}")
        else:
            steps, there, restored, lost = result
            print(f"ok {number} killed after {steps} steps: {there} are there, {restored} of them from the journal, "
                  f"the first missing was {lost:.0f} ms old", flush=True)
            results.append(result)
    print(f"1..{times}")
    if results:
        print(f"# {len(results)} of {times} kills: {sum(r[0] for r in results)} steps were done, "
              f"{sum(max(r[0] - r[1], 0) for r in results)} are missing after {sum(r[1] < r[0] for r in results)} kills, "
              f"the oldest of them {max(r[3] for r in results):.0f} ms old; {sum(r[2] > 0 for r in results)} times the journal "
              f"was needed, {sum(r[1] > r[0] for r in results)} times it had the step that was being done")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
