import type { AppProps } from "next/app";
import "#app/fonts.ts";
import "#app/globals.css";
import { ArchiveFrame } from "#components/layout/archive-frame.tsx";

export default function App({ Component, pageProps }: AppProps) {
  return (
    <ArchiveFrame>
      <Component {...pageProps} />
    </ArchiveFrame>
  );
}
