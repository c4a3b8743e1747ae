export type PdfText = { x: number; y: number; text: string; size?: number };

const PAGE_HEIGHT = 792;

/**
 * A PDF with text at places given in points from the top left of US letter pages, in Helvetica.
 * Letters outside of Latin-1 are not kept; a page without text is blank. `title` goes into the properties.
 */
export function makePdf(pages: PdfText[][], { title = "" }: { title?: string } = {}): Buffer {
  const firstPage = 4;
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((texts, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${PAGE_HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * i + 1} 0 R >>`,
      streamOf(texts.map(operatorsFor).join("\n")),
    ]),
    `<< /Title (${escaped(title)}) /CreationDate (D:20240501090000Z) >>`,
  ];
  return assemble(objects);
}

function assemble(objects: string[]): Buffer {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, "latin1");
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function operatorsFor({ x, y, text, size = 10 }: PdfText): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${PAGE_HEIGHT - y} Tm (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, "\\$&");
}
