// Keeps what is being typed in a form marked data-draft="key" on the server, so that it is there
// again after a new login. Secrets are left out, and the draft goes when its act is done.

import { get, put, remove } from './api.js';
import { element, notice, word } from './page.js';

const REST = 1000;

export async function keepDrafts() {
  const done = document.getElementById('frame').dataset.draftDone;
  if (done) {
    await remove(pathOf(done)).catch(() => {});
  }
  for (const form of document.querySelectorAll('form[data-draft]')) {
    keep(form, form.dataset.draft);
  }
}

function pathOf(key) {
  return `/api/drafts/${encodeURIComponent(key)}`;
}

async function keep(form, key) {
  let timer;
  const save = () => put(pathOf(key), valuesOf(form), { keepalive: true }).catch(() => {});
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, REST);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', () => clearTimeout(timer));

  if (form.querySelector('[aria-invalid="true"], fieldset.field .field__error')) {
    return;
  }
  const draft = await get(pathOf(key)).catch(() => null);
  if (draft && differs(draft, valuesOf(form))) {
    restore(form, draft);
    form.prepend(restored(form, key));
  }
}

function fields(form) {
  return [...form.elements].filter(
    (field) =>
      field.name &&
      !field.disabled &&
      !['hidden', 'password', 'submit', 'button', 'file'].includes(field.type) &&
      !field.hasAttribute('data-secret'),
  );
}

function valuesOf(form) {
  const values = {};
  for (const field of fields(form)) {
    if (field.type === 'radio' || field.type === 'checkbox') {
      values[field.name] ??= [];
      if (field.checked) {
        values[field.name].push(field.value);
      }
    } else {
      values[field.name] = [field.value];
    }
  }
  return values;
}

function differs(draft, values) {
  return Object.keys(values).some(
    (name) => name in draft && JSON.stringify(draft[name]) !== JSON.stringify(values[name]),
  );
}

function restore(form, draft) {
  for (const field of fields(form)) {
    const values = draft[field.name];
    if (!Array.isArray(values)) {
      continue;
    }
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked = values.includes(field.value);
    } else {
      field.value = values[0] ?? '';
    }
  }
  form.dispatchEvent(new Event('change', { bubbles: true }));
}

function restored(form, key) {
  const drop = element('button', { type: 'button', class: 'button button--line button--small' }, word('draft.drop'));
  const box = notice('notice', word('draft.restored'), drop);
  drop.addEventListener('click', async () => {
    await remove(pathOf(key)).catch(() => {});
    form.reset();
    form.dispatchEvent(new Event('change', { bubbles: true }));
    await remove(pathOf(key)).catch(() => {});
    box.remove();
  });
  return box;
}
