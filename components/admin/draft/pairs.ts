/** A field of the form and its marks in the original. */
export type Pair = { field: string; frame: HTMLElement; spans: HTMLElement[] };

/** The pair to which an element of either side belongs; null for anything else on the page. */
export function findPair(target: EventTarget | null): Pair | null {
  if (!(target instanceof HTMLElement)) return null;
  const span = target.closest<HTMLElement>("[data-span]");
  if (span) return pairOf(span.dataset.span ?? "");
  const frame = target.closest<HTMLElement>("[data-field]");
  const field = frame?.dataset.field;
  if (!frame || !field) return null;
  const paragraph = paragraphAtCaret(target);
  if (paragraph !== null) return pairOf(`paragraphs.${paragraph}`);
  const part = target.closest<HTMLElement>("[data-part]")?.dataset.part ?? nameOf(target);
  return pairOf(part ?? field, frame);
}

/** Number of the paragraph with the caret, from 0; null where the element is not the text. */
export function paragraphAtCaret(element: EventTarget | null): number | null {
  if (!(element instanceof HTMLTextAreaElement) || element.name !== "body") return null;
  if (element !== document.activeElement) return null;
  const before = element.value.slice(0, element.selectionStart).trimStart();
  return before.match(/\n\s*\n(?=\S|$)/g)?.length ?? 0;
}

/** Scrolls the original so that the mark can be seen, and nothing else. */
export function revealIn({ spans: [span] }: Pair): void {
  const pane = span?.closest<HTMLElement>("[data-original]");
  if (!span || !pane || pane.scrollHeight <= pane.clientHeight) return;
  const { top, bottom } = span.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (top >= frame.top && bottom <= frame.bottom) return;
  pane.scrollTop += top - frame.top - pane.clientHeight / 3;
}

function nameOf(target: HTMLElement): string | null {
  const name = target.getAttribute("name");
  return name && /^(bylines|mediaCredits)\.\d+\.\w+$/.test(name) ? name : null;
}

function pairOf(field: string, known?: HTMLElement): Pair | null {
  const frame = known ?? frameOf(field);
  if (!frame) return null;
  const exact = spansOf(`[data-span="${CSS.escape(field)}"]`);
  const parts = exact.length > 0 ? exact : spansOf(`[data-span^="${CSS.escape(`${field}.`)}"]`);
  return { field, frame, spans: parts };
}

function frameOf(field: string): HTMLElement | null {
  const parts = field.split(".");
  for (let length = parts.length; length > 0; length--) {
    const path = CSS.escape(parts.slice(0, length).join("."));
    const frame = document.querySelector<HTMLElement>(`[data-field="${path}"]`);
    if (frame) return frame;
  }
  return null;
}

function spansOf(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}
