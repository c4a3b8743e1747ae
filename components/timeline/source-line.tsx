import { Badge } from "#components/ui/badge.tsx";
import { isWebAddress } from "#lib/text/web-address.ts";
import styles from "./event-sources.module.css";

type SourceLineProps = {
  publisher: string;
  title: string;
  url: string | null;
  stateMedia?: boolean;
};

/** A source by publisher and title. One whose address is not certain is named without a link. */
export function SourceLine({ publisher, title, url, stateMedia }: SourceLineProps) {
  return (
    <>
      <span className={styles.publisher}>{publisher}</span>,{" "}
      {url && isWebAddress(url) ? (
        <a href={url} rel="noreferrer">
          {title}
        </a>
      ) : (
        <>“{title}”</>
      )}
      {stateMedia && (
        <>
          {" "}
          <Badge>state media: one side’s account</Badge>
        </>
      )}
    </>
  );
}
