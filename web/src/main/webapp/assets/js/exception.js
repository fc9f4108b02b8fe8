// An exception beside the judgement: asked for, waited for, and there when the answer has come.

import { post } from './api.js';
import { awaitDecision, grantedView, refusedView } from './approval.js';
import { element, notice, refusalNotice, word } from './page.js';

const place = document.getElementById('exception');
let shown = '';
let stopWaiting = () => {};
let typed = '';

/**
 * Shows how exceptions stand for a form.
 *
 * @param {object} prospect the judgement of the form; null: the form is not complete
 * @param {object} form as it would be sent
 * @param {() => void} judgeAgain called when something was asked, or answered
 */
export function showExceptions(prospect, form, judgeAgain) {
  const standing = JSON.stringify(
    prospect && [form, prospect.allowed, prospect.exceptions, prospect.asked, prospect.differing],
  );
  if (standing === shown) {
    return;
  }
  shown = standing;
  stopWaiting();
  stopWaiting = () => {};
  place.replaceChildren(...(prospect ? views(prospect, form, judgeAgain) : []));
}

function views(prospect, form, judgeAgain) {
  const waiting = prospect.asked.filter((each) => each.state === 'ASKED');
  const granted = prospect.asked.filter((each) => each.state === 'GRANTED' && !each.receptionNumber);
  const shownAnswers = granted.map(grantedView);
  if (prospect.allowed) {
    return shownAnswers;
  }
  if (waiting.length > 0) {
    stopWaiting = awaitDecision(
      waiting.map((each) => each.id),
      judgeAgain,
    );
    return [...shownAnswers, ...waiting.map((each) => waitingView(each, judgeAgain))];
  }
  const open = prospect.exceptions.filter((each) => !granted.some((one) => one.exception === each.exception));
  if (open.length === 0 || prospect.differing.length > 0) {
    return shownAnswers;
  }
  const refused = prospect.asked.filter(
    (each) => each.state === 'REFUSED' && open.some((one) => one.exception === each.exception),
  );
  return [...shownAnswers, ...refused.slice(-1).map(refusedView), askView(open, form, judgeAgain)];
}

function waitingView(each, judgeAgain) {
  const back = element(
    'button',
    { type: 'button', class: 'button button--line button--small' },
    word('exception.withdraw'),
  );
  const box = notice(
    'notice',
    word('exception.waits', each.title),
    element('p', {}, word('exception.reason', each.askedReason)),
    element('p', { class: 'sub' }, word('exception.waits.next')),
    back,
  );
  back.addEventListener('click', () =>
    act(back, box, async () => {
      await post(`/api/approvals/${each.id}/withdrawal`);
      judgeAgain();
    }),
  );
  return box;
}

function askView(open, form, judgeAgain) {
  const reason = element('textarea', {
    id: 'exception-reason',
    class: 'textarea',
    maxlength: 500,
    'aria-required': 'true',
    'aria-describedby': 'exception-support exception-error',
  });
  reason.value = typed;
  reason.addEventListener('input', () => {
    typed = reason.value;
  });
  const error = element('div', { id: 'exception-error' });
  const ask = element('button', { type: 'button', class: 'button button--line' }, word('exception.ask'));
  const box = element(
    'div',
    { class: 'panel panel--sub stack' },
    element('h3', {}, word('exception.title')),
    element('p', {}, word('exception.about', open.map((each) => each.title).join(word('exception.and')))),
    element(
      'div',
      { class: 'field' },
      element(
        'label',
        { class: 'field__label', for: 'exception-reason' },
        word('exception.why'),
        ' ',
        element('span', { class: 'field__mark field__mark--required' }, word('required')),
      ),
      element('p', { id: 'exception-support', class: 'field__support' }, word('exception.why.support')),
      reason,
      error,
    ),
    ask,
  );
  ask.addEventListener('click', () => {
    const empty = reason.value.trim() === '';
    reason.setAttribute('aria-invalid', String(empty));
    error.replaceChildren(
      ...(empty ? [element('span', { class: 'field__error' }, word('exception.why.missing'))] : []),
    );
    if (empty) {
      reason.focus();
      return;
    }
    act(ask, box, async () => {
      await post('/api/approvals', { application: form, reason: reason.value });
      typed = '';
      judgeAgain();
    });
  });
  return box;
}

async function act(button, box, what) {
  button.setAttribute('aria-busy', 'true');
  box.querySelector(':scope > .notice--error')?.remove();
  try {
    await what();
  } catch (fault) {
    box.append(refusalNotice(fault));
  } finally {
    button.removeAttribute('aria-busy');
  }
}
