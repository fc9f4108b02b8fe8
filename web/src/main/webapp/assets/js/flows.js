// Processes with the open cases on each step, and decision tables; both to read.

import { get } from './api.js';
import { element, refusalNotice, word } from './page.js';
import { fit, hang, showProcess } from './diagram.js';
import { setStylesByScript } from './styled.js';

const place = document.getElementById('diagram');
const tabs = document.getElementById('flow-tabs');
const about = document.getElementById('flow-about');
const counts = document.getElementById('counts');
const zoom = document.getElementById('flow-zoom');
let viewer;

async function start() {
  setStylesByScript();
  const [processes, decisions] = await Promise.all([get('/api/processes'), get('/api/decisions')]);
  const flows = [
    ...processes.map((each) => ({ ...each, kind: 'process' })),
    ...decisions.map((each) => ({ ...each, kind: 'decision' })),
  ];
  tabs.replaceChildren(
    ...flows.map((flow) => element('li', {}, element('a', { href: `#${flow.kind}/${flow.key}` }, flow.name))),
  );
  addEventListener('hashchange', () => open(flows));
  await open(flows);
}

async function open(flows) {
  const flow = flows.find((each) => `#${each.kind}/${each.key}` === location.hash) ?? flows[0];
  for (const tab of tabs.querySelectorAll('a')) {
    if (tab.hash === `#${flow.kind}/${flow.key}`) {
      tab.setAttribute('aria-current', 'page');
    } else {
      tab.removeAttribute('aria-current');
    }
  }
  viewer?.destroy();
  viewer = undefined;
  place.replaceChildren();
  place.style.height = '';
  document.getElementById('flow-title').textContent = flow.name;
  about.textContent = word(`flow.${flow.kind}`, flow.version);
  zoom.hidden = flow.kind !== 'process';
  counts.hidden = flow.kind !== 'process';
  place.classList.toggle('diagram--table', flow.kind === 'decision');
  try {
    await (flow.kind === 'process' ? openProcess(flow) : openDecision(flow));
  } catch (fault) {
    place.replaceChildren(refusalNotice(fault));
  }
}

async function openProcess(flow) {
  const path = `/api/processes/${encodeURIComponent(flow.key)}`;
  const [xml, open] = await Promise.all([get(`${path}/xml`, { as: 'text' }), get(`${path}/counts`)]);
  viewer = await showProcess(place, xml);
  const registry = viewer.get('elementRegistry');
  const rows = [];
  for (const [id, count] of Object.entries(open)) {
    const name = registry.get(id)?.businessObject.name ?? id;
    hang(viewer, id, element('span', { class: 'count', title: word('flow.count', name, count) }, String(count)));
    rows.push(
      element('tr', {}, element('td', {}, name), element('td', { class: 'figure' }, word('cases', count))),
    );
  }
  if (rows.length === 0) {
    rows.push(element('tr', {}, element('td', { colspan: 2, class: 'sub' }, word('flow.none'))));
  }
  counts.querySelector('tbody').replaceChildren(...rows);
}

async function openDecision(flow) {
  const xml = await get(`/api/decisions/${encodeURIComponent(flow.key)}/xml`, { as: 'text' });
  const words = { additionalModules: [{ translate: ['value', translated] }] };
  viewer = new globalThis.DmnJS({
    container: place,
    drd: words,
    decisionTable: words,
    literalExpression: words,
  });
  await viewer.importXML(xml);
  const table = viewer.getViews().find((view) => view.type === 'decisionTable');
  if (table) {
    await viewer.open(table);
    openToKeyboard();
  }
}

/** The viewer's own words; what we have no word for stays as it is. */
function translated(template, replacements = {}) {
  const key = `dmn.${template}`;
  const text = word(key) === key ? template : word(key);
  return text.replace(/\{([^}]+)\}/g, (place, name) => replacements[name] ?? place);
}

/** A wide table scrolls within itself: also by the keyboard, and with a name for its first column. */
function openToKeyboard() {
  const table = place.querySelector('.tjs-table-container');
  table?.setAttribute('tabindex', '0');
  table?.setAttribute('role', 'group');
  table?.setAttribute('aria-labelledby', 'flow-title');
  place.querySelector('th.index-column')?.setAttribute('aria-label', word('dmn.row'));
}

zoom.addEventListener('click', ({ target }) => {
  const asked = target.closest('button')?.value;
  if (!viewer || !asked) {
    return;
  }
  if (asked === 'fit') {
    fit(viewer);
  } else {
    viewer.get('zoomScroll').stepZoom(asked === 'in' ? 1 : -1);
  }
});

start().catch((fault) => about.replaceChildren(refusalNotice(fault)));
