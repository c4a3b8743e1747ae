type Policy = Record<string, string[]>;

const BASE_POLICY: Policy = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  // Styles may stand in attributes: positions on the timeline, depths of the heat map.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "manifest-src": ["'self'"],
  "form-action": ["'self'"],
  "base-uri": ["'none'"],
  "frame-ancestors": ["'none'"],
};

/**
 * The content security policy of a page whose own inline scripts have these hashes. One that
 * `isFramable` may stand in the frame of any site.
 */
export function contentSecurityPolicy(
  scriptHashes: readonly string[],
  { isFramable = false } = {},
): string {
  return format({
    ...BASE_POLICY,
    "script-src": ["'self'", ...scriptHashes],
    ...(isFramable && { "frame-ancestors": ["*"] }),
  });
}

/** In development Next evaluates code and streams unhashed scripts; never used in production. */
export function developmentContentSecurityPolicy(): string {
  return format({
    ...BASE_POLICY,
    "script-src": ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    "connect-src": ["'self'", "ws:"],
  });
}

function format(policy: Policy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
    .join("; ");
}

/** Headers of every response, pages and files alike. */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(isHttps && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
  };
}
