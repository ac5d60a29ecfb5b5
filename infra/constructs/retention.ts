/** The nightly deletion of personal data whose retention has ended. */
import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { CaseFiles } from '#infra/constructs/case-files.ts'
import type { InboundMail } from '#infra/constructs/inbound-mail.ts'
import { runOnSchedule } from '#infra/constructs/run-on-schedule.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface RetentionProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly caseFiles: CaseFiles
  /** Absent where no mail comes in. */
  readonly inbound?: InboundMail
}

/** A run that could not be started within this time is left to the next night, which catches up. */
const TOO_LATE = Duration.hours(6)

export class Retention extends Construct {
  readonly purgeExpired: CareFunction<'purgeExpired'>

  constructor(scope: Construct, id: string, props: RetentionProps) {
    super(scope, id)
    this.purgeExpired = this.#createFunction(props)
    const { config, queues } = props
    runOnSchedule(this, 'EveryNight', {
      description: 'Deletes personal data whose time is over',
      at: { minute: '40', hour: '3' },
      zone: config.company.zone,
      target: this.purgeExpired,
      tooLate: TOO_LATE,
      deadLetters: queues.plannerDeadLetters,
    })
  }

  #createFunction({ config, tables, caseFiles, inbound }: RetentionProps) {
    const fn = new CareFunction(this, 'PurgeExpired', {
      name: 'purgeExpired',
      description: 'Deletes personal data whose time is over: raw mails, words, contacts, closed work',
      logRetention: config.logRetentionDays,
      // It works through hundreds of thousands of rows a night: a whole processor costs the same and is done in a third of the time.
      memory: 1769,
    })
    fn.configureAsyncInvoke({ maxEventAge: TOO_LATE, retryAttempts: 2 })
    return fn.connect({
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read'),
      // For rows that other functions wrote while a customer was being erased (app/retention/sweep-tombstones.ts).
      FINDER_TABLE: tables.grantTo(fn, 'finder', 'remove'),
      CONSENTS_TABLE: tables.grantTo(fn, 'consents', 'read', 'remove'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read', 'scanIndexes', 'write', 'remove'),
      REPLIES_TABLE: tables.grantTo(fn, 'replies', 'read', 'scanIndexes', 'remove'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read', 'write', 'remove'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'read', 'write', 'remove'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read', 'scanIndexes', 'remove'),
      NUMBERS_TABLE: grantCallersTo(fn, tables),
      // The lists of calls of customers who were erased.
      STAFF_TABLE: grantListsTo(fn, tables),
      CASE_FILES_BUCKET: caseFiles.grantTo(fn, 'remove'),
      INBOUND_BUCKET: inbound ? inbound.grantRemoveTo(fn) : 'none',
    })
  }
}

/** Who rang the hotline; those of an erased customer are found through an index. */
function grantCallersTo(fn: CareFunction<'purgeExpired'>, tables: Tables): string {
  tables.grantRowsTo(fn, 'numbers', { keys: ['hotline'], access: ['remove'] })
  return tables.grantTo(fn, 'numbers', 'read')
}

function grantListsTo(fn: CareFunction<'purgeExpired'>, tables: Tables): string {
  return tables.grantRowsTo(fn, 'staff', { keys: ['calls#*'], access: ['read', 'put'] })
}
