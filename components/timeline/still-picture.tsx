import { DRAWN_WIDTHS, DrawnSvg } from "#components/timeline/drawn-svg.tsx";
import { drawPicture } from "#lib/timeline/draw.ts";
import type { PictureData, TimeSpan } from "#lib/timeline/types.ts";

type StillPictureProps = { data: PictureData; hrefOf: (span: TimeSpan) => string };

/** The picture of a timeline alone, which no script takes over. */
export function StillPicture({ data, hrefOf }: StillPictureProps) {
  return Object.entries(DRAWN_WIDTHS).map(([name, width]) => (
    <DrawnSvg
      key={name}
      name={name}
      label="Events by lane and time"
      {...drawPicture(data, width, { hrefOf, prefix: name })}
    />
  ));
}
