/**
 * When the figures of the report are made on this machine. In AWS that is every night. On a moved clock a year of nights would take longer than the year:
 * there it is done in the nights before the head of care is mailed about a week or a month, and once the clock has come to rest
 * (local/stack/roll-ups.ts).
 */
import type { Company } from '#core/campaign/company.ts'

export interface RollUpNights {
  readonly expressions: readonly string[]
  readonly zone: string
  readonly isMoved: boolean
}

const EVERY_NIGHT = ['cron(30 0 * * ? *)']
const BEFORE_MAILS = ['cron(30 0 ? * MON *)', 'cron(30 0 1 * ? *)']

export const rollUpNights = ({ zone }: Pick<Company, 'zone'>, { isMoved }: { readonly isMoved: boolean }): RollUpNights => ({
  expressions: isMoved ? BEFORE_MAILS : EVERY_NIGHT,
  zone,
  isMoved,
})
