// The training stage's tools: a card on and off the virtual reader, and the office's clock.

import { post, put } from './api.js';
import { notice, refusalNotice } from './page.js';

const answer = document.getElementById('training-answer');
const cards = document.getElementById('training-card');
const clock = document.getElementById('training-clock');
const terminal = document.getElementById('frame').dataset.terminal || 'T1';

const chosen = () => cards.elements.other.value.trim() || cards.elements.card.value;
const rack = (act) => `/api/training/cards/${encodeURIComponent(chosen())}/${act}?terminal=${encodeURIComponent(terminal)}`;

async function doing(act, done) {
  try {
    await act();
    answer.replaceChildren(notice('success', done));
  } catch (fault) {
    answer.replaceChildren(refusalNotice(fault));
  }
}

cards.addEventListener('submit', (event) => {
  event.preventDefault();
  doing(() => post(rack('insert')), cards.dataset.inserted);
});

document.getElementById('card-remove').addEventListener('click', () => {
  doing(() => post(rack('remove')), cards.dataset.removed);
});

clock.addEventListener('submit', (event) => {
  event.preventDefault();
  doing(async () => {
    await put('/api/training/clock', { now: `${clock.elements.moment.value}:00+09:00` });
    location.reload();
  }, clock.dataset.moved);
});
