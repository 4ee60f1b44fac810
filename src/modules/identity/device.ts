const browsers: [string, RegExp][] = [
  ["Edge", /\bEdg/],
  ["Cốc Cốc", /\bcoc_coc/],
  ["Firefox", /\bFirefox\//],
  ["Chrome", /\bChrome\//],
  ["Safari", /\bSafari\//],
];
const systems: [string, RegExp][] = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
];

/** A browser and its system by their names (`Chrome · Windows`), so that people know their own machine again. */
export function deviceIn(userAgent: string | null): string | null {
  const named = [browsers, systems].map((list) => list.find(([, sign]) => sign.test(userAgent ?? ""))?.[0]);
  return named.filter(Boolean).join(" · ") || null;
}
