/** The keys of the review; each stands on its control as `data-key`. */
export const REVIEW_SHORTCUTS = [
  ["c Enter", "Confirm as shown, and on to the next"],
  ["x", "Reject: it is no statement"],
  ["j", "Skip to the next"],
  ["k", "Back to the previous"],
  ["u", "Undo what you did last"],
  ["g", "Look at what is like the one decided last"],
  ["G", "Decide likewise about what is ticked there"],
  ["s", "Correct the speaker"],
  ["a", "Anonymous, or not"],
  ["d", "Correct when it was said"],
  ["w", "Correct where"],
  ["1 to 9", "On this topic, or not"],
  ["t", "More topics"],
  ["o", "Put a decided one back"],
  ["Esc", "Leave a field"],
] as const;
