/**
 * `listCalls`: reads who works and what is due, writes the lists, the marks of mails, what is urgent, and of a case only that the head of a department was
 * told, what the cases of the last weeks tell; mails staff and departments.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import { addressHash } from '#adapters/crypto/address-hash.ts'
import { contactKeys, type SuppressionKeys } from '#adapters/crypto/contact-keys.ts'
import type { Events } from '#app/events.ts'
import type { LinkSeals } from '#app/ports/secrets.ts'
import type { UrgentHook } from '#app/ports/urgent-hook.ts'
import type { BeginTeamDaysPorts } from '#app/sending/begin-team-days.ts'
import type { MailCareDigestPorts } from '#app/sending/mail-care-digest.ts'
import type { WriteToDepartmentsPorts } from '#app/sending/write-to-departments.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { FunctionEnv } from '#functions/env.ts'
import { budgetLetters } from '#functions/wiring/budget-letters.ts'
import { callsLetters } from '#functions/wiring/calls-letters.ts'
import { careDigestLetters } from '#functions/wiring/care-digest-letters.ts'
import { digestLetters } from '#functions/wiring/digest-letters.ts'
import { headReportLetters } from '#functions/wiring/head-report-letters.ts'
import { mailing } from '#functions/wiring/mailing.ts'
import { questionLetters } from '#functions/wiring/question-letters.ts'
import { reportLetters } from '#functions/wiring/report-letters.ts'
import { staffUrlOf } from '#functions/wiring/staff-url.ts'
import { stores } from '#functions/wiring/stores.ts'
import { urgentLetters } from '#functions/wiring/urgent-letters.ts'

interface Setting {
  readonly dynamo: DynamoDBClient
  /** Made by `sesClient`: it must never repeat a send. */
  readonly ses: SESv2Client
  readonly suppressionKeys: SuppressionKeys
  readonly companyRules: CompanyRules
  readonly events: Events
  /** The company's webhook for urgent work; null where there is none. */
  readonly hook: UrgentHook | null
  readonly seals: Pick<LinkSeals, 'linkToken'>
  /** The address of the pages that links in mails to departments lead to. */
  readonly pages: string
}

export function listCallsPorts(
  env: FunctionEnv<'listCalls'>,
  { dynamo, ses, companyRules, events, hook, seals, suppressionKeys, pages }: Setting,
): BeginTeamDaysPorts & WriteToDepartmentsPorts & MailCareDigestPorts {
  const make = stores({ client: dynamo, addressHash })
  const { company } = companyRules
  const staffUrl = staffUrlOf(env)
  return {
    lists: make.dayLists(env.STAFF_TABLE),
    work: make.work(env.WORK_TABLE),
    customers: make.customers(env.CUSTOMERS_TABLE),
    roster: make.roster(env.STAFF_TABLE),
    dutyBook: make.dutyBook(env.STAFF_TABLE),
    staffMails: make.staffMails(env.STAFF_TABLE),
    interruptions: make.interruptions(env.STAFF_TABLE),
    replies: make.replies(env.REPLIES_TABLE),
    letters: callsLetters({ company, staffUrl, campaigns: make.campaigns(env.CAMPAIGNS_TABLE) }),
    questions: make.questions(env.STAFF_TABLE),
    digestLetters: digestLetters(companyRules),
    findings: make.findings(env.STAFF_TABLE),
    purchases: make.purchases(env.PURCHASES_TABLE),
    careDigestLetters: careDigestLetters({ company, staffUrl, cases: companyRules.cases }),
    questionLetters: questionLetters({ companyRules, seals, pages }),
    urgentLetters: urgentLetters({ company, staffUrl }),
    reportLetters: reportLetters({ company, staffUrl }),
    headReportLetters: headReportLetters({ company, staffUrl, campaigns: make.campaigns(env.CAMPAIGNS_TABLE) }),
    numbers: make.numbers(env.NUMBERS_TABLE),
    budgetPlans: make.budgetPlans(env.BUDGETS_TABLE),
    budgetLetters: budgetLetters({ company, staffUrl }),
    campaigns: make.campaigns(env.CAMPAIGNS_TABLE),
    hook,
    // Only whether a mail links a number: the screen of the call decides again, and a list has thousands of them.
    suppressions: make.suppressions(env.SUPPRESSIONS_TABLE, { keys: async () => suppressionKeys, eventuallyConsistent: true }),
    seals: contactKeys,
    ...mailing({ env, dynamo, ses, company }),
    companyRules,
    events,
  }
}
