// A judgement in words: a green line, or every reason with its source, its remedy and its date.

import { element, icon, notice, word } from './page.js';
import { date } from './wareki.js';

export function judgementView(judgement) {
  const view = element('div', { class: 'stack' });
  const refusals = judgement.findings.filter((finding) => finding.verdict === 'REFUSE');
  const notes = judgement.findings.filter((finding) => finding.verdict === 'NOTE');
  view.append(
    judgement.allowed
      ? notice('success', word('judgement.allowed'), facts(judgement))
      : notice('error', word('judgement.refused', refusals.length)),
  );
  if (refusals.length + notes.length > 0) {
    view.append(element('ul', { class: 'findings' }, ...[...refusals, ...notes].map(findingView)));
  }
  if (judgement.allowed && judgement.documents?.some((visit) => visit.length > 0)) {
    view.append(documents(judgement.documents));
  }
  return view;
}

function facts(judgement) {
  const list = element('dl', { class: 'facts' });
  const fact = (name, value) => list.append(element('dt', {}, name), element('dd', {}, value));
  fact(word('judgement.fee'), judgement.feeYen > 0 ? word('yen', judgement.feeYen) : word('judgement.free'));
  for (const [type, day] of Object.entries(judgement.notAfter ?? {})) {
    if (day) {
      fact(word(`type.${type}`), word('judgement.until', date(day)));
    }
  }
  return list;
}

function findingView(finding) {
  const refuses = finding.verdict === 'REFUSE';
  const rest = element('div', { class: 'findings__rest' });
  if (finding.remedy) {
    rest.append(element('p', {}, finding.remedy));
  }
  if (finding.possibleFrom) {
    rest.append(element('p', {}, word('judgement.from', date(finding.possibleFrom))));
  }
  rest.append(element('p', { class: 'sub' }, word('judgement.source', finding.source ?? '', finding.rule)));
  return element(
    'li',
    { class: `findings__finding findings__finding--${finding.verdict}` },
    icon(refuses ? 'error' : 'warning'),
    element(
      'p',
      { class: 'findings__reason' },
      element('span', { class: 'only-read-aloud' }, word(refuses ? 'judgement.reason' : 'judgement.note')),
      finding.reason,
    ),
    rest,
  );
}

function documents(visits) {
  const section = element('div', {}, element('h3', {}, word('judgement.documents')));
  visits.forEach((visit, index) => {
    if (visits.length > 1) {
      section.append(element('p', {}, word('judgement.visit', index + 1)));
    }
    section.append(element('ul', {}, ...visit.map((each) => element('li', {}, each.title ?? each.name ?? each))));
  });
  return section;
}
