// The public guide works without this: it shows what a typed date was understood as, and prints.

import { echoDates } from './wareki.js';

echoDates();

const print = document.getElementById('print');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
