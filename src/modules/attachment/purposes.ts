/** What a file can be attached to. */
export type SubjectKind = "recommendation" | "conference" | "issued_document";

/** What a file is there for, by what it is attached to. */
export const purposes = {
  recommendation: ["raised", "evidence"],
  conference: ["record", "photo"],
  issued_document: ["signed", "edited"],
} as const satisfies Record<SubjectKind, readonly string[]>;

export type Purpose = (typeof purposes)[SubjectKind][number];

export const purposeWords: Record<Purpose, { readonly vi: string; readonly en: string }> = {
  raised: { vi: "Người dân gửi kèm", en: "Handed in by the people" },
  evidence: { vi: "Minh chứng kết quả", en: "Evidence of the result" },
  record: { vi: "Biên bản, tài liệu", en: "Minutes, documents" },
  photo: { vi: "Ảnh hội nghị", en: "Photographs" },
  signed: { vi: "Bản quét đã ký, đóng dấu", en: "The signed scan" },
  edited: { vi: "Bản Word văn phòng đã sửa", en: "The edited Word file" },
};
