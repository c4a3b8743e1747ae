import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import {
  EXPORT_FORMAT,
  EXPORT_VERSION,
  MANIFEST_NAME,
  manifestSchema,
  type Manifest,
} from "#lib/exchange/schema.ts";
import { readWhole, type tarFiles } from "#lib/ingest/pipeline-sources.ts";

const MAX_MANIFEST_BYTES = 64 * 1024;

type FirstFile = Awaited<ReturnType<ReturnType<typeof tarFiles>["next"]>>;

const beginningSchema = z.object({ format: z.literal(EXPORT_FORMAT), version: z.unknown() });

/** What an export says of itself in its first file. Throws `AppError` "invalid_input". */
export async function readManifest(first: FirstFile): Promise<Manifest> {
  const file = first.done ? null : first.value;
  if (!file || file.bytes instanceof AppError || file.name.replace(/^\.\//, "") !== MANIFEST_NAME) {
    throw refused(`It does not begin with ${MANIFEST_NAME}.`);
  }
  const json = parseJson((await readWhole(file.bytes, MAX_MANIFEST_BYTES)).toString("utf8"));
  const beginning = beginningSchema.safeParse(json);
  if (!beginning.success) throw refused(`Its ${MANIFEST_NAME} does not say that it is one.`);
  const { version } = beginning.data;
  if (version !== EXPORT_VERSION) {
    throw new AppError(
      "invalid_input",
      `The export is of version ${JSON.stringify(version)}, and this program reads version ${EXPORT_VERSION}. Nothing of it was taken in. Please take it in with the program that wrote it, or a newer one.`,
    );
  }
  const { data, error } = manifestSchema.safeParse(json);
  if (!data) throw refused(`Its ${MANIFEST_NAME} is damaged: ${z.prettifyError(error)}`);
  return data;
}

/** Finds fault where an export holds fewer or more lines than it says. */
export function requireCounts({ counts }: Manifest, found: ReadonlyMap<string, number>): void {
  for (const [kind, count] of Object.entries(counts)) {
    const actual = found.get(kind) ?? 0;
    if (actual === count) continue;
    throw new AppError(
      "invalid_input",
      `The export says that it holds ${count} ${kind}, and holds ${actual}. What is in it was read. Please export once more where it came from.`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refused(why: string): AppError {
  return new AppError(
    "invalid_input",
    `It is no export of an archive that can be read. ${why} Nothing of it was taken in.`,
  );
}
