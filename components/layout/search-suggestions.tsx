import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./search-suggestions.module.css";

/**
 * Where `public/search-suggestions.js` shows what the search box with this id may go on to say, and
 * what was searched here before. Empty and hidden without scripts. Stands after the box, in what is
 * positioned.
 */
export function SearchSuggestions({ inputId }: { inputId: string }) {
  return (
    <div className={styles.panel} data-suggestions-for={inputId} hidden>
      <ul
        id={`${inputId}-suggestions`}
        role="listbox"
        aria-label="Suggestions"
        className={styles.list}
      />
      <VisuallyHidden>
        <span aria-live="polite" />
      </VisuallyHidden>
      <button type="button" className={styles.forget} hidden>
        Forget my past searches
      </button>
    </div>
  );
}
