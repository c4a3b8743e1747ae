/** The part of jsdom that tests use; the package brings no types of its own. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html?: string | null);
    readonly window: Window & typeof globalThis;
  }
}
