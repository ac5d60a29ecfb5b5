/** What the customer of a case is to get for what went wrong, on its screen: how each stands, by whom it may be approved, and what the period has left. */
import { html } from 'hono/html'
import { type Compensation, itemNamed } from '#core/campaign/compensation.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import type { Instant } from '#core/time/instant.ts'
import { decisionRefusal } from '#core/work/case/compensation-act.ts'
import { type CaseCompensation, compensatedInParts, compensationsOf } from '#core/work/case/compensations.ts'
import { mergedInto } from '#core/work/case/merging.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { History } from '#core/work/work-event.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html, PageLocale } from '#web/customer/page.ts'
import { chip } from '#web/staff/chip.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { amountInWords } from '#web/words/compensation-events.ts'
import { COMPENSATION_STATE_WORDS } from '#web/words/compensations.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Bù đắp',
    asked: (who: string, at: string) => `${who} đề nghị lúc ${at}`,
    approvers: (names: string) => `Duyệt được: ${names}`,
    nobody: 'Danh sách nhân viên không có ai khác duyệt được khoản này.',
    gone: 'Khoản này không còn trong danh mục: không duyệt được nữa, chỉ rút được.',
    room: { month: (left: string) => `Hạn mức tháng này còn ${left}`, quarter: (left: string) => `Hạn mức quý này còn ${left}` },
    inParts: (amount: string) => `Thêm ${amount} ở vụ việc đã gộp vào đây, tính chung vào hạn mức theo vai trò`,
  },
  en: {
    title: 'Compensation',
    asked: (who: string, at: string) => `asked for by ${who} at ${at}`,
    approvers: (names: string) => `May approve it: ${names}`,
    nobody: 'The roster has no other person who may approve it.',
    gone: 'It is not in the catalogue any more: it can only be withdrawn.',
    room: {
      month: (left: string) => `Left of the limit of this month: ${left}`,
      quarter: (left: string) => `Left of the limit of this quarter: ${left}`,
    },
    inParts: (amount: string) => `${amount} more in a case that became part of this one, counted with it for the limits by role`,
  },
})

interface CompensationShown {
  readonly catalogue: Compensation | null
  readonly people: readonly StaffMember[]
  /** The case itself, or of which it became a part. */
  readonly goesOn: History
  /** What the period has left; null without a catalogue. */
  readonly room: number | null
}

/** Nothing in a case without compensation: what is left then stands beside the form. */
export function compensationSection(item: Case, shown: CompensationShown, { locale, company }: Frame): Html | string {
  const compensations = compensationsOf(item)
  // Of the case that goes on the sums of the parts are read as they stand; of a part it is another case.
  const inParts = compensatedInParts(mergedInto(item) === null ? shown.goesOn : item)
  if (compensations.length === 0 && inParts === 0) return ''
  const words = WORDS[locale]
  const at = (instant: Instant) => writtenInstant(instant, { zone: company.zone, locale })
  const line = (one: CaseCompensation) => {
    const { asked, state } = one
    return html`<li data-compensation="${state}"><b>${asked.name[locale]}</b>, ${amountInWords(asked.amount, locale)} ${chip(COMPENSATION_STATE_WORDS[locale][state], TONES[state])}<br><small>${words.asked(staffNamed(nameOf(asked.by), locale), at(asked.at))}</small>${
      state === 'asked' ? html`<br><small>${whoDecides(one, { shown, locale })}</small>` : ''
    }</li>`
  }
  return html`<section data-compensations><h2>${words.title}</h2><ul class="plain">${compensations.map(line)}</ul>${inParts === 0 ? '' : html`<p data-in-parts><small>${words.inParts(amountInWords(inParts, locale))}</small></p>`}${roomLine(shown, locale)}</section>`
}

const TONES = { asked: 'warn', approved: 'plain', refused: 'quiet', withdrawn: 'quiet', given: 'good' } as const

export function roomLine({ catalogue, room }: Pick<CompensationShown, 'catalogue' | 'room'>, locale: PageLocale): Html | string {
  if (catalogue === null || room === null) return ''
  return html`<p class="quiet" data-room="${room}"><small>${WORDS[locale].room[catalogue.period](amountInWords(room, locale))}</small></p>`
}

/** By their names, so that the one who asked knows whom to tell. */
function whoDecides(
  one: CaseCompensation,
  { shown: { catalogue, people, goesOn }, locale }: { readonly shown: CompensationShown; readonly locale: PageLocale },
): string {
  const words = WORDS[locale]
  if (!itemNamed(catalogue, one.asked.item)) return words.gone
  const approvers = people.filter(
    ({ role, ...by }) => decisionRefusal(goesOn, { one, by, role }, { compensation: catalogue }) === null,
  )
  return approvers.length === 0 ? words.nobody : words.approvers(approvers.map(({ name }) => name).join(', '))
}
