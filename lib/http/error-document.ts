/** Plain words of ours only: they go into the page as they are. */
export type Fault = { title: string; advice: string; isOurs?: boolean };

const OUR_FAULT: Fault = {
  title: "Something went wrong on our side",
  advice: "Nothing was changed. Please try again in a minute.",
  isOurs: true,
};

export const DATABASE_AWAY: Fault = {
  title: "The archive cannot be read just now",
  advice: "Its database does not answer. Nothing was lost. Please try again in a minute.",
  isOurs: true,
};

export const BROKEN_ADDRESS: Fault = {
  title: "This address is broken",
  advice: "A part of it cannot be read. Check it, or begin at the front page.",
};

export const TOO_LARGE: Fault = {
  title: "This is too much at once",
  advice:
    "Together the text and the files may have 5.5 MB. Nothing was stored. Go back and send fewer at once, or import them as a batch: “Imports” takes 2 GB.",
};

/**
 * The page for a fault of ours, or for a request that no page can be made for. Next leaves its own
 * to scripts, so this one stands alone: no script, no style sheet, nothing that could fail with the
 * rest. `requestId` names the request in the log.
 */
export function errorDocument(requestId: string, fault: Fault = OUR_FAULT): string {
  const { title, advice, isOurs = false } = fault;
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · The Diplomacy Archive</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 38rem; margin: 4rem auto; padding: 0 1rem; font: 1.0625rem/1.5 Georgia, serif;
  background: light-dark(#fbfaf7, #141412); color: light-dark(#1b1a17, #e9e6df); }
a { color: light-dark(#11548f, #92bde6); }
h1 { line-height: 1.2; }
code { overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<p><a href="/">The Diplomacy Archive</a></p>
<h1>${title}</h1>
<p>${advice}</p>
${isOurs ? `<p>If it happens again, tell the archive’s operator this request number:<br><code>${requestId}</code></p>` : ""}
</main>
</body>
</html>
`;
}
