/** The field of a note, which a small script saves while its author types. Without a script a button does it. */
import { html } from 'hono/html'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { mayDo } from '#core/staff/role.ts'
import type { DraftNote } from '#core/work/draft-note.ts'
import type { WorkItem } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { NOTE_SCRIPT_PATH, workPath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    stored: (at: string) => `Chữ bạn viết lúc ${at} được giữ lại, chưa ghi.`,
    failed: 'Chưa giữ được chữ vừa viết: mất kết nối, hoặc phiên đăng nhập đã hết. Chữ còn trong ô; sẽ thử lại.',
    keep: 'Giữ chữ đã viết',
  },
  en: {
    stored: (at: string) => `What you wrote at ${at} is kept, and not saved as an outcome.`,
    failed:
      'What you wrote could not be kept: no connection, or your session has ended. It is still here; it will be tried again.',
    keep: 'Keep what I wrote',
  },
})

export interface NoteField {
  readonly item: WorkItem
  readonly frame: Pick<Frame, 'locale' | 'company' | 'visitor'>
  readonly label: string
  readonly isNeeded: boolean
  readonly text: string
  readonly stored: DraftNote | null
}

export function noteField({ item, frame: { locale, company, visitor }, label, isNeeded, text, stored }: NoteField): Html {
  const words = WORDS[locale]
  const path = `${workPath(item.workId)}/draft`
  const field = html`<label for="note">${label}</label><textarea id="note" name="note" rows="4"${isNeeded ? html` required` : ''} maxlength="${LONGEST_NOTE}" accesskey="n"`
  // For a visitor who only reads, nothing is kept.
  if (!visitor || !mayDo(visitor.role, 'note-work')) return html`${field}>${text}</textarea>`
  const isStored = stored !== null && stored.text !== '' && stored.text === text
  const said = isStored ? words.stored(writtenInstant(stored.at, { zone: company.zone, locale })) : ''
  return html`${field} data-kept-by="${path}" aria-describedby="note-kept">${text}</textarea>
            <input type="hidden" name="typed-seen" value="${stored?.revision ?? 0}">
            <p class="quiet"><small id="note-kept" aria-live="polite" data-failed="${words.failed}">${said}</small></p>
            <noscript><p class="buttons"><button class="quiet" formaction="${path}" formnovalidate>${words.keep}</button></p></noscript>
            <script src="${NOTE_SCRIPT_PATH}" defer></script>`
}
