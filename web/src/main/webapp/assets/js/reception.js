// Reception: the card finds the applicant, its four items are compared, and the judgement follows
// the form while it is filled in.

import { post } from './api.js';
import { element, icon, notice, refusalNotice, terminal, word } from './page.js';
import { stateBox } from './card-state.js';
import { onCard } from './person-by-card.js';
import { showExceptions } from './exception.js';
import { judgementView } from './judgement.js';

const band = document.querySelector('[data-watch-card]');
const form = document.getElementById('reception');

/* Register and card side by side */

async function compare(event) {
  event.preventDefault();
  const code = document.getElementById('security-code');
  const place = document.getElementById('compared');
  const button = event.submitter;
  button.setAttribute('aria-busy', 'true');
  try {
    const answer = await post(`/api/terminals/${encodeURIComponent(terminal)}/basic-four-items`, {
      securityCode: code.value.normalize('NFKC'),
      residentId: Number(band.dataset.resident),
    });
    answer.items.forEach(showItem);
    place.replaceChildren(
      answer.equal
        ? notice('success', word('card.equal'))
        : notice('error', word('card.differs'), word('card.differs.next')),
    );
    judge();
  } catch (fault) {
    place.replaceChildren(unread(fault));
  } finally {
    code.value = '';
    button.removeAttribute('aria-busy');
  }
}

/** Why the card does not say its four items has a picture of its own. */
function unread(fault) {
  const { code, title, detail } = fault.problem ?? {};
  return code?.startsWith('card-items-')
    ? stateBox({ look: 'STOPPED', symbol: `state-${code}`, sentence: title, next: detail })
    : refusalNotice(fault);
}

function showItem({ item, card, same }) {
  const row = document.querySelector(`#four-items [data-item="${CSS.escape(item)}"]`);
  if (!row) {
    return;
  }
  const [, onCard, mark] = row.querySelectorAll('td');
  onCard.textContent = card;
  onCard.classList.remove('sub');
  mark.replaceChildren(
    element(
      'span',
      { class: same ? 'chip chip--success' : 'chip chip--error' },
      icon(same ? 'check' : 'error', true),
      word(same ? 'card.same' : 'card.other'),
    ),
  );
  row.classList.toggle('differs', !same);
}

/* What, and the judgement */

let timer;
let asked = 0;

const ticked = (id) => document.getElementById(id)?.checked ?? false;

function values() {
  const chosen = (name) => [...form.querySelectorAll(`[name="${name}"]:checked`)].map((each) => each.value);
  return {
    residentId: Number(form.dataset.resident),
    cardSerial: form.dataset.card || null,
    kind: chosen('kind')[0] ?? null,
    reissueReason: chosen('kind')[0] === 'REISSUANCE' ? (chosen('reissueReason')[0] ?? null) : null,
    types: chosen('types'),
    route: chosen('route')[0] ?? null,
    noticeReply: ticked('noticeReply') && chosen('route')[0] === 'PROXY' && chosen('kind')[0] === 'RENEWAL',
    sameHousehold: ticked('sameHousehold') && chosen('route')[0] === 'LEGAL_REPRESENTATIVE',
  };
}

function complete(value) {
  return (
    value.kind && value.route && value.types.length > 0 && (value.kind !== 'REISSUANCE' || value.reissueReason)
  );
}

function offerReason() {
  const reissue = values().kind === 'REISSUANCE';
  document.getElementById('reason-place').hidden = !reissue;
  if (!reissue) {
    form.querySelectorAll('[name="reissueReason"]:checked').forEach((each) => {
      each.checked = false;
    });
  }
}

/** The band of the proxy, and in it what only one kind of proxy is asked. */
function offerProxy() {
  const { route, kind } = values();
  document.getElementById('proxy-place').hidden = !route || route === 'SELF';
  document.getElementById('household-place').hidden = route !== 'LEGAL_REPRESENTATIVE';
  const noticeReply = document.getElementById('notice-reply-place');
  if (noticeReply) {
    noticeReply.hidden = route !== 'PROXY' || kind !== 'RENEWAL';
  }
}

async function judge() {
  const place = document.getElementById('judgement');
  const button = document.getElementById('receive-place');
  const value = values();
  const number = ++asked;
  if (!complete(value)) {
    button.hidden = true;
    place.replaceChildren(element('p', { class: 'sub' }, word('judgement.waits')));
    showExceptions(null);
    return;
  }
  try {
    const judgement = await post('/api/applications/judgement', value);
    if (number === asked) {
      const differs = judgement.differing.length > 0;
      place.replaceChildren(
        ...(differs ? [notice('error', differing(judgement), word('card.differs.next'))] : []),
        ...(differs && judgement.allowed ? [] : [judgementView(judgement)]),
      );
      button.hidden = !judgement.allowed || differs;
      showExceptions(judgement, value, judge);
    }
  } catch (fault) {
    if (number === asked) {
      button.hidden = true;
      place.replaceChildren(refusalNotice(fault));
    }
  }
}

function differing(judgement) {
  return word('card.differs.in', judgement.differing.map((each) => each.title).join(word('exception.and')));
}

if (band?.dataset.watchCard === 'find') {
  document.addEventListener('card', onCard);
}
document.getElementById('compare')?.addEventListener('submit', compare);
if (form) {
  form.addEventListener('change', () => {
    offerReason();
    offerProxy();
    clearTimeout(timer);
    timer = setTimeout(judge, 150);
  });
  offerReason();
  offerProxy();
  document.querySelector('#proxy-place [aria-invalid="true"]')?.focus();
  judge();
}
