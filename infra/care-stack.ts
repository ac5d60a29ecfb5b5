/** The whole product in one stack, deployed and rolled back together. Tables and secrets outlive the stack. */
import { type App, Stack, Tags } from 'aws-cdk-lib'
import type { InfraConfig } from '#infra/config.ts'
import { Alarms } from '#infra/constructs/alarms.ts'
import { BatchSchedules } from '#infra/constructs/batch-schedules.ts'
import { CallLists } from '#infra/constructs/call-lists.ts'
import { CaseClocks } from '#infra/constructs/case-clocks.ts'
import { CaseFiles } from '#infra/constructs/case-files.ts'
import { Deliveries } from '#infra/constructs/deliveries.ts'
import { Facts } from '#infra/constructs/facts.ts'
import { InboundMail } from '#infra/constructs/inbound-mail.ts'
import { Orders } from '#infra/constructs/orders.ts'
import { Pages } from '#infra/constructs/pages.ts'
import { Planner } from '#infra/constructs/planner.ts'
import { Replies } from '#infra/constructs/replies.ts'
import { Retention } from '#infra/constructs/retention.ts'
import { RollUps } from '#infra/constructs/roll-ups.ts'
import { Secrets } from '#infra/constructs/secrets.ts'
import { Sending } from '#infra/constructs/sending.ts'
import { StaffApp } from '#infra/constructs/staff-app.ts'
import { Tables } from '#infra/constructs/tables.ts'
import { Telephony } from '#infra/constructs/telephony.ts'
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

    const caseFiles = new CaseFiles(this, 'CaseFiles', { config })

    const { planOccurrences } = new Planner(this, 'Planner', { config, tables, queues, sending })
    const { recordDelivery } = new Deliveries(this, 'Deliveries', { config, tables, queues, sending, secrets })
    const pages = new Pages(this, 'Pages', { config, tables, queues, secrets, caseFiles })
    const { replyDomain } = config.company
    const mailIn = replyDomain !== undefined && { inbound: new InboundMail(this, 'InboundMail', { config, queues, replyDomain }) }
    const { receiveReply } = new Replies(this, 'Replies', { config, tables, queues, secrets, ...mailIn })
    const { purgeExpired } = new Retention(this, 'Retention', { config, tables, queues, caseFiles, ...mailIn })

    const facts = new Facts(this, 'Facts', { config })
    const staffApp = new StaffApp(this, 'StaffApp', { config, tables, queues, schedules, secrets, caseFiles, facts, ...mailIn })
    const staffUrl = staffApp.url
    const { carryOutOrders } = new Orders(this, 'Orders', { config, tables, queues, schedules, sending, secrets, staffUrl })
    new CallLists(this, 'CallLists', { config, queues })
    new CaseClocks(this, 'CaseClocks', { config, queues })

    const { rollUpNight } = new RollUps(this, 'RollUps', { config, tables, queues, secrets, facts })

    const telephony = new Telephony(this, 'Telephony', { config, tables, queues, secrets })

    const { servePages } = pages
    const { hearTelephone } = telephony
    const { serveStaff, drawReport } = staffApp
    new Alarms(this, 'Alarms', {
      config,
      queues,
      pages,
      staffApp,
      telephony,
      functions: {
        planOccurrences,
        carryOutOrders,
        recordDelivery,
        receiveReply,
        purgeExpired,
        rollUpNight,
        servePages,
        serveStaff,
        drawReport,
        hearTelephone,
      },
    })
  }
}
