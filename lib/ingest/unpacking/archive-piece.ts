import type { AppError } from "#lib/errors.ts";

/** Damage to a stream that goes on after it. */
export type Damage = {
  damage: AppError;
  /** True: the last bytes before are part of what is damaged. */
  spoilsWhatCameBefore: boolean;
};

/** Some of a stream, or what is wrong with it at this place. */
export type ArchivePiece = Uint8Array | Damage;
