/** Choosing who of a shared address is written to, as the page of this act says it. */
import { html } from 'hono/html'
import type { SharedAddress } from '#core/audience/shared-address.ts'
import type { Customer } from '#core/customer/customer.ts'
import type { PageLocale } from '#web/customer/page.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { customerPath } from '#web/staff/paths.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

const WORDS = bothLanguages({
  vi: {
    now: 'Bây giờ gửi cho',
    becomes: 'Từ giờ gửi cho',
    sharing: 'khách có cùng địa chỉ này',
    effects: [
      'Thư chúc giống nhau cho mọi người chỉ gửi cho khách này; những khách kia đứng trong bảng cân đối với lý do cùng địa chỉ.',
      'Loại thư mà khách này không được nhận thì gửi cho khách kế tiếp, như trước.',
      'Thư về đơn hàng và sinh nhật vẫn gửi cho từng khách.',
      'Lựa chọn mang tên bạn, và giữ nguyên cho đến khi có người chọn lại.',
    ],
    refused: {
      'not-shared': 'Không khách nào khác có địa chỉ này, nên không có gì để chọn.',
      'here-already': 'Thư chúc giống nhau đã gửi cho khách này rồi.',
    },
  },
  en: {
    now: 'Goes now to',
    becomes: 'Goes from now on to',
    sharing: 'customers have this address',
    effects: [
      'A greeting that is the same for all goes to this customer alone; the others stand in the balance with the reason that they share the address.',
      'A kind of mail that this customer may not get goes to the next, as before.',
      'Mail about an order or a birthday still goes to each.',
      'The choice carries your name, and stands until somebody chooses again.',
    ],
    refused: {
      'not-shared': 'No other customer has this address, so there is nothing to choose.',
      'here-already': 'A greeting that is the same for all goes to this customer already.',
    },
  },
})

/** The last part of the path of the act. */
export const WRITTEN_TO = 'written-to'
export const writtenToPath = (customerId: string) => `${customerPath(customerId)}/${WRITTEN_TO}`

type SharedAddressRefusal = keyof (typeof WORDS)['vi']['refused']

export const refusedSharedAddress = (refusal: SharedAddressRefusal, locale: PageLocale): string => WORDS[locale].refused[refusal]

export interface Sharing {
  readonly customer: Pick<Customer, 'customerId' | 'fullName'>
  readonly sharedAddress: SharedAddress | undefined
}

export function writtenToActView({ locale }: Pick<Frame, 'locale'>, { customer, sharedAddress }: Sharing): ActView {
  const words = WORDS[locale]
  const { customerId, fullName } = customer
  const now = sharedAddress?.writtenTo ?? customerId
  const refusal = sharedAddress === undefined ? 'not-shared' : now === customerId ? 'here-already' : null
  return {
    section: 'customers',
    title: ACT_WORDS[locale]['write-to-this-one'],
    about: { name: fullName, path: customerPath(customerId) },
    facts: [
      [words.now, html`<a href="${customerPath(now)}">${now}</a>`],
      [words.becomes, html`${fullName} <small>${customerId}</small>`],
    ],
    figures: [{ name: 'sharing', count: sharedAddress?.customers.length ?? 1, text: words.sharing }],
    standing: now,
    effects: words.effects,
    isFinal: false,
    reason: ['customer-asked', 'reads-the-mail', 'after-a-change'],
    refused: refusal && words.refused[refusal],
  }
}
