// Sends the resident register's file, and watches the import that follows: it goes on by itself,
// whether or not somebody looks.

import { get, Refusal, repeatedly, Unreachable } from './api.js';
import { refusalNotice, word } from './page.js';
import { progress } from './progress.js';

const answer = document.getElementById('import-answer');
const form = document.getElementById('import');
const run = document.getElementById('run');

/** fetch does not tell how much of a body is sent. */
function send(file, sent) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/residents/import');
    request.setRequestHeader('Content-Type', 'text/csv');
    request.setRequestHeader('X-Madoguchi', '1');
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'ja');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      sent(event.total ? Math.round((event.loaded / event.total) * 100) : 0);
    });
    request.addEventListener('load', () => {
      if (request.status === 202) {
        resolve(request.response);
      } else {
        reject(new Refusal(request.status, request.response));
      }
    });
    request.addEventListener('error', () => reject(new Unreachable('import')));
    request.send(file);
  });
}

const stay = (event) => event.preventDefault();

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  const place = document.getElementById('sending');
  const bar = document.getElementById('sending-progress');
  const file = form.elements.file.files[0];
  button.disabled = true;
  place.hidden = false;
  addEventListener('beforeunload', stay);
  try {
    const started = await send(file, progress(bar, document.getElementById('sending-said'), 'import.sent'));
    removeEventListener('beforeunload', stay);
    location.assign(`?id=${started.id}`);
  } catch (fault) {
    removeEventListener('beforeunload', stay);
    answer.replaceChildren(refusalNotice(fault));
    button.disabled = false;
    place.hidden = true;
    form.elements.file.focus();
  }
});

if (run?.dataset.underWay === 'true') {
  const show = progress(document.getElementById('run-progress'), document.getElementById('run-said'), 'import.done');
  const number = (id, count) => {
    document.getElementById(id).textContent = word('import.lines', count.toLocaleString('ja-JP'));
  };
  repeatedly(async () => {
    const now = await get(`/api/residents/imports/${run.dataset.run}`);
    number('run-read', now.linesRead);
    number('run-kept', now.linesKept);
    number('run-refused', now.linesRefused);
    if (now.state !== 'WAITING' && now.state !== 'RUNNING') {
      location.assign(`?id=${run.dataset.run}`);
      return;
    }
    show(Math.min(99, Math.floor((now.linesRead * 100) / Math.max(1, now.linesExpected))));
  }, 1);
}
