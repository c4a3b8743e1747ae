import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ENV_VARIABLES, parseEnv } from "#lib/env.ts";

const README = path.resolve(import.meta.dirname, "../README.md");

describe("parseEnv", () => {
  it("has a default for everything a laptop needs", () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      HOST: "127.0.0.1",
      TRUST_PROXY: "off",
      ARCHIVE_URL: "http://localhost:3000",
      ARCHIVE_DATA_DIR: ".data",
      ARCHIVE_DEMO: "on",
      WORKER: "on",
      LOG_LEVEL: "info",
    });
  });

  it("takes an empty value for one that is not set", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "" })).toEqual(parseEnv({}));
  });

  it("lets the default address follow the port", () => {
    expect(parseEnv({ PORT: "4101" }).ARCHIVE_URL).toBe("http://localhost:4101");
  });

  it("drops the slash after a public address", () => {
    const env = parseEnv({ ARCHIVE_URL: "https://archive.example.org/" });
    expect(env.ARCHIVE_URL).toBe("https://archive.example.org");
  });

  it("names every wrong variable and repeats no value", () => {
    const read = () =>
      parseEnv({
        PORT: "eighty",
        DATABASE_URL: "mysql://me:hunter2@db/x",
        ADMIN_EMAIL: "desk@example.org",
        ADMIN_PASSWORD: "short",
        ARCHIVE_DEMO: "maybe",
      });
    expect(read).toThrow(/PORT is not a number\./);
    expect(read).toThrow(/DATABASE_URL is not an address such as/);
    expect(read).toThrow(/ADMIN_PASSWORD is shorter than 12 characters\./);
    expect(read).toThrow(/ARCHIVE_DEMO is neither on nor off\./);
    expect(read).not.toThrow(/hunter2|maybe|eighty/);
  });

  it.each([{ PORT: "65536" }, { PORT: "-1" }, { PORT: "30.5" }])("refuses %j", (source) => {
    expect(() => parseEnv(source)).toThrow(/^Some settings are wrong[^]*PORT is/);
  });

  it.each([{ ADMIN_EMAIL: "desk@example.org" }, { ADMIN_PASSWORD: "twelve or more" }])(
    "refuses half an admin: %j",
    (source) => {
      expect(() => parseEnv(source)).toThrow(/belong together/);
    },
  );
});

describe("the settings of mail", () => {
  const SMTP_URL = "smtp://desk:hunter2@mail.example.org:587";

  it.each(["alerts@example.org", "The Archive <alerts@example.org>"])("takes %s", (MAIL_FROM) => {
    expect(parseEnv({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
  });

  it.each([
    [{ SMTP_URL }, /belong together/],
    [{ SMTP_URL: "mail.example.org", MAIL_FROM: "a@example.org" }, /SMTP_URL is not an address/],
    [{ SMTP_URL, MAIL_FROM: "a@example.org, b@example.org" }, /MAIL_FROM is neither/],
  ])("refuses %j", (source, message) => {
    expect(() => parseEnv(source)).toThrow(message);
    expect(() => parseEnv(source)).not.toThrow(/hunter2/);
  });
});

describe("the README's table of settings", () => {
  it("lists every variable with its description and default, in the order of the schema", async () => {
    const readme = await readFile(README, "utf8");
    const section = readme.split("<!-- env:start -->")[1]?.split("<!-- env:end -->")[0] ?? "";
    const rows = section
      .split("\n")
      .filter((line) => line.startsWith("| `"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    expect(rows.map(([, name, description, fallback]) => [name, description, fallback])).toEqual(
      ENV_VARIABLES.map((variable) => [
        `\`${variable.name}\``,
        variable.description,
        variable.default,
      ]),
    );
  });
});
