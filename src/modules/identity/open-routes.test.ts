import { expect, test } from "vitest";
import { isOpen } from "./open-routes.ts";

test.each([null, "/", "/(portal)/search", "/sign-in", "/invitation/[token]", "/api/[...path]"])(
  "%s is open to everybody",
  (route) => expect(isOpen(route)).toBe(true),
);

test.each(["/account", "/(desk)/conferences", "/(administration)/units", "/sign-inside", "/anything-new"])(
  "%s asks for a session",
  (route) => expect(isOpen(route)).toBe(false),
);
