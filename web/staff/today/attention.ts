/** What a person must look at: refused files with their reasons, alarms, letters nobody could deal with, balances that do not add up. */

import { html } from 'hono/html'
import type { UnknownCount } from '#core/planning/balance.ts'
import type { SendingStop } from '#core/planning/sending-stop.ts'
import type { Html } from '#web/customer/page.ts'
import { actLink } from '#web/staff/acts/act-link.ts'
import { REDRIVE_PATH } from '#web/staff/acts/again-acts.ts'
import { type FilesStanding, isRefused, refusedFiles } from '#web/staff/campaigns/refused-files.ts'
import type { Frame } from '#web/staff/frame.ts'
import { type CampaignNames, occurrenceTitle } from '#web/staff/occurrence-title.ts'
import { occurrencePath } from '#web/staff/paths.ts'
import { notNow } from '#web/staff/permitted.ts'
import { stopInWords } from '#web/staff/sender-stop.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenCount } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Cần người xem',
    dead: (count: string) => `${count} tin không ai xử lý được nằm trong hàng đợi lỗi.`,
    putBack: 'Trả chúng về hàng đợi',
    unknown: (count: string, { isMore }: UnknownCount) =>
      `Không rõ thư của ${isMore ? 'ít nhất ' : ''}${count} người đã đi hay chưa:`,
    mismatch: 'Cân đối không khớp:',
  },
  en: {
    title: 'Needs a person',
    dead: (count: string) =>
      `${count === '1' ? 'One message that nothing could deal with is' : `${count} messages that nothing could deal with are`} among the dead letters.`,
    putBack: 'Put them back',
    unknown: (count: string, { count: people, isMore }: UnknownCount) =>
      `Nobody knows whether the mail of ${isMore ? 'at least ' : ''}${people === 1 ? 'one person' : `${count} people`} left:`,
    mismatch: 'A balance does not add up:',
  },
})

/** What may need a person. */
export interface Attention {
  /** Null where there are no files beside the system. */
  readonly standing: FilesStanding | null
  readonly deadLetters: number
  readonly mismatches: readonly string[]
  /** Occurrences of which a person must decide about somebody. */
  readonly unknown: readonly ({ readonly occurrenceId: string } & UnknownCount)[]
  /** Set while nothing can be sent to anybody. */
  readonly stop: SendingStop | null
}

export function attentionSection(
  { standing, deadLetters, mismatches, unknown, stop }: Attention,
  { frame, campaigns }: { readonly frame: Frame; readonly campaigns: CampaignNames },
): Html | string {
  const { locale } = frame
  const words = WORDS[locale]
  const nothing = stop === null && (standing === null || !isRefused(standing))
  if (nothing && deadLetters === 0 && mismatches.length === 0 && unknown.length === 0) return ''
  return html`<section class="attention" data-attention="yes">
        <h2>${words.title}</h2>
        ${stop ? stopInWords(stop, frame) : ''}
        ${standing ? refusedFiles(standing, locale) : ''}
        ${
          deadLetters > 0
            ? html`<p>${words.dead(writtenCount(deadLetters, locale))}</p><div class="actions">${actLink({ path: REDRIVE_PATH, text: words.putBack, refused: notNow(frame, 'redrive') })}</div>`
            : ''
        }
        ${unknown.map(
          ({ occurrenceId, ...unknown }) =>
            html`<p data-unknown="${occurrenceId}">${words.unknown(writtenCount(unknown.count, locale), unknown)} <a href="${occurrencePath(occurrenceId)}#decide">${occurrenceTitle(occurrenceId, campaigns, locale)}</a></p>`,
        )}
        ${mismatches.map(
          (id) => html`<p>${words.mismatch} <a href="${occurrencePath(id)}">${occurrenceTitle(id, campaigns, locale)}</a></p>`,
        )}
      </section>`
}
