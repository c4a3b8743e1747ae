import { jsonForHtml } from "#lib/http/json-for-html.ts";

/** Facts for machines in schema.org's words. Data, not script: nothing in it is run. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  return (
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForHtml(data) }} />
  );
}
