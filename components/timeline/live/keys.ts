const SETTING = "keyboard-shortcuts";
const ACTIONS: Record<string, string> = {
  "+": "in",
  "=": "in",
  "-": "out",
  "−": "out",
  ArrowLeft: "earlier",
  ArrowRight: "later",
  Home: "first",
  "0": "all",
};
const STEPS: Record<string, 1 | -1> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * Keys of the picture, while the focus is in it. It is one stop for the tabulator; from there arrows
 * and `j` and `k` go from entry to entry, in order of time.
 */
export function readKeys(place: HTMLElement, svg: SVGSVGElement, act: (name: string) => void) {
  let current: string | null = null;
  const entries = () => [...svg.querySelectorAll<SVGAElement>("[data-part=marks] > a")];
  const keyOf = (entry: Element) =>
    `${entry.getAttribute("data-id") ?? entry.getAttribute("href")} ${entry.getAttribute("data-lane")}`;

  place.tabIndex = 0;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", "Picture of the timeline");
  place.setAttribute("aria-description", HELP);
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isLetter = event.key === "j" || event.key === "k";
    if (isLetter && localStorage.getItem(SETTING) === "off") return;
    const [action, step] = [ACTIONS[event.key], STEPS[event.key]];
    if (!action && !step) return;
    event.preventDefault();
    event.stopPropagation();
    if (action) act(action);
    else if (step) move(step);
  });
  place.addEventListener("focusin", ({ target }) => {
    const entry = target instanceof Element ? target.closest("[data-part=marks] > a") : null;
    current = entry ? keyOf(entry) : null;
  });

  function move(step: 1 | -1): void {
    const all = entries();
    const at = all.findIndex((entry) => keyOf(entry) === current);
    const next = at < 0 ? all[step > 0 ? 0 : all.length - 1] : all[at + step];
    if (next) next.focus({ preventScroll: true });
  }

  return {
    /** After a drawing: links are no stops of their own, and the entry with the focus keeps it. */
    keepFocus(): void {
      for (const link of svg.querySelectorAll("a:not([tabindex])"))
        link.setAttribute("tabindex", "-1");
      if (current === null || svg.contains(document.activeElement)) return;
      if (document.activeElement !== document.body) return;
      const entry = entries().find((each) => keyOf(each) === current);
      if (entry) entry.focus({ preventScroll: true });
      else place.focus({ preventScroll: true });
    },
  };
}

const HELP =
  "Arrow keys up and down, or j and k, go from entry to entry; left and right move through time; plus and minus zoom; Home goes to the start, 0 shows everything.";
