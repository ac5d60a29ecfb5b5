/** The files of a case on its screen: a picture as a small picture, anything else by its name; each is saved, never opened in the app. */
import { html } from 'hono/html'
import type { Reply } from '#core/reply/reply.ts'
import type { AddedFile } from '#core/work/case/case-file.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { nameOf } from '#core/work/event-staff.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { quoted } from '#web/staff/answers.ts'
import type { Frame } from '#web/staff/frame.ts'
import { attachmentsInWords, rawMailLink } from '#web/staff/heard-cells.ts'
import { caseFilePath } from '#web/staff/paths.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { fileInWords } from '#web/words/files.ts'
import { saidByInWords } from '#web/words/questions.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Ảnh và tệp',
    from: (who: string, at: string) => `${who}, ${at}`,
    mailed: (at: string) => `Khách gửi kèm trong thư lúc ${at}`,
  },
  en: {
    title: 'Photos and files',
    from: (who, at) => `${who}, ${at}`,
    mailed: (at) => `Sent by the customer in a mail at ${at}`,
  },
})

/** What every browser shows. */
const SHOWN: ReadonlySet<AddedFile['type']> = new Set(['jpeg', 'png', 'webp'])

interface FilesShown {
  readonly frame: Frame
  /** The customer's mails that joined the case, with something attached: it stays inside them. */
  readonly mails: readonly Reply[]
}

export function fileSection(item: Case, { frame: { locale, company }, mails }: FilesShown): Html | string {
  const files = filesOf(item)
  if (files.length + mails.length === 0) return ''
  const words = WORDS[locale]
  const line = (file: AddedFile) => {
    const path = caseFilePath(item.workId, file.sha256)
    const at = writtenInstant(file.at, { zone: company.zone, locale })
    const who = file.said?.is === 'link' ? saidByInWords(file.said, locale) : (nameOf(file.by) ?? '')
    const picture = SHOWN.has(file.type) ? html`<img src="${path}" alt="" loading="lazy"><br>` : ''
    return html`<li><a href="${path}" download data-file="${file.type}">${picture}${file.name}</a> <small>${fileInWords(file, locale)}; ${words.from(who, at)}</small>${file.note === '' ? '' : html`<br>${quoted(file.note, locale)}`}</li>`
  }
  const mailed = (reply: Reply) =>
    html`<li>${words.mailed(writtenInstant(reply.receivedAt, { zone: company.zone, locale }))}${attachmentsInWords(reply, locale)} ${rawMailLink(reply, locale)}</li>`
  return html`<section data-files><h2>${words.title}</h2><ul class="plain pictures">${files.map(line)}${mails.map(mailed)}</ul></section>`
}
