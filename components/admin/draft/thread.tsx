"use client";

import { useEffect, useRef } from "react";
import kinds from "#components/admin/draft/field-kinds.module.css";
import { fieldKind } from "#components/admin/draft/field-kinds.ts";
import { findPair, paragraphAtCaret, revealIn, type Pair } from "#components/admin/draft/pairs.ts";
import styles from "./thread.module.css";

/**
 * Joins the field under the pointer or the focus with its place in the original: both are marked,
 * and a thread runs between them. The page says the same in words and links where this cannot run.
 */
export function Thread() {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    let pair: Pair | null = null;
    const draw = () => drawThread(svg.current, pair);
    const show = (target: EventTarget | null, isFocus: boolean) => {
      const next = findPair(target);
      if (!next && !isFocus) return;
      mark(pair, false);
      pair = next;
      mark(pair, true);
      if (isFocus && pair) revealIn(pair);
      draw();
    };
    const onPointer = (event: PointerEvent) => show(event.target, false);
    const onFocus = (event: FocusEvent) => show(event.target, true);
    const onCaret = () => {
      if (paragraphAtCaret(document.activeElement) !== null) show(document.activeElement, true);
    };
    document.addEventListener("pointerover", onPointer);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("selectionchange", onCaret);
    window.addEventListener("scroll", draw, { capture: true, passive: true });
    window.addEventListener("resize", draw);
    return () => {
      document.removeEventListener("pointerover", onPointer);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("selectionchange", onCaret);
      window.removeEventListener("scroll", draw, { capture: true });
      window.removeEventListener("resize", draw);
    };
  }, []);
  return (
    <svg ref={svg} className={`${kinds.kind} ${styles.thread}`} aria-hidden="true">
      <path />
    </svg>
  );
}

function mark(pair: Pair | null, isActive: boolean): void {
  for (const element of pair ? [pair.frame, ...pair.spans] : []) {
    element.toggleAttribute("data-active", isActive);
  }
}

/** From the right end of the mark's underline to the left edge of the field; none while either is out of sight. */
function drawThread(svg: SVGSVGElement | null, pair: Pair | null): void {
  const path = svg?.querySelector("path");
  if (!svg || !path) return;
  const span = pair?.spans[0];
  const pane = span?.closest("[data-original]")?.getBoundingClientRect();
  const from = span?.getClientRects()[0];
  const to = pair?.frame.getBoundingClientRect();
  const isSeen = pane && from && to && from.top >= pane.top && from.bottom <= pane.bottom;
  if (!isSeen || !pair) return path.setAttribute("d", "");
  svg.dataset.kind = fieldKind(pair.field);
  const [x1, y1] = [Math.min(from.right, pane.right), from.bottom - 1];
  const [x2, y2] = [to.left, Math.min(to.top + 14, to.bottom)];
  const middle = (Math.max(x1, pane.right) + x2) / 2;
  path.setAttribute("d", `M${x1} ${y1} H${middle} V${y2} H${x2}`);
}
