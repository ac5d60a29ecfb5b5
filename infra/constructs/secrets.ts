/**
 * What must not be guessed. Both secrets reach the functions as environment variables through a dynamic reference that CloudFormation
 * resolves when it deploys: no call and no failure at a cold start, and neither template nor repository holds the value. The price:
 * whoever may read a function's configuration in this account can read it, and a changed secret counts only after the next deployment.
 */
import { RemovalPolicy } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import { output } from '#infra/constructs/output.ts'

export class Secrets extends Construct {
  /** A reference to the secret from which voucher codes and link tokens are made. */
  readonly sealSecret: string
  /** A reference to what shop staff type to redeem a voucher. */
  readonly tillKey: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const seal = new Secret(this, 'Seal', {
      description: 'Voucher codes and link tokens are made from it: whoever changes it voids every one that is out',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const till = new Secret(this, 'Till', {
      description: 'The key that shop staff type to redeem a voucher; change it here and deploy again when someone leaves',
      // Typed by hand at a till: nothing that is mistaken for something else.
      generateSecretString: { passwordLength: 12, excludePunctuation: true, excludeUppercase: true, excludeCharacters: 'il1o0' },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    acceptFinding(seal, {
      rule: 'AwsSolutions-SMG4',
      because:
        'Rotating it would void every voucher and every unsubscribe link that customers hold; opt-out links must keep working.',
    })
    acceptFinding(till, {
      rule: 'AwsSolutions-SMG4',
      because: 'People type it: it changes when the shop decides so and tells its staff, not behind their backs.',
    })
    this.sealSecret = seal.secretValue.unsafeUnwrap()
    this.tillKey = till.secretValue.unsafeUnwrap()
    output(this, 'SealSecret', { value: seal.secretArn })
    output(this, 'TillKeySecret', { value: till.secretArn })
  }
}
