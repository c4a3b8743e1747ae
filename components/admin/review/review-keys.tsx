"use client";

import { useEffect } from "react";
import styles from "./review-queue.module.css";

/** `j` and `k` walk the queue, Enter presses the button in focus; the page comes back to the next one. */
export function ReviewKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "j") focusItem(1);
      if (event.key === "k") focusItem(-1);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <p className={styles.keys}>
      <kbd>j</kbd> and <kbd>k</kbd> go down and up the queue, <kbd>Enter</kbd> confirms.
    </p>
  );
}

function focusItem(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>("[data-review]")];
  const current = items.findIndex((item) => item.contains(document.activeElement));
  const wanted = current < 0 ? 0 : Math.min(Math.max(current + step, 0), items.length - 1);
  const item = items[wanted];
  item?.querySelector<HTMLButtonElement>("button")?.focus();
  item?.scrollIntoView({ block: "nearest" });
}
