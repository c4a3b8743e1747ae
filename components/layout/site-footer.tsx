import styles from "./site-footer.module.css";

/** What the archive promises, and the ways to it for programs and people who work on it. */
export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <p className={styles.promise}>
          Nothing is asserted here without its place in a source. What a machine suggested says so
          until a person has confirmed it.
        </p>
        <ul className={styles.links}>
          <li>
            <a href="/about">About and sources</a>
          </li>
          <li>
            <a href="/about#cite">How to cite</a>
          </li>
          <li>
            <a href="/commitments">Commitments</a>
          </li>
          <li>
            <a href="/meetings">Who met whom</a>
          </li>
          <li>
            <a href="/positions">Positions</a>
          </li>
          <li>
            <a href="/check">Check a quotation</a>
          </li>
          <li>
            <a href="/on-this-day">On this day</a>
          </li>
          <li>
            <a href="/articles/random" rel="nofollow">
              Random article
            </a>
          </li>
          <li>
            <a href="/saved">Saved searches</a>
          </li>
          <li>
            <a href="/feed.xml">Atom feed</a>
          </li>
          <li>
            <a href="/feed.json">JSON feed</a>
          </li>
          <li>
            <a href="/admin">For archivists</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
