/**
 * Takes over the picture of the timeline that the server drew: the same layout, by wheel, fingers,
 * pointer and keys, with its window in the address. Where it cannot, the picture stays as it was sent.
 */
import { dataLoader, loadFirst } from "#components/timeline/live/load-data.ts";
import { PictureView } from "#components/timeline/live/picture-view.ts";

const root = document.querySelector<HTMLElement>("[data-timeline]");
if (root) void start(root);

async function start(figure: HTMLElement): Promise<void> {
  const source = figure.dataset.source ?? "";
  const [place, strip, says] = ["place", "overview", "says"].map((name) =>
    figure.querySelector<HTMLElement>(`[data-${name}]`),
  );
  const data = await loadFirst(source);
  if (!data || !place || !strip || !says) return;
  const loader = dataLoader(source, (fresh) => view.receive(fresh));
  const view = new PictureView({ root: figure, place, strip, says }, data, loader);
}
