import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminShell } from "#components/admin/shell/admin-shell.tsx";
import { getCurrentUser } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The frame only. Each page guards itself with `requirePageRole`: a layout is no gate. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await getCurrentUser();
  return user ? <AdminShell user={user}>{children}</AdminShell> : children;
}
