// One state of a card and its writing: a picture, one sentence, one next step. A screen reader
// hears it once for each change, and not each time the server is asked.

import { Unreachable } from './api.js';
import { changeIcon, element, icon, word } from './page.js';

/**
 * Shows a state in the place that the tag cardState made.
 *
 * @param {HTMLElement} place the tag's
 * @param told what the server tells: state, look, symbol, sentence, next, inUse, resume
 */
export function showState(place, told) {
  const box = place.firstElementChild;
  fill(box, told);
  if (place.dataset.state !== told.state) {
    place.dataset.state = told.state;
    const [status, alert] = ['status', 'alert'].map((role) => place.querySelector(`:scope > [role="${role}"]`));
    const urgent = told.look === 'STOPPED';
    (urgent ? status : alert).textContent = '';
    (urgent ? alert : status).textContent = [told.sentence, told.inUse, told.next].filter(Boolean).join(' ');
  }
}

/** A state to be put into a place that is read aloud anyway. */
export function stateBox(told) {
  const box = element(
    'div',
    { class: 'state' },
    icon(told.symbol),
    element('p', { class: 'state__sentence' }),
    element('p', { class: 'state__next' }),
  );
  fill(box, told);
  return box;
}

/** What is known stays there; only that nothing new is heard is told. */
export function showSilence(place, fault) {
  const { problem } = fault;
  showState(place, {
    state: fault instanceof Unreachable ? 'SERVER_AWAY' : `REFUSED ${fault.status ?? ''}`,
    look: 'STOPPED',
    symbol: 'state-server-away',
    sentence: problem?.title ?? word('writing.unreachable'),
    next: problem?.detail ?? word('writing.unreachable.next'),
  });
}

function fill(box, told) {
  box.dataset.look = told.look;
  changeIcon(box.querySelector('svg'), told.symbol);
  setText(box.querySelector('.state__sentence'), told.sentence);
  setText(box.querySelector('.state__next'), told.next);
  const inUse = box.querySelector('.state__in-use');
  if (inUse) {
    setText(inUse, told.inUse ?? '');
    inUse.hidden = !told.inUse;
    const act = box.querySelector('.state__act');
    setText(act.firstElementChild, told.resume ?? '');
    act.hidden = !told.resume;
  }
}

function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}
