/** What the functions of web/words make of the values they are given, for every case, in both languages. */
import { describe, expect, test } from 'vitest'
import { formEvidence, rowEvidence } from '#core/audience/consent-evidence.ts'
import type { DeferReason } from '#core/audience/outcome.ts'
import { SENDER_FAULTS } from '#core/planning/sending-stop.ts'
import { type Permission, rolesWith } from '#core/staff/role.ts'
import type { WorkEvent } from '#core/work/work-event.ts'
import { RIGHTS } from '#core/work/work-fact.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import {
  aMailSubject,
  aPerson,
  assignedTo,
  closingOn,
  notedBy,
  openedAt,
  reopenedBy,
  storedCase,
  storedRequest,
  storedWork,
} from '#test/support/work-builders.ts'
import { channelTitle, channelWords, contactPointTitle } from '#web/words/channels.ts'
import { reachedInWords } from '#web/words/closings.ts'
import { consentProof, consentSource, frequencyProof } from '#web/words/consent-words.ts'
import { deferredBecause } from '#web/words/deferred.ts'
import { namedCode } from '#web/words/named-code.ts'
import { onlyFor } from '#web/words/roles.ts'
import { faultInWords } from '#web/words/sender-faults.ts'
import { systemNotes, workInWords } from '#web/words/work.ts'
import { eventInWords } from '#web/words/work-events.ts'
import { weekdayName, writtenInstant, writtenMonth } from '#web/words/written.ts'

const LOCALES = ['vi', 'en'] as const
const both = (say: (locale: 'vi' | 'en') => string): readonly string[] => LOCALES.map(say)

test.each<[DeferReason, string, string]>([
  ['outside-hours', 'ngoài giờ được gửi', 'outside the hours for sending'],
  ['campaign-paused', 'chiến dịch đang tạm dừng', 'the campaign is paused'],
  ['words-missing', 'chưa có lời văn của phiên bản này', 'the words of this version are not there'],
  ['daily-quota', 'hôm nay nhà cung cấp không nhận thêm thư', 'the provider takes no more mails today'],
  ['provider-busy', 'nhà cung cấp đang bận', 'the provider is busy'],
  [
    'sender-stopped',
    'nhà cung cấp đang không nhận thư nào của công ty; sẽ tự gửi tiếp khi xong',
    'the provider takes no mail from us at the moment; it goes on by itself when that is over',
  ],
  ['resend', 'sẽ gửi lại theo quyết định của người phụ trách', 'goes out once more, as somebody decided'],
])('what a touch waits for: %s', (because, vi, en) => {
  const waits = { state: 'deferred', until: '2027-03-10T02:00:00.000Z', because } as const
  expect(both((locale) => deferredBecause(waits, locale))).toEqual([vi, en])
  expect(deferredBecause({ ...waits, heldUpBy: 'words-missing' }, 'vi')).toBe(`${vi}; chưa có lời văn của phiên bản này`)
})

describe('where a consent came from', () => {
  test.each([
    ['import', 'danh sách của công ty', 'the company’s list'],
    ['unsubscribe-page', 'trang ngừng nhận thư', 'the page for stopping mails'],
    ['one-click', 'nút ngừng nhận thư của hộp thư', 'the unsubscribe button of the mailbox'],
    ['mailto-unsubscribe', 'thư xin ngừng nhận', 'a mail that asks to stop'],
    ['reply', 'thư trả lời', 'a mail to us'],
    ['preference-page', 'trang Chọn nội dung muốn nhận', 'the page Choose what you receive'],
    ['spam-complaint', 'báo thư rác', 'marked as spam'],
    ['another program', 'another program', 'another program'],
    ['toString', 'toString', 'toString'],
  ])('%s', (source, vi, en) => {
    expect(both((locale) => consentSource(source, locale))).toEqual([vi, en])
  })

  const form = formEvidence({ token: 'abcdefghijklmnopqrst', shown: 'vi-0123abcd' })
  test.each([
    ['import', rowEvidence({ file: 'khach.csv', row: 7 }), 'khach.csv, dòng 7', 'khach.csv, row 7'],
    [
      'preference-page',
      form,
      'liên kết …efghijklmnopqrst; lời trên trang: Tiếng Việt, bản 0123abcd',
      'link …efghijklmnopqrst; words of the page: Vietnamese, version 0123abcd',
    ],
    ['one-click', 'abc', 'liên kết …abc', 'link …abc'],
    ['reply', 'm-1', 'thư số m-1', 'mail m-1'],
    ['another program', 'as it was', 'as it was', 'as it was'],
  ])('and its proof: %s', (source, evidence, vi, en) => {
    expect(both((locale) => consentProof({ source, evidence }, locale))).toEqual([vi, en])
  })

  test('how often is proved as a page of choices is', () => {
    expect(both((locale) => frequencyProof({ evidence: form }, locale))).toEqual(
      both((locale) => consentProof({ source: 'preference-page', evidence: form }, locale)),
    )
  })
})

const PERMISSIONS = [
  'see-people',
  'see-work',
  'reopen-work',
  'change-campaign',
  'redrive',
  'see-settings',
] as const satisfies readonly Permission[]

test.each(PERMISSIONS)('who alone may: %s', (permission) => {
  const [vi = '', en = ''] = both((locale) => onlyFor(permission, locale))
  expect(vi).toMatch(/^Chỉ dành cho: .+\.$/)
  expect(en).toMatch(/^Only for: .+\.$/)
  expect(en.split(', ')).toHaveLength(rolesWith(permission).length)
})

test('a fault of the sender that this version does not know is told by its name', () => {
  for (const fault of SENDER_FAULTS) expect(new Set(both((locale) => faultInWords(fault, locale))).size).toBe(2)
  expect(both((locale) => faultInWords('moon', locale))).toEqual(['moon', 'moon'])
})

test('a code is named in the reader’s language, and what is none stays', () => {
  expect(both((locale) => namedCode({ type: 'language', code: 'vi', locale }))).toEqual(['Tiếng Việt', 'Vietnamese'])
  expect(both((locale) => namedCode({ type: 'region', code: 'VN', locale }))).toEqual(['Việt Nam', 'Vietnam'])
  expect(both((locale) => namedCode({ type: 'region', code: 'no code', locale }))).toEqual(['no code', 'no code'])
})

test('channels and contact points within a sentence and at the head of a line, those without words by their id', () => {
  expect(channelWords('email')).toEqual({ vi: 'qua email', en: 'by e-mail' })
  expect(channelTitle('call')).toEqual({ vi: 'Qua điện thoại', en: 'By telephone' })
  expect(channelTitle('pigeon')).toEqual({ vi: 'Pigeon', en: 'Pigeon' })
  expect(contactPointTitle('phone')).toEqual({ vi: 'Số điện thoại', en: 'Telephone number' })
  expect(contactPointTitle('roof')).toEqual({ vi: 'roof', en: 'roof' })
})

describe('work', () => {
  const by = { is: 'staff', name: 'Mai' } as const
  test.each<[WorkEvent, string, string, string | null]>([
    [openedAt('A'), 'Mở lúc <A>', 'Opened at <A>', null],
    [{ is: 'opened', at: 'A', by }, 'Mở lúc <A>: Mai ghi lại yêu cầu', 'Opened at <A>: Mai noted a request', null],
    [
      { is: 'opened', at: 'A', by: { is: 'staff', name: null } },
      'Mở lúc <A>: nhân viên không ghi tên ghi lại yêu cầu',
      'Opened at <A>: a member of staff, not named noted a request',
      null,
    ],
    [notedBy('Hoa', 'máy bận', 'A'), 'Hoa ghi lúc <A>', 'Hoa noted at <A>', 'máy bận'],
    [assignedTo(aPerson('Mai'), 'A'), 'Mai nhận việc lúc <A>', 'Mai took it at <A>', null],
    [assignedTo(aPerson('Hoa'), 'A'), 'Mai giao cho Hoa lúc <A>', 'Mai handed it to Hoa at <A>', null],
    [
      assignedTo({ is: 'team', team: 'Cửa hàng' }, 'A'),
      'Mai giao cho nhóm Cửa hàng lúc <A>',
      'Mai handed it to the team Cửa hàng at <A>',
      null,
    ],
    [
      assignedTo({ is: 'everybody' }, 'A'),
      'Mai trả việc lại cho mọi người lúc <A>',
      'Mai gave it back to everybody at <A>',
      null,
    ],
    [reopenedBy('Mai', 'A', 'khách gọi lại'), 'Mai mở lại lúc <A>', 'Mai reopened it at <A>', 'khách gọi lại'],
    [{ is: 'extended', at: 'A', by, because: 'hỏi luật sư' }, 'Gia hạn lúc <A>, Mai', 'Extended at <A>, Mai', 'hỏi luật sư'],
    [
      { is: 'extended', at: null, by, because: '' },
      'Gia hạn (không ghi lúc nào), Mai',
      'Extended (when is not recorded), Mai',
      '',
    ],
    [
      closingOn('2027-02-08', { at: 'A', by, note: 'xong', reached: true }),
      'Đóng lúc <A>, Mai, đã gặp được khách',
      'Closed at <A>, Mai, the customer was reached',
      'xong',
    ],
  ])('%o', (event, vi, en, note) => {
    const at = (instant: string) => `<${instant}>`
    expect(eventInWords(event, storedRequest(), { locale: 'vi', at })).toEqual({ what: vi, note })
    expect(eventInWords(event, storedRequest(), { locale: 'en', at })).toEqual({ what: en, note })
  })

  const none = { campaignId: null, occurrenceId: null, replyId: null }
  const told = (what: 'complaint' | 'request' | 'question') =>
    storedCase({ subject: { is: 'told', what, workId: null, ...none } })
  test.each<[WorkItem, string, string]>([
    [told('complaint'), 'ghi nhận khiếu nại', 'noted a complaint'],
    [told('request'), 'ghi lại yêu cầu', 'noted a request'],
    [told('question'), 'ghi lại câu hỏi', 'noted a question'],
    [
      storedWork({ subject: { is: 'follow-up', workId: 'w', workingDays: 3, ...none } }),
      'hẹn gọi hỏi thăm lại',
      'agreed to ring again',
    ],
    [storedWork({ subject: { is: 'contact', direction: 'in', ...none } }), 'ghi lại lần liên hệ', 'noted a contact'],
    [storedWork(), 'mở việc này', 'opened it'],
  ])('what a member of staff opened is told as what it is: %#', (item, vi, en) => {
    const opened = { is: 'opened', at: 'A', by } as const
    expect(both((locale) => eventInWords(opened, item, { locale, at: () => 'A' }).what)).toEqual([
      `Mở lúc A: Mai ${vi}`,
      `Opened at A: Mai ${en}`,
    ])
  })

  test('whether the customer was reached, where that was asked', () => {
    expect(both((locale) => String(reachedInWords({ reached: false }, locale)))).toEqual([
      'chưa gặp được khách',
      'the customer was not reached',
    ])
    expect(reachedInWords({ reached: null }, 'vi')).toBeNull()
  })

  test('what it is about, and of a request about data which', () => {
    expect(both((locale) => workInWords(storedWork(), locale))).toEqual(['Gọi lại: điểm thấp', 'Call back: low score'])
    for (const ask of RIGHTS) {
      const item = storedRequest({ subject: { is: 'right', ask, law: { by: 'country', country: 'VN' }, replyId: null } })
      const [vi, en] = both((locale) => workInWords(item, locale))
      expect(vi).toMatch(/^Yêu cầu về dữ liệu cá nhân: .+/)
      expect(en).toMatch(/^Request about personal data: .+/)
    }
  })

  test('what the system notes on it', () => {
    const many = storedCase({
      subject: { is: 'many-replies', replyId: 'r', campaignId: null, occurrenceId: null },
      holds: [{ is: 'answer-refused' }],
    })
    expect(systemNotes(many, 'vi').join(' ')).toMatch(/khảo sát nhưng không ghi được.*nhiều thư cùng lúc/)
    expect(systemNotes(many, 'en').join(' ')).toMatch(/could not be recorded.*Many mails at once/)
    expect(systemNotes(storedCase({ subject: aMailSubject() }), 'en')).toEqual([])
  })
})

test('times, months and weekdays', () => {
  const zone = 'Asia/Ho_Chi_Minh'
  expect(both((locale) => writtenInstant('2027-02-06T02:00:00.000Z', { zone, locale }))).toEqual([
    '09:00 06/02/2027',
    '09:00 6 February 2027',
  ])
  expect(both((locale) => writtenMonth('2027-02', locale))).toEqual(['Tháng 2/2027', 'February 2027'])
  expect(both((locale) => weekdayName(7, locale))).toEqual(['Chủ Nhật', 'Sunday'])
})
