"use client";

import { useEffect, useRef } from "react";
import styles from "./review-queue.module.css";

/**
 * `j` and `k` walk the queue, Enter presses the button in focus. `confirmed` names what was
 * confirmed last: when it changes, the focus is where it was, which now is the next one.
 */
export function ReviewKeys({ confirmed }: { confirmed: string | undefined }) {
  const lastIndex = useRef(-1);
  useEffect(() => {
    const items = listItems();
    if (lastIndex.current >= 0) focusItem(items, Math.min(lastIndex.current, items.length - 1));
    lastIndex.current = -1;
  }, [confirmed]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "j") focusBeside(1);
      if (event.key === "k") focusBeside(-1);
    };
    const noteSending = () => {
      lastIndex.current = currentIndex(listItems());
    };
    document.addEventListener("keydown", press);
    document.addEventListener("submit", noteSending, { capture: true });
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("submit", noteSending, { capture: true });
    };
  }, []);
  return (
    <p className={styles.keys}>
      <kbd>j</kbd> and <kbd>k</kbd> go down and up the queue, <kbd>Enter</kbd> confirms.
    </p>
  );
}

function listItems(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-review]")];
}

function currentIndex(items: HTMLElement[]): number {
  return items.findIndex((item) => item.contains(document.activeElement));
}

function focusBeside(step: 1 | -1): void {
  const items = listItems();
  const current = currentIndex(items);
  focusItem(items, current < 0 ? 0 : Math.min(Math.max(current + step, 0), items.length - 1));
}

function focusItem(items: HTMLElement[], index: number): void {
  const item = items[index];
  item?.querySelector<HTMLButtonElement>("button")?.focus();
  item?.scrollIntoView({ block: "nearest" });
}
