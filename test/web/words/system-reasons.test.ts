import { expect, test } from 'vitest'
import { type SystemReason, writtenReason } from '#core/planning/system-reason.ts'
import { outcomeInWords } from '#web/words/outcomes.ts'
import { pauseInWords, reasonWritten } from '#web/words/system-reasons.ts'

test.each<[SystemReason, string, string]>([
  [
    { is: 'settled', as: 'sent', by: 'Hoa', because: 'khách đã cảm ơn' },
    'Hoa ghi là đã gửi: khách đã cảm ơn',
    'Hoa settled it as sent: khách đã cảm ơn',
  ],
  [{ is: 'settled', as: 'not-sent', by: 'Hoa', because: 'x' }, 'Hoa ghi là chưa gửi: x', 'Hoa settled it as not sent: x'],
  [{ is: 'proven' }, 'nhà cung cấp báo sau rằng thư đã đi', 'the provider reported later that the mail left'],
  [
    { is: 'no-answer', claimedAt: 'A', until: 'B' },
    'giao cho nhà cung cấp lúc <A>, đến <B> vẫn chưa ghi được câu trả lời nào',
    'handed to the provider at <A>, and no answer recorded by <B>',
  ],
  [{ is: 'no-address' }, 'khách không có địa chỉ', 'the customer has no address'],
])('%o in both languages', (reason, vi, en) => {
  const at = (instant: string) => `<${instant}>`
  const written = writtenReason(reason)
  expect([reasonWritten(written, { locale: 'vi', at }), reasonWritten(written, { locale: 'en', at })]).toEqual([vi, en])
})

test('what the provider said stays as it is', () => {
  expect(reasonWritten('MessageRejected', { locale: 'vi', at: String })).toBe('MessageRejected')
})

test('an outcome tells the system’s own reasons in the language of the page', () => {
  const reader = { locale: 'vi', zone: 'Asia/Ho_Chi_Minh', campaignName: String } as const
  const reason = writtenReason({ is: 'settled', as: 'not-sent', by: 'Hoa', because: 'x' })
  const failed = outcomeInWords({ state: 'failed', at: '2027-03-10T02:00:00.000Z', reason }, reader)
  expect(failed.reason).toBe('Hoa ghi là chưa gửi: x')
  const evidence = writtenReason({ is: 'no-answer', claimedAt: '2027-03-10T02:00:00.000Z', until: '2027-03-10T02:20:00.000Z' })
  const unknown = outcomeInWords({ state: 'unknown', since: '2027-03-10T02:00:00.000Z', evidence }, reader)
  expect(unknown.detail).toBe(
    'giao cho nhà cung cấp lúc 09:00 10/03/2027, đến 09:20 10/03/2027 vẫn chưa ghi được câu trả lời nào',
  )
})

test.each([
  ['bounced', 'vi', 'tỷ lệ thư bị trả lại quá cao: 5 trên 1.200 thư đã gửi'],
  ['complained', 'vi', 'tỷ lệ khách báo thư rác quá cao: 5 trên 1.200 thư đã gửi'],
  ['bounced', 'en', 'too many mails came back: 5 of 1,200 sent'],
  ['complained', 'en', 'too many mails were marked as spam: 5 of 1,200 sent'],
] as const)('a pause of the system’s own because of %s, in %s', (trouble, locale, because) => {
  const pause = { trouble, count: 5, sent: 1_200, occurrenceId: 'tet_2027-02-06' }
  expect(pauseInWords(pause, locale)).toEqual({ by: locale === 'vi' ? 'hệ thống' : 'the system', because })
})
