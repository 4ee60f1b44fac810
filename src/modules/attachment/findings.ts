/** What a file can hold that one does not see on it: whoever is to show it to the public is told before. */
export const findingWords = {
  hidden_sheets: { vi: "trang tính ẩn", en: "hidden sheets" },
  hidden_cells: { vi: "hàng hoặc cột ẩn", en: "hidden rows or columns" },
  hidden_text: { vi: "chữ ẩn", en: "hidden text" },
  comments: { vi: "nhận xét, ghi chú", en: "comments" },
  tracked_changes: { vi: "dấu vết chỉnh sửa (track changes)", en: "tracked changes" },
  files_inside: { vi: "tệp khác nhúng bên trong", en: "other files inside it" },
  links_to_files: { vi: "liên kết tới tệp khác", en: "links to other files" },
  photo_data: {
    vi: "ảnh bên trong còn dữ liệu chụp (có thể có nơi chụp)",
    en: "photographs inside that still have their data (perhaps the place)",
  },
  author: { vi: "tên người soạn trong thuộc tính tệp", en: "its writer's name in its properties" },
  script: { vi: "mã lệnh", en: "a script" },
  encrypted: {
    vi: "mật khẩu, nên không xem được bên trong",
    en: "a password, so that nobody could look inside",
  },
} as const;

export type Finding = keyof typeof findingWords;

export const findingNames = Object.keys(findingWords) as [Finding, ...Finding[]];
