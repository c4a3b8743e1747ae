import { readdirSync } from "node:fs";
import next from "eslint-config-next";
import tseslint from "typescript-eslint";

const GENERATED = ["lib/db/generated/**", ".next*/**", ".data/**", "next-env.d.ts"];
const PRISMA_CLIENT = {
  regex: "db/(bytes|client|transaction|generated)",
  message: "Only data*.ts, mutations*.ts, lib/db, prisma and tests may reach the database.",
};
const ADMIN_COMPONENTS = {
  regex: "^#components/admin/",
  message: "Parts of the admin's pages run in the browser, which readers' pages do without.",
};
/** Import direction: app, pages → components → lib; tools → lib. */
const forbid = (...folders) =>
  folders.map((folder) => ({
    regex: `^#${folder}/`,
    message: `Import direction: app → components → lib. This room may not import ${folder}.`,
  }));
const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] },
});
const FOUNDATIONS = [
  "db",
  "http",
  "auth",
  "jobs",
  "mail",
  "dates",
  "language",
  "text",
  "testing",
  "runtime",
];
const DOMAINS = readdirSync("lib", { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !FOUNDATIONS.includes(entry.name))
  .map((entry) => entry.name);
/** Domains meet only at their doors; `ingest` has one more, the way of an article itself. */
const doorsFor = (domain) => ({
  regex: `^#lib/(?!(${[...FOUNDATIONS, domain].join("|")})/)[a-z-]+/(?!(data|mutations|types|pipeline)[a-z-]*\\.|schema\\.)`,
  message: "Another domain is reached through its data, mutations, schema, types or pipeline.",
});
const TESTS = ["**/*.test.ts", "**/*.spec.ts", "lib/testing/**", "e2e/**"];

export default tseslint.config(
  { ignores: GENERATED },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...next,
  ...tseslint.configs.recommended,
  {
    rules: {
      "max-lines": ["error", { max: 300, skipBlankLines: false }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read settings through lib/env.ts." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name='bind'][callee.object.name=/Action$/]",
          message: "React renders a form with a bound action for ever once it has answered.",
        },
      ],
      // Readers' pages are documents: a plain link loads no script of ours.
      "@next/next/no-html-link-for-pages": "off",
      // Takes module scripts for scripts that hold up the page; `async`, which would content it,
      // makes React move the script to the head, where it runs before what it works on is there.
      "@next/next/no-sync-scripts": "off",
    },
  },
  restrict(["components/**"], [...forbid("app", "scripts", "prisma"), PRISMA_CLIENT]),
  restrict(
    ["components/**"],
    [...forbid("app", "scripts", "prisma"), PRISMA_CLIENT, ADMIN_COMPONENTS],
    ["components/admin/**"],
  ),
  restrict(["app/**"], [...forbid("scripts", "prisma"), PRISMA_CLIENT]),
  restrict(
    ["app/(archive)/**", "app/(embed)/**", "pages/**"],
    [...forbid("scripts", "prisma"), PRISMA_CLIENT, ADMIN_COMPONENTS],
  ),
  {
    // Readers' pages are sent without React, so nothing on them may need it.
    files: ["app/(archive)/**", "app/(embed)/**", "pages/**", "components/**"],
    ignores: ["components/admin/**", "components/layout/fault-notice.tsx"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "Program > ExpressionStatement[directive='use client']",
          message: "Readers' pages carry no client component: docs/decisions/0010.",
        },
      ],
    },
  },
  ...DOMAINS.flatMap((domain) => {
    const rules = [...forbid("app", "components", "scripts"), doorsFor(domain)];
    const databaseFiles = [`lib/${domain}/data*.ts`, `lib/${domain}/mutations*.ts`];
    return [
      restrict([`lib/${domain}/**`], [...rules, PRISMA_CLIENT], [...TESTS, ...databaseFiles]),
      restrict(databaseFiles, rules, TESTS),
    ];
  }),
  restrict(
    FOUNDATIONS.map((room) => `lib/${room}/**`),
    [
      ...forbid("app", "components", "scripts"),
      {
        regex: `^#lib/(?!(${FOUNDATIONS.join("|")})/)[a-z-]+/`,
        message: "What the domains stand on knows no domain.",
      },
    ],
    TESTS,
  ),
  restrict(["scripts/**", "bench/**", "e2e/**"], forbid("app", "components")),
  {
    files: ["app/**/page.tsx", "app/**/layout.tsx", "pages/**"],
    rules: { "max-lines": ["error", { max: 60, skipComments: true, skipBlankLines: true }] },
  },
  {
    files: TESTS,
    rules: { "max-lines-per-function": "off" },
  },
  {
    files: ["scripts/**", "bench/**", "lib/env.ts", "*.config.*"],
    rules: { "no-console": "off", "no-restricted-properties": "off" },
  },
  {
    // A room has a closed set of file names: one knows where to look before looking.
    files: ["**/{utils,util,helpers,helper,common,misc,index}.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "Program", message: "Name the file for what it does." },
      ],
    },
  },
);
