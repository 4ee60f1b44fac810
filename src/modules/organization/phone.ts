import { cleanText } from "#kernel/vietnamese-text.ts";
import { z } from "zod";

const notAPhone = {
  vi: "Số điện thoại chưa đúng. Ghi đủ mã vùng, ví dụ 0912 345 678, 0203 3881 234 hoặc +84 912 345 678.",
  en: "This is no telephone number. Write it whole, such as 0912 345 678, 0203 3881 234 or +84 912 345 678.",
};

/** Mobiles have 10 digits, lines with their area 10 or 11, service numbers (1800, 1900) 8 or 10. */
const whole = /^((0|\+?84)[1-9]\d{8,9}|1[89]00(\d{4}|\d{6}))$/;

/** A telephone number of Vietnam, kept as it was typed: spaces, dots, hyphens and brackets are the writer's. */
export const phoneInput = z
  .string()
  .max(40)
  .transform(cleanText)
  .superRefine((value, context) => {
    if (!isPhone(value)) context.addIssue({ code: "custom", params: notAPhone });
  });

/** Whether a text is a telephone number that can be dialled from anywhere in the country. */
export function isPhone(text: string): boolean {
  const digits = text.replace(/[\s.()-]/g, "");
  return whole.test(digits.replace(/^(\+?84)0/, "$1"));
}
