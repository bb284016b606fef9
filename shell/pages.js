// What the buttons of the static pages do. Without this script they stay hidden: see style/pages.css.
(() => {
  document.documentElement.classList.add('scripted');

  // A page opened by itself fetches what keeps the site for later once it has come.
  const { late } = document.currentScript.dataset;
  if (late && location.protocol !== 'file:') {
    addEventListener('load', () => {
      const script = document.createElement('script');
      script.src = late;
      document.head.append(script);
    });
  }

  // Copies the text of an element; selects it where the browser refuses (a page served without https).
  const copy = async (id, what) => {
    const text = document.getElementById(id);
    try {
      await navigator.clipboard.writeText(text.innerText);
      return what + ' copiée.';
    } catch {
      getSelection().selectAllChildren(text);
      return what + ' sélectionnée : copiez-la avec Ctrl + C.';
    }
  };

  // Writes the site's own address where a page shows it, now and in each page that comes in its place.
  const page = document.getElementById('page');
  const here = () => {
    for (const place of page.querySelectorAll('[data-here]')) {
      place.textContent = new URL('.', location.href).href;
      place.removeAttribute('data-here');
    }
  };
  here();
  new MutationObserver(here).observe(page, { childList: true });

  // Erases what is kept in this browser under names that begin with a prefix.
  const erase = async (prefix) => {
    try {
      for (const storage of [localStorage, sessionStorage]) {
        for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
      }
      if (window.caches) {
        // Another copy of the site on this host has its own; so may a site that this one is a folder of.
        const own = `${prefix} ${new URL('.', location).href} `;
        for (const key of await caches.keys()) if (key.startsWith(own)) await caches.delete(key);
        const found = await navigator.serviceWorker?.getRegistration();
        const active = found && (found.active || found.waiting || found.installing);
        const isOurs = active?.scriptURL === new URL('sw.js', location).href;
        // WebKit's may never answer, when the page before was left while it loaded; nothing is kept by then.
        if (isOurs) await Promise.race([found.unregister(), new Promise((done) => setTimeout(done, 2000))]);
      }
      return 'C’est fait : le simulateur n’a plus rien d’enregistré dans ce navigateur.';
    } catch {
      return 'Votre navigateur n’a pas permis d’effacer : faites-le dans ses réglages.';
    }
  };

  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy], [data-erase]');
    if (!button) return;
    const status = button.parentElement.querySelector('[role=status]');
    const { copy: id, erase: prefix, what } = button.dataset;
    status.textContent = '';
    const said = await (id ? copy(id, what || 'Question') : erase(prefix));
    // Said again when it is the same sentence.
    requestAnimationFrame(() => (status.textContent = said));
  });
})();
