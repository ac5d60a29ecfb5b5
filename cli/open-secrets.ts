/** The secrets, only for the commands that need them: the other commands need no permission to read them. */

import { factNumbers } from '#adapters/crypto/fact-numbers.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { readSecret, type SecretPlace, secretsClient } from '#adapters/secrets-manager/secrets.ts'
import type { Seals } from '#app/ports/secrets.ts'
import { clientOptions, type Variables } from '#cli/open-queues.ts'
import { VariablesMissingError } from '#cli/variables-missing.ts'
import type { NumberOf } from '#core/facts/who.ts'

export function openSecrets(variables: Variables) {
  const client = secretsClient(clientOptions(variables, variables.AWS_ENDPOINT_URL_SECRETS_MANAGER))
  const sealSecret = (): SecretPlace => {
    const secretId = variables.SEAL_SECRET_ARN
    if (!secretId) throw new VariablesMissingError(['SEAL_SECRET_ARN'])
    return { client, secretId }
  }
  /** Where the key of suppressions is stored; undefined when the environment does not say. */
  const suppressionSecret = (): SecretPlace | undefined =>
    variables.SUPPRESSION_SECRET_ARN ? { client, secretId: variables.SUPPRESSION_SECRET_ARN } : undefined
  return {
    sealSecret,
    suppressionSecret,
    /** Under the key that never changes, which is that of suppressions. */
    numberOf: async (): Promise<NumberOf> => {
      const secret = suppressionSecret()
      if (secret === undefined) throw new VariablesMissingError(['SUPPRESSION_SECRET_ARN'])
      return factNumbers({ secret: (await readSecret(secret)).text })
    },
    /** Kept for as long as one command runs. */
    seals: async (): Promise<Seals> => cryptoSeals({ secret: (await readSecret(sealSecret())).text }),
    close: () => client.destroy(),
  }
}
