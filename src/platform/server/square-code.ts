import QRCode from "qrcode";

/** A text as a square code: one string a row, `1` for a dark square. */
export function squareCode(text: string): string[] {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, y) =>
    Array.from(data.slice(y * size, (y + 1) * size), Number).join(""),
  );
}
