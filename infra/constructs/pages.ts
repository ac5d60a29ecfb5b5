/** The pages that customers and shop staff open: a survey, what to receive, a voucher, stopping the mails. Public by nature; the link is the key. */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import { output } from '#infra/constructs/output.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface PagesProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly secrets: Secrets
}

/** GET shows, POST does: mail scanners open every link. */
const ROUTES = [
  { path: '/v/{code}', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/u/{token}', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/p/{token}', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/s/{token}', methods: [HttpMethod.GET, HttpMethod.POST] },
  { path: '/s/{token}/thanks', methods: [HttpMethod.GET] },
  { path: '/s/{token}/more', methods: [HttpMethod.POST] },
  // Where shop staff type a code, and how the pages look.
  { path: '/v', methods: [HttpMethod.GET] },
  { path: '/page.css', methods: [HttpMethod.GET] },
]

export class Pages extends Construct {
  readonly servePages: CareFunction<'servePages'>

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
    this.#createStage({ api, domain, config: props.config })
  }

  #createFunction({ config, tables, queues, secrets }: PagesProps) {
    const fn = new CareFunction(this, 'ServePages', {
      name: 'servePages',
      description: 'Takes answers and opt-outs, shows a voucher and redeems it at the till',
      logRetention: config.logRetentionDays,
      memory: 512,
    })
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read', 'write'),
      OCCURRENCES_TABLE: tables.grantTo(fn, 'occurrences', 'read'),
      RESPONSES_TABLE: tables.grantTo(fn, 'responses', 'read', 'write'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'write'),
      CONSENTS_TABLE: tables.grantTo(fn, 'consents', 'read', 'write'),
      VOUCHERS_TABLE: tables.grantTo(fn, 'vouchers', 'read', 'write'),
      NOTICE_QUEUE_URL: queues.notices.grantSendTo(fn),
      SEAL_SECRET: secrets.sealSecret,
      TILL_KEY: secrets.tillKey,
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

  #createStage({ api, domain, config }: { api: HttpApi; domain: DomainName | undefined; config: InfraConfig }) {
    const logs = new LogGroup(this, 'AccessLogs', { retention: config.logRetentionDays, removalPolicy: RemovalPolicy.DESTROY })
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: config.pagesRateLimit, burstLimit: config.pagesBurstLimit },
      ...(domain && { domainMapping: { domainName: domain } }),
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        // The route, not the path: a path holds a token or a voucher code. No address of the caller either.
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
  }
}
