/** Replies in charsets and encodings of all ages, named rightly and wrongly. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { CorpusMail } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { html, plain, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const one = (type: string, body: string | Uint8Array, encoding: '8bit' | 'base64' | 'quoted-printable' | '7bit' = '8bit') =>
  rawMail({ parts: [{ type, body, encoding }] })

/** windows-1258 writes the tone behind its letter: "Chín điểm nhé". */
const WINDOWS_1258 = Buffer.from([0x43, 0x68, 0x69, 0xec, 0x6e, 0x20, 0xf0, 0x69, 0xea, 0xd2, 0x6d, 0x20, 0x6e, 0x68, 0xe9])
/** "Chín điểm" in VISCII and in TCVN3. */
const VISCII = Buffer.from([0x43, 0x68, 0xed, 0x6e, 0x20, 0xf0, 0x69, 0xac, 0x6d])
const TCVN3 = Buffer.from([0x43, 0x68, 0xdd, 0x6e, 0x20, 0xae, 0x69, 0xd3, 0x6d])

export const charsetMails: readonly CorpusMail[] = [
  { name: 'utf-8, base64', bytes: one('text/plain; charset="UTF-8"', 'Chín điểm', 'base64'), text: 'Chín điểm', score: 9 },
  {
    name: 'utf-8, quoted-printable',
    bytes: one('text/plain; charset=utf-8', 'Chín điểm', 'quoted-printable'),
    text: 'Chín điểm',
    score: 9,
  },
  {
    name: 'utf-8, decomposed',
    bytes: one('text/plain; charset=utf-8', 'Chín điểm'.normalize('NFD')),
    text: 'Chín điểm',
    score: 9,
  },
  { name: 'no charset named, utf-8 within', bytes: one('text/plain', 'Chín điểm'), text: 'Chín điểm', score: 9 },
  { name: 'utf-8 called us-ascii', bytes: one('text/plain; charset=us-ascii', 'Chín điểm', '7bit'), text: 'Chín điểm', score: 9 },
  {
    name: 'utf-8 called iso-8859-1',
    bytes: one('text/plain; charset=iso-8859-1', 'Chín điểm nhé', 'quoted-printable'),
    text: 'Chín điểm nhé',
    score: 9,
  },
  {
    name: 'utf-8 called windows-1252, HTML',
    bytes: one('text/html; charset=windows-1252', '<p>Chín điểm</p>'),
    text: 'Chín điểm',
    score: 9,
  },
  {
    name: 'utf-8 under an unknown name',
    bytes: one('text/plain; charset=x-nobody-knows', 'Mười điểm'),
    text: 'Mười điểm',
    score: 10,
  },
  {
    name: 'windows-1258 with tones behind letters',
    bytes: one('text/plain; charset=windows-1258', WINDOWS_1258),
    text: 'Chín điểm nhé',
    score: 9,
  },
  {
    name: 'windows-1258, base64',
    bytes: one('text/plain; charset=cp1258', WINDOWS_1258, 'base64'),
    text: 'Chín điểm nhé',
    score: 9,
  },
  { name: 'VISCII', bytes: one('text/plain; charset=VISCII', VISCII, 'quoted-printable'), text: 'Chín điểm', score: 9 },
  { name: 'TCVN3', bytes: one('text/plain; charset=x-viet-tcvn5712', TCVN3), text: 'Chín điểm', score: 9 },
  { name: 'TCVN', bytes: one('text/plain; charset=TCVN', TCVN3), text: 'Chín điểm', score: 9 },
  {
    name: 'iso-8859-1',
    bytes: one('text/plain; charset=iso-8859-1', latin('9 - très bien, café crème')),
    text: '9 - très bien, café crème',
    score: 9,
  },
  { name: 'iso-8859-15', bytes: one('text/plain; charset=iso-8859-15', latin('9 points')), text: '9 points', score: 9 },
  {
    name: 'windows-1252 quotes',
    bytes: one('text/plain; charset=windows-1252', Buffer.from([0x49, 0x92, 0x64, 0x20, 0x73, 0x61, 0x79, 0x20, 0x39])),
    text: 'I’d say 9',
    score: 9,
  },
  {
    name: 'gb2312',
    bytes: one('text/plain; charset=gb2312', Buffer.from([0xb7, 0xc7, 0xb3, 0xa3, 0xba, 0xc3, 0x20, 0x39])),
    text: '非常好 9',
    kind: 'unclear',
    score: null,
  },
  { name: 'shift_jis', bytes: one('text/plain; charset=shift_jis', Buffer.from([0x82, 0x58])), text: '９', score: 9 },
  {
    name: 'iso-2022-jp',
    bytes: one('text/plain; charset=iso-2022-jp', Buffer.from('9\u001b$B$"\u001b(B', 'latin1'), '7bit'),
    text: '9あ',
    kind: 'unclear',
    score: null,
  },
  {
    name: 'utf-7, which nobody reads',
    bytes: one('text/plain; charset=utf-7', '9 +AOk-', '7bit'),
    text: '9 +AOk-',
    kind: 'unclear',
    score: null,
  },
  {
    name: 'utf-16 with its mark',
    bytes: one('text/plain; charset=utf-16', Buffer.from('\uFEFF9 điểm', 'utf16le'), 'base64'),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'VNI, which has no charset',
    bytes: one('text/plain; charset=utf-8', 'Chín ñieåm, caûm ôn'),
    text: 'Chín ñieåm, caûm ôn',
    kind: 'unclear',
    score: null,
  },
  {
    name: 'bytes that are no utf-8',
    bytes: one('text/plain; charset=utf-8', Buffer.from([0x39, 0xff, 0xfe, 0xc3])),
    text: '9\uFFFD\uFFFD\uFFFD',
    score: null,
    kind: 'unclear',
  },
  {
    name: 'broken base64',
    bytes: rawMail({
      parts: [{ type: 'text/plain; charset=utf-8', body: 'OSDEkWnhu4Nt!!!*\r\n=', encoding: '7bit', head: [] }],
      head: ['Content-Transfer-Encoding: base64'],
    }),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'broken quoted-printable',
    bytes: rawMail({
      parts: [{ type: 'text/plain; charset=utf-8', body: '9 =ZZ =C3=\r\n=A0 =4', encoding: '7bit' }],
      head: ['Content-Transfer-Encoding: quoted-printable'],
    }),
    text: '9 =ZZ à =4',
    kind: 'unclear',
    score: null,
  },
  { name: 'only line feeds', bytes: rawMail({ parts: [plain('9\nnhanh')], lineEnd: '\n' }), text: '9\nnhanh', score: 9 },
  {
    name: 'the end is missing',
    bytes: rawMail({ parts: [plain('9 điểm'), html('<p>9 điểm')] }).subarray(0, -16),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'HTML with entities, a script and a style',
    bytes: one(
      'text/html; charset=utf-8',
      '<style>.a{top:1px}</style><script>alert(5)</script><p>Ch&iacute;n&nbsp;&#273;i&#7875;m &lt;3</p><p style="display:none">1</p>',
    ),
    text: 'Chín điểm <3',
    score: null,
    kind: 'unclear',
  },
  {
    name: 'HTML that never ends',
    bytes: one('text/html', '<div><table><tr><td>9 điểm<script>var x = 1'),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'an empty plain part beside HTML',
    bytes: rawMail({ parts: [plain('  \n'), html('<div>8 điểm</div>')] }),
    text: '8 điểm',
    score: 8,
  },
  {
    name: 'composed by a library, with a picture and a table attached',
    bytes: await new MailComposer({
      from: 'Lan <lan@example.com>',
      to: 'r+abc123@traloi.trasenviet.example.com',
      subject: 'Re: Ảnh hàng lỗi',
      text: '2 điểm, hàng bị lỗi',
      html: '<p>2 điểm, hàng bị lỗi</p><img src="cid:a">',
      attachments: [
        { filename: 'ảnh hộp trà.png', content: Buffer.alloc(300, 1), cid: 'a' },
        { filename: '..\\..\\bảng.xlsx', content: Buffer.alloc(20, 2) },
      ],
    })
      .compile()
      .build(),
    text: '2 điểm, hàng bị lỗi',
    score: 2,
    kind: 'complaint',
  },
]
