/** An item in the list of work: what it is, whom it is about, what they said, on whose desk it lies; and one button to take it. */
import { html } from 'hono/html'
import { mayGetRaised } from '#core/staff/may-get-raised.ts'
import { mayDo } from '#core/staff/role.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { mayWorkOn } from '#core/staff/whose-work.ts'
import { nameOf } from '#core/work/event-staff.ts'
import { isToRingBack } from '#core/work/missed-call.ts'
import { closingOf, ownerOf } from '#core/work/standing.ts'
import { toldWords } from '#core/work/told-case.ts'
import { callersNumber, occurrenceOf } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { salutationOf } from '#web/rendering/salutation.ts'
import { quoted } from '#web/staff/answers.ts'
import { chip } from '#web/staff/chip.ts'
import { customerLink } from '#web/staff/customer-link.ts'
import type { Frame } from '#web/staff/frame.ts'
import { type CampaignNames, occurrenceLink } from '#web/staff/occurrence-title.ts'
import { workPath } from '#web/staff/paths.ts'
import { customersPhone, phoneLink, phoneToRingBack, writtenPhone } from '#web/staff/phone-link.ts'
import { type Behind, isStopped } from '#web/staff/work/behind.ts'
import { departmentChip } from '#web/staff/work/department-chip.ts'
import { writtenDesk } from '#web/staff/work/desk-field.ts'
import { handOverNote } from '#web/staff/work/hand-over-note.ts'
import { leaseChip } from '#web/staff/work/lease-line.ts'
import { clockChip, ownerChip, raisedChip, reopenedChip, unsolvedChip } from '#web/staff/work/work-chips.ts'
import { saidBehind } from '#web/staff/work/work-said.ts'
import { WORK_PAGE_WORDS as WORDS } from '#web/staff/work/work-words.ts'
import { alsoLine, warningsOf } from '#web/staff/work-facts.ts'
import { CLOCK_WORDS } from '#web/words/cases.ts'
import { closingInWords } from '#web/words/closings.ts'
import { staffNamed } from '#web/words/staff-named.ts'
import { systemNotes, workInWords } from '#web/words/work.ts'
import { writtenInstant } from '#web/words/written.ts'

interface Listing {
  readonly frame: Frame
  readonly campaigns: CampaignNames
  readonly people: readonly StaffMember[]
  /** Of the list, to come back to. */
  readonly path: string
}

export function workRow(behind: Behind, listing: Listing): Html {
  const { frame, campaigns } = listing
  const { locale, company } = frame
  const { item, deadlines } = behind
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  const also = alsoLine({ item, deadlines }, { locale, at })
  return html`<article class="work" data-work="${item.workId}">
          <h2><a href="${workPath(item.workId)}">${workInWords(item, locale)}</a> ${clockChip(behind, frame)} ${raisedChip(behind, frame)} ${reopenedChip(behind, frame)} ${unsolvedChip(behind, frame)} ${departmentChip(item, frame)} ${ownerChip(behind, listing)} ${leaseChip(item, frame)}</h2>
          ${whom(behind, frame)}
          ${whenLine(behind, { ...listing, at })}
          ${handOverNote(item, frame)}
          ${also === null ? '' : html`<p>${also}</p>`}
          ${warningsOf(item, locale).map((warning) => html`<p class="said warn">${warning}</p>`)}
          ${saidBehind(behind, { locale, campaigns, length: 'short' })}${toldBehind(behind, locale)}
          ${systemNotes(item, locale).map((note) => html`<p><small>${note}</small></p>`)}
          ${takeButton(behind, listing)}
        </article>`
}

/** What the customer told staff in a call or beside all calls, where no mail or answer says it. */
function toldBehind({ item, reply, response }: Behind, locale: Frame['locale']): Html | string {
  const told = reply || response ? null : toldWords(item)
  return told === null ? '' : html`<blockquote>${quoted(told, locale)}</blockquote>`
}

/** The customer by name, how to address them, and the number to ring; a number that must not be rung is no link, unless the customer rang first. */
export function whom({ item, customer, stops }: Behind, { locale }: Pick<Frame, 'locale'>): Html {
  const words = WORDS[locale]
  const { customerId } = item
  const callers = callersNumber(item)
  if (customerId === null) return html`<p>${words.nobody}${callers === null ? '' : html` · ${phoneLink(callers)}`}</p>`
  const phone = customer?.phone ?? null
  const number =
    phone === null
      ? html`<small>${words.noPhone}</small>`
      : isToRingBack(item)
        ? customer && phoneToRingBack(customer, locale)
        : isStopped(phone, stops)
          ? html`<small>${writtenPhone(phone)}</small> ${chip(words.neverRing, 'warn')}`
          : customer && customersPhone(customer, locale)
  // Honorifics are Vietnamese words in either language of this page.
  const spoken = customer ? html` · <b>${salutationOf({ customer, locale: 'vi' }).greetingName}</b>` : ''
  return html`<p>${customerLink({ customerId, name: customer?.fullName }, locale)}${spoken} · ${number}</p>`
}

function whenLine(
  { item, deadlines }: Behind,
  { frame: { locale }, campaigns, at }: Listing & { readonly at: (instant: string) => string },
): Html {
  const words = WORDS[locale]
  const closing = closingOf(item)
  const occurrenceId = occurrenceOf(item)
  const about = occurrenceId === null ? '' : html` <small>· ${occurrenceLink(occurrenceId, { campaigns, locale })}</small>`
  if (closing) {
    const reached = closingInWords(item, closing, locale)
    return html`<p><b>${words.closed(at(closing.at), closing.by.is === 'system' ? words.system : staffNamed(nameOf(closing.by), locale))}</b>${reached === null ? '' : html` · ${reached}`}${about}${closing.note === null ? '' : html`<br>${quoted(closing.note, locale)}`}</p>`
  }
  const done = deadlines.done === null ? '' : html` <small>· ${words.doneBy(at(deadlines.done))}</small>`
  const begin = at(deadlines.begin)
  const due =
    deadlines.clock === undefined
      ? words.due[item.kind === 'call-task' ? 'call' : 'other'](begin)
      : words.due.clock(CLOCK_WORDS[locale][deadlines.clock], begin)
  return html`<p><b>${due}</b>${done}${about}</p>`
}

/** Where it may be taken; why it may not stands on the item's own screen. */
function takeButton({ item }: Behind, { frame: { locale, visitor }, path }: Listing): Html | string {
  if (!visitor || !mayDo(visitor.role, 'assign-work') || closingOf(item)) return ''
  const owner = ownerOf(item)
  const own = { is: 'person', address: visitor.address } as const
  if (owner.is === 'person' || !mayWorkOn(owner, visitor) || !mayGetRaised(item, { to: visitor, by: visitor })) return ''
  return html`<form method="post" action="${workPath(item.workId)}/assign">
            <input type="hidden" name="to" value="${writtenDesk(own)}"><input type="hidden" name="from" value="${writtenDesk(owner)}"><input type="hidden" name="back" value="${path}">
            <button class="quiet">${WORDS[locale].take}</button>
          </form>`
}
