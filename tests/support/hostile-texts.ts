/** What a person may type, and what a text that is taken for markup would do with it. */
export const hostileTexts: readonly string[] = [
  '#set page(width: 1pt) #panic() #import "x"',
  "$x^2$ [ô vuông] \\ \\u{41} \\n `mã` ```rồi``` *đậm* _nghiêng_ <nhãn> @tham-chiếu",
  "= Tiêu đề",
  "- gạch, + cộng, / từ: nghĩa, 1. số",
  "// chú thích /* dài */",
  "“ngoặc” \"thẳng\" 'đơn' ... -- --- ~ - ? -",
  "<b>HTML</b> & &amp; &lt;w:t&gt; ]]> <!-- x --> {{#vòng}} ${biến} %s %d \\0",
  '{"kind":"pageBreak"},"',
  "C:\\Users\\Nguyễn\\Tệp.docx",
  "🙂 nhà 🏠",
  "→ • ● ☐ ✓ № ½ ² ₫ € ≥ 45° 3×4",
  "עברית العربية",
  "Ường Ợt Ẫm Ỹ ỵ Ằ Ẳ Ẵ Ặ Ở Ỡ Ử Ữ",
];
