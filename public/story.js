// @ts-check
// Beside a story: marks the step that is being read on the strip of time, and gives `j` and `k` to
// the steps after and before it. Without this script the links of the strip lead to the steps.

const READING_LINE = 0.3;

const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-story-step]")]);
const strips = [...document.querySelectorAll("[data-story-strip]")];
/** The step being read, from 0; -1 above the first. */
let current = -2;
let isWaiting = false;

document.addEventListener("scroll", lookSoon, { passive: true });
addEventListener("resize", lookSoon);
look();

for (const strip of strips)
  for (const link of strip.querySelectorAll("a[data-step]"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(Number(link.getAttribute("data-step")));
    });

function lookSoon() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    look();
  });
}

/**
 * The step that has the focus, while its beginning is in sight; else the last one that begins above the
 * line at which one reads; at the page's end, the last one.
 */
function look() {
  const focused = steps.findIndex((step) => step.contains(document.activeElement));
  const { top = -1 } = steps[focused]?.getBoundingClientRect() ?? {};
  if (top >= 0 && top < innerHeight) {
    if (focused !== current) mark(focused);
    return;
  }
  const line = innerHeight * READING_LINE;
  const page = document.documentElement;
  const isAtEnd = page.scrollHeight > innerHeight && scrollY + innerHeight >= page.scrollHeight - 2;
  const read = isAtEnd
    ? steps.length - 1
    : steps.findLastIndex((step) => step.getBoundingClientRect().top <= line);
  if (read !== current) mark(read);
}

/** @param {number} read */
function mark(read) {
  current = read;
  for (const strip of strips)
    for (const part of strip.querySelectorAll("[data-step]")) {
      const number = Number(part.getAttribute("data-step"));
      const isRead = number === read + 1;
      if (part.localName !== "a") part.toggleAttribute("data-current", isRead);
      else {
        if (isRead) part.setAttribute("aria-current", "step");
        else part.removeAttribute("aria-current");
        const key = number === read + 2 ? "j" : number === read ? "k" : null;
        if (key) part.setAttribute("data-key", key);
        else part.removeAttribute("data-key");
        if (isRead) keepInSight(part);
      }
    }
}

/**
 * The strip may be longer than its place: only it is scrolled, never the page.
 * @param {Element} link
 */
function keepInSight(link) {
  const box = link.closest("nav");
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const [inner, outer] = [link.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top < outer.top) box.scrollTop += inner.top - outer.top;
  if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
}

/**
 * Goes to a step without a new entry in the history for each: its heading has the focus then.
 * @param {number} number
 */
function goTo(number) {
  const step = steps[number - 1];
  if (!step) return;
  history.replaceState(null, "", `#${step.id}`);
  step.scrollIntoView({ block: "start" });
  const heading = step.querySelector("[data-entry]");
  if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  mark(number - 1);
}
