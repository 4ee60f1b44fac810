const kind = /^(?:Thành phố|Tỉnh|Thị xã|Thị trấn|Quận|Huyện|Phường|Xã|Đặc khu) (?=\p{Lu})/u;

/** The place that a paper is dated from: `Móng Cái` of `Thành phố Móng Cái`; a number keeps its kind, `Quận 1`. */
export function placeOfIssue(unitName: string): string {
  return unitName.replace(kind, "");
}
