const OLDEST = [20, 19];

/**
 * False, and a sentence on standard error, under a Node that cannot even install the archive.
 * Written so that such a Node can still read it.
 *
 * @returns {boolean}
 */
export function isNodeNewEnough() {
  const version = process.versions.node.split(".").map(Number);
  if (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1])) return true;
  console.error(
    "This is Node " +
      process.versions.node +
      ", and the archive needs " +
      OLDEST.join(".") +
      " or later. Install a newer one from https://nodejs.org and start again.",
  );
  process.exitCode = 1;
  return false;
}
