import { describe, expect, test } from "vitest";
import { dropForm, dropOthers, keepForm, keptForm, pagesWithKept, type KeptForm } from "./kept-forms.ts";

const hour = 60 * 60 * 1000;
const place = { person: "p1", address: "/recommendations/new?unit=X", form: "0 ?/receive" };
const kept: KeptForm = { at: 1000 * hour, fields: [["text", "Đường hỏng"]], key: "k-1" };

function store(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (at: number) => [...held.keys()][at] ?? null,
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
    clear: () => held.clear(),
  };
}

describe("biểu mẫu chưa gửi, giữ trên máy", () => {
  test("được trả lại cho chính người ấy, ở chính trang và biểu mẫu ấy, trong một ngày", () => {
    const device = store();
    expect(keepForm(device, place, kept)).toBe(true);
    expect(keptForm(device, place, kept.at + hour)).toEqual(kept);
    expect(keptForm(device, place, kept.at + 25 * hour)).toBeNull();
    for (const other of [{ person: "p11" }, { address: "/recommendations/new" }, { form: "1 ?/receive" }])
      expect(keptForm(device, { ...place, ...other }, kept.at)).toBeNull();
    dropForm(device, place);
    expect(keptForm(device, place, kept.at)).toBeNull();
  });

  test("người khác mở trang, đăng xuất, hay quá một ngày thì bị xóa; thứ không phải của ta thì để yên", () => {
    const device = store();
    device.setItem("doi-thoai:room:p1:c1", "…");
    for (const person of ["p1", "p2"]) keepForm(device, { ...place, person }, kept);
    dropOthers(device, "p2", kept.at);
    expect(pagesWithKept(device, "p1")).toEqual([]);
    expect(pagesWithKept(device, "p2")).toEqual(["/recommendations/new?unit=X"]);
    dropOthers(device, "p2", kept.at + 25 * hour);
    expect(device.length).toBe(1);
    keepForm(device, place, kept);
    dropOthers(device, null, kept.at);
    expect(device.length).toBe(1);
  });

  test("hai biểu mẫu của một trang là một trang", () => {
    const device = store();
    for (const form of ["0 a", "1 b"]) keepForm(device, { ...place, form }, kept);
    expect(pagesWithKept(device, "p1")).toEqual([place.address]);
  });

  test.each(["", "[]", "{", "null", '{"at":1,"fields":[["a"]]}', '{"at":"1","fields":[]}'])(
    "chữ lạ trong máy (%j) không phải là biểu mẫu",
    (text) => {
      const device = store();
      device.setItem(`doi-thoai:form:p1:${place.address} ${place.form}`, text);
      expect(keptForm(device, place, 0)).toBeNull();
    },
  );

  test("quá dài hay máy không cho giữ thì nói là không giữ được", () => {
    const refusing = {
      ...store(),
      setItem() {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    expect(keepForm(refusing, place, kept)).toBe(false);
    expect(keepForm(store(), place, { ...kept, fields: [["text", "x".repeat(400_001)]] })).toBe(false);
  });
});
