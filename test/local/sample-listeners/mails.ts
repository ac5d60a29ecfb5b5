/** Mails as they lie in a sample customer's mailbox. */
import type { MailboxMessage } from '#local/aws/ses/mailbox.ts'
import type { MailAsRead } from '#local/sample-listeners/mail-as-read.ts'

export const PAGES = 'http://pages.test'

export const aMessage = (over: Partial<MailboxMessage>): MailboxMessage => ({
  messageId: 'm-1',
  at: '2027-03-10T03:00:00.000Z',
  from: 'Trà Sen Việt <chamsoc@trasen.example.com>',
  to: ['lan@example.com'],
  cc: [],
  bcc: [],
  replyTo: ['r1abc@replies.example.com'],
  subject: 'Chị có hài lòng với đơn hàng vừa rồi không ạ?',
  html: `<!doctype html><html lang="vi"><body><p>Chị Lan thân mến, từ 1 đến 5 ạ?</p>
    <a href="${PAGES}/s/tok?score=1">1</a><a href="${PAGES}/s/tok?score=2">2</a><a href="${PAGES}/s/tok?score=3">3</a>
    <a href="${PAGES}/s/tok?score=4">4</a><a href="${PAGES}/s/tok?score=5">5</a><a href="${PAGES}/s/tok">mở trang</a>
    <a href="https://trasen.example.com/shop">website</a><a href="${PAGES}/u/stop&#x3D;">dừng</a><a href="${PAGES}/p/pref">chọn</a></body></html>`,
  text: `Chị Lan thân mến, 5 = rất hài lòng, dừng nhận thư: ${PAGES}/u/stop=\nChọn: ${PAGES}/p/pref`,
  headers: [
    { name: 'List-Unsubscribe', value: `<${PAGES}/u/stop=>, <mailto:s1abc@replies.example.com?subject=unsubscribe>` },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ],
  attachments: [],
  tags: [{ name: 'customer', value: 'Yy0wMDE' }],
  configurationSet: null,
  recipients: [{ address: 'lan@example.com', kind: 'to', state: 'delivered' }],
  ...over,
})

export const aMailAsRead = (over: Partial<MailAsRead>): MailAsRead => ({
  message: aMessage({}),
  at: '2027-03-10T03:00:00.000Z',
  address: 'lan@example.com',
  locale: 'vi',
  asks: 'csat',
  links: [`${PAGES}/s/tok`],
  survey: `${PAGES}/s/tok`,
  preferences: `${PAGES}/p/pref`,
  solved: null,
  isOfCase: false,
  oneClick: `${PAGES}/u/stop=`,
  stopAddress: 's1abc@replies.example.com',
  ...over,
})
