/** What became of a form about work, on the page that comes after it. */
import { html } from 'hono/html'
import { LONGEST_NAME, LONGEST_NOTE, LONGEST_REASON } from '#core/campaign/staff-text.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const DONE = ['closed', 'noted', 'reopened', 'assigned', 'taken', 'extended'] as const
const REFUSED = [
  'who-and-what',
  'who-and-why',
  'reached-or-not',
  'already-closed',
  'already-extended',
  'not-closed',
  'no-right',
  'no-such-work',
  'nobody-there',
  'changed-meanwhile',
  'contended',
  'too-long',
  'full',
] as const
export type WorkDone = (typeof DONE)[number]
export type WorkRefused = (typeof REFUSED)[number]

const WORDS = bothLanguages<Readonly<Record<WorkDone | WorkRefused, string>>>({
  vi: {
    closed: 'Đã đóng việc.',
    noted: 'Đã ghi chú, việc vẫn mở.',
    reopened: 'Đã mở lại việc.',
    assigned: 'Đã giao việc.',
    taken: 'Bạn đã nhận việc này.',
    extended: 'Đã gia hạn. Hãy báo khách lý do trước khi hạn cũ hết.',
    'who-and-what': 'Hãy ghi rõ đã làm gì, kết quả thế nào. Chưa có gì được ghi.',
    'who-and-why': 'Hãy ghi rõ lý do. Chưa có gì thay đổi.',
    'reached-or-not': 'Hãy chọn có gặp được khách hay không. Việc chưa đóng.',
    'already-closed': 'Việc này đã có người đóng trước đó: xem diễn biến bên dưới. Chưa có gì được ghi.',
    'already-extended': 'Việc này đã gia hạn rồi, và luật chỉ cho một lần.',
    'not-closed': 'Việc này đang mở, không cần mở lại.',
    'no-right': 'Việc này không có hạn theo luật để gia hạn.',
    'no-such-work': 'Không có việc này.',
    'nobody-there': 'Danh sách nhân viên không có người hay nhóm ấy, hoặc họ không đóng được việc. Việc vẫn ở chỗ cũ.',
    'changed-meanwhile': 'Trang bạn vừa xem đã cũ: có người đổi việc này sau đó. Hãy xem diễn biến rồi làm lại nếu vẫn cần.',
    contended: 'Việc này đang thay đổi: hãy thử lại.',
    'too-long': `Dài quá: tên nhiều nhất ${LONGEST_NAME} ký tự, lý do ${LONGEST_REASON}, kết quả nhiều nhất ${LONGEST_NOTE} ký tự. Chưa có gì được ghi.`,
    full: 'Việc này không còn chỗ ghi thêm: chỉ còn đóng được. Khi khách liên hệ lại, việc mới sẽ được mở.',
  },
  en: {
    closed: 'Closed.',
    noted: 'Noted; it stays open.',
    reopened: 'Reopened.',
    assigned: 'Handed over.',
    taken: 'You have taken it.',
    extended: 'Extended. Tell the customer why before the earlier deadline has passed.',
    'who-and-what': 'Say what was done, and what came of it. Nothing was written.',
    'who-and-why': 'Say why. Nothing has changed.',
    'reached-or-not': 'Say whether the customer was reached. It is not closed.',
    'already-closed': 'Somebody has closed this before: see its history below. Nothing was written.',
    'already-extended': 'It was extended before, and the law allows it once.',
    'not-closed': 'It is open: there is nothing to reopen.',
    'no-right': 'No law sets a deadline here that could be extended.',
    'no-such-work': 'There is no such work.',
    'nobody-there': 'The roster has no such person or team, or they could not close it. It stays where it was.',
    'changed-meanwhile':
      'The page you saw is out of date: somebody has changed this since. See its history, and do it again if it is still needed.',
    contended: 'It is being changed at this moment: try again.',
    'too-long': `Too long: a name has at most ${LONGEST_NAME} characters, a reason ${LONGEST_REASON}, what came of it at most ${LONGEST_NOTE}. Nothing was written.`,
    full: 'There is no room for more: it can only be closed. When the customer is in touch again, new work is opened.',
  },
})

/** Nothing for a word that is none of these. */
export function workSaidLine(word: string | undefined, locale: PageLocale): Html | string {
  const said = [...DONE, ...REFUSED].find((one) => one === word)
  if (said === undefined) return ''
  const isDone = DONE.some((one) => one === said)
  return html`<p class="${isDone ? 'said' : 'said warn'}" role="${isDone ? 'status' : 'alert'}">${WORDS[locale][said]}</p>`
}
