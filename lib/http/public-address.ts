import dns from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { AppError } from "#lib/errors.ts";

/**
 * True for an address of the public internet. Loopback, private, link-local, shared, multicast and
 * reserved ones are none, also where they are written inside of an IPv6 address; nor is what is no
 * address at all.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  // The old way to write an IPv4 address as IPv6, `::192.168.0.1`, counts as unicast.
  return !(parsed instanceof ipaddr.IPv6) || parsed.parts.slice(0, 6).some((part) => part !== 0);
}

/** Throws `AppError` where the host of an address is itself an IP address that is not public. */
export function requirePublicHost({ hostname }: URL, allowedHosts: ReadonlySet<string>): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (allowedHosts.has(host) || !isIP(host) || isPublicAddress(host)) return;
  throw privateAddressError(host);
}

/**
 * Looks names up as Node does, and fails where any answer is not public. The connection is made to
 * the very addresses that were looked at, so that a second answer of the name changes nothing.
 */
export function lookupPublic(allowedHosts: ReadonlySet<string>): LookupFunction {
  return (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "");
      const isAllowed = allowedHosts.has(hostname);
      if (!isAllowed && !addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(privateAddressError(hostname) as NodeJS.ErrnoException, "");
      }
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? "", first?.family);
    });
  };
}

function privateAddressError(host: string): AppError {
  return new AppError(
    "invalid_input",
    `${host} lies in a private network, from which nothing is fetched. Save the page and bring the file; the archive's operator may also allow the host by name in FETCH_ALLOWED_HOSTS.`,
  );
}
