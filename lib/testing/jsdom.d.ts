/** The part of jsdom that tests and evaluations use; the package brings no types of its own. */
declare module "jsdom" {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(
      html?: string | null,
      options?: { url?: string; contentType?: string; virtualConsole?: VirtualConsole },
    );
    readonly window: Window & typeof globalThis;
  }
}
