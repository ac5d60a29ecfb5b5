/** Handing out and erasing what is held about a customer, as the pages of these acts say it. */
import { html } from 'hono/html'
import type { Html } from '#web/customer/page.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import { busyBecause, type Frame, framePage } from '#web/staff/frame.ts'
import { customerPath } from '#web/staff/paths.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { HELD_WORDS } from '#web/words/held.ts'
import { MAILS, numberOf } from '#web/words/number-of.ts'
import { writtenCount } from '#web/words/written.ts'

const HELD = ['purchases', 'contacts', 'consents', 'answers', 'mails', 'work', 'vouchers'] as const
export type Held = Readonly<Record<(typeof HELD)[number], number>>

const WORDS = bothLanguages({
  vi: {
    who: 'Khách hàng',
    export: [
      'Tệp JSON gồm mọi điều trên, hồ sơ, và lý do của từng lần không gửi.',
      'Không có gì thay đổi. Hãy giao tệp một cách an toàn, rồi xóa bản của bạn.',
    ],
    erase: [
      'Bị xóa: hồ sơ và mọi điều trên. Phiếu quà ở lại dưới một tên khác, vì sổ sách cần chúng.',
      'Ở lại, không gắn tên ai: cân đối của các dịp và chi phí; trong nhật ký còn dòng này, và các dòng trước về khách, với mã khách.',
      'Câu trả lời khảo sát mất hẳn: số người đã trả lời giảm và điểm của các dịp, các chiến dịch được tính lại không có khách này.',
      'Ở lại: mã băm có khóa của địa chỉ và số điện thoại, để không ai viết hay gọi tới đó nữa, dù có nhập lại.',
      'Từ lúc bấm nút, không thư nào đi tới khách, kể cả khi đang gửi giữa chừng.',
      'Hãy viết thư cho khách trước, và bỏ khách ra khỏi bảng dùng để nhập.',
    ],
    tooLarge: (customerId: string) =>
      `Dữ liệu về khách này lớn quá nên trang này không giao được. Người vận hành chạy: care person ${customerId} --export. Lệnh ấy ghi vào một thư mục, không giới hạn độ lớn.`,
    begun: 'Lần xóa trước bị đứt giữa chừng. Bấm nút để làm nốt.',
    stray: 'Thêm vào đó: thư gửi từ địa chỉ của khách mà chưa biết của ai. Chúng được tìm khi bạn bấm nút, nên chưa đếm ở trên.',
    progress: 'Bây giờ',
    erased: 'Đã xóa dữ liệu khách',
    gone: 'Hồ sơ và mọi dòng tìm được từ đó đã bị xóa. Trong một hai đêm, mã khách còn được giữ riêng để không việc gì đang dở làm dữ liệu quay lại; rồi nó cũng mất.',
    leftMails: (count: string) => `${count} thư gốc chưa xóa được: người vận hành hãy chạy care person với mã này.`,
    proof:
      'Trang này không tìm qua mọi bảng. Muốn có bằng chứng, người vận hành chạy care person MÃ --erase --yes: lệnh tìm khắp nơi và nêu từng dòng còn sót.',
  },
  en: {
    who: 'Customer',
    export: [
      'A JSON file with all of this, the profile, and the reason of everything that was not sent.',
      'Nothing changes. Hand the file over safely, then delete your copy.',
    ],
    erase: [
      'Deleted: the profile and all of this. Vouchers stay under another name, because the books need them.',
      'What stays without a name: the balances of occurrences and the costs; this line and earlier ones about the customer stay in the log, with the customer’s id.',
      'Answers to surveys are gone for good: fewer people have answered, and the scores of occurrences and campaigns no longer count this customer.',
      'What stays: keyed hashes of address and number, so that nobody writes or rings there again, also after another import.',
      'From the moment you press the button no mail goes to the customer, not even in the middle of a batch.',
      'Write to the customer first, and take them out of the table that is imported.',
    ],
    tooLarge: (customerId: string) =>
      `What is held about this customer is too large for this page to hand out. An operator runs: care person ${customerId} --export. That writes into a folder, whatever the size.`,
    begun: 'The erasure before broke off. Press the button to finish it.',
    stray:
      'Besides: mails from the customer’s address that could not be matched. They are looked for when you press the button, so they are not counted above.',
    progress: 'Now',
    erased: 'The customer is erased',
    gone: 'The profile is deleted, and every row that it leads to. For one or two nights the id alone is kept apart, so that nothing under way brings the data back; then it goes too.',
    leftMails: (count: string) => `${numberOf(count, MAILS)} could not be deleted: an operator runs care person with this id.`,
    proof:
      'This page does not search every table. For the proof an operator runs care person ID --erase --yes: it looks everywhere and names each row that is left.',
  },
})

export const exportPath = (customerId: string) => `${customerPath(customerId)}/export`
export const erasePath = (customerId: string) => `${customerPath(customerId)}/erase`

export interface PersonHeld {
  readonly customerId: string
  /** Null when the profile is gone already. */
  readonly name: string | null
  readonly held: Held
  /** An erasure was begun and is not finished. */
  readonly isBegun: boolean
}

const figuresOf = ({ held }: PersonHeld, { locale }: Pick<Frame, 'locale'>): ActView['figures'] =>
  HELD.map((name) => ({ name, count: held[name], text: HELD_WORDS[locale][name](held[name]) }))

const whoOf = ({ customerId, name }: PersonHeld, { locale }: Pick<Frame, 'locale'>) =>
  [WORDS[locale].who, html`${name ?? customerId} <small>${customerId}</small>`] as const

export const exportActView = (frame: Frame, person: PersonHeld): ActView => ({
  section: 'customers',
  title: ACT_WORDS[frame.locale]['export-person'],
  about: { name: person.name ?? person.customerId, path: customerPath(person.customerId) },
  facts: [whoOf(person, frame)],
  figures: figuresOf(person, frame),
  standing: 'held',
  effects: [WORDS[frame.locale].stray, ...WORDS[frame.locale].export],
  isFinal: false,
  reason: ['customer-asked', 'authority-asked', 'own-check'],
  refused: null,
})

export const exportTooLarge = (customerId: string, { locale }: Pick<Frame, 'locale'>): string =>
  WORDS[locale].tooLarge(customerId)

export const eraseActView = (frame: Frame, person: PersonHeld): ActView => ({
  section: 'customers',
  title: ACT_WORDS[frame.locale]['erase-person'],
  about: { name: person.name ?? person.customerId, path: customerPath(person.customerId) },
  facts: [whoOf(person, frame), ...(person.isBegun ? [[WORDS[frame.locale].progress, WORDS[frame.locale].begun] as const] : [])],
  figures: figuresOf(person, frame),
  standing: person.isBegun ? 'begun' : 'held',
  effects: [WORDS[frame.locale].stray, ...WORDS[frame.locale].erase],
  isFinal: true,
  reason: ['customer-asked', 'consent-withdrawn', 'no-longer-needed', 'authority-asked'],
  // What runs is not interrupted: the erasure would begin long after it was said to.
  refused: busyBecause(frame),
  isForNow: true,
})

/** Names nobody: the customer is forgotten, and the address of this page too may stay in a browser. */
export function erasedPage(frame: Frame, { leftMails }: { readonly leftMails: number }): Html {
  const words = WORDS[frame.locale]
  const body = html`<h1>${words.erased}</h1>
      <section class="act">
        <p class="said" role="status">${words.gone}</p>
        ${leftMails === 0 ? '' : html`<p class="said warn">${words.leftMails(writtenCount(leftMails, frame.locale))}</p>`}
        <p>${words.proof}</p>
      </section>`
  return framePage({ frame, section: 'customers', title: words.erased, body })
}
