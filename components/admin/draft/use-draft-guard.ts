import { useEffect, type RefObject } from "react";

/**
 * Keeps unsaved changes from being left behind by accident, and gives the form its keys: Ctrl+S
 * saves, Ctrl+Enter publishes where there is a button for it. `shownKey` changes when the form is
 * made anew; what then is still unsaved is told by `isUnsaved`.
 */
export function useDraftGuard(
  formRef: RefObject<HTMLFormElement | null>,
  { shownKey, isUnsaved }: { shownKey: string; isUnsaved: boolean },
): void {
  useEffect(() => {
    const form = formRef.current;
    if (!form) return;
    let hasChanges = isUnsaved || differsFromSent(form);
    const noteChange = () => {
      hasChanges = true;
    };
    const noteSending = () => {
      hasChanges = false;
    };
    const guard = (event: BeforeUnloadEvent) => {
      if (hasChanges) event.preventDefault();
    };
    const press = (event: KeyboardEvent) => {
      const intent = intentOf(event);
      if (!intent) return;
      event.preventDefault();
      const wanted = form.querySelector<HTMLButtonElement>(`button[value="${intent}"]`);
      form.requestSubmit(wanted ?? form.querySelector('button[value="save"]'));
    };
    form.addEventListener("input", noteChange);
    form.addEventListener("submit", noteSending);
    window.addEventListener("beforeunload", guard);
    document.addEventListener("keydown", press);
    return () => {
      form.removeEventListener("input", noteChange);
      form.removeEventListener("submit", noteSending);
      window.removeEventListener("beforeunload", guard);
      document.removeEventListener("keydown", press);
    };
  }, [formRef, shownKey, isUnsaved]);
}

/** Whether something was typed before this script began, or kept by the browser from last time. */
function differsFromSent(form: HTMLFormElement): boolean {
  return [...form.elements].some((element) => {
    if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
    if (!(element instanceof HTMLInputElement)) return false;
    return element.value !== element.defaultValue || element.checked !== element.defaultChecked;
  });
}

function intentOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) {
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return null;
  if (key === "Enter") return "publish";
  return key.toLowerCase() === "s" ? "save" : null;
}
