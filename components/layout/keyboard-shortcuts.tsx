import styles from "./keyboard-shortcuts.module.css";

type Shortcut = readonly [key: string, meaning: string];

const READING: readonly Shortcut[] = [
  ["/", "Search the archive"],
  ["j", "Next entry of a list"],
  ["k", "Previous entry of a list"],
  ["n", "Next match of a search in an article"],
  ["p", "Previous match of a search in an article"],
];
const THIS_LIST: Shortcut = ["?", "Show this list"];

type KeyboardShortcutsProps = {
  /** What the keys of a page do; left out: those of readers' pages. */
  shortcuts?: readonly Shortcut[];
};

/** The dialog that lists the single keys and switches them off, and the script behind both. */
export function KeyboardShortcuts({ shortcuts = READING }: KeyboardShortcutsProps) {
  return (
    <>
      <dialog id="shortcuts" aria-labelledby="shortcuts-title" className={styles.dialog}>
        <h2 id="shortcuts-title" className={styles.title}>
          Keyboard shortcuts
        </h2>
        <dl className={styles.list}>
          {[...shortcuts, THIS_LIST].map(([key, meaning]) => (
            <div key={key} className={styles.shortcut}>
              <dt>
                <kbd className={styles.key}>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label className={styles.setting}>
          <input id="shortcuts-on" type="checkbox" defaultChecked />
          Use single-key shortcuts
        </label>
        <form method="dialog">
          <button className={styles.close}>Close</button>
        </form>
      </dialog>
      <script type="module" src="/keyboard-shortcuts.js" />
    </>
  );
}
