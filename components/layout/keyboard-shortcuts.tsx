"use client";

import { useEffect, useRef } from "react";
import { isPlainKey, moveAmongEntries } from "#components/layout/keyboard-moves.ts";
import styles from "./keyboard-shortcuts.module.css";

const SHORTCUTS = [
  ["/", "Search the archive"],
  ["j", "Next entry of a list"],
  ["k", "Previous entry of a list"],
  ["?", "Show this list"],
] as const;

const SETTING = "keyboard-shortcuts";

/** Single keys for those who read a lot. They can be switched off, as WCAG 2.1.4 asks. */
export function KeyboardShortcuts() {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (box.current) box.current.checked = localStorage.getItem(SETTING) !== "off";

    const commands: Record<string, () => void> = {
      "/": () => document.getElementById("site-search")?.focus(),
      j: () => moveAmongEntries(1),
      k: () => moveAmongEntries(-1),
      "?": () => dialog.current?.showModal(),
    };
    function onKeyDown(event: KeyboardEvent) {
      const command = isPlainKey(event) ? commands[event.key] : undefined;
      const isOn = box.current?.checked || event.key === "?";
      if (!command || !isOn || dialog.current?.open) return;
      event.preventDefault();
      command();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  return (
    <dialog ref={dialog} aria-labelledby="shortcuts-title" className={styles.dialog}>
      <h2 id="shortcuts-title" className={styles.title}>
        Keyboard shortcuts
      </h2>
      <dl className={styles.list}>
        {SHORTCUTS.map(([key, meaning]) => (
          <div key={key} className={styles.shortcut}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.setting}>
        <input
          ref={box}
          type="checkbox"
          defaultChecked
          onChange={(event) =>
            localStorage.setItem(SETTING, event.currentTarget.checked ? "on" : "off")
          }
        />
        Use single-key shortcuts
      </label>
      <form method="dialog">
        <button className={styles.close}>Close</button>
      </form>
    </dialog>
  );
}
