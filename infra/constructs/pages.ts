/**
 * The pages that customers, shop staff and departments open: a survey, whether a case is solved, preferences, a voucher, an opt-out, a question. Public by
 * nature; the token in the link is the key.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { LogGroup, type MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import type { CaseFiles } from '#infra/constructs/case-files.ts'
import { ONE_CLICK_ROUTE, takeOneClick } from '#infra/constructs/one-click.ts'
import { output } from '#infra/constructs/output.ts'
import { refusedRequests } from '#infra/constructs/refused-requests.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface PagesProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly secrets: Secrets
  readonly caseFiles: CaseFiles
}

/** GET shows and POST acts, because mail scanners open every link. */
const ROUTES = [
  { path: '/v/{code}', methods: [HttpMethod.GET] },
  { path: '/till/{code}', methods: [HttpMethod.GET, HttpMethod.POST] },
  // A post to the link itself is received without a function (one-click.ts).
  { path: '/u/{token}', methods: [HttpMethod.GET] },
  { path: '/u/{token}/stop', methods: [HttpMethod.POST] },
  { path: '/p/{token}', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/s/{token}', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/s/{token}/thanks', methods: [HttpMethod.GET] },
  { path: '/s/{token}/more', methods: [HttpMethod.POST] },
  { path: '/c/{token}', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/c/{token}/said', methods: [HttpMethod.GET] },
  // What staff ask a department.
  { path: '/q/{token}', methods: [HttpMethod.GET] },
  { path: '/q/{token}/accept', methods: [HttpMethod.POST] },
  { path: '/q/{token}/answer', methods: [HttpMethod.POST] },
  // Where customers and shop staff type a code; the style of the pages, and the script beside the field for a file.
  { path: '/v', methods: [HttpMethod.GET] },
  { path: '/till', methods: [HttpMethod.GET] },
  { path: '/page.css', methods: [HttpMethod.GET] },
  { path: '/file-size.js', methods: [HttpMethod.GET] },
]

/** Separate limits, so that a flood of page requests refuses no stop. The queue accepts far more. */
const ONE_CLICK_LIMITS = { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 }

export class Pages extends Construct {
  readonly servePages: CareFunction<'servePages'>
  readonly api: HttpApi
  /** Visitors who were refused because of too many requests, by the API or by the pages. */
  readonly refused: MetricFilter
  readonly #accessLogs: LogGroup

  constructor(scope: Construct, id: string, props: PagesProps) {
    super(scope, id)
    this.servePages = this.#createFunction(props)
    const { api, domain } = this.#createApi(props.config)
    const integration = new HttpLambdaIntegration('ServePages', this.servePages)
    for (const { path, methods } of ROUTES) {
      for (const route of api.addRoutes({ path, methods, integration, authorizer: new HttpNoneAuthorizer() })) {
        acceptFinding(route, {
          rule: 'AwsSolutions-APIG4',
          because:
            'Customers have no account: the link carries a signed token or an unguessable code, and redeeming needs the till key besides.',
        })
      }
    }
    this.api = api
    this.#accessLogs = new LogGroup(this, 'AccessLogs', {
      retention: props.config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.refused = refusedRequests(this, { accessLogs: this.#accessLogs, metricName: 'RefusedPages' })
    const oneClick = takeOneClick(api, props.queues.replies.queue)
    this.#createStage({ domain, config: props.config }).node.addDependency(oneClick)
  }

  #createFunction({ config, tables, queues, secrets, caseFiles }: PagesProps) {
    const fn = new CareFunction(this, 'ServePages', {
      name: 'servePages',
      description: 'Takes answers and opt-outs, shows a voucher and redeems it at the till',
      logRetention: config.logRetentionDays,
      memory: 512,
      fromRuntime: ['@aws-sdk/client-s3'],
      reservedConcurrency: config.pagesReservedConcurrency,
    })
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'readOne', 'update'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read', 'write'),
      // A case is read by its key where its department has the link of a question, and never looked for.
      WORK_TABLE: tables.grantTo(fn, 'work', 'readOne', 'write'),
      STAFF_TABLE: tables.grantRowsTo(fn, 'staff', { keys: ['questions'], access: ['readOne'] }),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['late'], access: ['update'] }),
      CONSENTS_TABLE: tables.grantTo(fn, 'consents', 'read', 'write'),
      TOUCHES_TABLE: tables.grantTo(fn, 'touches', 'update'),
      VOUCHERS_TABLE: tables.grantTo(fn, 'vouchers', 'read', 'write'),
      // A photo with the answer of a department: it is written here, and never read.
      CASE_FILES_BUCKET: caseFiles.grantTo(fn, 'put'),
      ORDER_QUEUE_URL: queues.orders.grantSendTo(fn),
      SEAL_SECRET_ARN: secrets.grantSealTo(fn),
      TILL_SECRET_ARN: secrets.grantTillTo(fn),
      CALLER_RATE: config.pagesCallerRate,
      CALLER_BURST: config.pagesCallerBurst,
    })
  }

  #createApi({ company, pagesCertificateArn }: InfraConfig) {
    const api = new HttpApi(this, 'Api', { createDefaultStage: false, disableExecuteApiEndpoint: pagesCertificateArn !== '' })
    if (pagesCertificateArn === '') {
      output(this, 'PagesUrl', { value: api.apiEndpoint })
      return { api, domain: undefined }
    }
    const domain = new DomainName(this, 'Domain', {
      domainName: new URL(company.pages).hostname,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', pagesCertificateArn),
    })
    output(this, 'PagesUrl', { value: new URL(company.pages).origin })
    output(this, 'PagesRecord', { value: `${new URL(company.pages).hostname} CNAME ${domain.regionalDomainName}` })
    return { api, domain }
  }

  #createStage({ domain, config }: { domain: DomainName | undefined; config: InfraConfig }) {
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.pagesRateLimit, burstLimit: config.pagesBurstLimit },
      ...(domain && { domainMapping: { domainName: domain } }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.#accessLogs),
        // Logs the route, not the path: a path holds a token or a voucher code. The caller's address is not logged either.
        format: AccessLogFormat.custom(
          JSON.stringify({
            at: '$context.requestTime',
            requestId: '$context.requestId',
            route: '$context.routeKey',
            status: '$context.status',
            milliseconds: '$context.responseLatency',
            failure: '$context.integrationErrorMessage',
          }),
        ),
      },
    })
    const { defaultChild } = stage.node
    if (!(defaultChild instanceof CfnStage)) throw new Error('a stage without a resource of its own')
    defaultChild.routeSettings = { [ONE_CLICK_ROUTE]: ONE_CLICK_LIMITS }
    return stage
  }
}
