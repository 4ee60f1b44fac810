const asks = [
  "Đề nghị sửa",
  "Đề nghị sớm làm",
  "Kiến nghị kiểm tra",
  "Xin được trả lời về",
  "Phản ánh tình trạng",
];
const things = [
  "mặt đường bê tông bị lún nứt",
  "cống thoát nước hay bị ngập khi mưa lớn",
  "đèn chiếu sáng ngõ xóm hỏng nhiều bóng",
  "việc cấp giấy chứng nhận quyền sử dụng đất",
  "rác thải sinh hoạt không được thu gom đúng giờ",
  "nước sạch yếu vào giờ cao điểm",
  "nhà văn hóa thôn đã xuống cấp",
  "mức thu tiền đất phi nông nghiệp",
  "trạm biến áp quá tải mùa nắng nóng",
  "kênh mương nội đồng bị sạt lở",
  "chế độ của người hoạt động không chuyên trách",
  "tiếng ồn của xưởng cơ khí trong khu dân cư",
];
const places = [
  "đầu thôn",
  "cuối ngõ",
  "cạnh trường học",
  "ven sông",
  "gần chợ",
  "quanh đình làng",
  "sau trạm y tế",
];
const whens = ["từ đầu năm", "đã nhiều lần", "sau trận bão", "hai năm nay", "mỗi khi mưa"];

/** An invented matter; neighbours in number differ, and every phrase comes back often, as in real registers. */
export function matterText(n: number): string {
  const pick = (list: readonly string[], step: number) => list[Math.floor(n / step) % list.length]!;
  return `${pick(asks, 1)} ${pick(things, 5)} ${pick(places, 60)}, ${pick(whens, 420)}, đoạn số ${n % 997}.`;
}
