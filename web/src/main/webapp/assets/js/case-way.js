// A case on its diagram: what it passed in green, where it stands in blue.

import { get } from './api.js';
import { element, refusalNotice, word } from './page.js';
import { mark, showProcess } from './diagram.js';

const place = document.getElementById('way');

try {
  const way = await get(`/api/applications/${encodeURIComponent(place.dataset.case)}/way`);
  const xml = await get(`/api/processes/${encodeURIComponent(way.process)}/xml`, { as: 'text' });
  const viewer = await showProcess(place, xml);
  mark(viewer, way.passed, 'passed');
  mark(viewer, way.flows, 'passed');
  mark(viewer, way.current, 'current');
  place.setAttribute('aria-label', word('way.label', way.passed?.length ?? 0));
} catch (fault) {
  place.replaceChildren(element('div', { class: 'stack' }, refusalNotice(fault)));
}
