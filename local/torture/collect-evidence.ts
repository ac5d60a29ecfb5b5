/** Reads the evidence at the end: the mailbox from outside, and the rows by their own tables. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { z } from 'zod'
import { isMark, REDEEMED_VOUCHERS } from '#adapters/dynamo/filled-days.ts'
import { decodeTag, TAG_NAMES } from '#adapters/ses/tags.ts'
import type { BudgetStore } from '#app/ports/money.ts'
import type { OccurrenceStore } from '#app/ports/occurrences.ts'
import type { Mailbox } from '#local/aws/ses/mailbox.ts'
import { LOCAL_TABLES } from '#local/stack/environment.ts'
import type { Evidence, MailFacts, OccurrenceFacts } from '#local/torture/evidence.ts'
import { scanRows } from '#local/torture/scan-rows.ts'

/** A word of its own: a link's token has the same shape by chance in some one of ten thousand mails. */
const CODE = /(?<![\w.-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\w-])/g

export function readMails(mailbox: Mailbox): readonly MailFacts[] {
  const mails: MailFacts[] = []
  for (let after: string | undefined; ; ) {
    const { messages, next } = mailbox.list({ limit: 200, ...(after && { after }) })
    for (const { messageId, at, to, tags, text } of messages) {
      const tag = (name: string) => decodeTag(tags.find((each) => each.name === name)?.value ?? '') ?? ''
      // A mail to staff: a list of calls, what is urgent, a report.
      if (tags.length === 0) continue
      mails.push({
        messageId,
        at,
        to: to.join(' '),
        campaignId: tag(TAG_NAMES.campaignId),
        occurrenceId: tag(TAG_NAMES.occurrenceId),
        customerId: tag(TAG_NAMES.customerId),
        voucherCodes: text?.match(CODE) ?? [],
      })
    }
    if (next === null) return mails
    after = next
  }
}

export async function readOccurrences(
  occurrences: OccurrenceStore,
  {
    expected,
    campaigns,
    namedBefore,
  }: Pick<Evidence, 'expected' | 'campaigns'> & { readonly namedBefore: (name: string) => string },
): Promise<readonly OccurrenceFacts[]> {
  const found: OccurrenceFacts[] = []
  for (const { occurrenceId, campaignId } of expected) {
    const stored = await occurrences.get(occurrenceId)
    if (!stored) continue
    const byCall = campaigns.some(({ campaignId: id, calls }) => id === campaignId && calls !== null)
    const rows = (await occurrences.batches(occurrenceId)).flatMap(({ recipients, instead }) =>
      recipients.map(({ customerId, outcome }) => ({
        customerId: namedBefore(customerId),
        outcome,
        onDesk: byCall && instead === undefined,
      })),
    )
    found.push({ occurrenceId, state: stored.state, mismatch: stored.mismatch, balance: stored.balance, rows })
  }
  return found
}

const VoucherRow = z.object({ code: z.string(), customerId: z.string(), occasionKey: z.string() })

export async function readVouchers(client: DynamoDBClient): Promise<Evidence['vouchers']> {
  const vouchers: z.infer<typeof VoucherRow>[] = []
  for await (const row of scanRows(client, LOCAL_TABLES.vouchers))
    if (!isMark(row, REDEEMED_VOUCHERS)) vouchers.push(VoucherRow.parse(row))
  return vouchers
}

export async function readBudgets(budgets: BudgetStore, campaignIds: readonly string[]): Promise<Evidence['budgets']> {
  const stored = await Promise.all(campaignIds.map((id) => budgets.ofCampaign(id)))
  return stored.flat().map(({ campaignId, limit, reserved, settled }) => ({ campaignId, limit: limit.amount, reserved, settled }))
}
