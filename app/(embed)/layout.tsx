import type { ReactNode } from "react";
import { allowFraming, serveWithoutFramework } from "#lib/http/request-context.ts";

/** What stands in other sites' frames: no header, no footer, and nothing that acts for anybody. */
export default function EmbedLayout({ children }: { children: ReactNode }) {
  serveWithoutFramework();
  allowFraming();
  return <main id="content">{children}</main>;
}
