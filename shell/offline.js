// Has the whole site kept in this browser, by worker.js, and says when it is; says when a newer version waits.
// Fetched when a page has come and has rested, and begun when its visitor rests too: nothing of this delays either.
(async () => {
  const workers = navigator.serviceWorker;
  // Inside a page of another site the browser would keep a copy for each of those.
  if (!workers || window.top !== window) return;

  // Whoever types is left alone: to keep the site takes half a second of a slow machine. Only notes the time of
  // what is done; a timer set anew at each key would cost a tenth of the key.
  let last = performance.now();
  const acts = ['keydown', 'input', 'pointerdown', 'wheel'];
  const listening = { capture: true, passive: true };
  const note = () => (last = performance.now());
  for (const act of acts) addEventListener(act, note, listening);
  while (performance.now() - last < 1500) await new Promise((done) => setTimeout(done, 500));
  for (const act of acts) removeEventListener(act, note, listening);
  const idle = window.requestIdleCallback || setTimeout;
  await new Promise((done) => idle(() => done()));

  const make = (name, text = '') => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  // There before its words: what speaks must be known to be heard.
  const newer = make('div');
  newer.id = 'version';
  newer.setAttribute('role', 'status');
  document.getElementById('annonce').after(newer);

  const links = { icon: 'icone.svg', 'apple-touch-icon': 'icone-180.png', manifest: 'manifest.webmanifest' };
  for (const [rel, href] of Object.entries(links)) {
    const link = document.querySelector(`link[rel=${rel}]`) || make('link');
    Object.assign(link, { rel, href });
    document.head.append(link);
  }

  // Asked again by a page that it answers, WebKit's never comes.
  // A site that this page is a folder of may have a worker of its own.
  const isOurs = (worker) => !!worker && worker.scriptURL === new URL('sw.js', location).href;
  const asking = isOurs(workers.controller) ? workers.getRegistration() : workers.register('sw.js');
  const registration = await asking.catch(() => null);
  if (!registration) return;

  // The other tabs keep the version they have; what is typed survives a reload once it is kept.
  const reload = () => {
    const { waiting } = registration;
    if (!waiting) return location.reload();
    waiting.addEventListener('statechange', () => waiting.state === 'activated' && location.reload());
    waiting.postMessage('relais');
  };

  const button = (name, act) => {
    const button = make('button', name);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  };

  const tell = () => {
    if (newer.firstChild) return;
    const banner = make('div');
    banner.className = 'banner';
    const later = () => ((newer.hidden = true), document.querySelector('main:not([hidden])').focus());
    const buttons = make('span');
    buttons.append(button('Recharger', reload), ' ', button('Plus tard', later));
    banner.append(make('p', 'Nouvelle version disponible'), buttons);
    newer.append(banner);
  };

  // A worker is new to a tab only when another one answers that tab.
  const follow = (worker) => {
    if (!worker || !isOurs(workers.controller)) return;
    const look = () => worker.state !== 'installing' && worker.state !== 'redundant' && tell();
    worker.addEventListener('statechange', look);
    look();
  };
  follow(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));

  // Asks at once, then when a tab that stays open for hours is looked at again.
  let asked = 0;
  const ask = () => {
    if (Date.now() - asked < 3600000) return;
    asked = Date.now();
    registration.update().catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);

  const { active } = await workers.ready;
  const known = isOurs(workers.controller);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: ready }) => {
    if (known) ask();
    if (!ready) return;
    // Said aloud the first time only.
    const said = make('p');
    if (!known) said.setAttribute('role', 'status');
    document.querySelector('body > footer').prepend(said);
    requestAnimationFrame(() => (said.textContent = 'Disponible hors connexion.'));
  };
  const used = [...document.querySelectorAll('link[href], script[src]')].map((it) => it.href || it.src);
  active.postMessage(used.filter((it) => it.startsWith('http')), [port2]);
})();
