// Times keys: from the key event (its own time stamp: when the browser had it) to the first change of the
// page after which the awaited total is in it, and to the end of the frame that follows; and how long the event
// waited for the page's thread, which tells a busy machine from a slow page. The times are taken first in each
// callback, before anything is read. The status that screen readers hear comes later on purpose.
const late = "[role=status], [aria-live], script, style";
const read = () => {
  const accept = (node) =>
    node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT
    : node.matches(late) ? NodeFilter.FILTER_REJECT
    : NodeFilter.FILTER_SKIP;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, accept);
  let text = "";
  while (walker.nextNode()) text += walker.currentNode.data;
  return text;
};

const stopwatch = { stopped: null };
let pressed, wait, total, stop;

stopwatch.set = (awaited) => {
  if (read().includes(awaited)) throw new Error(`« ${awaited} » is in the page before the key`);
  [pressed, total] = [null, awaited];
  stopwatch.stopped = new Promise((resolve) => (stop = resolve));
};

const hear = (event) => ([pressed, wait] = [event.timeStamp, performance.now() - event.timeStamp]);
addEventListener("keydown", hear, { capture: true });

new MutationObserver(() => {
  const now = performance.now();
  if (!pressed || !total || !read().includes(total)) return;
  const [start, done] = [pressed, stop];
  total = null;
  requestAnimationFrame(() =>
    setTimeout(() => done({ wait, change: now - start, frame: performance.now() - start })));
}).observe(document.body, { childList: true, subtree: true, characterData: true });

window.stopwatch = stopwatch;
