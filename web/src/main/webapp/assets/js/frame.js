// What every page of the staff does: clock, opening hours, reader, shortcuts, session, drafts.

import { get, post, repeatedly, Unreachable } from './api.js';
import { changeIcon, terminal, word } from './page.js';
import { keepDrafts } from './drafts.js';
import { date, echoDates, nearDate } from './wareki.js';
import { useShortcuts } from './shortcuts.js';

const ENDING_SOON = 180;

function runClock() {
  const clock = document.getElementById('clock');
  const start = Date.parse(clock.dateTime) - performance.now();
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });
  const time = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit' });
  const sorted = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
  const show = () => {
    const now = new Date(start + performance.now());
    clock.textContent = `${date(day.format(now))} ${time.format(now)}`;
  };
  show();
  setInterval(show, 5000);
  return () => {
    const now = new Date(start + performance.now());
    return { day: day.format(now), time: sorted.format(now) };
  };
}

/** Whether the counter is open at this minute, and until when; else when it opens next. */
function watchHours(now) {
  const place = document.getElementById('hours');
  let today;
  const show = () => {
    if (!today) {
      return;
    }
    const { time } = now();
    const [from, to] = [today.from?.slice(0, 5), today.to?.slice(0, 5)];
    const open = today.open && from <= time && time < to;
    const opening = today.open && time < from ? `${today.date}T${from}` : (today.nextOpening ?? '');
    changeIcon(place.querySelector('svg'), open ? 'success' : 'cross');
    place.lastElementChild.textContent = open
      ? word('hours.open', to)
      : word('hours.closed', opening ? `${nearDate(opening)} ${opening.slice(11, 16).replace(/^0/, '')}` : '');
    place.hidden = false;
  };
  setInterval(show, 5000);
  repeatedly(async () => {
    today = await get(`/api/calendar/${now().day}`);
    show();
  }, 300);
}

function watchReader() {
  if (!terminal) {
    return;
  }
  const place = document.getElementById('reader');
  const often = document.querySelector('[data-watch-card]') ? 2 : 10;
  let shown = '';
  repeatedly(
    async () => {
      const seen = await get(`/api/terminals/${encodeURIComponent(terminal)}/card`);
      if (seen.reader !== shown) {
        shown = seen.reader;
        changeIcon(place.querySelector('svg'), `reader-${seen.reader.toLowerCase()}`);
        place.lastElementChild.textContent = word(`reader.${seen.reader}`);
        place.hidden = false;
      }
      reachable(true);
      document.dispatchEvent(new CustomEvent('card', { detail: seen }));
    },
    often,
    (fault) => reachable(!(fault instanceof Unreachable)),
  );
}

function reachable(yes) {
  const banner = document.getElementById('outage');
  if (!yes) {
    banner.lastElementChild.textContent = word('unreachable');
  }
  banner.hidden = yes;
}

/** Nothing of a resident stays on the screen; the way back to this page is kept. */
function goToEnd() {
  const here = location.pathname + location.search;
  location.assign(`/session-ended.xhtml?from=${encodeURIComponent(here)}`);
}

function watchSession() {
  const dialog = document.getElementById('ending');
  const left = dialog.querySelector('strong');
  let countdown;
  let ends = 0;

  const stay = () => {
    clearInterval(countdown);
    countdown = undefined;
    dialog.close();
  };
  const tick = () => {
    const seconds = Math.round((ends - performance.now()) / 1000);
    if (seconds <= 0) {
      goToEnd();
    }
    left.textContent = word('ending.left', Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0'));
  };
  dialog.querySelector('button').addEventListener('click', async () => {
    await post('/api/session/extend').catch(() => {});
    stay();
  });
  dialog.addEventListener('cancel', (event) => event.preventDefault());

  repeatedly(
    async () => {
      const { remainingSeconds } = await get('/api/session');
      reachable(true);
      if (remainingSeconds === null || remainingSeconds > ENDING_SOON) {
        stay();
        return;
      }
      ends = performance.now() + remainingSeconds * 1000;
      if (!countdown) {
        tick();
        countdown = setInterval(tick, 1000);
        dialog.showModal();
      }
    },
    30,
    (fault) => {
      reachable(!(fault instanceof Unreachable));
      if (fault.status === 401) {
        goToEnd();
      }
    },
  );
}

/** A button with data-ask is pressed in earnest only after its question was answered with yes. */
function askFirst() {
  const dialog = document.getElementById('ask');
  const [no, yes] = dialog.querySelectorAll('button');
  let asked;
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-ask]');
    if (!button || button === asked) {
      asked = undefined;
      return;
    }
    event.preventDefault();
    dialog.querySelector('h2').textContent = button.dataset.ask;
    yes.textContent = button.firstChild.textContent.trim();
    yes.onclick = () => {
      dialog.close();
      asked = button;
      button.click();
    };
    no.onclick = () => dialog.close();
    dialog.showModal();
  });
}

/** A form is sent once, however often its button is pressed. */
function sendOnce() {
  for (const form of document.querySelectorAll('form[method="post"]')) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'yes';
      event.submitter?.setAttribute('aria-busy', 'true');
    });
  }
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
    }
  });
}

function printOnDemand() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.addEventListener('click', () => print());
  }
}

/** After a refused form nothing in error is folded away, and the first such field has the focus. */
function goToFirstError() {
  for (const folded of document.querySelectorAll('details:has(.field__error)')) {
    folded.open = true;
  }
  document.querySelector('[aria-invalid="true"], fieldset.field:has(.field__error) input')?.focus();
}

watchHours(runClock());
watchReader();
watchSession();
useShortcuts();
askFirst();
sendOnce();
printOnDemand();
echoDates();
keepDrafts();
goToFirstError();

