// The rules of a password, ticked while it is typed; the counter checks them again.

import { changeIcon, word } from './page.js';

const list = document.getElementById('password-rules');
const said = document.getElementById('rules-said');
const present = document.getElementById('present');
const wanted = document.getElementById('wanted');
const again = document.getElementById('again');

const RULES = {
  length: () => wanted.value.length >= Number(list.dataset.shortest),
  login: () => wanted.value !== '' && !wanted.value.toLowerCase().includes(list.dataset.login),
  other: () => wanted.value !== '' && wanted.value !== present.value,
  same: () => wanted.value !== '' && wanted.value === again.value,
};

function show() {
  const open = [];
  for (const line of list.children) {
    const met = RULES[line.dataset.rule]();
    line.classList.toggle('met', met);
    changeIcon(line.querySelector('svg'), met ? 'success' : 'dot');
    if (!met) {
      open.push(line.textContent.trim());
    }
  }
  return open;
}

for (const field of [present, wanted, again]) {
  field.addEventListener('input', show);
  field.addEventListener('change', () => {
    const open = show();
    said.textContent = open.length === 0 ? word('password.met') : word('password.open', open.join(' / '));
  });
}
show();
