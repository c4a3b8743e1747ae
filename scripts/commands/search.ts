import { once } from "node:events";
import { parseDateRange } from "#lib/dates/parse-reader-date.ts";
import { today } from "#lib/dates/today.ts";
import { AppError } from "#lib/errors.ts";
import type { SEARCH_FILES } from "#lib/exchange/search-files.ts";
import { parseSearch, type ParsedSearch, type SearchParameters } from "#lib/search/parse-query.ts";
import type { SearchResults } from "#lib/search/types.ts";
import { EXIT_CODES } from "#scripts/exit-codes.ts";
import { printSearch } from "#scripts/print-search.ts";
import { withDatabase } from "#scripts/with-database.ts";

type Ending = keyof typeof SEARCH_FILES;

export type SearchOptions = {
  from?: string;
  to?: string;
  topic?: string[];
  person?: string[];
  outlet?: string[];
  sort?: string;
  page?: string;
  count?: boolean;
  export?: Ending;
  json?: boolean;
};

/**
 * Searches what readers may see, in the language of the search box, and prints a page of what was
 * found, how much it is, or all of it as a file.
 */
export async function searchCommand(words: string[], options: SearchOptions): Promise<number> {
  const parameters = toParameters(words, options);
  const search = parseSearch(parameters, today());
  refuseProblems(search);
  await withDatabase(async () => {
    if (options.export) return writeFile(parameters, options.export);
    const { searchArticles } = await import("#lib/search/data.ts");
    const results = await searchArticles(search.query);
    if (options.count) return printCount(results, options);
    const { getEnv } = await import("#lib/env.ts");
    const { ARCHIVE_URL } = getEnv();
    console.log(
      options.json
        ? JSON.stringify(toJson(search, results, ARCHIVE_URL), null, 2)
        : printSearch(search, results, { baseUrl: ARCHIVE_URL, isBold: isBold() }),
    );
  });
  return EXIT_CODES.ok;
}

function toParameters(words: string[], options: SearchOptions): SearchParameters {
  const { from, to, topic, person, outlet, sort, page } = options;
  return { q: words.join(" "), from, to, topic, person, outlet, sort, page };
}

/** On a page the field says it; a program that goes on without a date would go on with too much. */
function refuseProblems({ problems, given, query }: ParsedSearch): void {
  if (problems.to && query.from && parseDateRange(given.to, today()))
    throw new AppError("invalid_input", `--to ${given.to} is before --from ${given.from}.`);
  for (const side of ["from", "to"] as const) {
    if (problems[side])
      throw new AppError(
        "invalid_input",
        `--${side} ${given[side]} is no date such as 2025, 2025-02 or "27 Feb 2025".`,
      );
  }
}

function printCount({ total }: SearchResults, { json }: SearchOptions): void {
  console.log(json ? JSON.stringify({ total }) : String(total));
}

function toJson({ query, ignored }: ParsedSearch, results: SearchResults, baseUrl: string) {
  const { items, ...rest } = results;
  return {
    ...{ q: query.text, sort: query.sort, page: query.page, ignored, ...rest },
    items: items.map((item) => ({ ...item, url: baseUrl + item.path })),
  };
}

/** As https://no-color.org asks, plain where somebody wants no colours. */
function isBold(): boolean {
  return process.stdout.isTTY && !process.env.NO_COLOR;
}

async function writeFile(parameters: SearchParameters, ending: Ending): Promise<void> {
  const { listAllFound } = await import("#lib/search/data-addressed.ts");
  const { encodeFound, GROUP_SIZE } = await import("#lib/exchange/search-files.ts");
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  const { groups } = await listAllFound(new URLSearchParams(pairs), GROUP_SIZE);
  for await (const bytes of encodeFound(ending, groups)) {
    if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
  }
}
