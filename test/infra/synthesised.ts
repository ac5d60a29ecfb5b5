/** The stack as CloudFormation would get it: no account, no network, no bundling, so that a test takes about a second. */

import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { z } from 'zod'
import { CareStack } from '#infra/care-stack.ts'
import { readConfig } from '#infra/config.ts'

export const ROOT = join(import.meta.dirname, '..', '..')

export const A_COMPANY = {
  name: 'Trà Sen Việt',
  sender: 'cham-soc@trasenviet.example.com',
  zone: 'Asia/Ho_Chi_Minh',
  pages: 'https://care.trasenviet.example.com',
  replyDomain: 'traloi.trasenviet.example.com',
  retention: { rawMails: 365 } as { readonly rawMails: number; readonly work?: number },
}

/** Nothing is made for mail that comes in. */
export const WITHOUT_REPLIES = { replyDomain: undefined }

const CdkJson = z.object({ app: z.string(), context: z.record(z.string(), z.unknown()) })
export const cdkJson = () => CdkJson.parse(JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')))

export interface Wanted {
  readonly company?: Partial<Omit<typeof A_COMPANY, 'replyDomain'>> & { readonly replyDomain?: string | undefined }
  readonly tunables?: Readonly<Record<string, string | number>>
}

export function careApp({ company = {}, tunables = {} }: Wanted = {}) {
  const outdir = mkdtempSync(join(tmpdir(), 'care-stack-'))
  const app = new App({ outdir, context: { ...cdkJson().context, 'aws:cdk:bundling-stacks': [] } })
  const given: NonNullable<Wanted['tunables']> = { alarmEmail: 'ops@example.com', ...tunables }
  const config = readConfig({ context: (key) => given[key], company: { ...A_COMPANY, ...company } })
  return { app, outdir, config, stack: new CareStack(app, 'ThamHoi', { config }) }
}

export const careTemplate = (wanted: Wanted = {}) => Template.fromStack(careApp(wanted).stack)

export interface Statement {
  readonly owner: string
  readonly actions: readonly string[]
  /** Each resource as the template writes it, in JSON. */
  readonly resources: readonly string[]
  readonly condition: unknown
}

/** Everything that a role of the stack is allowed to do. */
export function allowedStatements(template: Template): readonly Statement[] {
  // A role's statements beyond the size of one policy lie in managed policies beside it.
  const policies = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'].flatMap((type) => Object.entries(template.findResources(type)))
  return policies.flatMap(([owner, { Properties }]) =>
    listOf<{ Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown }>(
      Properties.PolicyDocument.Statement,
    )
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Action, Resource, Condition }) => ({
        owner,
        actions: listOf(Action),
        resources: listOf(Resource).map((resource) => JSON.stringify(resource)),
        condition: Condition,
      })),
  )
}

const listOf = <Item>(value: Item | Item[]): Item[] => (Array.isArray(value) ? value : [value])

/** The one resource of the type whose logical id begins with the path of its construct. */
export function resource(template: Template, { type, id }: { type: string; id: string }) {
  const found = Object.entries(template.findResources(type)).filter(([logicalId]) =>
    new RegExp(`^${id}[0-9A-F]{8}$`).test(logicalId),
  )
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} are called ${id}`)
  const [logicalId, { Properties }] = found[0]!
  return { logicalId, properties: Properties }
}

/** Where each function stands in the template. */
export const FUNCTION_IDS = {
  planOccurrences: 'PlannerPlanOccurrences',
  purgeExpired: 'RetentionPurgeExpired',
  rollUpNight: 'RollUpsRollUpNight',
  carryOutOrders: 'OrdersCarryOutOrders',
  recordDelivery: 'DeliveriesRecordDelivery',
  receiveReply: 'RepliesReceiveReply',
  servePages: 'PagesServePages',
  serveStaff: 'StaffAppServeStaff',
  drawReport: 'StaffAppDrawReport',
  hearTelephone: 'TelephonyHearTelephone',
} as const
