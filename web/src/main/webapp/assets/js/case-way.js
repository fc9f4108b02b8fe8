// A case on its diagram: what it passed in green, where it stands in blue.

import { get } from './api.js';
import { element, notice, refusalNotice, word } from './page.js';
import { mark, showProcess } from './diagram.js';

const place = document.getElementById('way');

/** The steps between the flows taken: each flow's two ends, and those nothing has left yet. */
function ends(viewer, flows) {
  const registry = viewer.get('elementRegistry');
  const taken = flows.map((id) => registry.get(id)?.businessObject).filter(Boolean);
  const left = new Set(taken.map((flow) => flow.sourceRef.id));
  const reached = new Set(taken.map((flow) => flow.targetRef));
  const current = [...reached].filter((step) => !left.has(step.id) && step.$type !== 'bpmn:EndEvent');
  const here = new Set(current.map((step) => step.id));
  const passed = [...left, ...[...reached].map((step) => step.id)].filter((id) => !here.has(id));
  return { passed: [...new Set(passed)], current: [...here] };
}

/** The process's key: the first part of its definition's id. */
const keyOf = ({ definition }) => definition.split(':')[0];

try {
  const taken = await get(`/api/processes/taken/${encodeURIComponent(place.dataset.case)}`);
  if (taken.length === 0) {
    place.replaceChildren(notice('notice', word('way.none')));
  } else {
    const process = keyOf(taken[0]);
    const flows = taken.filter((each) => keyOf(each) === process).map((each) => each.flow);
    const xml = await get(`/api/processes/${encodeURIComponent(process)}/xml`, { as: 'text' });
    const viewer = await showProcess(place, xml);
    const { passed, current } = ends(viewer, flows);
    mark(viewer, flows, 'passed');
    mark(viewer, passed, 'passed');
    mark(viewer, current, 'current');
    document.getElementById('way-said').textContent = word('way.label', passed.length);
  }
} catch (fault) {
  place.replaceChildren(element('div', { class: 'stack' }, refusalNotice(fault)));
}
