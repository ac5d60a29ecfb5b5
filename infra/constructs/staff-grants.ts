/** What the app for staff may touch, and no more: each table by the acts that its pages offer. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { BatchSchedules } from '#infra/constructs/batch-schedules.ts'
import type { CareFunction } from '#infra/constructs/care-function.ts'
import type { CaseFiles } from '#infra/constructs/case-files.ts'
import type { Facts } from '#infra/constructs/facts.ts'
import type { InboundMail } from '#infra/constructs/inbound-mail.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { StaffIssuer } from '#infra/constructs/staff-accounts.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface Reached {
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly schedules: BatchSchedules
  readonly secrets: Secrets
  readonly caseFiles: CaseFiles
  readonly facts: Facts
  /** Absent where no mail comes in. */
  readonly inbound?: InboundMail
}

export function connectServeStaff(
  fn: CareFunction<'serveStaff'>,
  { tables, queues, schedules, secrets, caseFiles, facts, inbound }: Reached,
  { url, issuer }: { readonly url: string; readonly issuer: StaffIssuer },
): CareFunction<'serveStaff'> {
  return fn.connect({
    // What is removed or renamed besides is a customer who is erased: by the profile's own keys and indexes, and never by a scan.
    CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read', 'put'),
    CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read', 'update', 'remove'),
    // Its keys are written before a corrected profile, and taken back when the customer was erased in between.
    FINDER_TABLE: tables.grantTo(fn, 'finder', 'read', 'put', 'remove'),
    PURCHASES_TABLE: tables.grantTo(fn, 'purchases', 'read', 'remove'),
    OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'put', 'remove'),
    TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read', 'write', 'remove'),
    CONSENTS_TABLE: tables.grantTo(fn, 'consents', 'read', 'put', 'remove'),
    SUPPRESSIONS_TABLE: grantSuppressionsTo(fn, tables),
    VOUCHERS_TABLE: tables.grantTo(fn, 'vouchers', 'read', 'update'),
    BUDGETS_TABLE: tables.grantTo(fn, 'budgets', 'read', 'put'),
    RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read', 'put', 'remove'),
    REPLIES_TABLE: tables.grantTo(fn, 'replies', 'read', 'remove'),
    WORK_TABLE: tables.grantTo(fn, 'work', 'read', 'put', 'remove'),
    PACE_TABLE: tables.grantTo(fn, 'pace', 'readOne'),
    STAFF_TABLE: grantStaffTo(fn, tables),
    NUMBERS_TABLE: grantNumbersTo(fn, tables),
    ORDER_QUEUE_URL: queues.orders.grantSendTo(fn),
    ...queues.grantRedriveTo(fn),
    ...schedules.grantTo(fn),
    SEAL_SECRET_ARN: secrets.grantSealTo(fn),
    SUPPRESSION_SECRET_ARN: secrets.grantSuppressionTo(fn),
    TELEPHONY_SECRET_ARN: secrets.grantTelephonyTo(fn),
    // Who erases a customer removes their files.
    CASE_FILES_BUCKET: caseFiles.grantTo(fn, 'read', 'put', 'remove'),
    FACTS_BUCKET: facts.grantPurchasesTo(fn),
    INBOUND_BUCKET: inbound ? inbound.grantRemoveTo(fn) : 'none',
    STAFF_ISSUER: issuer.issuer,
    STAFF_CLIENT_ID: issuer.clientId,
    STAFF_CLIENT_SECRET_ARN: grantClientSecretTo(fn, issuer),
    STAFF_PROMPT: issuer.prompt,
    STAFF_URL: url,
  })
}

/** Staff lift what was held back after soft bounces. No fault of the app may take away a customer's stop, or the do-not-call list. */
function grantSuppressionsTo(fn: CareFunction<'serveStaff'>, tables: Tables): string {
  tables.grantTo(fn, 'suppressions', 'read', 'put')
  return tables.grantRowsTo(fn, 'suppressions', { keys: ['soft#*'], access: ['remove'] })
}

/** The roster is read and never written here, and a line of the audit log is never deleted, whatever the app's code would do. */
function grantStaffTo(fn: CareFunction<'serveStaff'>, tables: Tables): string {
  tables.grantRowsTo(fn, 'staff', {
    keys: ['#roster', '#plan', 'duty#*', 'calls#*', 'session#*', 'subject#*', 'audit#*', 'refused#*', 'questions', 'findings'],
    access: ['read'],
  })
  tables.grantRowsTo(fn, 'staff', {
    keys: ['duty#*', 'calls#*', 'session#*', 'subject#*', 'audit#*', 'questions'],
    access: ['put'],
  })
  tables.grantRowsTo(fn, 'staff', { keys: ['refused#*'], access: ['update'] })
  return tables.grantRowsTo(fn, 'staff', { keys: ['session#*', 'findings'], access: ['remove'] })
}

/**
 * Notes late days, and removes an erased customer's calls to the hotline, which two indexes lead to. Figures are read and never written here; of what the
 * head adds, nothing is ever deleted.
 */
function grantNumbersTo(fn: CareFunction<'serveStaff'>, tables: Tables): string {
  tables.grantRowsTo(fn, 'numbers', { keys: ['late'], access: ['update'] })
  tables.grantRowsTo(fn, 'numbers', { keys: ['hotline'], access: ['remove'] })
  tables.grantRowsTo(fn, 'numbers', { keys: ['proposals#*', 'handed-in*'], access: ['put'] })
  return tables.grantTo(fn, 'numbers', 'read')
}

function grantClientSecretTo({ role }: CareFunction<'serveStaff'>, { clientSecretArn }: StaffIssuer): string {
  if (clientSecretArn === 'none') return clientSecretArn
  role?.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [clientSecretArn] }))
  return clientSecretArn
}
