// A library's markup that comes as text with style attributes, which the content policy refuses to
// read. What stands in them is set by this script instead, as the policy allows.

const text = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');

/** From here on for this whole page, so it is called by the page that shows such a library. */
export function setStylesByScript() {
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...text,
    set(markup) {
      text.set.call(this, String(markup).replace(/\sstyle=(?=["'])/g, ' data-styled='));
      for (const element of this.querySelectorAll('[data-styled]')) {
        element.style.cssText = element.dataset.styled;
        delete element.dataset.styled;
      }
    },
  });
}
