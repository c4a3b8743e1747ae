/** From the least to the most that a person may do. */
export const ROLES = ["reader", "editor", "admin"] as const;

export type Role = (typeof ROLES)[number];

/** True when `role` may do everything that `needed` may. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
