#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# html-sound.py CLI FILE…: exports each roadmap as a web page and looks whether the page is sound: tags closed in order,
# ids used once, links that lead somewhere, nothing loaded from elsewhere, names for controls, languages for words,
# headings in order.  What only a browser can tell, script/check-html asks one.

import re
import subprocess
import sys
from html.parser import HTMLParser

VOID = {'meta', 'input', 'br', 'hr', 'img', 'link'}
LOADING = {'img', 'link', 'iframe', 'object', 'embed', 'audio', 'video', 'source', 'base', 'form'}
WIDE = re.compile('[\u3041-\u30ff\u4e00-\u9fff]')


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []        # (tag, attributes)
        self.ids = []
        self.targets = []
        self.labels = set()
        self.inputs = []
        self.faults = []
        self.headings = []
        self.table_heads = 0

    def fault(self, text):
        self.faults.append(f'line {self.getpos()[0]}: {text}')

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        values = dict(attributes)
        if len(names) != len(set(names)):
            self.fault(f'<{tag}> has an attribute twice')
        if tag in LOADING or 'src' in values or 'srcset' in values:
            self.fault(f'<{tag}> loads something')
        if any(name.startswith('on') for name in names):
            self.fault(f'<{tag}> has a handler')
        if 'id' in values:
            self.ids.append(values['id'])
        href = values.get('href')
        if href is not None and href.startswith('#'):
            self.targets.append((href[1:], self.getpos()[0]))
        elif href is not None and not re.match('https?://', href):
            self.fault(f'a link leads to {href}')
        for name in ('aria-labelledby', 'for'):
            if name in values:
                self.targets.append((values[name], self.getpos()[0]))
        if tag == 'label':
            self.labels.add(values.get('for'))
        if tag == 'input':
            self.inputs.append((values.get('id'), any(t == 'label' for t, _ in self.open)))
        if re.fullmatch('h[1-6]', tag):
            self.headings.append((int(tag[1]), self.getpos()[0]))
        if tag == 'th' and 'scope' not in values:
            self.fault('<th> without a scope')
        if tag not in VOID:
            self.open.append((tag, values))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.fault(f'</{tag}> closes <{self.open[-1][0] if self.open else "nothing"}>')
        if self.open:
            self.open.pop()

    def handle_data(self, data):
        if any(tag in ('style', 'script') for tag, _ in self.open):
            return
        language = next((values['lang'] for _, values in reversed(self.open) if 'lang' in values), None)
        if data.strip() and language is None:
            self.fault(f'“{data.strip()[:20]}” is in no language')


def check(page, text):
    page.feed(text)
    page.close()
    for tag, _ in page.open:
        page.faults.append(f'<{tag}> is not closed')
    for name in {name for name in page.ids if page.ids.count(name) > 1}:
        page.faults.append(f'the id {name} is used twice')
    ids = set(page.ids)
    for target, line in page.targets:
        if target not in ids:
            page.faults.append(f'line {line}: there is no element {target}')
    for name, inside in page.inputs:
        if not inside and (name is None or name not in page.labels):
            page.faults.append(f'an input {name} has no label')
    before = 0
    for level, line in page.headings:
        if level > before + 1:
            page.faults.append(f'line {line}: h{level} after h{before}')
        before = level
    return page.faults


def main():
    cli, files = sys.argv[1], sys.argv[2:]
    runs = [(name, extra) for name in files for extra in ([], ['--filter', 'basis:inferred'])]
    print(f'1..{len(runs)}')
    failed = False
    for number, (name, extra) in enumerate(runs, 1):
        command = [cli, 'export', name, '--format', 'html', '--today', '2021-11-28', *extra]
        texts = [subprocess.run(command, check=True, capture_output=True).stdout for _ in range(2)]
        page = Page()
        faults = check(page, texts[0].decode('utf-8'))
        if texts[0] != texts[1]:
            faults.append('the same roadmap gives other bytes')
        if len(page.ids) < 10 or len(page.targets) < 10:
            faults.append('there is next to nothing on the page')
        for fault in faults[:20]:
            print(f'# {fault}')
        print(f'# {len(texts[0])} bytes, {len(page.ids)} ids, {len(page.targets)} links')
        print('not ok' if faults else 'ok', number, name.rsplit('/', 1)[-1], *extra)
        failed |= bool(faults)
    return failed


sys.exit(main())
