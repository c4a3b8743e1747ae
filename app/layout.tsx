import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { fontVariables } from "#app/fonts.ts";
import { getEnv } from "#lib/env.ts";
import "./globals.css";

// The server keeps finished pages and drops them when content changes; nothing is built ahead.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getEnv().ARCHIVE_URL),
    title: { default: "The Diplomacy Archive", template: "%s · The Diplomacy Archive" },
    description:
      "A public, searchable, citable archive of news on the diplomacy between the United Kingdom, the United States and Ukraine.",
    openGraph: { siteName: "The Diplomacy Archive", locale: "en_GB", type: "website" },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#141412" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
