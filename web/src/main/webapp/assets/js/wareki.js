// Dates as the office writes them: eras for people, ISO for machines. Impossible era dates are none.

const ERAS = [
  { letter: 'R', name: '令和', short: '令', from: [2019, 5, 1] },
  { letter: 'H', name: '平成', short: '平', from: [1989, 1, 8] },
  { letter: 'S', name: '昭和', short: '昭', from: [1926, 12, 25] },
  { letter: 'T', name: '大正', short: '大', from: [1912, 7, 30] },
  { letter: 'M', name: '明治', short: '明', from: [1868, 10, 23] },
];
const WEEKDAYS = '日月火水木金土';

const number = ([year, month, day]) => year * 10000 + month * 100 + day;

function eraOf(parts) {
  return ERAS.find((era) => number(parts) >= number(era.from));
}

function exists([year, month, day]) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function iso([year, month, day]) {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The ISO date in a text such as R8.11.24, 令和8/11/24, 20261124 or 2026-11-24; null if none. */
export function parse(text) {
  const clean = text.normalize('NFKC').replace(/\s/g, '').replace(/元/, '1').toUpperCase();
  const western = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(clean);
  if (western && (/\D/.test(clean) || clean.length === 8)) {
    const parts = western.slice(1).map(Number);
    return exists(parts) ? iso(parts) : null;
  }
  const era = /^(令和|平成|昭和|大正|明治|[RHSTM令平昭大明])(\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(clean);
  if (!era) {
    return null;
  }
  const found = ERAS.find((each) => [each.letter, each.name, each.short].includes(era[1]));
  const parts = [found.from[0] + Number(era[2]) - 1, Number(era[3]), Number(era[4])];
  return Number(era[2]) > 0 && exists(parts) && eraOf(parts) === found ? iso(parts) : null;
}

const english = () => document.documentElement.lang === 'en';

function inEnglish(text, options) {
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(day).replaceAll(',', '');
}

/** 令和8年11月24日(火) for 2026-11-24, Tue 24 Nov 2026 on an English page. */
export function date(text) {
  if (english()) {
    return inEnglish(text, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  }
  const parts = text.slice(0, 10).split('-').map(Number);
  const era = eraOf(parts);
  const year = era ? `${era.name}${yearOf(parts[0] - era.from[0] + 1)}年` : `${parts[0]}年`;
  const weekday = WEEKDAYS[new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])).getUTCDay()];
  return `${year}${parts[1]}月${parts[2]}日(${weekday})`;
}

/** 11月24日(火), Tue 24 Nov: for a day in the weeks around. */
export function nearDate(text) {
  return english()
    ? inEnglish(text, { weekday: 'short', day: 'numeric', month: 'short' })
    : date(text).replace(/^.*年/, '');
}

function yearOf(count) {
  return count === 1 ? '元' : String(count);
}

/** 2026年11月24日 for 2026-11-24. */
export function western(text) {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function inBothCalendars(text) {
  return english() ? inEnglish(text, { dateStyle: 'full' }) : `${date(text)} ${western(text)}`;
}

/** Below each field that asks for it, the date it was understood as, in both calendars. */
export function echoDates(root = document) {
  for (const input of root.querySelectorAll('[data-wareki]')) {
    const echo = document.getElementById(input.dataset.wareki);
    const show = () => {
      const understood = parse(input.value);
      echo.textContent = understood ? inBothCalendars(understood) : '';
    };
    input.addEventListener('input', show);
    show();
  }
}
