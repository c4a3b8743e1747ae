import * as article from "#app/api/v1/articles/[id]/route.ts";
import * as articles from "#app/api/v1/articles/route.ts";
import * as batch from "#app/api/v1/batches/[id]/route.ts";
import * as batches from "#app/api/v1/batches/route.ts";
import * as check from "#app/api/v1/check/route.ts";
import * as commitments from "#app/api/v1/commitments/route.ts";
import * as event from "#app/api/v1/events/[id]/route.ts";
import * as events from "#app/api/v1/events/route.ts";
import * as health from "#app/api/v1/health/route.ts";
import * as person from "#app/api/v1/people/[id]/route.ts";
import * as people from "#app/api/v1/people/route.ts";
import * as positions from "#app/api/v1/positions/route.ts";
import * as compare from "#app/api/v1/search/compare/route.ts";
import * as search from "#app/api/v1/search/route.ts";
import * as statements from "#app/api/v1/statements/route.ts";
import * as story from "#app/api/v1/stories/[slug]/route.ts";
import * as stories from "#app/api/v1/stories/route.ts";
import * as picture from "#app/api/v1/timeline/picture/route.ts";
import * as timeline from "#app/api/v1/timeline/route.ts";
import * as topics from "#app/api/v1/topics/route.ts";
import type { Endpoints } from "#lib/http/openapi.ts";

/** Every address of the interface, with what answers there. */
export const ENDPOINTS: Endpoints = {
  "/articles": articles,
  "/articles/{id}": article,
  "/batches": batches,
  "/batches/{id}": batch,
  "/search": search,
  "/search/compare": compare,
  "/timeline": timeline,
  "/timeline/picture": picture,
  "/events": events,
  "/events/{id}": event,
  "/stories": stories,
  "/stories/{slug}": story,
  "/commitments": commitments,
  "/topics": topics,
  "/people": people,
  "/people/{id}": person,
  "/statements": statements,
  "/positions": positions,
  "/check": check,
  "/health": health,
};
