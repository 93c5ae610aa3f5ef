#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Kōteihyō authors
"""Lets every system call of a save fail, one at a time and in every way, and looks at what is left.

    save-faults.py KOTEIHYO_CLI SHORT_WRITES_LIBRARY [--quick]

The real program saves a small roadmap under strace. First its system calls from the beginning of the save on are counted; then,
for each of them and for each fault, the program is run again with that call failing (or the program being killed before it).
After each run:

  - the file has the old content or the new one, complete;
  - the exit status says which: 0 only if it is the new one, and a failure comes with a sentence and the old content;
  - a backup, if there is one, is complete;
  - nothing else is in the folder; what a killed program leaves is gone after the next save.

Three ways to write a file are tried: through a file without a name, through one with a name, and in place, where the folder
takes no new names. There alone a killed program may leave half a file; then the old content must be complete where the
program says. Last, writes that take only a part of what they are given, alone and with the disk full afterwards; the library
does that, since strace cannot make a write shorter.

--quick does one error of each kind of call and every kill. Prints a table, calls × faults, as comments of the Test Anything
Protocol. Needs strace."""

import collections
import concurrent.futures
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile

ERRORS = ['ENOSPC', 'EIO', 'EACCES', 'EDQUOT']
# Not about files: they fail only where the kernel has no memory left, and what they are for is gone with the process.
OTHER = {'futex', 'brk', 'mmap', 'munmap', 'mremap', 'mprotect', 'exit_group', 'getrandom', 'rt_sigaction', 'rt_sigprocmask'}
NAME = '工程表.xml'
TEXT = '''<?xml version="1.0" encoding="UTF-8"?>
<roadmap xmlns="https://koteihyo.org/ns/roadmap" version="1" xml:lang="ja" id="r">
  <title>工程表</title>
  <part id="p" page="%s">
    <title>%s</title>
  </part>
</roadmap>
'''
FILLING = '第一部' * 1000
OLD = (TEXT % ('old', FILLING)).encode()
NEW = (TEXT % ('new', FILLING)).encode()
NEXT = (TEXT % ('next', FILLING)).encode()
NOBODY = 65534


class Way:
    """A way to write a file; `inject` is what strace must do to have it taken, `protected` says that the folder takes no names."""

    def __init__(self, name, inject=(), protected=False):
        self.name, self.inject, self.protected = name, list(inject), protected


WAYS = [
    Way('without a name'),
    Way('with a name', ['-e', 'inject=linkat:error=ENOENT']),
    Way('in place', protected=True),
]


class Place:
    """A folder with the file in it, and one for the state of programs."""

    def __init__(self, way):
        self.way = way
        self.top = tempfile.mkdtemp(prefix='koteihyo-faults-')
        self.folder = os.path.join(self.top, 'folder')
        self.state = os.path.join(self.top, 'state')
        self.path = os.path.join(self.folder, NAME)
        os.mkdir(self.folder)
        os.mkdir(self.state)
        with open(self.path, 'wb') as file:
            file.write(OLD)
        os.setxattr(self.path, 'user.note', b'kept') if self.has_attributes() else None
        if way.protected:
            os.chmod(self.path, 0o666)
            os.chmod(self.state, 0o777)
            os.chmod(self.top, 0o755)
            os.chmod(self.folder, 0o555)

    def has_attributes(self):
        try:
            os.setxattr(self.path, 'user.note', b'')
            return True
        except OSError:
            return False

    def close(self):
        os.chmod(self.folder, 0o755)
        shutil.rmtree(self.top)

    def save(self, program, value, prefix=(), preload=None):
        def drop_rights():
            if self.way.protected and os.getuid() == 0:
                os.setgroups([])
                os.setresgid(NOBODY, NOBODY, NOBODY)
                os.setresuid(NOBODY, NOBODY, NOBODY)
        environment = dict(os.environ, XDG_STATE_HOME=self.state, LC_ALL='C.UTF-8', LANGUAGE='en', GIO_USE_VFS='local')
        environment.pop('G_DEBUG', None)
        # A program built with sanitizers: its search for leaks cannot run under strace, and its library comes behind ours.
        environment['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0:verify_asan_link_order=0'
        if preload is not None:
            environment.update(preload)
        return subprocess.run([*prefix, program, 'set', self.path, 'p', 'page=' + value, '-o', self.path],
                              capture_output=True, cwd='/', env=environment, preexec_fn=drop_rights)

    def read(self, path=None):
        try:
            with open(path or self.path, 'rb') as file:
                return file.read()
        except FileNotFoundError:
            return None

    def rescue(self):
        folder = os.path.join(self.state, 'koteihyo', 'rescue')
        names = os.listdir(folder) if os.path.isdir(folder) else []
        return [os.path.join(folder, name) for name in names]


def count_calls(program, way):
    """The calls of a save, each as (name, how manieth of that name in the whole run)."""
    place = Place(way)
    try:
        log = os.path.join(place.state, 'log')
        done = place.save(program, 'new', ['strace', '-qq', '-s', '300', '-o', log, *way.inject])
        assert done.returncode == 0 and place.read() == NEW, done.stderr
        with open(log, encoding='utf-8', errors='replace') as file:
            lines = [line for line in file if re.match(r'\w+\(', line)]
    finally:
        place.close()
    # The second time the file is opened is the beginning of the save; the first time it was loaded.
    opened = [i for i, line in enumerate(lines) if line.startswith('openat(') and '.xml", O_RDONLY|O_NONBLOCK' in line]
    assert len(opened) >= 2, 'the save was not found among the system calls'
    calls, seen = [], collections.Counter()
    for i, line in enumerate(lines):
        name = line.split('(')[0]
        seen[name] += 1
        if i >= opened[1] and name not in OTHER:
            calls.append((name, seen[name]))
    return calls


def judge(place, done, program, killed):
    """What is wrong with the outcome of a save, or None."""
    content, backup = place.read(), place.read(place.path + '~')
    if content not in (OLD, NEW):
        if not (place.way.protected and killed):
            return 'the file is damaged'
        if OLD not in [place.read(path) for path in place.rescue()]:
            return 'the file is damaged, and the old content is lost'
        with open(place.path, 'wb') as file:
            file.write(OLD)
        content = OLD
    if backup not in (None, OLD):
        return 'the backup is damaged'
    if not killed:
        if done.returncode == 0 and content != NEW:
            return 'it claims to have saved'
        if done.returncode != 0 and content != OLD:
            return 'it claims not to have saved'
        if done.returncode != 0 and not done.stderr.strip():
            return 'it does not say what happened'
        if done.returncode < 0:
            return 'it crashed'
        if set(os.listdir(place.folder)) - {NAME, NAME + '~'}:
            return 'it leaves ' + ' '.join(os.listdir(place.folder))
    again = place.save(program, 'next')
    if again.returncode != 0 or place.read() != NEXT:
        return 'it cannot be saved again: ' + again.stderr.decode()
    if set(os.listdir(place.folder)) - {NAME, NAME + '~'}:
        return 'what was left is not taken away: ' + ' '.join(os.listdir(place.folder))
    return None


def try_fault(program, way, call, fault):
    place = Place(way)
    name, number = call
    what = 'signal=KILL' if fault == 'kill' else 'error=' + fault
    try:
        done = place.save(program, 'new', ['strace', '-qq', '-o', '/dev/null', *way.inject,
                                           '-e', 'inject=%s:%s:when=%d' % (name, what, number)])
        return judge(place, done, program, fault == 'kill')
    finally:
        place.close()


def try_short_writes(program, library, way, full_after):
    place = Place(way)
    preload = {'LD_PRELOAD': library}
    if full_after:
        preload['SHORT_WRITES_FULL_AFTER'] = str(full_after)
    try:
        done = place.save(program, 'new', preload=preload)
        wrong = judge(place, done, program, False)
        if wrong is None and not full_after and done.returncode != 0:
            wrong = 'it cannot be saved with short writes: ' + done.stderr.decode()
        return wrong
    finally:
        place.close()


def print_table(way, calls, faults, results):
    counts = collections.Counter(name for name, number in calls)
    print('# %-18s %6s  %s' % (way.name, 'calls', '  '.join('%7s' % fault for fault in faults)))
    for name in dict.fromkeys(name for name, number in calls):
        cells = []
        for fault in faults:
            tried = [results[key] for key in results if key[0] == way and key[1][0] == name and key[2] == fault]
            passed = sum(wrong is None for wrong in tried)
            cells.append('%7s' % ('%d/%d' % (passed, len(tried)) if tried else '–'))
        print('#   %-16s %6d  %s' % (name, counts[name], '  '.join(cells)))


def main():
    program, library = (os.path.abspath(path) for path in sys.argv[1:3])
    quick = '--quick' in sys.argv[3:]
    faults = [*ERRORS, 'kill']
    if shutil.which('strace') is None or subprocess.run(['strace', '-qq', '-o', '/dev/null', 'true']).returncode != 0:
        print('1..0 # SKIP strace cannot be used here')
        return 0
    ways = [way for way in WAYS if not way.protected or os.getuid() == 0]
    print('1..%d' % (2 * len(ways)))
    bad = number = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        for way in ways:
            calls = count_calls(program, way)
            jobs = {}
            for i, call in enumerate(calls):
                for j, fault in enumerate(faults):
                    if call[0] == 'linkat' and way.inject:
                        continue
                    if not quick or fault == 'kill' or j == i % len(ERRORS):
                        jobs[way, call, fault] = pool.submit(try_fault, program, way, call, fault)
            results = {key: job.result() for key, job in jobs.items()}
            shorts = {n: pool.submit(try_short_writes, program, library, way, n).result() for n in (0, 1, 2, 3)}
            print_table(way, calls, faults, results)
            print('#   %-16s %6s  %d/%d' % ('short writes', '', sum(wrong is None for wrong in shorts.values()), len(shorts)))
            for wrongs, what in ((results, 'every call fails or is the last'), (shorts, 'writes are short')):
                number += 1
                found = [(key, wrong) for key, wrong in wrongs.items() if wrong is not None]
                for key, wrong in found:
                    print('# %s: %s' % (' '.join(map(str, key[1:])) if isinstance(key, tuple) else 'after %d' % key, wrong))
                print('%sok %d %s: %s, %d runs' % ('not ' if found else '', number, way.name, what, len(wrongs)))
                bad += bool(found)
    return 1 if bad else 0


sys.exit(main())
