// For other sites: `<script src="…/embed.js" async></script>` shows the simulator where it stands, in a
// frame as high as what it holds. `data-accent` and `data-annexe` choose its colour and its first annexe.
(() => {
  const script = document.currentScript;
  const page = new URL('index.html', script.src);
  const choices = new URLSearchParams();
  for (const name of ['accent', 'annexe']) {
    const value = (script.dataset[name] || '').replace('#', '');
    if (value) choices.set(name, value);
  }
  if (choices.toString()) page.hash = '?' + choices;

  // Within these, in pixels: whatever it is told, the frame stays in sight and the page has an end.
  const LOWEST = 200;
  const HIGHEST = 30000;
  // A page that grows because its frame grows would do so for ever: that many times in 2 seconds is too often.
  const MOST = 40;

  const frame = document.createElement('iframe');
  frame.src = page.href;
  frame.title = 'Simulateur des services numériques de Gironde Numérique';
  frame.allow = 'clipboard-write';
  Object.assign(frame.style, { display: 'block', width: '100%', height: '640px', border: '0' });
  // Each page in the frame is asked anew.
  frame.addEventListener('load', () => frame.contentWindow.postMessage({ simulateur: 'hello' }, page.origin));
  script.after(frame);

  let grown = 0;
  let since = 0;
  const resize = (height) => {
    if (!Number.isFinite(height) || grown > MOST) return;
    const now = performance.now();
    if (now - since > 2000) [grown, since] = [0, now];
    if (height > frame.offsetHeight) grown += 1;
    frame.style.height = Math.min(Math.max(Math.ceil(height), LOWEST), HIGHEST) + 'px';
  };

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== page.origin || !data) return;
    if (data.simulateur === 'height') resize(data.height);
    // Only for whoever is in the frame.
    const away = frame.getBoundingClientRect().top < 0;
    if (data.simulateur === 'top' && away && document.activeElement === frame) frame.scrollIntoView();
  });
})();
