/**
 * The page for a fault of ours. Next leaves its own to scripts, so this one stands alone: no
 * script, no style sheet, nothing that could fail with the rest. `requestId` names the request in
 * the log.
 */
export function errorDocument(requestId: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Something went wrong · The Diplomacy Archive</title>
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
<h1>Something went wrong on our side</h1>
<p>Nothing was changed. Please try again in a minute.</p>
<p>If it happens again, tell the archive’s operator this request number:<br><code>${requestId}</code></p>
</main>
</body>
</html>
`;
}
