// @ts-check
// Single keys on readers' pages, for those who read a lot. They can be switched
// off, as WCAG 2.1.4 asks; `components/layout/keyboard-shortcuts.tsx` is the dialog that does it.
// A page gives further keys to its controls: `data-key="c Enter"` on one, or around a button. Where
// several bear a key, the one that is to be seen has it.

const SETTING = "keyboard-shortcuts";
const TAKES_TEXT = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const CONTROLS = "a[href], button, input, select, textarea, summary";

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
  if (dialog.open) return;
  if (event.key === "Escape") leaveField(event.target);
  const command = isPlainKey(event) ? (commandOfControl(event) ?? commands[event.key]) : undefined;
  if (!command || (!isOn.checked && event.key !== "?")) return;
  event.preventDefault();
  command();
});

/**
 * What a key does on the page's control that bears it: fields take the focus, others are pressed. A
 * key held down does it once; Enter on a control is that control's own.
 * @param {KeyboardEvent} event
 */
function commandOfControl({ key, repeat, target }) {
  const isOwn = key === "Enter" && target instanceof HTMLElement && target.matches(CONTROLS);
  const bearers = isOwn ? [] : [...document.querySelectorAll(`[data-key~="${CSS.escape(key)}"]`)];
  const isSeen = (/** @type {Element} */ it) => it.checkVisibility({ visibilityProperty: true });
  const bearer = bearers.find(isSeen) ?? bearers[0];
  const control = bearer?.matches(CONTROLS) ? bearer : bearer?.querySelector("button");
  if (!(control instanceof HTMLElement)) return undefined;
  if (repeat) return () => {};
  if (!control.matches(TAKES_TEXT)) return () => control.click();
  return () => {
    control.focus();
    if (control instanceof HTMLInputElement) control.select();
  };
}

/**
 * Where keys are given to controls, one leaves a field by Escape and has the keys again.
 * @param {EventTarget | null} target
 */
function leaveField(target) {
  const isField = target instanceof HTMLElement && target.matches(TAKES_TEXT);
  if (isField && document.querySelector("[data-key]")) target.blur();
}

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
