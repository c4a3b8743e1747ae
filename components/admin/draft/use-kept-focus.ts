import { useEffect, useRef, type RefObject } from "react";

type Focus = { id: string; selection: [number, number] | null; scrollTop: number };

/**
 * Puts the focus, the caret and the scrolling back where they were when the form is made anew;
 * unless `isAnswered`, since an answer takes the focus itself.
 */
export function useKeptFocus(
  formRef: RefObject<HTMLFormElement | null>,
  shownKey: string,
  isAnswered: boolean,
): void {
  const kept = useRef<Focus | null>(null);
  useEffect(() => {
    const form = formRef.current;
    if (kept.current && !isAnswered) restore(kept.current);
    kept.current = null;
    const remember = () => {
      kept.current = focusNow(form);
    };
    form?.addEventListener("submit", remember);
    return () => form?.removeEventListener("submit", remember);
  }, [formRef, shownKey, isAnswered]);
}

function focusNow(form: HTMLFormElement | null): Focus | null {
  const control = document.activeElement;
  if (!(control instanceof HTMLElement) || !control.id || !form?.contains(control)) return null;
  const isText = control instanceof HTMLTextAreaElement;
  return {
    id: control.id,
    selection: isText ? [control.selectionStart, control.selectionEnd] : null,
    scrollTop: control.scrollTop,
  };
}

function restore({ id, selection, scrollTop }: Focus): void {
  const control = document.getElementById(id);
  control?.focus({ preventScroll: true });
  if (control instanceof HTMLTextAreaElement && selection) {
    control.setSelectionRange(...selection);
    control.scrollTop = scrollTop;
  }
}
