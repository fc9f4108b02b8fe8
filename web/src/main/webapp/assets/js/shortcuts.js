// The keys of a page: every link or button with data-key, / for the search field, ? for the list.

import { element, word } from './page.js';

export function useShortcuts() {
  const dialog = document.getElementById('keys');
  const search = document.getElementById('search');
  const list = () => {
    dialog.querySelector('tbody').replaceChildren(
      row('/', word('keys.search')),
      row('?', word('keys.list')),
      ...keyed().map((each) => row(each.dataset.key, labelOf(each))),
    );
    dialog.showModal();
  };
  document.getElementById('show-keys').addEventListener('click', list);
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.repeat) {
      return;
    }
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (plain && !isTyping(event.target) && !document.querySelector('dialog[open]')) {
      if (event.key === '/') {
        event.preventDefault();
        search.focus();
        search.select();
      } else if (event.key === '?') {
        event.preventDefault();
        list();
      }
      return;
    }
    const pressed = nameOf(event);
    const target = pressed && keyed().find((each) => each.dataset.key === pressed);
    if (target && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      target.click();
    }
  });
}

function keyed() {
  return [...document.querySelectorAll('[data-key]')].filter(
    (each) => each.dataset.key && !each.disabled,
  );
}

function labelOf(each) {
  const copy = each.cloneNode(true);
  copy.querySelectorAll('kbd, svg').forEach((part) => part.remove());
  return copy.textContent.trim();
}

function row(key, does) {
  return element('tr', {}, element('td', {}, element('kbd', {}, key)), element('td', {}, does));
}

function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) &&
    !/^(radio|checkbox|submit|button)$/.test(target.type)
  );
}

/** Ctrl+Enter, Alt+1, Alt+N: by the key's place, so that the input method does not matter. */
function nameOf(event) {
  if (event.metaKey || event.ctrlKey === event.altKey) {
    return null;
  }
  if (event.ctrlKey) {
    return event.key === 'Enter' ? 'Ctrl+Enter' : null;
  }
  const place = /^(?:Digit|Key)(.)$/.exec(event.code);
  return place ? `Alt+${place[1]}` : null;
}
