// Speaks to the JSON API. The header proves that a page of ours asks, not a foreign form.

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem?.title ?? String(status));
    this.status = status;
    this.problem = problem ?? {};
  }
}

/** Nobody answered: the server or the line is down. */
export class Unreachable extends Error {}

export const get = (path, options) => ask('GET', path, undefined, options);
export const post = (path, body, options) => ask('POST', path, body ?? {}, options);
export const put = (path, body, options) => ask('PUT', path, body, options);
export const remove = (path, options) => ask('DELETE', path, undefined, options);

async function ask(method, path, body, { signal, as = 'json', keepalive = false } = {}) {
  const headers = {
    'X-Madoguchi': '1',
    Accept: as === 'json' ? 'application/json' : '*/*',
    'Accept-Language': document.documentElement.lang || 'ja',
  };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      signal,
      keepalive,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (fault) {
    if (fault.name === 'AbortError') {
      throw fault;
    }
    throw new Unreachable(fault.message);
  }
  if (!response.ok) {
    throw new Refusal(response.status, await problemOf(response));
  }
  if (response.status === 204) {
    return null;
  }
  return as === 'json' ? response.json() : response.text();
}

async function problemOf(response) {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
    return null;
  }
  return response.json().catch(() => null);
}

/**
 * Asks again and again, one question at a time, and rests while the page is hidden.
 *
 * @param {() => Promise<void>} question what to ask; what it throws goes to `failed`
 * @param {number} seconds between an answer and the next question
 * @returns {() => void} ends it
 */
export function repeatedly(question, seconds, failed = () => {}) {
  let timer;
  let ended = false;
  const round = async () => {
    if (!document.hidden) {
      try {
        await question();
      } catch (fault) {
        failed(fault);
      }
    }
    if (!ended) {
      timer = setTimeout(round, seconds * 1000);
    }
  };
  const wake = () => {
    if (!document.hidden && !ended) {
      clearTimeout(timer);
      timer = setTimeout(round, 0);
    }
  };
  document.addEventListener('visibilitychange', wake);
  round();
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
  };
}
