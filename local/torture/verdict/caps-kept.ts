/** In no window of a cap's length does one customer get more mails than it allows. */
import { HOUR_MS } from '#core/time/instant.ts'
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'
import { UNDER_WAY_MS } from '#local/torture/verdict/under-way.ts'

export function capsKept({ mails, caps }: Evidence): readonly Breach[] {
  const breaches: Breach[] = []
  for (const own of Map.groupBy(mails, ({ customerId }) => customerId).values()) {
    const sorted = own.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    for (const { max, hours } of caps) {
      for (const [index, mail] of sorted.entries()) {
        const before = sorted[index - max]
        if (before && Date.parse(mail.at) - Date.parse(before.at) < hours * HOUR_MS - UNDER_WAY_MS)
          breaches.push(breach('cap-broken', { ...mail, detail: `more than ${max} in ${hours} h: ${before.at}, ${mail.at}` }))
      }
    }
  }
  return breaches
}
