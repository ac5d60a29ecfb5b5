/** What may be done with an item: each form says what it will do to whom, and one that is refused says why. */
import { html } from 'hono/html'
import { LONGEST_REASON } from '#core/campaign/staff-text.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { mayWorkOn } from '#core/staff/whose-work.ts'
import type { Instant } from '#core/time/instant.ts'
import type { DraftNote } from '#core/work/draft-note.ts'
import { isSolvable } from '#core/work/solvable.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import type { CallTask } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { atFirstField } from '#web/staff/work/at-first-field.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { type CallDraft, callFields, type GuideOffer, saveCallWords } from '#web/staff/work/call-form.ts'
import { caseFields, type ReachedAnswer } from '#web/staff/work/case-fields.ts'
import type { WrittenCaseForm } from '#web/staff/work/case-form-names.ts'
import { deskForms } from '#web/staff/work/desk-forms.ts'
import { FORM_WORDS as WORDS } from '#web/staff/work/form-words.ts'
import { act } from '#web/staff/work/item-act.ts'
import { noteField } from '#web/staff/work/note-field.ts'
import { toldFields, toldTitle, type WrittenCase } from '#web/staff/work/told-case-form.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'
import { writtenInstant } from '#web/words/written.ts'

/** What an act would come to, were it done now. */
export interface Outlook {
  /** By when it would have to be begun; `full` when its history has no room. Null while it is open. */
  readonly reopened: Instant | 'full' | null
  /** By when it would have to be done; null for work that has no such deadline. */
  readonly extended: { readonly from: Instant; readonly to: Instant } | 'already-extended' | 'no-clock' | null
}

/** A form that was refused comes back with what was written in it. */
export interface Draft {
  readonly act: 'record' | 'case' | 'reopen' | 'extend' | 'hand-over' | 'on-case'
  readonly text: string
  /** The rest of the form of a call. */
  readonly call?: CallDraft
  /** What was chosen in the form that closes a case. */
  readonly reached?: ReachedAnswer | null
  /** The same of whether it was solved at the first contact. */
  readonly atFirst?: boolean
  /** The form of a case. */
  readonly told?: WrittenCase & { readonly caseId: string }
  /** The forms with which staff work on a case. */
  readonly onCase?: WrittenCaseForm
  /** Whom it was to be handed to, as the form names them. */
  readonly to?: string
}

export interface ItemForms {
  readonly frame: Frame
  readonly people: readonly StaffMember[]
  readonly outlook: Outlook
  readonly draft: Draft | null
  /** What the visitor has typed about it before, on whatever device, and not sent. */
  readonly stored: DraftNote | null
  /** Names the form of a call, so that it counts once however often it is sent. */
  readonly attemptId: string
  /** The same of the form of a case. */
  readonly caseId: string
  /** The customer wants no calls for at least one purpose. */
  readonly isStopped: boolean
  /** Null where no mail with the guide would go to the customer. */
  readonly guide: GuideOffer | null
}

export function itemForms(behind: Behind, forms: ItemForms): Html {
  const { frame } = forms
  const open = isOpen(behind.item)
  const unsent = unsentWords(forms, open)
  return html`${unsent === null ? '' : html`<section class="attention"><p>${WORDS[frame.locale].draft}</p><blockquote class="words">${unsent}</blockquote></section>`}
        ${open ? (behind.item.kind === 'call-task' ? callForm(behind, forms, behind.item) : recordForm(behind, forms)) : reopenForm(behind, forms)}`
}

/** What is seldom done, and on a phone stands below the customer. */
export function furtherForms(behind: Behind, forms: ItemForms): Html {
  const { frame } = forms
  const written = forms.draft?.act === 'hand-over' ? forms.draft : null
  return html`${isOpen(behind.item) ? html`${extendForm(behind, forms)}${deskForms(behind, { ...forms, written, refused: ofAnotherTeam(behind, frame) })}` : ''}${caseForm(behind, forms)}`
}

/** Words whose form is not there any more; null where there are none. */
function unsentWords({ draft, stored }: ItemForms, open: boolean): string | null {
  // Its form is always there.
  if (draft?.act === 'case') return null
  if (draft !== null) return (draft.act === 'reopen') !== open ? null : draft.text
  return open ? null : stored?.text || null
}

/** Null where the visitor may work on it as far as teams go. */
export const ofAnotherTeam = ({ item }: Behind, { visitor, locale }: Frame): string | null =>
  visitor === null || mayWorkOn(ownerOf(item), visitor) ? null : workSaidInWords('another-team', locale)

const about = ({ customer, item }: Behind, { frame: { locale } }: ItemForms) =>
  WORDS[locale].about(customer?.fullName ?? item.customerId)

const drafted = ({ draft }: ItemForms, act: Draft['act']) => (draft?.act === act ? draft.text : '')

/** A form that comes back has the words that were sent with it; otherwise those that were saved while they were typed. */
const typed = ({ draft, stored }: ItemForms) => ({ text: draft?.act === 'record' ? draft.text : (stored?.text ?? ''), stored })

/** A note needs no answer to whether the customer was spoken with: its button sends the form unchecked, and the server checks it. */
function recordForm(behind: Behind, forms: ItemForms): Html {
  const { item } = behind
  const { frame } = forms
  const { locale } = frame
  const words = WORDS[locale]
  const body = html`${noteField({ item, frame, label: words.note, isNeeded: true, ...typed(forms) })}
            ${item.kind === 'case' ? caseFields({ chosen: forms.draft?.reached ?? null, locale }) : ''}
            ${isSolvable(item) ? atFirstField({ chosen: forms.draft?.atFirst, locale }) : ''}
            <p class="quiet"><small>${words.willClose} ${about(behind, forms)}</small></p>
            <p class="buttons"><button>${words.close}</button> <button class="quiet" formaction="${workPath(item.workId)}/note" formnovalidate>${words.onlyNote}</button></p>`
  return act({
    behind,
    action: 'close',
    title: words.record,
    permission: 'close-work',
    frame,
    body,
    refused: ofAnotherTeam(behind, frame),
  })
}

/** A note alone needs no outcome: its button sends the form unchecked. */
function callForm(behind: Behind, forms: ItemForms, item: CallTask): Html {
  const { frame } = forms
  const { locale } = frame
  const body = html`${callFields({ item, frame, written: forms.draft?.call ?? null, note: typed(forms), attemptId: forms.draft?.call?.attemptId ?? forms.attemptId, isStopped: forms.isStopped, guide: forms.guide })}
            <p class="quiet"><small>${WORDS[locale].willLogCall} ${about(behind, forms)}</small></p>
            <p class="buttons"><button>${saveCallWords(locale)}</button> <button class="quiet" formaction="${workPath(item.workId)}/note" formnovalidate>${WORDS[locale].onlyNote}</button></p>`
  return act({
    behind,
    action: 'call',
    title: WORDS[locale].record,
    permission: 'close-work',
    frame,
    body,
    refused: ofAnotherTeam(behind, frame),
  })
}

/** Also when the call is over: the customer said it all the same. */
function caseForm(behind: Behind, forms: ItemForms): Html | string {
  const { frame, draft } = forms
  if (behind.item.kind !== 'call-task' || behind.customer === undefined) return ''
  const told = draft?.told ?? null
  const body = html`${toldFields({ caseId: told?.caseId ?? forms.caseId, written: told }, frame.locale)}`
  return act({ behind, action: 'case', title: toldTitle(frame.locale), permission: 'close-work', frame, body })
}

function extendForm(behind: Behind, forms: ItemForms): Html | string {
  const { frame, outlook } = forms
  const { locale, company } = frame
  const words = WORDS[locale]
  const { extended } = outlook
  if (extended === null) return ''
  const at = (instant: Instant) => writtenInstant(instant, { zone: company.zone, locale })
  const refused = extended === 'already-extended' ? words.extendedAlready : extended === 'no-clock' ? words.noClock : null
  const will =
    typeof extended === 'string'
      ? ''
      : html`<p class="quiet"><small>${words.willExtend(at(extended.from), at(extended.to))} ${about(behind, forms)}</small></p>`
  const body = html`${reasonField('extend-because', { label: words.becauseTold, text: drafted(forms, 'extend') })}
            ${will}
            <p class="buttons"><button class="quiet">${words.extend}</button></p>`
  return act({ behind, action: 'extend', title: words.extend, permission: 'extend-right', frame, body, refused })
}

function reopenForm(behind: Behind, forms: ItemForms): Html {
  const { frame, outlook } = forms
  const { locale, company } = frame
  const words = WORDS[locale]
  const { reopened } = outlook
  const will =
    reopened === null || reopened === 'full'
      ? ''
      : html`<p class="quiet"><small>${words.willReopen(writtenInstant(reopened, { zone: company.zone, locale }), behind.item.kind === 'call-task')} ${about(behind, forms)}</small></p>`
  const body = html`${reasonField('reopen-because', { label: words.because, text: drafted(forms, 'reopen') })}
            ${will}
            <p class="buttons"><button>${words.reopen}</button></p>`
  const refused = reopened === 'full' ? words.fullItem : ofAnotherTeam(behind, frame)
  return act({ behind, action: 'reopen', title: words.reopen, permission: 'reopen-work', frame, body, refused })
}

const reasonField = (id: string, { label, text }: { readonly label: string; readonly text: string }): Html =>
  html`<label for="${id}">${label}</label><input id="${id}" name="because" required maxlength="${LONGEST_REASON}" autocomplete="off" value="${text}">`
