/** The tunables of the staff app: where it is found, who vouches for staff, how much it may take. Read by infra/config.ts with the others. */
import { z } from 'zod'

const none = z.literal('')

export const STAFF_TUNABLES = {
  /** The host of the staff app, such as staff.example.com. Empty: the API's own address is used. */
  staffHost: z.union([none, z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host such as staff.example.com')]).default(''),
  /** ARN of a certificate for that host, in the same Region. */
  staffCertificateArn: z.union([none, z.string().startsWith('arn:')]).default(''),
  /** Requests a second to the staff app, and the burst above that: a page asks for two or three at once. */
  staffRateLimit: z.coerce.number().int().min(1).default(20),
  staffBurstLimit: z.coerce.number().int().min(1).default(40),
  /** Concurrency reserved for the staff app, which it then cannot exceed either; 0 for none. */
  staffReservedConcurrency: z.coerce.number().int().min(0).default(0),
  /**
   * Where staff sign in: https://<this>.auth.<Region>.amazoncognito.com, a name that nobody else in the Region has. Empty: `tham-hoi-` and the
   * account's number. Another name later makes every passkey useless.
   */
  staffSignInPrefix: z
    .union([
      none,
      z
        .string()
        .regex(
          /^(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
          'small letters, digits and hyphens, without "aws"',
        ),
    ])
    .default(''),
  /**
   * Who sends the codes with which staff sign in: `cognito` 50 a day at most; `ses` as many as the account may send, from the company's own address,
   * once SES lets it write to anybody.
   */
  staffCodesBy: z.enum(['cognito', 'ses']).default('cognito'),
  /** The company's own OpenID issuer, instead of a user pool: its address, and what it calls this app. */
  staffIssuer: z
    .union([none, z.url({ protocol: /^https$/, error: 'an https address such as https://accounts.google.com' })])
    .default(''),
  staffClientId: z.string().default(''),
  /** ARN of the secret whose text is the client secret that the issuer gave. Empty: a client without one. */
  staffClientSecretArn: z.union([none, z.string().startsWith('arn:')]).default(''),
  /** What the issuer is asked to do at each sign-in; Google knows only `select_account`. */
  staffPrompt: z.enum(['login', 'select_account']).default('login'),
} as const

type StaffTunables = Readonly<z.infer<z.ZodObject<typeof STAFF_TUNABLES>>>

/** Why these values do not go together, in the words of the operator who sets them; undefined when they do. */
export function staffRefusal(given: StaffTunables): string | undefined {
  const { staffHost, staffCertificateArn, staffIssuer, staffClientId, staffClientSecretArn, staffSignInPrefix } = given
  if ((staffHost === '') !== (staffCertificateArn === ''))
    return 'staffHost and staffCertificateArn belong together: a host of your own needs a certificate for it'
  if (staffIssuer !== '' && staffClientId === '')
    return 'staffIssuer needs staffClientId: the name that the issuer gave this app (docs/deploy.md, section 9)'
  if (staffIssuer === '' && (staffClientId !== '' || staffClientSecretArn !== ''))
    return 'staffClientId and staffClientSecretArn are those of an issuer of your own: set staffIssuer too, or leave them out'
  if (staffIssuer !== '' && staffSignInPrefix !== '')
    return 'staffSignInPrefix names a user pool of this stack, and with staffIssuer there is none: leave one of them out'
  return undefined
}
