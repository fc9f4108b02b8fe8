// The applicant's screen. It shows where the counter is, and takes the PINs: typed twice, checked
// while they are typed, sealed, sent once, and forgotten.

import { get, repeatedly } from './api.js';
import { element, icon } from './page.js';
import { LANGUAGES, WORDS } from './customer-words.js';
import { PinEntry } from './pin-entry.js';
import { canSeal, sendSealed } from './pin-seal.js';

const terminal = location.pathname.split('/').filter(Boolean).pop();
const address = `/api/customer/${encodeURIComponent(terminal)}`;
const screen = document.getElementById('screen');
const pause = document.getElementById('pause');

let language = 'ja';
let paused = false;
let entry = null;
let sent = false;
let state = { state: 'IDLE' };
let drawn = '';
const keypad = { shuffled: false };

const word = (key, ...values) =>
  (WORDS[language][key] ?? key).replace(/\{(\d)\}/g, (place, index) => values[index] ?? '');

const PICTURES = {
  IDLE: 'person',
  CONFIRM: 'notice',
  WRITING: 'state-going-on',
  AUTHORITY_SLOW: 'state-authority-slow',
  DONE: 'state-done',
  PIN_CONFIRM: 'state-tries-asked',
  PIN_SETTING: 'state-pin-going-on',
  PIN_TORN: 'state-pin-torn',
  PIN_DONE: 'state-pins-set',
  NO_CARD: 'state-no-card',
  CARD_TORN: 'state-card-torn',
  WRONG_CARD: 'state-wrong-card',
  OTHER_KIND: 'state-other-kind',
  AUTHORITY_AWAY: 'state-authority-away',
  FAULT: 'warning',
  LOST: 'clock',
  SENT: 'success',
  INSECURE: 'warning',
};

/** The faces with which it is worth knowing what the card is good for meanwhile. */
const STANDS_STILL = new Set(['CARD_TORN', 'WRONG_CARD', 'AUTHORITY_AWAY']);

function draw(force = false) {
  const face = faceNow();
  const signature = JSON.stringify([face, state.step, state.of, state.inUse, state.types, state.pins, state.tries, language]);
  if (!force && signature === drawn) {
    return;
  }
  drawn = signature;
  drawTop();
  if (face === 'PINS') {
    drawEntry();
  } else if (face === 'PAUSED') {
    drawPause();
  } else {
    drawFace(face);
  }
}

function faceNow() {
  if (paused) {
    return 'PAUSED';
  }
  if (state.state === 'PINS' && sent) {
    return 'SENT';
  }
  return state.state === 'PINS' && !canSeal() ? 'INSECURE' : state.state;
}

function drawTop() {
  document.documentElement.lang = LANGUAGES.find((each) => each.key === language).lang;
  const group = document.getElementById('languages');
  group.setAttribute('aria-label', word('languages'));
  group.replaceChildren(
    ...LANGUAGES.map(({ key, name, lang }) => {
      const button = element(
        'button',
        { type: 'button', class: 'button button--line', lang, 'aria-pressed': String(key === language) },
        name,
      );
      button.addEventListener('click', () => {
        language = key;
        draw(true);
      });
      return button;
    }),
  );
  pause.textContent = word('pause');
  pause.hidden = paused;
}

function drawFace(face) {
  const picture = icon(PICTURES[face] ?? 'notice');
  picture.classList.add(['DONE', 'PIN_DONE', 'SENT'].includes(face) ? 'icon--success' : `icon--${face.toLowerCase()}`);
  const said = [word(face), word(`${face}.text`, state.step, state.of)];
  if (state.inUse && STANDS_STILL.has(face)) {
    said.push(word(`inUse.${state.inUse}`));
  }
  const [title, ...lines] = said;
  const parts = [picture, element('h1', {}, title), ...lines.map((line) => element('p', {}, line))];
  if (face === 'CONFIRM' || face === 'PIN_CONFIRM') {
    parts.push(
      element(
        'ul',
        { class: 'customer__types' },
        ...(state.types ?? []).map((type) => element('li', {}, word(type))),
      ),
    );
  }
  if ((face === 'WRITING' || face === 'AUTHORITY_SLOW') && state.of) {
    parts.push(
      element('progress', { class: 'progress', max: state.of, value: state.step, 'aria-label': title }),
    );
  }
  screen.replaceChildren(...parts);
  say(said.join(' '));
}

function drawPause() {
  const resume = element('button', { type: 'button', class: 'button button--main' }, word('resume'));
  resume.addEventListener('click', () => {
    paused = false;
    draw(true);
  });
  screen.replaceChildren(
    icon('lock'),
    element('h1', {}, word('paused')),
    element('p', {}, word('paused.text')),
    resume,
  );
  resume.focus();
}

function drawEntry() {
  entry ??= new PinEntry(asked(), send, keypad);
  entry.draw(screen, word);
}

/** What is to be typed, with the tries that the card still takes of a current PIN. */
const asked = () =>
  (state.pins ?? []).map((name) => ({ name, tries: state.tries.find((one) => one.pin === name) }));

async function send(pins) {
  try {
    await sendSealed(terminal, `${address}/pins`, pins);
    sent = true;
    entry = null;
    draw(true);
  } catch {
    entry = new PinEntry(asked(), send, keypad, 'pin.refused');
    draw(true);
  } finally {
    for (const type of Object.keys(pins)) {
      pins[type] = '';
    }
  }
}

/** As long as this is the same, what is being typed is what the counter waits for. */
const waitsFor = ({ state: face, pins, tries }) => JSON.stringify([face, pins, tries]);

/** Heard once: what is said again in the same words is not a change. */
function say(text) {
  const place = document.getElementById('said');
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

pause.addEventListener('click', () => {
  paused = true;
  entry = null;
  draw(true);
});

repeatedly(
  async () => {
    const next = await get(address);
    if (waitsFor(next) !== waitsFor(state)) {
      entry = null;
      sent = false;
      if (next.state === 'IDLE') {
        language = 'ja';
        paused = false;
        keypad.shuffled = false;
      }
    }
    state = next;
    draw();
  },
  1,
  () => {
    if (state.state !== 'PINS') {
      state = { state: 'LOST' };
      draw();
    }
  },
);

addEventListener('pagehide', () => {
  entry = null;
  screen.replaceChildren();
});
draw(true);
