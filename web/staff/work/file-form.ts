/** The form with which staff add a photo or another file to an open case. */
import { html } from 'hono/html'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { LARGEST_FILE } from '#core/work/case/case-file.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import type { WrittenCaseForm } from '#web/staff/work/case-form-names.ts'
import { act } from '#web/staff/work/item-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { FILE_INPUT_WORDS, TAKEN_FILES } from '#web/words/file-input.ts'

const WORDS = bothLanguages({
  vi: { title: 'Thêm ảnh, tệp', note: 'Ảnh cho thấy gì (không bắt buộc)', add: 'Thêm vào vụ việc' },
  en: { title: 'Add a photo or a file', note: 'What it shows (optional)', add: 'Add to the case' },
})

interface FileFormShown {
  readonly behind: Behind
  readonly frame: Frame
  readonly written: WrittenCaseForm | null
}

export function fileForm({ behind, frame, written }: FileFormShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const note = written?.form === 'file' ? (written.fields.text ?? '') : ''
  const body = html`${fileInput('file-file', locale)}
            <label for="file-text">${words.note}</label><textarea id="file-text" name="text" rows="2" maxlength="${LONGEST_NOTE}">${note}</textarea>
            <p class="buttons"><button class="quiet">${words.add}</button></p>`
  return act({ behind, action: 'file', title: words.title, permission: 'note-work', frame, body, isWithFile: true })
}

/** With the limit, which the script of the app says before anything is sent. */
export function fileInput(
  id: string,
  locale: Frame['locale'],
  { isOptional = false }: { readonly isOptional?: boolean } = {},
): Html {
  const words = FILE_INPUT_WORDS[locale]
  return html`<label for="${id}">${isOptional ? words.optional : words.file}</label><input type="file" id="${id}" name="file" accept="${TAKEN_FILES}"${isOptional ? '' : html` required`} data-most="${LARGEST_FILE}" data-too-large="${words.tooLarge}" aria-describedby="${id}-hint"><p class="quiet"><small id="${id}-hint">${words.hint}</small></p>`
}
