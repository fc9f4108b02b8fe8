'use strict';
// Writes the holiday list in the form of the Cabinet Office's syukujitsu.csv (CP932, CRLF).
// usage: node syukujitsu.js <last year> <file>

const fs = require('fs');
const path = require('path');
const { holidays } = require('@holiday-jp/holiday_jp');

const [lastYear, file] = process.argv.slice(2);

// Node decodes CP932 but does not encode it, so the table is turned round.
const decoder = new TextDecoder('shift_jis');
const bytes = new Map();
for (let code = 0; code < 0x80; code++) {
  bytes.set(String.fromCharCode(code), [code]);
}
for (let lead = 0x81; lead <= 0xfc; lead++) {
  for (let trail = 0x40; trail <= 0xfc; trail++) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (character.length === 1 && character !== '\ufffd' && !bytes.has(character)) {
      bytes.set(character, [lead, trail]);
    }
  }
}

function encode(text) {
  return Buffer.from(
    Array.from(text).flatMap((character) => {
      if (!bytes.has(character)) {
        throw new Error(`Not in CP932: ${character}`);
      }
      return bytes.get(character);
    }),
  );
}

function line([date, { name }]) {
  const [year, month, day] = date.split('-').map(Number);
  // The official list does not say whose substitute a 振替休日 is.
  return `${year}/${month}/${day},${name.endsWith('振替休日') ? '休日' : name}`;
}

const lines = Object.entries(holidays)
  .filter(([date]) => Number(date.slice(0, 4)) <= Number(lastYear))
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(line);

fs.mkdirSync(path.dirname(file), { recursive: true });
fs.writeFileSync(
  file,
  encode(['国民の祝日・休日月日,国民の祝日・休日名称', ...lines, ''].join('\r\n')),
);
