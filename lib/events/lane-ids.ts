/** The sides that the timeline keeps apart, in the order in which it draws them. */
export const LANE_IDS = ["uk", "us", "ua", "ru", "eu"] as const;
export type LaneId = (typeof LANE_IDS)[number];
