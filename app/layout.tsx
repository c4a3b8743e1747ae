import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { fontVariables } from "#app/fonts.ts";
import { SITE, THEME_COLORS } from "#components/layout/site-metadata.ts";
import { getEnv } from "#lib/env.ts";
import "./globals.css";

// The server keeps finished pages and drops them when content changes; nothing is built ahead.
export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(getEnv().ARCHIVE_URL),
    title: { default: SITE.name, template: `%s · ${SITE.name}` },
    description: SITE.description,
    openGraph: { siteName: SITE.name, locale: SITE.locale, type: "website" },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [...THEME_COLORS],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={SITE.language} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
