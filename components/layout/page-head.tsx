import Head from "next/head";
import { SITE, THEME_COLORS } from "#components/layout/site-metadata.ts";

type PageHeadProps = {
  title: string;
  /** The whole address under which search engines are to keep the page. */
  canonical: string;
  /** What a feed reader is shown of the page: where its feeds are. */
  feeds: { atom: string; json: string };
};

/** The head that `app/layout.tsx` gives to the pages of the other router. */
export function PageHead({ title, canonical, feeds }: PageHeadProps) {
  const fullTitle = `${title} · ${SITE.name}`;
  return (
    <Head>
      <title>{fullTitle}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {THEME_COLORS.map(({ media, color }) => (
        <meta key={media} name="theme-color" media={media} content={color} />
      ))}
      <meta name="description" content={SITE.description} />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <link rel="canonical" href={canonical} />
      <link rel="alternate" type="application/atom+xml" href={feeds.atom} />
      <link rel="alternate" type="application/feed+json" href={feeds.json} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      <meta property="og:title" content={fullTitle} />
      <meta property="og:description" content={SITE.description} />
      <meta property="og:site_name" content={SITE.name} />
      <meta property="og:locale" content={SITE.locale} />
      <meta property="og:type" content="website" />
    </Head>
  );
}
