// Places this browser at a terminal, and gives the link for the applicant's screen beside it.

import { post, put } from './api.js';
import { element, notice, refusalNotice, word } from './page.js';

const answer = document.getElementById('terminal-answer');

async function standAt(terminal) {
  await put('/api/workstation', { terminal });
  location.reload();
}

async function linkFor(terminal) {
  const link = await post(`/api/terminals/${encodeURIComponent(terminal)}/screens`);
  const address = new URL(link.path, location.href).href;
  answer.replaceChildren(
    notice(
      'success',
      word('terminal.link', terminal, Math.round(link.validSeconds / 60)),
      element('p', {}, element('a', { href: address, target: '_blank', rel: 'noopener' }, address)),
    ),
  );
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-stand-at], [data-screen-of]');
  if (!button) {
    return;
  }
  try {
    await (button.dataset.standAt ? standAt(button.dataset.standAt) : linkFor(button.dataset.screenOf));
  } catch (fault) {
    answer.replaceChildren(refusalNotice(fault));
  }
});
