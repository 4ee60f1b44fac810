import type { Visit } from "#modules/identity/server/index.ts";

/** A browser's cookies, kept from answer to answer. */
export function visitor(address = "192.0.2.1") {
  const jar = new Map<string, string>();
  return {
    /** How the browser comes next time. */
    visit(): Visit {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      return { address, headers: new Headers({ cookie, "user-agent": "Trinh duyet thu" }) };
    },
    /** Takes the `Set-Cookie` lines of an answer. */
    keep(lines: readonly string[]): void {
      for (const line of lines) {
        const [pair, ...attributes] = line.split("; ");
        const [, name, value] = /^([^=]+)=(.*)$/.exec(pair!)!;
        if (attributes.some((each) => /^max-age=0$/i.test(each))) jar.delete(name!);
        else jar.set(name!, value!);
      }
    },
    names: () => [...jar.keys()],
  };
}
