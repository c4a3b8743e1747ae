import { RIGHTS_WORDS } from "#components/admin/articles/rights-words.ts";
import { Stack } from "#components/admin/shell/stack.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import type { NamedOutlet, OutletAdminItem } from "#lib/outlets/data-admin.ts";
import { counted } from "#lib/text/counted.ts";

const NAME: Column<OutletAdminItem> = {
  key: "name",
  heading: "Outlet",
  cell: (outlet) => <OutletLink outlet={outlet} />,
};

const COLUMNS: readonly Column<OutletAdminItem>[] = [
  NAME,
  { key: "country", heading: "Country", cell: ({ country }) => country },
  { key: "zone", heading: "Time zone", cell: ({ timeZone }) => timeZone },
  {
    key: "rights",
    heading: "Readers see",
    cell: ({ defaultRights }) => RIGHTS_WORDS[defaultRights],
  },
  {
    key: "arrival",
    heading: "When they come in",
    cell: ({ publishesItself }) => (publishesItself ? "published if sure" : "wait"),
  },
  { key: "articles", heading: "Articles", cell: (outlet) => outlet.articleCount, isFigure: true },
];

const MERGED_COLUMNS: readonly Column<OutletAdminItem>[] = [
  NAME,
  {
    key: "into",
    heading: "Merged into",
    cell: ({ mergedInto }) => mergedInto && <OutletLink outlet={mergedInto} />,
  },
];

/** The outlets, and under them what was merged away. */
export function OutletTables({ outlets }: { outlets: readonly OutletAdminItem[] }) {
  const merged = outlets.filter(({ mergedInto }) => mergedInto);
  const used = outlets.filter(({ mergedInto }) => !mergedInto);
  return (
    <Stack>
      <DataTable
        caption={`${counted(used.length, "outlet")}; articles include drafts`}
        columns={COLUMNS}
        rows={used}
        keyOf={({ id }) => id}
      />
      {merged.length > 0 && (
        <DataTable
          caption="Merged away"
          columns={MERGED_COLUMNS}
          rows={merged}
          keyOf={({ id }) => id}
        />
      )}
    </Stack>
  );
}

function OutletLink({ outlet }: { outlet: NamedOutlet }) {
  return <a href={`/admin/outlets/${outlet.id}`}>{outlet.name}</a>;
}
