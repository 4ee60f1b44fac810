import { z } from "zod";

const sentences = {
  username: {
    vi: "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới; bắt đầu bằng chữ hoặc số.",
    en: "A username has 3 to 40 plain lower-case letters, digits, dots, hyphens or underscores, and starts with a letter or digit.",
  },
  password: {
    vi: "Mật khẩu cần từ 10 đến 128 ký tự. Một câu dễ nhớ với mình là tốt nhất.",
    en: "A password needs 10 to 128 characters. A sentence you can remember is best.",
  },
};

/** A name to sign in with, as it is stored: people may type capitals and spaces around it. */
export function normalUsername(text: string): string {
  return text.trim().toLowerCase();
}

export function isUsername(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(text);
}

export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

export function isPassword(text: string): boolean {
  return text.length >= PASSWORD_LENGTH.least && text.length <= PASSWORD_LENGTH.most;
}

/** A new username, brought to its stored form. */
export const usernameInput = z
  .string()
  .transform(normalUsername)
  .refine(isUsername, { params: sentences.username });

/**
 * A new password; its length is asked, and elsewhere that it is not a common one: rules about signs make passwords worse
 * (NIST SP 800-63B).
 */
export const passwordInput = z.string().refine(isPassword, { params: sentences.password });
