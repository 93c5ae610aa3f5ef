// SPDX-License-Identifier: GPL-3.0-or-later
// Search and filters of an exported page.  Without this script all of the page can be read.
(() => {
  'use strict';

  const get = (id) => document.getElementById('ui:' + id);
  const all = (selector, top = document) => [...top.querySelectorAll(selector)];

  /* As src/model/fold.c: full and half width, case and kana are alike. */
  const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ').normalize('NFKC')
    .replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60))
    .replace(/[ヷヸヹヺ]/g, (c) => 'わゐゑを'['ヷヸヹヺ'.indexOf(c)] + '\u3099');

  const joined = /[\p{M}\uff9e\uff9f\u1160-\u11ff\uffa0-\uffdc]/u;
  const spaced = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

  /* Folds cluster by cluster, so that a place in the folded text leads back to one in the text. */
  function foldMap(text) {
    const starts = [];
    let folded = '';
    for (let from = 0; from < text.length;) {
      let to = from + String.fromCodePoint(text.codePointAt(from)).length;
      while (to < text.length && joined.test(String.fromCodePoint(text.codePointAt(to))))
        to += String.fromCodePoint(text.codePointAt(to)).length;
      const cluster = fold(text.slice(from, to));
      for (let i = 0; i < cluster.length; i++)
        starts.push([from, to]);
      folded += cluster;
      from = to;
    }
    return { folded, starts };
  }

  /* A word of a script that puts spaces between words is found only where a word begins. */
  function find(folded, word, from) {
    const letters = spaced.test(word[0]);
    for (let at = folded.indexOf(word, from); at >= 0; at = folded.indexOf(word, at + 1)) {
      let before = at - 1;
      while (before >= 0 && /\p{M}/u.test(folded[before]))
        before--;
      if (!letters || before < 0 || !spaced.test(folded[before]))
        return at;
    }
    return -1;
  }

  /* What is said of an item, in all languages; not the words of the page itself. */
  function listTexts(unit) {
    const own = unit.querySelector('.own') || unit;
    const walker = document.createTreeWalker(own, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches('.label, .tag, .chip') ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    while (walker.nextNode())
      if (walker.currentNode.nodeType === Node.TEXT_NODE && walker.currentNode.data.trim() !== '')
        texts.push(walker.currentNode);
    return texts;
  }

  let index = null;

  function makeIndex() {
    return all('[data-s]').map((unit) => {
      const texts = listTexts(unit);
      return { unit, texts, folded: texts.map((node) => fold(node.data)).join('\n') };
    });
  }

  /* Whether a text is in the language that was chosen; what is out of view has no style to ask. */
  const isSeen = (node) => {
    const version = node.parentElement.closest('.w');
    return version === null || version.classList.contains('l' + document.documentElement.dataset.l);
  };

  const seenText = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode())
      if (isSeen(walker.currentNode))
        text += walker.currentNode.data;
    return text.trim().replace(/\s+/g, ' ');
  };

  function listRanges(texts, words) {
    const ranges = [];
    for (const node of texts) {
      const { folded, starts } = foldMap(node.data);
      for (const word of words)
        for (let at = find(folded, word, 0); at >= 0; at = find(folded, word, at + word.length)) {
          const range = new Range();
          range.setStart(node, starts[at][0]);
          range.setEnd(node, starts[at + word.length - 1][1]);
          ranges.push(range);
        }
    }
    return ranges;
  }

  const nameOf = (unit) => {
    const heading = unit.querySelector('h3, h4, h5, h6');
    const text = seenText(heading || unit.querySelector('.own') || unit);
    return text.length > 90 ? text.slice(0, 90) + '…' : text;
  };

  const pathOf = (unit) => {
    const around = unit.parentElement.closest('section[id]');
    const heading = around && around.querySelector('h2, h3, h4');
    return heading ? seenText(heading) : '';
  };

  function fill(place, template, number) {
    place.replaceChildren(template.content.cloneNode(true));
    if (number !== undefined)
      all('b', place).forEach((b) => { b.textContent = number; });
  }

  const limit = 60;

  /* What is to be known of a hit; asking all before anything is changed, the page need be laid out only once. */
  function describe(hit, words) {
    const ranges = listRanges(hit.texts, words).filter((range) => isSeen(range.startContainer));
    const target = ranges[0] ? ranges[0].startContainer.parentElement.closest('[id]') : hit.unit;
    return { ranges, id: (target || hit.unit).id, name: nameOf(hit.unit), path: pathOf(hit.unit) };
  }

  function makeResult({ ranges, id, name, path }) {
    const first = ranges[0];
    const link = document.createElement('a');
    const item = document.createElement('li');
    link.href = '#' + id;
    link.textContent = name;
    item.append(link);
    if (first) {
      const text = first.startContainer.data, from = Math.max(0, first.startOffset - 20);
      const excerpt = document.createElement('small'), mark = document.createElement('mark');
      mark.textContent = text.slice(first.startOffset, first.endOffset);
      excerpt.append((from > 0 ? '…' : '') + text.slice(from, first.startOffset), mark,
                     text.slice(first.endOffset, first.endOffset + 50)
                     + (text.length > first.endOffset + 50 ? '…' : ''));
      item.append(excerpt);
    }
    if (path !== '') {
      const where = document.createElement('small');
      where.textContent = path;
      item.append(where);
    }
    return item;
  }

  function search() {
    const words = fold(get('query').value).split(/\s+/).filter((word) => word !== '');
    const results = get('results'), list = results.querySelector('ol');
    if ('highlights' in CSS)
      CSS.highlights.delete('found');
    if (words.length === 0) {
      results.hidden = true;
      list.replaceChildren();
      get('found').replaceChildren();
      return;
    }
    index ??= makeIndex();
    const hits = index.filter((entry) => words.every((word) => find(entry.folded, word, 0) >= 0));
    const described = hits.slice(0, limit).map((hit) => describe(hit, words));
    const ranges = described.flatMap((hit) => hit.ranges);
    list.replaceChildren(...described.map(makeResult));
    fill(get('found'), hits.length > 0 ? get('found-words') : get('none-words'), hits.length);
    results.hidden = false;
    if (hits.length > limit) {
      const more = document.createElement('li');
      fill(more, get('more-words'), hits.length - limit);
      list.append(more);
    }
    if ('highlights' in CSS)
      CSS.highlights.set('found', new Highlight(...ranges));
  }

  /* Filters: an item passes if it has, of each facet that is chosen from, one of the values chosen. */
  const boxes = all('input', get('filter'));
  const articles = all('article[data-f]');
  const total = articles.filter((article) => article.classList.contains('bar') && !article.closest('.earlier'));

  function listPassing() {
    const chosen = new Map();
    for (const box of boxes)
      if (box.checked)
        chosen.set(box.value[0], [...(chosen.get(box.value[0]) || []), box.value]);
    if (chosen.size === 0)
      return null;
    return new Set(articles.filter((article) => {
      const values = new Set(article.dataset.f.split(' '));
      return [...chosen.values()].every((some) => some.some((value) => values.has(value)));
    }).map((article) => article.id));
  }

  /* What stands over something that passes is shown with it. */
  function listShown(passing) {
    const shown = new Set(passing);
    for (const branch of all('.branch')) {
      const above = [];
      let any = false;
      for (const row of all('tr[data-d]', branch)) {
        above.length = Number(row.dataset.d);
        const pass = passing.has(row.dataset.i);
        row.dataset.pass = pass ? '1' : '';
        if (pass) {
          any = true;
          for (const over of above)
            if (over) {
              shown.add(over.dataset.i);
              over.dataset.pass = '1';
            }
        }
        above.push(row);
      }
      if (any && branch.dataset.i)
        shown.add(branch.dataset.i);
    }
    return shown;
  }

  function applyFilter() {
    const passing = listPassing();
    const shown = passing && listShown(passing);
    const show = (element, seen) => { element.hidden = !seen; };
    for (const row of all('tr[data-d]'))
      show(row, passing === null || row.dataset.pass === '1');
    for (const article of articles)
      show(article, shown === null || shown.has(article.id));
    for (const group of all('.group'))
      show(group, shown === null || group.querySelector('article:not([hidden]), .own') !== null);
    for (const place of all('.bars > [data-i], .lane[data-i], .branch[data-i], .stage[data-i], nav .n'))
      if (place.dataset.i)
        show(place, shown === null || shown.has(place.dataset.i));
    for (const region of all('.region[data-i]'))
      region.classList.toggle('pale', shown !== null && !shown.has(region.dataset.i));
    for (const branch of all('.branch:not([data-i])'))
      show(branch, passing === null || branch.querySelector('tr[data-d]:not([hidden])') !== null);
    const checked = boxes.filter((box) => box.checked).length;
    get('active').textContent = checked > 0 ? `(${checked})` : '';
    if (total.length === 0)
      return;
    fill(get('count'), get('count-words'), total.filter((bar) => shown === null || shown.has(bar.id)).length);
    all('i', get('count')).forEach((place) => { place.textContent = total.length; });
  }

  /* What was chosen stays chosen, where the browser lets a page remember. */
  function remember(group) {
    const inputs = all(`input[name="${group}"]`);
    const key = 'koteihyo-' + group;
    try {
      const kept = localStorage.getItem(key);
      for (const input of inputs)
        if (input.value === kept)
          input.checked = true;
    } catch { /* Then not. */ }
    for (const input of inputs)
      input.addEventListener('change', () => {
        try { localStorage.setItem(key, input.value); } catch { /* Then not. */ }
        document.dispatchEvent(new Event('choice'));
      });
  }

  function showChosen() {
    const chosen = document.querySelector('input[name="language"]:checked');
    if (chosen) {
      document.documentElement.lang = chosen.nextElementSibling.lang;
      document.documentElement.dataset.l = chosen.value.slice(1);
    }
    document.documentElement.dataset.theme = document.querySelector('input[name="theme"]:checked').value;
  }

  /* A link may lead into what is folded. */
  function openTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target)
      return;
    let folded = false;
    for (let around = target.closest('details'); around; around = around.parentElement.closest('details')) {
      folded ||= !around.open;
      around.open = true;
    }
    if (folded)
      target.scrollIntoView();
  }

  get('tools').hidden = false;
  remember('theme');
  remember('language');
  showChosen();
  document.addEventListener('choice', () => {
    showChosen();
    search();
  });
  let waiting = 0;
  get('query').addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  get('query').addEventListener('keydown', (event) => {
    const first = get('results').querySelector('a');
    if (event.key === 'Enter' && first)
      first.focus();
  });
  for (const box of boxes)
    box.addEventListener('change', applyFilter);
  get('all').addEventListener('click', () => {
    for (const box of boxes)
      box.checked = false;
    applyFilter();
    get('query').focus();
  });
  if (matchMedia('(max-width: 70rem)').matches)
    document.querySelector('nav details').open = false;
  applyFilter();
  openTarget();
  addEventListener('hashchange', openTarget);

  const opened = [];
  addEventListener('beforeprint', () => {
    for (const details of all('details:not([open])')) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener('afterprint', () => {
    for (const details of opened.splice(0))
      details.open = false;
  });
})();
