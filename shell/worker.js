// Keeps the whole page in this browser and answers from there: no connection is needed, and what is shown
// is never half of two versions. The build writes two lines above these: `version`, which changes with any
// file, and `files`, the fingerprint of each, by which a copy is told from anything else that may arrive.
const site = 'simulateur ' + registration.scope + ' ';
const own = site + version;
const notes = site + 'onglets';
const note = registration.scope + 'onglets';

const address = (path) => new URL(path, registration.scope).href;

// The path of one of our addresses; nothing for what lies elsewhere, or below: another site may be there.
const pathOf = (url) => {
  const [place] = url.split(/[?#]/);
  const path = place.slice(registration.scope.length);
  if (!place.startsWith(registration.scope)) return undefined;
  return path in files || !path.includes('/') ? path || 'index.html' : undefined;
};

const load = async (path) => {
  const get = (cache) => fetch(address(path), { integrity: files[path], cache });
  // What the browser kept by itself may be of another version.
  const answer = await get('default').catch(() => get('reload'));
  if (!answer.ok) throw new Error(path);
  // A page that was reached by a detour would be refused later, and one that is said to vary with what the
  // browser asks would not be found.
  const varies = !/^(accept-encoding)?$/i.test(answer.headers.get('vary') || '');
  if (!answer.redirected && !varies) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('vary');
  return new Response(await answer.blob(), { headers });
};

// Keeps a file: the page itself under both of its addresses, for routes look for what was asked.
const keep = async (cache, path) => {
  const answer = await load(path);
  if (path === 'index.html') await cache.put(address(''), answer.clone());
  await cache.put(address(path), answer);
};

// Fetches what is not kept yet, a few files at a time: the visitor's own requests go first.
const fill = async () => {
  const cache = await caches.open(own);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const missing = Object.keys(files).filter((path) => !kept.has(address(path)));
  const take = async () => {
    for (let path = missing.shift(); path; path = missing.shift()) await keep(cache, path);
  };
  await Promise.all([take(), take(), take()]);
};

// Which version is in charge, and which tabs still show an older one: `{ now, tabs: { tab: cache } }`.
// A worker may be stopped at any time: it is kept too.
let noted;
const read = () =>
  (noted ??= caches.match(note, { cacheName: notes }).then((found) => (found ? found.json() : { tabs: {} })));
const write = async (value) => {
  noted = Promise.resolve(value);
  const cache = await caches.open(notes);
  await cache.put(note, new Response(JSON.stringify(value)));
};

const tabs = async () => (await clients.matchAll({ type: 'window' })).map((tab) => tab.id);

// Takes over: the tabs that are open stay with the version they were made by, and what no tab uses goes.
const settle = async () => {
  const { now, tabs: before } = await read();
  const after = {};
  for (const tab of await tabs()) {
    const held = before[tab] || now;
    if (held && held !== own) after[tab] = held;
  }
  await write({ now: own, tabs: after });
  const used = [own, notes, ...Object.values(after)];
  for (const name of await caches.keys()) {
    if (name.startsWith(site) && !used.includes(name)) await caches.delete(name);
  }
};

// Forgets the versions whose last tab was closed.
const prune = async () => {
  const { now, tabs: before } = await read();
  const held = Object.entries(before);
  if (!held.length) return;
  const open = await tabs();
  const after = held.filter(([tab]) => open.includes(tab));
  await write({ now, tabs: Object.fromEntries(after) });
  for (const name of new Set(held.map(([, name]) => name))) {
    if (!after.some(([, used]) => used === name)) await caches.delete(name);
  }
};

// Has the browser answer from the copy without waking this worker, where it can: the page that is opened, and the
// files that bear their fingerprint in their names, which are the same for every tab.
const route = async (event) => {
  const is = (path) => {
    const pathname = new URL(address(path)).pathname.replace(/[\\*+?:(){}]/g, '\\$&');
    return { urlPattern: new URLPattern({ pathname, search: '' }), requestMethod: 'GET' };
  };
  const pages = ['', 'index.html'].map((path) => ({ ...is(path), requestMode: 'navigate' }));
  const marked = Object.keys(files).filter((path) => /-[\da-f]{16}[._]/.test(path));
  const source = { cacheName: own };
  await event.addRoutes({ condition: { or: [...pages, ...marked.map(is)] }, source });
};

const find = async ({ request, clientId }, path) => {
  const { tabs: older } = await read();
  // A page that is opened is of the newest version; what it asks for, of its own.
  const cacheName = (request.mode !== 'navigate' && older[clientId]) || own;
  return caches.match(address(path), { cacheName, ignoreVary: true });
};

// What the browser lost, or no longer lets us read, comes from the host.
const answer = async (event, path) => (await find(event, path).catch(() => null)) || fetch(event.request);

// Whether everything is kept, and is what the tab that asks was made from. A tab that came before its worker
// is then answered by it too.
const check = async (names) => {
  const same = names.every((name) => pathOf(name) in files);
  const whole = await fill().then(() => true, () => false);
  if (same && whole) await clients.claim();
  return same && whole;
};

// Another version that takes over meanwhile takes this one's copy for an old one.
const install = async () => {
  await fill();
  if (!(await caches.has(own))) await fill();
};

addEventListener('install', (event) => {
  event.waitUntil(install());
  // Without routes, all comes through here.
  if (event.addRoutes) event.waitUntil(route(event).catch(() => {}));
});
addEventListener('activate', (event) => event.waitUntil(settle()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.method === 'GET' && pathOf(request.url);
  if (!path) return;
  event.respondWith(answer(event, path));
});
addEventListener('message', (event) => {
  const { data, ports: [port] } = event;
  // Only a visitor's click takes over from the version before.
  if (data === 'relais') return event.waitUntil(skipWaiting());
  event.waitUntil(check(data).then((ready) => port.postMessage(ready)));
  // Each page asks so once it rests.
  event.waitUntil(prune());
});
