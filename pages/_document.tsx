import { Head, Html, Main, NextScript } from "next/document";
import { fontVariables } from "#app/fonts.ts";
import { SITE } from "#components/layout/site-metadata.ts";

export default function Document() {
  return (
    <Html lang={SITE.language} className={fontVariables}>
      <Head />
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
