// Watches the run that prints expiry notices: it goes on by itself, whether or not somebody looks.

import { get, repeatedly } from './api.js';
import { word } from './page.js';
import { progress } from './progress.js';

const run = document.getElementById('run');

if (run?.dataset.underWay === 'true') {
  const show = progress(document.getElementById('run-progress'), document.getElementById('run-said'), 'expiry.done');
  repeatedly(async () => {
    const now = await get(`/api/expiry/runs/${run.dataset.run}`);
    document.getElementById('run-examined').textContent = word('expiry.of', now.examined, now.holders);
    document.getElementById('run-printed').textContent = word('expiry.letters', now.printed);
    if (now.state !== 'RUNNING' && now.state !== 'STOPPING') {
      location.assign(location.pathname);
      return;
    }
    show(Math.min(99, Math.floor((now.examined * 100) / Math.max(1, now.holders))));
  }, 2);
}
