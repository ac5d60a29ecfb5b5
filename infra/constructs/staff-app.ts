/**
 * The app for staff: a function and an API of its own, apart from the customers' pages, so that neither takes the other down. The sign-in is the
 * app's own matter, with the issuer of staff-accounts.ts.
 */
import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { CareFunction } from '#infra/constructs/care-function.ts'
import { output } from '#infra/constructs/output.ts'
import { refusedRequests } from '#infra/constructs/refused-requests.ts'
import { StaffAccounts, type StaffIssuer } from '#infra/constructs/staff-accounts.ts'
import { connectServeStaff, type Reached } from '#infra/constructs/staff-grants.ts'
import { createStage } from '#infra/constructs/staff-stage.ts'

/** What adapters/picture/png-of.ts reads. */
const PICTURE_FILES = {
  'picture/resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'picture/regular.ttf': '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  'picture/bold.ttf': '@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
} as const

export interface StaffAppProps extends Reached {
  readonly config: InfraConfig
}

export class StaffApp extends Construct {
  readonly serveStaff: CareFunction<'serveStaff'>
  /** What draws charts and writes workbooks, apart: it is larger than all the pages. */
  readonly drawReport: CareFunction<'drawReport'>
  readonly api: HttpApi
  /** Requests that the API turned away because too many came at once. */
  readonly refused: MetricFilter
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
    this.refused = refusedRequests(this, { accessLogs: createStage(this, this.api, config), metricName: 'RefusedStaff' })
    output(this, 'StaffUrl', { value: url })
  }

  #createFunction(props: StaffAppProps, from: { readonly url: string; readonly issuer: StaffIssuer }) {
    const { config } = props
    const fn = new CareFunction(this, 'ServeStaff', {
      name: 'serveStaff',
      description: 'The app for staff: campaigns, occurrences, customers, listening and work, each as far as the role goes',
      logRetention: config.logRetentionDays,
      memory: 1024,
      reservedConcurrency: config.staffReservedConcurrency,
    })
    return connectServeStaff(fn, props, from)
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
    // Counts who was turned away, and reads nothing of the log.
    tables.grantRowsTo(fn, 'staff', { keys: ['refused#*'], access: ['update'] })
    return fn.connect({
      CAMPAIGNS_TABLE: tables.grantTo(fn, 'campaigns', 'read'),
      NUMBERS_TABLE: tables.grantRowsTo(fn, 'numbers', { keys: ['roll-ups#*', 'written', 'late', 'waiting'], access: ['read'] }),
      BUDGETS_TABLE: tables.grantRowsTo(fn, 'budgets', { keys: ['#plan#*'], access: ['read'] }),
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
    const budgets = { id: 'budgets', key: HttpRouteKey.with('/budgets/{id}/files/{name}', HttpMethod.GET), to: this.drawReport }
    for (const each of [everything, ...drawn, budgets]) this.#routeTo(each)
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
}
