/** The mail provider: the identity that we send as, the events it reports, and what it must not do. */
import { Stack } from 'aws-cdk-lib'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  type IEmailIdentity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import { Construct } from 'constructs'
import { identitiesOf } from '#adapters/ses/identities.ts'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { output } from '#infra/constructs/output.ts'

export interface SendingProps {
  readonly config: InfraConfig
}

export class Sending extends Construct {
  readonly configurationSet: ConfigurationSet
  readonly #identity: IEmailIdentity
  readonly #sender: string

  constructor(scope: Construct, id: string, { config }: SendingProps) {
    super(scope, id)
    this.#sender = config.company.sender
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    })
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      // Not OPEN and CLICK: tracking of behaviour is sensitive data under Vietnamese law. Not SEND: every accepted mail ends in one of these events
      // anyway, and one more message per mail would double the cost of carrying the events back.
      events: [
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.RENDERING_FAILURE,
      ],
    })
    this.#identity =
      config.mailIdentity === 'create'
        ? this.#createIdentity(config)
        : EmailIdentity.fromEmailIdentityName(this, 'Identity', config.senderDomain)
    output(this, 'ConfigurationSet', { value: this.configurationSet.configurationSetName, variable: 'CONFIGURATION_SET' })
  }

  /** Permits sending from the company's one address through this configuration set. Returns the set's name. */
  grantSendTo({ role }: IFunction): string {
    if (!role) throw new Error('a function without a role cannot send mail')
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    })
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [this.#identity.emailIdentityArn, configurationSet],
        conditions: { StringEquals: { 'ses:FromAddress': this.#sender } },
      }),
    )
    this.#permitReadingQuota(role)
    return this.configurationSet.configurationSetName
  }

  /** Permits reading the account, the identity of the sender's address, and the configuration set. Returns the set's name. */
  grantExamineTo({ role }: IFunction): string {
    if (!role) throw new Error('a function without a role cannot ask about the sender')
    const arnOf = (resource: string, resourceName: string) => Stack.of(this).formatArn({ service: 'ses', resource, resourceName })
    // Only a request shows which identity exists: the address itself, its domain, or a parent domain.
    const identities = identitiesOf(this.#sender).map((name) => arnOf('identity', name))
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['ses:GetEmailIdentity'], resources: identities }))
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:GetConfigurationSet'],
        resources: [arnOf('configuration-set', this.configurationSet.configurationSetName)],
      }),
    )
    this.#permitReadingQuota(role)
    return this.configurationSet.configurationSetName
  }

  /** The sender keeps to the account's own rate, which only the account knows. */
  #permitReadingQuota(role: IRole): void {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['ses:GetAccount'], resources: ['*'] }))
    acceptFinding(role, {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      because: 'ses:GetAccount reads the quota of the account and knows no resource.',
    })
  }

  #createIdentity({ senderDomain }: InfraConfig): EmailIdentity {
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(senderDomain),
      configurationSet: this.configurationSet,
      // Bounces come back as events. As mails they would also fill the sender's mailbox.
      feedbackForwarding: false,
      mailFromDomain: `bounce.${senderDomain}`,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
    })
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      output(this, `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` })
    }
    output(this, 'BounceRecord', { value: `bounce.${senderDomain} MX 10 feedback-smtp.${Stack.of(this).region}.amazonses.com` })
    output(this, 'SpfRecord', { value: `bounce.${senderDomain} TXT "v=spf1 include:amazonses.com ~all"` })
    return identity
  }
}
