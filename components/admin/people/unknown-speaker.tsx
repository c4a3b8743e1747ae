import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { toSpeakerOptions } from "#components/admin/statements/known-speakers.tsx";
import { ADD_AS_OPTIONS, clippedWords } from "#components/admin/statements/statement-words.ts";
import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ActorChoice } from "#lib/actors/data-names.ts";
import { nameSpeakerAction } from "#lib/statements/actions-unknown.ts";
import { reviewPath } from "#lib/statements/schema-review.ts";
import { MAX_NAMED } from "#lib/statements/schema-unknown.ts";
import type { UnknownSpeakerStatements } from "#lib/statements/types-unknown.ts";
import { counted, inFigures } from "#lib/text/counted.ts";

type UnknownSpeakerProps = {
  speaker: UnknownSpeakerStatements;
  /** Whom it may be. */
  actors: readonly ActorChoice[];
};

/** Says once who somebody is, for all that they say. */
export function UnknownSpeaker({ speaker, actors }: UnknownSpeakerProps) {
  const { speakerText, isName, total, lines } = speaker;
  const isAll = lines.length === total;
  return (
    <>
      {isName && (
        <ActionForm
          key={speakerText}
          action={nameSpeakerAction}
          fields={fieldsFor(speakerText, actors)}
          hidden={{ speakerText }}
          submit={`Give them ${counted(Math.min(total, MAX_NAMED), "statement")}`}
        />
      )}
      <Section
        id="said"
        title={isAll ? "What they say" : `What they say: ${lines.length} of ${inFigures(total)}`}
      >
        <EntryList label="What they say">
          {lines.map(({ id, words, passage, article }) => (
            <Entry
              key={id}
              href={reviewPath({ article: article.id, at: id })}
              title={clippedWords(words)}
              date={article.publishedOn ?? ""}
              dateLabel={article.publishedOn ? undefined : "undated"}
              meta={[article.outlet, article.headline].filter(Boolean).join(", ")}
            >
              <p lang={article.language}>{passage}</p>
            </Entry>
          ))}
        </EntryList>
      </Section>
    </>
  );
}

function fieldsFor(speakerText: string, actors: readonly ActorChoice[]): FormField[] {
  return [
    {
      kind: "suggested",
      name: "speaker",
      label: "Who it is",
      hint: `Somebody the archive knows, or a name to be added. “${speakerText}” is then known as another name of theirs, in articles to come as well.`,
      required: true,
      value: speakerText,
      options: toSpeakerOptions(actors),
    },
    {
      kind: "choice",
      name: "addAs",
      label: "If the archive does not know the name",
      value: "",
      options: ADD_AS_OPTIONS,
    },
  ];
}
