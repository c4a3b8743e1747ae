/** How many outlets report an event independently of each other. */

/** An article as far as its independence goes. */
export type Report = {
  id: string;
  /** Null where its outlet is not known. */
  outlet: string | null;
  /** Publishers that it names as its sources: it retells what they report. */
  sources: readonly string[];
};

export type Coverage = {
  reports: readonly Report[];
  /** Pairs of reports that are copies or versions of one text. */
  copies: readonly (readonly [one: string, other: string])[];
  /** Publishers of sources that are listed with the event itself. */
  publishers: readonly string[];
};

/** One account of an event. */
export type Account = {
  /** Every outlet that carries it, or of which one gave it. */
  outlets: string[];
  /** Copies of one text; or an article that names several sources and does not say which gave it. */
  how: "copies" | "one_of_named" | "own";
};

export type Independence = {
  /** As many accounts as outlets can be found for, each counted once. */
  count: number;
  /** Every account, those of several outlets first. */
  accounts: Account[];
};

/**
 * Counts independent outlets. Copies of one text, such as an agency's, are one account, whoever
 * carries it. An article that names its sources gives no account of its own but theirs: of those that
 * are listed with the event, or else of one of them, since it may name the others for something else.
 * What an outlet publishes several times counts once. The count is the size of a maximum matching of accounts
 * with outlets (Kuhn's algorithm): the most accounts that can each be laid to another outlet.
 */
export function countIndependent(coverage: Coverage): Independence {
  const accounts = listAccounts(coverage);
  const holders = new Map<string, number>();
  const count = accounts.filter((_, i) => findOutlet(i, accounts, holders, new Set())).length;
  return { count, accounts };
}

/** Finds an outlet for an account, where need be by finding another for one that has it already. */
function findOutlet(
  index: number,
  accounts: readonly Account[],
  holders: Map<string, number>,
  tried: Set<string>,
): boolean {
  for (const outlet of (accounts[index] as Account).outlets.map(keyOf)) {
    if (tried.has(outlet)) continue;
    tried.add(outlet);
    const holder = holders.get(outlet);
    if (holder === undefined || findOutlet(holder, accounts, holders, tried)) {
      holders.set(outlet, index);
      return true;
    }
  }
  return false;
}

function listAccounts({ reports, copies, publishers }: Coverage): Account[] {
  const listed = new Set(publishers.map(keyOf));
  const accounts = [
    ...publishers.map((publisher): Account => ({ outlets: [publisher.trim()], how: "own" })),
    ...gatherCopies(reports, copies).flatMap((text) => accountOf(text, listed) ?? []),
  ];
  const distinct = new Map(accounts.map((account) => [distinctKey(account.outlets), account]));
  return [...distinct.values()].sort(
    (a, b) => b.outlets.length - a.outlets.length || compareFirst(a, b),
  );
}

/** What copies of one text tell; null where they retell sources that are listed anyway. */
function accountOf(text: readonly Report[], listed: ReadonlySet<string>): Account | null {
  const sources = text.flatMap((report) => report.sources);
  const own = text.filter((report) => report.sources.length === 0);
  if (own.length === 0 && sources.some((source) => listed.has(keyOf(source)))) return null;
  // A report of no known outlet is still an account: its own name stands for whoever gave it.
  const names = [...sources, ...own.map(({ id, outlet }) => outlet ?? `report ${id}`)];
  const outlets = distinctNames(names).sort((a, b) => a.localeCompare(b));
  if (outlets.length === 1) return { outlets, how: "own" };
  return { outlets, how: text.length > 1 ? "copies" : "one_of_named" };
}

function gatherCopies(
  reports: readonly Report[],
  copies: Coverage["copies"],
): readonly (readonly Report[])[] {
  const textOf = new Map(reports.map((report) => [report.id, [report]]));
  for (const [one, other] of copies) {
    const [first, second] = [textOf.get(one), textOf.get(other)];
    if (!first || !second || first === second) continue;
    first.push(...second);
    for (const { id } of second) textOf.set(id, first);
  }
  return [...new Set(textOf.values())];
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

function distinctNames(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [keyOf(name), name.trim()])).values()];
}

function distinctKey(outlets: readonly string[]): string {
  return outlets.map(keyOf).sort().join("\n");
}

function compareFirst(a: Account, b: Account): number {
  return (a.outlets[0] ?? "").localeCompare(b.outlets[0] ?? "");
}
