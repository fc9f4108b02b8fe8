// Seals PINs in the page to the counter's key of the case (R-PINS): a JWE (RFC 7516) by ECDH-ES and A256GCM, in the
// compact form. What leaves the page can be opened by the counter alone, and once.

import { get, post } from './api.js';

const AGREEMENT = 'ECDH-ES';
const ENCRYPTION = 'A256GCM';
const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const KEY_BITS = 256;

const utf8 = new TextEncoder();

/** Browsers seal only on pages that came by https, or from the machine itself. */
export const canSeal = () => globalThis.isSecureContext && globalThis.crypto?.subtle !== undefined;

/**
 * Sends PINs to the counter. The counter may have begun anew in between, or the key may have grown old; then its next key
 * is taken, once.
 *
 * @param {string} terminal where the case is
 * @param {string} path where the sealed PINs go
 * @param {Record<string, string>} pins by type of certificate
 */
export async function sendSealed(terminal, path, pins) {
  try {
    await sendOnce(terminal, path, pins);
  } catch (fault) {
    if (fault.problem?.code !== 'pins-key-gone') {
      throw fault;
    }
    await sendOnce(terminal, path, pins);
  }
}

async function sendOnce(terminal, path, pins) {
  const offer = await get(`/api/customer/${encodeURIComponent(terminal)}/pins/key`);
  await post(path, { jwe: await seal(offer, pins) });
}

async function seal({ key, enc, receptionNumber, terminal }, pins) {
  if (key.alg !== AGREEMENT || enc !== ENCRYPTION) {
    throw new Error('The counter asks for a seal that this page does not know');
  }
  const { kty, crv, x, y, kid } = key;
  const counters = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, []);
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const epk = await crypto.subtle.exportKey('jwk', own.publicKey);
  const header = base64url(
    utf8.encode(
      JSON.stringify({
        alg: AGREEMENT,
        enc: ENCRYPTION,
        kid,
        epk: { kty: epk.kty, crv: epk.crv, x: epk.x, y: epk.y },
        receptionNumber,
        terminal,
      }),
    ),
  );
  const content = await contentKey(own.privateKey, counters);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = utf8.encode(JSON.stringify(pins));
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8.encode(header) }, content, clear),
  );
  clear.fill(0);
  const tag = sealed.length - 16;
  return [header, '', base64url(iv), base64url(sealed.subarray(0, tag)), base64url(sealed.subarray(tag))].join('.');
}

/** RFC 7518 4.6.2: the key is derived in one round, for A256GCM, with neither party named. */
async function contentKey(own, counters) {
  const shared = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'ECDH', public: counters }, own, KEY_BITS),
  );
  const name = utf8.encode(ENCRYPTION);
  const input = new Uint8Array([
    ...number(1),
    ...shared,
    ...number(name.length),
    ...name,
    ...number(0),
    ...number(0),
    ...number(KEY_BITS),
  ]);
  const derived = await crypto.subtle.digest('SHA-256', input);
  shared.fill(0);
  input.fill(0);
  return crypto.subtle.importKey('raw', derived, 'AES-GCM', false, ['encrypt']);
}

/** In four bytes, the highest first. */
function number(value) {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
