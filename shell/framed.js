// The page in a frame of another site, or opened with its choices: an accent colour, the annexe to begin with.
// They stand in the address as `#?accent=7a1f5c&annexe=2`: behind the `#`, no server is told of them.
(() => {
  const app = document.getElementById('application');
  const root = document.documentElement;
  const choices = new URLSearchParams(location.hash.startsWith('#?') ? location.hash.slice(2) : '');

  // 1. The accent colour, moved towards black or white until it reads on every ground that it stands on.
  const probe = document.createElement('i');
  const rgb = (colour, scheme) => {
    probe.style.colorScheme = scheme;
    probe.style.color = colour;
    return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number);
  };
  const light = (colour) => {
    const linear = colour.map((it) => (it /= 255) <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const mixed = (one, other, part) => one.map((it, at) => Math.round(it + (other[at] - it) * part));
  const written = (colour) => `rgb(${colour.join(' ')})`;

  const readable = (wanted, scheme) => {
    const grounds = ['--ground', '--surface', '--sunken'].map((name) => rgb(`var(${name})`, scheme));
    const end = scheme === 'light' ? [0, 0, 0] : [255, 255, 255];
    for (let part = 0; part <= 1; part += 0.05) {
      const accent = mixed(wanted, end, part);
      const soft = mixed(grounds[1], accent, 0.1);
      const on = [[0, 0, 0], [255, 255, 255]].find((it) => contrast(it, accent) >= 4.5);
      const reads = [...grounds, soft].every((ground) => contrast(accent, ground) >= 4.5);
      if (reads && on) return [accent, soft, on].map(written);
    }
  };

  const accent = choices.get('accent') || '';
  if (/^([\da-f]{3}|[\da-f]{6})$/i.test(accent)) {
    document.body.append(probe);
    const wanted = rgb('#' + accent, 'light');
    const [day, night] = ['light', 'dark'].map((scheme) => readable(wanted, scheme));
    probe.remove();
    if (day && night) {
      ['--accent', '--accent-soft', '--on-accent'].forEach((name, at) => root.style.setProperty(name, `light-dark(${day[at]}, ${night[at]})`));
    }
  }

  // 2. The annexe to begin with; again when the application takes the place of what stood there before it.
  const annexe = choices.get('annexe') || '';
  const first = () => {
    const sections = [...app.querySelectorAll('section[aria-labelledby^=titre-annexe-]')];
    const chosen = sections.find((section) => section.getAttribute('aria-labelledby') === 'titre-annexe-' + annexe);
    if (chosen && chosen !== sections[0]) sections[0].before(chosen);
    if (!app.hasAttribute('data-ahead')) watch.disconnect();
  };
  const watch = new MutationObserver(first);
  if (/^\d$/.test(annexe)) {
    watch.observe(app, { childList: true, subtree: true });
    first();
  }

  // 3. The rest is for a frame alone: the way out of it, which carries what is typed.
  if (top === self) return;
  const way = document.createElement('p');
  const link = document.createElement('a');
  way.className = 'way-out';
  link.textContent = 'Ouvrir dans un nouvel onglet';
  link.target = '_blank';
  link.rel = 'noopener';
  way.append(link);
  app.before(way);
  const follow = () => {
    const typed = app.dataset.typed;
    link.href = location.href.split('#')[0] + (typed ? '#' + typed : location.hash);
  };
  new MutationObserver(follow).observe(app, { attributeFilter: ['data-typed'] });
  addEventListener('hashchange', follow);
  follow();

  // 4. Tells the page around how high it is, if that page asks: embed.js does. Nothing else is said, and
  // nothing that it says is done.
  const HIGHEST = 30000;
  let host = '';
  let told = 0;
  let late;
  const tell = (message) => host && parent.postMessage(message, host);
  // A bar that comes and goes would change the width, and so the height, over and over: there is none while the frame
  // follows. It may have stopped, for what grows too high or too often: what is out of sight is then scrolled to.
  const bar = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    root.style.overflowY = host && height < HIGHEST && innerHeight >= height - 1 ? 'hidden' : '';
  };
  const measure = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    tell({ simulateur: 'height', height });
    // The frame has had the time to follow.
    clearTimeout(late);
    if (host) late = setTimeout(bar, 1000);
  };
  addEventListener('message', ({ source, origin, data }) => {
    // A page without an origin of its own, such as a file's, cannot be told anything safely.
    if (source !== parent || origin === 'null' || !data || data.simulateur !== 'hello') return;
    host = origin;
    told = 0;
    root.style.overflowY = root.getBoundingClientRect().height < HIGHEST ? 'hidden' : '';
    measure();
  });
  new ResizeObserver(measure).observe(root);

  // 5. Another page in the frame begins at its top, which may be out of sight.
  addEventListener('hashchange', () => tell({ simulateur: 'top' }));
})();
