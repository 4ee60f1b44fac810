import { expect, test } from "vitest";
import { isUnreadableAddress } from "./address-bytes.ts";

test.each([
  ["/recommendations", false],
  ["/recommendations?text=%C4%91%C6%B0%E1%BB%9Dng+l%C3%A0ng", false],
  ["/recommendations?text=100%", false],
  ["/recommendations?text=5%25", false],
  ["/recommendations?text=%zz", false],
  ["/recommendations?text=%f0%9f%99%82", false],
  ["/recommendations?text=%00", true],
  ["/recommendations?text=%ff", true],
  ["/recommendations?unit=%FF", true],
  ["/recommendations?text=a%C4", true],
  ["/recommendations?text=%c0%80", true],
  ["/recommendations?text=%ed%a0%80", true],
  ["/units/%ff", true],
])("%s", (address, unreadable) => expect(isUnreadableAddress(address)).toBe(unreadable));
