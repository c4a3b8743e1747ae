import type { Column } from "./pdf-columns.ts";

/** A line of a column; places in points from the page's top left. */
export type PdfLine = {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  font: string;
  /** Stretches of it that wide gaps part, as in a table. */
  cells: number;
  /** What its column looks like: the edges of its text and the usual step from line to line. */
  column: { left: number; right: number; leading: number };
};

/** A gap inside a line that is a table's or a tabulator's. */
const CELL_GAP = 2.5;

/** The lines of a column from top to bottom. */
export function linesOf(column: Column): PdfLine[] {
  const lines: Omit<PdfLine, "column">[] = [];
  const sorted = column.toSorted((a, b) => a.y - b.y || a.left - b.left);
  let row: Column = [];
  const endRow = () => {
    if (row.length > 0) lines.push(joinRow(row));
    row = [];
  };
  for (const segment of sorted) {
    const [first] = row;
    if (first && segment.y - first.y > Math.min(first.size, segment.size) / 2) endRow();
    row.push(segment);
  }
  endRow();
  const shapes = new Map(
    [...Map.groupBy(lines, sizeClass)].map(([key, alike]) => [key, shapeOf(alike)]),
  );
  return lines.map((line) => ({ ...line, column: shapes.get(sizeClass(line)) ?? shapeOf([line]) }));
}

/** A headline is set to another width than the text under it. */
function sizeClass({ size }: { size: number }): number {
  return Math.round(size);
}

function shapeOf(lines: Omit<PdfLine, "column">[]): PdfLine["column"] {
  return {
    left: quantile(
      lines.map(({ left }) => left),
      0.2,
    ),
    right: quantile(
      lines.map(({ right }) => right),
      0.9,
    ),
    leading: quantile(stepsBetween(lines), 0.5),
  };
}

function joinRow(row: Column): Omit<PdfLine, "column"> {
  const [first, ...rest] = row.toSorted((a, b) => a.left - b.left);
  const line = { ...(first as Column[number]), cells: 1 };
  for (const segment of rest) {
    const size = Math.max(line.size, segment.size);
    line.text += ` ${segment.text}`;
    if (segment.left - line.right > CELL_GAP * size) line.cells++;
    if (segment.text.length > line.text.length / 2) line.font = segment.font;
    line.right = Math.max(line.right, segment.right);
    line.size = size;
  }
  return line;
}

function stepsBetween(lines: { y: number; size: number }[]): number[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1];
    const step = next ? next.y - line.y : 0;
    return next && step < 3 * line.size ? [step] : [];
  });
}

/** The value below which this share of the values lies; 0 for none. */
function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
