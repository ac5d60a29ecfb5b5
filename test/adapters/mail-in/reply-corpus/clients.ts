/** Replies as the mail programs of our customers build them. */
import { asHtml, html, LETTER, plain, quoted, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

export interface CorpusMail {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly score?: number | null
  readonly kind?: string
  readonly language?: string
}

export const WHO = 'Trà Sen Việt <r+abc123@traloi.trasenviet.example.com>'
const NINE = 'Chín điểm, giao hàng nhanh'
export const both = (text: string, markup: string) =>
  rawMail({ parts: [plain(text, { encoding: 'quoted-printable' }), html(markup, { encoding: 'base64' })] })
export const onlyPlain = (text: string) => rawMail({ parts: [plain(text)] })
export const onlyHtml = (markup: string) => rawMail({ parts: [html(markup, { encoding: 'quoted-printable' })] })
export const gmailQuote = (attribution: string) =>
  `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${attribution}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${asHtml(LETTER)}</blockquote></div>`

const CLIENTS: readonly CorpusMail[] = [
  {
    name: 'Gmail, Vietnamese, both parts',
    bytes: both(
      `${NINE}\n\nVào Th 4, 10 thg 3, 2027 vào lúc 09:00 Trà Sen Việt <\nr+abc123@traloi.trasenviet.example.com> đã viết:\n\n${quoted(LETTER)}\n`,
      `<div dir="ltr">${NINE}</div><br>${gmailQuote('Vào Th 4, 10 thg 3, 2027 vào lúc 09:00 Trà Sen Việt &lt;r+abc123@…&gt; đã viết:')}`,
    ),
    text: NINE,
    score: 9,
    language: 'vi',
  },
  {
    name: 'Gmail, Vietnamese, HTML only',
    bytes: onlyHtml(
      `<div dir="ltr">Mười điểm &#128512;</div><br>${gmailQuote('Vào Th 4, 10 thg 3, 2027 lúc 09:00 X &lt;a@b.example&gt; đã viết:')}`,
    ),
    text: 'Mười điểm 😀',
    score: 10,
  },
  {
    name: 'Gmail, old Vietnamese attribution',
    bytes: onlyPlain(`8\n\nVào 09:00 Th 4, 10 thg 3, 2027 ${WHO} đã viết:\n\n${quoted(LETTER)}`),
    text: '8',
    score: 8,
  },
  {
    name: 'Gmail, date first',
    bytes: onlyPlain(`8\n\n2027-03-10 9:00 GMT+07:00 ${WHO}:\n\n${quoted(LETTER)}`),
    text: '8',
    score: 8,
  },
  {
    name: 'Gmail, English, wrapped over three lines',
    bytes: onlyPlain(
      `9/10 great tea\n\nOn Wed, Mar 10, 2027 at 9:00 AM Trà Sen Việt\n<r+abc123averyveryverylongtoken@traloi.trasenviet.example.com>\nwrote:\n\n${quoted(LETTER)}`,
    ),
    text: '9/10 great tea',
    score: 9,
    language: 'en',
  },
  {
    name: 'Gmail, answers between quotes, plain',
    bytes: onlyPlain(
      `On Wed, Mar 10, 2027 at 9:00 AM ${WHO} wrote:\n\n> Chị có sẵn sàng giới thiệu không?\n\nCó, 9 điểm\n\n> Lý do chính là gì ạ?\n\nTrà ngon\n`,
    ),
    text: 'Có, 9 điểm\nTrà ngon',
    score: 9,
  },
  {
    name: 'Gmail, answers between quotes, HTML',
    bytes: onlyHtml(
      `<div dir="ltr"><br></div><div class="gmail_quote"><div class="gmail_attr">On Wed, Mar 10, 2027 at 9:00 AM X &lt;a@b.example&gt; wrote:<br></div><blockquote class="gmail_quote">0 1 2 3</blockquote><div>Tôi cho 7</div><blockquote class="gmail_quote">Lý do?</blockquote><div>Hơi xa</div></div>`,
    ),
    text: 'Tôi cho 7\nHơi xa',
    score: 7,
  },
  {
    name: 'Gmail, answer under the quote',
    bytes: onlyPlain(`Vào Th 4, 10 thg 3, 2027 lúc 09:00 ${WHO} đã viết:\n${quoted(LETTER)}\n\n6 điểm\n`),
    text: '6 điểm',
    score: 6,
  },
  {
    name: 'Gmail on Android with a signature',
    bytes: both(
      `9\n\n-- \nNguyễn Lan\nĐT: 0912 345 678\n\nVào Th 4, 10 thg 3, 2027 lúc 09:00 ${WHO} đã viết:\n\n${quoted(LETTER)}`,
      `<div dir="auto">9</div><br><div class="gmail_signature">Nguyễn Lan 0912 345 678</div>${gmailQuote('…')}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'Gmail, HTML only with a signature',
    bytes: onlyHtml(
      `<div dir="ltr">9<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Lan - phòng 7<br>0912 345 678</div></div>${gmailQuote('On … wrote:')}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'Gmail, own indent kept',
    bytes: onlyHtml(
      `<div>Cho 9</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>vì trà ngon</div></blockquote>`,
    ),
    text: 'Cho 9\nvì trà ngon',
    score: 9,
  },
  {
    name: 'Outlook on the desk, Vietnamese, plain',
    bytes: onlyPlain(
      `9 điểm\n\nTừ: ${WHO}\nĐã gửi: Thứ Tư, 10 Tháng Ba 2027 9:00 SA\nĐến: Nguyễn Lan <lan@example.com>\nChủ đề: Anh/Chị thấy thế nào?\n\n${LETTER}`,
    ),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'Outlook on the desk, English, plain, with a long signature',
    bytes: onlyPlain(
      `I would say 8.\n\nBest regards,\n\nLan Nguyen\nSales Manager | ACME Co., Ltd.\nTel: +84 28 3822 1234 | Ext 7\nwww.acme.example\n\n\nFrom: ${WHO}\nSent: Wednesday, March 10, 2027 9:00 AM\nTo: Lan <lan@example.com>\nSubject: How was it?\n\n${LETTER}`,
    ),
    text: 'I would say 8.',
    score: 8,
    language: 'en',
  },
  {
    name: 'Outlook on the desk, HTML only',
    bytes: onlyHtml(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0in} .s7 {top:7}</style></head><body lang=EN-US><div class=WordSection1><p class=MsoNormal>Bảy điểm<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class=MsoNormal><b>From:</b> X<br><b>Sent:</b> Wednesday<br><b>To:</b> Lan<br><b>Subject:</b> Y<o:p></o:p></p></div></div>${asHtml(LETTER)}</div></body></html>`,
    ),
    text: 'Bảy điểm',
    score: 7,
  },
  {
    name: 'Outlook on the web, HTML only',
    bytes: onlyHtml(
      `<html><head><style type="text/css">P {margin-top:0;}</style></head><body dir="ltr"><div class="elementToProof">Cho 5 nhé</div><div id="appendonsend"></div><hr tabindex="-1" style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>Từ:</b> X<br><b>Đã gửi:</b> 10/03<br></font></div><div>${asHtml(LETTER)}</div></body></html>`,
    ),
    text: 'Cho 5 nhé',
    score: 5,
  },
  {
    name: 'Outlook on the web, plain, with a rule',
    bytes: onlyPlain(
      `10\n________________________________\nFrom: ${WHO}\nSent: Wednesday, March 10, 2027 9:00:00 AM\nTo: Lan\nSubject: Z\n\n${LETTER}`,
    ),
    text: '10',
    score: 10,
  },
  {
    name: 'new Outlook, HTML only',
    bytes: onlyHtml(
      `<div class="elementToProof">8/10</div><div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message">${asHtml(LETTER)}</div>`,
    ),
    text: '8/10',
    score: 8,
  },
  {
    name: 'Outlook for iPhone, plain',
    bytes: onlyPlain(
      `9\n\nTải Outlook cho iOS<https://aka.ms/o0ukef>\n________________________________\nTừ: ${WHO}\nĐã gửi: Thứ Tư\nĐến: Lan\nChủ đề: Z\n\n${LETTER}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'Outlook for Android, HTML only',
    bytes: onlyHtml(
      `<div dir="auto">Great tea, 9 points</div><div id="ms-outlook-mobile-signature" dir="auto">Get <a href="https://aka.ms/AAb9ysg">Outlook for Android</a></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><b>From:</b> X</div>${asHtml(LETTER)}`,
    ),
    text: 'Great tea, 9 points',
    score: 9,
  },
  {
    name: 'old Outlook, "Original Message"',
    bytes: onlyPlain(`4\n\n-----Original Message-----\nFrom: ${WHO}\nSent: 10 March 2027\nTo: Lan\nSubject: Z\n\n${LETTER}`),
    text: '4',
    score: 4,
  },
  {
    name: '"Thư gốc"',
    bytes: onlyPlain(`4 điểm\n\n-----Thư gốc-----\nTừ: ${WHO}\nNgày: 10/03/2027\n${LETTER}`),
    text: '4 điểm',
    score: 4,
  },
  {
    name: 'iPhone, Vietnamese',
    bytes: both(
      `9\n\nĐã gửi từ iPhone của tôi\n\nVào 10 thg 3, 2027, lúc 09:00, ${WHO} đã viết:\n\n${quoted(LETTER)}`,
      `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">9<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Đã gửi từ iPhone của tôi</div><div dir="ltr"><br><blockquote type="cite">Vào 10 thg 3, 2027, lúc 09:00, X đã viết:<br>${LETTER}</blockquote></div></body></html>`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'iPhone, HTML only',
    bytes: onlyHtml(
      `<html><body dir="auto">Tám điểm<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Gửi từ iPhone của tôi</div><div dir="ltr"><br><blockquote type="cite">${asHtml(LETTER)}</blockquote></div></body></html>`,
    ),
    text: 'Tám điểm',
    score: 8,
  },
  {
    name: 'iPhone, English',
    bytes: onlyPlain(
      `Ten out of ten!\n\nSent from my iPhone\n\n> On 10 Mar 2027, at 09:00, ${WHO} wrote:\n> \n${quoted(LETTER)}`,
    ),
    text: 'Ten out of ten!',
    score: 10,
    language: 'en',
  },
  {
    name: 'Apple Mail on the desk, answers between quotes',
    bytes: onlyHtml(
      `<html><body><br><div><blockquote type="cite"><div>On 10 Mar 2027, at 09:00, X &lt;a@b.example&gt; wrote:</div><br><div>0 1 2 3 4</div></blockquote><div><br></div>I give it an 8<br><blockquote type="cite"><div>Why?</div></blockquote>Good tea</div></body></html>`,
    ),
    text: 'I give it an 8\nGood tea',
    score: 8,
  },
  {
    name: 'Yahoo, Vietnamese, HTML only',
    bytes: onlyHtml(
      `<html><body><div class="ydp1a2b3cyahoo-style-wrap"><div dir="ltr">3 điểm, trà bị mốc</div><div><br></div></div><div id="ydp9f8yahoo_quoted_1234567" class="ydp9f8yahoo_quoted"><div>Vào Thứ Tư, 10 tháng 3, 2027 lúc 09:00:00 GMT+7, X &lt;a@b.example&gt; đã viết: </div>${asHtml(LETTER)}</div></body></html>`,
    ),
    text: '3 điểm, trà bị mốc',
    score: 3,
    kind: 'complaint',
  },
  {
    name: 'Yahoo, Vietnamese, plain, quote without marks',
    bytes: onlyPlain(` 7 điểm\n    Vào Thứ Tư, 10 tháng 3, 2027 lúc 09:00:00 GMT+7, ${WHO} đã viết:  \n \n ${LETTER}`),
    text: '7 điểm',
    score: 7,
  },
  {
    name: 'Yahoo on Android, English',
    bytes: onlyPlain(
      `9\n\nSent from Yahoo Mail on Android \n \n  On Wed, 10 Mar 2027 at 9:00, ${WHO} wrote:   ${LETTER.slice(0, 20)}\n${LETTER}`.replace(
        'wrote:   Chào chị Lan,\nTrên',
        'wrote:\n',
      ),
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'Zalo Mail, Vietnamese',
    bytes: onlyPlain(`Cho 8 nhé\n\nGửi từ Zalo Mail\n\nVào lúc 09:00 10/03/2027, Trà Sen Việt đã viết:\n\n${LETTER}`),
    text: 'Cho 8 nhé',
    score: 8,
  },
  {
    name: 'Zoho, between dashes',
    bytes: onlyPlain(`9\n\n\n---- On Wed, 10 Mar 2027 09:00:00 +0700 ${WHO} wrote ----\n\n${LETTER}`),
    text: '9',
    score: 9,
  },
  {
    name: 'Zimbra, HTML only',
    bytes: onlyHtml(
      `<div style="font-family:arial"><div>2 điểm</div><div><br></div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>From: </b>"X"<br><b>To: </b>Lan</div><div data-marker="__QUOTED_TEXT__">${asHtml(LETTER)}</div></div>`,
    ),
    text: '2 điểm',
    score: 2,
  },
  {
    name: 'Thunderbird, Vietnamese, answer under the quote',
    bytes: onlyPlain(
      `On 10/03/2027 09:00, Trà Sen Việt wrote:\n${quoted(LETTER)}\n\nMình cho 9 điểm\n\n-- \nLan\nhttps://lan.example 7\n`,
    ),
    text: 'Mình cho 9 điểm',
    score: 9,
  },
  {
    name: 'Thunderbird, Vietnamese attribution',
    bytes: onlyPlain(`Vào 10/03/2027 09:00, Trà Sen Việt viết:\n${quoted(LETTER)}\n6\n`),
    text: '6',
    score: 6,
  },
  {
    name: 'Thunderbird, HTML only',
    bytes: onlyHtml(
      `<html><body><p>Chấm 9</p><div class="moz-cite-prefix">On 10/03/2027 09:00, X wrote:<br></div><blockquote type="cite" cite="mid:1@x">${asHtml(LETTER)}</blockquote><pre class="moz-signature" cols="72">-- \nLan 7</pre></body></html>`,
    ),
    text: 'Chấm 9',
    score: 9,
  },
  {
    name: 'Samsung, English',
    bytes: onlyPlain(
      `9 thanks\n\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: ${WHO}\nDate: 10/03/2027 09:00 (GMT+07:00)\nTo: lan@example.com\nSubject: Z\n\n${LETTER}`,
    ),
    text: '9 thanks',
    score: 9,
  },
  {
    name: 'Samsung, Vietnamese, HTML only',
    bytes: onlyHtml(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body dir="auto"><div dir="auto">10 điểm luôn</div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">Gửi từ Galaxy của tôi</div></div><div><br></div><div style="font-size:100%;color:#000000" dir="auto"><!-- originalMessage --><div>-------- Tin nhắn gốc --------</div><div>Từ: X</div><div>Ngày: 10/03/2027</div><div>Đến: Lan</div></div>${asHtml(LETTER)}</body></html>`,
    ),
    text: '10 điểm luôn',
    score: 10,
  },
  {
    name: 'ProtonMail, HTML only',
    bytes: onlyHtml(
      `<div>8 điểm</div><div class="protonmail_signature_block"><div>Sent with Proton Mail secure email.</div></div><div class="protonmail_quote">On Wednesday, March 10th, 2027 at 9:00 AM, X wrote:<br><blockquote class="protonmail_quote" type="cite">${asHtml(LETTER)}</blockquote></div>`,
    ),
    text: '8 điểm',
    score: 8,
  },
  {
    name: 'Roundcube, plain, quote above and signature below',
    bytes: onlyPlain(`On 2027-03-10 09:00, Trà Sen Việt wrote:\n${quoted(LETTER)}\n\n9\n--\nLan`),
    text: '9',
    score: 9,
  },
  {
    name: 'format=flowed with quotes',
    bytes: rawMail({
      parts: [
        plain(`Tôi cho 9 điểm vì trà rất ngon và \ngiao hàng nhanh\n\nOn 10/03/2027 09:00, ${WHO} \nwrote:\n${quoted(LETTER)}`, {
          type: 'text/plain; charset=utf-8; format=flowed',
        }),
      ],
    }),
    text: 'Tôi cho 9 điểm vì trà rất ngon và giao hàng nhanh',
    score: 9,
  },
  {
    name: 'forwarded by mistake, with words on top',
    bytes: onlyPlain(
      `Chuyển cho chị xem, tôi cho 7\n\n---------- Forwarded message ---------\nTừ: ${WHO}\nDate: Th 4, 10 thg 3, 2027\nSubject: Z\nTo: <lan@example.com>\n\n${LETTER}`,
    ),
    text: 'Chuyển cho chị xem, tôi cho 7',
    score: 7,
  },
  {
    name: 'only the quote came back',
    bytes: onlyPlain(`Vào Th 4, 10 thg 3, 2027 lúc 09:00 ${WHO} đã viết:\n\n${quoted(LETTER)}\n`),
    text: '',
    score: null,
    kind: 'unclear',
  },
  {
    name: 'a plain part without any mark of the quote, which only the HTML part tells',
    bytes: both(
      `9\n\n${LETTER}`,
      `<div>9</div><div id="appendonsend"></div><div id="divRplyFwdMsg"><b>From:</b> X</div>${asHtml(LETTER)}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'HTML written by hand, with a plain footer of a gateway behind it',
    bytes: rawMail({
      multipart: 'mixed',
      parts: [html(`<p>9 điểm</p>${gmailQuote('On 10 Mar 2027 X wrote:')}`), plain('-- \nScanned by Gateway 7')],
    }),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'a footer of the office below',
    bytes: onlyPlain(
      `9\n\nThis email and any attachments are confidential. If you are not the intended recipient, please delete it and stop reading 1 time.\n`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'an advert of the virus scanner',
    bytes: onlyPlain('8 điểm\n\nVirus-free. www.avast.com\n'),
    text: '8 điểm',
    score: 8,
  },
  {
    name: 'a sentence that only sounds like an attribution stays',
    bytes: onlyPlain('9\nOn the box someone wrote:\nfragile'),
    text: '9\nOn the box someone wrote:\nfragile',
    score: 9,
  },
]

export const clientMails = CLIENTS
