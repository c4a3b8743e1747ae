const TAKES_TEXT = "input, textarea, select, [contenteditable]";

/** True for a key pressed alone where no field would take it as text. */
export function isPlainKey({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isTyping = target instanceof HTMLElement && target.matches(TAKES_TEXT);
  return !ctrlKey && !metaKey && !altKey && !isTyping;
}

/** Moves the focus to the entry `step` after the focused one; from elsewhere, to the first. */
export function moveAmongEntries(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>("[data-entry]")];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? entries[0] : entries[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
