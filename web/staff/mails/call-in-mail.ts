/** One line of a list of calls in words: the same in the mail's two parts and in its files. */
import type { Customer } from '#core/customer/customer.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import type { Instant } from '#core/time/instant.ts'
import type { LocalDate } from '#core/time/local-date.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import type { Why } from '#core/work/day-list/day-line.ts'
import { isToRingBack } from '#core/work/missed-call.ts'
import { isOpen } from '#core/work/standing.ts'
import { callersNumber, type WorkItem } from '#core/work/work-item.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { type Addressee, salutationOf } from '#web/rendering/salutation.ts'
import { CALLS_WORDS } from '#web/staff/calls/calls-words.ts'
import { CALLS_MAIL_WORDS } from '#web/staff/mails/calls-mail-words.ts'
import { workPath } from '#web/staff/paths.ts'
import { NOTED_WRONG, WRONG_NUMBER, writtenPhone } from '#web/staff/phone-link.ts'
import { WORK_PAGE_WORDS } from '#web/staff/work/work-words.ts'
import { nameApart } from '#web/words/names-apart.ts'
import { reasonsInWords } from '#web/words/why-in-line.ts'
import { writtenInstant } from '#web/words/written.ts'

export type PersonToMail = Addressee & Pick<Customer, 'locale' | 'phone' | 'wrongPhone'>

/** Why a number is not dialled though it is the customer's: nobody is rung at it, or the customer refused calls such as these. */
export type StopInMail = 'suppressed' | 'wants-none' | null

export interface CallToMail {
  /** The rank in the list of the team; in an agent's own part of it from 1 without a gap. */
  readonly place: number
  readonly people: readonly (PersonToMail & { readonly stop: StopInMail })[]
  readonly items: readonly WorkItem[]
  /** The address of the one who rings. */
  readonly agent: string | null
  readonly why: readonly Why[]
  /** Of the open work for which nothing is agreed, the earliest first. */
  readonly dues: readonly { readonly item: WorkItem; readonly dueAt: Instant }[]
  readonly promiseAt: Instant | null
}

export interface CallTelling {
  readonly locale: PageLocale
  readonly zone: string
  readonly date: LocalDate
  readonly nameOf: (address: string) => string
  readonly campaignName: (campaignId: string) => string
  /** Of the staff app; null where it has none. */
  readonly staffUrl: string | null
}

export interface CallInMail {
  readonly place: string
  readonly people: readonly PersonInMail[]
  readonly agent: string | null
  readonly reasons: string
  readonly promise: string
  /** Empty where a time was agreed and nothing else is due. */
  readonly due: string
  readonly why: string
  readonly link: string | null
}

export interface PersonInMail {
  /** As the customer is addressed in their own language: `Chị Lan`, `Mr Minh`. */
  readonly form: string
  readonly fullName: string
  /** E.164; null without a number. */
  readonly phone: string | null
  /** False for a number that must not be rung. */
  readonly isDialled: boolean
  readonly readable: string
}

export function callInMail(call: CallToMail, { locale, zone, date, nameOf, campaignName, staffUrl }: CallTelling): CallInMail {
  const { place, people, items, agent, why, dues, promiseAt } = call
  const at = (instant: string) =>
    localDateAt(instant, zone) === date ? localTimeAt(instant, zone) : writtenInstant(instant, { zone, locale })
  const [first] = items
  const name = (item: WorkItem) => nameApart(item, { items, locale, at, campaignName })
  // As on the page: the time of one reason must not hide that of another.
  const isAlone = items.filter(isOpen).length < 2
  return {
    place: String(place),
    people:
      people.length > 0
        ? people.map((person) => personInMail(person, locale, { isReturned: items.some(isToRingBack), stop: person.stop }))
        : items.flatMap((item) => unknownCaller(item, locale)),
    agent: agent === null ? null : nameOf(agent),
    reasons: [...new Set(items.map(name))].join(', '),
    promise: promiseAt === null ? '' : at(promiseAt),
    due: dues.map(({ item, dueAt }) => (isAlone ? at(dueAt) : `${at(dueAt)} (${name(item)})`)).join(', '),
    why: reasonsInWords(why, { locale, at, nameOf }),
    link: staffUrl === null || !first ? null : `${staffUrl}${workPath(first.workId)}`,
  }
}

/** A caller of the hotline whose number no customer has. */
function unknownCaller(item: WorkItem, locale: PageLocale): readonly PersonInMail[] {
  const phone = callersNumber(item)
  const { form, name } = CALLS_MAIL_WORDS[locale].unknown
  return phone === null ? [] : [{ form, fullName: name, phone, isDialled: true, readable: writtenPhone(phone) }]
}

/** `isReturned`: the person rang in vain, and is rung back by the number, whoever has it. */
export function personInMail(
  customer: PersonToMail,
  locale: PageLocale,
  { isReturned = false, stop }: { readonly isReturned?: boolean; readonly stop: StopInMail },
): PersonInMail {
  const { fullName, greetingName, nameInSentence } = salutationOf({ customer, locale: customer.locale })
  const isVietnamese = customer.locale.startsWith('vi')
  const { phone } = customer
  const isWrong = isWrongPhone(customer)
  const isStopped = stop !== null && !isReturned
  const remarks = [
    ...(isWrong ? [(isReturned ? NOTED_WRONG : WRONG_NUMBER)[locale]] : []),
    ...(isStopped ? [stop === 'suppressed' ? WORK_PAGE_WORDS[locale].neverRing : CALLS_WORDS[locale].wantsNone] : []),
  ]
  const remark = remarks.length === 0 ? '' : ` (${remarks.join('; ')})`
  return {
    form: isVietnamese || nameInSentence === 'you' ? greetingName : nameInSentence,
    fullName,
    phone,
    isDialled: phone !== null && !isStopped && (!isWrong || isReturned),
    readable: phone === null ? CALLS_MAIL_WORDS[locale].noPhone : `${writtenPhone(phone)}${remark}`,
  }
}
