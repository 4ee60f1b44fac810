import { defineProblems } from "#kernel/problem.ts";

export const fileProblems = defineProblems("files", {
  missing: {
    status: 503,
    vi: "Nội dung tệp này không còn ở nơi lưu tệp; thông tin về tệp vẫn còn trong sổ. Hãy báo quản trị: lấy lại từ bản sao lưu, hoặc đính kèm lại đúng tệp đó.",
    en: "The contents of this file are gone from where files are kept; what is known of it is still in the register. Tell the administrator: bring it back from a backup, or attach the very same file again.",
  },
  damaged: {
    status: 503,
    vi: "Nội dung tệp này ở nơi lưu tệp đã khác lúc đính kèm (bị hỏng hoặc bị sửa), nên không mở được. Hãy báo quản trị: lấy lại từ bản sao lưu, hoặc đính kèm lại đúng tệp đó.",
    en: "The contents of this file are no longer what was attached (damaged or changed where files are kept), so it cannot be opened. Tell the administrator: bring it back from a backup, or attach the very same file again.",
  },
  unreachable: {
    status: 503,
    vi: "Chưa dùng được nơi lưu tệp; chưa có gì được lưu. Sổ vẫn dùng được như thường; hãy mở tệp lại sau ít phút.",
    en: "Where files are kept cannot be used at present; nothing was saved. The register can be used as usual; please try the file again in a few minutes.",
  },
  full: {
    status: 503,
    vi: "Nơi lưu tệp đã hết chỗ; tệp chưa được lưu. Hãy báo quản trị giải phóng chỗ.",
    en: "There is no room left where files are kept; the file was not saved. Tell the administrator to free some space.",
  },
});
