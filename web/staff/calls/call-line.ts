/** One line of the calls of a day: whom to ring by which number, why now, how it stands, and where its work is. */
import { html } from 'hono/html'
import type { Instant } from '#core/time/instant.ts'
import { isByStaff } from '#core/work/day-list/what-became.ts'
import { nameOf as nameOfStaff } from '#core/work/event-staff.ts'
import { isToRingBack } from '#core/work/missed-call.ts'
import { isBroken } from '#core/work/promise-time.ts'
import { isOpen } from '#core/work/standing.ts'
import type { Owner } from '#core/work/work-event.ts'
import { callersNumber, type WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import type { CallShown, CallsShown, PersonShown } from '#web/staff/calls/calls-shown.ts'
import { CALLS_WORDS as WORDS } from '#web/staff/calls/calls-words.ts'
import { chip } from '#web/staff/chip.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { customersPhone, phoneLink, phoneToRingBack, writtenPhone } from '#web/staff/phone-link.ts'
import { isStopped } from '#web/staff/work/behind.ts'
import { handOverNote } from '#web/staff/work/hand-over-note.ts'
import { leaseChip } from '#web/staff/work/lease-line.ts'
import { WORK_PAGE_WORDS } from '#web/staff/work/work-words.ts'
import { CALL_END_WORDS, dispositionInWords } from '#web/words/calls.ts'
import { reachedInWords } from '#web/words/closings.ts'
import { nameApart } from '#web/words/names-apart.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { reasonsInWords } from '#web/words/why-in-line.ts'

export interface Telling {
  readonly frame: Frame
  readonly shown: CallsShown
  readonly at: (instant: Instant) => string
}

export function callLine(call: CallShown, telling: Telling): Html {
  const { frame, shown } = telling
  const { locale } = frame
  const words = WORDS[locale]
  const isToRing = !call.isDone && shown.date === shown.today
  return html`<article class="work" data-call="${call.number}">
          <h3><span class="number">${call.number}.</span> ${call.items.map((item) => html`<a href="${workPath(item.workId)}">${taskOf(item, call, telling)}</a>${!call.isDone && !isOpen(item) ? html` ${chip(words.closed, 'quiet')}` : ''} ${isToRing ? leaseChip(item, frame) : ''} `)}${ringer(call, telling)}</h3>
          ${call.people.length === 0 ? unknownCaller(call, { frame, isToRing }) : call.people.map((person) => whom(person, { frame, isToRing, isReturned: call.items.some(isToRingBack) }))}
          ${call.isDone || call.people.length < 2 ? '' : html`<p class="said warn">${words.askWho}</p>`}
          ${call.isDone ? '' : call.items.map((item) => handOverNote(item, frame))}
          ${call.isDone ? doneLine(call, telling) : openLines(call, telling)}
        </article>`
}

/** Where customers share the number, their tasks are told apart by whom they are about. */
function taskOf(item: WorkItem, { people, items }: CallShown, { frame: { locale }, shown, at }: Telling): string {
  const about = people.length < 2 ? undefined : people.find(({ customer }) => customer.customerId === item.customerId)
  const name = nameApart(item, { items, locale, at, campaignName: shown.campaignName })
  return about ? `${name}: ${spokenTo(about.customer)}` : name
}

/** Honorifics are Vietnamese words in either language of this page. */
const spokenTo = (customer: PersonShown['customer']): string => salutationOf({ customer, locale: 'vi' }).greetingName

function ringer({ agent }: CallShown, { frame, shown }: Telling): Html | string {
  const words = WORDS[frame.locale]
  if (shown.whose === 'own') return ''
  if (agent === null) return chip(words.nobodyRings, 'warn')
  return agent === shown.visitor.address ? chip(words.you, 'good') : chip(words.rings(shown.nameOf(agent)))
}

interface Ringing {
  readonly frame: Frame
  readonly isToRing: boolean
}

/** A caller of the hotline whose number no customer has. */
function unknownCaller({ items }: CallShown, { frame: { locale }, isToRing }: Ringing): Html {
  const [number] = items.flatMap((item) => callersNumber(item) ?? [])
  if (number === undefined) return html`<p class="quiet">${WORDS[locale].gone}</p>`
  return html`<p>${WORK_PAGE_WORDS[locale].nobody} · ${isToRing ? phoneLink(number) : html`<small class="days">${writtenPhone(number)}</small>`}</p>`
}

/** A number that must not be rung, and one on a list to read only, is no link. Who rang first may be rung back. */
function whom(
  { customer, stops, wantsNoCalls }: PersonShown,
  { frame: { locale }, isToRing, isReturned }: Ringing & { readonly isReturned: boolean },
): Html {
  const words = WORK_PAGE_WORDS[locale]
  const { customerId, fullName, phone } = customer
  const isForbidden = phone !== null && isStopped(phone, stops)
  const number =
    phone === null
      ? html`<small>${words.noPhone}</small>`
      : ((isForbidden || wantsNoCalls) && !isReturned) || !isToRing
        ? html`<small class="days">${writtenPhone(phone)}</small>`
        : isReturned
          ? phoneToRingBack(customer, locale)
          : customersPhone(customer, locale)
  return html`<p>${customerLink({ customerId, name: fullName }, locale)} · <b>${spokenTo(customer)}</b> · ${number}${isForbidden ? html` ${chip(words.neverRing, 'warn')}` : ''}${wantsNoCalls ? html` ${chip(WORDS[locale].wantsNone, 'warn')}` : ''}</p>`
}

function openLines(call: CallShown, telling: Telling): Html {
  const { promiseAt, attempts, why, moved } = call
  const { frame, shown, at } = telling
  const { locale, now } = frame
  const words = WORDS[locale]
  const missed = promiseAt !== null && isBroken(promiseAt, now) ? html` ${chip(words.missed, 'warn')}` : ''
  const agreed = promiseAt === null ? '' : html`<b>${words.promiseAt(at(promiseAt))}</b>${missed}`
  const due = duesOf(call, telling)
  const tried = attempts === 0 ? '' : ` · ${words.attempts(attempts)}`
  const because = reasonsInWords(why, { locale, at, nameOf: shown.nameOf })
  return html`<p>${agreed}${promiseAt === null || due === '' ? '' : ' · '}${due === '' ? '' : html`<b>${due}</b>`}${tried}${moved.map((owner) => html` ${chip(movedInWords(owner, locale), 'warn')}`)}</p>
          <p class="quiet"><small>${words.why} ${because}.</small></p>`
}

/** A line with several reasons says whose time is which: the time of one must not hide that of another. */
function duesOf(call: CallShown, telling: Telling): string {
  const { at, frame } = telling
  const words = WORDS[frame.locale]
  const isAlone = call.items.filter(isOpen).length < 2
  return call.dues
    .map(({ item, dueAt }) => (isAlone ? words.dueAt(at(dueAt)) : words.dueOf(at(dueAt), taskOf(item, call, telling))))
    .join(' · ')
}

const movedInWords = (owner: Owner, locale: Frame['locale']): string =>
  owner.is === 'person' ? WORDS[locale].taken(owner.name) : owner.is === 'team' ? WORDS[locale].toTeam(owner.team) : ''

function doneLine({ done, items }: CallShown, { frame: { locale }, at }: Telling): Html {
  const words = WORDS[locale]
  if (done === null) return html`<p class="quiet">${items.length === 0 ? words.workGone : words.closed}</p>`
  const who = done.by.is === 'system' ? WORK_PAGE_WORDS[locale].system : staffNamed(nameOfStaff(done.by), locale)
  return html`<p>${chip(howInWords(done, { items, locale, at }), isByStaff(done) ? 'good' : 'quiet')} <small>${who}, ${at(done.at)}</small></p>`
}

/** An agreed call-back says for when; an attempt that used up the last one, or came after the last day, how the task ended by it. */
function howInWords(
  done: NonNullable<CallShown['done']>,
  { items, locale, at }: Pick<Telling, 'at'> & { readonly items: CallShown['items']; readonly locale: Frame['locale'] },
): string {
  if (done.is === 'closed') return reachedInWords(done, locale) ?? WORDS[locale].closed
  const how = dispositionInWords(done.disposition, locale)
  if (done.callBackAt !== null) return `${how}: ${at(done.callBackAt)}`
  const closings = items.flatMap(({ events }) => events.filter((event) => event.is === 'closed'))
  const as = closings.find((closing) => closing.at === done.at)?.as
  return as === 'exhausted' || as === 'expired' ? `${how}: ${CALL_END_WORDS[locale][as]}` : how
}
