/** A text that this device keeps under a name, over reloads and crashes. */
export type Device = {
  /** What is kept; null where nothing is. */
  read(): string | null;
  /** Whether it could be kept: a browser may have been told to keep nothing, or have no room left. */
  write(text: string): boolean;
};

export function deviceUnder(name: string): Device {
  let inMemory: string | null = null;
  return {
    read() {
      try {
        return localStorage.getItem(name) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    write(text) {
      inMemory = text;
      try {
        localStorage.setItem(name, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** A key nobody else makes; `crypto.randomUUID` is missing where an office runs plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
