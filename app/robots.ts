import type { MetadataRoute } from "next";
import { getEnv } from "#lib/env.ts";

// Its content and the address of the site are known when the archive runs, not when it is built.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/admin", "/sign-in"] },
    sitemap: `${getEnv().ARCHIVE_URL}/sitemap.xml`,
  };
}
