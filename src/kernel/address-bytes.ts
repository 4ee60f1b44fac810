/**
 * Whether an address, or a part of one, stands for no text: its percent codes are bytes that are not UTF-8, or the character NUL,
 * which no text of the register has. A percent sign that begins no code is a percent sign, as people type it. The one rule for
 * pages, files and the API.
 */
export function isUnreadableAddress(address: string): boolean {
  if (!address.includes("%")) return false;
  if (address.includes("%00")) return true;
  try {
    decodeURIComponent(address.replace(/%(?![0-9a-f]{2})/gi, "%25"));
    return false;
  } catch {
    return true; // what the answer says
  }
}
