/** The accounts with which staff sign in, for the command that accepts a roster. */
import { cognitoClient, cognitoStaffAccounts } from '#adapters/cognito/staff-accounts.ts'
import type { StaffAccounts } from '#app/ports/staff.ts'
import { clientOptions, type Variables } from '#cli/open-queues.ts'

/** None without a user pool: on one machine, and where the company's own issuer knows its people. */
export function openStaffAccounts({ variables }: { readonly variables: Variables }): {
  readonly accounts: StaffAccounts | null
  readonly close: () => void
} {
  const { STAFF_USER_POOL_ID: userPoolId } = variables
  if (!userPoolId) return { accounts: null, close: () => {} }
  const client = cognitoClient(clientOptions(variables, variables.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER))
  return { accounts: cognitoStaffAccounts({ client, userPoolId }), close: () => client.destroy() }
}
