import { SearchSuggestions } from "#components/layout/search-suggestions.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./site-header.module.css";

const SECTIONS = [
  { href: "/timeline", label: "Timeline" },
  { href: "/stories", label: "Stories" },
  { href: "/map", label: "Map" },
  { href: "/articles", label: "Articles" },
  { href: "/topics", label: "Topics" },
  { href: "/people", label: "People" },
  { href: "/statements", label: "Statements" },
  { href: "/about", label: "About" },
] as const;

/** Name, search and the sections of the archive. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <p className={styles.name}>
          <a href="/" className={styles.home}>
            The Diplomacy Archive
          </a>
          <span className={styles.subject}>UK · US · Ukraine</span>
        </p>
        <form action="/search" role="search" className={styles.search}>
          <label htmlFor="site-search">
            <VisuallyHidden>Search the archive</VisuallyHidden>
          </label>
          <input
            id="site-search"
            name="q"
            type="search"
            placeholder="Search the archive"
            autoComplete="off"
            className={styles.input}
          />
          <SearchSuggestions inputId="site-search" />
          <button type="submit" className={styles.submit}>
            Search
          </button>
        </form>
        <nav aria-label="Sections" className={styles.nav}>
          <ul className={styles.sections}>
            {SECTIONS.map((section) => (
              <li key={section.href}>
                <a href={section.href} className={styles.section}>
                  {section.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
