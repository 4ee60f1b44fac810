import { cleanText } from "#kernel/vietnamese-text.ts";
import { z } from "zod";

const notAnAddress = {
  vi: "Địa chỉ thư điện tử chưa đúng. Ghi một địa chỉ, ví dụ nguyenvana@vidu.gov.vn.",
  en: "This is no e-mail address. Write one address, such as nguyenvana@vidu.gov.vn.",
};

/** One address and nothing else: a mail server would take a comma or a bracket for something of its own. */
const address = /^[^\s@<>()[\],;:"\\]+@[^\s@.<>()[\],;:"\\]+(\.[^\s@.<>()[\],;:"\\]+)+$/;

/** An e-mail address. */
export const emailInput = z
  .string()
  .max(200)
  .transform(cleanText)
  .superRefine((value, context) => {
    if (!address.test(value)) context.addIssue({ code: "custom", params: notAnAddress });
  });
