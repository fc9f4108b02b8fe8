// How far something is that goes on by itself.

import { word } from './page.js';

/** With how many percent the progress is said again. */
const TOLD = 10;

/** Fills a bar, and says it only now and then: a screen reader would talk without end. */
export function progress(bar, said, key) {
  let told = -1;
  return (percent) => {
    bar.value = percent;
    const step = Math.floor(percent / TOLD);
    if (step !== told) {
      told = step;
      said.textContent = word(key, step * TOLD);
    }
  };
}
