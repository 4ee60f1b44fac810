import type { PageLoad } from "./$types";

/** An example of the shell around the pages of someone signed in. */
export const load: PageLoad = () => ({
  actor: { name: "Thư ký hội nghị", post: "Văn phòng · Phường Móng Cái 1" },
  navigation: [
    { href: "/design", label: "Các thành phần", current: true },
    { href: "/design/errors", label: "Biểu mẫu gửi lại" },
    { href: "/", label: "Trang đầu" },
  ],
});
