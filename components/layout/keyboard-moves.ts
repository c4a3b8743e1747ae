/** True where a key pressed is text for a field, and no command. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]")
  );
}

/** Moves the focus to the entry `step` after the focused one; from elsewhere, to the first. */
export function moveAmongEntries(step: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>("[data-entry]")];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? entries[0] : entries[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
