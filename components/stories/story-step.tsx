import { LaneTags } from "#components/timeline/lane-tags.tsx";
import { SourceLine } from "#components/timeline/source-line.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { StepEvent, StoryStep as Step, StoryTextPart } from "#lib/stories/types.ts";
import styles from "./story-step.module.css";

type StoryStepProps = {
  step: Step;
  /** In another site's frame links open beside it, but those that lead to a place in the frame. */
  isFramed?: boolean;
};

/** One step of a story: when and where, what the editor tells of it, and what that rests on. */
export function StoryStep({ step, isFramed = false }: StoryStepProps) {
  const { number, heading, paragraphs, event } = step;
  const id = `step-${number}`;
  const here = isFramed ? "_self" : undefined;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={styles.step}
      data-story-step={number}
    >
      <p className={styles.kicker}>
        <span className={styles.number}>{number}</span>
        {event && <When event={event} />}
      </p>
      <h2 id={`${id}-title`} className={styles.heading}>
        <a href={`#${id}`} target={here} className={styles.anchor} data-entry="">
          {heading}
        </a>
      </h2>
      {paragraphs.map((parts, i) => (
        <p key={i} className={styles.text}>
          {parts.map((part, at) => (
            <Part key={at} part={part} id={id} target={here} />
          ))}
        </p>
      ))}
      <Evidence step={step} />
    </section>
  );
}

function When({ event }: { event: StepEvent }) {
  const { date, startsOn, endsOn, placeName, lanes } = event;
  return (
    <>
      <time dateTime={startsOn === endsOn ? startsOn : `${startsOn}/${endsOn}`}>
        {formatEdtf(date)}
      </time>
      {placeName && <span>{placeName}</span>}
      <LaneTags lanes={lanes} />
    </>
  );
}

type PartProps = { part: StoryTextPart; id: string; target: "_self" | undefined };

function Part({ part, id, target }: PartProps) {
  if ("text" in part) return part.text;
  return (
    <sup className={styles.cited}>
      <a
        href={`#${id}-cited-${part.citation}`}
        target={target}
        aria-label={`Citation ${part.citation}`}
      >
        {part.citation}
      </a>
    </sup>
  );
}

function Evidence({ step }: { step: Step }) {
  const { number, event, citations } = step;
  if (!event && citations.length === 0) return null;
  return (
    <div className={styles.evidence}>
      {event && (
        <p>
          Event, with its evidence: <a href={event.path}>{event.title}</a>{" "}
          {event.verification === "to_verify" && <Badge tone="unsure">○ to be verified</Badge>}
        </p>
      )}
      {citations.length > 0 && (
        <ol className={styles.list} aria-label={`Cited in step ${number}`}>
          {citations.map((cited, i) => (
            <li key={i} id={`step-${number}-cited-${i + 1}`}>
              {cited ? (
                <>
                  <a href={cited.path}>{cited.title}</a>, {cited.note}
                </>
              ) : (
                "No longer public in this archive."
              )}
            </li>
          ))}
        </ol>
      )}
      {event && event.sources.length > 0 && (
        <ul className={styles.sources} aria-label={`Sources of step ${number}`}>
          {event.sources.map((source) => (
            <li key={`${source.publisher} ${source.title}`}>
              <SourceLine {...source} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
