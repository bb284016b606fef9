// The end of the offline copy: put in the place of `sw.js`, by `cargo xtask build --without-offline` or by
// hand, it erases what `worker.js` kept and retires. Open tabs stay as they are; the next page comes from the host.
const leave = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith('simulateur ' + registration.scope + ' ')) await caches.delete(name);
  }
  await registration.unregister();
};

addEventListener('install', (event) => event.waitUntil(skipWaiting()));
addEventListener('activate', (event) => event.waitUntil(leave()));
