// The training stage's tools: a card on and off the virtual reader, also in the middle of a writing,
// the reader's cable, and the office's clock.

import { post, put } from './api.js';
import { changeIcon, notice, refusalNotice, word } from './page.js';

const answer = document.getElementById('training-answer');
const cards = document.getElementById('training-card');
const tear = document.getElementById('training-tear');
const cable = document.getElementById('training-cable');
const onReader = document.getElementById('on-reader');
const clock = document.getElementById('training-clock');
const terminal = document.getElementById('frame').dataset.terminal || 'T1';

const chosen = () => cards.elements.other.value.trim() || cards.elements.card.value;
const at = `terminal=${encodeURIComponent(terminal)}`;
const rack = (act) => `/api/training/cards/${encodeURIComponent(chosen())}/${act}?${at}`;

async function doing(act, done) {
  try {
    const told = await act();
    answer.replaceChildren(told?.waiting ? notice('warning', answer.dataset.waiting) : notice('success', done));
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

const replace = document.getElementById('card-replace');

replace.addEventListener('click', async () => {
  try {
    const card = await post(`/api/training/cards/${encodeURIComponent(chosen())}/replacement`);
    cards.elements.other.value = card.cardSerial;
    answer.replaceChildren(notice('success', replace.dataset.replaced.replace('#', card.cardSerial)));
  } catch (fault) {
    answer.replaceChildren(refusalNotice(fault));
  }
});

tear.addEventListener('submit', (event) => {
  event.preventDefault();
  const after = tear.elements.after.value;
  doing(() => post(`${rack('tear')}&afterCommand=${encodeURIComponent(after)}`), tear.dataset.prepared.replace('#', after));
});

document.getElementById('tear-now').addEventListener('click', () => {
  doing(() => post(`${rack('tear')}&afterCommand=0`), tear.dataset.torn);
});

for (const act of ['unplug', 'plug']) {
  document.getElementById(act).addEventListener('click', () => {
    doing(() => post(`/api/training/reader/${act}?${at}`), cable.dataset[`${act}ged`]);
  });
}

document.addEventListener('card', ({ detail }) => {
  changeIcon(onReader.querySelector('svg'), `reader-${detail.reader.toLowerCase()}`);
  onReader.lastElementChild.textContent = [word(`reader.${detail.reader}`), detail.card?.serial].filter(Boolean).join(' ');
});

clock.addEventListener('submit', (event) => {
  event.preventDefault();
  doing(async () => {
    await put('/api/training/clock', { now: `${clock.elements.moment.value}:00+09:00` });
    location.reload();
  }, clock.dataset.moved);
});
