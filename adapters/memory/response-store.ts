/** Answers in memory. */
import { frozen } from '#adapters/frozen.ts'
import { rowsByOwner } from '#adapters/memory/rows-by-owner.ts'
import type { ResponseStore } from '#app/ports/listening.ts'
import type { SurveyResponse } from '#core/survey/response.ts'
import type { LocalDate } from '#core/time/local-date.ts'

export function memoryResponseStore(): ResponseStore {
  const rows = rowsByOwner<SurveyResponse>(({ occurrenceId }) => occurrenceId)
  const byDay = new Map<LocalDate, Set<SurveyResponse>>()
  const forget = (response: SurveyResponse | undefined) => {
    if (response) byDay.get(response.answeredOn)?.delete(response)
  }
  return {
    get: async ({ customerId, occurrenceId }) => rows.get(customerId, occurrenceId),
    getMany: async (keys) => {
      const found = keys.map(({ customerId, occurrenceId }) => rows.get(customerId, occurrenceId))
      return [...new Set(found)].filter((response) => response !== undefined)
    },
    put: async (response) => {
      const { customerId, occurrenceId, answeredOn, version } = response
      const before = rows.get(customerId, occurrenceId)?.version
      if (before !== (version === 0 ? undefined : version - 1)) return 'lost'
      forget(rows.put(customerId, frozen(response)))
      byDay.set(answeredOn, (byDay.get(answeredOn) ?? new Set()).add(response))
      return 'written'
    },
    ofCustomer: async (customerId) => rows.all(customerId),
    pagesOfCustomer: async function* (customerId) {
      const own = rows.all(customerId)
      if (own.length > 0) yield own
    },
    answeredOn: async function* (day) {
      const responses = [...(byDay.get(day) ?? [])]
      if (responses.length > 0) yield responses
    },
    answeredDays: async function* (through) {
      yield [...byDay].flatMap(([day, responses]) => (responses.size > 0 && day <= through ? [day] : []))
    },
    remove: async ({ customerId, occurrenceId }) => {
      forget(rows.get(customerId, occurrenceId))
      rows.remove(customerId, occurrenceId)
    },
  }
}
