/**
 * Where the telephone system tells of calls: a function and an API of its own, apart from the pages of customers and of staff, so that a flood of one
 * keeps no other from its visitors. Without a telephone system its address is known to no caller.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { LogGroup, type MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import { output } from '#infra/constructs/output.ts'
import { refusedRequests } from '#infra/constructs/refused-requests.ts'
import type { Secrets } from '#infra/constructs/secrets.ts'
import type { Tables } from '#infra/constructs/tables.ts'
import type { WorkQueues } from '#infra/constructs/work-queues.ts'

export interface TelephonyProps {
  readonly config: InfraConfig
  readonly tables: Tables
  readonly queues: WorkQueues
  readonly secrets: Secrets
}

/** A call has some five events: this is a desk of hundreds. */
const LIMITS = { rateLimit: 20, burstLimit: 100 }

export class Telephony extends Construct {
  readonly hearTelephone: CareFunction<'hearTelephone'>
  readonly api: HttpApi
  /** What the API did not take because of too many requests. */
  readonly refused: MetricFilter

  constructor(scope: Construct, id: string, { config, tables, queues, secrets }: TelephonyProps) {
    super(scope, id)
    const fn = new CareFunction(this, 'HearTelephone', {
      name: 'hearTelephone',
      description: 'Hears from the telephone system what became of calls, and which calls to the hotline were missed',
      logRetention: config.logRetentionDays,
      memory: 512,
    })
    this.hearTelephone = fn.connect({
      CUSTOMERS_TABLE: tables.grantTo(fn, 'customers', 'read'),
      FINDER_TABLE: tables.grantTo(fn, 'finder', 'read'),
      WORK_TABLE: tables.grantTo(fn, 'work', 'read', 'put'),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['late', 'hotline'], access: ['update'] }),
      ORDER_QUEUE_URL: queues.orders.grantSendTo(fn),
      SEAL_SECRET_ARN: secrets.grantSealTo(fn),
      TELEPHONY_SECRET_ARN: secrets.grantTelephonyTo(fn),
    })
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false })
    const [route] = this.api.addRoutes({
      path: '/telephone/{key}',
      methods: [HttpMethod.POST],
      integration: new HttpLambdaIntegration('HearTelephone', this.hearTelephone),
      authorizer: new HttpNoneAuthorizer(),
    })
    if (!route) throw new Error('the API made no route for the telephone system')
    acceptFinding(route, {
      rule: 'AwsSolutions-APIG4',
      because: 'The telephone system signs nothing: the key in the address is compared by the function, in constant time.',
    })
    this.refused = refusedRequests(this, { accessLogs: this.#createStage(config), metricName: 'RefusedTelephone' })
    output(this, 'TelephoneUrl', { value: `${this.api.apiEndpoint}/telephone/` })
  }

  #createStage({ logRetentionDays }: InfraConfig): LogGroup {
    const accessLogs = new LogGroup(this, 'AccessLogs', { retention: logRetentionDays, removalPolicy: RemovalPolicy.DESTROY })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: LIMITS,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLogs),
        // The route, not the path: the path holds the key.
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
    return accessLogs
  }
}
