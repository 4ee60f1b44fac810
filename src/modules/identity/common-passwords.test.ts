import { describe, expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords.ts";

describe("a password", () => {
  test.each([
    "matkhau123456",
    "Matkhau@123",
    "mật khẩu 123",
    "password123",
    "P@ssw0rd2026!",
    "1234567890",
    "0987654321",
    "0912345678",
    "+84 912 345 678",
    "001085012345",
    "01/02/1985",
    "0102198501021985",
    "aaaaaaaaaa",
    "123123123123",
    "abcabcabcabc",
    "qwertyuiop",
    "poiuytrewq",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "iloveyou2026",
    "anhyeuem123",
    "vietnam@2026",
    "quangninh2026",
    "admin@12345",
    "Admin@Admin1",
    "chutichubnd1",
    "doithoai2026",
    "ubnd@123456",
    "!!!!!!!!!!!!",
  ])("%s is one that anybody would try", (text) => {
    expect(isCommonPassword(text)).toBe(true);
  });

  test.each(["Nguyễn Văn Hưng 1985", "hung.nv2026!", "VanHung@123"])(
    "%s is known of whoever is called so",
    (text) => {
      expect(isCommonPassword(text, ["Nguyễn Văn Hưng", "hung.nv"])).toBe(true);
      expect(isCommonPassword(`${text} cây đa giếng nước`, ["Nguyễn Văn Hưng", "hung.nv"])).toBe(false);
    },
  );

  test.each([
    "một câu dài dễ nhớ",
    "câu mới còn dài hơn",
    "giếng làng có ba bậc đá",
    "trâu trắng qua cầu khỉ",
    "kT7-vmQ2-xxe9",
    "correct horse battery",
    "mua ba can rau muong",
  ])("%s is a secret", (text) => {
    expect(isCommonPassword(text)).toBe(false);
  });
});
