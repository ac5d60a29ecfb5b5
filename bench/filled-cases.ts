/** Open cases of a company, written straight into the table: as grave as they come, each on an agent's desk, and some whose clock is to ring. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { rowOf } from '#adapters/dynamo/work-rows.ts'
import { putRows } from '#adapters/dynamo/write-rows.ts'
import { SEVERITIES, type Severity } from '#core/campaign/case-terms.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { epochMsOf, type Instant, instantOf, MINUTE_MS } from '#core/time/instant.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import type { Case } from '#core/work/work-item.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import { aPerson, assignedTo, notedBy, openedAt, storedCase } from '#test/support/work-builders.ts'
import { agentOf, TEAM } from './filled-desk.ts'
import { idOf, inParts } from './filled-parts.ts'

const ROWS_AT_ONCE = 1_000

interface Cases {
  readonly client: DynamoDBClient
  readonly rules: CompanyRules
  readonly now: Instant
  readonly open: number
  /** Of these, which have waited since the evening before yesterday for staff to begin. */
  readonly late: number
  readonly customers: number
}

/** The ids of those whose clock has run out. The others were begun an hour before. */
export async function fillCases({ client, rules, now, open, late, customers }: Cases): Promise<readonly string[]> {
  const before = (minutes: number) => instantOf(epochMsOf(now) - minutes * MINUTE_MS)
  const made = (at: number): Case => {
    const isLate = at < late
    const opened = before(isLate ? 1_800 : 61 + (at % 500))
    const severity: Severity = isLate ? 's2' : (SEVERITIES[1 + (at % 3)] ?? 's3')
    const item = storedCase({
      workId: `case_${String(at).padStart(6, '0')}`,
      customerId: idOf((at % customers) + 1),
      subject: { is: 'told', what: 'complaint', workId: null, replyId: null, campaignId: null, occurrenceId: null },
      events: [
        openedAt(opened),
        { is: 'severity-set', at: opened, by: { is: 'system' }, severity, because: { is: 'rule', rule: 'words' } },
        assignedTo({ ...aPerson('agent', TEAM), address: agentOf(at) }, opened),
        ...(isLate ? [] : [notedBy('Hạnh', 'Khách nói hộp trà bị móp, đã xin ảnh và hẹn trả lời trong ngày.', before(60))]),
      ],
    })
    return { ...item, dueAt: deadlinesOf(item, rules).begin }
  }
  const items = Array.from({ length: open }, (_, at) => made(at))
  for (const part of inParts(items, ROWS_AT_ONCE)) await putRows({ client, tableName: LOCAL_TABLES.work }, part.map(rowOf))
  return items.slice(0, late).map(({ workId }) => workId)
}
