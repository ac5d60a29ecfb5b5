/** The notice at the top of the first page while sending is stopped for every customer. */
import { html } from 'hono/html'
import type { SendingStop } from '#core/planning/sending-stop.ts'
import type { Html } from '#web/customer/page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { FAULT_WORDS } from '#web/words/sender-faults.ts'
import { writtenInstant } from '#web/words/written.ts'

const WORDS = bothLanguages({
  vi: {
    stopped: (since: string, why: string) => `Từ ${since} không gửi được thư nào cho ai: ${why}.`,
    waits: (next: string) =>
      `Khách đến lượt vẫn chờ trong giờ gửi của họ. Lần thử tới: ${next}; khi nhà cung cấp nhận thư, hệ thống tự gửi tiếp. Cần làm gì: care doctor.`,
  },
  en: {
    stopped: (since: string, why: string) => `Since ${since} nothing can be sent to anybody: ${why}.`,
    waits: (next: string) =>
      `Customers whose turn it is wait within their hours. Next try: ${next}; as soon as the provider takes a mail, sending goes on by itself. What to mend: care doctor.`,
  },
})

export function stopInWords(stop: SendingStop, { locale, company }: Pick<Frame, 'locale' | 'company'>): Html {
  const words = WORDS[locale]
  const at = (instant: string) => writtenInstant(instant, { zone: company.zone, locale })
  return html`<p data-sending="stopped"><strong>${words.stopped(at(stop.since), FAULT_WORDS[locale][stop.fault])}</strong> ${words.waits(at(stop.probeAt))}</p>`
}
