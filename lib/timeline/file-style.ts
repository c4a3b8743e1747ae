/**
 * The look of the picture in a file, in the light colours of app/tokens.css and
 * components/timeline/drawn-svg.module.css; a test holds the colours against the former. No
 * variables: not every program that shows SVG knows them.
 */
import { COMMITMENT_LANE, OTHER_LANE, type PictureLane } from "#lib/timeline/types.ts";

export const FILE_COLOURS = {
  paper: "#fbfaf7",
  ink: "#1b1a17",
  "ink-quiet": "#5a564d",
  rule: "#dbd6c9",
  "rule-strong": "#8a8578",
  "lane-uk": "#a3202c",
  "lane-us": "#24407f",
  "lane-ua": "#b47600",
  "lane-ua-edge": "#2f84c6",
  "lane-ru": "#6d6a64",
  "lane-eu": "#2d7146",
};

const PATTERNS: Partial<Record<PictureLane, string>> = { us: "9 5", ru: "1.5 4", other: "1 9" };
/** The archive's own letter where it is installed, else one that runs no wider. */
const FONTS = "'IBM Plex Sans','Liberation Sans',Arial,Helvetica,sans-serif";

/** The style sheet of a file that shows these lanes. */
export function fileStyle(lanes: readonly PictureLane[]): string {
  const c = FILE_COLOURS;
  const part = (name: string) => `[data-part="${name}"]`;
  return [
    `text{font:400 13px ${FONTS};fill:${c.ink}}`,
    `a{text-decoration:none}`,
    ...["tick", "laneName", "count", "source"].map(
      (name) => `${part(name)}{font-size:11.5px;fill:${c["ink-quiet"]}}`,
    ),
    `${part("overTick")},${part("code")}{font-weight:600}`,
    `${part("title")}{font-size:18px;font-weight:700}`,
    `${part("grid")}{stroke:${c.rule};fill:none}`,
    `${part("linkLine")}{stroke:${c["rule-strong"]};opacity:.4;fill:none}`,
    `${part("linkLine")}[data-soft]{stroke-dasharray:2 3}`,
    `${part("statements")}{stroke:${c["ink-quiet"]};stroke-width:.75px;fill:none}`,
    `${part("label")}{font-weight:500;stroke:${c.paper};stroke-width:3px;stroke-linejoin:round;paint-order:stroke}`,
    `${part("label")}[data-left]{text-anchor:end}`,
    `${part("count")}{text-anchor:middle;fill:${c.ink}}`,
    ...lanes.flatMap(laneStyle),
  ].join("\n");
}

function colourOf(id: PictureLane): string {
  if (id === OTHER_LANE) return FILE_COLOURS["ink-quiet"];
  return id === COMMITMENT_LANE ? FILE_COLOURS.ink : FILE_COLOURS[`lane-${id}`];
}

function laneStyle(id: PictureLane): string[] {
  const colour = colourOf(id);
  const edge = id === "ua" ? FILE_COLOURS["lane-ua-edge"] : colour;
  const own = `[data-lane="${id}"]`;
  const dashes = PATTERNS[id] ? `;stroke-dasharray:${PATTERNS[id]}` : "";
  return [
    `${own} stop{stop-color:${colour}}`,
    `${own} [data-part="line"]{stroke:${colour};stroke-width:1.25px;fill:none${dashes}}`,
    `${own} [data-part="edge"]{stroke:${edge};stroke-width:1.25px;fill:none}`,
    `${own} [data-part="articles"]{fill:${colour};opacity:.28}`,
    `[data-part="nodes"]${own}{stroke:${colour};stroke-width:5px;stroke-linecap:round;fill:none}`,
    `${own} [data-part="mark"]:not([fill]){fill:${colour}}`,
    `${own} [data-part="mark"][data-hollow]{fill:${FILE_COLOURS.paper};stroke-width:1.5px}`,
    `${own} [data-part="mark"][data-hollow]:not([stroke]){stroke:${colour}}`,
    `${own} [data-part="promise"]{stroke:${colour};stroke-width:1.5px;fill:none}`,
    `${own} [data-part="promise"][data-open]{stroke-dasharray:4 3}`,
    `[data-part="gathered"]${own} rect{fill:${FILE_COLOURS.paper};stroke:${colour}}`,
  ];
}
