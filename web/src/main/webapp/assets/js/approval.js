// What pages that wait for a supervisor's decision share.

import { get, repeatedly } from './api.js';
import { element, notice, word } from './page.js';

const SECONDS = 2;

/**
 * Waits until one of these requests is decided.
 *
 * @param {number[]} requests their ids
 * @param {(now: object[]) => void} decided called once, with how all of them stand
 * @returns {() => void} ends the waiting
 */
export function awaitDecision(requests, decided) {
  const stop = repeatedly(async () => {
    const now = await Promise.all(requests.map((id) => get(`/api/approvals/${id}`)));
    if (now.some((each) => each.state !== 'ASKED')) {
      stop();
      decided(now);
    }
  }, SECONDS);
  return stop;
}

export function grantedView(each) {
  return decidedView('success', 'exception.granted', each);
}

export function refusedView(each) {
  return decidedView('warning', 'exception.refused', each);
}

function decidedView(kind, said, each) {
  return notice(
    kind,
    word(said, each.decidedBy, each.title),
    element('p', {}, word('exception.reason', each.decidedReason)),
  );
}
