/** `[start, end)` in UTF-16 code units of a given text, as `String.prototype.slice` counts. */
export type Span = { start: number; end: number };
