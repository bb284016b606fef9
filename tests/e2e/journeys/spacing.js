// What is cut off or written over something else: a sentence for each.
const problems = [];
const box = (node) => node.getBoundingClientRect();
const name = (node) => `${node.tagName} « ${(node.innerText ?? "").trim().slice(0, 60)} »`;
// For those who do not see: cut off on purpose.
const unseen = (node) => box(node).width <= 1 || box(node).height <= 1;
const isUnseen = (node) => node && (unseen(node) || isUnseen(node.parentElement));
// Laid over the page on purpose.
const floats = (node) => node && (["fixed", "sticky", "absolute"].includes(getComputedStyle(node).position) || floats(node.parentElement));

for (const node of document.body.querySelectorAll("*")) {
  if (!node.checkVisibility() || isUnseen(node) || !(node.innerText ?? "").trim()) continue;
  const style = getComputedStyle(node);
  const cuts = (overflow) => ["hidden", "clip"].includes(overflow);
  if (cuts(style.overflowX) && node.scrollWidth > node.clientWidth + 1) problems.push(`${name(node)} is cut off at its side`);
  if (cuts(style.overflowY) && node.scrollHeight > node.clientHeight + 1) problems.push(`${name(node)} is cut off below`);
}

const lines = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const node = texts.currentNode;
  const parent = node.parentElement;
  const written = node.data.trim() && !parent.closest("option") && parent.checkVisibility();
  if (!written || isUnseen(parent) || floats(parent)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const rect of range.getClientRects()) lines.push({ node, parent, rect });
}
lines.sort((one, other) => one.rect.top - other.rect.top);
// Letters keep some room inside of their boxes, in pixels.
const ROOM = 4;
lines.forEach(({ node, parent, rect }, at) => {
  for (const below of lines.slice(at + 1)) {
    if (below.rect.top >= rect.bottom - ROOM) break;
    const sideBySide = below.rect.left >= rect.right - ROOM || rect.left >= below.rect.right - ROOM;
    if (below.node !== node && !sideBySide) problems.push(`${name(parent)} and ${name(below.parent)} overlap`);
  }
});
return problems.slice(0, 8);
