import { crc32, deflateRawSync } from "node:zlib";

const STORED = 0;
const DEFLATED = 8;
const NAMES_ARE_UTF8 = 0x800;

type ZipOptions = {
  /** A lie about the unpacked size of every part. */
  statedBytes?: number;
  isCompressed?: boolean;
};

/** A ZIP file of these parts, in order; text and names are UTF-8. */
export function makeZip(
  parts: Record<string, string | Uint8Array>,
  { statedBytes, isCompressed = true }: ZipOptions = {},
): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = isCompressed ? deflateRawSync(data) : data;
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(NAMES_ARE_UTF8, 2);
    common.writeUInt16LE(isCompressed ? DEFLATED : STORED, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(statedBytes ?? data.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([signature(0x04034b50), common, nameBytes, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, central, nameBytes]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
