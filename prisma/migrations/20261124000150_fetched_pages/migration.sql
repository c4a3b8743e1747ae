-- A page that the archive fetched itself: the address where it was found, after redirects.
ALTER TYPE "received_via" ADD VALUE 'fetch';
ALTER TABLE "originals" ADD COLUMN "fetched_from" TEXT;
