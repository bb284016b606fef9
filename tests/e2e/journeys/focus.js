// What is wrong with the place that has the focus: an empty text when nothing is.
const node = document.activeElement;
const labels = [...(node.labels ?? [])];
// A box drawn by its label shows the focus there.
const around = [node, ...labels, node.parentElement, node.nextElementSibling].filter(Boolean);
const shows = (place) => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place);
  const before = window.unfocused.get(place);
  const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  return (outlined && before?.outline !== outlineStyle + outlineWidth) || (boxShadow !== "none" && before?.shadow !== boxShadow);
};
if (!around.some(shows)) return "does not show that it has the focus";

const { left, right, top, bottom } = node.getBoundingClientRect();
// Corners may be round.
const inset = Math.min(4, (right - left) / 2, (bottom - top) / 2);
const [x, y] = [(left + right) / 2, (top + bottom) / 2];
const [l, r, t, b] = [left + inset, right - inset, top + inset, bottom - inset];
const points = [[x, y], [l, t], [r, t], [l, b], [r, b]];
const inView = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
if (!inView.length) return "is out of sight";
const covering = inView
  .map(([x, y]) => document.elementFromPoint(x, y))
  .find((hit) => hit && !node.contains(hit) && !hit.contains(node) && hit.closest("label")?.control !== node);
return covering ? `is covered by ${covering.outerHTML.slice(0, 120)}` : "";
