import { describe, expect, inject, test } from "vitest";

// What no browser of ours sends is answered with a sentence, never with a fault of the product.

const base = inject("baseURL");

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(base + path, { redirect: "manual", ...init });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

const form = (path: string) =>
  ask(path, {
    method: "POST",
    body: new URLSearchParams({ a: "1" }),
    headers: { origin: base, accept: "text/html" },
  });

describe("một trang nhận điều không ai gửi từ biểu mẫu", () => {
  test.each([
    ["thao tác mang tên dành riêng", "/sign-in?/default", 404],
    ["tên dành riêng viết mã hóa", "/sign-in?%2Fdefault=1", 404],
    ["thao tác không có", "/sign-in?/nothing", 404],
    ["thao tác mang tên của đối tượng", "/sign-in?/__proto__", 404],
    ["không nói thao tác nào", "/sign-in", 404],
  ])("%s: trang báo rõ", async (_, path, status) => {
    const answer = await form(path);
    expect(answer).toMatchObject({ status, type: expect.stringContaining("text/html") as string });
    expect(answer.text).toMatch(/<h1/);
  });

  test.each(["%00", "%ff", "%C4", "%ed%a0%80"])("địa chỉ có mã không phải chữ nào: %s", async (bytes) => {
    for (const path of [
      `/sign-in?next=${bytes}`,
      `/recommendations?text=${bytes}`,
      `/recommendations?unit=${bytes}`,
    ]) {
      const answer = await ask(path, { headers: { accept: "text/html" } });
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.text).toMatch(/<h1/);
    }
  });

  test("phương thức không dùng được", async () => {
    expect((await ask("/sign-in", { method: "PUT", headers: { origin: base } })).status).toBe(405);
  });
});

describe("API nhận điều không đọc được", () => {
  const said = { method: "POST", body: "{}" };
  test.each([
    ["không nói kiểu nội dung", "/api/v1/recommendation/receive", said, 401, "api.no_token"],
    ["phương thức khác", "/api/v1/fields", { method: "DELETE" }, 405, "api.wrong_method"],
    ["ký tự NUL trong địa chỉ", "/api/v1/fields?q=%00", {}, 400, "api.address_unreadable"],
    ["mã không phải chữ trong địa chỉ", "/api/v1/fields?q=%ff", {}, 400, "api.address_unreadable"],
  ])("%s: lỗi có mã", async (_, path, init, status, code) => {
    const answer = await ask(path, init);
    expect(answer).toMatchObject({
      status,
      type: expect.stringContaining("application/problem+json") as string,
    });
    expect(JSON.parse(answer.text)).toMatchObject({ code, status });
  });
});
