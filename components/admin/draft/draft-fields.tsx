import type { ReactNode } from "react";
import { RIGHTS_OPTIONS } from "#components/admin/articles/rights-words.ts";
import { BodyField } from "#components/admin/draft/body-field.tsx";
import { FieldFrame } from "#components/admin/draft/field-frame.tsx";
import { controlId } from "#components/admin/draft/field-kinds.ts";
import { JudgementFields } from "#components/admin/draft/judgement-fields.tsx";
import { orderGroups } from "#components/admin/draft/order-groups.ts";
import { RowFields } from "#components/admin/draft/row-fields.tsx";
import { ROW_LISTS } from "#components/admin/draft/row-lists.ts";
import { CheckboxField, SelectField, TextAreaField, TextField } from "#components/ui/field.tsx";
import type { FieldExplanation } from "#lib/articles/explain-fields.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import type { EditorChoices, NamedJudgement } from "#lib/articles/types-admin.ts";
import styles from "./draft-fields.module.css";

export type DraftFieldsProps = {
  fields: ArticleFields;
  topics: readonly NamedJudgement[];
  people: readonly NamedJudgement[];
  choices: EditorChoices;
  explanations: Readonly<Record<string, FieldExplanation>>;
  /** Paths as they stand in the original. */
  order: readonly string[];
  errors: Readonly<Record<string, string>>;
};

type Group = { roots: readonly string[]; show: (props: DraftFieldsProps) => ReactNode };

const GROUPS: readonly Group[] = [
  { roots: ["headline"], show: (props) => <HeadlineFields {...props} /> },
  { roots: ["summary"], show: (props) => <SummaryField {...props} /> },
  {
    roots: ["publishedOn", "publishedTime", "modifiedOn"],
    show: (props) => <DateFields {...props} />,
  },
  { roots: ["bylines"], show: (props) => <ListFields list="bylines" {...props} /> },
  { roots: ["outlet"], show: (props) => <OutletField {...props} /> },
  {
    roots: ["dateline"],
    show: (props) => <LineField name="dateline" label="Dateline" {...props} />,
  },
  { roots: ["mediaCredits"], show: (props) => <ListFields list="mediaCredits" {...props} /> },
  { roots: ["paragraphs"], show: (props) => <BodyField {...props} /> },
  {
    roots: ["sourceUrl"],
    show: (props) => <LineField name="sourceUrl" label="Address of the source" {...props} />,
  },
  { roots: ["sources"], show: (props) => <ListFields list="sources" {...props} /> },
  { roots: ["language", "rights"], show: (props) => <LanguageAndRights {...props} /> },
];

/** Every field of a draft, in the order of the original; then what it is about. */
export function DraftFields(props: DraftFieldsProps) {
  const { fields, topics, people, choices, order } = props;
  return (
    <div className={styles.fields}>
      {orderGroups(GROUPS, order).map(({ roots, show }) => (
        <div key={roots[0]}>{show(props)}</div>
      ))}
      <JudgementFields
        list="topics"
        legend="Topics"
        empty="No topic is suggested."
        items={topics}
        judged={fields.topics}
        others={choices.topics}
      />
      <JudgementFields
        list="people"
        legend="People, organisations and countries mentioned"
        empty="Nobody that the archive knows is mentioned."
        items={people}
        judged={fields.people}
      />
    </div>
  );
}

function HeadlineFields({ fields, explanations, errors }: DraftFieldsProps) {
  return (
    <FieldFrame field="headline" explanation={explanations.headline}>
      <TextAreaField
        id={controlId("headline")}
        name="headline"
        label="Headline"
        rows={2}
        error={errors.headline}
        defaultValue={fields.headline ?? ""}
      />
      <CheckboxField
        id={controlId("headlineProposed")}
        name="headlineProposed"
        label="Proposed by the archive, not the outlet’s own words"
        defaultChecked={fields.headlineProposed}
      />
    </FieldFrame>
  );
}

function SummaryField({ fields, explanations, errors }: DraftFieldsProps) {
  return (
    <FieldFrame field="summary" explanation={explanations.summary}>
      <TextAreaField
        id={controlId("summary")}
        name="summary"
        label="Summary"
        rows={2}
        error={errors.summary}
        defaultValue={fields.summary ?? ""}
      />
    </FieldFrame>
  );
}

const DATES = [
  { name: "publishedOn", label: "Published on", type: "date" },
  { name: "publishedTime", label: "At, on the outlet’s clocks", type: "time" },
  { name: "modifiedOn", label: "Modified on", type: "date" },
] as const;

function DateFields({ fields, explanations, errors }: DraftFieldsProps) {
  return (
    <div className={styles.pair}>
      {DATES.map(({ name, label, type }) => (
        <FieldFrame key={name} field={name} explanation={explanations[name]}>
          <TextField
            id={controlId(name)}
            name={name}
            label={label}
            type={type}
            error={errors[name]}
            defaultValue={fields[name] ?? ""}
          />
        </FieldFrame>
      ))}
    </div>
  );
}

function OutletField({ fields, choices, explanations, errors }: DraftFieldsProps) {
  return (
    <FieldFrame field="outlet" explanation={explanations.outlet}>
      <TextField
        id={controlId("outlet")}
        name="outlet"
        label="Outlet"
        hint="One of the known, or the name of a new one."
        list="known-outlets"
        autoComplete="off"
        error={errors.outlet}
        defaultValue={fields.outlet ?? ""}
      />
      <datalist id="known-outlets">
        {choices.outlets.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </FieldFrame>
  );
}

type LineProps = DraftFieldsProps & { name: "dateline" | "sourceUrl"; label: string };

function LineField({ name, label, fields, explanations, errors }: LineProps) {
  return (
    <FieldFrame field={name} explanation={explanations[name]}>
      <TextField
        id={controlId(name)}
        name={name}
        label={label}
        inputMode={name === "sourceUrl" ? "url" : undefined}
        autoComplete="off"
        error={errors[name]}
        defaultValue={fields[name] ?? ""}
      />
    </FieldFrame>
  );
}

type ListProps = DraftFieldsProps & { list: keyof typeof ROW_LISTS };

function ListFields({ list, fields, explanations, errors }: ListProps) {
  return (
    <RowFields
      list={list}
      {...ROW_LISTS[list]}
      rows={fields[list]}
      explanations={explanations}
      errors={errors}
    />
  );
}

function LanguageAndRights({ fields, explanations, errors }: DraftFieldsProps) {
  return (
    <div className={styles.pair}>
      <FieldFrame field="language" explanation={explanations.language}>
        <TextField
          id={controlId("language")}
          name="language"
          label="Language"
          hint="A tag such as en or uk; und where it cannot be told."
          autoComplete="off"
          error={errors.language}
          defaultValue={fields.language}
        />
      </FieldFrame>
      <FieldFrame field="rights">
        <SelectField
          id={controlId("rights")}
          name="rights"
          label="Readers see"
          error={errors.rights}
          defaultValue={fields.rights}
        >
          {RIGHTS_OPTIONS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      </FieldFrame>
    </div>
  );
}
