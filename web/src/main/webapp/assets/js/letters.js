// The box that chooses all letters to be posted, and says whether all, some or none are chosen.

const all = document.getElementById('all');
const boxes = [...document.querySelectorAll('input[name="code"]')];

function show() {
  const chosen = boxes.filter((box) => box.checked).length;
  all.checked = chosen === boxes.length;
  all.indeterminate = chosen > 0 && chosen < boxes.length;
}

if (all) {
  all.addEventListener('change', () => {
    for (const box of boxes) {
      box.checked = all.checked;
    }
  });
  for (const box of boxes) {
    box.addEventListener('change', show);
  }
  show();
}
