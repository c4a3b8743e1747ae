import { AppError } from "#lib/errors.ts";
import type { KindName } from "#lib/exchange/export-tables.ts";
import type { ExportGroup, Line, Problem } from "#lib/exchange/types.ts";

/** A group is in memory whole; those that the archive writes are far smaller. */
const MAX_GROUP_BYTES = 128 * 1024 ** 2;

type PartPlace = { kind: string; number: string | null };
type LineKind = KindName | "published";
type PendingPart = { name: string; kind: LineKind; sha256: string; lines: Line[] };

/** Collects the files of a group: originals, then parts, each proved by the checksum after it. */
export class GroupBuilder {
  #group: ExportGroup = emptyGroup();
  #place: string | null = null;
  #byteCount = 0;
  #lines: Line[] = [];
  #kind: LineKind | null = null;
  #pending: PendingPart | null = null;

  /** True once a part of the group is there, after which no original of it follows. */
  get isComplete(): boolean {
    return this.#place !== null;
  }

  /** Returns the group before, where this part begins another. */
  beginPart(name: string, { kind, number }: PartPlace): ExportGroup | null {
    this.#refusePending();
    const place = number ?? name;
    const before = this.#place !== null && this.#place !== place ? this.take() : null;
    this.#place = place;
    this.#kind = kind as LineKind;
    return before;
  }

  addLine(kind: LineKind, line: Line, weight: number): void {
    this.#weigh(weight);
    this.#kind = kind;
    this.#lines.push(line);
  }

  endPart(name: string, sha256: string): void {
    this.#pending = { name, kind: this.#kind as LineKind, sha256, lines: this.#lines };
    this.#lines = [];
  }

  /** `checksum` as `sha256sum` writes it; only now is the part good. */
  confirm(name: string, checksum: string): void {
    const part = this.#pending;
    this.#pending = null;
    if (part?.name !== name) {
      if (part) this.#refuse(part, "has no SHA-256 beside it");
      return this.fail(name, "There is a SHA-256, and no such file before it.");
    }
    if (checksum.split(/\s/)[0] !== part.sha256) {
      return this.#refuse(part, "has another SHA-256 than the one beside it");
    }
    // What readers may see is read and counted, and goes nowhere.
    if (part.kind === "published") return;
    this.#group.lines[part.kind] = [...(this.#group.lines[part.kind] ?? []), ...part.lines];
  }

  addOriginal(sha256: string, bytes: Uint8Array): void {
    this.#weigh(bytes.length);
    this.#group.originals.set(sha256, Uint8Array.from(bytes));
  }

  fail(what: string, reason: string, kind: Problem["kind"] | "published" = null): void {
    this.#weigh(what.length + reason.length);
    this.#group.problems.push({ kind: kind === "published" ? null : kind, what, reason });
  }

  take(): ExportGroup {
    this.#refusePending();
    const group = this.#group;
    this.#group = emptyGroup();
    this.#place = null;
    this.#byteCount = 0;
    return group;
  }

  #refusePending(): void {
    if (this.#pending) this.#refuse(this.#pending, "has no SHA-256 beside it");
    this.#pending = null;
  }

  #refuse({ name, kind, lines }: PendingPart, why: string): void {
    this.fail(name, `It ${why}. Its ${lines.length} lines were left out.`, kind);
  }

  #weigh(byteCount: number): void {
    this.#byteCount += byteCount;
    if (this.#byteCount <= MAX_GROUP_BYTES) return;
    throw new AppError(
      "payload_too_large",
      "The export keeps more together than this program ever wrote. What stood before was read; the rest was left out. Please check that it is what it should be.",
    );
  }
}

function emptyGroup(): ExportGroup {
  return { lines: {}, originals: new Map(), problems: [] };
}
