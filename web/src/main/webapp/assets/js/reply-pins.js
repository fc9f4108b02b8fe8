// The PINs that the clerk types from the opened reply (R-SEALED-PIN): each once, since they are
// written down; they are sealed here, go straight to the counter and are kept nowhere on the way.

import { WORDS } from './customer-words.js';
import { RULES } from './pin-entry.js';
import { canSeal, sendSealed } from './pin-seal.js';
import { changeIcon, element, icon, notice, refusalNotice, word } from './page.js';

const form = document.getElementById('reply-pins');
const said = document.getElementById('pins-said');
const refused = document.getElementById('pins-refused');
const fields = [...form.querySelectorAll('[data-pin]')].map((place) => ({
  place,
  type: place.dataset.pin,
  input: place.querySelector('input'),
}));

/** The rules as the applicant's own screen has them, and in its words. */
for (const { place, type } of fields) {
  const words = WORDS[document.documentElement.lang] ?? WORDS.ja;
  place
    .querySelector('.rules')
    .replaceChildren(
      ...Object.keys(RULES[type].rules).map((rule) =>
        element('li', { 'data-rule': rule }, icon('dot'), element('span', {}, words[rule])),
      ),
    );
}

/** Marks the rules of a field that are met, and tells those that are not. */
function open({ place, type, input }) {
  const text = [];
  for (const line of place.querySelectorAll('[data-rule]')) {
    const met = RULES[type].rules[line.dataset.rule](input.value);
    line.classList.toggle('met', met);
    changeIcon(line.querySelector('svg'), met ? 'success' : 'dot');
    if (!met) {
      text.push(line.textContent.trim());
    }
  }
  return text;
}

function clean({ type, input }) {
  input.value = RULES[type].clean(input.value.normalize('NFKC'));
}

function hide({ place, input }) {
  input.type = 'password';
  place.querySelector('button').setAttribute('aria-pressed', 'false');
}

for (const field of fields) {
  const show = field.place.querySelector('button');
  field.input.addEventListener('input', (event) => {
    if (!event.isComposing) {
      clean(field);
      open(field);
    }
    field.input.removeAttribute('aria-invalid');
  });
  field.input.addEventListener('change', () => {
    clean(field);
    const left = open(field);
    said.textContent = left.length === 0 ? word('password.met') : word('password.open', left.join(' / '));
  });
  show.addEventListener('click', () => {
    const shown = field.input.type === 'password';
    field.input.type = shown ? 'text' : 'password';
    show.setAttribute('aria-pressed', String(shown));
  });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const unmet = fields.find((field) => open(field).length > 0);
  if (unmet) {
    unmet.input.setAttribute('aria-invalid', 'true');
    said.textContent = word('password.open', open(unmet).join(' / '));
    unmet.input.focus();
    return;
  }
  const button = event.submitter;
  button?.setAttribute('aria-busy', 'true');
  fields.forEach(hide);
  const number = encodeURIComponent(form.dataset.case);
  try {
    const pins = Object.fromEntries(fields.map(({ type, input }) => [type, input.value]));
    await sendSealed(form.dataset.terminal, `/api/applications/${number}/pins`, pins);
    form.reset();
    location.assign(`/case/writing.xhtml?id=${number}`);
  } catch (fault) {
    refused.replaceChildren(refusalNotice(fault));
  } finally {
    button?.removeAttribute('aria-busy');
  }
});

if (!canSeal()) {
  refused.replaceChildren(notice('error', word('pins.insecure'), word('pins.insecure.next')));
  for (const control of form.elements) {
    control.disabled = true;
  }
}
