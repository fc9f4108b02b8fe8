// Card writing, readable from a metre: what the card is doing, how far each certificate is, what
// went wrong and the one next step.

import { get, post, repeatedly } from './api.js';
import { showSilence, showState } from './card-state.js';
import { element, refusalNotice, terminal, word } from './page.js';

const page = document.getElementById('writing');
const now = document.getElementById('now');
const resume = now.querySelector('.state__act button');
const refused = document.getElementById('refused');
const certificates = document.getElementById('certificates');
const left = document.getElementById('left');
const address = `/api/applications/${encodeURIComponent(page.dataset.case)}/writing`;
const here = `?terminal=${encodeURIComponent(terminal)}`;

let shown = '';

function show(writing) {
  const same = JSON.stringify(writing);
  if (same === shown) {
    return;
  }
  if (now.dataset.state !== writing.state) {
    refused.replaceChildren();
  }
  shown = same;
  showState(now, writing);
  certificates.replaceChildren(...writing.certificates.map(certificateView));
  left.textContent = writing.secondsLeft > 0 ? word('writing.left', writing.secondsLeft) : '';
  document.getElementById('done-place').hidden = writing.state !== 'DONE';
  document.getElementById('keep-card').hidden = writing.look === 'DONE' || writing.look === 'STOPPED';
}

function certificateView(certificate) {
  const name = word(`type.${certificate.type}`);
  return element(
    'div',
    { class: 'writing__certificate' },
    element('span', { class: 'writing__name' }, name),
    element('span', {}, certificate.word),
    element('span', { class: 'number' }, word('writing.step', certificate.done, certificate.of)),
    element('progress', {
      class: 'progress',
      max: certificate.of,
      value: certificate.done,
      'aria-label': name,
    }),
  );
}

/** What was shown is told anew once the server answers again. */
function silent(fault) {
  shown = '';
  showSilence(now, fault);
}

resume.addEventListener('click', async () => {
  resume.setAttribute('aria-busy', 'true');
  try {
    await post(`${address}/resume${here}`);
    refused.replaceChildren();
  } catch (fault) {
    refused.replaceChildren(refusalNotice(fault));
  } finally {
    resume.removeAttribute('aria-busy');
  }
});

repeatedly(async () => show(await get(address + here)), 0.7, silent);
