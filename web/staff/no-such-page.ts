/** The page of a path under which there is nothing to show. */
import { html } from 'hono/html'
import { mayDo } from '#core/staff/role.ts'
import type { Html } from '#web/customer/page.ts'

import { type Frame, framePage } from '#web/staff/frame.ts'
import type { REHEARSALS, STAFF_SECTIONS } from '#web/staff/sections.ts'
import { typedWords } from '#web/staff/typed-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    page: 'Không có trang này',
    occurrence: 'Không có dịp này',
    campaign: 'Không có chiến dịch này',
    customer: 'Không có khách hàng này',
    recipient: 'Khách này không thuộc dịp này, hoặc đã được xóa',
    work: 'Không có việc này',
    mail: 'Thư gốc không còn được lưu.',
    'large-mail': 'Thư gốc quá lớn để tải ở đây.',
    file: 'Vụ việc này không có tệp ấy, hoặc tệp không còn được lưu.',
    report: 'Không có báo cáo hay chỉ số này',
    budget: 'Không có ngân sách này, hoặc không có khoản này trong đó',
    rehearsal: 'Không có lần diễn tập này, hoặc nó không có ngày ấy',
  },
  en: {
    page: 'No such page',
    occurrence: 'No such occurrence',
    campaign: 'No such campaign',
    customer: 'No such customer',
    recipient: 'This customer is not part of the occurrence, or was erased',
    work: 'No such work',
    mail: 'The mail as it came is no longer kept.',
    'large-mail': 'The mail as it came is too large to be saved from here.',
    file: 'The case has no such file, or it is no longer kept.',
    report: 'No such report or figure',
    budget: 'No such budget, or no such line in it',
    rehearsal: 'No such rehearsal, or no such day in it',
  },
})

/** Whoever came by a link cannot mend it. */
const HELP = bothLanguages({
  vi: { page: 'Nếu bạn gõ địa chỉ, hãy xem lại. Nếu một liên kết dẫn đến đây, hãy báo người vận hành.' },
  en: { page: 'If you typed the address, look at it again. If a link led here, tell an operator.' },
})

export type Missing = keyof (typeof WORDS)['vi']

/** The section that stays marked in the head of the page; a path that no page has belongs to none. */
const SECTIONS: Readonly<Record<Missing, (typeof STAFF_SECTIONS)[number]['id'] | typeof REHEARSALS.id | null>> = {
  page: null,
  occurrence: 'occurrences',
  campaign: 'campaigns',
  customer: 'customers',
  recipient: 'occurrences',
  work: 'work',
  mail: 'listening',
  'large-mail': 'listening',
  file: 'work',
  report: 'report',
  budget: 'budgets',
  rehearsal: 'rehearsals',
}

export function noSuchPage(frame: Frame, missing: Missing): Html {
  const title = WORDS[frame.locale][missing]
  return framePage({
    frame,
    section: SECTIONS[missing],
    title,
    body: html`<h1>${title}</h1>${missing === 'page' ? html`<p>${HELP[frame.locale].page}</p>` : ''}${typedWords(frame)}${wayBack(frame, missing)}`,
  })
}

/** To the section that the page belongs to, or else to the first that the visitor may see. */
function wayBack({ locale, visitor, sections }: Frame, missing: Missing): Html | string {
  const open = sections.filter(({ needs }) => needs !== null && visitor !== null && mayDo(visitor.role, needs))
  const section = open.find(({ id }) => id === SECTIONS[missing]) ?? open[0]
  return section ? html`<p><a href="${section.path}">← ${section.name[locale]}</a></p>` : ''
}
