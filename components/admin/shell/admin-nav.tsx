"use client";

import { usePathname } from "next/navigation";
import styles from "./admin-shell.module.css";

export type NavItem = { href: string; label: string };

const OVERVIEW = "/admin";

/** The rooms of the archivists, the one that the page belongs to marked. */
export function AdminNav({ items }: { items: readonly NavItem[] }) {
  const path = usePathname() ?? "";
  return (
    <nav aria-label="Archivists">
      <ul className={styles.nav}>
        {items.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={isIn(path, href) ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isIn(path: string, href: string): boolean {
  return path === href || (href !== OVERVIEW && path.startsWith(`${href}/`));
}
