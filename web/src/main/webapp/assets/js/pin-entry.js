// The entry of the PINs (R-PINS): each certificate's twice, on the screen's keys or the keyboard.

import { element, icon } from './page.js';

export const RULES = {
  USER_AUTHENTICATION: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
    layout: 'digits',
    longest: 4,
    clean: (text) => text.replace(/[^0-9]/g, ''),
    rules: { 'pin.rule.digits': (pin) => /^[0-9]{4}$/.test(pin) },
  },
  SIGNATURE: {
    keys: [...'1234567890', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    layout: 'letters',
    longest: 16,
    clean: (text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''),
    rules: {
      'pin.rule.length': (pin) => pin.length >= 6 && pin.length <= 16,
      'pin.rule.letter': (pin) => /[A-Z]/.test(pin),
      'pin.rule.digit': (pin) => /[0-9]/.test(pin),
    },
  },
};

export class PinEntry {
  #asked;
  #send;
  #keypad;
  #signs = [];
  #error;
  #pins = {};
  #place = 0;
  #again = false;
  #typed = '';

  /**
   * @param asked the PINs in the order in which they are asked for: their `name`, and of one that the
   *     card has now the `tries` that are `left`, and what came of the `last`
   * @param send takes all PINs by name, once
   * @param keypad whether its keys are `shuffled`, which the applicant may change
   * @param error the key of what went wrong before, if anything
   */
  constructor(asked, send, keypad, error = '') {
    this.#asked = asked;
    this.#send = send;
    this.#keypad = keypad;
    this.#error = error;
  }

  draw(screen, word) {
    if (this.#place >= this.#asked.length) {
      return;
    }
    const { name, tries } = this.#asked[this.#place];
    const type = typeOf(name);
    const current = isCurrent(name);
    const rule = RULES[type];
    const input = element('input', {
      id: 'pin',
      class: 'pin__input',
      type: 'password',
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: 'false',
      inputmode: rule.layout === 'digits' ? 'numeric' : 'text',
      maxlength: rule.longest,
      'aria-describedby': 'pin-rules pin-error',
    });
    input.value = this.#typed;
    const rules = element('ul', { id: 'pin-rules', class: 'pin__rules', 'aria-label': word('pin.rules') });
    const error = element('p', { id: 'pin-error', class: 'field__error', role: 'alert' });
    error.textContent = this.#error ? word(this.#error) : '';

    const show = () => rules.replaceChildren(...this.#rulesOf(rule).map((each) => ruleView(each, word)));
    const change = (text) => {
      this.#typed = rule.clean(text.normalize('NFKC')).slice(0, rule.longest);
      input.value = this.#typed;
      this.#error = '';
      error.textContent = '';
      input.removeAttribute('aria-invalid');
      show();
    };
    const refuse = (key) => {
      this.#error = key;
      error.textContent = word(key);
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    };
    const on = () => {
      const unmet = this.#rulesOf(rule).find((each) => !each.met);
      if (unmet) {
        refuse(unmet.key === 'pin.rule.same' ? 'pin.differs' : 'pin.unmet');
      } else {
        this.#next(name);
        if (this.#place < this.#asked.length) {
          this.draw(screen, word);
        }
      }
    };

    input.addEventListener('input', (event) => {
      if (!event.isComposing) {
        change(input.value);
      }
    });
    input.addEventListener('compositionend', () => change(input.value));
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) {
        on();
      }
    });

    const keys = element('div', { class: `keys keys--${rule.layout}` });
    const drawKeys = () =>
      keys.replaceChildren(
        ...keyButtons(rule.layout, this.#signsOf(rule), word, {
          add: (sign) => change(this.#typed + sign),
          drop: () => change(this.#typed.slice(0, -1)),
          clear: () => change(''),
        }),
      );
    drawKeys();
    const shuffle = button(word('pin.shuffle'), 'line', () => {
      this.#keypad.shuffled = !this.#keypad.shuffled;
      this.#signs = [];
      shuffle.setAttribute('aria-pressed', String(this.#keypad.shuffled));
      drawKeys();
    });
    shuffle.setAttribute('aria-pressed', String(this.#keypad.shuffled));

    const last = (this.#again || current) && this.#place === this.#asked.length - 1;
    screen.replaceChildren(
      element(
        'div',
        { class: 'pin' },
        element('h1', {}, word(current ? 'pin.current' : 'pin.title', word(type))),
        element(
          'p',
          { class: 'pin__about' },
          this.#asked.length > 1 ? `${word('pin.part', this.#place + 1, this.#asked.length)} ` : '',
          word(this.#again ? 'pin.again' : current ? 'pin.current.about' : `${type}.for`),
        ),
        tries ? element('p', { class: 'pin__tries' }, triesOf(tries, word)) : null,
        element(
          'div',
          { class: 'pin__left' },
          element('label', { class: 'field__label', for: 'pin' }, word('pin.label')),
          input,
          error,
          rules,
          this.#again || current ? null : element('p', { class: 'sub' }, word('pin.birthday')),
          element(
            'div',
            { class: 'pin__acts' },
            button(word(actOf(last, current)), 'main', on),
            this.#place > 0 || this.#again
              ? button(word('pin.over'), 'text', () => {
                  this.#startOver();
                  this.draw(screen, word);
                })
              : null,
          ),
        ),
        element('div', { class: 'pin__keypad' }, keys, shuffle),
      ),
    );
    show();
    input.focus();
  }

  #rulesOf(rule) {
    if (this.#again) {
      const same = this.#typed === this.#pins[this.#asked[this.#place].name];
      return [{ key: 'pin.rule.same', met: this.#typed !== '' && same }];
    }
    return Object.entries(rule.rules).map(([key, holds]) => ({ key, met: holds(this.#typed) }));
  }

  /** Shuffled anew for each entry, and for none while it is being typed. */
  #signsOf(rule) {
    if (this.#signs.length === 0) {
      this.#signs = this.#keypad.shuffled ? shuffled(rule.keys) : rule.keys;
    }
    return this.#signs;
  }

  /** What the card has now is typed once: whether it is right, the card says. */
  #next(name) {
    this.#error = '';
    this.#signs = [];
    if (!this.#again) {
      this.#pins[name] = this.#typed;
      this.#again = !isCurrent(name);
      this.#place += isCurrent(name) ? 1 : 0;
    } else {
      this.#again = false;
      this.#place += 1;
    }
    this.#typed = '';
    if (this.#place === this.#asked.length) {
      const pins = this.#pins;
      this.#pins = {};
      this.#send(pins);
    }
  }

  #startOver() {
    this.#pins = {};
    this.#place = 0;
    this.#again = false;
    this.#typed = '';
    this.#error = '';
    this.#signs = [];
  }
}

const typeOf = (name) => name.replace(/_CURRENT$/, '');

/** A current PIN that comes last is checked; whatever comes before is only kept. */
function actOf(last, current) {
  if (!last) {
    return 'pin.on';
  }
  return current ? 'pin.check' : 'pin.send';
}

const isCurrent = (name) => name.endsWith('_CURRENT');

/** What came of the last try, and how many are left before the card locks. */
function triesOf({ left, last }, word) {
  const said = last ? `${word(`pin.last.${last}`)} ` : '';
  return `${said}${word(left === 1 ? 'pin.tries.last' : 'pin.tries', left)}`;
}

/** Every order is as likely as any other. */
function shuffled(signs) {
  const order = [...signs];
  for (let last = order.length - 1; last > 0; last--) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** A random number from 0 on; a byte that would favour the low ones is thrown again. */
function below(limit) {
  const fair = 256 - (256 % limit);
  const thrown = new Uint8Array(1);
  do {
    crypto.getRandomValues(thrown);
  } while (thrown[0] >= fair);
  return thrown[0] % limit;
}

function ruleView({ key, met }, word) {
  return element(
    'li',
    { class: met ? 'met' : null },
    icon(met ? 'success' : 'dot'),
    element('span', {}, word(key)),
    element('span', { class: 'only-read-aloud' }, word(met ? 'pin.met' : 'pin.open')),
  );
}

function button(label, kind, act) {
  const made = element('button', { type: 'button', class: `button button--${kind}` }, label);
  made.addEventListener('click', act);
  return made;
}

function keyButtons(layout, signs, word, { add, drop, clear }) {
  const key = (label, act, kind) => {
    const made = element('button', { type: 'button', class: kind }, label);
    made.addEventListener('click', act);
    return made;
  };
  const erase = key('', drop, layout === 'letters' ? 'keys__wide' : null);
  erase.append(icon('backspace'));
  erase.setAttribute('aria-label', word('pin.delete'));
  const all = key(word('pin.clear'), clear, layout === 'letters' ? 'keys__wide keys__clear' : 'keys__clear');
  const keys = signs.map((sign) => key(sign, () => add(sign)));
  return layout === 'digits' ? [...keys.slice(0, 9), all, keys[9], erase] : [...keys, erase, all];
}
