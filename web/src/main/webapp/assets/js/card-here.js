// Says whether the right card lies on the reader, while the step waits for it.

import { changeIcon, word } from './page.js';

const place = document.querySelector('[data-watch-card="present"]');

document.addEventListener('card', ({ detail }) => {
  const text = place.lastElementChild;
  place.classList.remove('said-right', 'said-wrong');
  if (!detail.card) {
    changeIcon(place.querySelector('svg'), `reader-${detail.reader.toLowerCase()}`);
    text.textContent = word(`present.${detail.reader}`);
    return;
  }
  const right = detail.card.serial === place.dataset.serial;
  place.classList.add(right ? 'said-right' : 'said-wrong');
  changeIcon(place.querySelector('svg'), right ? 'success' : 'error');
  text.textContent = word(right ? 'present.right' : 'present.wrong');
});
