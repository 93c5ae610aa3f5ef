// SPDX-License-Identifier: GPL-3.0-or-later
// What script/check-html has an exported page do in a browser.  It is added to a copy of the page, and leaves its
// findings in an element ui:findings.
addEventListener('load', async () => {
  'use strict';

  const findings = [];
  let n = 0;
  const check = (right, what) => {
    n++;
    if (!right)
      findings.push(what);
  };
  const get = (id) => document.getElementById('ui:' + id);
  const all = (selector, top = document) => [...top.querySelectorAll(selector)];
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const seen = (element) => element.getClientRects().length > 0;
  const violations = [];
  addEventListener('securitypolicyviolation', (event) => violations.push(event.blockedURI));
  document.documentElement.style.scrollBehavior = 'auto';

  async function search(words) {
    get('query').value = words;
    get('query').dispatchEvent(new Event('input'));
    await wait(250);
    check(all('#ui\\:results li a').every((link) => link.textContent !== ''), 'a result has no name');
    return all('#ui\\:results li a').map((link) => link.getAttribute('href'));
  }

  /* The window may be narrower than the page must be. */
  const fits = (state) => {
    check(document.documentElement.scrollWidth <= innerWidth, `${state}: the page is wider than the window`);
    for (const element of all('.bars a, .years li, td, th, .cell, h1, h2, h3, h4, button, label'))
      if (seen(element) && getComputedStyle(element).display !== 'inline' &&
          element.scrollWidth > element.clientWidth + 1)
        findings.push(`${state}: “${element.textContent.trim().slice(0, 20)}” is cut off`);
  };

  /* Luminance and contrast after WCAG 2.1. */
  const parse = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  function groundOf(element) {
    for (let around = element; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      const ground = parse(style.backgroundColor);
      if (ground.length === 3 || ground[3] === 1)
        return ground;
    }
    return [255, 255, 255];
  }
  function checkContrast(state) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const told = new Set();
    let texts = 0;
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() === '' || !seen(element) ||
          element.closest('script, style, .vh, .skip, .pale'))
        continue;
      texts++;
      const one = luminance(parse(getComputedStyle(element).color)), other = luminance(groundOf(element));
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      const key = getComputedStyle(element).color + groundOf(element);
      if (contrast < 4.5 && !told.has(key)) {
        told.add(key);
        findings.push(`${state}: “${walker.currentNode.data.trim().slice(0, 20)}” has a contrast of `
                      + contrast.toFixed(2));
      }
    }
    check(texts > 50, `${state}: there is next to no text`);
  }

  async function runAxe(state) {
    if (!window.axe)
      return;
    const result = await axe.run({ resultTypes: ['violations'] });
    for (const violation of result.violations)
      findings.push(`${state}: axe, ${violation.impact}: ${violation.id} (${violation.nodes.length}), such as `
                    + violation.nodes[0].html.slice(0, 120));
    check(result.passes.length > 20, 'axe looked at nothing');
  }

  /* Bars lie where their months are, and none over another. */
  function checkBars() {
    for (const timeline of all('.tl')) {
      if (!seen(timeline))
        continue;
      const months = Number(timeline.style.getPropertyValue('--n'));
      for (const lane of all('.lane', timeline).filter(seen)) {
        const name = lane.querySelector('.name > a');
        check(!name || name.getBoundingClientRect().bottom <= lane.getBoundingClientRect().bottom + 1,
              `the name of ${lane.dataset.i} is longer than the lane is high`);
      }
      for (const list of all('.bars', timeline)) {
        const area = list.getBoundingClientRect();
        const boxes = all(':scope > li', list).filter(seen).map((bar) => bar.getBoundingClientRect());
        for (const bar of all(':scope > li:not(.beside)', list).filter(seen)) {
          if (getComputedStyle(list).display !== 'grid')
            break;
          const box = bar.getBoundingClientRect();
          const left = area.left + (Number(bar.style.getPropertyValue('--s')) - 1) / months * area.width;
          check(Math.abs(box.left - left) < 6, `${bar.dataset.i} begins at ${box.left}, not ${left}`);
        }
        boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) =>
          check(a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1,
                'two bars overlap')));
      }
    }
  }

  try {
    check(!get('tools').hidden, 'search and filters are not shown');

    /* Search. */
    const given = all('#ui\\:results').length;
    check(given === 1 && get('results').hidden, 'results are shown before anything was searched for');
    for (const [words, same] of JSON.parse(document.currentTest.same)) {
      const one = await search(words), other = await search(same);
      check(one.length > 0, `“${words}” is not found`);
      check(one.join() === other.join(), `“${words}” and “${same}” find different things`);
      check(one.every((href) => document.getElementById(decodeURIComponent(href.slice(1)))), 'a result leads nowhere');
    }
    for (const words of JSON.parse(document.currentTest.none))
      check((await search(words)).length === 0, `“${words}” is found`);
    check(get('found').textContent.trim() !== '', 'it is not said that nothing was found');
    fits('with results');
    await search('');
    check(get('results').hidden, 'results stay when the search is over');

    /* What is out of view has sizes only now. */
    all('article, .lane').forEach((element) => { element.style.contentVisibility = 'visible'; });
    checkBars();
    fits('at first');

    /* Filters: what is shown is what has the value, with what is over it. */
    const bars = all('article.bar').filter((bar) => !bar.closest('.earlier'));
    const shownBars = () => bars.filter((bar) => !bar.hidden);
    for (const box of all('#ui\\:filter input')) {
      box.click();
      for (const bar of shownBars())
        if (!bar.dataset.f.split(' ').includes(box.value))
          findings.push(`${bar.id} is shown though it has no ${box.value}`);
      for (const bar of bars)
        if (bar.hidden && bar.dataset.f.split(' ').includes(box.value))
          findings.push(`${bar.id} is hidden though it has ${box.value}`);
      for (const place of all('.bars > [data-i]')) {
        const article = document.getElementById(place.dataset.i);
        check(place.hidden === article.hidden, `${place.dataset.i} is not the same in the timeline and in the details`);
      }
      check(Number(get('count').querySelector('b').textContent) === shownBars().length, 'the count of bars is wrong');
      box.click();
    }
    get('all').click();
    check(shownBars().length === bars.length, 'bars stay hidden when all are to be shown');

    /* Links into what is folded. */
    const folded = document.querySelector('details:not([open]) [id]');
    if (folded) {
      location.hash = '#' + folded.id;
      await wait(100);
      check(seen(folded), 'a link leads to what stays folded');
    }
    all('details').forEach((details) => { details.open = true; });
    fits('unfolded');
    checkBars();

    /* Languages: what is seen is in the one that was chosen, and all of it is named. */
    const languages = all('input[name="language"]');
    for (const language of languages.length > 0 ? languages : [null]) {
      const chosen = language ? language.value.replace('r', 'l') : 'its only language';
      if (language) {
        language.click();
        await wait(50);
        check(document.documentElement.lang === language.nextElementSibling.lang,
              'the language of the page is not told');
        check(all('.w').filter(seen).every((word) => word.classList.contains(chosen)),
              `words of another language than ${chosen}`);
      }
      fits(chosen);
      for (const theme of ['light', 'dark']) {
        document.querySelector(`input.${theme}`).click();
        await wait(50);
        checkContrast(`${chosen}, ${theme}`);
        await runAxe(`${chosen}, ${theme}`);
      }
    }
    check(all('input, button, select').every((control) =>
      (control.labels && control.labels.length) || control.textContent.trim()), 'a control has no name');

    /* Nothing is loaded from anywhere. */
    const picture = new Image();
    picture.src = 'https://example.org/picture.png';
    await wait(100);
    check(violations.length === 1, `the policy let something through, or forbade something else: ${violations}`);

  } catch (error) {
    findings.push(`${error.name}: ${error.message}`);
  }
  const out = document.createElement('pre');
  out.id = 'ui:findings';
  out.textContent = JSON.stringify({ n, findings, width: innerWidth, height: document.documentElement.scrollHeight });
  document.body.append(out);
});
