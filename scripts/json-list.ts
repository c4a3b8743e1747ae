/** Prints a JSON list value by value, so that a long one is never in memory whole. */
export class JsonList {
  #count = 0;

  print(value: unknown): void {
    process.stdout.write(`${this.#count++ === 0 ? "[" : ","}\n${indent(value)}`);
  }

  end(): void {
    process.stdout.write(this.#count === 0 ? "[]\n" : "\n]\n");
  }
}

function indent(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/^/gm, "  ");
}
