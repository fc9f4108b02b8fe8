// A process diagram in the page. The viewer comes as a classic script and waits under BpmnJS.

export async function showProcess(place, xml) {
  const viewer = new globalThis.BpmnJS({ container: place, zoomScroll: { enabled: false } });
  await viewer.importXML(xml);
  fit(viewer);
  return viewer;
}

const MARGIN = 24;

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
