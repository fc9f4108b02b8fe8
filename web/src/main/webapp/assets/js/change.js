// The change to give back, while the amount received is typed.

const place = document.getElementById('change');
const received = document.getElementById('receivedYen');

received.addEventListener('input', () => {
  const change = Number(received.value.normalize('NFKC').replace(/\D/g, '')) - Number(place.dataset.due);
  place.textContent = change > 0 ? place.dataset.words.replace('{0}', change.toLocaleString('ja-JP')) : '';
});
