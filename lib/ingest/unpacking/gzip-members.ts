/**
 * Gzip as web archives have it: a member for each record, so that one damaged record need not cost
 * those after it. Node's own stream reads members too, but stops at the first fault.
 */
import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import { AppError } from "#lib/errors.ts";
import type { ArchivePiece } from "./archive-piece.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { UnpackedBytes } from "./unpacked-bytes.ts";

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
const FLAGS = { headerCheck: 0x02, extra: 0x04, name: 0x08, comment: 0x10, unknown: 0xe0 };
const FIXED_HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const MAX_NAME_BYTES = 64 * 1024;
/** Inflated at once; at most a thousand times as much comes out. */
const SLICE_BYTES = 64 * 1024;
/** What is broken this often is no gzip. */
const MAX_FAULTS = 100;
const ENDS_EARLY = "It ends early.";

/**
 * The contents of gzip members one after another. Damage is told where it stands, and reading goes on
 * with the next member that can be found. Throws `AppError` for a bomb.
 */
export async function* gunzipMembers(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchivePiece> {
  const count = new UnpackedBytes();
  const input = new ByteCursor(count.packed(source));
  try {
    for (let faults = 0; await skipPadding(input);) {
      const fault = yield* readMember(input, count);
      if (fault === null) continue;
      yield { damage: damagedMember(fault.why), spoilsWhatCameBefore: fault.isInside };
      if (++faults > MAX_FAULTS || !(await findMember(input))) return;
    }
  } finally {
    await input.close();
  }
}

type MemberFault = { why: string; isInside: boolean };

/** Hands on what is in a member; answers what is wrong with it. */
async function* readMember(
  input: ByteCursor,
  count: UnpackedBytes,
): AsyncGenerator<Uint8Array, MemberFault | null> {
  if (!(await passHeader(input))) return { why: "No record begins here.", isInside: false };
  const member = new Member();
  try {
    const why = yield* inflateMember(member, input, count);
    if (why !== null) return { why, isInside: member.hasGiven };
  } finally {
    member.close();
  }
  if (!(await input.fill(TRAILER_BYTES))) return { why: ENDS_EARLY, isInside: true };
  const isSound = input.take(TRAILER_BYTES).readUInt32LE(0) === member.checksum;
  return isSound ? null : { why: "Its check sum is another.", isInside: true };
}

async function* inflateMember(
  member: Member,
  input: ByteCursor,
  count: UnpackedBytes,
): AsyncGenerator<Uint8Array, string | null> {
  let before: Buffer = Buffer.alloc(0);
  while (!member.isEnded) {
    if (!(await input.fill(1))) return ENDS_EARLY;
    const slice = input.buffered.subarray(0, SLICE_BYTES);
    for (const piece of await member.inflate(slice)) {
      count.addUnpacked(piece.length);
      yield piece;
    }
    if (member.fault !== null) {
      input.unread(before);
      return `${member.fault}.`;
    }
    input.drop(member.consumed);
    // Damaged data is taken for data a while: the next member may begin before the fault.
    before = slice;
  }
  return null;
}

/** The deflated data of one member, slice by slice. */
class Member {
  isEnded = false;
  fault: string | null = null;
  hasGiven = false;
  checksum = 0;
  /** Bytes of the last slice that belong to the member. */
  consumed = 0;
  readonly #stream: InflateRaw = createInflateRaw({ chunkSize: SLICE_BYTES });
  #pieces: Uint8Array[] = [];
  #settle: () => void = () => undefined;

  constructor() {
    this.#stream.on("data", (piece: Uint8Array) => {
      this.checksum = crc32(piece, this.checksum);
      this.hasGiven = true;
      this.#pieces.push(piece);
    });
    this.#stream.on("end", () => {
      this.isEnded = true;
      this.#settle();
    });
    this.#stream.on("error", ({ message }) => {
      this.fault = message;
      this.#settle();
    });
  }

  async inflate(slice: Buffer): Promise<Uint8Array[]> {
    const before = this.#stream.bytesWritten;
    await new Promise<void>((resolve) => {
      // Where something comes after the member, only its end is told, and no more is taken.
      this.#settle = resolve;
      this.#stream.write(slice, () => resolve());
    });
    this.consumed = this.#stream.bytesWritten - before;
    return this.#pieces.splice(0);
  }

  close(): void {
    this.#stream.close();
  }
}

/** False at the end of the input. Zeros may follow a member. */
async function skipPadding(input: ByteCursor): Promise<boolean> {
  while (await input.fill(1)) {
    const start = input.buffered.findIndex((byte) => byte !== 0);
    input.drop(start < 0 ? input.buffered.length : start);
    if (start >= 0) return true;
  }
  return false;
}

/** Passes the header of a member; false where there is none, and then nothing of it is passed. */
async function passHeader(input: ByteCursor): Promise<boolean> {
  if (!(await input.fill(FIXED_HEADER_BYTES))) return false;
  const flags = input.buffered[3] ?? 0;
  if (!isMember(input.buffered)) return false;
  input.drop(FIXED_HEADER_BYTES);
  if (flags & FLAGS.extra) {
    if (!(await input.fill(2))) return false;
    const length = input.take(2).readUInt16LE(0);
    if (!(await input.fill(length))) return false;
    input.drop(length);
  }
  for (const flag of [FLAGS.name, FLAGS.comment]) {
    if (flags & flag && !(await passName(input))) return false;
  }
  if (!(flags & FLAGS.headerCheck)) return true;
  if (!(await input.fill(2))) return false;
  input.drop(2);
  return true;
}

async function passName(input: ByteCursor): Promise<boolean> {
  const end = await input.find(Buffer.of(0), MAX_NAME_BYTES);
  if (end !== null) input.drop(end + 1);
  return end !== null;
}

function isMember(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).equals(MAGIC) && ((bytes[3] ?? 0) & FLAGS.unknown) === 0;
}

/** Goes to the next place that looks like the beginning of a member. */
async function findMember(input: ByteCursor): Promise<boolean> {
  while (await input.skipTo(MAGIC)) {
    if ((await input.fill(4)) && isMember(input.buffered)) return true;
    input.drop(1);
  }
  return false;
}

function damagedMember(why: string): AppError {
  return new AppError(
    "invalid_input",
    `The web archive is damaged or cut off here. ${why} What stood before was read, and what can be found after it. Please fetch the file again.`,
  );
}
