/**
 * Runs in a thread of its own, because pdf.js cannot be interrupted: takes the pieces of text out of a
 * PDF, page by page, as they stand on the upright page. Plain JavaScript, so that the server's bundle,
 * the command line and the tests can all start it as the file that it is.
 */
import { parentPort, workerData } from "node:worker_threads";
import { getDocument, Util } from "unpdf/pdfjs";

const { bytes, maxPages, maxPiecesPerPage } = workerData;

try {
  await readDocument();
} catch (error) {
  parentPort.postMessage({ type: "failed", name: error?.name, message: String(error?.message) });
}

async function readDocument() {
  const pdf = await getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    verbosity: 0,
  }).promise;
  const { info = {} } = await pdf.getMetadata().catch(() => ({}));
  parentPort.postMessage({
    type: "opened",
    pageCount: pdf.numPages,
    info: {
      title: textOf(info.Title),
      author: textOf(info.Author),
      created: textOf(info.CreationDate),
    },
  });
  for (let number = 1; number <= Math.min(pdf.numPages, maxPages); number++) {
    parentPort.postMessage({ type: "page", page: await readPage(pdf, number) });
  }
  parentPort.postMessage({ type: "done" });
}

/** A page that cannot be read is empty and says so; the others are read all the same. */
async function readPage(pdf, number) {
  try {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const pieces = [];
    for (const item of items.slice(0, maxPiecesPerPage)) {
      if (typeof item.str !== "string" || item.str.trim() === "") continue;
      const [a, b, c, d, x, y] = Util.transform(viewport.transform, item.transform);
      pieces.push({
        text: item.str,
        x,
        y,
        width: item.width,
        size: Math.hypot(c, d),
        angle: Math.atan2(b, a),
        font: item.fontName,
      });
    }
    page.cleanup();
    return { width: viewport.width, height: viewport.height, pieces, isDamaged: false };
  } catch {
    return { width: 0, height: 0, pieces: [], isDamaged: true };
  }
}

function textOf(value) {
  return typeof value === "string" ? value.slice(0, 500) : "";
}
