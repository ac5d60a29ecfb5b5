/** No customer gets the same mail twice. */
import type { Evidence } from '#local/torture/evidence.ts'
import { type Breach, breach } from '#local/torture/verdict/breach.ts'

export function oneMailEach({ mails }: Evidence): readonly Breach[] {
  const same = Map.groupBy(mails, ({ occurrenceId, customerId }) => `${occurrenceId} ${customerId}`)
  return [...same.values()].flatMap((twice) => {
    const [first] = twice
    return first && twice.length > 1
      ? [breach('sent-twice', { ...first, detail: twice.map(({ messageId, at }) => `${messageId} at ${at}`).join(', ') })]
      : []
  })
}
