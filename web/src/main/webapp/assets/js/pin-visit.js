// A visit for PINs while card or holder are waited for: what the card is doing, how far each PIN
// is, and the page of the next step as soon as that is due.

import { get, post, repeatedly } from './api.js';
import { showSilence, showState } from './card-state.js';
import { element, refusalNotice, terminal, word } from './page.js';

const page = document.getElementById('visit');
const now = document.getElementById('now');
const resume = now.querySelector('.state__act button');
const refused = document.getElementById('refused');
const pins = document.getElementById('pins-so-far');
const address = `/api/pin-services/${encodeURIComponent(page.dataset.visit)}`;
const here = `?terminal=${encodeURIComponent(terminal)}`;

function show(progress) {
  if ((progress.step || 'set-pins') !== page.dataset.step) {
    location.reload();
    return;
  }
  showState(now, progress);
  pins.replaceChildren(...progress.pins.map(pinView));
}

function pinView({ type, way, word: said }) {
  return element(
    'p',
    { class: 'writing__pin' },
    element('strong', {}, word(`type.${type}`)),
    ` ${word(`pin.way.${way}`)} `,
    element('span', {}, said),
  );
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

repeatedly(async () => show(await get(`${address}/progress${here}`)), 0.7, (fault) => showSilence(now, fault));
