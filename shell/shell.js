// The plain page around the application: it works before the application starts, and when it does not.
(() => {
  const [routes, late] = document.currentScript.dataset.shell.split(' ');

  // 1. Says that the page does not answer: what does takes the template away when it starts. What was typed
  // stays in sight, and takes no more.
  const fail = () => {
    const message = document.getElementById('echec');
    if (!message) return;
    const app = message.parentElement;
    for (const it of app.children) it.inert = true;
    const waiting = app.querySelector('.loading');
    if (waiting) waiting.remove();
    message.replaceWith(message.content);
  };
  const failed = ({ target, error, reason = error }) => {
    if (target === window || target.type === 'module') whole(fail);
    // The application stopped: a panic, or no memory left.
    if (reason && reason.name === 'RuntimeError') document.getElementById('panne').hidden = false;
  };
  // Once all of the page is read: this may run before.
  const whole = (act) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', act);
    else act();
  };
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', failed);
  // WebKit tells nobody of a module that fails while it awaits, nor Firefox of a cut download; and one may fail
  // before this runs. Once everything has arrived, starting takes far less; if it still starts, the message goes away.
  addEventListener('load', () => setTimeout(fail, 5000));
  if (!window.WebAssembly) whole(fail);

  // 2. Presses the application's button that names the keys pressed, such as Ctrl+Z; in a text field those are the
  // field's own.
  const application = () => document.getElementById('application');
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, shiftKey, altKey } = event;
    const held = ctrlKey ? 'Control+' : metaKey ? 'Meta+' : '';
    // Looking through the page for a button at each letter typed would delay the letter.
    if (!held && key !== 'Escape') return;
    const app = application();
    const name = held + (shiftKey ? 'Shift+' : '') + (held ? key.toUpperCase() : key);
    const typing = held && target.closest('[type=text], [type=search], textarea');
    const button = [...app.querySelectorAll('[aria-keyshortcuts]')].find((it) => it.getAttribute('aria-keyshortcuts').split(' ').includes(name));
    if (!button || typing || altKey || app.hidden) return;
    event.preventDefault();
    button.click();
  });

  // 3. Keeps a file let go over the page from replacing it, and has what opens files fetched before it is let go.
  for (const type of ['dragover', 'drop']) {
    addEventListener(type, (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      const open = document.getElementById('rouvrir');
      if (open) open.click();
    });
  }

  // Files opened from a disk cannot be fetched: there, links stay links.
  if (location.protocol === 'file:') return;

  const add = (name) => {
    const script = document.createElement('script');
    script.src = name;
    document.head.append(script);
    return script;
  };

  // 4. Makes links to the other pages open beside the application, which stays as it is: `#/catalogue/rgpd` is the
  // place `rgpd` of `catalogue.html`. routes.js, which shows them, is fetched with the first of them.
  let home = '';
  let asked = false;

  const route = () => (/^#\/([\w-]+)/.exec(location.hash) || [])[1];

  const follow = () => {
    const name = route();
    if (!name) {
      home = location.hash;
    } else if (!asked) {
      asked = true;
      add(routes).onerror = () => location.assign(name + '.html');
    }
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    const other = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || other || link.target || event.defaultPrevented) return;
    const [all, file, anchor] = /^(?:([\w-]+)\.html)?(?:#([\w-]+))?$/.exec(link.getAttribute('href')) || [];
    const name = file || route();
    if (!all || !name) return;
    event.preventDefault();
    const place = anchor && anchor !== application().id ? '/' + anchor : '';
    const hash = name === 'index' ? home : '#/' + name + place;
    if (location.hash === hash) dispatchEvent(new Event('hashchange'));
    else location.hash = hash;
  });
  addEventListener('hashchange', follow);

  whole(() => {
    follow();
    // 5. In a frame of another site, or with choices in the address: framed.js knows them.
    if (top !== self || home.startsWith('#?')) add('framed.js');
  });

  // 6. Fetches what keeps the site for later, if the build has it, once the first answers are given.
  if (late) addEventListener('load', () => setTimeout(add, 2000, late));
})();
