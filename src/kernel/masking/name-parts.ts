// How people of this country are called: what their names begin with, what stands before a name, and what only looks
// like one. Lists are alternatives of a regular expression, in NFC.

/** The marks that people type for the one in H'Bĭa. */
export const apostrophes = "'’ʼ‘´`";

/** One word of a name: "Văn", "H'Bĭa", "K’Brơi", "Thanh-Thủy", "Y". */
export const nameWord = String.raw`\p{Lu}\p{Ll}*(?:[${apostrophes}-]\p{L}\p{Ll}*){0,3}(?![\p{L}\d])`;
/** The same in a text of capitals. */
export const capitalWord = String.raw`\p{Lu}+(?:[${apostrophes}-]\p{Lu}+){0,3}(?![\p{L}\d])`;

/** No word goes on before or after. */
export const apart = String.raw`(?<![\p{L}\d])`;

/** What one calls somebody by, before the name. */
export const titles =
  "ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu|thầy|dì|dượng|thím|mợ|cậu|mế|ama|amí|đồng chí|đ/c|già làng";

/** Behind a title, an office or a people and no name. */
export const noName =
  "Bác sĩ|Bí thư|Ban|Bộ|Cán bộ|Chánh|Chỉ huy|Chủ|Công an|Con|Cục|Dân|Đại biểu|Đảng|Đội|Giáo|Giám|Hiệu|Hội|Kế toán|Nhân dân|Phó|Phụ nữ|Quản lý|Thủ tướng|Tổ trưởng|Tổng|Trưởng|Viện|Việt Nam";

/** Places that are called like people. */
export const placesLikePeople =
  "Bà Rịa|Bà Nà|Bà Đen|Cô Tô|Bác Hồ|Ông Đốc|Hồ Chí Minh|Hồ Gươm|Hồ Tây|Phan Thiết|Phan Rang|Phan Rí|Vũ Thư|Vũ Quang|Lý Sơn|Lý Nhân|Lưu Xá|Lê Chân|Ngô Quyền|Dương Kinh|Trần Đề|Hoàng Mai|Hoàng Sa|Hoàng Cầu|Triệu Sơn|Triệu Phong|Nông Cống|Đào Xá|Đỗ Động|Tô Lịch|Đặng Xá";

/** What a place bears before its name, so that a name behind it is the place's. */
export const placeNouns =
  "đường|phố|ngõ|ngách|hẻm|kiệt|tuyến|phường|xã|huyện|quận|tỉnh|thành phố|thị xã|thị trấn|tp\\.?|thôn|bản|làng|ấp|khu|khu phố|khóm|xóm|buôn|bon|plei|sóc|phum|tổ|đội|trường|thcs|thpt|tiểu học|trung học|mầm non|mẫu giáo|đại học|học viện|chợ|cầu|cống|đập|hồ|ao|sông|suối|kênh|mương|rạch|núi|đồi|đèo|dốc|đảo|vịnh|bến|ga|cảng|công viên|quảng trường|tượng đài|nghĩa trang|đền|chùa|đình|miếu|phủ|lăng|nhà thờ|bệnh viện|trạm|phòng khám|công ty|doanh nghiệp|hợp tác xã|htx|khách sạn|siêu thị|nhà hàng|nhà máy|xí nghiệp|chung cư|toà nhà|tòa nhà|dự án|công trình|kđt|đô thị|giải|giải thưởng|quỹ|huân chương|huy chương|thời|vua|chúa";

/** What most names begin with, and nearly nothing else does. */
export const families =
  "Âu|Bế|Bùi|Chảo|Chẻo|Diệp|Doãn|Dương|Đào|Đặng|Đèo|Điêu|Điểu|Đỗ|Giàng|Hoàng|Huỳnh|Khổng|Khoàng|Lầu|Lê|Lèo|Lò|Lù|Lường|Lỳ|Lừu|Nghiêm|Ngô|Nguyễn|Nông|Phạm|Phàn|Phàng|Phùng|Quách|Quàng|Sầm|Sềnh|Sùng|Tẩn|Tằn|Thào|Trần|Triệu|Trịnh|Trương|Võ|Vừ|Xồng|Đinh|Phan|Vũ|Lý|Tạ|Tô|Lưu|Hứa|Mạc|Cháng|Tráng|Lùng|Hờ|Hạng|Thàng|Hảng|Ngải|Pờ|Phà|Sừng|" +
  // Of the Central Highlands and the Trường Sơn range.
  "Adrơng|Ađrơng|Alăng|Arâl|Arất|Ating|Ayun|Ayŭn|Bdap|Bhling|Bhnướch|Byă|Chamaléa|Chamalé|Cil|Clâu|Coor|Eban|Êban|Ecam|Êčăm|Enuôl|Êñuôl|Hđơk|HĐơk|Hiao|Hmŏk|Hôih|Hwing|Jơk|Jơlơng|Katơr|Kbuôr|Knul|Kpă|Kpơr|Kpuih|Krajăn|Kring|Ksor|Ksơr|Ktla|Ktul|Kurao|Mdrang|MDrang|Mlô|Moong|Niê|Patâu|Pinăng|Pơloong|Puih|Pupoer|Rah|Rahlan|Rcom|Rlan|Rmah|Rơ|Rơchâm|Rơmah|Siu|Touneh|Touprong|Zơrâm|" +
  // Of the Khmer and the Chăm.
  "Chau|Néang|Neáng|Nại|Trượng";

/** What names begin with, and other words and places too: a name where two words follow, or somebody is introduced. */
export const otherFamilies =
  "A|An|Bá|Bạc|Bạch|Bàn|Báo|Bon|Bríu|Briu|Cà|Cao|Cầm|Chang|Châu|Chíu|Chu|Cơ|Cù|Củng|Cư|Cứ|Cụt|Danh|Dìu|Dỉn|Dường|Đàm|Đàng|Đoàn|Đồng|Giang|Hà|Hạ|Hán|Hầu|Hồ|Hủng|Ka|Kháng|Khúc|Kiên|Kiều|Kim|Kon|Kơ|La|Lạc|Lại|Làn|Lành|Lâm|Liêng|Liêu|Linh|Long|Lô|Lồ|Lộc|Lục|Lữ|Lự|Lương|Lượng|Ma|Mã|Mai|Mấu|Mè|Mông|Mùa|Nay|Nàng|Não|Ngần|Ninh|Ông|Pang|Păng|Phù|Phượng|Sần|Sìn|Sơn|Sồng|Tải|Tăng|Tằng|Thạch|Thái|Thành|Thao|Thân|Thập|Thị|Tiêu|Toán|Tòng|Tôn|Tống|Trà|Trạc|Từ|Ung|Ức|Vạn|Vàng|Ván|Vi|Vì|Viên|Vù|Vùi|Vương|Xeo|Y";

/** Families that are no other word when they are typed without tone marks and with "van" or "thi" behind them. */
export const bareFamilies = "nguyen|tran|pham|huynh|hoang|trinh|truong|dinh|le|phung|quach|giang|nong|trieu";
/** Typed without capitals before "văn" or "thị", where no other word is the same: "quản lý thị trường" is nobody. */
export const smallFamilies =
  "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|ngô|dương|đinh|trịnh|trương|phùng|quách|triệu|lò|lường|quàng|giàng|sùng|thào|tẩn|phàn|hà|hồ|lương|đàm|đào|doãn|khổng|tạ|bế|sầm";
/** Behind "Y", "Thị" or "Danh" no name. */
export const notBehindShort = "Xã|Trấn|Trường|Tứ|Tế|Tý|Yên|Khoa|Học|Dược|Lưới|Pa|Sao|Mú";
