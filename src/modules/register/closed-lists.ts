/** The closed lists of the register file. A word outside them is a fault, never a new category. */
export const UNIT_KINDS = [
  "centre",
  "province",
  "district",
  "commune",
  "village",
  "agency",
  "organisation",
] as const;
export const SUCCESSION_KINDS = ["rename", "merge", "split", "partial", "reparent", "abolish"] as const;
export const CONFERENCE_FORMS = ["periodic", "ad_hoc", "thematic", "briefing", "indirect", "online"] as const;
export const CHAIR_CAPACITIES = [
  "party_secretary",
  "chairperson",
  "council",
  "front",
  "deputy",
  "other",
] as const;
export const CHANNELS = [
  "conference",
  "collected_beforehand",
  "portal",
  "village_head",
  "reception",
  "hotline",
  "letter",
  "supervision",
] as const;
export const MATTER_KINDS = [
  "recommendation",
  "report",
  "question",
  "opinion",
  "praise",
  "complaint",
  "denunciation",
] as const;
export const NAMINGS = ["named", "secretariat_only", "anonymous"] as const;
export const RULINGS = ["answered_now", "written_answer", "beyond_competence", "noted"] as const;
export const OUTCOMES = ["done", "document_issued", "inspected", "explained", "refused"] as const;
export const CONFIRMERS = ["requester", "village_head", "front"] as const;

/** The fields (lĩnh vực) of a matter: a main field, or main and part with a dot between. */
export const FIELD_CODES = [
  "dat_dai",
  "dat_dai.cap_gcn",
  "dat_dai.thu_hoi_boi_thuong_tai_dinh_cu",
  "dat_dai.lan_chiem",
  "quy_hoach_xay_dung_do_thi",
  "giao_thong",
  "thuy_loi_cap_thoat_nuoc",
  "dien_chieu_sang_vien_thong",
  "ve_sinh_moi_truong",
  "an_ninh_trat_tu",
  "nong_nghiep_nong_thon_moi",
  "y_te",
  "giao_duc",
  "van_hoa_thiet_che_thon",
  "chinh_sach_xa_hoi",
  "lao_dong_viec_lam",
  "thue_phi_tai_chinh",
  "cai_cach_hanh_chinh",
  "can_bo",
  "xay_dung_dang_he_thong_chinh_tri",
  "dan_toc_ton_giao",
  "sap_xep_don_vi",
  "quoc_phong",
  "khac",
] as const;
