import { z } from "zod";

export const actorKindSchema = z.enum(["person", "organisation", "country"]);
