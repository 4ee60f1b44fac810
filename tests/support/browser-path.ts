/**
 * The browser's program: the machine's own if CHROMIUM_PATH names one, otherwise the one that comes from npm,
 * unpacked now, once for all test files. Of the flags that come with it none is taken: they are for rented
 * functions, run everything in one process and switch off protections that the journeys are to prove.
 */
export async function browserPath(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}
