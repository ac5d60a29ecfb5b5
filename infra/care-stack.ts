/** The whole product in one stack: what belongs together is deployed and rolled back together. Tables and secrets outlive it. */
import { type App, Stack, Tags } from 'aws-cdk-lib'
import type { InfraConfig } from '#infra/config.ts'
import { Alarms } from '#infra/constructs/alarms.ts'
import { BatchSchedules } from '#infra/constructs/batch-schedules.ts'
import { Deliveries } from '#infra/constructs/deliveries.ts'
import { InboundMail } from '#infra/constructs/inbound-mail.ts'
import { Notices } from '#infra/constructs/notices.ts'
import { Pages } from '#infra/constructs/pages.ts'
import { Planner } from '#infra/constructs/planner.ts'
import { Replies, type RepliesProps } from '#infra/constructs/replies.ts'
import { Retention } from '#infra/constructs/retention.ts'
import { Secrets } from '#infra/constructs/secrets.ts'
import { Sender } from '#infra/constructs/sender.ts'
import { Sending } from '#infra/constructs/sending.ts'
import { Tables } from '#infra/constructs/tables.ts'
import { WorkQueues } from '#infra/constructs/work-queues.ts'

export class CareStack extends Stack {
  constructor(app: App, id: string, { config }: { readonly config: InfraConfig }) {
    super(app, id, {
      description: `Thăm Hỏi: customer-care campaigns of ${config.company.name}`,
      terminationProtection: true,
    })
    Tags.of(this).add('product', 'tham-hoi')

    const tables = new Tables(this, 'Tables')
    const queues = new WorkQueues(this, 'WorkQueues')
    const secrets = new Secrets(this, 'Secrets')
    const sending = new Sending(this, 'Sending', { config })
    const schedules = new BatchSchedules(this, 'BatchSchedules', { queues })

    const { planOccurrences, planSlice } = new Planner(this, 'Planner', { config, tables, queues, schedules, secrets })
    const { sendBatch } = new Sender(this, 'Sender', { config, tables, queues, schedules, sending, secrets })
    const { recordDelivery } = new Deliveries(this, 'Deliveries', { config, tables, queues, sending, secrets })
    const { sendNotice } = new Notices(this, 'Notices', { config, tables, queues, sending, secrets })
    const { servePages } = new Pages(this, 'Pages', { config, tables, queues, secrets })
    const listening = this.#listen({ config, tables, queues, secrets })
    const { purgeExpired } = new Retention(this, 'Retention', {
      config,
      tables,
      queues,
      ...(listening && { inbound: listening.inbound }),
    })

    new Alarms(this, 'Alarms', {
      config,
      queues,
      functions: { planOccurrences, planSlice, sendBatch, recordDelivery, sendNotice, purgeExpired, servePages },
      ...(listening && { listening }),
    })
  }
  /** Only where mail comes in at all. */
  #listen({ config, ...others }: Omit<RepliesProps, 'inbound'>) {
    const { replyDomain } = config.company
    if (replyDomain === undefined) return undefined
    const inbound = new InboundMail(this, 'InboundMail', { config, replyDomain })
    const { receiveReply } = new Replies(this, 'Replies', { config, inbound, ...others })
    return { inbound, replies: inbound.replies, receiveReply }
  }
}
