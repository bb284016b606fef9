// Shows the page that the address names, in place of the application, which stays behind as it is.
(() => {
  const app = document.getElementById('application');
  const title = document.title;
  const page = document.createElement('main');
  page.id = 'page';
  page.tabIndex = -1;
  page.hidden = true;
  app.after(page);
  let shown = '';
  let top = 0;
  // What had the focus when the application was left: the link to the page, mostly.
  let from = app;

  const route = () => /^#\/([\w-]+)\/?(.*)/.exec(location.hash) || ['', '', ''];

  const message = (text, link) => ({ title: text, content: `<h1 tabindex="-1">${text}</h1><p>${link}</p>` });

  // Adds a style sheet or a script that the page links and this one does not.
  const add = (element) => {
    const name = element.localName === 'link' ? 'href' : 'src';
    const value = element.getAttribute(name);
    if (document.querySelector(`[${name}="${value}"]`)) return null;
    return new Promise((done) => {
      const copy = document.createElement(element.localName);
      if (name === 'href') copy.rel = 'stylesheet';
      copy.onload = copy.onerror = done;
      copy.setAttribute(name, value);
      document.head.append(copy);
    });
  };

  const load = async (name) => {
    try {
      const answer = await fetch(name + '.html');
      const file = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = file.getElementById('page');
      if (!main) return message('Cette page n’existe pas', '<a href="index.html">Revenir au simulateur</a>');
      await Promise.all([...file.querySelectorAll('link[rel=stylesheet], script[src]')].map(add));
      return { title: file.title, content: main.innerHTML };
    } catch {
      return message('La page n’a pas pu être chargée', `<a href="${name}.html" target="_self">Réessayer</a>`);
    }
  };

  const swap = (name, found) => {
    shown = name;
    document.title = found.title;
    page.innerHTML = found.content;
    page.hidden = !name;
    app.hidden = !!name;
    for (const part of document.querySelectorAll('[data-home]')) part.hidden = !!name;
    for (const link of document.querySelectorAll('nav a')) {
      const here = link.getAttribute('href') === (name || 'index') + '.html';
      link.setAttribute('aria-current', here ? 'page' : 'false');
    }
  };

  const show = async () => {
    const [, name, anchor] = route();
    if (name === shown && !name) return;
    if (name !== shown) {
      if (!shown) [top, from] = [scrollY, document.activeElement];
      const found = name ? await load(name) : { title, content: '' };
      // Gone elsewhere meanwhile.
      if (route()[1] !== name) return;
      swap(name, found);
    }
    const place = anchor && page.querySelector('#' + CSS.escape(anchor));
    const back = from.isConnected && from !== document.body ? from : app;
    const focus = place || page.querySelector('h1') || back;
    if (focus.tabIndex < 0) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
    if (place) place.scrollIntoView({ behavior: 'instant' });
    else scrollTo({ top: name ? 0 : top, behavior: 'instant' });
  };

  addEventListener('hashchange', show);
  show();
})();
