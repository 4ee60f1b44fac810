-- The unit above all others, and the fields of the work (lĩnh vực): two levels, each with its time.
insert into unit (id, code, kind, root_id, recorded_at)
values ('00000000-0000-7000-8000-000000000001', 'VN', 'centre', '00000000-0000-7000-8000-000000000001', '2026-01-01T00:00:00Z');
insert into unit_name (unit_id, name, search) values ('00000000-0000-7000-8000-000000000001', 'Việt Nam', 'viet nam');
insert into unit_ancestry (ancestor_id, descendant_id, depth, from_on, until_on)
values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000001', 0, '-infinity', 'infinity');

insert into field (position, code, parent_code, name) values
  (100, 'dat_dai', null, 'Đất đai'),
  (101, 'dat_dai.cap_gcn', 'dat_dai', 'Cấp giấy chứng nhận'),
  (102, 'dat_dai.thu_hoi_boi_thuong_tai_dinh_cu', 'dat_dai', 'Thu hồi, bồi thường, tái định cư'),
  (103, 'dat_dai.lan_chiem', 'dat_dai', 'Lấn chiếm đất'),
  (200, 'quy_hoach_xay_dung_do_thi', null, 'Quy hoạch, trật tự xây dựng, quản lý đô thị'),
  (300, 'giao_thong', null, 'Giao thông'),
  (400, 'thuy_loi_cap_thoat_nuoc', null, 'Thủy lợi, cấp thoát nước'),
  (500, 'dien_chieu_sang_vien_thong', null, 'Điện, chiếu sáng, viễn thông'),
  (600, 've_sinh_moi_truong', null, 'Vệ sinh môi trường'),
  (700, 'an_ninh_trat_tu', null, 'An ninh trật tự'),
  (800, 'nong_nghiep_nong_thon_moi', null, 'Nông nghiệp, nông thôn mới'),
  (900, 'y_te', null, 'Y tế'),
  (1000, 'giao_duc', null, 'Giáo dục'),
  (1100, 'van_hoa_thiet_che_thon', null, 'Văn hóa, thiết chế thôn'),
  (1200, 'chinh_sach_xa_hoi', null, 'Chính sách xã hội, người có công, hộ nghèo'),
  (1300, 'lao_dong_viec_lam', null, 'Lao động, việc làm'),
  (1400, 'thue_phi_tai_chinh', null, 'Thuế, phí, tài chính'),
  (1500, 'cai_cach_hanh_chinh', null, 'Cải cách hành chính'),
  (1600, 'can_bo', null, 'Cán bộ, chế độ người hoạt động không chuyên trách'),
  (1700, 'xay_dung_dang_he_thong_chinh_tri', null, 'Xây dựng Đảng, hệ thống chính trị'),
  (1800, 'dan_toc_ton_giao', null, 'Dân tộc, tôn giáo'),
  (1900, 'sap_xep_don_vi', null, 'Sắp xếp đơn vị, thôn, tổ dân phố'),
  (2000, 'quoc_phong', null, 'Quốc phòng'),
  (9900, 'khac', null, 'Lĩnh vực khác');
