// The plain page around the application: it works before the application starts, and when it does not.
(() => {
  const app = document.getElementById('application');

  // 1. Says that the application did not start. The application empties its element when it does,
  // and takes the template away with it.
  const fail = () => {
    const message = document.getElementById('echec');
    if (message) app.replaceChildren(message.content);
  };
  const failed = (event) => {
    if (event.target === window || event.target.type === 'module') fail();
  };
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', fail);
  if (!window.WebAssembly) fail();

  // 2. Opens the other pages beside the application, which stays as it is: `#/catalogue/rgpd` is the
  // place `rgpd` of `catalogue.html`. Files opened from a disk cannot be fetched: there, links stay links.
  if (location.protocol === 'file:') return;
  const hero = document.getElementById('accroche');
  const title = document.title;
  const page = document.createElement('main');
  page.id = 'page';
  page.tabIndex = -1;
  page.hidden = true;
  app.after(page);
  let shown = '';
  let home = { hash: '#/', top: 0 };

  const route = () => /^#\/([\w-]+)\/?(.*)/.exec(location.hash) || ['', '', ''];

  // Adds what the page links and this one does not.
  const add = (element) => {
    const name = element.href ? 'href' : 'src';
    const value = element.getAttribute(name);
    if (!value || document.querySelector(`[${name}="${value}"]`)) return 0;
    return new Promise((done) => {
      const copy = document.createElement(element.localName);
      copy.rel = 'stylesheet';
      copy.onload = copy.onerror = done;
      copy[name] = value;
      document.head.append(copy);
    });
  };

  const message = (text, link) => ({ title: text, content: `<h1 tabindex="-1">${text}</h1><p>${link}</p>` });

  const load = async (name) => {
    try {
      const answer = await fetch(name + '.html');
      const file = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = file.getElementById('page');
      if (!main) return message('Cette page n’existe pas', '<a href="index.html">Aller au simulateur</a>');
      await Promise.all([...file.head.querySelectorAll('[rel=stylesheet],script')].map(add));
      return { title: file.title, content: main.innerHTML };
    } catch {
      return message('La page n’a pas pu être chargée', `<a href="${name}.html" target="_self">Réessayer</a>`);
    }
  };

  const show = async () => {
    const [, name, anchor] = route();
    if (name !== shown) {
      if (!shown) home.top = scrollY;
      const found = name ? await load(name) : { title, content: '' };
      // Gone elsewhere meanwhile.
      if (route()[1] !== name) return;
      shown = name;
      document.title = found.title;
      page.innerHTML = found.content;
      page.hidden = !name;
      app.hidden = hero.hidden = !!name;
      for (const link of document.querySelectorAll('nav a')) {
        const here = link.getAttribute('href') === (name || 'index') + '.html';
        link.setAttribute('aria-current', here ? 'page' : 'false');
      }
    } else if (!name) return;
    const place = anchor && page.querySelector('#' + CSS.escape(decodeURIComponent(anchor)));
    const focus = place || page.querySelector('h1') || app;
    focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
    if (place) place.scrollIntoView();
    else scrollTo({ top: name ? 0 : home.top, behavior: 'instant' });
  };

  const go = (hash) => {
    if (!shown && route()[1] === '') home.hash = location.hash || '#/';
    if (location.hash === hash) show();
    else location.hash = hash;
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || other || link.target || event.defaultPrevented) return;
    const [all, name, anchor = ''] = /^(?:([\w-]+)\.html)?(?:#([\w-]+))?$/.exec(link.getAttribute('href')) || [];
    if (!all || (!name && !shown)) return;
    event.preventDefault();
    if (name === 'index') go(home.hash);
    else if (anchor === app.id) page.focus();
    else go('#/' + (name || shown) + (anchor && '/' + anchor));
  });
  addEventListener('hashchange', show);
  show();
})();
