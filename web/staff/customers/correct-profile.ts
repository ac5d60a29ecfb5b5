/** On a customer's page: the form with which staff correct what the customer told them, and what became of it. */
import { html } from 'hono/html'
import { type Channels, isReachable } from '#core/channel/channel.ts'
import { seenProfile } from '#core/customer/corrections.ts'
import { type Customer, HONORIFICS } from '#core/customer/customer.ts'
import { DAY_PARTS } from '#core/customer/day-part.ts'
import type { Html } from '#web/customer/page.ts'
import { BROKE_OFF_WORDS, type BrokeOff } from '#web/staff/acts/broke-off.ts'
import { CORRECT_WORDS } from '#web/staff/customers/correct-profile-words.ts'
import { fieldError, refusalSummary } from '#web/staff/field-error.ts'
import type { Frame } from '#web/staff/frame.ts'
import { customerPath } from '#web/staff/paths.ts'
import { notPermitted } from '#web/staff/permitted.ts'
import { channelTitle } from '#web/words/channels.ts'
import { DAY_PART_WORDS } from '#web/words/day-parts.ts'
import { HONORIFIC_WORDS } from '#web/words/honorifics.ts'
import { writtenInstant } from '#web/words/written.ts'

type Part = keyof (typeof CORRECT_WORDS)['vi']['parts']
type Refused = keyof (typeof CORRECT_WORDS)['vi']['refused'] | BrokeOff

/** What became of the form; `written` is what was typed, so that nobody types it twice. */
export type CorrectionOutcome =
  | { readonly changed: readonly string[] }
  | { readonly refused: Refused; readonly written: Written; readonly back: string }

type Field = 'fullName' | 'addressName' | 'honorific' | 'preferredChannel'
type Written = Readonly<Record<Field, string>> & {
  readonly preferredParts: readonly string[]
  readonly backToImports: boolean
}

interface Correcting {
  readonly frame: Frame
  readonly customer: Customer
  readonly channels: Channels
  readonly outcome: CorrectionOutcome | null
  /** The page to return to, where the form does not stand on the customer's own. */
  readonly back?: string
}

/** Above everything else on the page, where a person who has just pressed the button looks. */
export function correctionSaid(outcome: CorrectionOutcome | null, { locale }: Pick<Frame, 'locale'>): Html | string {
  if (outcome === null) return ''
  const words = CORRECT_WORDS[locale]
  if ('refused' in outcome)
    return refusalSummary({ ...words.refused, ...BROKE_OFF_WORDS[locale] }[outcome.refused], FIELD_OF[outcome.refused] ?? FORM)
  const parts = outcome.changed.filter((part): part is Part => Object.hasOwn(words.parts, part)).map((part) => words.parts[part])
  return html`<p class="said" role="status">${parts.length === 0 ? words.unchanged : `${words.changed} ${parts.join(', ')}.`}</p>`
}

/** Where it is mended. What refuses the whole form is mended in the form. */
const FIELD_OF: Readonly<Partial<Record<Refused, Field>>> = {
  name: 'fullName',
  'address-name': 'addressName',
  honorific: 'honorific',
  channel: 'preferredChannel',
}
const FORM = 'profile'

export function correctionForm({ frame, customer, channels, outcome, back: here = '' }: Correcting): Html {
  const { locale, company } = frame
  const words = CORRECT_WORDS[locale]
  const isRefused = outcome !== null && 'refused' in outcome
  const written = isRefused ? outcome.written : storedIn(customer)
  const back = isRefused ? outcome.back : here
  const wrong = isRefused ? FIELD_OF[outcome.refused] : undefined
  const said = isRefused ? { ...words.refused, ...BROKE_OFF_WORDS[locale] }[outcome.refused] : ''
  const field = (name: Field, hint?: string) => fieldError({ field: name, hint, said: name === wrong ? said : null })
  const [fullName, addressName, honorific, channel] = [
    field('fullName'),
    field('addressName', 'addressName-hint'),
    field('honorific'),
    field('preferredChannel', 'channel-hint'),
  ]
  const because = notPermitted(frame, 'correct-person')
  const disabled = because === null ? '' : html` disabled`
  const { corrections } = customer
  const by = corrections && words.corrected(corrections.by, writtenInstant(corrections.at, { zone: company.zone, locale }))
  return html`<details${isRefused ? html` open` : ''}><summary>${words.title}</summary>
        <form method="post" action="${customerPath(customer.customerId)}/correct" class="correct">
          <input type="hidden" name="seen" value="${seenProfile(customer)}">${back === '' ? '' : html`<input type="hidden" name="back" value="${back}">`}
          <div><label for="fullName">${words.fullName}</label><input id="fullName" name="fullName" value="${written.fullName}" required maxlength="100" autocomplete="off"${fullName.described}${disabled}>${fullName.line}</div>
          <div><label for="honorific">${words.honorific}</label><select id="honorific" name="honorific"${honorific.described}${disabled}>${HONORIFICS.map(
            (one) =>
              html`<option value="${one}"${one === written.honorific ? html` selected` : ''}>${HONORIFIC_WORDS[locale][one]}</option>`,
          )}</select>${honorific.line}</div>
          <div><label for="addressName">${words.addressName}</label><input id="addressName" name="addressName" value="${written.addressName}" maxlength="100" autocomplete="off"${addressName.described}${disabled}>${addressName.line}<small id="addressName-hint">${words.addressNameHint}</small></div>
          <div><label for="preferredChannel">${words.channel}</label><select id="preferredChannel" name="preferredChannel"${channel.described}${disabled}>${channelOptions(
            { customer, channels, chosen: written.preferredChannel, locale },
          )}</select>${channel.line}<small id="channel-hint">${words.channelHint}</small></div>
          <fieldset aria-describedby="parts-hint"${disabled}><legend>${words.partsOfDay}</legend>${DAY_PARTS.map((part) => html`<label><input type="checkbox" name="preferredParts" value="${part}"${written.preferredParts.includes(part) ? html` checked` : ''}>${DAY_PART_WORDS[locale][part]}</label> `)}<small id="parts-hint">${words.partsHint}</small></fieldset>
          ${corrections && corrections.parts.length > 0 ? html`<div><label><input type="checkbox" name="backToImports" value="yes"${written.backToImports ? html` checked` : ''}${disabled}>${words.back}</label></div>` : ''}
          <p><small>${words.keeps}${by === null ? '' : ` ${by}`}</small></p>
          <button${disabled}>${words.save}</button>${because === null ? '' : html`<small>${because}</small>`}
        </form></details>`
}

const storedIn = ({ fullName, addressName, honorific, preferredChannel, preferredParts }: Customer): Written => ({
  fullName,
  addressName: addressName ?? '',
  honorific,
  preferredChannel: preferredChannel ?? '',
  preferredParts: preferredParts ?? [],
  backToImports: false,
})

/** Those by which the customer can be reached, and the one chosen before, even where it is gone. */
function channelOptions({
  customer,
  channels,
  chosen,
  locale,
}: {
  readonly customer: Customer
  readonly channels: Channels
  readonly chosen: string
  readonly locale: Frame['locale']
}): readonly Html[] {
  const words = CORRECT_WORDS[locale]
  const reachable = channels.filter((channel) => isReachable(channel, customer)).map(({ id }) => id)
  const stored = customer.preferredChannel
  const gone = stored !== null && !reachable.includes(stored) ? [stored] : []
  return [
    html`<option value="">${words.noChannel}</option>`,
    ...[...reachable, ...gone].map(
      (id) =>
        html`<option value="${id}"${id === chosen ? html` selected` : ''}>${channelTitle(id)[locale]}${gone.includes(id) ? ` (${words.unreachable})` : ''}</option>`,
    ),
  ]
}
