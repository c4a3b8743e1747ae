import styles from "./file-links.module.css";

type FileLinksProps = {
  /** What the files hold. */
  label: string;
  files: readonly { href: string; label: string }[];
};

/** The same as files of several formats, in a line. */
export function FileLinks({ label, files }: FileLinksProps) {
  return (
    <nav aria-label={label} className={styles.links}>
      <span>{label}:</span>
      <ul className={styles.links}>
        {files.map((file) => (
          <li key={file.href}>
            <a href={file.href} rel="nofollow">
              {file.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
