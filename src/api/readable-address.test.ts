import { afterAll, expect, test } from "vitest";
import { readEnv } from "#env";
import { serve, stopServing } from "#platform/server/http.ts";
import { withReadableAddresses } from "./readable-address.ts";

const { server, address } = await serve(
  readEnv({ PORT: "0" }),
  withReadableAddresses((_, response) => response.end("handled")),
);
afterAll(() => stopServing(server, 0));

test.each(["/api/%", "/api/v1/recommendations/%E0%A4%A", "/api/v1/%ff?unit=A"])(
  "%s is refused in the words of the API",
  async (path) => {
    const answer = await fetch(address + path, { headers: { "accept-language": "en" } });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ code: "api.address_unreadable" });
  },
);

test.each(["/api/v1/units/%C4%90%C3%B4ng", "/api/v1/units?name=%zz", "/%zz"])("%s goes on", async (path) => {
  expect(await (await fetch(address + path)).text()).toBe("handled");
});
