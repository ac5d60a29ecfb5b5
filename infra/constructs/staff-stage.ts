/** Where the app for staff is reached: its stage with the throttle and the access log, and its own domain where the company has one. */
import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { DomainName, type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { InfraConfig } from '#infra/config.ts'
import { output } from '#infra/constructs/output.ts'

/** Returns the access log. */
export function createStage(scope: Construct, api: HttpApi, config: InfraConfig): LogGroup {
  const domain = createDomain(scope, config)
  const accessLogs = new LogGroup(scope, 'AccessLogs', {
    retention: config.logRetentionDays,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  new HttpStage(scope, 'Stage', {
    httpApi: api,
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
  return accessLogs
}

function createDomain(scope: Construct, { staffHost, staffCertificateArn }: InfraConfig): DomainName | undefined {
  if (staffHost === '') return undefined
  const domain = new DomainName(scope, 'Domain', {
    domainName: staffHost,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', staffCertificateArn),
  })
  output(scope, 'StaffRecord', { value: `${staffHost} CNAME ${domain.regionalDomainName}` })
  return domain
}
