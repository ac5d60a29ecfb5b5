/**
 * Who vouches for staff: a user pool of this stack, or the company's own OpenID issuer by configuration. The pool knows no password of anybody: staff
 * sign in with a code by mail or with a passkey, and `care accept` makes and disables the users from the roster.
 */
import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPool,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { acceptFinding } from '#infra/accept-finding.ts'
import type { InfraConfig } from '#infra/config.ts'
import { output } from '#infra/constructs/output.ts'

export interface StaffAccountsProps {
  readonly config: InfraConfig
  /** The address of the staff app, without a slash at its end. */
  readonly url: string
}

/** What the app must know of its issuer; the secret's ARN is `none` for a client without one. */
export interface StaffIssuer {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecretArn: string
  readonly prompt: 'login' | 'select_account'
}

/** Cognito has no switch that turns passwords off. The longest that it can ask for is one that nobody sets by mistake. */
const NO_PASSWORD = {
  minLength: 99,
  requireLowercase: true,
  requireUppercase: true,
  requireDigits: true,
  requireSymbols: true,
} as const

export class StaffAccounts extends Construct {
  readonly issuer: StaffIssuer

  constructor(scope: Construct, id: string, { config, url }: StaffAccountsProps) {
    super(scope, id)
    const { staffIssuer: issuer, staffClientId: clientId, staffClientSecretArn, staffPrompt: prompt } = config
    this.issuer =
      issuer === ''
        ? this.#createPool(config, url)
        : { issuer, clientId, clientSecretArn: staffClientSecretArn === '' ? 'none' : staffClientSecretArn, prompt }
    output(this, 'StaffSignIn', { value: this.issuer.issuer })
  }

  #createPool(config: InfraConfig, url: string): StaffIssuer {
    const prefix = config.staffSignInPrefix === '' ? `tham-hoi-${Aws.ACCOUNT_ID}` : config.staffSignInPrefix
    const host = `${prefix}.auth.${Aws.REGION}.amazoncognito.com`
    const pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      // Which of the people who had an address an account is of: `care accept` alone writes it, and the app's client reads no such attribute.
      customAttributes: { address_since: new StringAttribute({ mutable: false, maxLen: 10 }) },
      autoVerify: { email: true },
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
      // Said outright: with another host later, every passkey would be of no use.
      passkeyRelyingPartyId: host,
      passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      passwordPolicy: NO_PASSWORD,
      // "I forgot my password" would be a way to set one.
      accountRecovery: AccountRecovery.NONE,
      mfa: Mfa.OFF,
      enableSmsRole: false,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    if (config.staffCodesBy === 'ses') sendCodesAs(pool, config)
    this.#acceptFindings(pool)
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: prefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    const client = this.#createClient(pool, url)
    // Without a branding the pages of managed login answer with an error.
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    })
    const passkeys = new URLSearchParams({ response_type: 'code', scope: 'openid email profile' })
    output(this, 'StaffPasskeys', {
      value: `https://${host}/passkeys/add?client_id=${client.userPoolClientId}&redirect_uri=${url}/sign-in/back&${passkeys}`,
    })
    output(this, 'StaffUserPool', { value: pool.userPoolId, variable: 'STAFF_USER_POOL_ID' })
    return { issuer: pool.userPoolProviderUrl, clientId: client.userPoolClientId, clientSecretArn: 'none', prompt: 'login' }
  }

  /** The app reads one ID token at the sign-in and asks for nothing more, so no token lives long. */
  #createClient(pool: UserPool, url: string): UserPoolClient {
    return pool.addClient('App', {
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${url}/sign-in/back`],
        logoutUrls: [`${url}/signed-out`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true, fullname: true }),
      // A person who could change the address of the account could become another one of the roster.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    })
  }

  #acceptFindings(pool: UserPool): void {
    acceptFinding(pool, {
      rule: 'AwsSolutions-COG2',
      because:
        'There is no password for a second factor to strengthen: a passkey verifies its person, a code goes to the mailbox of the roster. Cognito offers neither with MFA required.',
    })
    acceptFinding(pool, {
      rule: 'AwsSolutions-COG8',
      because: 'The plan Plus guards passwords, and this pool has none; every request asks the roster besides.',
    })
  }
}

/** On the resource itself: the construct wants a Region that it knows, and this stack is built for any. */
function sendCodesAs(pool: UserPool, { company, senderDomain }: InfraConfig): void {
  const { defaultChild } = pool.node
  if (!(defaultChild instanceof CfnUserPool)) throw new Error('a user pool without a resource of its own')
  defaultChild.emailConfiguration = {
    emailSendingAccount: 'DEVELOPER',
    from: company.sender,
    sourceArn: Stack.of(pool).formatArn({ service: 'ses', resource: 'identity', resourceName: senderDomain }),
  }
}
