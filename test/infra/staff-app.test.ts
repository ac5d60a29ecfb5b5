import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { readConfig } from '#infra/config.ts'
import { A_COMPANY, allowedStatements, careTemplate, FUNCTION_IDS, resource } from '#test/infra/synthesised.ts'

const template = careTemplate()
const CERTIFICATE = 'arn:aws:acm:ap-southeast-1:111122223333:certificate/c'
const HOST = 'staff.trasenviet.example.com'
const own = careTemplate({ tunables: { staffHost: HOST, staffCertificateArn: CERTIFICATE } })

const variablesIn = (of: Template) =>
  resource(of, { type: 'AWS::Lambda::Function', id: FUNCTION_IDS.serveStaff }).properties.Environment.Variables
const only = (of: Template, type: string) => {
  const found = Object.values(of.findResources(type))
  if (found.length !== 1) throw new Error(`${found.length} of type ${type}`)
  return found[0]!
}

describe('where the app is found', () => {
  test('without a host of its own under the address of its API, which it knows and the issuer sends back to', () => {
    const { logicalId: api } = resource(template, { type: 'AWS::ApiGatewayV2::Api', id: 'StaffAppApi' })
    const endpoint = { 'Fn::GetAtt': [api, 'ApiEndpoint'] }
    expect(variablesIn(template).STAFF_URL).toEqual(endpoint)
    expect(template.findOutputs('StaffUrl').StaffUrl?.Value).toEqual(endpoint)
    const { CallbackURLs, LogoutURLs } = only(template, 'AWS::Cognito::UserPoolClient').Properties
    expect(CallbackURLs).toEqual([{ 'Fn::Join': ['', [endpoint, '/sign-in/back']] }])
    expect(LogoutURLs).toEqual([{ 'Fn::Join': ['', [endpoint, '/signed-out']] }])
  })

  test('with a certificate under the company’s host, and only there', () => {
    own.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: HOST })
    const { properties } = resource(own, { type: 'AWS::ApiGatewayV2::Api', id: 'StaffAppApi' })
    expect(properties.DisableExecuteApiEndpoint).toBe(true)
    expect(variablesIn(own).STAFF_URL).toBe(`https://${HOST}`)
    expect(only(own, 'AWS::Cognito::UserPoolClient').Properties.CallbackURLs).toEqual([`https://${HOST}/sign-in/back`])
    expect(Object.keys(own.findOutputs('*'))).toContain('StaffRecord')
  })

  test('it has an API of its own with one route for the pages and three for what is drawn and written, and limits apart from those of the customers’ pages', () => {
    const { logicalId: api } = resource(template, { type: 'AWS::ApiGatewayV2::Api', id: 'StaffAppApi' })
    const routes = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).filter(
      ({ Properties }) => Properties.ApiId.Ref === api,
    )
    expect(routes.map(({ Properties }) => Properties.RouteKey)).toEqual([
      '$default',
      'GET /report/charts/{name}',
      'GET /report/files/{name}',
      'GET /budgets/{id}/files/{name}',
    ])
    const { properties } = resource(template, { type: 'AWS::ApiGatewayV2::Stage', id: 'StaffAppStage' })
    expect(properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 })
  })

  test('the access log holds no path, no query and nothing about who asked', () => {
    const { properties } = resource(template, { type: 'AWS::ApiGatewayV2::Stage', id: 'StaffAppStage' })
    expect(properties.AccessLogSettings.Format).toContain('$context.status')
    expect(properties.AccessLogSettings.Format).not.toMatch(/\$context\.(path|routeKey|identity|authorizer|domainName)/)
  })
})

describe('the user pool', () => {
  const { Properties: pool, ...kept } = only(template, 'AWS::Cognito::UserPool')

  test('is kept, and nobody makes a user in it but an operator', () => {
    expect(kept).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    expect(pool).toMatchObject({
      DeletionProtection: 'ACTIVE',
      UserPoolTier: 'ESSENTIALS',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    })
  })

  test('keeps of each account since when the address is its person’s, in an attribute that staff cannot write', () => {
    expect(pool.Schema).toContainEqual(expect.objectContaining({ Name: 'address_since', Mutable: false }))
    expect(only(template, 'AWS::Cognito::UserPoolClient').Properties.WriteAttributes).toEqual(['locale'])
  })

  test('lets in by a code or a passkey; of a password nobody has one, can choose one or can have one sent', () => {
    expect(pool.Policies.SignInPolicy.AllowedFirstAuthFactors.toSorted()).toEqual(['EMAIL_OTP', 'PASSWORD', 'WEB_AUTHN'])
    expect(pool.AccountRecoverySetting).toEqual({ RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] })
    expect(pool.WebAuthnUserVerification).toBe('required')
    const { ExplicitAuthFlows } = only(template, 'AWS::Cognito::UserPoolClient').Properties
    expect(ExplicitAuthFlows.toSorted()).toEqual(['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_AUTH'])
  })

  test('knows the app as a public client that takes codes alone and changes no address', () => {
    const { Properties } = only(template, 'AWS::Cognito::UserPoolClient')
    expect(Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
    })
    expect(Properties.WriteAttributes).not.toContain('email')
    expect(variablesIn(template)).toMatchObject({ STAFF_CLIENT_SECRET_ARN: 'none', STAFF_PROMPT: 'login' })
  })

  test('shows the managed login of version 2, which needs a branding, under a name that can be chosen', () => {
    const branding = only(template, 'AWS::Cognito::ManagedLoginBranding').Properties
    expect(branding).toMatchObject({ UseCognitoProvidedValues: true, ClientId: variablesIn(template).STAFF_CLIENT_ID })
    const named = careTemplate({ tunables: { staffSignInPrefix: 'tra-sen' } })
    expect(only(named, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({ Domain: 'tra-sen', ManagedLoginVersion: 2 })
    expect(JSON.stringify(only(named, 'AWS::Cognito::UserPool').Properties.WebAuthnRelyingPartyID)).toContain('tra-sen.auth.')
  })

  test('writes its codes by itself, or from the company’s own address through SES', () => {
    expect(pool.EmailConfiguration).toBeUndefined()
    const bySes = only(careTemplate({ tunables: { staffCodesBy: 'ses' } }), 'AWS::Cognito::UserPool').Properties
    expect(bySes.EmailConfiguration).toMatchObject({ EmailSendingAccount: 'DEVELOPER', From: A_COMPANY.sender })
    expect(JSON.stringify(bySes.EmailConfiguration.SourceArn)).toContain(':identity/trasenviet.example.com')
  })
})

test('with an issuer of its own the company has no pool, and the app may read that one client secret', () => {
  const staffClientSecretArn = 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:entra-AbCdEf'
  const theirs = careTemplate({
    tunables: {
      staffIssuer: 'https://login.microsoftonline.com/t/v2.0',
      staffClientId: 'app-1',
      staffClientSecretArn,
      staffPrompt: 'select_account',
    },
  })
  theirs.resourceCountIs('AWS::Cognito::UserPool', 0)
  expect(Object.keys(theirs.findOutputs('*'))).not.toContain('StaffUserPool')
  expect(variablesIn(theirs)).toMatchObject({
    STAFF_ISSUER: 'https://login.microsoftonline.com/t/v2.0',
    STAFF_CLIENT_ID: 'app-1',
    STAFF_CLIENT_SECRET_ARN: staffClientSecretArn,
    STAFF_PROMPT: 'select_account',
  })
  const reads = allowedStatements(theirs).filter(({ resources }) => resources.join().includes(staffClientSecretArn))
  expect(reads.map(({ owner, actions }) => [owner.replace(/Role.*/, ''), actions])).toEqual([
    ['StaffAppServeStaff', ['secretsmanager:GetSecretValue']],
  ])
})

test.each([
  [{ staffHost: HOST }, 'staffHost and staffCertificateArn belong together'],
  [{ staffCertificateArn: CERTIFICATE }, 'staffHost and staffCertificateArn belong together'],
  [{ staffHost: 'https://staff.example.com' }, 'staffHost: a host such as staff.example.com'],
  [{ staffIssuer: 'https://accounts.google.com' }, 'staffIssuer needs staffClientId'],
  [{ staffIssuer: 'http://id.example.com', staffClientId: 'x' }, 'staffIssuer: an https address'],
  [{ staffClientId: 'x' }, 'are those of an issuer of your own'],
  [{ staffIssuer: 'https://a.example.com', staffClientId: 'x', staffSignInPrefix: 'tra-sen' }, 'with staffIssuer there is none'],
  [{ staffSignInPrefix: 'my-cognito' }, 'staffSignInPrefix'],
  [{ staffCodesBy: 'post' }, 'staffCodesBy'],
  [{ staffReservedConcurrency: 5 }, 'reservations of 5 need accountConcurrency of at least 105'],
])('%j is refused, and the message says where', (tunables: Record<string, string | number>, message) => {
  expect(() => readConfig({ context: (key) => tunables[key], company: A_COMPANY })).toThrow(message)
})
