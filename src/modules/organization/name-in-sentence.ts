const kinds =
  /^(?:Thành phố|Thị xã|Thị trấn|Đặc khu|Tỉnh|Huyện|Quận|Phường|Xã|Thôn|Bản|Buôn|Làng|Ấp|Xóm|Khu phố|Khu|Tổ dân phố)(?=\s)/u;

/** A unit within a sentence: "Phường Ninh Dương" → "phường Ninh Dương"; a name without such a word stays. */
export function nameInSentence(name: string): string {
  return name.replace(kinds, (kind) => kind.toLocaleLowerCase("vi"));
}
