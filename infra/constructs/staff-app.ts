/**
 * The app for staff: a function and an API of its own, apart from the customers' pages, so that neither takes the other down. The sign-in is the
 * app's own matter, with the issuer of staff-accounts.ts.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import type { BatchSchedules } from '#infra/constructs/batch-schedules.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { CaseFiles } from '#infra/constructs/case-files.ts'
import type { InboundMail } from '#infra/constructs/inbound-mail.ts'
import { output } from '#infra/constructs/output.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import { StaffAccounts, type StaffIssuer } from '#infra/constructs/staff-accounts.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

/** What adapters/picture/png-of.ts reads. */
const PICTURE_FILES = {
  'picture/resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'picture/regular.ttf': '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'picture/bold.ttf': '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
} as const

export interface StaffAppProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly schedules: BatchSchedules
  readonly secrets: Secrets
  readonly caseFiles: CaseFiles
  /** Absent where no mail comes in. */
  readonly inbound?: InboundMail
}

export class StaffApp extends Construct {
  readonly serveStaff: CareFunction<'serveStaff'>
  /** What draws charts and writes workbooks, apart: it is larger than all the pages. */
  readonly drawReport: CareFunction<'drawReport'>
  readonly api: HttpApi
  /** Where staff open it. */
  readonly url: string

  constructor(scope: Construct, id: string, props: StaffAppProps) {
    super(scope, id)
    const { config } = props
    // The API first: its address goes into the function and to the issuer, and only its route needs the function.
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false, disableExecuteApiEndpoint: config.staffHost !== '' })
    const url = config.staffHost === '' ? this.api.apiEndpoint : `https://${config.staffHost}`
    this.url = url
    const { issuer } = new StaffAccounts(this, 'Accounts', { config, url })
    this.serveStaff = this.#createFunction(props, { url, issuer })
    this.drawReport = this.#createDrawing(props, url)
    this.#route()
    this.#createStage(config)
    output(this, 'StaffUrl', { value: url })
  }

  #createFunction(
    { config, tables, queues, schedules, secrets, caseFiles, inbound }: StaffAppProps,
    { url, issuer }: { readonly url: string; readonly issuer: StaffIssuer },
  ) {
    const fn = new CareFunction(this, 'ServeStaff', {
      name: 'serveStaff',
      description: 'The app for staff: campaigns, occurrences, customers, listening and work, each as far as the role goes',
      logRetention: config.logRetentionDays,
      memory: 1024,
      reservedConcurrency: config.staffReservedConcurrency,
    })
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
      INBOUND_BUCKET: inbound ? inbound.grantRemoveTo(fn) : 'none',
      STAFF_ISSUER: issuer.issuer,
      STAFF_CLIENT_ID: issuer.clientId,
      STAFF_CLIENT_SECRET_ARN: grantClientSecretTo(fn, issuer),
      STAFF_PROMPT: issuer.prompt,
      STAFF_URL: url,
    })
  }

  #createDrawing({ config, tables, secrets }: StaffAppProps, url: string) {
    const fn = new CareFunction(this, 'DrawReport', {
      name: 'drawReport',
      description: 'Charts, workbooks and pictures of the report, for those who are signed in to the staff app',
      logRetention: config.logRetentionDays,
      // A whole processor: a picture is all computing.
      memory: 1769,
      carries: PICTURE_FILES,
    })
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['roll-ups#*', 'written', 'late', 'waiting'], access: ['read'] }),
      STAFF_TABLE: tables.grantRowsTo(fn, 'staff', { keys: ['#roster', '#plan', 'session#*'], access: ['read'] }),
      SEAL_SECRET_ARN: secrets.grantSealTo(fn),
      STAFF_URL: url,
    })
  }

  /** Every path: the app itself says which exist, and asks at each who is there. */
  #route(): void {
    const everything = { id: 'Everything', key: HttpRouteKey.DEFAULT, to: this.serveStaff }
    const drawn = ['charts', 'files'].map((part) => ({
      id: part,
      key: HttpRouteKey.with(`/report/${part}/{name}`, HttpMethod.GET),
      to: this.drawReport,
    }))
    for (const each of [everything, ...drawn]) this.#routeTo(each)
  }

  #routeTo({ id, key, to }: { readonly id: string; readonly key: HttpRouteKey; readonly to: IFunction }): void {
    const route = new HttpRoute(this, id, {
      httpApi: this.api,
      routeKey: key,
      integration: new HttpLambdaIntegration(id === 'Everything' ? 'ServeStaff' : id, to),
      authorizer: new HttpNoneAuthorizer(),
    })
    acceptFinding(route, {
      rule: 'AwsSolutions-APIG4',
      because:
        'The app signs staff in itself and asks the roster at every request; an authorizer would know a token for hours after its person has left.',
    })
  }

  #createStage(config: InfraConfig): void {
    const domain = this.#createDomain(config)
    const accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.staffRateLimit, burstLimit: config.staffBurstLimit },
      ...(domain && { domainMapping: { domainName: domain } }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        // No path and no query: they name customers and what was searched for. The audit log says who did what.
        format: AccessLogFormat.custom(
          JSON.stringify({
            at: '$context.requestTime',
            requestId: '$context.requestId',
            method: '$context.httpMethod',
            status: '$context.status',
            milliseconds: '$context.responseLatency',
            failure: '$context.integrationErrorMessage',
          }),
        ),
      },
    })
  }

  #createDomain({ staffHost, staffCertificateArn }: InfraConfig): DomainName | undefined {
    if (staffHost === '') return undefined
    const domain = new DomainName(this, 'Domain', {
      domainName: staffHost,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', staffCertificateArn),
    })
    output(this, 'StaffRecord', { value: `${staffHost} CNAME ${domain.regionalDomainName}` })
    return domain
  }
}

/** Staff lift what was held back after soft bounces. No fault of the app may take away a customer's stop, or the do-not-call list. */
function grantSuppressionsTo(fn: CareFunction<'serveStaff'>, tables: Tables): string {
  tables.grantTo(fn, 'suppressions', 'read', 'put')
  return tables.grantRowsTo(fn, 'suppressions', { keys: ['soft#*'], access: ['remove'] })
}

/** The roster is read and never written here, and a line of the audit log is never deleted, whatever the app's code would do. */
function grantStaffTo(fn: CareFunction<'serveStaff'>, tables: Tables): string {
  tables.grantRowsTo(fn, 'staff', {
    keys: ['#roster', '#plan', 'duty#*', 'calls#*', 'session#*', 'subject#*', 'audit#*', 'questions', 'findings'],
    access: ['read'],
  })
  tables.grantRowsTo(fn, 'staff', {
    keys: ['duty#*', 'calls#*', 'session#*', 'subject#*', 'audit#*', 'questions'],
    access: ['put'],
  })
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
