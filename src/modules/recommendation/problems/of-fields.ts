/** The taxonomy of fields. */
export const problemsOfFields = {
  field_not_found: { status: 404, vi: "Không có lĩnh vực này.", en: "There is no such field." },
  unknown_field: {
    status: 422,
    vi: "Không có lĩnh vực này, hoặc lĩnh vực không dùng vào ngày tiếp nhận.",
    en: "There is no such field, or it was not in use on that day.",
  },
  field_name_taken: {
    status: 409,
    vi: "Đã có lĩnh vực “{name}” ở cùng chỗ này.",
    en: "There is already a field “{name}” beside it.",
  },
  field_name_same: {
    status: 422,
    vi: "Tên mới giống tên đang dùng.",
    en: "That is what it is called already.",
  },
  field_not_a_parent: {
    status: 422,
    vi: "Không đặt lĩnh vực mới dưới “{name}” được: chỉ có hai cấp, và cấp trên phải đang dùng.",
    en: "Nothing can be put below “{name}”: there are two levels, and the upper one must be in use.",
  },
  field_ended: {
    status: 409,
    vi: "Lĩnh vực này đã thôi dùng sau ngày {until}.",
    en: "This field ended on {until}.",
  },
  field_ends_before: {
    status: 422,
    vi: "Ngày cuối không thể trước ngày bắt đầu dùng {from}.",
    en: "The last day cannot be before the first, {from}.",
  },
  field_for_the_rest: {
    status: 409,
    vi: "“Lĩnh vực khác” phải luôn có, để việc nào cũng có chỗ ghi.",
    en: "The field for everything else must stay, so that every matter has a place.",
  },
  field_renamed_since: {
    status: 422,
    vi: "Lĩnh vực đã mang tên hiện nay từ sau ngày {on}; tên mới phải bắt đầu muộn hơn.",
    en: "It has had its present name since {on}; the new one must begin later.",
  },
} as const;
