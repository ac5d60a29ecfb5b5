/** A customer list with typical spreadsheet mistakes: English headings, semicolons, good rows among rows with mistakes. */

const SAMPLE_MISTAKE_HEADING = [
  ...[
    'customer_id',
    'full_name',
    'honorific',
    'email',
    'phone',
    'birthday',
    'zone',
    'consent_advertising',
    'consent_date',
    'shoe size',
  ],
] as const

const GOOD_AND_BAD: readonly string[] = [
  'KH9001;Lê Thị Hoa;Chị;hoa.le@example.com;0912 000 901;15/8 âl;Asia/Ho_Chi_Minh;có;01/03/2025;37',
  'KH9002;Trần Văn Bình;Anh;binh.tran@example;0912 000 902;02/09/1985;Asia/Ho_Chi_Minh;;;41',
  'KH9003;Phạm Thu Hà;Chị;ha.pham@example.com;0438123456;12/04/1990;Asia/Ho_Chi_Minh;;;',
  'KH9004;Vũ Minh Đức;Anh;duc.vu@example.com;0912 000 904;31/04/1979;Asia/Ho_Chi_Minh;;;',
  'KH9005;Đặng Mỹ Dạ;Chị;da.dang@example.com;0912 000 905;02/13/1992;Asia/Ho_Chi_Minh;;;',
  'KH9006;Hồ Ngọc Lan;Chị;lan.ho@example.com;0912 000 906;29/02/2023;Hà Nội;;;',
  'KH 9007;Bùi Quang Huy;Anh;huy.bui@example.com;0912 000 907;29/02;Asia/Ho_Chi_Minh;;;',
  'KH9008;Nguyá»…n An;Anh;an.nguyen@example.com;0912 000 908;;Asia/Ho_Chi_Minh;;;',
  'KH9009;Ngô Hải Yến;Chị;yen.ngo@example.com;19001234;;Asia/Ho_Chi_Minh;;;',
  'KH9010;Dương Tấn Tài;Anh;tai.duong@example.com;0168 000 9010;30/12 âl;Asia/Ho_Chi_Minh;maybe;;',
  'KH9011;Đỗ Bảo Châu;Chị;"chau.do@example.com\nBcc: all@example.com";0912 000 911;;Asia/Ho_Chi_Minh;;;',
  'KH9012;Lý Gia Hân;Chị;"han.ly@example.com\r\n";0168 000 9012;1/6 nhuận âl;Asia/Ho_Chi_Minh;không;15/01/2026;',
  'KH9013;Mai Xuân Trường;Anh;truong.mai@example.com;0912 000 913;05/06/88;Asia/Ho_Chi_Minh;;;',
  'KH9014;=HYPERLINK("http://example.com");Anh;link@example.com;0912 000 914;;Asia/Ho_Chi_Minh;;;',
  'KH9015;Tô Thanh Vân;Chị;van.to@example.com;0912 000 915;;Asia/Ho_Chi_Minh;;',
  '"KH9016;Trịnh Công Minh;Anh;minh.trinh@example.com;0912 000 916;;Asia/Ho_Chi_Minh;;;',
  'KH9017;Phan Kim Chi;Chị;chi.phan@example.con;0912 000 917;31/12/1990;Asia/Ho_Chi_Minh;có;;',
  'KH9001;Lê Thị Hoa;Chị;hoa.le@example.net;0912 000 901;15/8 âl;Asia/Ho_Chi_Minh;có;01/03/2025;37',
]

export const sampleMistakes = (): string => `${[SAMPLE_MISTAKE_HEADING.join(';'), ...GOOD_AND_BAD].join('\r\n')}\r\n`
