// 暗証番号: who stands at the counter, and whether somebody stands there for them.

import { onCard } from './person-by-card.js';

if (document.querySelector('[data-watch-card="find"]')) {
  document.addEventListener('card', onCard);
}

const place = document.getElementById('representative-place');
const routes = document.querySelectorAll('input[name="route"]');

/** Whoever is not represented has no representative to be named. */
function show() {
  const chosen = [...routes].find((route) => route.checked);
  place.hidden = chosen?.value !== 'LEGAL_REPRESENTATIVE';
}

if (place) {
  routes.forEach((route) => route.addEventListener('change', show));
  show();
}
