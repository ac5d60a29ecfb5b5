/**
 * Secrets Manager on a loopback port, in the protocol that the SDK and the AWS CLI speak (AWS JSON 1.1): reading the current version of a
 * secret and storing a new one. Its clock is the real one, as secrets change in real time.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { AwsError } from '#local/aws/aws-error.ts'
import { readAwsInput } from '#local/aws/aws-input.ts'
import { lockDoor } from '#local/aws/door.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'
import { readJsonObject } from '#local/aws/rest-json-server.ts'
import { openSecrets, type SecretStore, secretArn } from '#local/aws/secrets/secret-store.ts'

export interface SecretsOptions {
  /** The state folder; null keeps the state in memory. */
  readonly folder: string | null
  /** The secrets' names and their first values. */
  readonly secrets: Readonly<Record<string, string>>
  /** Only programs with this key are served. */
  readonly accessKeyId?: string
}

const refuse = (message: string) => new AwsError({ code: 'InvalidRequestException', status: 400, message })
const notFound = (message: string) => new AwsError({ code: 'ResourceNotFoundException', status: 400, message })

const GetInput = z.object({ SecretId: z.string().min(1).max(2048), VersionStage: z.string().min(1).max(256).optional() })
const PutInput = z.object({
  SecretId: z.string().min(1).max(2048),
  SecretString: z.string().min(1).max(65_536),
  ClientRequestToken: z.string().min(32).max(64).optional(),
})

export async function startSecrets({ folder, secrets, accessKeyId }: SecretsOptions): Promise<RunningServer> {
  const store = openSecrets({ folder })
  for (const [name, text] of Object.entries(secrets)) {
    if (!store.current(name)) store.put(name, { text, versionId: randomUUID(), storedAt: Date.now() })
  }
  const operations = operationsOf(store, Object.keys(secrets))
  const answer = async (request: IncomingMessage): Promise<object> => {
    const operation = String(request.headers['x-amz-target']).replace(/^secretsmanager\./, '')
    const body = await readJsonObject(request)
    if (operation === 'GetSecretValue') return operations.get(body)
    if (operation === 'PutSecretValue') return operations.put(body)
    throw new AwsError({ code: 'UnknownOperationException', status: 400, message: '' })
  }
  const server = createServer((request, response) => {
    answer(request).then(
      (output) => reply(response, 200, output),
      (error: unknown) => replyError(response, error),
    )
  })
  const running = await listenOnLoopback(accessKeyId === undefined ? server : lockDoor(server, accessKeyId), 0)
  return {
    endpoint: running.endpoint,
    async stop() {
      await running.stop()
      store.close()
    },
  }
}

function operationsOf(store: SecretStore, names: readonly string[]) {
  function found(secretId: string) {
    const name = names.find((known) => known === secretId || secretArn(known) === secretId)
    const secret = name === undefined ? undefined : store.current(name)
    if (name === undefined || !secret) throw notFound("Secrets Manager can't find the specified secret.")
    return { name, secret, place: { ARN: secretArn(name), Name: name } }
  }
  return {
    get(body: unknown): object {
      const { SecretId, VersionStage = 'AWSCURRENT' } = readAwsInput(body, { schema: GetInput, refuse })
      const { secret, place } = found(SecretId)
      if (VersionStage !== 'AWSCURRENT')
        throw notFound(`Secrets Manager can't find the specified secret value for staging label: ${VersionStage}`)
      const { text, versionId, storedAt } = secret
      return { ...place, SecretString: text, VersionId: versionId, VersionStages: [VersionStage], CreatedDate: storedAt / 1000 }
    },
    put(body: unknown): object {
      const input = readAwsInput(body, { schema: PutInput, refuse })
      const { name, secret, place } = found(input.SecretId)
      const versionId = input.ClientRequestToken ?? randomUUID()
      const output = { ...place, VersionId: versionId, VersionStages: ['AWSCURRENT'] }
      // A request that the SDK repeats carries the same token and is carried out once.
      if (versionId === secret.versionId) {
        if (secret.text === input.SecretString) return output
        throw new AwsError({
          code: 'ResourceExistsException',
          status: 400,
          message: `You can't use ClientRequestToken ${versionId} because that value is already in use for a version of secret ${place.ARN}.`,
        })
      }
      store.put(name, { text: input.SecretString, versionId, storedAt: Date.now() })
      return output
    },
  }
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() })
  response.end(JSON.stringify(body))
}

function replyError(response: ServerResponse, error: unknown): void {
  if (!(error instanceof AwsError)) console.error('local Secrets Manager failed:', error)
  const { code, status, message } =
    error instanceof AwsError ? error : { code: 'InternalServiceError', status: 500, message: 'An internal error occurred' }
  reply(response, status, { __type: code, Message: message })
}
