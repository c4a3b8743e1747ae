import { useEffect, type RefObject } from "react";

type Focus = { id: string; selection: [number, number] | null; scrollTop: number };
type Place = { formId: string; pageY: number; focus: Focus | null };

/** Outlives the form, which the router makes anew when a save leads to another address. */
let kept: Place | null = null;

/**
 * Puts the page, the focus, the caret and the scrolling back where they were when the form is made
 * anew, where the router would go to the top; unless `isAnswered`, since an answer takes the focus.
 */
export function useKeptFocus(
  formRef: RefObject<HTMLFormElement | null>,
  { formId, shownKey }: { formId: string; shownKey: string },
  isAnswered: boolean,
): void {
  useEffect(() => {
    const form = formRef.current;
    if (kept?.formId === formId && !isAnswered) restore(kept);
    kept = null;
    const remember = () => {
      kept = { formId, pageY: window.scrollY, focus: focusNow(form) };
    };
    form?.addEventListener("submit", remember);
    return () => form?.removeEventListener("submit", remember);
  }, [formRef, formId, shownKey, isAnswered]);
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

function restore({ pageY, focus }: Place): void {
  window.scrollTo({ top: pageY, behavior: "instant" });
  if (!focus) return;
  const { id, selection, scrollTop } = focus;
  const control = document.getElementById(id);
  control?.focus({ preventScroll: true });
  if (control instanceof HTMLTextAreaElement && selection) {
    control.setSelectionRange(...selection);
    control.scrollTop = scrollTop;
  }
}
