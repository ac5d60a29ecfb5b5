/** The form with which staff go on with a full case in a new one; nothing while its history has room. */
import { html } from 'hono/html'
import { LONGEST_NOTE } from '#core/campaign/staff-text.ts'
import { mayTakeNoMore } from '#core/work/history.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import type { Behind } from '#web/staff/work/behind.ts'
import { GO_ON_FORM, type WrittenCaseForm } from '#web/staff/work/case-form-names.ts'
import { act } from '#web/staff/work/item-act.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    title: 'Đi tiếp trong vụ việc mới',
    full: 'Diễn biến vụ việc này đã đầy: không ghi thêm được gì ngoài kết quả.',
    waits: 'Khách còn chờ điều gì',
    hint: 'Vụ việc này đóng lại mà không hỏi khách. Vụ việc mới cùng loại, cùng mức, cùng người phụ trách, và khách chờ trả lời ở đó; hai vụ việc dẫn đến nhau, thư khách trả lời cho vụ việc này cũng vào đó. Câu đang hỏi bộ phận thì hỏi lại ở đó.',
    open: 'Mở vụ việc mới',
  },
  en: {
    title: 'Go on in a new case',
    full: 'The history of this case is full: nothing more is noted but how it ended.',
    waits: 'What the customer still waits for',
    hint: 'This case is closed without asking the customer. The new one has its category, severity and owner, and the customer waits for an answer there; each leads to the other, and mails in reply to this case go there. What a department is asked is asked again there.',
    open: 'Open the new case',
  },
})

interface GoOnFormShown {
  readonly behind: Behind
  readonly item: Case
  readonly frame: Frame
  readonly written: WrittenCaseForm | null
  /** Why the visitor may not work on it. */
  readonly refused: string | null
}

/** Of an open case. */
export function goOnForm({ behind, item, frame, written, refused }: GoOnFormShown): Html | string {
  if (!mayTakeNoMore(item)) return ''
  const words = WORDS[frame.locale]
  const typed = written?.form === GO_ON_FORM ? written.fields.text : undefined
  const body = html`<p>${words.full}</p><label for="go-on-text">${words.waits}</label><textarea id="go-on-text" name="text" rows="2" required maxlength="${LONGEST_NOTE}">${typed ?? ''}</textarea>
            <p class="quiet"><small>${words.hint}</small></p><p class="buttons"><button>${words.open}</button></p>`
  return act({ behind, action: GO_ON_FORM, title: words.title, permission: 'note-work', frame, refused, body })
}
