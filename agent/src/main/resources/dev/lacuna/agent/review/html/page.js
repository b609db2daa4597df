'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = id => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const ROWS_AT_FIRST = 25;
  const PRINTED_AT_MOST = 100;

  /** An element with text or elements in it. Text is text: nothing here is parsed as HTML. */
  const make = (name, attributes = {}, ...content) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...content.filter(part => part !== null && part !== ''));
    return element;
  };

  // ---- plans -------------------------------------------------------------------------------------------------
  const spoken = op => op.toLowerCase().replace('index_only', 'index-only').replaceAll('_', ' ');
  const DETAILS = {cond: 'on', sortKey: 'by', groupKey: 'by'};
  const detailName = name => DETAILS[name] || name.replace(/[A-Z]/g, letter => ' ' + letter.toLowerCase());
  const SILENT = new Set(['width', 'workers']);

  const part = (text, name, row) =>
    row.c === 'changed' && (row.x || []).includes(name) ? make('mark', {}, text) : make('span', {}, text);

  const cell = (node, row, side) => {
    if (!node) return make('td', {class: 'void'});
    const what = make('div', {class: 'what'}, part(spoken(node.op), 'op', row));
    what.firstChild.classList.add('op');
    if (node.on) what.append(' ', part(node.on + (node.as && !node.on.endsWith('.' + node.as) ? ' ' + node.as : ''), 'relation', row));
    if (node.ix) what.append(' using ', part(node.ix, 'index', row));
    const notes = side === 'a' ? row.n || [] : [];
    if (notes.length) {
      what.append(make('span', {class: 'notes'}, ...notes.map(note => make('span', {class: 'badge warn'}, note))));
    }
    for (const [name, value] of Object.entries(node.de || {})) {
      if (!SILENT.has(name) && !(name === 'join' && value === 'inner')) {
        what.append(make('span', {class: 'detail'}, detailName(name) + ' ', part(value, name, row)));
      }
    }
    const box = make('div', {class: 'node'},
      make('span', {class: 'mark', 'aria-hidden': 'true'}, {removed: '−', added: '+', changed: '~', moved: '↷'}[row.c] || ' '),
      what,
      node.r === undefined ? '' : make('span', {class: 'est', title: 'estimated rows and cost'},
        part(node.r + (node.r === '1' ? ' row' : ' rows'), 'rows', row), node.k === undefined ? '' : make('span', {}, 'cost ' + node.k)));
    box.style.setProperty('--depth', node.d);
    const onlyRows = row.c === 'changed' && row.x.length === 1 && row.x[0] === 'rows';
    const td = make('td', {class: onlyRows ? 'estimated' : row.c || 'same'}, box);
    if (row.c) td.setAttribute('aria-label', row.c);
    return td;
  };

  const line = row => make('tr', {}, cell(row.b, row, 'b'), cell(row.a, row, 'a'));

  /** Rows that are the same on both sides, and have nothing below them that is not. */
  const isQuiet = rows => {
    const depth = row => (row.a || row.b).d;
    const quiet = rows.map(row => !row.c);
    for (let i = 0; i < rows.length; i++) {
      for (let j = i + 1; quiet[i] && j < rows.length && depth(rows[j]) > depth(rows[i]); j++) {
        if (rows[j].c) quiet[i] = false;
      }
    }
    return quiet;
  };

  const plan = (query, rows) => {
    const table = make('table', {class: 'plan'},
      make('thead', {}, make('tr', {}, make('th', {scope: 'col'}, 'Before'), make('th', {scope: 'col'}, 'After'))));
    const body = make('tbody');
    const quiet = isQuiet(rows);
    for (let i = 0; i < rows.length;) {
      let end = i;
      while (end < rows.length && quiet[end]) end++;
      if (end - i >= 3) {
        const hidden = rows.slice(i, end);
        const button = make('button', {type: 'button'}, `… ${hidden.length} nodes unchanged: ${spoken(hidden[0].a.op)}${hidden[0].a.on ? ' ' + hidden[0].a.on : ''} …`);
        const fold = make('tr', {class: 'folded'}, make('td', {colspan: '2'}, button));
        button.addEventListener('click', () => fold.replaceWith(...hidden.map(line)));
        body.append(fold);
        i = end;
      } else {
        end = Math.max(end, i + 1);
        for (; i < end; i++) body.append(line(rows[i]));
      }
    }
    table.append(body);
    return table;
  };

  // ---- a row, opened -----------------------------------------------------------------------------------------
  const quoted = text => /^[\w.\/:-]+$/.test(text) ? text : "'" + text.replaceAll("'", "'\\''") + "'";
  const acceptCommand = key =>
    `java -jar lacuna-agent.jar accept ${quoted(data.log)} ${quoted(key)} --by "$USER" --why "…"`;

  const copied = text => make('div', {class: 'copied'}, make('pre', {}, text), make('button', {type: 'button', class: 'copy'}, 'Copy'));

  const draw = details => {
    const body = details.querySelector('.body');
    if (body.firstChild) return;
    const query = data.queries[details.dataset.key];
    const headline = details.closest('.card').querySelector('h2').textContent;
    body.append(
      query.sentence === headline ? '' : make('p', {class: 'said'}, query.sentence),
      make('p', {class: 'facts muted'}, [query.site, 'logged ' + query.time, 'fingerprint ' + query.fingerprint, 'key ' + details.dataset.key].filter(Boolean).join(' · ')),
      copied(query.sql),
      query.plan === undefined
        ? make('p', {class: 'facts'}, `Before: ${query.before || 'no plan'}. After: ${query.after || 'no plan'}.`)
        : plan(query, data.plans[query.plan]));
    if (query.plan !== undefined) {
      body.append(make('p', {class: 'legend'}, '− gone · + new · ~ changed · ↷ moved. Rows and cost are the server’s estimates.'));
    }
    if (!query.accepted) body.append(copied(acceptCommand(details.dataset.key)));
  };

  const queries = all('.query');
  for (const details of queries) details.addEventListener('toggle', () => details.open && draw(details));

  // ---- copy --------------------------------------------------------------------------------------------------
  const copy = (text, button) => {
    const done = () => {
      if (!button) return;
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    };
    const select = () => {
      const pre = button && button.parentElement.querySelector('pre');
      if (pre) getSelection().selectAllChildren(pre);
    };
    navigator.clipboard ? navigator.clipboard.writeText(text).then(done, select) : select();
  };
  document.addEventListener('click', event => {
    const button = event.target.closest('.copy');
    if (button) copy(button.parentElement.querySelector('pre').textContent, button);
  });

  // ---- filters -----------------------------------------------------------------------------------------------
  const texts = new Map();
  const textOf = details => {
    if (!texts.has(details)) {
      const query = data.queries[details.dataset.key];
      texts.set(details, [query.sentence, query.sql, query.site, query.fingerprint, details.dataset.key, query.before, query.after].join(' ').toLowerCase());
    }
    return texts.get(details);
  };

  const shows = () => {
    const severities = new Set(all('.toggle[aria-pressed="true"]').map(button => button.dataset.severity));
    const table = byId('table').value;
    const settled = byId('settled').value;
    const words = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean);
    return details => severities.has(details.dataset.severity)
      && (!table || details.dataset.tables.split('\n').includes(table))
      && (!settled || details.dataset.settled === settled)
      && words.every(word => textOf(details).includes(word));
  };

  const filter = () => {
    const isShown = shows();
    let shown = 0;
    for (const card of all('.card')) {
      const matching = [];
      for (const details of all('.query', card)) {
        if (isShown(details)) matching.push(details); else details.hidden = true;
      }
      const limit = card.dataset.whole ? matching.length : ROWS_AT_FIRST;
      matching.forEach((details, i) => { details.hidden = i >= limit; });
      const rest = card.querySelector('.rest');
      rest.hidden = matching.length <= limit;
      rest.textContent = `Show ${matching.length - limit} more`;
      card.hidden = matching.length === 0;
      shown += matching.length;
    }
    for (const fold of all('.fold')) fold.hidden = !fold.querySelector('.card:not([hidden])');
    byId('shown').textContent = shown === queries.length ? '' : `${shown} of ${queries.length}`;
    byId('none').hidden = shown > 0 || queries.length === 0;
  };

  for (const button of all('.toggle')) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      filter();
    });
  }
  for (const button of all('.rest')) {
    button.addEventListener('click', () => {
      button.closest('.card').dataset.whole = 'true';
      filter();
    });
  }
  byId('table').addEventListener('change', filter);
  byId('settled').addEventListener('change', filter);
  let typing;
  byId('search').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(filter, 120);
  });

  // ---- open, keys, print -------------------------------------------------------------------------------------
  const visible = () => queries.filter(details => details.checkVisibility());
  const toggleAll = () => {
    const shown = visible();
    const open = shown.some(details => !details.open);
    for (const details of shown) details.open = open;
    byId('all').textContent = open ? 'Close all' : 'Open all';
  };
  byId('all').addEventListener('click', toggleAll);

  const current = () => document.activeElement && document.activeElement.closest('.query');
  const focus = details => {
    if (!details) return;
    details.querySelector('summary').focus({preventScroll: true});
    details.scrollIntoView({block: 'nearest'});
  };
  const step = by => {
    const shown = visible();
    const at = shown.indexOf(current());
    focus(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by))]);
  };
  const stepCard = by => {
    const cards = all('.card').filter(card => card.checkVisibility());
    const at = cards.indexOf(current() && current().closest('.card'));
    const card = cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + by))];
    if (card) focus(all('.query', card).find(details => !details.hidden));
  };

  const theme = () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  };
  byId('theme').addEventListener('click', theme);
  byId('keys').addEventListener('click', () => byId('help').showModal());

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => stepCard(1),
    p: () => stepCard(-1),
    o: () => { const details = current(); if (details) details.open = !details.open; },
    e: toggleAll,
    a: () => { const details = current(); if (details) copy(acceptCommand(details.dataset.key)); },
    1: () => all('.toggle')[0].click(),
    2: () => all('.toggle')[1].click(),
    3: () => all('.toggle')[2].click(),
    '/': () => byId('search').focus(),
    t: theme,
    '?': () => byId('help').showModal(),
  };
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && event.target === byId('search')) {
      byId('search').value = '';
      filter();
      byId('search').blur();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, dialog')) return;
    const action = Object.hasOwn(keys, event.key) && keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  let openedToPrint = [];
  addEventListener('beforeprint', () => {
    const shut = details => !details.open;
    openedToPrint = visible().filter(shut).slice(0, PRINTED_AT_MOST)
      .concat(all('.remedies').filter(details => shut(details) && details.checkVisibility()));
    for (const details of openedToPrint) {
      details.open = true;
      if (details.matches('.query')) draw(details);
    }
  });
  addEventListener('afterprint', () => {
    for (const details of openedToPrint) details.open = false;
  });

  const openLinked = () => {
    const details = location.hash && byId('q-' + decodeURIComponent(location.hash.slice(1)));
    if (details && details.classList.contains('query')) {
      details.hidden = false;
      const fold = details.closest('.fold');
      if (fold) fold.open = true;
      details.open = true;
      focus(details);
    }
  };
  addEventListener('hashchange', openLinked);

  filter();
  const first = document.querySelector('main > .card .query');
  if (first && !location.hash) first.open = true;
  openLinked();
})();
