"use client";

import { useState } from "react";
import { FieldFrame, FieldSource } from "#components/admin/draft/field-frame.tsx";
import { controlId } from "#components/admin/draft/field-kinds.ts";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField, TextField } from "#components/ui/field.tsx";
import type { FieldExplanation } from "#lib/articles/explain-fields.ts";
import styles from "./row-fields.module.css";

/** Without a script there is room for one more each time; saving gives new room. */
const SPARE_ROWS = 1;

export type RowPart = { name: string; label: string; kind: "text" | "url" | "check" };
type Row = Readonly<Record<string, string | boolean | null>>;

type RowFieldsProps = {
  /** First part of the names: `bylines`. */
  list: string;
  legend: string;
  /** What one row is called: "By-line". */
  item: string;
  parts: readonly RowPart[];
  rows: readonly Row[];
  explanations: Readonly<Record<string, FieldExplanation>>;
  errors: Readonly<Record<string, string>>;
};

/** A list of things of several parts. An emptied row is removed; numbers change the order. */
export function RowFields(props: RowFieldsProps) {
  const { list, legend, item, rows } = props;
  const [rowCount, setRowCount] = useState(rows.length + SPARE_ROWS);
  return (
    <fieldset className={styles.rows} id={controlId(list)}>
      <legend className={styles.legend}>{legend}</legend>
      {Array.from({ length: rowCount }, (_, i) => (
        <RowOfFields key={i} {...props} index={i} row={rows[i]} />
      ))}
      <div className={styles.add}>
        <Button type="button" onClick={() => setRowCount(rowCount + 1)}>
          One more {item.toLowerCase()}
        </Button>
      </div>
    </fieldset>
  );
}

type RowProps = RowFieldsProps & { index: number; row: Row | undefined };

function RowOfFields({ list, item, parts, explanations, errors, index, row }: RowProps) {
  const path = `${list}.${index}`;
  const explained = parts.filter(({ name }) => explanations[`${path}.${name}`]);
  return (
    <FieldFrame field={path}>
      <div className={styles.row} role="group" aria-label={`${item} ${index + 1}`}>
        <TextField
          id={controlId(`${path}.order`)}
          name={`${path}.order`}
          label="No."
          inputMode="numeric"
          autoComplete="off"
          defaultValue={row ? index + 1 : ""}
        />
        {parts.map((part) => (
          <PartField
            key={part.name}
            path={`${path}.${part.name}`}
            part={part}
            value={row?.[part.name] ?? null}
            error={errors[`${path}.${part.name}`]}
          />
        ))}
      </div>
      {explained.map(({ name, label }) => (
        <div key={name} data-part={`${path}.${name}`}>
          <FieldSource
            field={`${path}.${name}`}
            explanation={explanations[`${path}.${name}`]}
            label={label}
          />
        </div>
      ))}
    </FieldFrame>
  );
}

type PartProps = {
  path: string;
  part: RowPart;
  value: string | boolean | null;
  error: string | undefined;
};

function PartField({ path, part, value, error }: PartProps) {
  const frame = { id: controlId(path), name: path, label: part.label };
  if (part.kind === "check") {
    return <CheckboxField {...frame} defaultChecked={value === true} />;
  }
  return (
    <TextField
      {...frame}
      error={error}
      inputMode={part.kind === "url" ? "url" : undefined}
      autoComplete="off"
      defaultValue={typeof value === "string" ? value : ""}
    />
  );
}
