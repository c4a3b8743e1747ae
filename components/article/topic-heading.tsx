import { PageHeading } from "#components/ui/page-heading.tsx";
import type { Topic, TopicRef } from "#lib/topics/types.ts";
import styles from "./topic-heading.module.css";

/** What a topic means and where it stands in the vocabulary. */
export function TopicHeading({ topic }: { topic: Topic }) {
  const { id, label, definition, broader, narrower, iptcId } = topic;
  return (
    <PageHeading title={label} kicker="Topic" lead={definition}>
      <dl className={styles.relations}>
        {broader && <Relation term="Broader" topics={[broader]} />}
        {narrower.length > 0 && <Relation term="Narrower" topics={narrower} />}
        {iptcId && (
          <div>
            <dt>IPTC Media Topic</dt>
            <dd>
              <a href={iptcAddress(iptcId)}>{iptcId}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>Follow</dt>
          <dd>
            <a href={`/topics/${id}/feed.xml`}>Atom</a>,{" "}
            <a href={`/topics/${id}/feed.json`}>JSON</a>
          </dd>
        </div>
      </dl>
    </PageHeading>
  );
}

function Relation({ term, topics }: { term: string; topics: readonly TopicRef[] }) {
  return (
    <div>
      <dt>{term}</dt>
      {topics.map(({ id, label }) => (
        <dd key={id}>
          <a href={`/topics/${id}`}>{label}</a>
        </dd>
      ))}
    </div>
  );
}

/** `medtop:20000639` stands at the IPTC's own address. */
function iptcAddress(id: string): string {
  return `http://cv.iptc.org/newscodes/mediatopic/${encodeURIComponent(id.replace(/^medtop:/, ""))}`;
}
