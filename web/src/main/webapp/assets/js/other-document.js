// Another document of the same proxy: the supervisor's decision appears by itself, read aloud, with
// the form that it opens; what was typed meanwhile stays.

import { awaitDecision, grantedView, refusedView } from './approval.js';

const standing = document.getElementById('other-standing');

const FORMS = { GRANTED: 'confirmOtherPlace', REFUSED: 'askOtherPlace', WITHDRAWN: 'askOtherPlace' };
const VIEWS = { GRANTED: grantedView, REFUSED: refusedView };

awaitDecision([standing.dataset.approval], ([decided]) => {
  standing.replaceChildren(...(VIEWS[decided.state] ? [VIEWS[decided.state](decided)] : []));
  document.getElementById(FORMS[decided.state]).hidden = false;
});
