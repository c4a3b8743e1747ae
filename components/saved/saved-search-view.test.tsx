import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SavedSearchView } from "#components/saved/saved-search-view.tsx";
import { NOTHING_CHOSEN } from "#lib/search/chosen-facets.ts";
import type { AlertView, SavedSearch } from "#lib/saved-searches/types.ts";

const SEARCH = {
  ...{ parameters: "q=grain", path: "/search?q=grain", text: "grain", from: "", to: "" },
  chosen: NOTHING_CHOSEN,
};
const SAVED: SavedSearch = {
  ...{ id: "1", name: "Grain", search: SEARCH, asks: ["grain"], deletedAt: null, alert: null },
  ...{ seen: { until: new Date(0), snapshot: null }, createdAt: new Date(0) },
};

function render(hasMail: boolean, alert: AlertView | null = null): string {
  const saved = { ...SAVED, alert };
  const news = { asOf: { until: new Date(0), snapshot: "1:1:" }, count: 0, matches: [] };
  const props = { token: "t", saved, news, isRemembered: true, hasMail };
  return renderToStaticMarkup(<SavedSearchView {...props} />);
}

it("says nothing of mail where the archive sends none", () => {
  expect(render(true)).toContain("E-mail address");
  expect(render(false)).not.toMatch(/mail/i);
});

it("says that mails have stopped, and why, and offers a way back to who had said yes", () => {
  const alert: AlertView = {
    ...{ address: "r…@example.org", cadence: "daily", state: "stopped", isConfirmed: true },
    ...{ lastSentAt: null, lastError: "550 No such mailbox" },
  };
  expect(render(true, alert)).toMatch(
    /No more mails go to r…@example\.org\.[^]*550 No such mailbox/,
  );
  expect(render(true, alert)).toContain("Try again");
  expect(render(true, { ...alert, isConfirmed: false })).not.toContain("Try again");
});
