/**
 * The secrets. No function has a secret in its environment and no template refers to its value. The functions get the secret's address and read it
 * when they start: it can change without a deployment, and reading a function's configuration reveals nothing.
 *
 * Do not change `generateSecretString`: CloudFormation makes a new value when it changes, and every link in sent mails would become
 * invalid, and every suppressed address free.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import { output } from '#infra/constructs/output.ts'

export class Secrets extends Construct {
  readonly #seal: Secret
  readonly #till: Secret
  readonly #suppression: Secret
  readonly #telephony: Secret

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.#seal = new Secret(this, 'Seal', {
      description: 'The keys of voucher codes, links and reply addresses; change them with "care keys" only',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.#till = new Secret(this, 'Till', {
      description: 'The key that shop staff type to redeem a voucher; change it here when someone leaves',
      // Typed by hand at a till: without characters that are easily confused.
      generateSecretString: { passwordLength: 12, excludePunctuation: true, excludeUppercase: true, excludeCharacters: 'il1o0' },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.#suppression = new Secret(this, 'Suppression', {
      description: 'The key that names suppressed addresses and numbers; never change or delete it: none would be found again',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.#telephony = new Secret(this, 'Telephony', {
      description: "The key of the telephone system's webhook, and what calls are started with (docs/deploy.md)",
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'webhookKey',
        passwordLength: 48,
        // It stands in an address.
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acceptFinding(this.#telephony, {
      rule: 'AwsSolutions-SMG4',
      because: 'Its key stands in the settings of the telephone system: the operator changes both together.',
    })
    acceptFinding(this.#suppression, {
      rule: 'AwsSolutions-SMG4',
      because: 'Suppressions of erased people stand under it, and nobody could compute their names anew (docs/adr/019).',
    })
    acceptFinding(this.#seal, {
      rule: 'AwsSolutions-SMG4',
      because:
        'An operator rotates it in two steps (docs/deploy.md): the new key must be known everywhere before it seals, and the old one must open links for 400 days.',
    })
    acceptFinding(this.#till, {
      rule: 'AwsSolutions-SMG4',
      because: 'People type it: it changes when the shop decides so and tells its staff, not behind their backs.',
    })
    output(this, 'SealSecret', { value: this.#seal.secretArn, variable: 'SEAL_SECRET_ARN' })
    output(this, 'SuppressionSecret', { value: this.#suppression.secretArn, variable: 'SUPPRESSION_SECRET_ARN' })
    output(this, 'TelephonySecret', { value: this.#telephony.secretArn, variable: 'TELEPHONY_SECRET_ARN' })
    output(this, 'TillKeySecret', { value: this.#till.secretArn })
  }

  /** Permits reading the keys of seals and returns their address. Only for functions that seal or open seals. */
  grantSealTo = (grantee: IGrantable): string => permitReading(grantee, this.#seal)

  /** Permits reading the key of suppressions and returns its address. Only for functions that read or write suppressions. */
  grantSuppressionTo = (grantee: IGrantable): string => permitReading(grantee, this.#suppression)

  /** Permits reading what belongs to the telephone system and returns its address. Only for the functions that ring or hear it. */
  grantTelephonyTo = (grantee: IGrantable): string => permitReading(grantee, this.#telephony)

  /** Permits reading the till key and returns its address. */
  grantTillTo = (grantee: IGrantable): string => permitReading(grantee, this.#till)
}

function permitReading(grantee: IGrantable, { secretArn }: Secret): string {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] }),
  )
  return secretArn
}
