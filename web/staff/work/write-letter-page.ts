/** The page on which staff write to the customer of a case: what they begin with, how it will read, and one button that sends it. */
import { html } from 'hono/html'
import { LETTER_PURPOSES, type LetterPurpose, LONGEST_LETTER, LONGEST_SUBJECT } from '#core/work/case/letter-text.ts'
import type { Case } from '#core/work/work-item.ts'
import type { Html } from '#web/customer/page.ts'
import { type Frame, framePage } from '#web/staff/frame.ts'
import { workPath } from '#web/staff/paths.ts'
import { workSaidLine } from '#web/staff/work/work-said-line.ts'
import { type WorkRefused, workSaidInWords } from '#web/staff/work/work-said-words.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { workInWords } from '#web/words/work.ts'

export interface LetterFields {
  /** Names the mail, so that it goes out once however often the form is sent. */
  readonly mailId: string
  readonly subject: string
  readonly text: string
  readonly purpose: LetterPurpose
  readonly seen: number
}

export type LetterPreview = { readonly subject: string; readonly text: string } | { readonly refused: WorkRefused }

export interface LetterShown {
  readonly item: Case
  readonly fields: LetterFields
  readonly reach: { readonly to: string } | { readonly refused: WorkRefused }
  /** Why nothing can be sent now. */
  readonly refused: WorkRefused | null
  readonly preview: LetterPreview | null
  /** What became of the form. */
  readonly said: string | null
}

const WORDS = bothLanguages<{
  readonly title: string
  readonly back: string
  readonly to: (address: string) => string
  readonly subject: string
  readonly text: string
  readonly hint: string
  readonly purpose: string
  readonly purposes: Readonly<Record<LetterPurpose, string>>
  readonly preview: string
  readonly send: string
  readonly reads: string
}>({
  vi: {
    title: 'Viết thư cho khách',
    back: 'Về vụ việc',
    to: (address) => `Thư gửi đến ${address}. Khách trả lời thì lời ấy vào ngay vụ việc này.`,
    subject: 'Tiêu đề',
    text: 'Lời thư',
    hint: 'Ba phần: nhận lời khách, cách giải quyết, lúc nào hỏi lại. Điền hết chỗ trong ngoặc vuông. Để một dòng trống giữa hai đoạn. Lời chào cuối thư và thông tin công ty được thêm vào.',
    purpose: 'Sau thư này',
    purposes: {
      tells: 'chúng tôi làm tiếp, không cần chờ khách',
      asks: 'phải chờ khách trả lời (các hạn giải quyết tạm dừng)',
      solved: 'khách cho biết đã ổn hay chưa, bằng hai nút trong thư (đã ổn thì vụ việc tự đóng)',
    },
    preview: 'Xem trước',
    send: 'Gửi thư',
    reads: 'Khách sẽ đọc',
  },
  en: {
    title: 'Write to the customer',
    back: 'To the case',
    to: (address) => `The mail goes to ${address}. What the customer answers comes back into this case.`,
    subject: 'Subject',
    text: 'Words',
    hint: 'Three parts: acknowledge, solve, follow up. Fill in every place in square brackets. A blank line begins a paragraph. The closing words and who the company is are added.',
    purpose: 'After this mail',
    purposes: {
      tells: 'we go on, without waiting for the customer',
      asks: 'we must wait for an answer (the clocks of the solution stand still)',
      solved: 'the customer says whether it is solved, by two buttons in the mail (solved closes the case)',
    },
    preview: 'Preview',
    send: 'Send the mail',
    reads: 'The customer will read',
  },
})

export function writeLetterPage(frame: Frame, { item, fields, reach, refused, preview, said }: LetterShown): Html {
  const { locale } = frame
  const words = WORDS[locale]
  const path = workPath(item.workId)
  const isClosed = refused !== null
  const purposes = LETTER_PURPOSES.map(
    (one) =>
      html`<label class="choice"><input type="radio" name="purpose" value="${one}"${one === fields.purpose ? html` checked` : ''}> <span>${words.purposes[one]}</span></label>`,
  )
  const body = html`<p class="back"><a href="${path}">← ${words.back}: ${workInWords(item, locale)}</a></p>
      <h1>${words.title}</h1>
      ${workSaidLine(said ?? undefined, locale)}
      ${refused === null ? '' : html`<p class="said warn" id="why-not">${workSaidInWords(refused, locale)}</p>`}
      ${'to' in reach ? html`<p>${words.to(reach.to)}</p>` : ''}
      ${preview === null ? '' : previewSection(preview, frame)}
      <section class="act"><form method="post" action="${path}/write" data-letter><input type="hidden" name="mailId" value="${fields.mailId}"><input type="hidden" name="seen" value="${fields.seen}">
        <fieldset${isClosed ? html` disabled aria-describedby="why-not"` : ''}>
          <label for="letter-subject">${words.subject}</label><input id="letter-subject" name="subject" required maxlength="${LONGEST_SUBJECT}" autocomplete="off" value="${fields.subject}">
          <label for="letter-text">${words.text}</label><textarea id="letter-text" name="text" rows="14" required maxlength="${LONGEST_LETTER}" aria-describedby="letter-hint">${fields.text}</textarea>
          <p class="quiet" id="letter-hint"><small>${words.hint}</small></p>
          <fieldset class="grounds"><legend>${words.purpose}</legend>${purposes}</fieldset>
          <p class="buttons"><button name="what" value="preview" class="quiet">${words.preview}</button> <button name="what" value="send">${words.send}</button></p>
        </fieldset>
      </form></section>`
  return framePage({ frame, section: 'work', title: words.title, body })
}

function previewSection(preview: LetterPreview, { locale }: Frame): Html {
  if ('refused' in preview) return html`<p class="said warn" role="status">${workSaidInWords(preview.refused, locale)}</p>`
  return html`<section data-preview role="status"><h2>${WORDS[locale].reads}</h2><p><strong>${preview.subject}</strong></p><blockquote class="words">${preview.text}</blockquote></section>`
}
