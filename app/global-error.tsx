"use client";

import { fontVariables } from "#app/fonts.ts";
import { FaultNotice } from "#components/layout/fault-notice.tsx";
import "./globals.css";

export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="en-GB" className={fontVariables}>
      <body>
        <title>Something went wrong · The Diplomacy Archive</title>
        <FaultNotice retry={retry} />
      </body>
    </html>
  );
}
