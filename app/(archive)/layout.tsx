import type { ReactNode } from "react";
import { ArchiveFrame } from "#components/layout/archive-frame.tsx";
import { serveWithoutFramework } from "#lib/http/request-context.ts";

export default function ArchiveLayout({ children }: { children: ReactNode }) {
  serveWithoutFramework();
  return <ArchiveFrame>{children}</ArchiveFrame>;
}
