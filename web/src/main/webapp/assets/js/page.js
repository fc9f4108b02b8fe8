// What every module of a page needs: its words, its icons, small pieces of DOM.

const frame = document.getElementById('frame');
const words = JSON.parse(frame?.dataset.words || '{}');

export const terminal = frame?.dataset.terminal ?? '';

/** A word of the page's bundle (keys below `js.`), its places {0}, {1}, … filled in. */
export function word(key, ...values) {
  const text = words[key] ?? key;
  return text.replace(/\{(\d)\}/g, (place, index) => values[index] ?? '');
}

/** An element with attributes and children; a child that is text stays text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';
const SPRITE = new URL('../icons/icons.svg', import.meta.url).pathname;

export function icon(name, small = false) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', small ? 'icon icon--small' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${SPRITE}#${name}`);
  svg.append(use);
  return svg;
}

export function changeIcon(svg, name) {
  svg.querySelector('use').setAttribute('href', `${SPRITE}#${name}`);
}

/** A notification banner: kind is success, error, warning or notice. */
export function notice(kind, title, ...body) {
  const box = element('div', {
    class: `notice notice--${kind}`,
    role: kind === 'error' ? 'alert' : 'status',
  });
  const mark = element('span', { class: 'notice__icon' });
  mark.append(icon(kind));
  box.append(mark, element('p', { class: 'notice__title' }, title));
  if (body.length > 0) {
    box.append(element('div', { class: 'notice__body' }, ...body));
  }
  return box;
}

/** What to show of a refusal: the problem's own words, or that nobody answers. */
export function refusalNotice(fault) {
  const problem = fault.problem;
  if (!problem) {
    return notice('error', word('unreachable'), word('unreachable.next'));
  }
  const said = [problem.detail].filter(Boolean);
  return notice('error', problem.title ?? word('failed', fault.status ?? ''), ...said);
}
