import type { ReactNode } from "react";
import { AdminNav, type NavItem } from "#components/admin/shell/admin-nav.tsx";
import { Button } from "#components/ui/button.tsx";
import { signOutAction } from "#lib/accounts/actions.ts";
import { isAtLeast, type Role } from "#lib/auth/role.ts";
import type { CurrentUser } from "#lib/auth/types.ts";
import styles from "./admin-shell.module.css";

const NAV: readonly (NavItem & { role: Role })[] = [
  { href: "/admin", label: "Overview", role: "editor" },
  { href: "/admin/articles", label: "Articles", role: "editor" },
  { href: "/admin/batches", label: "Imports", role: "editor" },
  { href: "/admin/review", label: "Review", role: "editor" },
  { href: "/admin/statements", label: "Statements", role: "editor" },
  { href: "/admin/stories", label: "Stories", role: "editor" },
  { href: "/admin/commitments", label: "Commitments", role: "editor" },
  { href: "/admin/suggestions", label: "Suggested events", role: "editor" },
  { href: "/admin/duplicates", label: "Duplicates", role: "editor" },
  { href: "/admin/events", label: "Events", role: "editor" },
  { href: "/admin/topics", label: "Topics", role: "editor" },
  { href: "/admin/people", label: "People", role: "editor" },
  { href: "/admin/understanding", label: "Understanding", role: "editor" },
  { href: "/admin/outlets", label: "Outlets", role: "editor" },
  { href: "/admin/feeds", label: "Feeds", role: "editor" },
  { href: "/admin/bin", label: "Bin", role: "editor" },
  { href: "/admin/tokens", label: "API tokens", role: "editor" },
  { href: "/admin/users", label: "Users", role: "admin" },
  { href: "/admin/audit", label: "Audit", role: "admin" },
];

/** Where one is, who one is and the way out, around every page of the archivists. */
export function AdminShell({ user, children }: { user: CurrentUser; children: ReactNode }) {
  const items = NAV.filter((item) => isAtLeast(user.role, item.role));
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <header className={styles.header}>
        <div className={styles.top}>
          <p>
            <a href="/" className={styles.home}>
              The Diplomacy Archive
            </a>
          </p>
          <form action={signOutAction} className={styles.person}>
            <a href="/admin/account">{user.name}</a>
            <span className={styles.role}>{user.role}</span>
            <Button>Sign out</Button>
          </form>
        </div>
        {items.length > 0 && <AdminNav items={items} />}
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
