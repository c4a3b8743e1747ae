import { readMarkedDocuments, MARKED_DOCUMENTS, TYPE_OF_MARK } from "./name-examples.ts";
import { trainTagger } from "./train-tagger.ts";
import { scoreSpans } from "./name-scores.ts";
import { NameTagger } from "#lib/language/name-tagger.ts";
import { findMentionsWith } from "#lib/language/names.ts";
const K = Number(process.argv[2]);
const docs = await readMarkedDocuments(MARKED_DOCUMENTS);
const out: any[] = [];
for (let f = 0; f < 5; f++) {
  const t0=performance.now();
  const w = trainTagger(docs.filter((_, i) => i % 5 !== f), { features: K });
  if (!f) console.log("features", Object.keys(w.features).length, "bytes", JSON.stringify(w).length, "ms", performance.now()-t0);
  const tg = new NameTagger(w);
  docs.forEach((d, i) => { if (i % 5 === f) out.push({ d, m: findMentionsWith(tg, d.text) }); });
}
for (const t of ["person", "organisation", "location"]) { const s = scoreSpans(out.map(({ d, m }) => ({ marked: d.entities.filter((e: any) => TYPE_OF_MARK[e.type] === t), found: m.filter((e: any) => e.type === t) }))); console.log(t, s.strict.f1.toFixed(3), s.iou80.f1.toFixed(3), s.iou50.f1.toFixed(3), s.characters.f1.toFixed(3)); }
