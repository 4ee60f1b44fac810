import { describe, expect, it } from "vitest";
import { registerJsonSchema } from "./register-file.ts";

describe("the published JSON Schema", () => {
  const schema = JSON.parse(JSON.stringify(registerJsonSchema())) as {
    $schema: string;
    required: string[];
    additionalProperties: boolean;
    properties: Record<string, { items: { required: string[]; properties: Record<string, SchemaPart> } }>;
  };
  type SchemaPart = { format?: string; items?: { oneOf?: EventSchema[] } };
  type EventSchema = {
    required: string[];
    additionalProperties: boolean;
    properties: { act: { const: string } };
  };

  it("is of the draft of 2020-12, closed, and asks for the format only", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.required).toEqual(["format"]);
    expect(schema.additionalProperties).toBe(false);
  });

  it("says which keys of a matter must be there, and that its day is a date", () => {
    const matter = schema.properties["recommendations"]!.items;
    expect(matter.required).toEqual(["ref", "unit", "received_on"]);
    expect(matter.properties["received_on"]).toMatchObject({ type: "string", format: "date" });
  });

  it("lists every act with what its meaning needs", () => {
    const events = schema.properties["recommendations"]!.items.properties["events"]!.items!.oneOf!;
    const needed = Object.fromEntries(
      events.map(({ required, properties }) => [properties.act.const, required.slice(2).join(" ")]),
    );
    expect(needed).toEqual({
      rule: "ruling",
      assign: "lead",
      return: "",
      extend: "due",
      answer: "outcome",
      schedule: "",
      block: "",
      forward_up: "to",
      reply_from_above: "outcome",
      merge: "",
      route_out: "",
      reject: "",
      confirm: "by satisfied",
      close: "",
      reopen: "",
      hold: "",
      release: "",
      ask_extension: "due",
      refuse_extension: "",
      draft_answer: "outcome",
      hand_over: "",
      approve_answer: "",
      send_back: "",
      finish_duty: "coordinator",
    });
    expect(events.every((event) => !event.additionalProperties)).toBe(true);
  });
});
