// The files of the page that is one file: they stand in it, packed, and are unpacked when asked for.
const inside = async (address) => {
  const name = String(address).split(/[?#]/)[0].split('/').pop();
  const file = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!file) return new Response('', { status: 404 });
  const bytes = Uint8Array.from(atob(file.textContent), (letter) => letter.charCodeAt(0));
  const body = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(body, { headers: { 'Content-Type': file.dataset.type } });
};

// A link to a file of data hands it over: there is none beside this one.
document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[href]');
  const name = link ? link.getAttribute('href') : '';
  if (!/^[\w-]+\.(csv|json)$/.test(name)) return;
  event.preventDefault();
  const handed = document.createElement('a');
  handed.href = URL.createObjectURL(await (await inside(name)).blob());
  handed.download = name;
  handed.click();
  // Browsers read the file after the click.
  setTimeout(() => URL.revokeObjectURL(handed.href), 60000);
});
