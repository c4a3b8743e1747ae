import type { FormField, Option } from "#components/admin/form/form-field-types.ts";
import type { OutletFields } from "#lib/outlets/schema.ts";

/** How much of an article readers may see, in words. */
export const RIGHTS_LABELS: Record<OutletFields["defaultRights"], string> = {
  full_text: "full text",
  extract: "an extract",
  metadata_only: "no text, only what it is",
};

const RIGHTS_OPTIONS: readonly Option[] = Object.entries(RIGHTS_LABELS).map(([value, label]) => ({
  value,
  label,
}));

const ZONE_OPTIONS: readonly Option[] = Intl.supportedValuesOf("timeZone").map((zone) => ({
  value: zone,
  label: zone,
}));

/** The fields of an outlet. */
export function outletFormFields(outlet?: OutletFields): FormField[] {
  return [
    { kind: "text", name: "name", label: "Name", value: outlet?.name, required: true },
    { kind: "text", name: "country", label: "Country", value: outlet?.country ?? "" },
    { kind: "url", name: "homepageUrl", label: "Home page", value: outlet?.homepageUrl ?? "" },
    {
      kind: "suggested",
      name: "timeZone",
      label: "Time zone",
      hint: "In which its publication days are days.",
      value: outlet?.timeZone ?? "Europe/London",
      options: ZONE_OPTIONS,
      required: true,
    },
    {
      kind: "choice",
      name: "defaultRights",
      label: "What readers see of its articles",
      hint: "For new articles; each article can differ.",
      value: outlet?.defaultRights ?? "metadata_only",
      options: RIGHTS_OPTIONS,
    },
  ];
}
