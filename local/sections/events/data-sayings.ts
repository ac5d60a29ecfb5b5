/** What becomes of personal data, and what about a customer cannot be read. */
import { html } from 'hono/html'
import type { EventReader, Sayings } from '#local/sections/events/event-reader.ts'
import type { Html } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    erased: 'đã xóa mọi dữ liệu của khách',
    purged: 'đã xóa dữ liệu quá hạn lưu giữ',
    unerased: 'chưa xóa xong dữ liệu của khách; hãy chạy lại lệnh xóa',
    unswept: 'chưa dọn hết phần đến muộn về một khách đã xóa; đêm sau làm tiếp',
    behind: (nights: number) => `${nights} đêm liền chưa xóa hết dữ liệu quá hạn lưu giữ`,
    consent: 'không đọc được sự đồng ý của',
    suppression: 'không đọc được danh sách chặn cho',
  },
  en: {
    erased: 'everything about a customer was erased',
    purged: 'what had been kept long enough was deleted',
    unerased: 'a customer’s data is not wholly erased; run the erasure again',
    unswept: 'what came late about an erased customer is not wholly removed; the next night goes on',
    behind: (nights: number) => `for ${nights} nights not all that was kept long enough could be deleted`,
    consent: 'the consent could not be read of',
    suppression: 'the suppression list could not be read for',
  },
})

export const DATA_SAYINGS: Sayings = {
  'person.erased': ({ locale, text }) => html`${WORDS[locale].erased}: ${text('customerId')}`,
  'data.purged': ({ locale }) => html`${WORDS[locale].purged}`,
  'erasure.unfinished': ({ locale, text }) => html`${WORDS[locale].unerased}: ${text('customerId')}`,
  'erasure.contended': unswept,
  'erasure.broken': unswept,
  'purge.behind': ({ locale, count }) => html`${WORDS[locale].behind(count('nights'))}`,
  'consent.unreadable': ({ locale, customer }) => html`${WORDS[locale].consent} ${customer()}`,
  'suppression.unreadable': ({ locale, customer }) => html`${WORDS[locale].suppression} ${customer()}`,
}

function unswept({ locale, text }: EventReader): Html {
  return html`${WORDS[locale].unswept}: ${text('customerId')}`
}
