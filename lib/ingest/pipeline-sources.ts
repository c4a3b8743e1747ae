/**
 * From a source to the bytes of each article in it, the way's first step:
 *
 *   source ──unpack──▶ the bytes of each article in it
 *
 * Apart from `pipeline.ts`, so that who only takes sources apart holds no dictionaries in memory.
 */
export { MAX_ORIGINAL_BYTES } from "./original-size.ts";
export type { OriginalHint } from "./read.ts";
export {
  faultOfFields,
  fieldsAsSaid,
  fieldsByName,
  shapeOfColumns,
  toChoices,
} from "./records/column-shape.ts";
export { parseColumnChoices } from "./records/written-choices.ts";
export {
  unpack,
  type ByteSource,
  type ChooseColumns,
  type SeenTable,
  type UnpackedItem,
  type UnpackHint,
} from "./unpack.ts";
export { gunzip, tarFiles } from "./unpacking/archive-files.ts";
export { peek, readWhole } from "./unpacking/byte-source.ts";
export { splitLinesOf } from "./unpacking/split-stream.ts";
