/** Programs of offices: Outlook of every kind, Outlook Express, Zimbra, Notes, Roundcube, with disclaimers and list footers below. */
import { both, type CorpusMail, onlyHtml, onlyPlain, WHO } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { asHtml, LETTER, plain, quoted, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const RULE = '_'.repeat(32)
const head = (...lines: readonly string[]) => `${lines.join('\n')}\n\n${LETTER}`
const EN = [`From: ${WHO}`, 'Sent: Wednesday, March 10, 2027 9:00 AM', 'To: Lan <lan@example.com>', 'Subject: How was it?']
const VI = [
  `Từ: ${WHO}`,
  'Đã gửi: Thứ Tư, 10 Tháng Ba 2027 9:00 SA',
  'Đến: Lan <lan@example.com>',
  'Chủ đề: Anh/Chị thấy thế nào?',
]
/** "Hàng ổn, 8 điểm" and the divider of Outlook Express, its tones behind their letters. */
const WINDOWS_1258 = Buffer.concat([
  Buffer.from([
    0x48, 0xe0, 0x6e, 0x67, 0x20, 0xf4, 0xd2, 0x6e, 0x2c, 0x20, 0x38, 0x20, 0xf0, 0x69, 0xea, 0xd2, 0x6d, 0x0d, 0x0a, 0x0d, 0x0a,
  ]),
  Buffer.from(
    '----- Original Message ----- \r\nFrom: "Tra Sen Viet" <r+abc123@traloi.trasenviet.example.com>\r\nTo: "Lan" <lan@example.com>\r\nSent: Wednesday, March 10, 2027 9:00 AM\r\nSubject: Z\r\n\r\n0 1 2 3\r\nSTOP\r\n',
    'latin1',
  ),
])

export const officeMails: readonly CorpusMail[] = [
  {
    name: 'Outlook, a line of underscores above the head',
    bytes: onlyPlain(`9 điểm\n\n${RULE}\n${head(...EN)}`),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'Outlook, a line of dashes above the head',
    bytes: onlyPlain(`9 điểm\n\n${'-'.repeat(40)}\n${head(...VI)}`),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'Outlook, a line of equals signs above the head',
    bytes: onlyPlain(`Cho 6\n==========\n\n${head(...VI)}`),
    text: 'Cho 6',
    score: 6,
  },
  { name: 'Outlook, the head without an empty line before it', bytes: onlyPlain(`7\n${head(...EN)}`), text: '7', score: 7 },
  {
    name: 'Outlook, bold labels',
    bytes: onlyPlain(`7\n\n${head(...EN.map((line) => line.replace(/^(\w+:)/, '*$1*')))}`),
    text: '7',
    score: 7,
  },
  {
    name: 'Outlook for Mac, Date instead of Sent',
    bytes: onlyPlain(
      `8 nhé\n\n${head(`From: ${WHO}`, 'Date: Wednesday, 10 March 2027 at 09:00', 'To: Lan <lan@example.com>', 'Subject: Z')}`,
    ),
    text: '8 nhé',
    score: 8,
  },
  {
    name: 'Outlook for Mac, Vietnamese',
    bytes: onlyPlain(
      `8 nhé\n\n${head(`Từ: ${WHO}`, 'Ngày: Thứ Tư, 10 tháng 3, 2027 lúc 09:00', 'Đến: Lan <lan@example.com>', 'Chủ đề: Z')}`,
    ),
    text: '8 nhé',
    score: 8,
  },
  {
    name: 'a head that begins with its date',
    bytes: onlyPlain(
      `9\n\n${head('Date: Wed, 10 Mar 2027 09:00:00 +0700', `From: ${WHO}`, 'To: lan@example.com', 'Subject: Z')}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'a head that begins with its date, Vietnamese',
    bytes: onlyPlain(`9\n\n${head('Ngày: 10/03/2027 09:00', `Từ: ${WHO}`, 'Tới: lan@example.com', 'Tiêu đề: Z')}`),
    text: '9',
    score: 9,
  },
  {
    name: 'a head that begins with its subject',
    bytes: onlyPlain(`9\n\n${head('Subject: Z', `From: ${WHO}`, 'To: lan@example.com', 'Date: 10/03/2027 09:00')}`),
    text: '9',
    score: 9,
  },
  {
    name: 'a head in one line behind the answer',
    bytes: onlyPlain(
      `Cho 7 điểm. From: ${WHO} Sent: Wednesday, March 10, 2027 9:00 AM To: Lan <lan@example.com> Subject: Z ${LETTER}`,
    ),
    text: 'Cho 7 điểm.',
    score: 7,
  },
  {
    name: 'Outlook on the web after another Outlook, HTML only',
    bytes: onlyHtml(
      `<div>Cho 5</div><div id="x_appendonsend"></div><div id="x_divRplyFwdMsg"><b>Từ:</b> X</div>${asHtml(LETTER)}`,
    ),
    text: 'Cho 5',
    score: 5,
  },
  {
    name: 'Outlook on the web, words below the signature and within it',
    bytes: onlyHtml(
      `<div>2</div><div id="Signature"><div>Lan</div><div>0912 345 678</div><div>Xin đừng gửi thư cho tôi nữa</div></div><div id="appendonsend"></div><div id="divRplyFwdMsg"><b>From:</b> X</div>${asHtml(LETTER)}`,
    ),
    text: '2\nLan\n0912 345 678\nXin đừng gửi thư cho tôi nữa',
    score: 2,
    kind: 'optOut',
  },
  {
    name: 'Outlook on the web, a sentence typed into the signature',
    bytes: onlyHtml(
      `<div id="Signature"><div>Mình rất thích hộp trà này, 10 điểm</div><div>Lan</div></div><div id="appendonsend"></div><div id="divRplyFwdMsg"><b>From:</b> X</div>${asHtml(LETTER)}`,
    ),
    text: 'Mình rất thích hộp trà này, 10 điểm\nLan',
    score: 10,
  },
  {
    name: 'Outlook on the web, a silent signature, HTML only',
    bytes: onlyHtml(
      `<div>9</div><div id="Signature"><div>Nguyễn Lan</div><div>Phòng 7, 12 Hàng Bài</div></div><div id="divRplyFwdMsg"></div>${asHtml(LETTER)}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'Outlook Express in windows-1258',
    bytes: rawMail({ parts: [{ type: 'text/plain; charset="windows-1258"', body: WINDOWS_1258 }] }),
    text: 'Hàng ổn, 8 điểm',
    score: 8,
  },
  {
    name: 'Zimbra, plain',
    bytes: onlyPlain(
      `6 điểm\n\n----- Original Message -----\n${head('From: "Trà Sen Việt" <r+a@traloi.example.com>', 'To: "Lan" <lan@example.com>', 'Sent: Wednesday, March 10, 2027 9:00:00 AM', 'Subject: Z')}`,
    ),
    text: '6 điểm',
    score: 6,
  },
  {
    name: 'Zimbra, newer, Vietnamese labels',
    bytes: onlyPlain(
      `6 điểm\n\n\n${head('Từ: "Trà Sen Việt" <r+a@traloi.example.com>', 'Tới: "Lan" <lan@example.com>', 'Đã gửi: Thứ Tư, 10 Tháng 3 2027 9:00:00', 'Chủ đề: Z')}`,
    ),
    text: '6 điểm',
    score: 6,
  },
  {
    name: 'Notes, a head with spaces behind its labels',
    bytes: onlyPlain(
      `Tôi cho 9\n\n\n\n${head(`From:   ${WHO}`, 'To:     Lan/HCM/ACME', 'Date:   10/03/2027 09:00', 'Subject:        Z')}`,
    ),
    text: 'Tôi cho 9',
    score: 9,
  },
  {
    name: 'Notes, wrote between dashes',
    bytes: onlyPlain(
      `Tôi cho 9\n\n-----"Trà Sen Việt" <r+a@traloi.example.com> wrote: -----\nTo: Lan/HCM/ACME@ACME\nFrom: "Trà Sen Việt" <r+a@traloi.example.com>\nDate: 10/03/2027 09:00AM\nSubject: Z\n\n${LETTER}`,
    ),
    text: 'Tôi cho 9',
    score: 9,
  },
  {
    name: 'Notes, wrote on a date',
    bytes: onlyPlain(`Tôi cho 9\n\n"Trà Sen Việt" <r+a@traloi.example.com> wrote on 10/03/2027 09:00:00:\n\n${quoted(LETTER)}`),
    text: 'Tôi cho 9',
    score: 9,
  },
  {
    name: 'Roundcube, plain, the answer above',
    bytes: onlyPlain(`Bảy điểm\n\n---\nLan\n\nOn 2027-03-10 09:00, Trà Sen Việt wrote:\n\n${quoted(LETTER)}`),
    text: 'Bảy điểm',
    score: 7,
  },
  {
    name: 'Roundcube, HTML only',
    bytes: onlyHtml(
      `<p>Tám điểm</p><div id="signature">-- <br>Lan</div><p id="reply-intro">On 2027-03-10 09:00, X wrote:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid">${asHtml(LETTER)}</blockquote>`,
    ),
    text: 'Tám điểm',
    score: 8,
  },
  {
    name: 'a signature, and a disclaimer of five lines',
    bytes: onlyPlain(
      `9\n\nTrân trọng,\nNguyễn Lan\nTrưởng phòng kinh doanh | Công ty TNHH ABC\nĐT: 028 3822 1234 (ext 7)\n\nEmail này và các tệp đính kèm có thể chứa thông tin bảo mật và chỉ dành cho\nngười nhận có tên ở trên. Nếu nhận nhầm email này, vui lòng thông báo cho người gửi\nvà xóa ngay lập tức. Nghiêm cấm sao chép, tiết lộ nội dung dưới mọi hình thức.\n`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'an English disclaimer above the quote',
    bytes: onlyPlain(
      `I give it an 8.\n\nCONFIDENTIALITY NOTICE: This e-mail and any attachments are confidential and intended only for the named recipient. If you have received it in error, please contact the sender and delete it. Any unauthorised copying or disclosure is prohibited.\n\n${head(...EN)}`,
    ),
    text: 'I give it an 8.',
    score: 8,
  },
  {
    name: 'a disclaimer, and words below it',
    bytes: onlyPlain('9\n\nThis message is confidential and intended for the addressee only.\n\nÀ mà giao hàng hơi chậm nhé'),
    text: '9\n\nÀ mà giao hàng hơi chậm nhé',
    score: 9,
    kind: 'complaint',
  },
  {
    name: 'a footer of Google Groups',
    bytes: onlyPlain(
      '9 điểm\n\n-- \nYou received this message because you are subscribed to the Google Groups "phong-mua-hang" group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to phong-mua-hang+unsubscribe@googlegroups.com.\nTo view this discussion visit https://groups.google.com/d/msgid/x/7.\n',
    ),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'a footer of Mailman',
    bytes: onlyPlain(
      `8\n\n${'_'.repeat(47)}\nnhanvien mailing list\nnhanvien@lists.example.com\nhttp://lists.example.com/mailman/listinfo/nhanvien\n`,
    ),
    text: '8',
    score: 8,
  },
  {
    name: 'a virus scanner with its link',
    bytes: onlyPlain('8\n\nThis email has been checked for viruses by Avast antivirus software.\nwww.avast.com\n'),
    text: '8',
    score: 8,
  },
  {
    name: 'trees',
    bytes: onlyPlain('8\n\nPlease consider the environment before printing this email.'),
    text: '8',
    score: 8,
  },
  {
    name: 'trees, Vietnamese',
    bytes: onlyPlain('8\n\nHãy nghĩ đến môi trường trước khi in email này.'),
    text: '8',
    score: 8,
  },
  {
    name: 'a long dash above a signature',
    bytes: onlyPlain(`Cho 9\n—\nNguyễn Lan\n0912 345 678\n\n${head(...VI)}`),
    text: 'Cho 9',
    score: 9,
  },
  {
    name: 'a drawn line above a signature',
    bytes: onlyPlain(`Cho 9\n\n───────────\nLan Nguyen\nSales Manager, ACME Co., Ltd.\nwww.acme.example`),
    text: 'Cho 9',
    score: 9,
  },
  {
    name: 'both parts, and only the HTML part knows where the quote ends',
    bytes: both(
      `${head(...VI)}\n\nCho 3 điểm`,
      `<div>Từ: X</div><blockquote>${asHtml(LETTER)}</blockquote><div>Cho 3 điểm</div>`,
    ),
    text: 'Từ: X\nCho 3 điểm',
    score: 3,
  },
  {
    name: 'a second text part of the same mail',
    bytes: rawMail({
      multipart: 'mixed',
      parts: [
        plain(`9\n\nOn 10/03/2027 09:00, X <a@b.example> wrote:\n${quoted(LETTER)}\n`),
        plain('--\nScanned by MailGuard 7'),
      ],
    }),
    text: '9',
    score: 9,
  },
]
