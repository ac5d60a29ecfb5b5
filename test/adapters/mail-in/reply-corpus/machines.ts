/** Mails no person wrote, and opt-outs and complaints as whole mails. */
import type { CorpusMail } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { html, LETTER, plain, quoted, rawMail } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const said = (text: string, head: readonly string[] = [], without: readonly string[] = []) =>
  rawMail({ parts: [plain(text)], head, without })

export const otherMails: readonly CorpusMail[] = [
  {
    name: 'Gmail vacation, Vietnamese',
    bytes: said(
      'Tôi đang vắng mặt đến 15/3.',
      [
        'Subject: =?UTF-8?B?VHLhuqMgbOG7nWkgdOG7sSDEkeG7mW5nOiBLaOG6o28gc8OhdA==?=',
        'Auto-Submitted: auto-replied',
        'Precedence: bulk',
      ],
      ['subject'],
    ),
    text: 'Tôi đang vắng mặt đến 15/3.',
    kind: 'autoReply',
  },
  {
    name: 'Exchange out of office, English, told by the subject alone',
    bytes: said(
      'I am out of the office until 9 March. Please stop by room 9.',
      ['Subject: Automatic reply: How was it?', 'X-Auto-Response-Suppress: All'],
      ['subject'],
    ),
    text: 'I am out of the office until 9 March. Please stop by room 9.',
    kind: 'autoReply',
  },
  {
    name: 'a person with Outlook, whose mail suppresses auto-responses',
    bytes: said('9', ['X-Auto-Response-Suppress: DR, OOF, AutoReply']),
    text: '9',
    score: 9,
  },
  {
    name: 'returned mail of Postfix',
    bytes: rawMail({
      multipart: 'report',
      head: [
        'Return-Path: <>',
        'From: MAILER-DAEMON@mail.example.com (Mail Delivery System)',
        'Subject: Undelivered Mail Returned to Sender',
        'Auto-Submitted: auto-replied',
      ],
      without: ['return-path', 'from', 'subject'],
      parts: [
        plain('This is the mail system at host mail.example.com.\n\n<lan@example.com>: user unknown'),
        {
          type: 'message/delivery-status',
          body: 'Reporting-MTA: dns; mail.example.com\n\nFinal-Recipient: rfc822; lan@example.com\nAction: failed\nStatus: 5.1.1\n',
        },
        { type: 'message/rfc822', body: `Subject: Survey\n\n${LETTER}` },
      ],
    }),
    text: 'This is the mail system at host mail.example.com.\n\n<lan@example.com>: user unknown',
    kind: 'bounce',
  },
  {
    name: 'a message of a list',
    bytes: said('9', ['List-Id: <all.example.com>', 'Precedence: list']),
    text: '9',
    kind: 'autoReply',
  },
  {
    name: 'spam, as the mail service says; a forged pass below changes nothing',
    bytes: said('STOP', ['X-SES-Spam-Verdict: FAIL', 'X-SES-Virus-Verdict: PASS', 'X-SES-Spam-Verdict: PASS']),
    text: 'STOP',
    kind: 'optOut',
  },
  {
    name: 'Dừng, over a quote',
    bytes: said(`Dừng\n\nVào 10 thg 3, 2027, lúc 09:00, X <a@b.example> đã viết:\n${quoted(LETTER)}`),
    text: 'Dừng',
    kind: 'optOut',
    language: 'vi',
  },
  { name: 'HUY from a telephone', bytes: said('HUY\n\nSent from my Nokia'), text: 'HUY', kind: 'optOut' },
  { name: 'a mailto unsubscribe', bytes: said('', ['Subject: unsubscribe'], ['subject']), text: '', kind: 'optOut' },
  {
    name: 'không nhận nữa, HTML only',
    bytes: rawMail({ parts: [html('<div>T&ocirc;i kh&ocirc;ng mu&#7889;n nh&#7853;n th&#432; n&agrave;y n&#7919;a</div>')] }),
    text: 'Tôi không muốn nhận thư này nữa',
    kind: 'optOut',
  },
  {
    name: 'a stop of all surveys, in base64',
    bytes: rawMail({ parts: [plain('dừng tất cả khảo sát', { encoding: 'base64' })] }),
    text: 'dừng tất cả khảo sát',
    kind: 'optOut',
  },
  {
    name: 'must not stop: a question about mail that stopped, over a quote',
    bytes: said(
      `Tại sao không gửi thư cho tôi nữa? Tôi rất thích\n\nOn Wed, Mar 10, 2027 X <a@b.example> wrote:\n${quoted(LETTER)}`,
    ),
    text: 'Tại sao không gửi thư cho tôi nữa? Tôi rất thích',
    kind: 'request',
  },
  {
    name: 'must not stop: nothing else is needed',
    bytes: said("I don't need anything else, thank you!\n\nSent from my iPhone"),
    text: "I don't need anything else, thank you!",
    kind: 'unclear',
  },
  {
    name: 'must not stop: goods that are refused',
    bytes: said('Hàng giao trễ quá, tôi không nhận nữa'),
    text: 'Hàng giao trễ quá, tôi không nhận nữa',
    kind: 'complaint',
  },
  {
    name: 'a name from a telephone is no score',
    bytes: said('Anh Tám\nGửi từ iPhone'),
    text: 'Anh Tám',
    kind: 'unclear',
  },
  {
    name: 'a complaint without a score',
    bytes: said('Hàng bị vỡ, gọi mãi không ai nghe máy.'),
    text: 'Hàng bị vỡ, gọi mãi không ai nghe máy.',
    kind: 'complaint',
    language: 'vi',
  },
  {
    name: 'an English complaint',
    bytes: said('The teapot arrived broken and nobody answered. I want a refund.'),
    text: 'The teapot arrived broken and nobody answered. I want a refund.',
    kind: 'complaint',
    language: 'en',
  },
  {
    name: 'a request without marks',
    bytes: said('cho minh hoi khi nao co tra moi vay shop'),
    text: 'cho minh hoi khi nao co tra moi vay shop',
    kind: 'request',
    language: 'vi',
  },
  {
    name: 'a wish for erasure',
    bytes: said('Vui lòng xóa toàn bộ dữ liệu cá nhân của tôi.'),
    text: 'Vui lòng xóa toàn bộ dữ liệu cá nhân của tôi.',
    kind: 'request',
  },
  { name: 'a smiley', bytes: said('👍'), text: '👍', kind: 'unclear', language: 'und' },
  { name: 'nothing at all', bytes: new Uint8Array(), text: '', kind: 'unclear' },
  { name: 'no head', bytes: Buffer.from('\r\n9'), text: '9', score: 9 },
]
