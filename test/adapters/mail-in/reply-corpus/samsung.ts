/**
 * Samsung Email. Its plain part has lost every line end: the answer, "Sent from my Galaxy", the head and the whole quote are one line, while
 * its HTML part is well formed.
 */
import { both, type CorpusMail, onlyHtml, onlyPlain, WHO } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { asHtml, LETTER } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const GLUED_LETTER = LETTER.replaceAll('\n', '')
const HEAD = `From: ${WHO} Date: 10/3/27  09:00  (GMT+07:00) To: lan@example.com Subject: Anh/Chị thấy thế nào? `
const HEAD_VI = `Từ: ${WHO} Ngày: 10/3/27  09:00  (GMT+07:00) Đến: lan@example.com Chủ đề: Anh/Chị thấy thế nào? `
const glued = (words: string) => `${words}Sent from my Galaxy -------- Original message --------${HEAD}${GLUED_LETTER}`
const gluedVi = (words: string) => `${words}Gửi từ Galaxy của tôi-------- Tin nhắn gốc --------${HEAD_VI}${GLUED_LETTER}`
const markup = (words: string, { divider = 'Original message', sent = 'Sent from my Galaxy' } = {}) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body dir="auto">${words}<div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">${sent}</div></div><div dir="auto"><br></div><div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- ${divider} --------</div><div>From: Trà Sen Việt &lt;r+abc123@traloi.trasenviet.example.com&gt; </div><div>Date: 10/3/27  09:00  (GMT+07:00) </div><div>To: lan@example.com </div><div>Subject: Anh/Chị thấy thế nào? </div><div><br></div></div>${asHtml(LETTER)}</body></html>`
const div = (...lines: readonly string[]) => lines.map((line) => `<div dir="auto">${line}</div>`).join('')

export const samsungMails: readonly CorpusMail[] = [
  {
    name: 'plain only, a complaint',
    bytes: onlyPlain(glued('Trà bị mốc, rất thất vọng.')),
    text: 'Trà bị mốc, rất thất vọng.',
    kind: 'complaint',
  },
  { name: 'plain only, a score glued to the advert', bytes: onlyPlain(glued('9 điểm')), text: '9 điểm', score: 9 },
  {
    name: 'plain only, English',
    bytes: onlyPlain(glued('Box arrived broken, please call me.')),
    text: 'Box arrived broken, please call me.',
    kind: 'complaint',
  },
  {
    name: 'plain only, Vietnamese',
    bytes: onlyPlain(gluedVi('Giao chậm quá. Cho 4 thôi.')),
    text: 'Giao chậm quá. Cho 4 thôi.',
    score: 4,
    kind: 'complaint',
  },
  {
    name: 'plain only, without an advert',
    bytes: onlyPlain(`8-------- Original message --------${HEAD}${GLUED_LETTER}`),
    text: '8',
    score: 8,
  },
  {
    name: 'plain only, the advert of an operator',
    bytes: onlyPlain(
      `Great tea, 9Sent from my Viettel, Samsung Galaxy smartphone\n-------- Original message --------${HEAD}${GLUED_LETTER}`,
    ),
    text: 'Great tea, 9',
    score: 9,
  },
  {
    name: 'plain only, line ends kept before the divider only',
    bytes: onlyPlain(`10 điểm\n\n\nSent from my Galaxy\n\n-------- Original message --------${HEAD}${GLUED_LETTER}`),
    text: '10 điểm',
    score: 10,
  },
  {
    name: 'both parts, a complaint',
    bytes: both(glued('Trà bị mốc.Gọi lại cho tôi.'), markup(div('Trà bị mốc.', 'Gọi lại cho tôi.'))),
    text: 'Trà bị mốc.\nGọi lại cho tôi.',
    kind: 'complaint',
  },
  {
    name: 'both parts, a score on its own line',
    bytes: both(glued('9Giao nhanh'), markup(div('9', 'Giao nhanh'))),
    text: '9\nGiao nhanh',
    score: 9,
  },
  {
    name: 'both parts without a quote, lines lost in one of them',
    bytes: both(
      '9 điểmHàng đẹpSent from my Galaxy',
      `<html><body dir="auto">${div('9 điểm', 'Hàng đẹp')}<div id="composer_signature" dir="auto"><div dir="auto">Sent from my Galaxy</div></div></body></html>`,
    ),
    text: '9 điểm\nHàng đẹp',
    score: 9,
  },
  {
    name: 'both parts, Vietnamese',
    bytes: both(gluedVi('Mười điểm'), markup(div('Mười điểm'), { divider: 'Tin nhắn gốc', sent: 'Gửi từ Galaxy của tôi' })),
    text: 'Mười điểm',
    score: 10,
  },
  {
    name: 'HTML only, words typed into the signature',
    bytes: onlyHtml(markup(div('3'), { sent: 'Sent from my Galaxy</div><div>Đừng gửi thư nữa nhé' })),
    text: '3\nĐừng gửi thư nữa nhé',
    score: 3,
    kind: 'optOut',
  },
  {
    name: 'second mail of a thread, plain only',
    bytes: onlyPlain(
      `Vẫn chưa ai gọi lại cho tôi.Sent from my Galaxy -------- Original message --------From: Chăm sóc khách hàng <cskh@trasenviet.example.com> Date: 11/3/27  10:00  (GMT+07:00) To: lan@example.com Subject: Re: Anh/Chị thấy thế nào? Chúng tôi sẽ gọi ngay.On Wed, Mar 10, 2027 at 9:30 AM Lan <lan@example.com> wrote:${glued('Trà bị mốc')}`,
    ),
    text: 'Vẫn chưa ai gọi lại cho tôi.',
    kind: 'request',
  },
  {
    name: 'second mail of a thread, both parts',
    bytes: both(
      `Cảm ơn, đã nhận được trà mới.Sent from my Galaxy -------- Original message --------From: CSKH <cskh@trasenviet.example.com> Date: 11/3/27  10:00  (GMT+07:00) To: lan@example.com Subject: Re: Z Đã gửi lại trà.-------- Original message --------From: Lan <lan@example.com> Date: 10/3/27 To: CSKH Subject: Z 2 điểm, ngừng gửi thư`,
      markup(div('Cảm ơn, đã nhận được trà mới.')).replace(
        asHtml(LETTER),
        `${asHtml('Đã gửi lại trà.')}<div>-------- Original message --------</div>${asHtml('2 điểm, ngừng gửi thư')}`,
      ),
    ),
    text: 'Cảm ơn, đã nhận được trà mới.',
    kind: 'unclear',
  },
]
