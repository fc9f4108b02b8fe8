// Who stands at the counter, by the card that lies on the reader.

import { element, notice, word } from './page.js';
import { showState } from './card-state.js';

let formerReader;

/** Takes the event `card` of the frame. */
export function onCard({ detail }) {
  const came = formerReader !== undefined && formerReader !== 'CARD' && detail.reader === 'CARD';
  formerReader = detail.reader;
  const place = document.getElementById('card-found');
  showReader(detail.told);
  if (!detail.card) {
    place.replaceChildren();
    return;
  }
  const address = detail.resident && `?resident=${encodeURIComponent(detail.resident.id)}`;
  if (came && address) {
    location.assign(address);
  } else if (address && !place.querySelector('a')) {
    place.replaceChildren(
      element('p', { class: 'name' }, detail.resident.name),
      element('a', { class: 'button button--line', href: address }, word('card.take')),
    );
  } else if (!address) {
    place.replaceChildren(notice('warning', word('card.unknown'), word('card.unknown.next')));
  }
}

/** Why no card is recognised; on the page of somebody who was found there is no place for it. */
function showReader(told) {
  const place = document.getElementById('reader-state');
  if (!place) {
    return;
  }
  place.hidden = !told;
  if (told) {
    showState(place.firstElementChild, told);
  } else {
    delete place.firstElementChild.dataset.state;
  }
}

