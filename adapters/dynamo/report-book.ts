/**
 * Proposals and reports as they were handed in, beside the roll-ups in the table `numbers`: `proposals#<period>#<segment>` + proposal id,
 * `handed-in#<id>` + `report`, and for the list `handed-in` + `<instant>#<id>`, written after the report itself so that no line leads nowhere.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import * as z from 'zod'
import { absent, follows } from '#adapters/dynamo/conditions.ts'
import { queryAll, queryPages } from '#adapters/dynamo/query-rows.ts'
import { getRow } from '#adapters/dynamo/read-rows.ts'
import { type DynamoTable, jsonIn, type Row, readAs, UnreadableRowError } from '#adapters/dynamo/rows.ts'
import { putRow } from '#adapters/dynamo/write-rows.ts'
import type { HandedIn, HandedInLine, ReportBook } from '#app/ports/reports.ts'
import { PLAN_STATES } from '#core/planned-budget/budget-plan.ts'
import { type Proposal, ProposalSchema } from '#core/report/proposal.ts'
import type { ReportBudget } from '#core/report/report-budget.ts'
import type { ReportView } from '#core/report/report-view.ts'
import { InstantSchema } from '#core/time/instant.ts'

const LIST = 'handed-in'
const proposalsOf = ({ period, segment }: Pick<Proposal, 'period' | 'segment'>) => `proposals#${period}#${segment}`
const keyOfReport = (reportId: string) => ({ scope: `${LIST}#${reportId}`, item: 'report' })

export const dynamoReportBook = (table: DynamoTable): ReportBook => ({
  proposals: async (of) => {
    const rows = await queryAll(table, { partition: { attribute: 'scope', is: proposalsOf(of) } })
    const found = rows.map((row) => readAs(ProposalSchema, row, 'a proposal'))
    return found.toSorted((a, b) => (`${a.at}#${a.proposalId}` < `${b.at}#${b.proposalId}` ? -1 : 1))
  },
  putProposal: (proposal) =>
    putRow(table, { scope: proposalsOf(proposal), item: proposal.proposalId, ...proposal }, follows('version', proposal.version)),
  handIn: async ({ view, proposals, budget, ...line }) => {
    const key = keyOfReport(line.reportId)
    const written = await putRow(table, { ...key, ...line, packed: packedOf({ view, proposals, budget }) }, absent('item'))
    // Also where the report was there already: the run that wrote it may have broken off before its line, which tells the instant of the report.
    const stored = written === 'lost' ? await getRow(table, key) : undefined
    const { at, ...told } = stored ? readAs(LineSchema, stored, `the report ${line.reportId}`) : line
    await putRow(table, { scope: LIST, item: `${at}#${line.reportId}`, at, ...told }, absent('item'))
    return written
  },
  handedIn: async (limit) => {
    const found: HandedInLine[] = []
    const query = { partition: { attribute: 'scope', is: LIST }, latestFirst: true, pageSize: limit }
    for await (const page of queryPages(table, query)) {
      found.push(...page.map((row) => readAs(LineSchema, row, 'a line of the reports handed in')))
      if (found.length >= limit) break
    }
    return found.slice(0, limit)
  },
  handedInReport: async (reportId) => {
    const row = await getRow(table, keyOfReport(reportId))
    return row && reportIn(row)
  },
})

const LineSchema = z.object({
  reportId: z.string(),
  at: InstantSchema,
  byName: z.string(),
  period: z.string(),
  segment: z.string(),
})

/** What a reader unpacks at most: a year of many campaigns is some 200 kB of text. */
const MOST_BYTES = 8_000_000

/** A year with all its campaigns packs to a tenth; DynamoDB takes rows of 400 kB. */
const packedOf = (report: Pick<HandedIn, 'view' | 'proposals' | 'budget'>): Uint8Array =>
  brotliCompressSync(JSON.stringify(report), { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })

function reportIn(row: Row): HandedIn {
  const line = readAs(LineSchema, row, 'a report that was handed in')
  const name = `the report ${line.reportId}`
  if (!(row.packed instanceof Uint8Array)) throw new UnreadableRowError(`cannot read ${name}: nothing packed`)
  const text = brotliDecompressSync(row.packed, { maxOutputLength: MOST_BYTES }).toString()
  return { ...line, ...readAs(PackedSchema, jsonIn(text, name), name) }
}

/** A report is shown as it was written: its inside is the view of the version that wrote it, and only its outline is checked. */
const PackedSchema = z.object({
  view: z.custom<ReportView>(
    (value) => z.object({ figures: z.array(z.unknown()), headline: z.array(z.string()) }).safeParse(value).success,
  ),
  proposals: z.array(ProposalSchema),
  /** Absent in reports of before. */
  budget: z
    .custom<ReportBudget>(
      (value) =>
        z
          .object({
            budgetId: z.string(),
            state: z.enum(PLAN_STATES),
            currency: z.string(),
            variance: z.looseObject({}).nullable(),
          })
          .safeParse(value).success,
    )
    .nullable()
    .default(null),
})
