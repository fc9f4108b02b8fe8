// Says whether the right card lies on the reader of this desk, while the step waits for it.

import { get, repeatedly } from './api.js';
import { showState } from './card-state.js';
import { terminal } from './page.js';

const place = document.getElementById('card-here');
const address = `/api/applications/${encodeURIComponent(place.parentElement.dataset.case)}/writing/card?terminal=${encodeURIComponent(terminal)}`;

repeatedly(async () => showState(place, await get(address)), 1.5);
