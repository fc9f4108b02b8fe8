// A process diagram in the page. The viewer comes as a classic script and waits under BpmnJS.

const MARGIN = 24;
const TALLEST = 0.75;
const PAPER_WIDTH = '178mm';

export async function showProcess(place, xml) {
  const fontFamily = getComputedStyle(place).fontFamily;
  // Words are measured as they are drawn, so the typeface has to be there before.
  await document.fonts.load(`12px ${fontFamily}`, xml);
  const viewer = new globalThis.BpmnJS({
    container: place,
    zoomScroll: { enabled: false },
    textRenderer: { defaultStyle: { fontFamily } },
  });
  await viewer.importXML(xml);
  frame(place, viewer);
  fit(viewer);
  drawAnewOnPaper(place, viewer);
  return viewer;
}

/** A sheet is narrower than the window. */
function drawAnewOnPaper(place, viewer) {
  const anew = () => {
    if (place.contains(viewer.get('canvas').getContainer())) {
      frame(place, viewer);
      fit(viewer);
    }
  };
  addEventListener('beforeprint', () => {
    place.style.width = PAPER_WIDTH;
    anew();
  });
  addEventListener('afterprint', () => {
    place.style.width = '';
    anew();
  });
}

/** As high as the diagram is at the place's width, and never higher than most of the window. */
function frame(place, viewer) {
  const canvas = viewer.get('canvas');
  const { inner } = canvas.viewbox();
  const height = (place.clientWidth * (inner.height + 2 * MARGIN)) / (inner.width + 2 * MARGIN);
  place.style.height = `${Math.min(height, TALLEST * innerHeight)}px`;
  canvas.resized();
}

export function fit(viewer) {
  const canvas = viewer.get('canvas');
  const { inner } = canvas.viewbox();
  canvas.viewbox({
    x: inner.x - MARGIN,
    y: inner.y - MARGIN,
    width: inner.width + 2 * MARGIN,
    height: inner.height + 2 * MARGIN,
  });
}

/** Marks steps and flows, as far as the diagram has them. */
export function mark(viewer, ids, name) {
  const registry = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  for (const id of ids ?? []) {
    if (registry.get(id)) {
      canvas.addMarker(id, name);
    }
  }
}

/** Hangs an element at the upper right of a step. */
export function hang(viewer, id, element) {
  if (viewer.get('elementRegistry').get(id)) {
    viewer.get('overlays').add(id, { position: { top: -16, right: 16 }, html: element });
  }
}
