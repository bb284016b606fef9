// Times keys: from the key event (its own time stamp: when the browser had it) to the first change of the page after
// which TOTAL says what is awaited, and to the end of the frame that follows; and how long the event waited for the
// page's thread, which tells a busy machine from a slow page. The times are taken first in each callback, before
// anything is read. The estimate's detail and the status that screen readers hear come later on purpose: once
// typing rests.
const read = () => document.querySelector("TOTAL").textContent;

const stopwatch = { stopped: null };
let pressed, wait, total, stop;

stopwatch.set = (awaited) => {
  if (read() === awaited) throw new Error(`« ${awaited} » is in the page before the key`);
  [pressed, total] = [null, awaited];
  stopwatch.stopped = new Promise((resolve) => (stop = resolve));
};

const hear = (event) => ([pressed, wait] = [event.timeStamp, performance.now() - event.timeStamp]);
addEventListener("keydown", hear, { capture: true });

new MutationObserver(() => {
  const now = performance.now();
  if (!pressed || !total || read() !== total) return;
  const [start, done] = [pressed, stop];
  total = null;
  requestAnimationFrame(() =>
    setTimeout(() => done({ wait, change: now - start, frame: performance.now() - start })));
}).observe(document.body, { childList: true, subtree: true, characterData: true });

window.stopwatch = stopwatch;
