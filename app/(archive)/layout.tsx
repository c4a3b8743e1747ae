import type { ReactNode } from "react";
import { ArchiveFrame } from "#components/layout/archive-frame.tsx";

export default function ArchiveLayout({ children }: { children: ReactNode }) {
  return <ArchiveFrame>{children}</ArchiveFrame>;
}
