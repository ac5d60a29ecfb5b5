import { expect, test } from 'vitest'
import { memoryDayLists } from '#adapters/memory/day-lists.ts'
import { memoryDutyBook } from '#adapters/memory/staff-stores.ts'
import { linesNow } from '#app/desk/calls-of-day.ts'
import { holdCall } from '#app/desk/hold-call.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { plusMs } from '#core/time/instant.ts'
import { LEASE_MINUTES } from '#core/work/lease.ts'
import { workLine } from '#local/sample-agents/work-line.ts'
import { CARE, NOW, office } from '#test/functions/staff/work/work-office.ts'
import { aCustomer } from '#test/support/builders.ts'
import { aMissedCall, openedAt, storedWork } from '#test/support/work-builders.ts'

const AGENT: StaffMember = { name: 'Bao', address: 'bao@example.com', team: CARE, role: 'agent' }
const CALLS = [
  storedWork({ workId: 'w-1', customerId: 'KH1', events: [openedAt('2027-03-09T02:00:00.000Z')] }),
  aMissedCall({ phone: '+84987654321' }, { workId: 'm-1', events: [openedAt('2027-03-09T02:00:00.000Z')] }),
]

test.each(CALLS)(
  '$workId is not rung by a sample agent while a visitor of this machine holds it, and is afterwards',
  async ({ workId }) => {
    const { stores, work } = await office(...CALLS)
    await stores.customers.put([aCustomer({ customerId: 'KH1', phone: '+84912345678' })])
    const { companyRules, events } = stores
    const parts = {
      stores: { ...stores, dayLists: memoryDayLists(), dutyBook: memoryDutyBook() },
      companyRules,
      events,
      ending: () => ({ disposition: 'satisfied', note: '', callBackAt: null }) as const,
    }
    const lines = [{ workIds: [workId], customerIds: ['KH1'], agent: AGENT.address, isWorked: false, why: [] }]
    const list = { team: CARE, date: '2027-03-10', version: 1, madeAt: NOW, lines, beyond: 0 }
    const people = new Map((await stores.customers.getMany(['KH1'])).map((person) => [person.customer.customerId, person]))
    const round = async (at: string) => {
      const [line] = await linesNow({ ...stores, companyRules }, { list, isAsked: () => true, now: at })
      if (!line) throw new Error('no line')
      return (await workLine(parts, { line, member: AGENT, people, promisable: null, at })).calls
    }
    await holdCall({ work }, { workId, by: 'Hanh', address: 'hanh@example.com', at: NOW })
    expect(await round(NOW)).toBe(0)
    expect((await work.get(workId))?.lease?.name).toBe('Hanh')
    expect(await round(plusMs(NOW, LEASE_MINUTES * 60_000))).toBe(1)
  },
)
