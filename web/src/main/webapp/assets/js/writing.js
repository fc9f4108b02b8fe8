// Card writing, readable from a metre: what the card is doing, how far each certificate is, what
// went wrong and the one next step.

import { get, repeatedly } from './api.js';
import { changeIcon, element, refusalNotice, word } from './page.js';

const page = document.getElementById('writing');
const now = document.getElementById('now');
const certificates = document.getElementById('certificates');
const left = document.getElementById('left');

const PICTURES = {
  WAITING_FOR_CARD: 'reader-empty',
  WRONG_CARD: 'error',
  WAITING_FOR_PINS: 'lock',
  WRITING: 'reader-busy',
  DONE: 'success',
  FAULT: 'error',
};

let shown = '';

function show(writing) {
  const same = JSON.stringify(writing);
  if (same === shown) {
    return;
  }
  shown = same;
  now.className = `writing__now writing__now--${writing.state}`;
  changeIcon(now.querySelector('svg'), PICTURES[writing.state] ?? 'notice');
  setText(now.querySelector('.writing__sentence'), writing.fault?.title ?? writing.message);
  setText(now.querySelector('.writing__next'), writing.fault?.next ?? writing.next ?? '');
  certificates.replaceChildren(...(writing.certificates ?? []).map(certificateView));
  left.textContent =
    writing.state === 'WRITING' && writing.secondsLeft > 0 ? word('writing.left', writing.secondsLeft) : '';
  document.getElementById('done-place').hidden = writing.state !== 'DONE';
  document.getElementById('keep-card').hidden = writing.state === 'DONE';
}

/** A status region speaks only what changed. */
function setText(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

function certificateView(certificate) {
  const name = word(`type.${certificate.type}`);
  return element(
    'div',
    { class: 'writing__certificate' },
    element('span', { class: 'writing__name' }, name),
    element('span', {}, certificate.word ?? ''),
    element('span', { class: 'number' }, word('writing.step', certificate.step, certificate.of)),
    element('progress', {
      class: 'progress',
      max: certificate.of,
      value: certificate.step,
      'aria-label': name,
    }),
  );
}

repeatedly(
  async () => show(await get(`/api/applications/${encodeURIComponent(page.dataset.case)}/writing`)),
  0.7,
  (fault) => {
    shown = '';
    certificates.replaceChildren(refusalNotice(fault));
  },
);
