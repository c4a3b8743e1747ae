// @ts-check
// The one script of readers' pages: single keys for those who read a lot. They can be switched
// off, as WCAG 2.1.4 asks; `components/layout/keyboard-shortcuts.tsx` is the dialog that does it.

const SETTING = "keyboard-shortcuts";
const TAKES_TEXT = "input, textarea, select, [contenteditable]";

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("shortcuts"));
const isOn = /** @type {HTMLInputElement} */ (document.getElementById("shortcuts-on"));

/** @type {Record<string, () => void>} */
const commands = {
  "/": () => document.getElementById("site-search")?.focus(),
  j: () => moveAmongEntries(1),
  k: () => moveAmongEntries(-1),
  "?": () => dialog.showModal(),
};

isOn.checked = localStorage.getItem(SETTING) !== "off";
isOn.addEventListener("change", () => {
  localStorage.setItem(SETTING, isOn.checked ? "on" : "off");
});
document.addEventListener("keydown", (event) => {
  const command = isPlainKey(event) ? commands[event.key] : undefined;
  if (!command || dialog.open || (!isOn.checked && event.key !== "?")) return;
  event.preventDefault();
  command();
});

/**
 * True for a key pressed alone where no field would take it as text.
 * @param {KeyboardEvent} event
 */
function isPlainKey({ ctrlKey, metaKey, altKey, target }) {
  const isTyping = target instanceof HTMLElement && target.matches(TAKES_TEXT);
  return !ctrlKey && !metaKey && !altKey && !isTyping;
}

/**
 * Moves the focus to the entry `step` after the focused one; from elsewhere, to the first.
 * @param {1 | -1} step
 */
function moveAmongEntries(step) {
  const entries = [...document.querySelectorAll("[data-entry]")].filter(
    (entry) => entry instanceof HTMLElement,
  );
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const next = at < 0 ? entries[0] : entries[at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
