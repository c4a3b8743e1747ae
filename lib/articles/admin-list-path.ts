import type { AdminListQuery } from "#lib/articles/schema.ts";

const DEFAULTS: Partial<Record<keyof AdminListQuery, unknown>> = {
  q: "",
  sort: "updated",
  page: 1,
};

/** The address of the archivists' list for a query; what goes without saying is left out. */
export function adminListPath(query: AdminListQuery): string {
  const given = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== DEFAULTS[name as keyof AdminListQuery],
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return given.length > 0 ? `/admin/articles?${search}` : "/admin/articles";
}
